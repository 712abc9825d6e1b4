import { wordsOf } from '../capitals.ts';

/** Titles and what stands beside them: resources of `titles.ts` and `holders.ts`. Small letters, between blanks. */

/** Small words that are titles only where others stand beside them. */
export const AMBIGUOUS = wordsOf(
  'general major private chief head prime senior junior lead model fellow second representative executive star elder young late',
);

/** What an office may be of: "Secretary of State". */
export const PORTFOLIOS = wordsOf(
  'state defense defence energy education labor agriculture commerce transportation interior treasury health justice finance information',
);
export const WITH_PORTFOLIO = wordsOf('minister secretary commissioner director');

/** Offices that one holds beside another: "president and chief executive". */
export const PAIRED = wordsOf('ceo executive founder director publisher owner editor');

/** Before the one for whom an office is held: "former Microsoft vice president". */
export const FRONTS = wordsOf(
  'former ex then vice prime foreign ruling caretaker new current incumbent retired acting interim outgoing late deposed ousted longtime self-proclaimed alleged suspected deputy senior top',
);

/** Ranks, which are no offices of a state. */
export const RANKS = wordsOf('general major-general lieutenant-general brigadier-general colonel major admiral');

/** Offices of states and peoples, and of their parts. */
export const OF_STATE = wordsOf(
  'president premier chancellor minister secretary general state defense defence treasury interior governor mayor ambassador envoy commissioner speaker senator representative congressman congresswoman king queen emperor empress sultan emir monarch spokesman spokeswoman spokesperson negotiator secretary-general vice-president president-elect minister-designate president-designate governor-general attorney-general director-general premier-designate executive',
);

/** They say nothing alone: "his friend Tom", "the man Tom". */
export const VAGUE = wordsOf(
  'man woman boy girl friend wife husband son daughter brother sister father mother uncle aunt cousin nephew niece member successor predecessor rival opponent ally part native national resident citizen victim supporter critic colleague girlfriend boyfriend grandson heir widow fellow',
);

/** Offices of a general: "Prime Minister General Thein Sein". */
export const BEFORE_RANKS = wordsOf('minister president chief premier chairman leader');
