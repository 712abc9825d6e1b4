import { FIELDS, type FieldKey, fieldInfo } from '../seed/fields.ts';
import { readFrontMatter } from '../seed/front-matter.ts';
import { parseHeader } from '../seed/header.ts';
import { headlineOf } from '../seed/ink.ts';
import { arraySource } from '../seed/seed.ts';
import type { Field, Segment } from '../seed/types.ts';
import { applyEdits, type TextEdit } from '../text/edit.ts';
import { contentLength, splitLines } from '../text/lines.ts';
import { shift } from '../text/span.ts';
import { doubleQuoted } from '../yaml/quote.ts';

export interface InsertFieldInput {
  readonly header: Segment | undefined;
  readonly key: FieldKey;
  /** '' where the user is to type it. */
  readonly value: string;
  /** The line end in use. */
  readonly eol: string;
  /** Where the text begins: 1 behind a byte order mark. Looked at only where there is no header. */
  readonly start?: number;
}

export interface InsertedField {
  /** Offsets count from the beginning of the seed. */
  readonly edit: TextEdit;
  /** Where the value ends, in the text after the edit: the place to type it, or to go on. */
  readonly cursor: number;
}

/**
 * The edit that adds a field to a header in the header's own style; no other byte changes.
 *
 * - Front matter: a line of YAML behind the field that precedes it in the order of `FIELDS`, the value quoted if need be.
 * - Fields one a line: a line behind the field that precedes it in that order, else before the first field.
 * - Fields that run on: short values (source, dates, author, language) are appended to the line. Titles, URLs, keywords
 *   and rights hold many words and colons, so they get a line of their own below.
 * - No header: a first line and a blank line behind it.
 *
 * Names follow the letter case of the fields around, and colons the blanks around theirs. What would be read back as
 * something else is written on a line of its own instead.
 */
export function insertField(input: InsertFieldInput): InsertedField {
  const value = oneLine(input.value);
  const { header, key, eol } = input;
  if (header === undefined) {
    const at = input.start ?? 0;
    const line = `${fieldInfo(key).label}: ${value}`;
    return inserted(at, line, `${line}${eol}${eol}`);
  }
  const candidates = header.fields.some(({ style }) => style === 'yaml')
    ? yamlCandidates(header, key, value, eol)
    : lineCandidates(header, key, value, eol);
  const good = candidates.find((candidate) => readsBack(header, candidate.edit, key, value));
  return good ?? (candidates[0] as InsertedField);
}

/** The edit that gives a field another name. `offsetOfPart`: where the header or footer that holds it begins. */
export function renameField(field: Field, replacement: string, offsetOfPart: number): TextEdit {
  return { ...shift(field.nameSpan, offsetOfPart), newText: replacement };
}

/**
 * The edit that gives a field a value, in the field's own style: quoted in front matter if need be, on one line. `base`:
 * where the header or footer that holds it begins.
 */
export function setValue(field: Field, value: string, base: number): TextEdit {
  const { valueSpan, nameSpan, style } = field;
  const line = oneLine(value);
  const plain = style === 'yaml' ? yamlScalar(line) : line;
  // Between the colon and an empty value there may be no blank yet.
  const glued = field.value === '' && valueSpan.start === nameSpan.end + 1;
  return { ...shift(valueSpan, base), newText: `${glued ? ' ' : ''}${plain}` };
}

const ORDER: ReadonlyMap<FieldKey | undefined, number> = new Map(FIELDS.map(({ key }, i) => [key, i]));

function oneLine(value: string): string {
  return value.replace(/\s*[\r\n\u0085\u2028\u2029]+\s*/gu, ' ').trim();
}

/** Values of few words, which may stand in a line with others. */
const SHORT: ReadonlySet<FieldKey> = new Set(['source', 'published', 'retrieved', 'author', 'language']);

function inserted(at: number, upToValue: string, newText: string, valueTail = 0): InsertedField {
  return { edit: { start: at, end: at, newText }, cursor: at + upToValue.length - valueTail };
}

/** Of the fields, the one that comes last of those that precede a key in canonical order. */
function predecessor(fields: readonly Field[], key: FieldKey): Field | undefined {
  const own = ORDER.get(key) as number;
  let best: Field | undefined;
  let rank = -1;
  for (const field of fields) {
    const order = ORDER.get(field.key) ?? -1;
    if (order < own && order >= rank && field.key !== undefined) {
      best = field;
      rank = order;
    }
  }
  return best;
}

