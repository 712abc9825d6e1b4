import { describe, expect, test } from 'vitest';
import {
  comesBack,
  follow,
  placeOf,
  type Replacement,
  type Tracked,
  track,
} from '../../server/src/annotations/live/tracked.ts';
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

describe('whether the opposite of a replacement brings an annotation back as it was', () => {
  const spans = [{ start: 10, end: 20 }];
  const found = { annotation: annotation({ quote: ['0123456789'] }), state: 'exact', score: 1, spans, candidates: [] };
  const whole = track(found as Tracked['found'], 0);
  const by = (start: number, end: number, length: number): Replacement => ({ start, end, length });
  const typedInto = follow(whole, by(15, 15, 1));
  const headless = follow(whole, by(10, 12, 0));
  const overwritten = follow(whole, by(17, 20, 3));
  test.each<[string, Tracked, Replacement, boolean]>([
    ['in front', whole, by(3, 5, 1), true],
    ['right in front', whole, by(8, 10, 1), true],
    ['right behind', whole, by(20, 22, 1), true],
    ['behind', whole, by(25, 30, 0), true],
    ['typed into it: its words were not looked at before', whole, by(15, 15, 1), false],
    ['typed into it once more', typedInto, by(14, 14, 2), true],
    ['what was typed into it goes', typedInto, by(15, 16, 0), true],
    ['one of its characters goes', whole, by(19, 20, 0), false],
    ['one more goes from its middle', headless, by(12, 13, 0), false],
    ['all of it gives way to as many', whole, by(10, 20, 10), false],
    ['others go in front of what is left', headless, by(5, 9, 0), true],
    ['others go right in front of what is left', headless, by(5, 10, 0), false],
    ['others go right behind what is left', headless, by(18, 20, 0), false],
    ['others go behind what is left', headless, by(19, 21, 0), true],
    ['something comes right in front of what is left', headless, by(10, 10, 4), true],
    ['the end of what was written over it goes', overwritten, by(19, 20, 0), false],
  ])('%s', (_, before, replacement, expected) => {
    expect(comesBack(before, follow(before, replacement), replacement)).toBe(expected);
  });
});
