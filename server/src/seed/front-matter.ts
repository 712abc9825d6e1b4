import { isBlank } from '../text/characters.ts';
import { contentLength, splitLines } from '../text/lines.ts';
import type { Problem } from '../text/problem.ts';
import { MOST_ITEMS, splitItems } from './field-line.ts';
import { fieldInfo, fieldKey, nearFieldKey } from './fields.ts';
import type { Field, FieldItem, LineSource } from './types.ts';

/** A field of front matter with its lines, counted from the line that opens it. */
export interface FrontMatterEntry {
  readonly field: Field;
  readonly line: number;
  /** Behind the last line of the value. */
  readonly end: number;
}

export interface FrontMatter {
  readonly entries: readonly FrontMatterEntry[];
  /** The line that closes it. */
  readonly close: number | undefined;
  /** Behind the closing line; where that is missing, behind the last line that reads as a field. */
  readonly end: number;
  /** Lines that were looked at. */
  readonly reads: number;
  readonly problems: readonly Problem[];
}

/** The closing line is looked for so far. */
export const FRONT_MATTER_LINES = 400;

/**
 * Reads YAML front matter: a first line `---`, lines of `key: value` and a closing `---` or `...`. It is read line by
 * line and not by a YAML parser: whatever is broken in it, all other lines keep their meaning and their exact place.
 * `front` is undefined where the text has none.
 */
export function readFrontMatter(lines: LineSource): { front: FrontMatter | undefined; reads: number } {
  if (!isOpening(lines.line(0))) return { front: undefined, reads: 1 };
  const limit = Math.min(lines.count, FRONT_MATTER_LINES + 1);
  let close = 1;
  while (close < limit && !isClosing(lines.line(close))) close++;
  const closed = close < limit;
  const reads = closed ? close + 1 : limit;
  const text: string[] = [];
  for (let i = 0; i < (closed ? close : limit); i++) text.push(lines.line(i));
  const groups = group(text, closed);
  if (groups === undefined) return { front: undefined, reads };
  const entries = readEntries(text, groups);
  const end = closed ? close + 1 : (entries.at(-1)?.end ?? 1);
  const problems: Problem[] = [];
  if (!closed) {
    problems.push({
      code: 'front-matter-unclosed',
      span: { start: bom(text[0] as string), end: contentLength(text[0] as string) },
      message: 'The front matter that begins here is never closed. Add a line “---” behind its last field.',
    });
  }
  return { front: { entries, close: closed ? close : undefined, end, reads, problems }, reads };
}

function bom(line: string): number {
  return line.charCodeAt(0) === 0xfeff ? 1 : 0;
}

function isOpening(line: string): boolean {
  return /^\ufeff?---[ \t]*[\r\n]*$/.test(line);
}

function isClosing(line: string): boolean {
  return /^(?:---|\.\.\.)[ \t]*[\r\n]*$/.test(line);
}

