import fc from 'fast-check';
import { expect, test } from 'vitest';
import { overlaps, overlapsOne, type Span } from '../../server/src/text/span.ts';

/** Spans in order, without overlaps, from how far each lies from the one before it and how long it is. */
const sorted = fc.array(fc.tuple(fc.nat(3), fc.nat(4)), { maxLength: 20 }).map((pairs) => {
  let at = 0;
  return pairs.map(([gap, length]): Span => {
    const start = at + gap;
    at = start + length;
    return { start, end: at };
  });
});

test('a span overlaps one of others where it overlaps any', () => {
  fc.assert(
    fc.property(sorted, fc.nat(70), fc.integer({ min: 1, max: 9 }), (spans, start, length) => {
      const span = { start, end: start + length };
      expect(overlapsOne(spans, span)).toBe(spans.some((one) => overlaps(one, span)));
    }),
    { numRuns: 1000 },
  );
});

test('few of many spans are looked at', () => {
  let looks = 0;
  const spans = Array.from({ length: 100_000 }, (_, i) => ({
    start: i * 10,
    get end() {
      looks++;
      return i * 10 + 5;
    },
  }));
  expect(overlapsOne(spans, { start: 700_005, end: 700_009 })).toBe(false);
  expect(overlapsOne(spans, { start: 700_004, end: 700_009 })).toBe(true);
  expect(looks).toBeLessThan(50);
});
