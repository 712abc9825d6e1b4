import { expect, test } from 'vitest';
import { follow, placeOf, track } from '../../server/src/annotations/live/tracked.ts';
import { annotation } from '../support/annotated.ts';

test('places that are proposed move with the text; one that is written into or cut is none any more', () => {
  const spans = (...edges: readonly number[][]) => edges.map(([start = 0, end = 0]) => ({ start, end }));
  const candidates = [
    { spans: spans([10, 14]), score: 0.4 },
    { spans: spans([10, 14], [20, 26]), score: 0.3 },
    { spans: spans([40, 44]), score: 0.2 },
  ];
  const found = {
    annotation: annotation({ quote: ['word'] }),
    state: 'orphaned',
    score: 0.4,
    spans: [],
    candidates,
  } as const;
  const after = (start: number, end: number, length: number) =>
    placeOf(follow(track(found, 30), { start, end, length }), () => '').candidates.map((one) => one.spans);
  expect(after(0, 0, 5)).toEqual([spans([15, 19]), spans([15, 19], [25, 31]), spans([45, 49])]);
  expect(after(12, 12, 1)).toEqual([spans([41, 45])]);
  // One part goes and the other is cut in two: as many runs as parts, but not those parts.
  expect(after(14, 21, 0)).toEqual([spans([10, 14]), spans([10, 14], [14, 19]), spans([33, 37])]);
  expect(after(9, 22, 0)).toEqual([spans([27, 31])]);
});
