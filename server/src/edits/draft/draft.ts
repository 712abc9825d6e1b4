import { FIELDS, type FieldKey, fieldInfo, fieldKey } from '../../seed/fields.ts';
import { parseFooter } from '../../seed/footer.ts';
import { lineEnding, parseHeader } from '../../seed/header.ts';
import { metadataOf } from '../../seed/metadata.ts';
import { arraySource } from '../../seed/seed.ts';
import type { Segment } from '../../seed/types.ts';
import { applyEdits } from '../../text/edit.ts';
import { splitLines } from '../../text/lines.ts';
import { type Span, shift } from '../../text/span.ts';
import { readDate } from '../../times/metadata-date.ts';
import { insertField } from '../metadata.ts';
import { type Candidate, SURE, surest } from './candidate.ts';
import { readStamp } from './dates.ts';
import { seedFileName } from './file-name.ts';
import { findFields } from './find.ts';
import { toldBy } from './url.ts';

export interface DraftOptions {
  /** Today's date, `YYYY-MM-DD`. */
  readonly today: string;
  /** Names of the fields that the project asks for. */
  readonly required: readonly string[];
  /** Sources as the workspace's other seeds write them. */
  readonly knownSources?: readonly string[];
  /** Folder of new seeds; '' for none. */
  readonly defaultFolder: string;
  /** Values that the user gave, by key; '' leaves a field out. */
  readonly answers?: Readonly<Record<string, string>>;
}

export interface DraftField extends Candidate {
  /** Stands in the text as a field, is written into the header, or is a mere proposal. */
  readonly state: 'kept' | 'written' | 'proposed';
}

export interface Draft {
  readonly fields: readonly DraftField[];
  /** Required fields of which the text does not say enough. */
  readonly missing: readonly FieldKey[];
  /** The new seed is this and what stands in the pasted text from `rest` on. */
  readonly head: string;
  readonly rest: number;
  /** Relative to the workspace folder. */
  readonly path: string;
}

/** Fields that pasted texts tell. */
const FOUND: readonly FieldKey[] = ['source', 'published', 'retrieved', 'title', 'author', 'url'];

/**
 * The seed that a pasted text makes: its metadata, as far as it is sure, in front of the text, of which no byte changes.
 * A text that has a header already keeps it; only what the user answers is added to that.
 */
export function draftSeed(text: string, options: DraftOptions): Draft {
  const lines = splitLines(text);
  const source = arraySource(lines);
  const { segment: header, lines: headerLines } = parseHeader(source);
  const footer = parseFooter(source, headerLines);
  const kept = keptFields(header, footer.segment, text.length);
  const found = findFields(lines, text.length, { today: options.today, knownSources: options.knownSources ?? [] });
  found.push(...fromSourceField(kept, options.today));
  const answers = readAnswers(options.answers ?? {});

  const fields: DraftField[] = [];
  const missing: FieldKey[] = [];
  const values = new Map<FieldKey, string>();
  const required = new Set(options.required.map(fieldKey));
  for (const { key } of FIELDS) {
    const own = kept.find((field) => field.key === key);
    if (own) {
      fields.push({ ...own, state: 'kept' });
      continue;
    }
    const answer = answers.get(key);
    if (answer !== undefined) {
      if (answer === '') continue;
      fields.push({ key, value: answer, from: undefined, sure: 1, state: 'written' });
      values.set(key, answer);
      continue;
    }
    const best = (FOUND.includes(key) ? surest(found, key) : undefined) ?? proposal(key, options.today);
    // What stands on top already says it better than a guess.
    const written = best !== undefined && best.sure >= SURE && (header === undefined || required.has(key));
    if (best) fields.push({ ...best, state: written ? 'written' : 'proposed' });
    if (written) values.set(key, best.value);
    else if (required.has(key)) missing.push(key);
  }
  const { head, rest } = writeHeader(text, lines, header, values);
  const known = (key: FieldKey) => fields.find((field) => field.key === key && field.state !== 'proposed')?.value;
  const published = known('published') ?? '';
  const day = readDate(published);
  const name = seedFileName(
    {
      source: known('source')?.split('|')[0],
      published: 'value' in day ? day.value : undefined,
      title: known('title'),
    },
    options.today,
  );
  return {
    fields,
    missing,
    head,
    rest,
    path: options.defaultFolder === '' ? name : `${options.defaultFolder}/${name}`,
  };
}

