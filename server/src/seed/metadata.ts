import { contentLength } from '../text/lines.ts';
import type { Problem } from '../text/problem.ts';
import type { Span } from '../text/span.ts';
import { type FieldInfo, type FieldKey, fieldInfo, fieldKey, nearFieldKey, plainName } from './fields.ts';
import type { Field, Segment } from './types.ts';
import { wrongLanguage, wrongUrl } from './values.ts';

/** Which part of the seed a field stands in; its spans count from the beginning of that part. */
export type Part = 'header' | 'footer';

export interface MetadataField {
  readonly field: Field;
  readonly part: Part;
}

/** The metadata of a seed, in the order of the text. */
export interface Metadata {
  /** All fields; a headline is among them as a `title` whose name is empty, where no title is labelled. */
  readonly fields: readonly MetadataField[];
  /** The field of a key that counts: the first one that has a value, or else the first one. */
  first(key: FieldKey): MetadataField | undefined;
  readonly header: Segment | undefined;
}

/** A problem of the metadata; its span counts from the beginning of the part. */
export interface MetadataProblem extends Problem {
  readonly part: Part;
}

export interface MetadataOptions {
  /** Names of fields that every seed must have, and of those that it should have. */
  readonly required: readonly string[];
  readonly recommended: readonly string[];
  /** Reads the value of a date field; the problem is the code of a finding. */
  readonly readDate: (value: string) => ReadDate;
  /** Today's date as `YYYY-MM-DD`; nothing was published or retrieved after it. */
  readonly today?: string | undefined;
}

type ReadDate = { readonly value: string; readonly doubt?: Doubt } | Doubt;

interface Doubt {
  readonly problem: string;
  readonly message: string;
  /** The part of the value that it is about, where that is not all of it: a time of day may stand beside a date. */
  readonly span?: Span;
  readonly data?: Readonly<Record<string, string>>;
}

/** The metadata that the header and the footer hold together. */
export function metadataOf(header: Segment | undefined, footer: Segment | undefined): Metadata {
  const fields: MetadataField[] = (header?.fields ?? []).map((field) => ({ field, part: 'header' }));
  for (const field of footer?.fields ?? []) fields.push({ field, part: 'footer' });
  if (header?.headline && !fields.some(({ field }) => field.key === 'title')) {
    const title: MetadataField = { field: headlineField(header.text, header.headline), part: 'header' };
    const behind = fields.findIndex(({ field }) => field.nameSpan.start > title.field.nameSpan.start);
    fields.splice(behind === -1 ? fields.length : behind, 0, title);
  }
  const first = (key: FieldKey) => {
    const all = fields.filter(({ field }) => field.key === key);
    return all.find(({ field }) => field.value !== '') ?? all[0];
  };
  return { fields, first, header };
}

function headlineField(text: string, span: Span): Field {
  return {
    key: 'title',
    name: '',
    nameSpan: { start: span.start, end: span.start },
    value: text.slice(span.start, span.end),
    valueSpan: span,
    style: 'line',
  };
}

/** What is missing from the metadata or wrong with it: first what is missing, then field by field. */
export function checkMetadata(metadata: Metadata, options: MetadataOptions): MetadataProblem[] {
  const problems: MetadataProblem[] = [];
  for (const name of options.required) addMissing(problems, metadata, name, 'missing-metadata');
  const required = new Set(options.required.map(canonical));
  for (const name of options.recommended) {
    if (!required.has(canonical(name))) addMissing(problems, metadata, name, 'missing-recommended-metadata');
  }
  const seen = new Set<FieldKey>();
  for (const each of metadata.fields) {
    const { field, part } = each;
    const add = (code: string, span: Span, message: string, data: Readonly<Record<string, string>>) =>
      problems.push({ code, span, message, data, part });
    if (field.key === undefined) {
      const near = nearFieldKey(field.name);
      if (near === undefined) continue;
      const { key, label } = near;
      const replacement = inCaseOf(field, near);
      add(
        'unknown-field',
        field.nameSpan,
        `“${field.name}” is no field that Seedmark knows. Did you mean “${replacement}”?`,
        {
          name: field.name,
          key,
          label,
          replacement,
        },
      );
      continue;
    }
    const { key } = field;
    const info = fieldInfo(key);
    if (seen.has(key) && key !== 'author') {
      const message = `The ${info.noun} is given twice: this “${field.name}” repeats a field above. Keep the one that is right and remove the other.`;
      add('duplicate-field', field.nameSpan, message, { key });
    }
    seen.add(key);
    if (field.value === '') {
      add(
        'empty-field',
        field.nameSpan,
        `“${field.name}” has no value. Write the ${info.noun} behind it, or remove the field.`,
        { key },
      );
      continue;
    }
    for (const { code, span, message, data } of wrongValue(field.value, info, options))
      add(code, placeOf(field, span), message, { key, ...data });
  }
  const order = wrongOrder(metadata, options);
  return order === undefined ? problems : [...problems, order];
}

