import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PointIndex, pointsToUnits, unitsToPoints } from '../../server/src/text/codepoints.ts';

/** The points of a text, the slow and plain way: its pieces, each counting one. */
function pieces(text: string): string[] {
  return text.match(/^\ufeff|\r\n|[\ud800-\udbff][\udc00-\udfff]|[\s\S]/g) ?? [];
}

const odd = fc.string({
  unit: fc.constantFrom('a', 'é', '漢', '😀', '\ud83d', '\ude00', '\r', '\n', '\r\n', '\ufeff', ' '),
  maxLength: 60,
});
const long = fc.tuple(odd, fc.integer({ min: 0, max: 1500 })).map(([text, count]) => text + 'x'.repeat(count) + text);

test.each([
  ['plain', 'abc', 2, 2],
  ['CRLF counts one', 'a\r\nb', 3, 2],
  ['lone CR counts one', 'a\rb', 2, 2],
  ['a leading byte order mark counts none', '\ufeffab', 2, 1],
  ['a later one counts', 'a\ufeffb', 2, 2],
  ['astral characters count one', '😀😀a', 4, 2],
  ['lone surrogates count one', '\ud83da', 1, 1],
])('%s', (_, text, unit, point) => {
  expect(unitsToPoints(text, unit)).toBe(point);
  expect(pointsToUnits(text, point)).toBe(unit);
  expect(new PointIndex(text).toPoints(unit)).toBe(point);
  expect(new PointIndex(text).toUnits(point)).toBe(unit);
});

test('out of range is clamped, inside a character is its start', () => {
  expect(unitsToPoints('ab', 9)).toBe(2);
  expect(unitsToPoints('ab', -1)).toBe(0);
  expect(pointsToUnits('ab', 9)).toBe(2);
  expect(unitsToPoints('a😀', 2)).toBe(1);
  expect(unitsToPoints('a\r\nb', 2)).toBe(1);
  expect(new PointIndex('').toUnits(3)).toBe(0);
});

test('equals counting the pieces, indexed or not', () => {
  fc.assert(
    fc.property(fc.oneof(odd, long), (text) => {
      const index = new PointIndex(text);
      const starts: number[] = [];
      let unit = 0;
      for (const piece of pieces(text)) {
        if (!(unit === 0 && piece === '\ufeff')) starts.push(unit);
        unit += piece.length;
      }
      for (const [point, start] of starts.entries()) {
        expect(index.toUnits(point)).toBe(start);
        expect(index.toPoints(start)).toBe(point);
      }
      expect(index.toPoints(text.length)).toBe(starts.length);
      expect(index.toUnits(starts.length)).toBe(text.length);
      for (let at = 0; at <= text.length; at += 7) expect(unitsToPoints(text, at)).toBe(index.toPoints(at));
      for (let at = 0; at <= starts.length; at += 7) expect(pointsToUnits(text, at)).toBe(index.toUnits(at));
    }),
  );
});
