import type { Problem } from '../text/problem.ts';
import type { Span } from '../text/span.ts';
import { isoDate, type PartialDate, weekday } from './calendar.ts';
import { WEEKDAY_NAMES } from './english.ts';
import { inWords } from './words.ts';

/** Dates that are written in a way that leaves a doubt: which day is meant, or whether the day is right. */

/** The two days that `05/07/2021` may mean, the day first and the month first; undefined for another kind of text. */
export function bothReadings(written: string): readonly [dayFirst: string, monthFirst: string] | undefined {
  const match = /^(\d{1,2})[-/.\u2011](\d{1,2})[-/.\u2011](\d{4})$/.exec(written);
  if (match === null) return undefined;
  const [, a, b, year] = match.map(Number) as [number, number, number, number];
  return [isoDate({ year, month: b, day: a }), isoDate({ year, month: a, day: b })];
}

/** What is said of a date in digits whose day and month could be exchanged; `advice` says what to do about it. */
export function ambiguity(written: string, span: Span, advice: string): Problem | undefined {
  const readings = bothReadings(written);
  if (readings === undefined) return undefined;
  const [first, second] = readings;
  return {
    code: 'ambiguous-date',
    span,
    message: `“${written}” can be read as ${dayInWords(first)} or as ${dayInWords(second)}. ${advice}`,
    data: { first, second },
  };
}

/** What is said of a date whose weekday is another than the one written with it; undefined where it fits. */
export function wrongWeekday(date: PartialDate, written: number | undefined, span: Span): Problem | undefined {
  const { year, month, day } = date;
  if (written === undefined || year === undefined || month === undefined || day === undefined) return undefined;
  const right = weekday(year, month, day);
  if (right === written) return undefined;
  const value = isoDate(date);
  return {
    code: 'weekday-mismatch',
    span,
    message: `${dayInWords(value)} was a ${WEEKDAY_NAMES[right - 1]}, not a ${WEEKDAY_NAMES[written - 1]}. Check which of the two is right.`,
    data: { value },
  };
}

/** "5 July 2021", without the weekday. */
export function dayInWords(value: string): string {
  return inWords(value).replace(/^\w+, /, '');
}
