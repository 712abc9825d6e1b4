import type { Span } from '../../text/span.ts';
import { exists, isoDate, type PartialDate } from '../../times/calendar.ts';
import { datesIn } from '../../times/dates.ts';
import { nearestYear } from '../../times/resolve/nearest.ts';

/** A day in a line of a page, and what the words before it say happened then. */
export interface StampDate extends Span {
  /** `2021-07-05`; for what has two readings, as it is written. */
  readonly value: string;
  readonly label: 'published' | 'updated' | 'retrieved' | undefined;
  /** Whether the line itself says the whole day. */
  readonly whole: boolean;
}

/** A line that is a stamp: days, times of day, and perhaps who published and wrote. */
export interface Stamp {
  readonly dates: readonly StampDate[];
  /** What else stands in the line, with offsets in it. */
  readonly rest: readonly (Span & { readonly text: string })[];
}

/** A longer line tells of days in prose. */
const LONGEST = 160;

const LABELS: readonly (readonly [NonNullable<StampDate['label']>, RegExp])[] = [
  ['updated', /\b(?:updated?|modified|edited|amended|revised|corrected)\b/i],
  ['retrieved', /\b(?:accessed|retrieved|viewed|downloaded|archived)\b/i],
  ['published', /\b(?:published|publication|posted|issued|released|created|filed)\b/i],
];

/** Words of stamps that say nothing here: labels, zones, days of the week, times of day, lengths of reading. */
const NOISE =
  /^(?:published|publication|posted|issued|released|created|filed|updated?|modified|edited|amended|revised|corrected|accessed|retrieved|viewed|downloaded|archived|embargoed|until|first|last|originally|originally|date[d:]?|time|local|on|at|the|in|this|article|is|was|page|story|am|pm|a\.m\.?|p\.m\.?|noon|midnight|hrs?|h|uhr|gmt|bst|utc|z|[ecmpa][ds]?t|a[ec][ds]t|cest|eest|msk|ist|sgt|hkt|jst|kst|pkt|wib|[+-]?\d{1,2}:?\d{2}|\(?utc[+-]\d{1,2}(?::\d{2})?\)?|\(?gmt[+-]\d{1,2}(?::\d{2})?\)?|\d{1,2}[:.h]\d{2}(?::\d{2})?(?:[ap]\.?m\.?)?|\d{1,2}[ap]\.?m\.?|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)day|read|min|mins|minutes?)$/i;

/** Reads a line as a stamp; undefined where it holds no day, or says more than a stamp does. */
export function readStamp(line: string, today: string): Stamp | undefined {
  if (line.length > LONGEST) return undefined;
  const days = daysIn(line, today);
  if (days.length === 0 || days.length > 4) return undefined;
  const dates: StampDate[] = [];
  const rest: (Span & { text: string })[] = [];
  let label: StampDate['label'];
  let at = 0;
  for (const day of [...days, undefined]) {
    const text = line.slice(at, day?.start);
    label = labelIn(text) ?? label;
    rest.push(...phrasesIn(text, at));
    if (day === undefined) break;
    dates.push({ ...day, label });
    label = undefined;
    at = day.end;
  }
  return { dates, rest };
}

/** Whether the line says how long ago it was published, or that it was updated at some hour: a stamp without a day. */
export function isTimeOnly(line: string): boolean {
  return line.length < 80 && /\d/.test(line) && phrasesIn(line.replace(/\b\d{1,3}\b(?![:.]\d)/g, ' '), 0).length === 0;
}

type Day = Span & { readonly value: string; readonly whole: boolean };

