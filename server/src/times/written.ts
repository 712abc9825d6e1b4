import { classAt, classBefore, DIGIT, isLetter, MARK, UPPER } from '../text/characters.ts';
import { type Reading, textAt, wordAt } from '../text/reading.ts';
import type { Token } from '../text/tokens.ts';
import type { PartialDate } from './calendar.ts';
import { MONTHS, ORDINAL_SUFFIXES, PLAIN_MONTHS } from './english.ts';

/** A date as it is written: tokens up to `last`, code units `start` to `end`. */
export interface WrittenDate {
  readonly start: number;
  readonly end: number;
  readonly last: number;
  /** Undefined where two readings are possible. */
  readonly date: PartialDate | undefined;
  /** The weekday that is written with it, 1 for Monday to 7 for Sunday. */
  readonly weekday?: number | undefined;
  /** A value that is no calendar date: a decade. */
  readonly value?: string | undefined;
  readonly mod?: string | undefined;
}

/** Years that a text may speak of without BC or AD. */
export const FIRST_YEAR = 1000;
export const LAST_YEAR = 2100;

/** The value of a number of up to `most` ASCII digits that is all of the token; -1 for anything else. */
export function wholeNumber(reading: Reading, index: number, least: number, most: number): number {
  const token = reading.tokens[index];
  if (token === undefined || token.kind !== 'number') return -1;
  return digits(reading.text, token.start, token.end, least, most);
}

export function digits(text: string, start: number, end: number, least: number, most: number): number {
  if (end - start < least || end - start > most) return -1;
  let value = 0;
  for (let at = start; at < end; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (!(digit >= 0 && digit <= 9)) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/** A year of four digits, or -1. */
export function yearAt(reading: Reading, index: number): number {
  const year = wholeNumber(reading, index, 4, 4);
  if (year < FIRST_YEAR || year > LAST_YEAR) return -1;
  return standsAlone(reading.text, reading.tokens[index] as Token) ? year : -1;
}

/** The month whose name stands here, or 0. "may" and "march" are months only with a capital. */
export function monthAt(reading: Reading, index: number): number {
  const month = wordAt(reading, index, MONTHS);
  if (month === 0) return 0;
  const token = reading.tokens[index] as Token;
  return classAt(reading.text, token.start) === UPPER || wordAt(reading, index, PLAIN_MONTHS) > 0 ? month : 0;
}

/** A day of a month with its suffix: its number and its last token; or undefined. */
export function dayAt(reading: Reading, index: number): { day: number; last: number } | undefined {
  const day = wholeNumber(reading, index, 1, 2);
  if (day < 1 || day > 31) return undefined;
  const token = reading.tokens[index] as Token;
  const next = reading.tokens[index + 1];
  if (next !== undefined && next.start === token.end && wordAt(reading, index + 1, ORDINAL_SUFFIXES) > 0)
    return standsAlone(reading.text, { start: token.start, end: next.end }) ? { day, last: index + 1 } : undefined;
  return standsAlone(reading.text, token) ? { day, last: index } : undefined;
}

/** Two days joined by a hyphen in one token: "11-14". */
export function daysAt(reading: Reading, index: number): { days: [number, number]; hyphen: number } | undefined {
  const token = reading.tokens[index];
  if (token === undefined || token.kind !== 'number' || token.end - token.start > 5) return undefined;
  const hyphen = token.start + textAt(reading, index).search(/[-\u2011/]/);
  if (hyphen < token.start) return undefined;
  const first = digits(reading.text, token.start, hyphen, 1, 2);
  const second = digits(reading.text, hyphen + 1, token.end, 1, 2);
  if (first < 1 || second < 1 || first > 31 || second > 31 || !standsAlone(reading.text, token)) return undefined;
  return { days: [first, second], hyphen };
}

/** Whether a number is not part of something longer: an amount, a code, a path, a version. */
export function standsAlone(text: string, span: { readonly start: number; readonly end: number }): boolean {
  if (!endsFree(text, span.end)) return false;
  const before = classBefore(text, span.start);
  if (before === 0) return true;
  if (isLetter(before) || before === DIGIT || before === MARK) return false;
  return !'$€£¥#+=@_/\\.-:&%'.includes(text.charAt(span.start - 1));
}

function endsFree(text: string, end: number): boolean {
  const next = classAt(text, end);
  if (next === 0) return true;
  if (isLetter(next) || next === DIGIT || next === MARK) return false;
  const sign = text.charAt(end);
  if ('%°$€£¥_/\\=@#&+'.includes(sign)) return false;
  if (sign !== '-' && sign !== '.' && sign !== ':') return true;
  const behind = classAt(text, end + 1);
  // "July 2019-June 2020"
  if (sign === '-' && behind === UPPER) return true;
  return behind !== DIGIT && !isLetter(behind);
}

/** Whether only blanks, few of them, stand between a token and the next one. */
export function near(reading: Reading, index: number): boolean {
  const token = reading.tokens[index];
  const next = reading.tokens[index + 1];
  // A hard line end may be followed by an indent.
  return token !== undefined && next !== undefined && next.start - token.end <= 12;
}

export function isCapitalWord(reading: Reading, index: number): boolean {
  const token = reading.tokens[index];
  return token !== undefined && token.kind === 'word' && classAt(reading.text, token.start) === UPPER;
}
