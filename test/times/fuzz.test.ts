import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Token, tokenize } from '../../server/src/text/tokens.ts';
import { ENGLISH } from '../../server/src/times/english/english.ts';
import { findTimes } from '../../server/src/times/find.ts';
import { NO_FLOW, resolveTimes } from '../../server/src/times/resolve/flow.ts';
import type { ResolvedTime } from '../../server/src/times/types.ts';

/** The one place that knows how the finder is called. */
function find(text: string, tokens?: readonly Token[]): ResolvedTime[] {
  const found = findTimes({ start: 0, text, field: undefined }, tokens);
  return resolveTimes(found, { published: '2021-07-07', narrative: false }, NO_FLOW, ENGLISH.holidays).times;
}

/** What times, and what looks like them, are made of. */
const PIECES = [
  ...['1', '12', '19', '1 ', '10:10 ', '5/', '5-', '5.', '2021', '2021-', '’90s ', "'90s ", '3rd ', '½ ', '1,000 '],
  ...['-', '–', ':', '.', '/', ',', '(', ')', '"', '“', '’', "'", ' ', '\n', '\r\n', '\n\n', '\t', '\u00a0', '\u200b'],
  ...['a', 'the ', 'of ', 'and ', 'to ', 'in ', 'from ', 'between ', 'after ', 'before ', 'since ', 'ago ', 'or so '],
  ...[
    'may ',
    'May ',
    'march ',
    'monday ',
    'Mon. ',
    'sun ',
    'second ',
    'first ',
    'half ',
    'quarter ',
    'two ',
    'twenty-',
  ],
  ...['last ', 'next ', 'this ', 'that same ', 'early ', 'mid-', 'late ', 'every ', 'each ', 'about ', 'more than '],
  ...['year ', 'years ', '-year-old ', 'day ', 'days ', 'weeks ', 'decade ', 'century ', 'today ', 'now ', 'recently '],
  ...['p.m. ', 'a.m. ', 'o’clock ', 'noon ', 'night ', 'morning ', 'UTC ', 'BC ', 'summer ', 'Christmas ', 'Q3 '],
  ...['中', '日', '年', '🎉', '👨‍👩‍👧', 'é', '\u0301', '\ud800', 'T', 'Z', 'P', 'X'],
];

/** Pairs that are read together, and so may be tried again at each place. */
const RUNS = [
  'two years and ',
  'June 11-',
  '1 to ',
  'the day before ',
  'last week of ',
  'twenty-',
  '5 May, ',
  'a half ',
];

const SIZE = 200 * 1024;

function check(text: string, times: readonly ResolvedTime[]): void {
  let last = 0;
  for (const { start, end, value } of times) {
    const found = text.slice(start, end);
    const isSound = start >= last && end > start && end <= text.length && found === found.trim() && value !== '';
    // One assertion for all that is right: a text of 200 KB may hold thirty thousand times.
    if (!isSound)
      expect({ start, end, value, found, last }).toBe('in order, without overlaps, blanks and empty values');
    last = end;
  }
}

describe('long texts of one piece are read in the time of a test', () => {
  test.each([...new Set([...PIECES, ...RUNS])])('%j', (piece) => {
    const text = piece.repeat(Math.ceil(SIZE / piece.length));
    check(text, find(text));
  });
});

test('a long text holds as many times as its parts', () => {
  // A limit that cuts long texts short would make them as fast, and would show here.
  for (const piece of ['5 May 2021, ', 'in 1914 and ', 'at 10:10 on 3 June. ']) {
    const short = find(piece.repeat(100)).length;
    const long = find(piece.repeat(10_000)).length;
    expect(Math.abs(long - 100 * short)).toBeLessThanOrEqual(100);
  }
});

describe('any mixture', () => {
  const texts = fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.constantFrom(...RUNS), fc.string({ maxLength: 5 })), {
    maxLength: 60,
  });

  test('gives times in order, within the text, without overlaps', () => {
    fc.assert(
      fc.property(texts, (pieces) => {
        const text = pieces.join('');
        check(text, find(text));
      }),
      { numRuns: 2000 },
    );
  });

  test('gives the same times with tokens at hand and twice', () => {
    fc.assert(
      fc.property(texts, (pieces) => {
        const text = pieces.join('');
        expect(find(text, tokenize(text))).toEqual(find(text));
      }),
      { numRuns: 500 },
    );
  });
});
