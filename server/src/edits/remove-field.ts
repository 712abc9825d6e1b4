import { readFrontMatter } from '../seed/front-matter.ts';
import { arraySource } from '../seed/seed.ts';
import type { Field, Segment } from '../seed/types.ts';
import type { TextEdit } from '../text/edit.ts';
import { contentLength, splitLines } from '../text/lines.ts';

/**
 * The edit that takes a field out of its part: with its line where it has one of its own, else with the blanks that part
 * it from its neighbours. Offsets count from the beginning of the part.
 */
export function removeField(part: Segment, field: Field): TextEdit {
  const { text } = part;
  if (field.style === 'yaml') {
    const lines = splitLines(text);
    const entry = readFrontMatter(arraySource(lines)).front?.entries.find(
      (each) => each.field.nameSpan.start === field.nameSpan.start,
    );
    if (entry) return lineSpan(text, offsetOf(lines, entry.line), offsetOf(lines, entry.end));
  }
  const start = startOfLine(part, field.nameSpan.start);
  const inLine = part.fields.filter(({ nameSpan }) => startOfLine(part, nameSpan.start) === start);
  const index = inLine.indexOf(field);
  const [previous, next] = [inLine[index - 1], inLine[index + 1]];
  if (previous) return { start: previous.valueSpan.end, end: field.valueSpan.end, newText: '' };
  if (next) return { start: field.nameSpan.start, end: next.nameSpan.start, newText: '' };
  return lineSpan(text, start, endOfLine(text, start));
}

/** Whole lines; a last line that has no line end takes the one above it along. A byte order mark stays. */
function lineSpan(text: string, start: number, end: number): TextEdit {
  const from = text.charCodeAt(start) === 0xfeff ? start + 1 : start;
  if (end === text.length && contentLength(text) === text.length) {
    return { start: Math.max(contentLength(text.slice(0, start)), from === start ? 0 : from), end, newText: '' };
  }
  return { start: from, end, newText: '' };
}

function startOfLine({ lineStarts }: Segment, offset: number): number {
  let start = 0;
  for (const each of lineStarts) if (each <= offset) start = each;
  return start;
}

function endOfLine(text: string, start: number): number {
  return start + (splitLines(text.slice(start))[0] ?? '').length;
}

function offsetOf(lines: readonly string[], line: number): number {
  return lines.slice(0, line).reduce((sum, each) => sum + each.length, 0);
}
