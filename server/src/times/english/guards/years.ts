import type { MatchView } from '../../language.ts';
import { ARTICLES, closesThought, isNoun, opensOn, set } from './around.ts';

/** Guards of years, decades and ranges of them. */

const YEAR_CUES = set(
  'in since until till during year years early late mid fiscal circa ca ca. c. spring summer autumn fall winter copyright born died by of from before after between the this throughout for to through and or around about © -- ( [ , ; : – —',
);

/** Before a year, it is a year whatever follows. */
const STRONG_YEAR_CUES = set(
  'in since until till during year years early late mid fiscal circa ca ca. c. copyright born died',
);

/** Before a number, it is no year. */
const NUMBERED = set(
  'page pages p. pp. pp no. nos. no number numbers line lines verse verses vol. vol volume room tel tel. phone call isbn issn fax lot lots flight route highway section article chapter form model version windows nikkei index suite box channel radio s&p $ # § € £ ¥ & +',
);

/** Behind a year that is no number of things. */
const AFTER_YEAR = set(
  'and or to the a an when as at by for from in on with after before was is has had he she it this his its us thus versus vs plus across unless towards afterwards perhaps always besides sometimes elections olympics games championships results sales plans series talks riots protests attacks floods',
);

/** “in 1998”, “the 2008 Games”; not “2000 soldiers”, “page 1914”, “Boeing 2000”. */
export function isBareYear(match: MatchView): boolean {
  const { year, era, shortYear } = match.fields;
  if (era !== undefined) return (year ?? 0) <= 5000;
  if (shortYear !== undefined || year === undefined) return true;
  const before = match.before(1);
  const alone = /^\d{4}$/.test(match.written);
  if (!alone) return !countsThings(match, year);
  if (NUMBERED.has(before) || '$€£¥#'.includes(match.characterBefore || ' ')) return false;
  if (/["“‘«]/.test(match.characterBefore) && /["”’»,]/.test(match.characterAfter)) return false;
  if (countsThings(match, year)) return false;
  if (STRONG_YEAR_CUES.has(before)) return true;
  if (before === '(' || before === '[') return /[)\],;–-]/.test(match.characterAfter);
  if (YEAR_CUES.has(before)) {
    if (before === ',' || before === ';' || before === ':' || before === '--') return year >= 1500 && year < 2050;
    return (year >= 1700 && year < 2050) || before === 'of' || before === 'by' || before === 'from' || before === 'and';
  }
  // “Japan's 1998 budget”, not “Orwell's 1984”; “1984” in quotation marks is a title.
  if (before === "'s") return year >= 1700 && year < 2050 && isNoun(match);
  if (match.isBefore(1, 'joint')) return year >= 1700 && year < 2050;
  if (match.isCapitalBefore(1) && !ARTICLES.has(before)) return false;
  return year >= 1850 && year < 2050;
}

function countsThings(match: MatchView, year: number): boolean {
  const next = match.after(1);
  if (next === '') return false;
  if (next === '%' || next === '°' || next === '$' || next === '€') return true;
  if (match.isAfter(1, 'counted')) return true;
  if (!/^[a-z]/.test(next) || match.isCapitalAfter(1) || AFTER_YEAR.has(next)) return false;
  if (!next.endsWith('s') || next.endsWith('ss') || next.endsWith("'s")) return false;
  const before = match.before(1);
  return year < 1900 || year > 2050 || year % 50 === 0 || /^(?:of|by|from|between|some|about|over)$/.test(before);
}

/** “the 1990s”, “the early nineties”; not “a man in his early 30s”, “temperatures in the 90s”. */
export function isDecade(match: MatchView): boolean {
  if (match.fields.decade === undefined) return true;
  if (/^(?:his|her|their|my|our|your|its)$/.test(match.before(1))) return false;
  if (/\d{3}|['’‘`]\d/.test(match.written)) return true;
  return /\d/.test(match.written)
    ? /^the /i.test(match.written) && !/^(?:low|mid|upper|high)$/.test(match.before(1))
    : /^the |^(?:early|mid|late)/i.test(match.written);
}

/** “1914–1918”, not “pages 1200–1250” or “from 1500 to 2000 soldiers”. */
export function isRange(match: MatchView): boolean {
  const { month, day, era, century, decade, quarter } = match.fields;
  if ([month, day, era, century, decade, quarter].some((field) => field !== undefined)) return true;
  if (NUMBERED.has(match.before(1)) || '$€£¥#'.includes(match.characterBefore || ' ')) return false;
  if (match.isAfter(1, 'counted') || match.after(1) === '%') return false;
  const [first = 0, second = 0] = (match.written.match(/\d+/g) ?? []).map(Number);
  const last = second < 100 ? first - (first % 100) + second : second;
  return (
    last > first &&
    last - first <= 300 &&
    (first >= 1500 || STRONG_YEAR_CUES.has(match.before(1)) || match.before(1) === 'from')
  );
}

/** “In nineteen ninety-six he left”, not “in two thousand and ten cases”. */
export function isYearInWords(match: MatchView): boolean {
  if ((match.fields.year ?? 0) % 100 === 0) return false;
  if (!/^(?:in|since|until|till|by|before|after|from)$/.test(match.before(1))) return false;
  return closesThought(match) || /^(?:it|he|she|they|we|i|the|a|an|his|her|its|their|there)$/.test(match.after(1));
}

/** “year 2012 or later”, “2018 or later”. */
export function isOpenYear(match: MatchView): boolean {
  return !opensOn(match) && !match.isAfter(1, 'counted');
}
