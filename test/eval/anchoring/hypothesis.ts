import search from 'approx-string-match';
import type { Span } from '../../../server/src/text/span.ts';

const CONTEXT = 32;

export interface Selectors {
  readonly quote: string;
  /** Code units. */
  readonly at: number;
  readonly before: string;
  readonly after: string;
}

/**
 * How Hypothes.is finds a quote, as published: the text at the position if it is equal; else the best of all exact
 * occurrences, or of the approximate ones where there is none. There is no threshold.
 */
export function hypothesis(text: string, { quote, at, before, after }: Selectors): Span | undefined {
  if (text.startsWith(quote, at)) return { start: at, end: at + quote.length };
  const matches = occurrences(text, quote, Math.min(256, quote.length / 2));
  let best: { start: number; end: number } | undefined;
  let most = -1;
  for (const match of matches) {
    const quoteScore = 1 - match.errors / quote.length;
    const prefix = before === '' ? 1 : similarity(text.slice(Math.max(0, match.start - CONTEXT), match.start), before);
    const suffix = after === '' ? 1 : similarity(text.slice(match.end, match.end + CONTEXT), after);
    const position = 1 - Math.abs(match.start - at) / text.length;
    const score = (50 * quoteScore + 20 * prefix + 20 * suffix + 2 * position) / 92;
    if (score > most) {
      most = score;
      best = match;
    }
  }
  return best && { start: best.start, end: best.end };
}

function occurrences(text: string, quote: string, maxErrors: number): { start: number; end: number; errors: number }[] {
  const exact: { start: number; end: number; errors: number }[] = [];
  for (let at = text.indexOf(quote); at !== -1; at = text.indexOf(quote, at + 1))
    exact.push({ start: at, end: at + quote.length, errors: 0 });
  return exact.length > 0 ? exact : search(text, quote, maxErrors);
}

function similarity(text: string, pattern: string): number {
  if (text === '' || pattern === '') return 0;
  const [match] = occurrences(text, pattern, pattern.length);
  return match ? 1 - match.errors / pattern.length : 0;
}