/** Fields that the text itself has, which are not written a second time. */
function keptFields(header: Segment | undefined, footer: Segment | undefined, length: number): Candidate[] {
  const metadata = metadataOf(header, footer);
  const footerStart = length - (footer?.text.length ?? 0);
  return FIELDS.flatMap(({ key }): Candidate[] => {
    const first = metadata.first(key);
    if (first === undefined || first.field.value === '') return [];
    const { field, part } = first;
    const from: Span = part === 'header' ? field.valueSpan : shift(field.valueSpan, footerStart);
    return [{ key, value: field.value, from, sure: 1 }];
  });
}

/** "Source: https://…" names the page as well, and "Source: Xinhua| 2021-07-05 10:32:15|Editor: …" the day. */
function fromSourceField(kept: readonly Candidate[], today: string): Candidate[] {
  const source = kept.find(({ key }) => key === 'source');
  const [name = '', ...rest] = source?.value.split('|') ?? [];
  if (source?.from && rest.length > 0) {
    const day = readStamp(rest.join('|').split(/\|\D{1,20}:/)[0] ?? '', today)?.dates[0];
    const start = source.from.start + name.length + 1;
    if (day?.whole)
      return [
        { key: 'published', value: day.value, from: { start: start + day.start, end: start + day.end }, sure: 0.9 },
      ];
  }
  const field = kept.find(
    ({ key, value }) => (key === 'source' || key === 'url') && /^(?:https?:\/\/|www\.)\S+$/i.test(value),
  );
  if (field === undefined) return [];
  return [{ ...field, key: 'url', sure: 0.95 }, ...toldBy(field.value, field.from, 0.95)];
}

/** Whoever pastes a page has mostly just fetched it, but the text does not say so. */
function proposal(key: FieldKey, today: string): Candidate | undefined {
  return key === 'retrieved' ? { key, value: today, from: undefined, sure: 0.5 } : undefined;
}

function readAnswers(answers: Readonly<Record<string, string>>): Map<FieldKey, string> {
  const read = new Map<FieldKey, string>();
  for (const [name, value] of Object.entries(answers)) {
    const key = fieldKey(name);
    if (key === undefined) continue;
    const day = fieldInfo(key).kind === 'date' ? readDate(value) : undefined;
    read.set(key, day && 'value' in day ? day.value : value.trim());
  }
  return read;
}

/** The header in front of the text or, where the text has one, that header with the new fields in it. */
function writeHeader(
  text: string,
  lines: readonly string[],
  header: Segment | undefined,
  values: ReadonlyMap<FieldKey, string>,
): { head: string; rest: number } {
  const eol = lineEnding(arraySource(lines));
  if (header) return { head: inserted(header.text, values, eol, 0), rest: header.text.length };
  const mark = text.startsWith('\ufeff') ? '\ufeff' : '';
  if (values.size === 0) return { head: mark, rest: mark.length };
  const body = mark === '' ? lines : [(lines[0] as string).slice(1), ...lines.slice(1, 200)];
  const plain = inserted(mark, values, eol, mark.length);
  if (readsBack(plain, body, values)) return { head: plain, rest: mark.length };
  // A title such as "Dates: Published: 2021" reads as fields of its own unless it is quoted.
  const quoted = inserted(`${mark}---${eol}---${eol}${eol}`, values, eol, mark.length);
  return { head: readsBack(quoted, body, values) ? quoted : plain, rest: mark.length };
}

function inserted(head: string, values: ReadonlyMap<FieldKey, string>, eol: string, start: number): string {
  let text = head;
  for (const [key, value] of values) {
    const { segment } = parseHeader(arraySource(splitLines(text)));
    text = applyEdits(text, [insertField({ header: segment, key, value, eol, start }).edit]);
  }
  return text;
}

function readsBack(head: string, body: readonly string[], values: ReadonlyMap<FieldKey, string>): boolean {
  const own = splitLines(head);
  const { segment } = parseHeader(arraySource([...own.slice(0, -1), ...body.slice(0, 200)]));
  if (segment === undefined || segment.fields.length !== values.size || segment.headline !== undefined) return false;
  const tidy = (value: string) => value.replace(/\s*[\r\n\u0085\u2028\u2029]+\s*/gu, ' ').trim();
  return segment.fields.every(({ key, value }) => key !== undefined && tidy(values.get(key) ?? '') === value);
}
