import type { Span } from '../text/span.ts';

/**
 * Two lists of spans, each sorted and without overlaps, as one such list: all of the first, and of the second what
 * overlaps none of them.
 */
export function merge<A extends Span, B extends Span>(first: readonly A[], second: readonly B[]): (A | B)[] {
  if (first.length === 0) return [...second];
  const all: (A | B)[] = [];
  let i = 0;
  for (const span of second) {
    let strong = first[i];
    while (strong !== undefined && strong.end <= span.start) {
      all.push(strong);
      strong = first[++i];
    }
    if (strong === undefined || span.end <= strong.start) all.push(span);
  }
  for (; i < first.length; i++) all.push(first[i] as A);
  return all;
}
