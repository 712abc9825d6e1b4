import { FIELDS, type FieldKey, fieldInfo, nearFieldKey } from '../seed/fields.ts';
import { readFrontMatter } from '../seed/front-matter.ts';
import { headlineOf } from '../seed/ink.ts';
import { arraySource } from '../seed/seed.ts';
import type { Field, Segment } from '../seed/types.ts';
import { applyEdits, type TextEdit } from '../text/edit.ts';
import { contentLength, splitLines } from '../text/lines.ts';
import { editsBetween, metadataTexts, type ReadParts, readAround, type SeedParts, valuesOf } from './around-body.ts';
import { addKeywords } from './keywords.ts';
import { removeField } from './remove-field.ts';

export interface OrderedFields {
  readonly edits: readonly TextEdit[];
  /** Some fields stood twice. */
  readonly merged: boolean;
  /** Some fields stood in another order. */
  readonly ordered: boolean;
}

/**
 * The edits that put the fields of the header into canonical order, in the header's own style, and merge what stands twice:
 * equal values are kept once, lists are united. Fields that contradict each other stay, one next to the other, for the
 * user to decide. In a line of several fields these are put in order, and the lines by their first fields. Undefined where
 * nothing is to be done, or what would come of it would not be read as the same fields.
 */
export function orderFields(parts: SeedParts, footerAt: number): OrderedFields | undefined {
  const { header } = parts;
  if (header === undefined) return undefined;
  const texts = metadataTexts(parts);
  const united = uniteAll(parts, header);
  const inOrder = [true, false]
    .map((others) => sorted(united, others))
    .find((text) => text !== united.text && sameFields(readAround(parts, { ...texts, header: text }), united));
  const text = inOrder ?? united.text;
  if (text === texts.header) return undefined;
  return {
    edits: editsBetween(parts, { ...texts, header: text }, footerAt),
    merged: united !== header,
    ordered: inOrder !== undefined,
  };
}

/** The header with everything merged that can be; the same object where there is nothing. */
function uniteAll(parts: SeedParts, header: Segment): Segment {
  let current = header;
  // Fields that could not be merged; each round merges one or gives one up.
  const left = new Set<string>();
  for (let round = 0; round < header.fields.length; round++) {
    const pair = current.fields
      .map((later, i) => ({ later, first: firstAlike(current.fields, later, i), name: `${later.key} ${later.value}` }))
      .find(({ first, name }) => first !== undefined && !left.has(name));
    if (pair?.first === undefined) break;
    const next = unite(parts, current, pair.first, pair.later);
    if (next) current = next;
    else left.add(pair.name);
  }
  return current;
}

/** The field above that says the same, or whose list can take in this one's. */
function firstAlike(fields: readonly Field[], later: Field, index: number): Field | undefined {
  const { key, value } = later;
  if (key === undefined) return undefined;
  const above = fields.slice(0, index).filter((field) => field.key === key);
  return fieldInfo(key).kind === 'list' ? above[0] : above.find((field) => field.value === value);
}

function unite(parts: SeedParts, header: Segment, first: Field, later: Field): Segment | undefined {
  const values = valuesOf(first);
  const added = isList(first) ? valuesOf(later).filter((value) => value !== '' && !values.includes(value)) : [];
  const edits = added.length === 0 ? [] : [addKeywords(header, first, added)];
  const text = applyEdits(header.text, [...edits, removeField(header, later)]);
  const after = readAround(parts, { ...metadataTexts(parts), header: text });
  if (after?.header === undefined || headlineOf(after.header) !== headlineOf(header)) return undefined;
  const expected = header.fields.filter((field) => field !== later);
  const same =
    after.header.fields.length === expected.length &&
    expected.every((field, i) => {
      const found = after.header?.fields[i];
      if (found?.key !== field.key || found?.name !== field.name) return false;
      return field === first && isList(first)
        ? JSON.stringify(valuesOf(found)) === JSON.stringify([...values.filter((value) => value !== ''), ...added]) ||
            (added.length === 0 && found.value === field.value)
        : found.value === field.value;
    });
  return same ? { ...after.header, text } : undefined;
}

function isList({ key }: Field): boolean {
  return key !== undefined && fieldInfo(key).kind === 'list';
}

