import { shorten } from '../text/shorten.ts';
import { type Span, shift } from '../text/span.ts';
import { tokenize } from '../text/tokens.ts';
import { isoDate, type PartialDate } from './calendar.ts';
import { datesIn } from './dates.ts';
import { digits as digitsOf, FIRST_YEAR, LAST_YEAR } from './digits.ts';
import { bothReadings, dayInWords } from './doubtful.ts';
import { whyImpossible } from './impossible.ts';
import { readCompact, readDigits } from './numeric.ts';

export type ReadDate =
  | { readonly value: string; readonly doubt?: { readonly problem: 'weekday-mismatch' } & Told }
  | ({ readonly problem: 'invalid-date' | 'impossible-date' | 'ambiguous-date' } & Told);

interface Told {
  readonly message: string;
  /** The part of the value that it is about, where that is not all of it. */
  readonly span?: Span;
  /** The days, as ISO dates, that a fix may write. */
  readonly data?: Readonly<Record<string, string>>;
}

/** A dash between digits. */
const DASH = /(\d)[\u2010-\u2015\u2212](?=\d)/g;

/** A field that is longer than this holds no date. */
const LONGEST = 200;
const ADVICE = 'Write the day as YYYY-MM-DD, or YYYY-MM or YYYY where no more is known.';

/**
 * The date that the value of a metadata field says: ISO 8601, with or without a time of day, or the usual English forms.
 * The result is the date alone (`2021-07-05`, or `2021-07`, `2021` where the field says no more); a time of day and a
 * zone may stand beside it and are left out.
 */
export function readDate(value: string): ReadDate {
  const trimmed = value.trim();
  const offset = value.indexOf(trimmed);
  if (trimmed === '' || trimmed.length > LONGEST) return invalid(trimmed);
  // Word processors make “2021–07–05” of it.
  const written = trimmed.replace(DASH, '$1-');
  const digits = readCompact(written) ?? readDigits(written);
  if (digits === 'ambiguous') return /^\d{4}-/.test(written) ? { value: written } : ambiguous(written);
  if (digits !== undefined) return known(digits);
  const year = digitsOf(written, 0, written.length, 4, 4);
  if (year >= FIRST_YEAR && year <= LAST_YEAR) return { value: isoDate({ year }) };
  const dates = datesIn(written);
  const [only] = dates;
  if (only === undefined || dates.length > 1 || only.date === 'span') return invalid(written);
  if (!isBeside(written.slice(0, only.start)) || !isBeside(written.slice(only.end))) return invalid(written);
  const { problem } = only;
  if (only.date === 'ambiguous') {
    const read = ambiguous(written.slice(only.digits.start, only.digits.end));
    return { ...read, span: shift(only.digits, offset) };
  }
  if (problem?.code === 'impossible-date') return { problem: 'impossible-date', message: problem.message };
  if (only.date === undefined) return invalid(written);
  if (only.date.year === undefined)
    return { problem: 'invalid-date', message: `“${shorten(written, 40)}” does not say the year. ${ADVICE}` };
  const read = known(only.date);
  if (problem?.code !== 'weekday-mismatch' || 'problem' in read) return read;
  const { message, data = {}, span } = problem;
  return { ...read, doubt: { problem: 'weekday-mismatch', message, data, span: shift(span, offset) } };
}

function known(date: PartialDate): ReadDate {
  const message = whyImpossible(date);
  return message === undefined ? { value: isoDate(date) } : { problem: 'impossible-date', message };
}

function invalid(written: string): ReadDate {
  if (written === '') return { problem: 'invalid-date', message: `No date is given. ${ADVICE}` };
  return { problem: 'invalid-date', message: `“${shorten(written, 40)}” is no date that can be read. ${ADVICE}` };
}

function ambiguous(written: string): ReadDate {
  const readings = bothReadings(written);
  if (readings === undefined) return invalid(written);
  const [first, second] = readings.map(isoDate) as [string, string];
  return {
    problem: 'ambiguous-date',
    message: `“${shorten(written, 40)}” can be read as ${dayInWords(first)} or as ${dayInWords(second)}. Write ${first} or ${second}.`,
    data: { first, second },
  };
}

/** What may stand beside the date: a time of day, a zone, a word that says what happened then, signs. */
const WORDS =
  /^(?:am|pm|at|on|the|updated|published|posted|date|dated|first|last|local|time|gmt|utc|z|[a-z]{1,4}t|t|mon|tue|wed|thu|fri|sat|sun)$/i;

function isBeside(rest: string): boolean {
  return tokenize(rest).every(({ start, end, kind }) => {
    if (kind === 'punctuation') return true;
    const token = rest.slice(start, end);
    if (kind === 'word') return WORDS.test(token);
    // A time of day or the offset of a zone.
    return (
      (kind === 'symbol' && token === '+') ||
      (kind === 'number' && /^(?:\d{1,2}[:.]\d{2}(?::\d{2})?(?:\.\d+)?|\d{4}|\d{2})$/.test(token))
    );
  });
}
