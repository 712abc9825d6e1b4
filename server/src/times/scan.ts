import type { Reading } from '../text/reading.ts';
import type { Token } from '../text/tokens.ts';
import { clockAt, type WrittenClock } from './clock.ts';
import { datesInWords } from './dates.ts';
import { DATE_BEGINNINGS } from './english.ts';
import { dateInDigits } from './numeric.ts';
import type { WrittenDate } from './written.ts';
import { withPart, yearsAt } from './years.ts';

/** A date or a time of day, or both side by side. */
export interface Written {
  readonly start: number;
  readonly end: number;
  readonly date: WrittenDate | undefined;
  readonly clock: WrittenClock | undefined;
}

/** All that is written as a date or a time of day, side by side ones joined. */
export function findWritten(reading: Reading): Written[] {
  const { text, tokens } = reading;
  const found: Written[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    if (token.kind === 'word' ? !mayBeDate(text, token) : token.kind !== 'number') continue;
    const dates = datesAt(reading, i, isChained(text, found.at(-1), token.start));
    if (dates !== undefined && dates.length > 0) {
      for (const date of dates) found.push({ start: date.start, end: date.end, date, clock: undefined });
      i = (dates[0] as WrittenDate).last;
      i = addClockBehind(reading, found, i);
      continue;
    }
    if (token.kind !== 'number') continue;
    const clock = clockAt(reading, i);
    if (clock === undefined) continue;
    found.push({ start: clock.start, end: clock.end, date: undefined, clock });
    i = clock.last;
  }
  return joined(text, inheritYears(text, found));
}

/** Whether a word may be a month or a weekday. Cheap: asked for every word of a text. */
function mayBeDate(text: string, { start, end }: Token): boolean {
  if (end - start < 3) return false;
  const first = (text.charCodeAt(start) | 32) - 97;
  const second = (text.charCodeAt(start + 1) | 32) - 97;
  return first >= 0 && first < 26 && second >= 0 && second < 26 && DATE_BEGINNINGS[first * 26 + second] === 1;
}

function datesAt(reading: Reading, index: number, chained: boolean): WrittenDate[] | undefined {
  const words = datesInWords(reading, index);
  if (words !== undefined) {
    const [only] = words;
    return words.length === 1 && only !== undefined && only.date?.day === undefined
      ? [withPart(reading, index, only)]
      : words;
  }
  if (reading.tokens[index]?.kind !== 'number') return undefined;
  const inDigits = dateInDigits(reading, index);
  return inDigits === undefined ? yearsAt(reading, index, chained) : [inDigits];
}

/** The time of day that ISO 8601 glues to a date. */
const GLUED = /T(\d{2}:\d{2}(?::\d{2})?)(?:[.,]\d{1,9})?(?:Z|[+-]\d{2}:?\d{2})?/y;

/** Takes in the glued time of day behind the last date; the index of the last token that was read. */
function addClockBehind(reading: Reading, found: Written[], last: number): number {
  const { text, tokens } = reading;
  const date = found.at(-1) as Written;
  GLUED.lastIndex = date.end;
  if (text.charAt(date.end) !== 'T' || date.date?.date?.day === undefined) return last;
  const match = GLUED.exec(text);
  const clock = /^([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?$/.test(match?.[1] ?? '') ? `T${match?.[1]}` : undefined;
  const end = match === null ? date.end : date.end + match[0].length;
  let next = last;
  while (next + 1 < tokens.length && (tokens[next + 1] as Token).end <= end) next++;
  if (clock !== undefined)
    found[found.length - 1] = { ...date, end, clock: { start: date.end, end, last: next, value: clock, weak: false } };
  return next;
}

/** Between the items of a list or the ends of a range. */
const JOINT = /^(?:\s{1,4}(?:and|or|to|through|until|till)\s{1,4}|\s?[-–—&]\s?|,\s{1,4}(?:and\s)?)$/;
const LONGEST_JOINT = 16;

function isChained(text: string, last: Written | undefined, start: number): boolean {
  if (last?.date?.date === undefined || start - last.end > LONGEST_JOINT || start < last.end) return false;
  // A year goes on a list of years, not one of days.
  return (
    last.date.date.year !== undefined && last.date.date.day === undefined && JOINT.test(text.slice(last.end, start))
  );
}

/** "June 11 to June 14, 2021": the first day has the year of the second. */
function inheritYears(text: string, found: readonly Written[]): Written[] {
  const all = [...found];
  for (let i = all.length - 2; i >= 0; i--) {
    const { date: a, end } = all[i] as Written;
    const { date: b, start } = all[i + 1] as Written;
    if (
      a?.date?.day === undefined ||
      a.date.year !== undefined ||
      b?.date?.day === undefined ||
      b.date.year === undefined
    )
      continue;
    if (start - end > LONGEST_JOINT || !JOINT.test(text.slice(end, start))) continue;
    all[i] = { ...(all[i] as Written), date: { ...a, date: { ...a.date, year: b.date.year } } };
  }
  return all;
}

/** Between a day and a time of day that belong together. */
const BESIDE = /^(?:,?\s{1,4}(?:at\s|on\s)?|,)$/;

/** A day and a time of day side by side become one; a weak time of day without a day goes. */
function joined(text: string, found: readonly Written[]): Written[] {
  const all: Written[] = [];
  for (const written of found) {
    const last = all.at(-1);
    const pair =
      last && written.start - last.end <= 9 && BESIDE.test(text.slice(last.end, written.start))
        ? together(last, written)
        : undefined;
    if (pair !== undefined) all[all.length - 1] = pair;
    else all.push(written);
  }
  return all.filter(({ date, clock }) => date !== undefined || clock?.weak === false);
}

function together(a: Written, b: Written): Written | undefined {
  const date = a.date ?? b.date;
  const clock = a.clock ?? b.clock;
  if ((a.date && b.date) || (a.clock && b.clock) || date?.date?.day === undefined || clock === undefined)
    return undefined;
  return { start: a.start, end: b.end, date, clock };
}