const ORDER: ReadonlyMap<FieldKey | undefined, number> = new Map(FIELDS.map(({ key }, i) => [key, i]));

/** A mistyped name has the place of the right one; names that are not known come last. */
function rankOf({ key, name }: Field): number {
  return ORDER.get(key ?? nearFieldKey(name)?.key) ?? FIELDS.length;
}

/** The header's text in order. `others`: fields that are not known go behind the known ones; else they stay where they are. */
function sorted(header: Segment, others: boolean): string {
  const lines = splitLines(header.text);
  const { front } = readFrontMatter(arraySource(lines));
  const frontEnd = front?.end ?? 0;
  const above = front?.close === undefined ? lines.slice(0, frontEnd) : sortedEntries(lines.slice(0, frontEnd), others);
  return [...above, ...sortedLines(header, lines, frontEnd, others)].join('');
}

/** Entries of front matter change places with the comments right above them. */
function sortedEntries(lines: readonly string[], others: boolean): string[] {
  const entries = readFrontMatter(arraySource(lines)).front?.entries ?? [];
  let end = 1;
  const blocks = entries.map((entry) => {
    let start = entry.line;
    while (start > end && /^[ \t]*#/.test(lines[start - 1] ?? '')) start--;
    end = entry.end;
    return { start, end, rank: rankOf(entry.field) };
  });
  return replaced(
    lines,
    blocks,
    inOrder(blocks, others).map(({ start, end: to }) => lines.slice(start, to)),
  );
}

function sortedLines(header: Segment, lines: readonly string[], from: number, others: boolean): string[] {
  const rows: { line: number; text: string; rank: number }[] = [];
  for (const [line, whole] of lines.entries()) {
    const start = header.lineStarts[line] ?? header.text.length;
    const fields = header.fields.filter(
      ({ nameSpan }) => nameSpan.start >= start && nameSpan.start < start + whole.length,
    );
    if (line < from || fields.length === 0) continue;
    const inLine = [...fields].sort((a, b) => rankOf(a) - rankOf(b));
    let text = '';
    let at = start + (whole.startsWith('\ufeff') ? 1 : 0);
    for (const [i, slot] of fields.entries()) {
      const field = inLine[i] ?? slot;
      text += header.text.slice(at, slot.nameSpan.start);
      text += fieldText(header, field);
      at = slot.nameSpan.start + fieldText(header, slot).length;
    }
    text += header.text.slice(at, start + contentLength(whole));
    rows.push({ line, text, rank: rankOf(inLine[0] as Field) });
  }
  const result = [...lines];
  for (const [i, row] of inOrder(rows, others).entries()) {
    const { line } = rows[i] ?? row;
    const whole = lines[line] ?? '';
    result[line] = `${whole.startsWith('\ufeff') ? '\ufeff' : ''}${row.text}${whole.slice(contentLength(whole))}`;
  }
  return result.slice(from);
}

/** Name, colon and value; a field without value ends with its colon. */
function fieldText({ text }: Segment, { nameSpan, valueSpan }: Field): string {
  return text.slice(nameSpan.start, valueSpan.end).trimEnd();
}

function inOrder<T extends { readonly rank: number }>(items: readonly T[], others: boolean): T[] {
  const moving = (item: T) => others || item.rank < FIELDS.length;
  const sorted = items.filter(moving).sort((a, b) => a.rank - b.rank);
  return items.map((item) => (moving(item) ? (sorted.shift() as T) : item));
}

/** The lines with other ones in the place of the blocks. */
function replaced(
  lines: readonly string[],
  blocks: readonly { readonly start: number; readonly end: number }[],
  contents: readonly (readonly string[])[],
): string[] {
  const result: string[] = [];
  let at = 0;
  for (const [i, { start, end }] of blocks.entries()) {
    result.push(...lines.slice(at, start), ...(contents[i] ?? []));
    at = end;
  }
  return [...result, ...lines.slice(at)];
}

function sameFields(after: ReadParts | undefined, header: Segment): boolean {
  if (after?.header === undefined || headlineOf(after.header) !== headlineOf(header)) return false;
  const show = ({ fields }: Segment) =>
    JSON.stringify(
      fields.map((field) => [field.key ?? '', field.name, field.style, ...valuesOf(field)].join('\n')).sort(),
    );
  return show(after.header) === show(header);
}
