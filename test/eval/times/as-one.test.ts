import { expect, test } from 'vitest';
import { cutAsExpected } from './as-one.ts';

interface Place {
  readonly words: string;
  readonly kind?: string;
  readonly type?: string;
  readonly values?: readonly string[];
}

function cut(text: string, expected: readonly Place[], found: readonly Place[]): string[] {
  const span = ({ words }: Place) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
  return cutAsExpected(
    text,
    expected.map((place) => ({ ...span(place), kind: place.kind ?? '', values: place.values ?? [] })),
    found.map((place) => ({ ...span(place), type: place.type ?? '', value: place.values?.[0] })),
  ).map(({ start, end, value }) => `${text.slice(start, end)}=${value}`);
}

const FRIDAY = { words: 'Friday', type: 'DATE', values: ['2021-07-09'] };
const AT_THREE = { words: '3 pm', type: 'TIME', values: ['2021-07-09T15:00'] };

test('a day and a time of day with a preposition between them are one where the case has one', () => {
  const both = { words: 'Friday after 3 pm', kind: 'datetimerange', values: ['2021-07-09T15'] };
  expect(cut('Call on Friday after 3 pm.', [both], [FRIDAY, AT_THREE])).toEqual(['Friday after 3 pm=2021-07-09T15:00']);
});

test('not with another word between them, nor where one of them is left out', () => {
  const both = { words: 'Friday, maybe 3 pm', kind: 'datetime', values: ['2021-07-09T15'] };
  const text = 'Call on Friday, maybe 3 pm.';
  expect(cut(text, [both], [FRIDAY, AT_THREE])).toHaveLength(2);
  expect(cut('On Friday at 3 pm', [{ ...both, words: 'Friday at 3 pm' }], [FRIDAY])).toEqual(['Friday=2021-07-09']);
});

test('a length and what it is a part of', () => {
  const part = { words: 'first ten days of May', kind: 'daterange', values: ['P10D'] };
  const found = [
    { words: 'first ten days', type: 'DURATION', values: ['P10D'] },
    { words: 'May', type: 'DATE', values: ['2021-05'] },
  ];
  expect(cut('It rained the first ten days of May.', [part], found)).toEqual(['first ten days of May=P10D']);
});

test('one that the case has in two is cut at the same place', () => {
  const expected = [
    { words: 'Friday', kind: 'date' },
    { words: '3 pm', kind: 'time' },
  ];
  const whole = { words: 'Friday at 3 pm', type: 'TIME', values: ['2021-07-09T15:00'] };
  expect(cut('On Friday at 3 pm', expected, [whole])).toEqual(['Friday=2021-07-09', '3 pm=2021-07-09T15:00']);
});
