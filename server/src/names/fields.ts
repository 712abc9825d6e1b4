import type { FieldKey } from '../seed/types.ts';
import { classAt, DIGIT, isBlank, isLetter } from '../text/characters.ts';
import type { Span } from '../text/span.ts';
import type { Mention } from './types.ts';

/** Whether the value of a field names anything. */
export function hasNames(field: FieldKey): boolean {
  return field === 'author' || field === 'source' || field === 'title' || field === 'keywords';
}

/** What a field's value is by its meaning alone: authors are persons, a source is an organisation. */
export function namesOfField(field: FieldKey, text: string): Mention[] {
  if (field === 'author') return authors(text).map((span) => mention(span, 'person'));
  if (field === 'source') return sources(text).map((span) => mention(span, 'organization'));
  return [];
}

function mention(span: Span, type: string): Mention {
  return { start: span.start, end: span.end, type, evidence: 'rule', score: 1 };
}

/** An address is no name of an organisation. */
function sources(text: string): Span[] {
  return split(text, /[;\n\r]/).filter(
    ({ start, end }) => !/^(?:[a-z]+:\/\/|www\.)/i.test(text.slice(start, Math.min(end, start + 12))),
  );
}

/** Persons between semicolons, commas and "and". With semicolons a comma stands inside a name: "Doe, Jane; Roe, Richard". */
function authors(text: string): Span[] {
  const whole = withoutBy(text);
  const pieces = text.includes(';') ? split(text, /[;\n\r]/, whole) : split(text, /[,|&/\n\r]| and /i, whole);
  // "Doe, Jane"
  if (
    !text.includes(';') &&
    pieces.length === 2 &&
    text[pieces[0]?.end ?? 0] === ',' &&
    pieces.every((piece) => !hasBlank(text, piece))
  )
    pieces.splice(0, 2, { start: (pieces[0] as Span).start, end: (pieces[1] as Span).end });
  return pieces.map((piece) => person(text, piece)).filter((span) => span !== undefined);
}

function withoutBy(text: string): number {
  const by = /^\s{0,8}(?:written\s)?by[\s:]{1,8}/i.exec(text);
  return by === null ? 0 : by[0].length;
}

/** The pieces between separators, blanks off, empty ones out. */
function split(text: string, separator: RegExp, from = 0): Span[] {
  const pieces: Span[] = [];
  let start = from;
  const add = (end: number) => {
    let a = start;
    let b = end;
    while (a < b && isBlank(text.charCodeAt(a))) a++;
    while (b > a && isBlank(text.charCodeAt(b - 1))) b--;
    if (a < b) pieces.push({ start: a, end: b });
  };
  for (const match of text.matchAll(new RegExp(separator, 'gi'))) {
    if (match.index < from) continue;
    add(match.index);
    start = match.index + match[0].length;
  }
  add(text.length);
  return pieces;
}

/** Words of authors that are no persons. */
const NO_PERSON = new Set(
  'staff agency agencies agence press news newspaper newsroom newsdesk desk team editor editors editorial editorials bureau correspondent correspondents reporter reporters reporting writer writers board office ministry department university institute foundation committee council commission association society group inc ltd llc corporation company media network service services online tv radio times post daily journal magazine review reuters afp ap xinhua bbc cnn tass ansa dpa wires wire anonymous unknown admin webmaster contributor contributors government embassy'.split(
    ' ',
  ),
);

/** More words than this are a sentence, and more code units no name. */
const MOST_WORDS = 6;
const LONGEST = 80;

/** The part of a piece that is a person's name: no address, no place, no role; undefined if nothing is left. */
function person(text: string, piece: Span): Span | undefined {
  let end = piece.end;
  const written = text.slice(piece.start, Math.min(end, piece.start + LONGEST + 40));
  // "Jane Doe (jane@example.org)", "Jane Doe in Beijing", "Jane Doe for Reuters"
  const rest = /\s?[(<[]|\s(?:in|for|at|of|from)\s/.exec(written);
  if (rest !== null && rest.index > 0) end = piece.start + rest.index;
  const name = text.slice(piece.start, end);
  if (name.length > LONGEST || name.length < 2 || /[@:/_"“”]/.test(name) || !isLetter(firstClass(name)))
    return undefined;
  const words = name.split(/[\s,]+/);
  if (words.length > MOST_WORDS || words.some((word) => NO_PERSON.has(word.toLowerCase().replace(/[.']/g, ''))))
    return undefined;
  for (let i = 0; i < name.length; i++) if (classAt(name, i) === DIGIT) return undefined;
  // A name begins with a capital, or its script has none.
  const first = String.fromCodePoint(name.codePointAt(0) as number);
  if (first !== first.toUpperCase() && !words.some((word) => word.charAt(0) !== word.charAt(0).toLowerCase()))
    return undefined;
  return { start: piece.start, end };
}

function firstClass(name: string): number {
  const kind = classAt(name, 0);
  // CJK letters are letters as well.
  return /^\p{L}/u.test(name) ? 2 : kind;
}

function hasBlank(text: string, span: Span): boolean {
  for (let at = span.start; at < span.end; at++) if (isBlank(text.charCodeAt(at))) return true;
  return false;
}
