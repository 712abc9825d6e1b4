import { isBlank } from './characters.ts';
import type { Span } from './span.ts';

/** A passage in quotation marks or brackets, with its marks and without them. */
export interface Pair {
  readonly outer: Span;
  readonly inner: Span;
}

/** Opening marks with what closes them. Single quotation marks are apostrophes too often to be among them. */
const CLOSERS: ReadonlyMap<string, string> = new Map([
  ['“', '”'],
  ['„', '“'],
  ['«', '»'],
  ['"', '"'],
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
  ['（', '）'],
  ['「', '」'],
  ['『', '』'],
  ['《', '》'],
  ['〈', '〉'],
  ['【', '】'],
]);
const CLOSING: ReadonlySet<string> = new Set(CLOSERS.values());

/** The passages of a text that marks open and close, inner ones before outer ones. A mark without a partner is passed over. */
export function pairsIn(text: string): Pair[] {
  const pairs: Pair[] = [];
  const open: { readonly closer: string; readonly at: number }[] = [];
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    const closer = CLOSERS.get(sign);
    if (closer === undefined && !CLOSING.has(sign)) continue;
    // A straight mark opens behind a blank only; “ closes what „ opened.
    const partner = open.findLastIndex((each) => each.closer === sign);
    const opens = closer !== undefined && (partner === -1 || (sign === '"' && isOpening(text, at)));
    if (opens) open.push({ closer, at });
    else if (partner !== -1) {
      const { at: start } = open[partner] as { at: number };
      open.length = partner;
      if (at > start + 1) pairs.push({ outer: { start, end: at + 1 }, inner: { start: start + 1, end: at } });
    }
    // So many are open in no text that means it.
    if (open.length > 32) open.shift();
  }
  return pairs;
}

function isOpening(text: string, at: number): boolean {
  return (at === 0 || isBlank(text.charCodeAt(at - 1))) && at + 1 < text.length && !isBlank(text.charCodeAt(at + 1));
}
