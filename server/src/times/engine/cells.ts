import { classAt, LOWER, MARK, UPPER } from '../../text/characters.ts';
import type { Token } from '../../text/tokens.ts';
import { readDigits } from '../numeric.ts';

/**
 * The units that patterns run over: tokens, but hyphenated words and ranges of numbers cut at their hyphens
 * (`27|-|year|-|old`, `11|-|14`, `mid|-|June`), since time expressions are made of their parts.
 */
export interface Cell extends Token {
  /** Whether it is a piece of a token that went on before or behind it. */
  readonly glued?: boolean;
}

/** A text as patterns read it. */
export interface Passage {
  readonly text: string;
  readonly cells: readonly Cell[];
  /** For each cell, the place of its word or sign in the lexicon: 0 for one that the language does not know. */
  readonly places: Int32Array;
}

export function isSign({ kind }: Cell): boolean {
  return kind === 'punctuation' || kind === 'symbol';
}

/**
 * `isKnown`: whether the language knows the word that stands there; hyphenated words without one stay whole. Most texts
 * have nothing to cut: their tokens are their cells.
 */
export function cellsOf(
  text: string,
  tokens: readonly Token[],
  isKnown: (text: string, start: number, end: number) => boolean,
): readonly Cell[] {
  const joints = JOINT.test(text);
  let cells: Cell[] | undefined;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    const pieces = piecesOf(text, token, joints, isKnown);
    if (pieces !== undefined) {
      cells ??= tokens.slice(0, i);
      cells.push(...pieces);
    } else cells?.push(token);
  }
  return cells ?? tokens;
}

function piecesOf(
  text: string,
  { start, end, kind }: Token,
  joints: boolean,
  isKnown: (text: string, start: number, end: number) => boolean,
): Cell[] | undefined {
  if (kind === 'word') {
    if (text.charCodeAt(end - 1) === FULL_STOP) return endOfSentence(text, start, end, isKnown);
    const glued = endsInDigit(text, end) ? gluedNumber(text, start, end, isKnown) : undefined;
    if (glued !== undefined) return glued;
    return joints && end - start > 3 ? hyphenated(text, start, end, isKnown) : undefined;
  }
  if (kind !== 'number') return undefined;
  return (joints ? range(text, start, end) : undefined) ?? gluedYear(text, start, end);
}

const FULL_STOP = 0x2e;

/** “At 3 pm EST.”: the full stop of an abbreviation that the language writes without one is the sentence's. */
function endOfSentence(
  text: string,
  start: number,
  end: number,
  isKnown: (text: string, start: number, end: number) => boolean,
): Cell[] | undefined {
  if (end - start < 3 || isKnown(text, start, end) || !isKnown(text, start, end - 1)) return undefined;
  return [piece(start, end - 1, 'word'), piece(end - 1, end, 'punctuation')];
}

function endsInDigit(text: string, end: number): boolean {
  const last = text.charCodeAt(end - 1);
  return last >= 0x30 && last <= 0x39;
}

/** “Dec31”, “FY18”: a word of the language with a number of up to four digits; “Q3” is a word as it stands. */
function gluedNumber(
  text: string,
  start: number,
  end: number,
  isKnown: (text: string, start: number, end: number) => boolean,
): Cell[] | undefined {
  let cut = end;
  while (cut > start && endsInDigit(text, cut)) cut--;
  if (cut - start < 2 || end - cut > 4 || isKnown(text, start, end) || !isKnown(text, start, cut)) return undefined;
  return [piece(start, cut, 'word'), piece(cut, end, 'number')];
}

/** What a word or a range of numbers may be cut at. */
const JOINT = /[-\u2010\u2011/]/;

function isHyphen(code: number): boolean {
  return code === 0x2d || code === 0x2010 || code === 0x2011;
}

function hyphenated(
  text: string,
  start: number,
  end: number,
  isKnown: (text: string, start: number, end: number) => boolean,
): Cell[] | undefined {
  let known = false;
  let cuts = 0;
  let from = start;
  for (let at = start; at <= end; at++) {
    if (at < end && !isHyphen(text.charCodeAt(at))) continue;
    if (at < end) cuts++;
    known ||= isKnown(text, from, at);
    from = at + 1;
  }
  if (cuts === 0 || cuts > 6 || !known) return undefined;
  const cells: Cell[] = [];
  from = start;
  for (let at = start; at <= end; at++) {
    if (at < end && !isHyphen(text.charCodeAt(at))) continue;
    const first = classAt(text, from);
    const word = first === UPPER || first === LOWER || first === MARK;
    // “am-2pm”: the number has a word of its own.
    const cut = word ? from : digitsEnd(text, from, at);
    if (cut > from && cut < at) cells.push(piece(from, cut, 'number'), piece(cut, at, 'word'));
    else cells.push(piece(from, at, word ? 'word' : 'number'));
    if (at < end) cells.push(piece(at, at + 1, 'punctuation'));
    from = at + 1;
  }
  return cells;
}

function digitsEnd(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && endsInDigit(text, at + 1)) at++;
  return at;
}

function piece(start: number, end: number, kind: Cell['kind']): Cell {
  return { start, end, kind, glued: true };
}

/** `11-14`, `1914-18`, `1914-1918`, `2-3`, `499-493` (BC); not a date, a telephone number or a score of three. */
const RANGE = /^(\d{1,2}|\d{4}|\d{3}(?=.\d{3}$))[-\u2011/](\d{1,2}|\d{3,4})$/;

/** `9:30-11`, `9-10:30`, `9:30-10:15` */
const CLOCKS = /^(\d{1,2}:\d{2}(?=-\d)|\d{1,2}(?=-\d{1,2}:))-\d{1,2}(?::\d{2})?$/;

function range(text: string, start: number, end: number): Cell[] | undefined {
  if (end - start > 11 || end - start < 3) return undefined;
  const written = text.slice(start, end);
  const clocks = CLOCKS.exec(written);
  if (clocks !== null) return cutAt(start, start + (clocks[1] as string).length, end);
  const match = RANGE.exec(written);
  if (match === null) return undefined;
  const date = readDigits(written);
  // “2021-07” is a month; “2004-05” may be one, but speaks of two years.
  if (date !== undefined && date !== 'ambiguous') return undefined;
  const [, first = '', second = ''] = match;
  // "11/9" is a fraction or a date, "1914/15" a year and a winter.
  if (written.includes('/') && first.length < 4) return undefined;
  if (first.length !== second.length && second.length > 2) return undefined;
  // Years before our era count down.
  if (first.length === 3 && first <= second) return undefined;
  return cutAt(start, start + first.length, end);
}

/** Two numbers with a sign between them. */
function cutAt(start: number, cut: number, end: number): Cell[] {
  return [piece(start, cut, 'number'), piece(cut, cut + 1, 'punctuation'), piece(cut + 1, end, 'number')];
}

/** “July 5,2021”: the comma parts two numbers; groups of thousands have three digits. */
function gluedYear(text: string, start: number, end: number): Cell[] | undefined {
  const comma = end - 5;
  if (
    end - start > 7 ||
    comma <= start ||
    text.charCodeAt(comma) !== 0x2c ||
    !/^\d{1,2},\d{4}$/.test(text.slice(start, end))
  )
    return undefined;
  return cutAt(start, comma, end);
}
