/**
 * English abbreviations that are written with a full stop, lower case and without it, by what may stand behind them.
 * Both the tokenizer (the stop belongs to the word) and the sentence splitter (the stop may not end a sentence) ask.
 */

/** A name or another word follows: these never end a sentence. */
const LEADING =
  'mr mrs ms messrs mme mlle dr drs prof gen brig maj col lt capt cpt cmdr sgt cpl pvt adm sen sens rep reps gov govs rev revd hon pres supt insp det fr sr dame st ste mt ft pt';
/** A number follows; before anything else the stop ends the sentence. */
const BEFORE_NUMBER = 'no nos art arts sec sect fig figs vol vols p pp ch chap eq op par para ca c r rs';
/** Months and weekdays: like those before a number, but rarely the last word of a sentence. */
const CALENDAR = 'jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun';
/** May stand inside a sentence and at its end: the next word decides. */
const EITHER =
  'inc corp ltd co cos llc plc bros assn dept univ jr sr esq ave blvd rd sq hwy bldg est etc al approx appt asst min max dist intl natl govt mfg';
/** Never the last word of a sentence. */
const INSIDE = 'vs v cf viz e.g i.e eg ie incl esp resp';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));
const kinds = new Map<string, 'leading' | 'number' | 'calendar' | 'either' | 'inside'>();
for (const word of set(EITHER)) kinds.set(word, 'either');
for (const word of set(CALENDAR)) kinds.set(word, 'calendar');
for (const word of set(BEFORE_NUMBER)) kinds.set(word, 'number');
for (const word of set(LEADING)) kinds.set(word, 'leading');
for (const word of set(INSIDE)) kinds.set(word, 'inside');
kinds.set('sr', 'either');

/** Length of the longest abbreviation. */
const LONGEST = Math.max(...[...kinds.keys()].map((word) => word.length));

/** What kind of abbreviation a word is, written without its last full stop; undefined when it is none. */
export function abbreviation(word: string): 'leading' | 'number' | 'calendar' | 'either' | 'inside' | undefined {
  return word.length > LONGEST ? undefined : kinds.get(word.toLowerCase());
}
