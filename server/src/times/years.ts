import { classAt, LOWER } from '../text/characters.ts';
import { type Reading, textAt, wordAt } from '../text/reading.ts';
import type { Token } from '../text/tokens.ts';
import {
  AFTER_YEAR,
  COUNTED,
  PART_MODS,
  PARTS,
  SEASON_VALUES,
  SEASONS,
  WEAK_YEAR_CUE,
  YEAR_CUE,
  YEAR_CUES,
} from './english.ts';
import { digits, FIRST_YEAR, LAST_YEAR, near, standsAlone, type WrittenDate, wholeNumber, yearAt } from './written.ts';

/**
 * Years and decades that begin with the number at token `index`. `chained`: the last date ends just before it, with
 * "and", "to", a comma or a dash between.
 */
export function yearsAt(reading: Reading, index: number, chained: boolean): WrittenDate[] | undefined {
  const decade = decadeAt(reading, index);
  if (decade !== undefined) return [decade];
  const span = yearSpan(reading, index, chained);
  if (span !== undefined) return span;
  const year = yearAt(reading, index);
  if (year < 0 || isEra(reading, index + 1)) return undefined;
  if (!chained && !isCued(reading, index)) return undefined;
  if (countsSomething(reading, index)) return undefined;
  const { start, end } = reading.tokens[index] as Token;
  const season = seasonBefore(reading, index);
  if (season !== undefined) {
    const value = `${year}-${season.value}`;
    return [
      withPart(reading, season.first, {
        start: (reading.tokens[season.first] as Token).start,
        end,
        last: index,
        date: undefined,
        value,
      }),
    ];
  }
  return [withPart(reading, index, { start, end, last: index, date: { year } })];
}

/** "summer 2018", "spring of 1942": the season before a year, with its first token. */
function seasonBefore(reading: Reading, index: number): { first: number; value: string } | undefined {
  const first = textAt(reading, index - 1) === 'of' ? index - 2 : index - 1;
  const season = wordAt(reading, first, SEASONS);
  return season === 0 || !near(reading, first) ? undefined : { first, value: SEASON_VALUES[season - 1] as string };
}

/** "the 1990s", "’90s", "the early 1960s"; "the 1800s" are a century. */
function decadeAt(reading: Reading, index: number): WrittenDate | undefined {
  const token = reading.tokens[index] as Token;
  const ending = reading.tokens[index + 1];
  if (ending === undefined || ending.start !== token.end || !/^['’]?s$/.test(textAt(reading, index + 1)))
    return undefined;
  const { end } = ending;
  const full = wholeNumber(reading, index, 4, 4);
  let { start } = token;
  let value: string;
  if (full >= FIRST_YEAR && full <= LAST_YEAR && full % 10 === 0)
    value = full % 100 === 0 && full < 2000 ? String(full / 100) : String(full / 10);
  else {
    const short = wholeNumber(reading, index, 2, 2);
    const sign = reading.tokens[index - 1];
    if (short < 30 || short % 10 !== 0 || sign?.end !== start || !/^['’‘]$/.test(textAt(reading, index - 1)))
      return undefined;
    start = sign.start;
    value = `19${short / 10}`;
    return { ...withPart(reading, index - 1, { start, end, last: index + 1, date: undefined, value }) };
  }
  if (!standsAlone(reading.text, { start, end })) return undefined;
  return withPart(reading, index, { start, end, last: index + 1, date: undefined, value });
}

/** "1914-1918", "1914-18": two years. */
function yearSpan(reading: Reading, index: number, chained: boolean): WrittenDate[] | undefined {
  const token = reading.tokens[index] as Token;
  const { start, end } = token;
  const length = end - start;
  if ((length !== 9 && length !== 7) || !/[-\u2011/]/.test(reading.text.charAt(start + 4))) return undefined;
  if (!standsAlone(reading.text, token)) return undefined;
  const first = digits(reading.text, start, start + 4, 4, 4);
  let second = digits(reading.text, start + 5, end, length - 5, length - 5);
  if (first < FIRST_YEAR || second < 0) return undefined;
  // "2004-05" may be a month: `numeric.ts` reads it.
  if (length === 7 && second >= 1 && second <= 12) return undefined;
  if (length === 7) second += first - (first % 100);
  if (second <= first || second > LAST_YEAR || second - first > 300) return undefined;
  if (!chained && !isCued(reading, index) && !(length === 9 && first >= 1500 && !isPage(reading, index)))
    return undefined;
  return [
    { start, end: start + 4, last: index, date: { year: first } },
    { start: start + 5, end, last: index, date: { year: second } },
  ];
}

function isPage(reading: Reading, index: number): boolean {
  return /^(?:pp?\.?|pages?|nos?\.?|lines?|verses?|vol\.?|rooms?|tel\.?|phone|call|isbn|issn|fax|lot|lots|#|§)$/i.test(
    textAt(reading, index - 1),
  );
}

/** A word before it or brackets round it say that a number is a year. */
function isCued(reading: Reading, index: number): boolean {
  if (index === 0) return false;
  const before = textAt(reading, index - 1);
  if (before === '(' || before === '[') {
    const { end } = reading.tokens[index] as Token;
    return /[)\],;–-]/.test(reading.text.charAt(end));
  }
  if (before === '©' || before === '(c)') return true;
  if (!near(reading, index - 1)) return false;
  const cue = /^['’]s$/.test(before) ? WEAK_YEAR_CUE : wordAt(reading, index - 1, YEAR_CUES);
  if (cue === 0) return false;
  if (cue === YEAR_CUE) return true;
  const year = yearAt(reading, index);
  // "the 2000 election" but not "the 1500 soldiers"; "to 1500" is hardly ever a year.
  return year < 0 || (year >= 1700 && year < 2050) || before === 'of' || before === 'by';
}

/** "in 2000 cases", "of 1500 soldiers": a plural or a unit follows. */
function countsSomething(reading: Reading, index: number): boolean {
  const next = reading.tokens[index + 1];
  if (next === undefined || next.kind !== 'word' || !near(reading, index))
    return next?.kind === 'symbol' || textAt(reading, index + 1) === '%';
  if (wordAt(reading, index + 1, COUNTED) > 0) return true;
  const { text } = reading;
  if (classAt(text, next.start) !== LOWER || wordAt(reading, index + 1, AFTER_YEAR) > 0) return false;
  if (text.charAt(next.end - 1) !== 's' || text.charAt(next.end - 2) === 's') return false;
  // "in 1995 seeks", "the 2005 elections": a number of things is round, or follows "of" and the like.
  const year = yearAt(reading, index);
  return year < 1900 || year > 2050 || year % 50 === 0 || /^(?:of|by|from|between)$/i.test(textAt(reading, index - 1));
}

/** Before our era the calendar of this room does not reach. */
function isEra(reading: Reading, index: number): boolean {
  return /^(?:BC|BCE|B\.C\.|B\.C\.E\.)$/.test(textAt(reading, index));
}

/** "early 2020", "the late 1990s": the words before belong to it. */
export function withPart(reading: Reading, index: number, date: WrittenDate): WrittenDate {
  const part = wordAt(reading, index - 1, PARTS);
  let first = index;
  let mod: string | undefined;
  if (part > 0 && near(reading, index - 1)) {
    first--;
    mod = PART_MODS[part - 1];
  }
  if (date.value !== undefined && /^the$/i.test(textAt(reading, first - 1)) && near(reading, first - 1)) first--;
  if (first === index) return date;
  const { start } = reading.tokens[first] as Token;
  return mod === undefined ? { ...date, start } : { ...date, start, mod };
}
