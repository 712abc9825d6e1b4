import { splitLines } from '../text/lines.ts';
import { parseFooter } from './footer.ts';
import { parseHeader } from './header.ts';
import { readParagraph } from './paragraphs.ts';
import type { LineSource, Seed, Segment } from './types.ts';

/**
 * Reads a seed: header, paragraphs, footer. It never fails; what is wrong with the text is found in the segments'
 * problems and by `checkMetadata`. The texts of the segments, joined, are the text.
 */
export function parseSeed(text: string): Seed {
  return parseLines(arraySource(splitLines(text)));
}

/** The same for a text that is in lines already. */
export function parseLines(lines: LineSource): Seed {
  const header = parseHeader(lines);
  const footer = parseFooter(lines, header.lines);
  const segments: Segment[] = [];
  if (header.segment) segments.push(header.segment);
  for (let line = header.lines; line < footer.start; ) {
    const segment = readParagraph(lines, line, footer.start);
    segments.push(segment);
    line += segment.lineStarts.length;
  }
  if (footer.segment) segments.push(footer.segment);
  return { segments };
}

/** An array of lines as a {@link LineSource}. */
export function arraySource(lines: readonly string[]): LineSource {
  return { count: lines.length, line: (index) => lines[index] ?? '' };
}
