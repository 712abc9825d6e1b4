import { describe, expect, test } from 'vitest';
import { valueInterval } from './interval.ts';
import { align, countsOf, type Expression, scoresOf } from './score.ts';

/** Expressions between marks: `met <<on Monday|DATE 2021-07-05>>`; without a value where only a type stands there. */
function read(text: string): Expression[] {
  const found: Expression[] = [];
  let removed = 0;
  for (const { 0: all, 1: words = '', 2: type = '', 3: value, index } of text.matchAll(
    /<<(.*?)\|(\w+)(?: (.*?))?>>/g,
  )) {
    const start = index - removed;
    found.push({ start, end: start + words.length, type, value });
    removed += all.length - words.length;
  }
  return found;
}

function score(gold: string, system: string) {
  const counts = countsOf(align(read(gold), read(system)));
  return { counts, scores: scoresOf(counts) };
}

describe('align', () => {
  test('pairs one to one, the first first', () => {
    const { pairs, missed, spurious } = align(
      read('the ferry left <<in the night of 3 May|TIME 2021-05-03TNI>>'),
      read('the ferry left in <<the night|TIME TNI>> of <<3 May|DATE 2021-05-03>>'),
    );
    expect([pairs.length, missed.length, spurious.length]).toEqual([1, 0, 1]);
  });

  test('a miss and a find side by side are no pair', () => {
    const { pairs, missed, spurious } = align(
      read('it may rain <<today|DATE 2021-05-03>>, they said <<last week|DATE 2021-W17>>'),
      read('it <<may|DATE 2021-05>> rain today, they said <<last week|DATE 2021-W17>>'),
    );
    expect([pairs.length, missed.length, spurious.length]).toEqual([1, 1, 1]);
  });

  test('touching is not sharing', () => {
    expect(align([{ start: 0, end: 4 }], [{ start: 4, end: 8 }]).pairs).toEqual([]);
  });
});

describe('scores', () => {
  test('of spans, types and values', () => {
    const { counts, scores } = score(
      'Open <<on Friday|DATE 2021-05-07>> for <<two hours|DURATION PT2H>>, closed <<in June|DATE 2021-06>> and <<now|DATE PRESENT_REF>>',
      'Open on <<Friday|DATE 2021-05-07>> for <<two hours|DATE PT2H>>, closed <<in June|DATE 2020-06>> and now',
    );
    expect(counts).toMatchObject({ gold: 4, system: 3, relaxed: 3, strict: 2, type: 2, value: 2 });
    expect(scores.relaxed).toMatchObject({ p: 100, r: 75 });
    // The accuracy of the pairs times the relaxed F1.
    expect(scores.value.f1).toBeCloseTo(scores.relaxed.f1 * (2 / 3));
    expect(scores.type.f1).toBeCloseTo((200 * 2) / 7);
  });

  test('what has no value in the corpus is outside the score of values', () => {
    const { counts, scores } = score(
      '<<a long time|DATE>> before <<1921|DATE 1921>>, <<some time|DATE >>',
      '<<a long time|DURATION PXY>> before <<1921|DATE 1921>>, some time',
    );
    expect(counts).toMatchObject({ goldNoValue: 2, pairNoValue: 1 });
    expect(scores.value.f1).toBe(100);
  });

  test('nothing found and nothing there is nought, not NaN', () => {
    expect(score('No time.', 'No time.').scores.value).toEqual({ p: 0, r: 0, f1: 0 });
  });
});

test('the interval holds the value, is the same in every run, and has no width where all documents are alike', () => {
  const right = score('<<1921|DATE 1921>>', '<<1921|DATE 1921>>').counts;
  const wrong = score('<<1921|DATE 1921>>', '<<1921|DATE 1920>>').counts;
  const [low, high] = valueInterval([right, wrong, right, wrong]);
  expect(low).toBeLessThan(50);
  expect(high).toBeGreaterThan(50);
  expect(valueInterval([right, wrong, right, wrong])).toEqual([low, high]);
  expect(valueInterval([right, right])).toEqual([100, 100]);
});
