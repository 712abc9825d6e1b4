import type { LineSource, Segment } from './types.ts';

const INK = /\S/;

/** Whether a line shows nothing. A byte order mark counts as a blank. */
export function isBlankLine(line: string): boolean {
  return !INK.test(line);
}

/** The text of some lines and where each of them begins in it. */
export function joinLines(lines: LineSource, from: number, to: number): Pick<Segment, 'text' | 'lineStarts'> {
  const pieces: string[] = [];
  const lineStarts: number[] = [];
  let offset = 0;
  for (let i = from; i < to; i++) {
    const line = lines.line(i);
    lineStarts.push(offset);
    pieces.push(line);
    offset += line.length;
  }
  return { text: pieces.join(''), lineStarts };
}
