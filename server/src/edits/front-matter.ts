import { FIELDS, fieldInfo } from '../seed/fields.ts';
import type { Field, FieldKey, Segment } from '../seed/types.ts';
import type { TextEdit } from '../text/edit.ts';
import { contentLength } from '../text/lines.ts';
import { quoteYaml } from '../yaml/quote.ts';
import {
  editsBetween,
  type MetadataTexts,
  metadataTexts,
  readAround,
  type SeedParts,
  valuesOf,
} from './around-body.ts';

/** How the header becomes front matter. */
export interface FrontMatterOptions {
  /** The line end in use. */
  readonly eol: string;
  /** Take the footer's fields, too; lines of contacts stay where they are. */
  readonly footer: boolean;
  /** Where the footer begins. */
  readonly footerAt: number;
}

/**
 * The edits that make YAML front matter of all fields of the header: the known ones in canonical order, the others behind
 * them, a headline as the title. Undefined where anything would be lost or read as something else afterwards: where two
 * fields contradict each other, where other text stands among the fields, where a body would be read as metadata.
 */
export function frontMatterEdits(parts: SeedParts, options: FrontMatterOptions): TextEdit[] | undefined {
  const { header, footer } = parts;
  if (header === undefined || header.fields.length === 0) return undefined;
  if (header.fields.some(({ style }) => style === 'yaml') || !holdsOnlyFields(header)) return undefined;
  const withFooter = options.footer && footer !== undefined && footer.fields.length > 0;
  if (options.footer && !withFooter) return undefined;
  // Of a headline and a title, the user has to say which one it is.
  const titled = [...header.fields, ...(footer?.fields ?? [])].some(({ key }) => key === 'title');
  if (header.headline !== undefined && titled) return undefined;
  const entries = entriesOf(header, withFooter ? footer.fields : []);
  if (entries === undefined) return undefined;
  const footerText = withFooter ? withoutFieldLines(footer) : footer?.text;
  if (withFooter && footerText === undefined) return undefined;

  const texts: MetadataTexts = { header: frontMatter(header, entries, options.eol), footer: footerText };
  const after = readAround(parts, texts);
  if (after === undefined || !says(after.header, entries)) return undefined;
  if (withFooter ? (after.footer?.fields.length ?? 0) > 0 : after.footer?.text !== metadataTexts(parts).footer) {
    return undefined;
  }
  return editsBetween(parts, texts, options.footerAt);
}

/** One entry of the front matter. */
interface Entry {
  readonly key: FieldKey | undefined;
  readonly name: string;
  readonly values: readonly string[];
  /** Written as a YAML list. */
  readonly isList: boolean;
}

/** What the front matter is to say, in its order; undefined where two fields contradict each other. */
function entriesOf(header: Segment, more: readonly Field[]): Entry[] | undefined {
  const { headline } = header;
  const fields = [...header.fields, ...more];
  const known = new Map<FieldKey, Entry>();
  if (headline) {
    const title = header.text.slice(headline.start, headline.end);
    known.set('title', { key: 'title', name: 'title', values: [title], isList: false });
  }
  const others: Entry[] = [];
  for (const field of fields) {
    const { key, name } = field;
    const values = valuesOf(field);
    if (key === undefined) {
      const same = others.find((other) => other.name === name);
      if (same !== undefined && same.values[0] !== field.value) return undefined;
      if (same === undefined) others.push({ key, name, values, isList: false });
      continue;
    }
    const { kind, yamlName } = fieldInfo(key);
    const before = known.get(key);
    const merged = merge(
      before?.values ?? [],
      values.filter((value) => value !== ''),
    );
    if (merged.length > 1 && kind !== 'list' && key !== 'author') return undefined;
    const isList = kind === 'list' ? merged.length > 0 : merged.length > 1;
    known.set(key, { key, name: yamlName, values: merged, isList });
  }
  return [...FIELDS.flatMap(({ key }) => known.get(key) ?? []), ...others];
}

function merge(values: readonly string[], more: readonly string[]): string[] {
  return [...new Set([...values, ...more])];
}

function frontMatter(header: Segment, entries: readonly Entry[], eol: string): string {
  const lines = ['---'];
  for (const { name, values, isList } of entries) {
    if (isList) lines.push(`${name}:`, ...values.map((value) => `  - ${scalar(value)}`));
    else lines.push(`${name}: ${scalar(values[0] ?? '')}`.trimEnd());
  }
  lines.push('---');
  const mark = header.text.startsWith('\ufeff') ? '\ufeff' : '';
  return `${mark}${lines.join(eol)}${tailOf(header)}`;
}

/** Dates stay plain, as people write them. */
function scalar(value: string): string {
  return value === '' || /^\d{4}-\d\d-\d\d$/.test(value) ? value : quoteYaml(value);
}

/** What stands behind the last line of fields: its line end and the blank lines that the header takes with it. */
function tailOf({ text, fields }: Segment): string {
  const last = Math.max(...fields.map(({ nameSpan, valueSpan }) => Math.max(nameSpan.end, valueSpan.end)));
  return text.slice(last + (/^[^\r\n]*/.exec(text.slice(last))?.[0].length ?? 0));
}

/** Whether a part holds nothing but fields, the headline, and what stands between them: a list too long is not read whole. */
function holdsOnlyFields({ text, fields, headline }: Segment): boolean {
  const spans = fields.map(({ nameSpan, valueSpan }) => ({ start: nameSpan.start, end: valueSpan.end }));
  if (headline) spans.push(headline);
  spans.sort((a, b) => a.start - b.start);
  let at = 0;
  for (const { start, end } of spans) {
    if (!isBetween(text.slice(at, start))) return false;
    at = Math.max(at, end);
  }
  return isBetween(text.slice(at)) && fields.every((field) => (field.items?.length ?? 0) < 900);
}

function isBetween(text: string): boolean {
  return /^[\s|·•;,]*$/u.test(text);
}

/** The footer without its lines of fields; undefined where one of them holds something else as well. */
function withoutFieldLines(footer: Segment): string | undefined {
  const { text, lineStarts, fields } = footer;
  let rest = '';
  for (const [i, start] of lineStarts.entries()) {
    const end = lineStarts[i + 1] ?? text.length;
    const inLine = fields.filter(({ nameSpan }) => nameSpan.start >= start && nameSpan.start < end);
    if (inLine.length === 0) rest += text.slice(start, end);
    else {
      let at = start;
      for (const { nameSpan, valueSpan, items } of inLine) {
        if (!isBetween(text.slice(at, nameSpan.start)) || (items?.length ?? 0) >= 900) return undefined;
        at = Math.max(nameSpan.end, valueSpan.end);
      }
      if (!isBetween(text.slice(at, start + contentLength(text.slice(start, end))))) return undefined;
    }
  }
  return rest;
}

/** Whether front matter, read again, says what it was to say. */
function says(header: Segment | undefined, entries: readonly Entry[]): boolean {
  const fields = header?.fields ?? [];
  return (
    header?.headline === undefined &&
    fields.length === entries.length &&
    entries.every(({ key, name, values }, i) => {
      const field = fields[i];
      if (field === undefined || field.key !== key || field.name !== name || field.style !== 'yaml') return false;
      const found = valuesOf(field).filter((value) => value !== '');
      return JSON.stringify(found) === JSON.stringify(values.filter((value) => value !== ''));
    })
  );
}
