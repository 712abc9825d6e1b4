import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayNumber, daysInMonth, exists, weekday } from '../../server/src/times/calendar.ts';
import { readDate } from '../../server/src/times/metadata-date.ts';
import { nearestYear } from '../../server/src/times/resolve/nearest.ts';
import { inWords } from '../../server/src/times/words.ts';
import { hardText, longRunOf } from '../support/unicode.ts';

test('the calendar agrees with that of JavaScript', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1000, max: 2999 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 31 }),
      (year, month, day) => {
        const date = new Date(Date.UTC(year, month - 1, day));
        const real = date.getUTCMonth() === month - 1;
        expect(exists({ year, month, day })).toBe(real);
        if (!real) return;
        expect(dayNumber(year, month, day)).toBe(date.getTime() / 86_400_000);
        expect(weekday(year, month, day)).toBe(date.getUTCDay() || 7);
      },
    ),
  );
  expect([daysInMonth(2), daysInMonth(2, 1900), daysInMonth(2, 2000), daysInMonth(13)]).toEqual([29, 28, 29, 0]);
});

describe('the date of a field', () => {
  test.each([
    ['2021-07-05', '2021-07-05'],
    [' 2021-07-05T10:00Z ', '2021-07-05'],
    ['2021-07-05T10:00:30.123+02:00', '2021-07-05'],
    ['2021-07-05 10:00:30 +0200', '2021-07-05'],
    ['2021/07/05', '2021-07-05'],
    ['20210705', '2021-07-05'],
    ['5 July 2021', '2021-07-05'],
    ['July 5, 2021 10:41 pm ET', '2021-07-05'],
    ['Monday 5th July, 2021', '2021-07-05'],
    ['Mon, 05 Jul 2021 10:00:00 GMT', '2021-07-05'],
    ['Updated: 5 July 2021, 10.41am', '2021-07-05'],
    ['13/07/2021', '2021-07-13'],
    ['5.7.2021', '2021-07-05'],
    ['July 2021', '2021-07'],
    ['2021-07', '2021-07'],
    ['2004-05', '2004-05'],
    ['2021', '2021'],
    ['AD 79', '0079'],
    ['2021–07–05', '2021-07-05'],
    ['2021–07–05 10:30', '2021-07-05'],
  ])('%s: %s', (written, value) => expect(readDate(written)).toEqual({ value }));

  test.each([
    ['', 'invalid-date', 'No date is given. Write the day as YYYY-MM-DD, or YYYY-MM or YYYY where no more is known.'],
    [
      'yesterday',
      'invalid-date',
      '“yesterday” is no date that can be read. Write the day as YYYY-MM-DD, or YYYY-MM or YYYY where no more is known.',
    ],
    [
      'June 11',
      'invalid-date',
      '“June 11” does not say the year. Write the day as YYYY-MM-DD, or YYYY-MM or YYYY where no more is known.',
    ],
    [
      'the 1990s',
      'invalid-date',
      '“the 1990s” is no date that can be read. Write the day as YYYY-MM-DD, or YYYY-MM or YYYY where no more is known.',
    ],
    [
      '5 July 2021 to 7 July 2021',
      'invalid-date',
      '“5 July 2021 to 7 July 2021” is no date that can be read. Write the day as YYYY-MM-DD, or YYYY-MM or YYYY where no more is known.',
    ],
    [
      '5 March 44 BC',
      'invalid-date',
      '“5 March 44 BC” is no date that can be read. Write the day as YYYY-MM-DD, or YYYY-MM or YYYY where no more is known.',
    ],
    [
      '2021 BC',
      'invalid-date',
      '“2021 BC” is no date that can be read. Write the day as YYYY-MM-DD, or YYYY-MM or YYYY where no more is known.',
    ],
    ['31 June 2021', 'impossible-date', 'June has 30 days; there is no 31 June. Check the day and the month.'],
    ['2021-13-05', 'impossible-date', 'There is no month 13; a year has 12. Check the order of day and month.'],
    [
      '05/07/2021',
      'ambiguous-date',
      '“05/07/2021” can be read as 5 July 2021 or as 7 May 2021. Write 2021-07-05 or 2021-05-07.',
    ],
    [
      '5-7-2021, 10:00',
      'ambiguous-date',
      '“5-7-2021” can be read as 5 July 2021 or as 7 May 2021. Write 2021-07-05 or 2021-05-07.',
    ],
  ])('%s: %s', (written, problem, message) => expect(readDate(written)).toMatchObject({ problem, message }));

  test('never throws', () => {
    fc.assert(
      fc.property(hardText, (text) => {
        readDate(text);
        inWords(text, text);
        nearestYear(1, 1, text);
      }),
      { numRuns: 2000 },
    );
    readDate(longRunOf('1 '));
    inWords(longRunOf('P1D'));
  });
});

test('an open year is the nearest one', () => {
  expect(nearestYear(6, 11, '2021-07-05')).toBe(2021);
  expect(nearestYear(12, 28, '2021-01')).toBe(2020);
  expect(nearestYear(2, 29, '2021-07-05')).toBe(2020);
  expect(nearestYear(6, 11, 'long ago')).toBeUndefined();
});