function daysIn(line: string, today: string): Day[] {
  const days: Day[] = [];
  for (const { index, 0: all, 1: year, 2: month, 3: day } of line.matchAll(
    /((?:19|20)\d\d)\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]/gu,
  )) {
    const date = { year: Number(year), month: Number(month), day: Number(day) };
    if (exists(date)) days.push({ start: index, end: index + all.length, value: isoDate(date), whole: true });
  }
  const ago =
    /\b(?:(\d{1,3}|an?|one)\s(second|sec|minute|min|hour|hr|day|week|month|year)s?\sago|(yesterday)|(?:just\snow))\b/i.exec(
      line,
    );
  if (ago) days.push({ start: ago.index, end: ago.index + ago[0].length, value: daysAgo(ago, today), whole: false });
  for (const [from, text] of unglued(line)) {
    for (const { date, start: at, end: behind } of datesIn(text)) {
      if (date === 'span') continue;
      // The hour beside it is left to the phrases, which know how stamps write hours.
      const [start, end] = [from + at, from + behind];
      if (days.some((day) => start < day.end && day.start < end)) continue;
      if (date === 'ambiguous') days.push({ start, end, value: line.slice(start, end), whole: false });
      else if (date?.day !== undefined && exists(date)) days.push({ start, end, ...dayOf(date, today) });
    }
  }
  return days.sort((a, b) => a.start - b.start);
}

/** Copying a page runs what stands in several boxes together: "Published5 July 2021", "July 5, 202110:32 AM". */
function unglued(line: string): [number, string][] {
  const cuts = [
    ...line.matchAll(
      /(?:published|updated|modified|posted|\bon)(?=\d)|\b(?:19|20)\d\d(?=\d{1,2}(?:[:.]\d\d|\s\p{L})|\p{Lu})/giu,
    ),
  ].map(({ index, 0: head }) => index + head.length);
  return [0, ...cuts].map((from, i) => [from, line.slice(from, cuts[i])]);
}

/** A day without a year is taken to be the last one of its name that has come. */
export function dayOf(date: PartialDate, today: string): { value: string; whole: boolean } {
  if (date.year !== undefined) return { value: isoDate(date), whole: true };
  const { month = 1, day = 1 } = date;
  const near = (to: string) => isoDate({ ...date, year: nearestYear(month, day, to) });
  const value = near(today);
  if (value <= today) return { value, whole: false };
  const before = near(`${Number(value.slice(0, 4)) - 1}${value.slice(4)}`);
  return { value: before <= today ? before : today, whole: false };
}

const DAYS: Readonly<Record<string, number>> = { day: 1, week: 7, month: 30, year: 365 };

function daysAgo([, number = '0', unit = '', yesterday]: RegExpExecArray, today: string): string {
  const count = yesterday ? 1 : /^\d/.test(number) ? Number(number) : 1;
  const days = count * (yesterday ? 1 : (DAYS[unit.toLowerCase()] ?? 0));
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, day - days)).toISOString().slice(0, 10);
}

function labelIn(text: string): StampDate['label'] {
  let found: StampDate['label'];
  let last = -1;
  for (const [label, words] of LABELS) {
    const at = text.search(words);
    if (at > last) [found, last] = [label, at];
  }
  return found;
}

/** What a stretch of a stamp says beside days and hours: phrases, parted by signs. */
function phrasesIn(text: string, base: number): (Span & { text: string })[] {
  const phrases: (Span & { text: string })[] = [];
  let from = 0;
  const add = (to: number) => {
    const words = [...text.slice(from, to).matchAll(/\S+/gu)].filter(({ 0: word }) => {
      const bare = word.replace(/^[("'“‘]+|[)"'”’,.:;]+$/gu, '');
      return /[\p{L}\p{N}]/u.test(bare) && !NOISE.test(bare) && !/^\d{1,2}$/.test(bare);
    });
    const [first, last] = [words[0], words.at(-1)];
    if (first && last) {
      const start = from + first.index;
      const end = from + last.index + last[0].length;
      phrases.push({ text: text.slice(start, end).replace(/[,:;]+$/, ''), start: base + start, end: base + end });
    }
  };
  for (const { index, 0: sign } of text.matchAll(/[|·•,;]|\s[-–—/]\s/gu)) {
    add(index);
    from = index + sign.length;
  }
  add(text.length);
  return phrases;
}
