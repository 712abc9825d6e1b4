import type { CodeAction } from 'vscode-languageserver-types';
import { metadataTexts, type ReadParts, readAround } from '../../edits/around-body.ts';
import { dateInName } from '../../edits/file-date.ts';
import { removeKeyword } from '../../edits/keywords.ts';
import { insertField, renameField, setValue } from '../../edits/metadata.ts';
import { removeField } from '../../edits/remove-field.ts';
import { FIELDS } from '../../seed/fields.ts';
import { lineEnding } from '../../seed/header.ts';
import type { MetadataField } from '../../seed/metadata.ts';
import type { Segment } from '../../seed/types.ts';
import { applyEdits, type TextEdit } from '../../text/edit.ts';
import { type Span, shift } from '../../text/span.ts';
import type { SeedSnapshot } from '../../workspace/snapshot.ts';
import { editFix, editWithCursor, type FixInput } from './fix.ts';

/** Inserts a missing field: empty for the user to fill, and a date field with the days that suggest themselves. */
export function insertMissing(input: FixInput): CodeAction[] {
  const { snapshot, diagnostic, finding, options } = input;
  const info = FIELDS.find(({ key }) => key === finding.data?.key);
  if (!info) return [];
  const insert = (value: string) =>
    insertField({
      header: snapshot.header,
      key: info.key,
      value,
      eol: lineEnding(snapshot.lines),
      start: snapshot.lines.line(0).startsWith('\ufeff') ? 1 : 0,
    });
  const { edit, cursor } = insert('');
  const empty: CodeAction = {
    title: `Insert the missing field “${info.label}”`,
    kind: 'quickfix',
    diagnostics: [diagnostic],
    isPreferred: finding.code === 'missing-metadata',
    edit: editWithCursor(snapshot, edit, cursor, options),
  };
  const dated = info.kind === 'date' ? suggestedDays(snapshot, info.key) : [];
  return [
    empty,
    ...dated.map(({ day, why }) => editFix(input, `Insert “${info.label}: ${day}” (${why})`, [insert(day).edit])),
  ];
}

/** Closes front matter where its lines stop looking like fields: behind the last of them. */
export function closeFrontMatter(input: FixInput): CodeAction[] {
  const { header, lines } = input.snapshot;
  if (header === undefined) return [];
  const end = header.text.trimEnd().length;
  const edit = { start: end, end, newText: `${lineEnding(lines)}---` };
  return [editFix(input, 'Close the front matter with “---”', [edit], true)];
}

/** Fills a field that stands there without a value. */
export function fillEmpty(input: FixInput): CodeAction[] {
  const place = fieldAt(input);
  const key = place?.field.key;
  if (place === undefined || (key !== 'published' && key !== 'retrieved')) return [];
  return suggestedDays(input.snapshot, key).map(({ day, why }) =>
    editFix(input, `Write ${day} (${why})`, [setValue(place.field, day, place.base)]),
  );
}

/** Corrects a field's name that is nearly a known one. */
export function renameNearMiss(input: FixInput): CodeAction[] {
  const { replacement } = input.finding.data ?? {};
  const place = fieldAt(input);
  if (!place || !replacement) return [];
  const title = `Change “${place.field.name}” to “${replacement}”`;
  return [editFix(input, title, [renameField(place.field, replacement, place.base)], true)];
}

/** Writes a date as ISO, in each way in which it can be read. */
export function rewriteDate(input: FixInput): CodeAction[] {
  const { first, second, value } = input.finding.data ?? {};
  const place = valueAt(input);
  if (place === undefined) return [];
  return [first, second, value]
    .filter((day) => day !== undefined)
    .map((day) => editFix(input, `Write ${day}`, [replacing(place, input.finding.span, day)]));
}

/** Replaces a value, or the part of it that the finding points at, by how it should be. */
export function replaceValue(input: FixInput): CodeAction[] {
  const { replacement } = input.finding.data ?? {};
  if (!replacement || input.finding.part === 'body') return [];
  const place = valueAt(input);
  return place === undefined
    ? []
    : [editFix(input, `Change to “${replacement}”`, [replacing(place, input.finding.span, replacement)], true)];
}

