import fc from 'fast-check';
import { expect, test } from 'vitest';
import { distance } from '../../server/src/text/similar.ts';

test.each([
  ['Alibaba', 'Alibaba', 3, 0],
  ['Allibaba', 'Alibaba', 3, 1],
  ['Wenbin', 'Wnebin', 3, 1],
  ['Didi', 'didi', 3, 1],
  ['', 'abc', 3, 3],
  ['', 'abcd', 3, 4],
  ['kitten', 'sitting', 3, 3],
  ['kitten', 'sitting', 2, 3],
  ['ca', 'abc', 9, 3],
  ['a', 'b', 0, 1],
])('%s %s within %d: %d', (a, b, limit, expected) => expect(distance(a, b, limit)).toBe(expected));

/** The whole table, by the book. */
function slow(a: string, b: string): number {
  const d = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const at = (i: number, j: number) => d[i]?.[j] ?? Number.NaN;
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++) {
      const swap =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
          ? at(i - 2, j - 2) + 1
          : Number.POSITIVE_INFINITY;
      (d[i] as number[])[j] = Math.min(
        at(i - 1, j) + 1,
        at(i, j - 1) + 1,
        at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1),
        swap,
      );
    }
  return at(a.length, b.length);
}

test('agrees with the whole table up to the limit', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 9 });
  fc.assert(
    fc.property(word, word, fc.integer({ min: 0, max: 10 }), (a, b, limit) => {
      expect(distance(a, b, limit)).toBe(Math.min(slow(a, b), limit + 1));
    }),
    { numRuns: 5000 },
  );
});

test('long texts cost length times limit', () => {
  const a = 'ab'.repeat(200_000);
  expect(distance(a, `x${a.slice(1)}`, 2)).toBe(1);
  expect(distance(a, 'ba'.repeat(200_000), 3)).toBe(2);
  expect(distance(a, 'c'.repeat(400_000), 3)).toBe(4);
});