const KEY =
  /^(\s*)(?:"([^"\r\n]{1,60})"|'([^'\r\n]{1,60})'|([^\s#:\-[\]{},&*!|>'"%@`][^:#\r\n]{0,60}?))[ \t]*:(?=\s|$)/u;

interface Group {
  readonly line: number;
  readonly match: RegExpExecArray;
  end: number;
}

/**
 * The lines of each key. Undefined when the first line that says anything is no field: then the dashes are an
 * ornament and no front matter.
 */
function group(text: readonly string[], closed: boolean): Group[] | undefined {
  const groups: Group[] = [];
  let current: Group | undefined;
  let indent = 0;
  for (let i = 1; i < text.length; i++) {
    const line = text[i] as string;
    const first = firstInk(line);
    if (first === line.length) {
      // Behind a blank line the fields of an open front matter are over: what follows is the text.
      if (!closed && groups.length > 0) break;
      continue;
    }
    if (line[first] === '#' && (closed || first === 0)) continue;
    const match = groups.length > 0 && first > indent ? null : KEY.exec(line);
    if (match !== null && (closed || readsAsField(match))) {
      if (groups.length === 0) indent = first;
      current = { line: i, match, end: i + 1 };
      groups.push(current);
      continue;
    }
    if (groups.length === 0) return undefined;
    const goesOn = first > indent || /^(?:-(?:\s|$)|[\]}]\s*$)/.test(line.slice(first));
    if (goesOn && current !== undefined) current.end = i + 1;
    else if (!closed) break;
    else current = undefined;
  }
  return groups.length === 0 && !closed ? undefined : groups;
}

function readsAsField(match: RegExpExecArray): boolean {
  const name = nameOf(match);
  return fieldKey(name) !== undefined || nearFieldKey(name) !== undefined || /^[\p{L}\p{N}_.-]{1,40}$/u.test(name);
}

function nameOf(match: RegExpExecArray): string {
  return match[2] ?? match[3] ?? match[4] ?? '';
}

function firstInk(line: string): number {
  let at = 0;
  while (at < line.length && isBlank(line.charCodeAt(at))) at++;
  return at;
}

function readEntries(text: readonly string[], groups: readonly Group[]): FrontMatterEntry[] {
  const entries: FrontMatterEntry[] = [];
  let line = 0;
  let offset = 0;
  for (const { line: first, match, end } of groups) {
    while (line < first) offset += (text[line++] as string).length;
    const entry = text.slice(first, end).join('');
    entries.push({ field: readEntry(entry, offset, match), line: first, end });
  }
  return entries;
}

function readEntry(text: string, base: number, match: RegExpExecArray): Field {
  const name = nameOf(match);
  const quoted = match[4] === undefined ? 1 : 0;
  const nameStart = base + (match[1] as string).length + quoted;
  const key = fieldKey(name);
  const { value, start, end, list } = readValue(text, match[0].length);
  const field: Field = {
    key,
    name,
    nameSpan: { start: nameStart, end: nameStart + name.length },
    value,
    valueSpan: { start: base + start, end: base + end },
    style: 'yaml',
  };
  if (list !== undefined) {
    return {
      ...field,
      items: list.map((item) => ({ value: item.value, start: base + item.start, end: base + item.end })),
    };
  }
  if (key === undefined || fieldInfo(key).kind !== 'list') return field;
  const asWritten = text.slice(start, end) === value;
  return {
    ...field,
    items: asWritten ? splitItems(value, base + start) : [{ value, start: base + start, end: base + end }],
  };
}

interface Scalar {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** What stands behind a key: a scalar of any style, or a list. */
function readValue(text: string, colon: number): Scalar & { readonly list?: readonly FieldItem[] } {
  const start = skip(text, colon);
  if (start === text.length) return emptyValue(text, colon);
  const first = text[start];
  if (first === '|' || first === '>') {
    const head = /[|>][-+\d]{0,2}[ \t]*(?:#[^\r\n]*)?(?:\r\n?|\n|$)/y;
    head.lastIndex = start;
    if (head.test(text)) return blockScalar(text, head.lastIndex, colon, first === '|' ? '\n' : ' ');
  }
  if (first === '[') return withList(flowItems(text, start), text, colon);
  if (first === '-' && lineBreaks(text, colon, start) && isBlankAt(text, start + 1)) {
    return withList(blockItems(text, start), text, colon);
  }
  const scalar = readScalar(text, start, text.length);
  return scalar.value === '' && scalar.start === scalar.end ? emptyValue(text, colon) : scalar;
}

function emptyValue(text: string, colon: number): Scalar {
  const at = text[colon] === ' ' || text[colon] === '\t' ? colon + 1 : colon;
  return { value: '', start: at, end: at };
}

function withList(
  list: readonly FieldItem[],
  text: string,
  colon: number,
): Scalar & { readonly list: readonly FieldItem[] } {
  const first = list[0];
  const last = list.at(-1);
  if (first === undefined || last === undefined) {
    // The value of an empty list would stand between its brackets.
    const at = text[skip(text, colon)] === '[' ? skip(text, colon) + 1 : emptyValue(text, colon).start;
    return { value: '', start: at, end: at, list };
  }
  return { value: list.map((item) => item.value).join('; '), start: first.start, end: last.end, list };
}

function blockScalar(text: string, from: number, colon: number, glue: string): Scalar {
  const start = skip(text, from);
  if (start === text.length) return emptyValue(text, colon);
  const end = trimEnd(text, start, text.length);
  const value = text
    .slice(start, end)
    .split(LINE_END)
    .map((line) => line.trim());
  return { value: value.join(glue), start, end };
}

const LINE_END = /\r\n|\r|\n/;

/** The entries of `- a` lines. */
function blockItems(text: string, from: number): FieldItem[] {
  const items: FieldItem[] = [];
  let dash = from;
  while (dash < text.length && items.length < MOST_ITEMS) {
    let end = endOfLine(text, dash);
    // Lines up to the next dash belong to the entry.
    while (end < text.length && !isDash(text, skip(text, end))) end = endOfLine(text, skip(text, end));
    const start = skip(text, dash + 1);
    if (start < end) {
      const item = readScalar(text, start, end);
      if (item.value !== '') items.push(item);
    }
    dash = skip(text, end);
  }
  return items;
}

function isDash(text: string, at: number): boolean {
  return at >= text.length || (text[at] === '-' && isBlankAt(text, at + 1));
}

/** The entries of `[a, "b, c"]`; a bracket that is never closed ends with the value. */
function flowItems(text: string, open: number): FieldItem[] {
  const items: FieldItem[] = [];
  let from = open + 1;
  let depth = 1;
  let at = from;
  const add = (to: number) => {
    const start = skip(text, from);
    if (start < to) {
      const item = readScalar(text, start, to);
      if (item.value !== '') items.push(item);
    }
    from = to + 1;
  };
  while (at < text.length && items.length < MOST_ITEMS) {
    const char = text[at];
    if ((char === '"' || char === "'") && skip(text, from) === at) {
      const close = closeQuote(text, at, text.length);
      at = close === undefined ? at + 1 : close + 1;
      continue;
    }
    if (char === '[' || char === '{') depth++;
    else if ((char === ']' || char === '}') && --depth === 0) break;
    else if (char === ',' && depth === 1) add(at);
    at++;
  }
  if (items.length < MOST_ITEMS) add(at);
  return items;
}

/** A quoted or plain scalar between two offsets; it may go on over line ends. */
function readScalar(text: string, from: number, to: number): Scalar {
  const start = Math.min(skip(text, from), to);
  const quote = text[start];
  if (quote === '"' || quote === "'") {
    const close = closeQuote(text, start, to);
    if (close !== undefined && isRestEmpty(text, close + 1, to)) {
      const raw = text.slice(start + 1, close);
      return {
        value: quote === '"' ? unescapeDouble(fold(raw)) : fold(raw).replaceAll("''", "'"),
        start: start + 1,
        end: close,
      };
    }
  }
  return plainScalar(text, start, to);
}

/** A plain scalar: its lines joined with blanks, comments off. */
function plainScalar(text: string, from: number, to: number): Scalar {
  const pieces: string[] = [];
  let start = from;
  let end = from;
  let at = from;
  // Cut out first: a search for line ends must not run on behind the scalar.
  for (const line of splitLines(text.slice(from, to))) {
    const comment = line.search(/(?:^|\s)#/);
    const piece = (comment === -1 ? line : line.slice(0, comment)).trim();
    if (piece !== '') {
      const begin = at + line.indexOf(piece);
      if (pieces.length === 0) start = begin;
      end = begin + piece.length;
      pieces.push(piece);
    }
    at += line.length;
  }
  if (pieces.length === 0) return { value: '', start: from, end: from };
  return { value: pieces.join(' '), start, end };
}

/** The quotation mark that closes the one at `open`. */
function closeQuote(text: string, open: number, to: number): number | undefined {
  const quote = text[open];
  for (let at = open + 1; at < to; at++) {
    const char = text[at];
    if (quote === '"' && char === '\\') at++;
    else if (char === quote) {
      if (quote === "'" && text[at + 1] === "'") at++;
      else return at;
    }
  }
  return undefined;
}

/** Whether nothing but blanks and a comment stands up to the end of the scalar. */
function isRestEmpty(text: string, from: number, to: number): boolean {
  const at = skip(text, from);
  return at >= to || (text[at] === '#' && at > from);
}

function fold(raw: string): string {
  return /[\r\n]/.test(raw)
    ? raw
        .split(LINE_END)
        .map((line) => line.trim())
        .join(' ')
    : raw;
}

function unescapeDouble(raw: string): string {
  if (!raw.includes('\\')) return raw;
  return raw.replace(
    /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([\s\S]))/gu,
    (whole, x, u, long, char) => {
      const hex = x ?? u ?? long;
      if (hex !== undefined) {
        const code = Number.parseInt(hex, 16);
        return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
      }
      return ESCAPES[char] ?? char;
    },
  );
}

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  0: '\0',
  b: '\b',
  f: '\f',
  v: '\v',
  a: '\x07',
  e: '\x1b',
  _: '\u00a0',
  N: '\u0085',
  L: '\u2028',
  P: '\u2029',
};

function skip(text: string, from: number): number {
  let at = from;
  while (at < text.length && isBlank(text.charCodeAt(at))) at++;
  return at;
}

function trimEnd(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && isBlank(text.charCodeAt(end - 1))) end--;
  return end;
}

function isBlankAt(text: string, at: number): boolean {
  return at >= text.length || isBlank(text.charCodeAt(at));
}

function lineBreaks(text: string, from: number, to: number): boolean {
  return /[\r\n]/.test(text.slice(from, to));
}

/** Behind the line end that comes next. */
function endOfLine(text: string, from: number): number {
  const end = /\r\n?|\n/g;
  end.lastIndex = from;
  return end.test(text) ? end.lastIndex : text.length;
}
