import { isBlank } from '../text/characters.ts';
import type { Span } from '../text/span.ts';
import type { Field, Segment } from './types.ts';

/** A segment without the blanks at its edges, relative to its text; undefined where it is blank. */
export function inkOf(segment: Segment): Span | undefined {
  const first = segment.blocks[0];
  const last = segment.blocks.at(-1);
  // The blocks of a paragraph begin and end with ink; nobody reads a long run of blank lines again to know that.
  if (segment.kind === 'paragraph') return first && last && { start: first.start, end: last.start + last.text.length };
  const { text } = segment;
  let start = 0;
  while (start < text.length && isBlank(text.charCodeAt(start))) start++;
  let end = text.length;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return start < end ? { start, end } : undefined;
}

/** The words of the headline of a header. */
export function headlineOf({ text, headline }: Segment): string | undefined {
  return headline && text.slice(headline.start, headline.end);
}

/** A field with its name and its value. */
export function fieldSpan({ nameSpan, valueSpan }: Field): Span {
  return { start: Math.min(nameSpan.start, valueSpan.start), end: Math.max(nameSpan.end, valueSpan.end) };
}

/** The line of a segment, counted from its first, in which an offset of its text stands. */
export function lineAt(segment: Segment, offset: number): number {
  const { lineStarts } = segment;
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lineStarts[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
