import { expect, test } from 'vitest';
import { bothEnds } from './both-ends.ts';

function ends(text: string, from: string, to: string, ...found: [words: string, value: string][]): string {
  const { isFound, isRight } = bothEnds(
    text,
    { start: 0, end: text.length, values: [{ start: from, end: to }] },
    found.map(([words, value]) => {
      const start = text.indexOf(words);
      return { start, end: start + words.length, type: '', value };
    }),
    '2021-07-07',
  );
  return `${isFound ? 'found' : 'not found'}, ${isRight ? 'right' : 'wrong'}`;
}

test.each([
  ['years', ends('2014 to 2018', '2014-01-01', '2018-01-01', ['2014', '2014'], ['2018', '2018']), 'found, right'],
  [
    'quarters',
    ends('q1 to q3 2020', '2020-01-01', '2020-07-01', ['q1', '2020-Q1'], ['q3 2020', '2020-Q3']),
    'found, right',
  ],
  [
    'a day and two times of day',
    ends(
      'Friday from 2 to 4 pm',
      '2021-07-09 14:00:00',
      '2021-07-09 16:00:00',
      ['Friday', '2021-07-09'],
      ['2', '2021-07-09T14:00'],
      ['4 pm', '2021-07-09T16:00'],
    ),
    'found, right',
  ],
  ['times of day', ends('2 to 4 pm', '14:00:00', '16:00:00', ['2', 'T14'], ['4 pm', 'T16']), 'found, right'],
  [
    'until now',
    ends('May 2020 till now', '2020-05-01', '2021-07-07', ['May 2020', '2020-05'], ['now', 'PRESENT_REF']),
    'found, right',
  ],
  [
    'another year',
    ends('2014 to 2018', '2014-01-01', '2018-01-01', ['2014', '2014'], ['2018', '2019']),
    'found, wrong',
  ],
  ['one end only', ends('2014 to 2018', '2014-01-01', '2018-01-01', ['2014', '2014']), 'not found, wrong'],
  [
    'a word between',
    ends('2014, maybe 2018', '2014-01-01', '2018-01-01', ['2014', '2014'], ['2018', '2018']),
    'not found, wrong',
  ],
  [
    'the middle of a month is not its first day',
    ends('May to June', '2021-05-01', '2021-06-16', ['May', '2021-05'], ['June', '2021-06']),
    'found, wrong',
  ],
])('%s', (_, found, wanted) => expect(found).toBe(wanted));