/** Where a part of a field's value stands: the value as a whole where it is written in another way than it is meant. */
function placeOf({ value, valueSpan }: Field, span: Span | undefined): Span {
  const asWritten = valueSpan.end - valueSpan.start === value.length;
  return span === undefined || !asWritten
    ? valueSpan
    : { start: valueSpan.start + span.start, end: valueSpan.start + span.end };
}

export interface WrongValue {
  readonly code: string;
  readonly span?: Span;
  readonly message: string;
  readonly data?: Readonly<Record<string, string>>;
}

/** What is wrong with a value that is there: its shape, or a date that cannot be. */
export function wrongValue(value: string, { key, kind, noun }: FieldInfo, options: MetadataOptions): WrongValue[] {
  if (kind === 'url' || kind === 'language') {
    const wrong = kind === 'url' ? wrongUrl(value) : wrongLanguage(value);
    if (wrong === undefined) return [];
    const { message, replacement } = wrong;
    return [{ code: `invalid-${kind}`, message, data: replacement === undefined ? {} : { replacement } }];
  }
  if (kind !== 'date') return [];
  const read = options.readDate(value);
  const doubt = 'problem' in read ? read : read.doubt;
  const found: WrongValue[] = doubt === undefined ? [] : [{ code: doubt.problem, ...doubt }];
  const { today } = options;
  // What was published elsewhere may carry the date of tomorrow: the day begins earlier there.
  const latest = today === undefined || key === 'retrieved' ? today : dayAfter(today);
  if ('value' in read && latest !== undefined && isLater(read.value, latest))
    found.push({
      code: 'future-date',
      message: `The ${noun} lies in the future: it is later than today, ${today}. Check the day, the month and the year.`,
    });
  return found;
}

/** Nothing is fetched before it is published. */
function wrongOrder(metadata: Metadata, { readDate }: MetadataOptions): MetadataProblem | undefined {
  const [published, retrieved] = (['published', 'retrieved'] as const).map((key) => {
    const found = metadata.first(key);
    const read = found && found.field.value !== '' ? readDate(found.field.value) : undefined;
    return read !== undefined && 'value' in read && found ? { ...found, date: read.value } : undefined;
  });
  if (published === undefined || retrieved === undefined || !isLater(published.date, retrieved.date)) return undefined;
  return {
    code: 'retrieved-before-published',
    span: retrieved.field.valueSpan,
    message: `The document was retrieved (${retrieved.date}) before it was published (${published.date}). Check both dates.`,
    data: { key: 'retrieved' },
    part: retrieved.part,
  };
}

/** Whether an ISO date lies behind another, as far as both say. */
function isLater(date: string, other: string): boolean {
  const length = Math.min(date.length, other.length);
  return date.slice(0, length) > other.slice(0, length);
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

function canonical(name: string): string {
  return fieldKey(name) ?? plainName(name);
}

/** One slip, one finding: a field that is there under a mistyped name is reported as such and is not missing. */
function addMissing(problems: MetadataProblem[], metadata: Metadata, name: string, code: string): void {
  const wanted = canonical(name);
  const isThere = metadata.fields.some(
    ({ field }) =>
      (field.key ?? plainName(field.name)) === wanted ||
      (field.key === undefined && nearFieldKey(field.name)?.key === wanted),
  );
  if (isThere) return;
  const key = fieldKey(name);
  const info: Pick<FieldInfo, 'label' | 'noun' | 'yamlName'> = key
    ? fieldInfo(key)
    : { label: name, noun: name, yamlName: name };
  const { header } = metadata;
  const isYaml = header?.fields[0]?.style === 'yaml';
  const line = isYaml ? `${info.yamlName}: …` : `${info.label}: …`;
  const where = isYaml ? 'to the front matter' : header ? 'to the header' : 'on top of the text';
  problems.push({
    code,
    span: header ? firstLine(header) : { start: 0, end: 0 },
    message: `This seed has no ${info.noun}. Add a line “${line}” ${where}.`,
    data: { key: wanted },
    part: 'header',
  });
}

/** The line of the header's first field, without indentation and line end. */
function firstLine(header: Segment): Span {
  const at = header.fields[0]?.nameSpan.start ?? 0;
  let line = 0;
  while (line + 1 < header.lineStarts.length && (header.lineStarts[line + 1] as number) <= at) line++;
  const start = header.lineStarts[line] as number;
  const text = header.text.slice(start, header.lineStarts[line + 1] ?? header.text.length);
  const end = contentLength(text);
  const content = text.slice(0, end);
  return { start: start + content.length - content.trimStart().length, end: start + content.trimEnd().length };
}

/** The right name in the letter case of the wrong one. */
function inCaseOf({ name, style }: Field, { label, yamlName }: FieldInfo): string {
  if (name === name.toLowerCase()) return style === 'yaml' ? yamlName : label.toLowerCase();
  return name === name.toUpperCase() ? label.toUpperCase() : label;
}
