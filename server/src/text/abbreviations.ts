import { classAt, isDigitAt, isLetter } from './characters.ts';

/**
 * English abbreviations that are written with a full stop, lower case and without it, by what may stand behind them.
 * Both the tokenizer (the stop belongs to the word) and the sentence splitter (the stop may not end a sentence) ask.
 */

/** A name or another word follows: written with a capital, these never end a sentence. */
const LEADING =
  'mr mrs ms mx messrs mme mlle dr drs prof profs gen brig maj col lt capt cpt cmdr cdr sgt cpl pvt pfc adm amb sen sens rep reps gov govs rev revd hon pres supt insp det atty fr st ste mt ft pt wm geo chas thos';
/** A number follows; before anything else the stop ends the sentence. */
const BEFORE_NUMBER =
  'no nos nr art arts sec sect fig figs vol vols p pp ch chap eq op par para ca c r b d rs tel ext ver';
/** Months and weekdays: like those before a number, but rarely the last word of a sentence. */
const CALENDAR = 'jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun';
/** May stand inside a sentence and at its end: the next word decides. */
const EITHER =
  'inc corp ltd co cos llc plc bros assn dept univ jr sr esq ave blvd rd sq hwy bldg est etc al approx appt asst min max dist intl natl govt mfg ala ariz calif colo conn fla kan minn neb nev okla tenn tex wis wyo ph.d b.sc m.sc b.ed m.ed b.eng m.eng b.com m.com b.tech m.tech m.phil d.phil d.litt';
/** Never the last word of a sentence. */
const INSIDE = 'vs v cf viz e.g i.e eg ie incl esp resp';

type Kind = 'leading' | 'number' | 'calendar' | 'either' | 'inside';

const kinds = new Map<string, Kind>();
for (const [words, kind] of [
  [EITHER, 'either'],
  [CALENDAR, 'calendar'],
  [BEFORE_NUMBER, 'number'],
  [LEADING, 'leading'],
  [INSIDE, 'inside'],
] as const)
  for (const word of words.split(' ')) kinds.set(word, kind);

/** Length of the longest abbreviation. */
const LONGEST_ABBREVIATION = Math.max(...[...kinds.keys()].map((word) => word.length));

/**
 * What kind of abbreviation a word is, written without its last full stop; undefined when it is none. "Al" is a
 * name and "V" a number or an initial, other than "et al." and "v."
 */
export function abbreviation(word: string): Kind | undefined {
  if (word.length > LONGEST_ABBREVIATION || word === 'Al' || word === 'V') return undefined;
  return kinds.get(word.toLowerCase());
}

/** Whether the number that an abbreviation such as "No" or "Vol" announces begins at `at`: digits, or a Roman one. */
export function isNumeral(text: string, at: number, word: string): boolean {
  if (isDigitAt(text, at)) return true;
  let end = at;
  while (end - at < LONGEST_NUMERAL && ROMAN.includes(text.charAt(end)) && end < text.length) end++;
  if (end === at || isLetter(classAt(text, end))) return false;
  // "He said no. I left."
  return end - at > 1 || text.charAt(at) !== 'I' || word.toLowerCase() !== 'no';
}

const ROMAN = 'IVXLC';
const LONGEST_NUMERAL = 8;
