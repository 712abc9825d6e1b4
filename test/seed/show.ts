import { arraySource } from '../../server/src/seed/seed.ts';
import type { Field, LineSource, Segment } from '../../server/src/seed/types.ts';
import { splitLines } from '../../server/src/text/lines.ts';

export function source(text: string): LineSource {
  return arraySource(splitLines(text));
}

/** A field on one line: `source "Source" = Skynews (inline)`; an unknown key is `?`. */
export function showField({ key, name, value, style, items }: Field): string {
  const list = items && style === 'yaml' ? ` [${items.map((item) => item.value).join(' | ')}]` : '';
  return `${key ?? '?'} "${name}" = ${value} (${style})${list}`;
}

/** A header or footer as lines: the headline, then the fields. */
export function showPart(segment: Segment | undefined): string[] {
  if (!segment) return [];
  const headline = segment.headline
    ? [`headline = ${segment.text.slice(segment.headline.start, segment.headline.end)}`]
    : [];
  return [...headline, ...segment.fields.map(showField)];
}

/** What must hold of every segment: spans inside, values where they stand, lines that begin where they say. */
export function faults(segment: Segment): string[] {
  const { text, lineStarts, fields, blocks, headline, problems } = segment;
  const found: string[] = [];
  const inside = (start: number, end: number, what: string) => {
    if (!(start >= 0 && start <= end && end <= text.length)) found.push(`${what}: ${start}-${end} of ${text.length}`);
  };
  const starts: number[] = [];
  let offset = 0;
  const lines = splitLines(text);
  // A segment in the middle of a text ends with a line end, and has no empty line behind it.
  if (lines.length > lineStarts.length && lines.at(-1) === '') lines.pop();
  for (const line of lines) {
    starts.push(offset);
    offset += line.length;
  }
  if (JSON.stringify(starts) !== JSON.stringify(lineStarts)) found.push('line starts');
  for (const field of fields) {
    inside(field.nameSpan.start, field.nameSpan.end, 'name');
    inside(field.valueSpan.start, field.valueSpan.end, 'value');
    if (text.slice(field.nameSpan.start, field.nameSpan.end) !== field.name) found.push(`name ${field.name}`);
    const value = text.slice(field.valueSpan.start, field.valueSpan.end);
    if (field.style !== 'yaml' && value !== field.value) found.push(`value ${field.value}`);
    if (field.value === '' && value !== '') found.push(`empty value over ${value}`);
    for (const item of field.items ?? []) {
      inside(item.start, item.end, 'item');
      if (field.style !== 'yaml' && text.slice(item.start, item.end) !== item.value) found.push(`item ${item.value}`);
    }
  }
  let end = 0;
  for (const block of blocks) {
    inside(block.start, block.start + block.text.length, 'block');
    if (block.start < end) found.push('blocks overlap');
    if (block.text !== block.text.trim() || block.text === '') found.push('blank at a block’s edge');
    if (block.text.length > 4_000) found.push(`block of ${block.text.length}`);
    if (!text.startsWith(block.text, block.start)) found.push('block text');
    end = block.start + block.text.length;
  }
  for (const { span } of problems) inside(span.start, span.end, 'problem');
  if (headline) inside(headline.start, headline.end, 'headline');
  return found;
}