function lineCandidates(header: Segment, key: FieldKey, value: string, eol: string): InsertedField[] {
  const before = predecessor(header.fields, key);
  const beside = before ?? header.fields[0];
  if (beside === undefined) {
    // Front matter with nothing in it.
    return yamlCandidates(header, key, value, eol);
  }
  const name = inCaseOf(beside.name, fieldInfo(key).label);
  const fieldText = `${name}${colonOf(header.text, beside)}${value}`;
  const line = lineOf(header, beside.nameSpan.start);
  const indent = /^[ \t\u3000]*/.exec(header.text.slice(line.start).replace(/^\ufeff/, ''))?.[0] ?? '';
  const below = `${eol}${indent}${fieldText}`;
  const candidates: InsertedField[] = [];
  if (beside.style === 'inline' && SHORT.has(key)) {
    const end = line.start + header.text.slice(line.start, line.end).trimEnd().length;
    const run = ` ${fieldText}`;
    candidates.push(inserted(end, run, run));
  }
  if (before === undefined && beside.style === 'line') {
    // Behind a byte order mark, which must stay first.
    const start = header.text.charCodeAt(line.start) === 0xfeff ? line.start + 1 : line.start;
    candidates.push(inserted(start, `${indent}${fieldText}`, `${indent}${fieldText}${eol}`));
  }
  candidates.push(inserted(line.end, below, below));
  // Where the header is cut short there (a line too long, a block too long), any other line may do.
  for (const field of header.fields) {
    const { end } = lineOf(header, field.nameSpan.start);
    const plain = `${eol}${fieldInfo(key).label}: ${value}`;
    if (candidates.length < 8) candidates.push(inserted(end, plain, plain));
  }
  return candidates;
}

function yamlCandidates(header: Segment, key: FieldKey, value: string, eol: string): InsertedField[] {
  const lines = splitLines(header.text);
  const entries = readFrontMatter(arraySource(lines)).front?.entries ?? [];
  const fields = entries.map(({ field }) => field);
  const before = predecessor(fields, key);
  const entry =
    before === undefined ? undefined : entries.find(({ field }) => field.nameSpan.start === before.nameSpan.start);
  const line = entry?.end ?? entries[0]?.line ?? 1;
  const beside = entry ?? entries[0];
  const indent = /^[ \t]*/.exec(beside ? (lines[beside.line] as string) : '')?.[0] ?? '';
  const { label, yamlName } = fieldInfo(key);
  const capital = fields.length > 0 && fields.every(({ name }) => /^\p{Lu}/u.test(name));
  const scalar = yamlScalar(value);
  const fieldText = `${indent}${capital ? label : yamlName}: ${scalar}`;
  const tail = scalar === value ? 0 : 1;
  // At the end of the line above, which may be the last one of the text and have no line end.
  let at = 0;
  for (let i = 0; i < line - 1; i++) at += (lines[i] as string).length;
  at += contentLength(lines[line - 1] as string);
  return [inserted(at, `${eol}${fieldText}`, `${eol}${fieldText}`, tail)];
}

/** The value as YAML: plain where that is read as the same text. Dates stay plain too, as people write them. */
export function yamlScalar(value: string): string {
  if (value === '' || /^\d{4}-\d\d-\d\d$/.test(value)) return value;
  const special = /^(?:y|n|yes|no|on|off|true|false|null|~|[-+.\d][\d_.,:eE+-]*)$/i.test(value);
  const marked = /^[\s\-?:,[\]{}#&*!|>'"%@`=<~]|^\.\.\.|:(?:\s|$)|\s#|[\p{Cc}\u2028\u2029\ufeff]/u.test(value);
  return special || marked ? doubleQuoted(value) : value;
}

function inCaseOf(name: string, label: string): string {
  if (name === name.toLowerCase() && name !== name.toUpperCase()) return label.toLowerCase();
  return name === name.toUpperCase() && name !== name.toLowerCase() && name.length > 3 ? label.toUpperCase() : label;
}

/** A colon with the blanks around it, as the neighbour writes it; an aligned value is no reason to align others. */
function colonOf(text: string, { nameSpan, valueSpan, value }: Field): string {
  const between = text.slice(nameSpan.end, valueSpan.start);
  const match = /^([ \t\u00a0]?)[ \t\u00a0]*([:：])([ \t\u00a0\u3000]?)/u.exec(between);
  if (match === null) return ': ';
  const [, before, colon, after] = match;
  return `${before}${colon}${after || (value === '' && colon === ':' ? ' ' : '')}`;
}

/** The line that holds an offset, without its line end. */
function lineOf(header: Segment, offset: number): { start: number; end: number } {
  let i = 0;
  while (i + 1 < header.lineStarts.length && (header.lineStarts[i + 1] as number) <= offset) i++;
  const start = header.lineStarts[i] as number;
  return {
    start,
    end: start + contentLength(header.text.slice(start, header.lineStarts[i + 1] ?? header.text.length)),
  };
}

/** Whether the header, read again, has the new field with its value and all others as before. */
function readsBack(header: Segment, edit: TextEdit, key: FieldKey, value: string): boolean {
  const after = parseHeader(arraySource(splitLines(applyEdits(header.text, [edit])))).segment;
  if (after === undefined || after.fields.length !== header.fields.length + 1) return false;
  if (headlineOf(after) !== headlineOf(header)) return false;
  const at = after.fields.findIndex(({ nameSpan }) => nameSpan.start >= edit.start);
  const added = after.fields[at];
  if (added?.key !== key || added.value !== value) return false;
  return header.fields.every((old, i) => {
    const field = after.fields[i < at ? i : i + 1];
    return field !== undefined && field.key === old.key && field.name === old.name && field.value === old.value;
  });
}
