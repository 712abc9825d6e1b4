import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Sequence } from '../../server/src/text/sequence.ts';

const size = (n: number) => n % 7;
const sum = (items: readonly number[]) => items.reduce((total, n) => total + size(n), 0);

const change = fc.record({ at: fc.nat(), remove: fc.nat(600), items: fc.array(fc.nat(1000), { maxLength: 700 }) });

describe('Sequence', () => {
  test('any changes leave what an array holds', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(1000), { maxLength: 1500 }),
        fc.array(change, { maxLength: 12 }),
        (start, changes) => {
          let items = start;
          let sequence = Sequence.from(items, size);
          for (const { at, remove, items: added } of changes) {
            const index = items.length === 0 ? 0 : at % (items.length + 1);
            const count = Math.min(remove, items.length - index);
            items = [...items.slice(0, index), ...added, ...items.slice(index + count)];
            sequence = sequence.splice(index, count, added);
          }
          expect([...sequence]).toEqual(items);
          expect(sequence.length).toBe(items.length);
          expect(sequence.total).toBe(sum(items));
          for (const index of [0, 1, items.length >> 1, items.length - 1, items.length])
            if (index >= 0 && index <= items.length) expect(sequence.before(index)).toBe(sum(items.slice(0, index)));
          const seen: number[] = [];
          sequence.each((item, index) => seen.push(item, index), 3, Math.max(3, items.length - 2));
          expect(seen).toEqual(
            items.flatMap((item, i) => (i >= 3 && i < Math.max(3, items.length - 2) ? [item, i] : [])),
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  test('find gives the item in which a position falls', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 900 }),
        fc.nat(5000),
        (items, position) => {
          const sequence = Sequence.from(items, (n) => n);
          let start = 0;
          let index = 0;
          while (index < items.length - 1 && position >= start + (items[index] as number))
            start += items[index++] as number;
          expect(sequence.find(position)).toEqual({ index, start, item: items[index] });
        },
      ),
      { numRuns: 60 },
    );
  });

  test('difference finds the changed middle and no more', () => {
    const items = Array.from({ length: 5000 }, (_, id) => ({ id }));
    const before = Sequence.from(items, () => 1);
    const after = before.splice(3000, 2, [{ id: -1 }]);
    expect(before.difference(after)).toEqual({ prefix: 3000, suffix: 1998 });
    expect(before.difference(before)).toEqual({ prefix: 5000, suffix: 0 });
    expect(before.difference(before.splice(0, 5000, []))).toEqual({ prefix: 0, suffix: 0 });
  });

  test('a list of equal items counts none of them twice', () => {
    const one = { id: 1 };
    const before = Sequence.from([one, one, one], () => 1);
    const after = before.splice(1, 1, []);
    const { prefix, suffix } = before.difference(after);
    expect(prefix + suffix).toBe(2);
  });
});
