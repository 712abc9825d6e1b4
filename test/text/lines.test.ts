import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contentLength, splitLines, TextLines } from '../../server/src/text/lines.ts';

const piece = fc.constantFrom('a', 'Wang', ' ', '\n', '\r', '\r\n', '\n\n', '😀', '\ud800', 'é', '人大', '');
const text = fc.array(piece, { maxLength: 40 }).map((parts) => parts.join(''));
const position = fc.record({ line: fc.integer({ min: -2, max: 50 }), character: fc.integer({ min: -2, max: 60 }) });

describe('splitLines', () => {
  test.each([
    ['', ['']],
    ['a', ['a']],
    ['a\n', ['a\n', '']],
    ['a\r\nb\rc\nd', ['a\r\n', 'b\r', 'c\n', 'd']],
    ['\n\r', ['\n', '\r', '']],
    ['\r\r\n', ['\r', '\r\n', '']],
    ['a\u2028b\u0085c', ['a\u2028b\u0085c']],
  ])('%j', (whole, lines) => {
    expect(splitLines(whole)).toEqual(lines);
  });
});

describe('TextLines', () => {
  test('any changes leave the text that changing a string leaves', () => {
    fc.assert(
      fc.property(text, fc.array(fc.tuple(position, position, text), { maxLength: 15 }), (start, changes) => {
        let lines = TextLines.from(start);
        let whole = start;
        for (const [a, b, newText] of changes) {
          const [from, to] = [lines.offsetAt(a), lines.offsetAt(b)].sort((x, y) => x - y) as [number, number];
          whole = whole.slice(0, from) + newText + whole.slice(to);
          const before = lines;
          const result = lines.change(a, b, newText);
          lines.toString();
          expect(lines.change(a, b, newText, { joined: true }).lines.toString()).toBe(result.lines.toString());
          lines = result.lines;
          expect(lines.toString()).toBe(whole);
          const { line, removed, added } = result.change;
          expect(lines.count).toBe(before.count + added - removed);
          // Lines outside of the change it tells of are the same lines.
          for (let i = 0; i < line; i++) expect(lines.line(i)).toBe(before.line(i));
          for (let i = line + added; i < lines.count; i++) expect(lines.line(i)).toBe(before.line(i - added + removed));
        }
        expect(Array.from({ length: lines.count }, (_, i) => lines.line(i))).toEqual(splitLines(whole));
      }),
      { numRuns: 400 },
    );
  });

  test('positions and offsets are each other’s inverse, but for places inside a line end', () => {
    fc.assert(
      fc.property(text, fc.nat(200), (whole, n) => {
        const lines = TextLines.from(whole);
        const offset = n % (whole.length + 1);
        const at = lines.positionAt(offset);
        const back = lines.offsetAt(at);
        if (back !== offset) expect(whole.slice(back, offset)).toMatch(/^\r?\n?$/);
        expect(lines.clamp(at)).toEqual(at);
      }),
    );
  });

  test.each([
    [{ line: -1, character: 4 }, 0],
    [{ line: 0, character: 99 }, 3],
    [{ line: 1, character: 1 }, 6],
    [{ line: 9, character: 0 }, 8],
    [{ line: 0.5, character: 1.9 }, 1],
    [{ line: Number.NaN, character: Number.POSITIVE_INFINITY }, 3],
  ])('a position out of range is moved to the nearest one: %j', (at, offset) => {
    expect(TextLines.from('abc\r\ndef').offsetAt(at)).toBe(offset);
  });

  test('the content of a line is what stands before its line end', () => {
    expect(['a\r\n', 'a\n', 'a\r', 'a', ''].map(contentLength)).toEqual([1, 1, 1, 1, 0]);
  });
});
