import { classAt, LOWER, MARK, UPPER } from '../../text/characters.ts';
import type { Token } from '../../text/tokens.ts';
import { readDigits } from '../numeric.ts';

/**
 * The units that patterns run over: tokens, but hyphenated words and ranges of numbers cut at their hyphens
 * (`27|-|year|-|old`, `11|-|14`, `mid|-|June`), since time expressions are made of their parts.
 */
export interface Cell {
  readonly start: number;
  readonly end: number;
  readonly kind: 'word' | 'number' | 'sign' | 'other';
  /** Whether it is a piece of a token that went on before or behind it. */
  readonly glued: boolean;
}

/** `isKnown`: whether the language knows the word that stands there; hyphenated words without one stay whole. */
export function cellsOf(
  text: string,
  tokens: readonly Token[],
  isKnown: (text: string, start: number, end: number) => boolean,
): Cell[] {
  const hyphens = HYPHEN.test(text);
  const cells: Cell[] = [];
  for (const { start, end, kind } of tokens) {
    if (kind === 'word') {
      if (hyphens && end - start > 3 && addHyphenated(text, start, end, cells, isKnown)) continue;
      cells.push({ start, end, kind: 'word', glued: false });
    } else if (kind === 'number') {
      if ((hyphens && addRange(text, start, end, cells)) || addGluedYear(text, start, end, cells)) continue;
      cells.push({ start, end, kind: 'number', glued: false });
    } else
      cells.push({ start, end, kind: kind === 'punctuation' || kind === 'symbol' ? 'sign' : 'other', glued: false });
  }
  return cells;
}

const HYPHEN = /[-\u2010\u2011]/;

function isHyphen(code: number): boolean {
  return code === 0x2d || code === 0x2010 || code === 0x2011;
}

function addHyphenated(
  text: string,
  start: number,
  end: number,
  cells: Cell[],
  isKnown: (text: string, start: number, end: number) => boolean,
): boolean {
  let known = false;
  let cuts = 0;
  let from = start;
  for (let at = start; at <= end; at++) {
    if (at < end && !isHyphen(text.charCodeAt(at))) continue;
    if (at < end) cuts++;
    known ||= isKnown(text, from, at);
    from = at + 1;
  }
  if (cuts === 0 || cuts > 6 || !known) return false;
  from = start;
  for (let at = start; at <= end; at++) {
    if (at < end && !isHyphen(text.charCodeAt(at))) continue;
    const first = classAt(text, from);
    const word = first === UPPER || first === LOWER || first === MARK;
    cells.push({ start: from, end: at, kind: word ? 'word' : 'number', glued: true });
    if (at < end) cells.push({ start: at, end: at + 1, kind: 'sign', glued: true });
    from = at + 1;
  }
  return true;
}

/** `11-14`, `1914-18`, `1914-1918`, `2-3`; not a date, a telephone number or a score of three. */
const RANGE = /^(\d{1,2}|\d{4})[-\u2011/](\d{1,2}|\d{4})$/;

function addRange(text: string, start: number, end: number, cells: Cell[]): boolean {
  if (end - start > 9 || end - start < 3) return false;
  const written = text.slice(start, end);
  const match = RANGE.exec(written);
  if (match === null) return false;
  const date = readDigits(written);
  // “2021-07” is a month; “2004-05” may be one, but speaks of two years.
  if (date !== undefined && date !== 'ambiguous') return false;
  const [, first = '', second = ''] = match;
  // "11/9" is a fraction or a date, "1914/15" a year and a winter.
  if (written.includes('/') && first.length < 4) return false;
  if (first.length < second.length && second.length > 2) return false;
  const cut = start + first.length;
  cells.push({ start, end: cut, kind: 'number', glued: true });
  cells.push({ start: cut, end: cut + 1, kind: 'sign', glued: true });
  cells.push({ start: cut + 1, end, kind: 'number', glued: true });
  return true;
}

/** “July 5,2021”: the comma parts two numbers; groups of thousands have three digits. */
function addGluedYear(text: string, start: number, end: number, cells: Cell[]): boolean {
  const comma = end - 5;
  if (
    end - start > 7 ||
    comma <= start ||
    text.charCodeAt(comma) !== 0x2c ||
    !/^\d{1,2},\d{4}$/.test(text.slice(start, end))
  )
    return false;
  cells.push({ start, end: comma, kind: 'number', glued: true });
  cells.push({ start: comma, end: comma + 1, kind: 'sign', glued: true });
  cells.push({ start: comma + 1, end, kind: 'number', glued: true });
  return true;
}
