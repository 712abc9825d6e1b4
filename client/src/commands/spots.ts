import type { Range } from '../../../server/src/protocol.ts';
import { comparePositions, compareRanges, sameRange } from '../positions.ts';

/** Which way to go through a text. */
export type Direction = 'next' | 'previous';

export interface Step<Spot> {
  readonly spot: Spot;
  /** Which one of all it is, from 1, places that are the same counted once. */
  readonly number: number;
  readonly of: number;
  /** The end of the text was passed. */
  readonly wrapped: boolean;
}

/**
 * The place to go to from a selection: in the order of the text, of two that begin together the longer one first. A cursor
 * that stands at the beginning of a place, or in it, has that place still before it, or behind it.
 */
export function step<Spot extends { readonly range: Range }>(
  spots: readonly Spot[],
  from: Range,
  direction: Direction,
): Step<Spot> | undefined {
  const sorted = withoutRepeats([...spots].sort((a, b) => compareRanges(a.range, b.range)));
  const empty = comparePositions(from.start, from.end) === 0;
  const order = ({ range }: Spot) => (empty ? comparePositions(range.start, from.start) : compareRanges(range, from));
  const found =
    direction === 'next'
      ? sorted.findIndex((spot) => (empty ? order(spot) >= 0 : order(spot) > 0))
      : sorted.findLastIndex((spot) => order(spot) < 0);
  const wrapped = found === -1;
  const index = wrapped ? (direction === 'next' ? 0 : sorted.length - 1) : found;
  const spot = sorted[index];
  return spot && { spot, number: index + 1, of: sorted.length, wrapped };
}

function withoutRepeats<Spot extends { readonly range: Range }>(sorted: readonly Spot[]): readonly Spot[] {
  return sorted.filter(({ range }, index) => {
    const before = sorted[index - 1];
    return before === undefined || !sameRange(before.range, range);
  });
}
