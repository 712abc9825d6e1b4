import type { Problem } from '../text/problem.ts';
import type { Span } from '../text/span.ts';
import { exists, isoDate, julianWeekday, type PartialDate, weekday } from './calendar.ts';
import { WEEKDAY_NAMES } from './names.ts';
import { dateInWords } from './words.ts';

/** Dates that are written in a way that leaves a doubt: which day is meant, or whether the day is right. */

/** The two days that `05/07/2021` may mean, the day first and the month first; undefined for another kind of text. */
export function bothReadings(written: string): readonly [dayFirst: PartialDate, monthFirst: PartialDate] | undefined {
  const match = /^(\d{1,2})[-/.\u2011](\d{1,2})[-/.\u2011](\d{4})$/.exec(written);
  if (match === null) return undefined;
  const [, a, b, year] = match.map(Number) as [number, number, number, number];
  return [
    { year, month: b, day: a },
    { year, month: a, day: b },
  ];
}

/** What is said of a date in digits whose day and month could be exchanged; `advice` says what to do about it. */
export function ambiguity(written: string, span: Span, advice: string): Problem | undefined {
  const readings = bothReadings(written);
  if (readings === undefined) return undefined;
  const [first, second] = readings.map(isoDate) as [string, string];
  return {
    code: 'ambiguous-date',
    span,
    message: `“${written}” can be read as ${dayInWords(first)} or as ${dayInWords(second)}. ${advice}`,
    data: { first, second },
  };
}

/** Greece was the last country of Europe to leave the Julian calendar, in 1923. */
const LAST_JULIAN_YEAR = 1923;

/** What is said of a date whose weekday is another than the one written with it; undefined where it fits. */
export function wrongWeekday(date: PartialDate, written: number | undefined, span: Span): Problem | undefined {
  const { year, month, day } = date;
  if (written === undefined || year === undefined || month === undefined || day === undefined) return undefined;
  const right = weekday(year, month, day);
  // Sources of the time before a country changed its calendar are right in the old one.
  if (right === written || (year <= LAST_JULIAN_YEAR && julianWeekday(year, month, day) === written)) return undefined;
  const value = isoDate(date);
  return {
    code: 'weekday-mismatch',
    span,
    message: `${dayInWords(value)} was a ${WEEKDAY_NAMES[right - 1]}, not a ${WEEKDAY_NAMES[written - 1]}. Check which of the two is right.`,
    data: { value },
  };
}

/** The same day of the last year in which it is not after another day: what a slip in the year may stand for. */
export function lastYearOf(day: string, notAfter: string): string | undefined {
  const year = Number(notAfter.slice(0, 4));
  // Leap days may be eight years apart.
  for (let candidate = year; candidate >= year - 8; candidate--) {
    const value = `${String(candidate).padStart(4, '0')}${day.slice(4)}`;
    const date = { year: candidate, month: Number(day.slice(5, 7)), day: Number(day.slice(8, 10)) };
    if (value <= notAfter && exists(date)) return value;
  }
  return undefined;
}

/** "5 July 2021", without the weekday. */
export function dayInWords(value: string): string {
  return dateInWords(value);
}
