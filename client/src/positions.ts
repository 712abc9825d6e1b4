import type { Position, Range } from '../../server/src/protocol.ts';

/** Negative where the first stands before the second, 0 where they are the same. */
export function comparePositions(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character;
}

/** The order of the text; of two that begin together the longer one first, so that outer ones come before inner ones. */
export function compareRanges(a: Range, b: Range): number {
  return comparePositions(a.start, b.start) || comparePositions(b.end, a.end);
}

export function sameRange(a: Range, b: Range): boolean {
  return compareRanges(a, b) === 0;
}
