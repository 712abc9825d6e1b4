import type { Span } from '../../text/span.ts';
import { isChrome } from './chrome.ts';
import { type InkLine, isCjk, wordCount } from './lines.ts';

/** A longer line is a paragraph. */
const LONGEST = 220;

const ABBREVIATED = /(?:\b\p{Lu}\.|\b(?:Inc|Co|Corp|Ltd|Jr|Sr)\.|\.\.\.)$/u;

/** Whether a line is running text: long, or closed by a full stop. */
export function isProse(text: string): boolean {
  if (text.length > LONGEST) return true;
  if (isCjk(text)) return text.length > 80 || /[。！？][”」』]?$/u.test(text);
  if (/[.]["'”’)\]]*$/u.test(text) && wordCount(text) >= 5) return !ABBREVIATED.test(text);
  // Two sentences, or one with much in it.
  return wordCount(text) > 32;
}

/** How much a line looks like a headline, from 0 to 1; what stands round it is not looked at. */
export function headlineness(text: string): number {
  if (isProse(text) || isChrome(text) || !/\p{L}/u.test(text)) return 0;
  if (/[,;:]$|^[-*•]\s/u.test(text) || /^\p{Ll}+\s\p{Ll}/u.test(text)) return 0.3;
  // A short sentence: headlines do without the full stop.
  if (/[^.]\.["'”’)]*$/u.test(text) && !ABBREVIATED.test(text)) return 0.4;
  if (isCjk(text)) {
    const letters = [...text].length;
    return letters >= 8 ? 0.85 : letters >= 5 ? 0.6 : 0.2;
  }
  const words = wordCount(text);
  return words >= 3 ? 0.85 : words === 2 ? 0.6 : 0.2;
}

/** A headline without the marks of Markdown, and the name of the site that browsers write behind it. */
export function trimHeadline(
  line: InkLine,
  isOutlet: (name: string) => boolean,
): { title: Span & { text: string }; site: (Span & { text: string }) | undefined } {
  const mark = /^#{1,4}\s+/.exec(line.text)?.[0].length ?? 0;
  const suffix = /\s[-–—|]\s([^-–—|]{2,40})$/u.exec(line.text);
  const name = suffix?.[1]?.trim() ?? '';
  const end = suffix && isOutlet(name) && suffix.index > mark ? suffix.index : line.text.length;
  const text = line.text.slice(mark, end).trimEnd();
  const title = { text, start: line.start + mark, end: line.start + mark + text.length };
  if (end === line.text.length) return { title, site: undefined };
  return { title, site: { text: name, start: line.end - name.length, end: line.end } };
}

/** Whether the first of two lines that stand together goes on in the second: the text is wrapped by hand. */
export function goesOn(line: InkLine, next: InkLine | undefined): boolean {
  if (next === undefined || next.apart) return false;
  if (/^\p{Ll}/u.test(next.text)) return true;
  return (
    line.text.length >= 50 &&
    next.text.length >= 50 &&
    line.text.length <= 90 &&
    !/[.!?:"'”’]$/u.test(line.text) &&
    !isProse(next.text) &&
    Math.abs(line.text.length - next.text.length) < 20
  );
}
