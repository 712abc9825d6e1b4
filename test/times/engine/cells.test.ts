import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tokenize } from '../../../server/src/text/tokens.ts';
import { cellsOf } from '../../../server/src/times/engine/cells.ts';
import { hardText } from '../../support/unicode.ts';

const KNOWN = new Set(['year', 'old', 'mid', 'june', 'twenty', 'five', 'long']);

function cellsIn(text: string) {
  return cellsOf(text, tokenize(text), (all, start, end) => KNOWN.has(all.slice(start, end).toLowerCase()));
}

/** The cells that a text is cut into, parted by bars. */
function check(text: string, expected: string): void {
  expect(
    cellsIn(text)
      .map(({ start, end }) => text.slice(start, end))
      .join('|'),
  ).toBe(expected);
}

describe('hyphenated words that hold a word of the language are cut', () => {
  test.each([
    ['a 27-year-old man', 'a|27|-|year|-|old|man'],
    ['mid-June', 'mid|-|June'],
    ['Mid\u2011June', 'Mid|\u2011|June'],
    ['twenty-five', 'twenty|-|five'],
    ['the year-long war', 'the|year|-|long|war'],
    ['three-year', 'three|-|year'],
    ['Jean-Pierre met a well-known man', 'Jean-Pierre|met|a|well-known|man'],
    ['year-a-b-c-d-e-f-g-h', 'year-a-b-c-d-e-f-g-h'],
    ['mid--June', 'mid|--|June'],
    ['last year’s', 'last|year|’s'],
    ['mid-1990s', 'mid|-|1990|s'],
    ['mid-2pm', 'mid|-|2|pm'],
  ])('%s', check);
});

describe('a number that is glued to a word of the language is cut off', () => {
  test.each([
    ['June5', 'June|5'],
    ['june2021', 'june|2021'],
    ['covid19 and mp3', 'covid19|and|mp3'],
    ['june20215', 'june20215'],
  ])('%s', check);
});

describe('ranges of numbers are cut, dates and the like are not', () => {
  test.each([
    ['June 11-14', 'June|11|-|14'],
    ['1914-18', '1914|-|18'],
    ['1914/15', '1914|/|15'],
    ['499-493 BC', '499|-|493|BC'],
    ['555-0123', '555-0123'],
    ['1914-180', '1914-180'],
    ['1914-1918', '1914|-|1918'],
    ['2-3 days', '2|-|3|days'],
    ['9:30-11 or 9-10:30', '9:30|-|11|or|9|-|10:30'],
    ['2021-07-05', '2021-07-05'],
    ['2021-07', '2021-07'],
    ['2004-05', '2004|-|05'],
    ['05/07/2021', '05/07/2021'],
    ['11/9', '11/9'],
    ['5-1918', '5-1918'],
    ['202-555-0123', '202-555-0123'],
    ['100-200', '100-200'],
    ['1,000-2,000', '1,000-2,000'],
  ])('%s', check);
});

test('a cell knows whether it is a piece of a token', () => {
  const glued = cellsIn('mid-June 11-14, 5').map(({ glued = false }) => glued);
  expect(glued).toEqual([true, true, true, true, true, true, false, false]);
});

test('cells lie in order and cover what the tokens cover', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        hardText,
        fc.array(fc.constantFrom('11', '1914', '-', '/', 'mid', 'June', ' ')).map((a) => a.join('')),
      ),
      (text) => {
        const covered = (spans: readonly { start: number; end: number }[]) =>
          spans.map(({ start, end }) => text.slice(start, end)).join('');
        const tokens = tokenize(text);
        const cells = cellsIn(text);
        expect(covered(cells)).toBe(covered(tokens));
        let at = 0;
        for (const { start, end } of cells) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          at = end;
        }
      },
    ),
    { numRuns: 500 },
  );
});
