import { contentLength } from '../../text/lines.ts';
import type { Span } from '../../text/span.ts';

/** A line that shows something, without the blanks round it. */
export interface InkLine extends Span {
  readonly text: string;
  /** A blank line, or nothing, stands above it. */
  readonly apart: boolean;
}

/** Longer lines are paragraphs, whose beginning says all that is looked for. */
const LONGEST = 1_000;
const MOST_LINES = 400;

/** The first lines of a text that show something. */
export function firstLines(lines: readonly string[], most: number): InkLine[] {
  const found: InkLine[] = [];
  let at = 0;
  let apart = true;
  for (const line of lines.slice(0, MOST_LINES)) {
    const ink = inkOf(line, at, apart);
    at += line.length;
    apart = ink === undefined;
    if (ink && found.push(ink) === most) break;
  }
  return found;
}

/** The last lines of a text that show something, in the order of the text. */
export function lastLines(lines: readonly string[], length: number, most: number): InkLine[] {
  const found: InkLine[] = [];
  let at = length;
  for (let i = lines.length - 1; i >= Math.max(0, lines.length - MOST_LINES) && found.length < most; i--) {
    const line = lines[i] as string;
    at -= line.length;
    const ink = inkOf(line, at, i === 0 || (lines[i - 1] as string).trim() === '');
    if (ink) found.push(ink);
  }
  return found.reverse();
}

/** A piece of a line, trimmed, with its place in the text. */
export function piece(line: InkLine, from: number, to: number): Span & { readonly text: string } {
  const raw = line.text.slice(from, to);
  const text = raw.trim();
  const start = line.start + from + (raw.length - raw.trimStart().length);
  return { text, start, end: start + text.length };
}

export function wordCount(text: string): number {
  return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** Scripts that write no blanks between words. */
export function isCjk(text: string): boolean {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text);
}

function inkOf(line: string, at: number, apart: boolean): InkLine | undefined {
  const content = line.slice(0, Math.min(contentLength(line), LONGEST));
  // `trim` takes a byte order mark for a blank.
  const text = content.trim();
  if (text === '') return undefined;
  const start = at + content.length - content.trimStart().length;
  return { text, start, end: start + text.length, apart };
}
