import { describe, expect, test } from 'vitest';
import { acceptedFor, type Reading } from './recognizers-value.ts';
import { sameValue } from './same-value.ts';
import { trimmed } from './trim.ts';

const DCT = '2021-07-07';

function accepted(text: string, kind: string, ...values: Reading[]): string {
  const found = acceptedFor({ start: 0, end: text.length, text, kind, values }, DCT);
  return 'out' in found ? `out: ${found.out}` : found.values.join(' ');
}

describe('a value of Recognizers-Text in TIMEX3', () => {
  const range = (from: string, to: string, length: string): Reading => ({
    timex: `(${from},${to},${length})`,
    start: from,
    end: to,
  });

  test.each([
    ['a day', accepted('9 May 2020', 'date', { timex: '2020-05-09', value: '2020-05-09' }), '2020-05-09'],
    [
      'an open day: both neighbours',
      accepted('9 May', 'date', { timex: 'XXXX-05-09', value: '2021-05-09' }),
      '2021-05-09 2022-05-09',
    ],
    [
      'an open weekday',
      accepted('Friday', 'date', { timex: 'XXXX-WXX-5', value: '2021-07-02' }),
      '2021-07-02 2021-07-09',
    ],
    [
      'a weekday of a number',
      accepted('Friday 13', 'date', { timex: 'XXXX-WXX-5', value: '2021-08-13' }),
      '2021-08-13',
    ],
    ['an open month', accepted('in May', 'daterange', { timex: 'XXXX-05', start: '2021-05-01' }), '2021-05 2022-05'],
    ['today is a neighbour', accepted('7 July', 'date', { timex: 'XXXX-07-07', value: DCT }), DCT],
    [
      'a year and what is beside it',
      accepted('before 2018', 'daterange', { timex: '2018', mod: 'before', end: '2018-01-01' }),
      '2018',
    ],
    [
      'a week of a month',
      accepted('first week of May 2020', 'daterange', { timex: '2020-05-W01', start: '2020-05-04' }),
      '2020-W19',
    ],
    [
      'the week of a day',
      accepted('the week of 4 May', 'daterange', { timex: 'XXXX-05-04', start: '2021-05-03' }),
      '2021-W18',
    ],
    ['a weekend', accepted('the weekend', 'daterange', { timex: '2021-W27-WE', start: '2021-07-10' }), '2021-W27-WE'],
    ['a decade', accepted('the 1970s', 'daterange', range('1970-01-01', '1980-01-01', 'P10Y')), '197'],
    ['a century', accepted('18th century', 'daterange', range('1700-01-01', '1800-01-01', 'P100Y')), '17'],
    ['a quarter', accepted('last quarter', 'daterange', range('2021-04-01', '2021-07-01', 'P3M')), '2021-Q2'],
    ['half a year', accepted('2019-H2', 'daterange', range('2019-07-01', '2020-01-01', 'P6M')), '2019-H2'],
    ['a length from now', accepted('next 3 days', 'daterange', range('2021-07-08', '2021-07-11', 'P3D')), 'P3D'],
    ['two ends', accepted('May to July', 'daterange', range('2021-05-01', '2021-07-01', 'P2M')), 'out: two ends'],
    [
      'two quarters are two ends',
      accepted('from q1 to q3', 'daterange', range('2021-01-01', '2021-07-01', 'P6M')),
      'out: two ends',
    ],
    [
      'business days',
      accepted('next 4 business days', 'daterange', range('2021-07-08', '2021-07-14', 'P4BD')),
      'out: business days',
    ],
    [
      'no such day',
      accepted('30 February', 'date', { timex: 'XXXX-02-30', value: 'not resolved' }),
      'out: a day that does not exist',
    ],
    ['a vague length', accepted('several weeks', 'duration', { timex: 'P3W', value: '1814400' }), 'PXW'],
    ['a set', accepted('every day', 'set', { timex: 'P1D', value: 'not resolved' }), 'P1D XXXX-XX-XX'],
    [
      'the end of a day',
      accepted('end of tomorrow', 'datetime', { timex: '2021-07-08T23:59:59', value: '2021-07-08 23:59:59' }),
      '2021-07-08 2021-07-08T23:59:59',
    ],
    [
      'a weekday and an hour',
      accepted('Friday at 2', 'datetime', { timex: 'XXXX-WXX-5T14', value: '2021-07-09 14:00:00' }),
      '2021-07-09T14',
    ],
    [
      'weeks from today: the day, or its week',
      accepted('in two weeks', 'date', { timex: '2021-07-21', value: '2021-07-21' }),
      '2021-07-21 2021-W29',
    ],
    [
      'months ago: the day, or its month',
      accepted('two months ago', 'date', { timex: '2021-05-07', value: '2021-05-07' }),
      '2021-05-07 2021-05',
    ],
    [
      'weeks from another day: the day',
      accepted('two weeks from Friday', 'date', { timex: '2021-07-23', value: '2021-07-23' }),
      '2021-07-23',
    ],
    [
      'minutes from an hour that is not known',
      accepted('in 5 minutes', 'datetime', { timex: '2021-07-07T00:05:00', value: '2021-07-07 00:05:00' }),
      '2021-07-07T00:05:00 PT5M 2021-07-07TXX',
    ],
    [
      'a bare number',
      accepted('before 4', 'timerange', { timex: 'T04', mod: 'before', end: '04:00:00' }),
      'out: a bare number or "this", a time by what was said before only',
    ],
  ])('%s', (_, found, wanted) => {
    expect(found).toBe(wanted);
  });
});

test.each([
  ['P1W', 'P7D', true],
  ['PT1.5H', 'PT1H30M', true],
  ['PT1.5H', 'PT90M', true],
  ['P1.25Y', 'P15M', true],
  ['P10Y', 'P1DE', true],
  ['P6M', 'P2Q', true],
  ['P1D', 'PT24H', false],
  ['PXD', 'P3D', false],
  ['PXD', 'PXD', true],
  ['PRESENT_REF', 'PAST_REF', false],
  ['T08', 'T08:00', true],
  ['T08', `${DCT}T08:00`, true],
  ['T08', '2021-07-08T08:00', false],
  ['T08', '2021-07-12T08:00', true],
  ['T08', 'XXXX-XX-XXT08:00:00', true],
  [`${DCT}T08`, 'T08', false],
  ['2021-07-08T17:30', '2021-07-08T17:30Z', true],
  ['TMO', `${DCT}TMO`, true],
  ['2021', '2021-07', false],
])('%s and %s: %s', (expected, actual, same) => {
  expect(sameValue(expected, actual, [DCT, '2021-07-12'])).toBe(same);
});

test.each([
  ['in the evening', 'evening'],
  ['since last week ', 'last week'],
  ['after around 3 pm', '3 pm'],
  ['the', 'the'],
  ['a week', 'week'],
  ['Monday', 'Monday'],
  ['another day', 'another day'],
  ['as late as next week', 'next week'],
  ['any time after 3 pm', '3 pm'],
])('%j without what TIMEX3 leaves out: %j', (text, left) => {
  const { start, end } = trimmed(text, { start: 0, end: text.length });
  expect(text.slice(start, end)).toBe(left);
});
