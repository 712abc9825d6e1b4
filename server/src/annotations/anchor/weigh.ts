import type { Candidate, Sought } from './sought.ts';

/*
 * What speaks for a place is counted in signs: those of the context that stand next to it, and of a long quote those
 * that agree. Names are told by their context alone, since the same name stands in other places, too. The numbers are
 * weighed against each other by `npm run eval -- anchoring`, seeds 1 to 7: a higher one refuses more, a lower one errs more.
 */

/** Signs that must speak for a place … */
const LEAST = 22;
/** … where the quote is as long as a sentence, fewer … */
const LEAST_LONG = 10;
const SENTENCE = 40;
/** … of a short context this share. */
const LEAST_SHARE = 0.55;
/** Of them in the quote's own sentence; the sentence in front of it may be followed by another that begins alike. */
const LEAST_INNER = 8;
const INNER_SHARE = 0.5;
/**
 * With a base, of names that were deleted 4.7 % came back at 0.3, 4.5 % at 0.35 and 4.2 % at 0.4, but at 0.4 only 99.1 % of
 * those that were kept were right (seeds 2 and 5).
 */
const INNER_LEAST_SHARE = 0.35;
/** A quote that changed must have so many on both sides, unless it is long. */
const LEAST_FUZZY = 7;
/** From this length on a quote speaks for itself. */
export const LONG = 24;
/**
 * A quote up to this length and of so few words may be a name with its titles, which stands elsewhere, too: so many signs
 * beside it must agree. Of names that were deleted 4.3 % instead of 5.1 % come back so (3.6 % instead of 5.2 % with the
 * contexts of a sidecar), and of sentences 0.07 % more are refused (seeds 104 to 107).
 */
const NAMING = 60;
const NAMING_WORDS = 6;
const LEAST_BESIDE = 10;
/** What a wrong sign of a quote takes away. */
const ERROR = 2.2;

/** Whether enough speaks for a place to take it, if no other is as good. */
export function enough({ before, after, first }: Sought, candidate: Candidate): boolean {
  const length = candidate.end - candidate.start;
  const least = Math.min(length < SENTENCE ? LEAST : LEAST_LONG, (before.total + after.total) * LEAST_SHARE);
  if (candidate.points < least) return false;
  const inner = before.inner + after.inner;
  if (
    length < NAMING &&
    wordsIn(first) <= NAMING_WORDS &&
    candidate.before + candidate.after < Math.min(LEAST_BESIDE, (before.total + after.total) * LEAST_SHARE)
  )
    return false;
  if (length < LONG && candidate.inner < Math.min(LEAST_INNER, inner * INNER_SHARE)) return false;
  if (length < LONG && candidate.inner < inner * INNER_LEAST_SHARE) return false;
  if (candidate.errors === 0 || length >= LONG) return true;
  return (
    candidate.before >= Math.min(LEAST_FUZZY, before.total * LEAST_SHARE) &&
    candidate.after >= Math.min(LEAST_FUZZY, after.total * LEAST_SHARE)
  );
}

/** Whether all of quote and context stand at a place. */
export function whole({ before, after }: Sought, candidate: Candidate): boolean {
  return candidate.errors === 0 && candidate.before + candidate.after >= before.total + after.total - 0.01;
}

/** Whether most of the context stands next to a place. */
export function holds({ before, after }: Sought, candidate: Candidate): boolean {
  return (candidate.before + candidate.after) * 2 >= before.total + after.total;
}

/** What a quote says for itself. */
export function ownPoints(length: number, errors: number): number {
  return length >= LONG ? length - LONG / 2 - ERROR * errors : -ERROR * errors;
}

/** Points as a number from 0 to 1. */
export function scoreOf(points: number): number {
  return points <= 0 ? 0 : points / (points + LEAST);
}

function wordsIn(quote: string): number {
  let words = 1;
  for (let at = quote.indexOf(' '); at !== -1; at = quote.indexOf(' ', at + 1)) words++;
  return words;
}