/** The whole of a value is written in the field's own style; a part of it as it stands. */
function replacing({ field, base }: PlacedField, span: Span, newText: string): TextEdit {
  const whole = span.end - span.start === field.valueSpan.end - field.valueSpan.start;
  return whole ? setValue(field, newText, base) : { ...span, newText };
}

/** Takes a keyword out of its list. */
export function removeAbsentKeyword(input: FixInput): CodeAction[] {
  const { keyword } = input.finding.data ?? {};
  const at = input.finding.span.start;
  const place = fieldOf(input.snapshot, ({ field, base }) =>
    (field.items ?? []).some(({ start }) => start + base === at),
  );
  const part = place && input.snapshot[place.part];
  if (place === undefined || part === undefined || !keyword) return [];
  const edit = removeKeyword(part, place.field, at - place.base);
  if (edit === undefined || withEdit(input.snapshot, part, edit) === undefined) return [];
  return [editFix(input, `Remove the keyword “${keyword}”`, [{ ...edit, ...shift(edit, place.base) }])];
}

/** Takes away a field that says the same as one above. What says something else is the user's to choose between. */
export function removeRepetition(input: FixInput): CodeAction[] {
  const { metadata } = input.snapshot;
  const place = fieldAt(input);
  const index = metadata.fields.findIndex(({ field }) => field === place?.field);
  const found = metadata.fields[index];
  const part = found && input.snapshot[found.part];
  if (place === undefined || found === undefined || part === undefined) return [];
  const same = metadata.fields
    .slice(0, index)
    .some(({ field }) => field.key === found.field.key && sameValues(field, found.field));
  if (!same) return [];
  const edit = removeField(part, found.field);
  const after = withEdit(input.snapshot, part, edit);
  if (after === undefined || (after[found.part]?.fields.length ?? 0) !== part.fields.length - 1) return [];
  return [editFix(input, 'Remove this repetition', [{ ...edit, ...shift(edit, place.base) }], true)];
}

/** The seed's metadata after an edit of one part; undefined where a line of the body would be read as metadata then. */
function withEdit(snapshot: SeedSnapshot, part: Segment, edit: TextEdit): ReadParts | undefined {
  return readAround(snapshot, { ...metadataTexts(snapshot), [part.kind]: applyEdits(part.text, [edit]) });
}

function sameValues(a: MetadataField['field'], b: MetadataField['field']): boolean {
  const [one, other] = [a, b].map(({ items, value }) =>
    JSON.stringify(items?.map((item) => item.value).sort() ?? value),
  );
  return one === other;
}

/** A field with where its part begins in the seed. */
interface PlacedField extends MetadataField {
  readonly base: number;
}

function fieldOf(snapshot: SeedSnapshot, is: (place: PlacedField) => boolean): PlacedField | undefined {
  const footerAt = snapshot.lines.offsetOfLine(snapshot.footerLine);
  return snapshot.metadata.fields
    .map(({ field, part }) => ({ field, part, base: part === 'footer' ? footerAt : 0 }))
    .find(is);
}

/** The field whose name the finding points at. */
function fieldAt({ snapshot, finding }: FixInput): PlacedField | undefined {
  return fieldOf(snapshot, ({ field, base }) => field.nameSpan.start + base === finding.span.start);
}

/** The field in whose value the finding lies. */
function valueAt({ snapshot, finding }: FixInput): PlacedField | undefined {
  if (finding.part === 'body') return undefined;
  return fieldOf(
    snapshot,
    ({ field, base }) =>
      field.valueSpan.start + base <= finding.span.start && finding.span.end <= field.valueSpan.end + base,
  );
}

/** Days for a date field that the user need not look up. */
function suggestedDays(snapshot: SeedSnapshot, key: string): { readonly day: string; readonly why: string }[] {
  const named = dateInName(snapshot.uri);
  const days = named === undefined ? [] : [{ day: named, why: 'from the file’s name' }];
  if (key === 'retrieved' || named === undefined) days.push({ day: snapshot.today, why: 'today' });
  return days;
}
