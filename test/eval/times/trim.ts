import type { Span } from '../../../server/src/text/span.ts';

/**
 * The span without the words that TIMEX3 leaves out, or that some guidelines take in and others do not: prepositions and
 * articles before the expression, what else only says on which side of it something lies ("as late as"), and blanks on both sides. What is left is never empty.
 */
export function trimmed(text: string, { start, end }: Span): Span {
  let from = start;
  let to = end;
  while (to > from && isBlank(text, to - 1)) to--;
  for (;;) {
    while (from < to && isBlank(text, from)) from++;
    const word = LEADING.exec(text.slice(from, to));
    if (word === null) return { start: from, end: to };
    from += word[0].length;
  }
}

const LEADING =
  /^(?:in|on|at|the|a|an|by|for|since|from|until|till|til|to|before|after|around|about|during|of|within|through|throughout|over|as of|up to|between|starting|beginning|as early as|as late as|any ?time)(?=\s+\S)/i;

function isBlank(text: string, at: number): boolean {
  return /\s/.test(text.charAt(at));
}
