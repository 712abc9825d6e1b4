import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayNumber, isoDate } from '../../../server/src/times/calendar.ts';
import type { Unit } from '../../../server/src/times/meaning.ts';
import {
  dayOf,
  type Moment,
  middleOf,
  momentOf,
  mondayOf,
  moved,
  numberOf,
  OPEN,
  timexOf,
  weekOf,
} from '../../../server/src/times/resolve/moment.ts';

const DAY = 86_400_000;

/** The ISO week by JavaScript's calendar: the year of the Thursday, and how many Thursdays of it there were. */
function isoWeek(date: Date): { year: number; week: number } {
  const thursday = new Date(date.getTime() + (4 - (date.getUTCDay() || 7)) * DAY);
  let week = 1;
  for (const at = new Date(thursday.getTime() - 7 * DAY); at.getUTCFullYear() === thursday.getUTCFullYear(); week++)
    at.setTime(at.getTime() - 7 * DAY);
  return { year: thursday.getUTCFullYear(), week };
}

describe('days and weeks agree with the calendar of JavaScript', () => {
  const days = fc.integer({ min: -200_000, max: 200_000 });

  test('days', () => {
    fc.assert(
      fc.property(days, (days) => {
        const date = new Date(days * DAY);
        const day = dayOf(days);
        expect(day).toEqual({ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() });
        expect(numberOf(day)).toBe(days);
      }),
      { numRuns: 1000 },
    );
  });

  test('weeks', () => {
    fc.assert(
      fc.property(days, (days) => {
        const week = weekOf(dayOf(days));
        expect(week).toEqual(isoWeek(new Date(days * DAY)));
        const monday = mondayOf(week.year, week.week);
        expect(days - monday).toBeGreaterThanOrEqual(0);
        expect(days - monday).toBeLessThan(7);
        expect(new Date(monday * DAY).getUTCDay()).toBe(1);
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    ['2021-01-03', '2020-W53'],
    ['2021-01-04', '2021-W01'],
    ['2019-12-30', '2020-W01'],
    ['2016-01-03', '2015-W53'],
    ['2024-12-31', '2025-W01'],
  ])('%s lies in %s', (day, week) => expect(timexOf(moved(momentOf(day) as Moment, 'W', 0) as Moment)).toBe(week));
});

/** Moments as they are written below. */
const MOMENTS: Readonly<Record<string, Moment>> = {
  BC44: { year: 44, era: 'BC' },
  BC1: { year: 1, era: 'BC' },
  'BC44-03': { year: 44, era: 'BC', month: 3 },
  '2021-W01': { year: 2021, week: 1 },
  '2021-Q1': { year: 2021, quarter: 1 },
  '2021-H1': { year: 2021, half: 1 },
  '2021-SU': { year: 2021, season: 'SU' },
  '199': { decade: 199 },
  '19': { century: 19 },
  '2021-07-05T23:30': { year: 2021, month: 7, day: 5, clock: '23:30' },
  'XXXX-06-11': { month: 6, day: 11 },
  '1915-XX': { year: 1915, month: OPEN },
  '1915-XX-XX': { year: 1915, month: OPEN, day: OPEN },
  '1915-WXX': { year: 1915, week: OPEN },
};

describe('so many units from a moment', () => {
  test.each<[string, Unit, number, string | undefined]>([
    ['2021-07-05', 'D', 1, '2021-07-06'],
    ['2021-07-05', 'D', -5, '2021-06-30'],
    ['2021-07-05', 'D', 0, '2021-07-05'],
    ['2020-02-28', 'D', 1, '2020-02-29'],
    ['2021-01-01', 'D', -1, '2020-12-31'],
    ['2021-07-05', 'W', 0, '2021-W27'],
    ['2021-07-05', 'W', -1, '2021-W26'],
    ['2021-01-04', 'W', -1, '2020-W53'],
    ['2021-W01', 'W', -1, '2020-W53'],
    ['2021-W01', 'W', 52, '2022-W01'],
    ['2021-07-05', 'WE', 1, '2021-W28-WE'],
    ['2021-07-05', 'M', -7, '2020-12'],
    ['2021-07', 'M', 6, '2022-01'],
    ['2021-01', 'M', -1, '2020-12'],
    ['2021-07-05', 'Q', 0, '2021-Q3'],
    ['2021-07-05', 'Q', -3, '2020-Q4'],
    ['2021-Q1', 'Q', -1, '2020-Q4'],
    ['2021-07-05', 'H', 0, '2021-H2'],
    ['2021-H1', 'H', -1, '2020-H2'],
    ['2021-07-05', 'Y', -1, '2020'],
    ['2021-SU', 'Y', 1, '2022'],
    ['2021', 'Y', -2021, 'BC0001'],
    ['2021', 'Y', -2064, 'BC0044'],
    ['BC44', 'Y', 1, 'BC0043'],
    ['BC44', 'Y', 44, '0001'],
    ['BC1', 'Y', -1, 'BC0002'],
    ['BC44-03', 'M', -3, 'BC0045-12'],
    ['BC1', 'M', 1, undefined],
    ['2021-07-05', 'DE', 0, '202'],
    ['2021-07-05', 'DE', -1, '201'],
    ['199', 'DE', 1, '200'],
    ['2021', 'CE', -1, '19'],
    ['19', 'CE', 1, '20'],
    ['2021-07-05T23:30', 'TH', 1, '2021-07-06T00:30'],
    ['2021-07-05T23:30', 'TM', -45, '2021-07-05T22:45'],
    ['2021-07-05T23:30', 'TS', 90, '2021-07-05T23:31:30'],
    // Not exact enough.
    ['2021-07', 'D', 1, undefined],
    ['2021', 'M', 1, undefined],
    ['2021', 'Q', 1, undefined],
    ['2021', 'W', 1, undefined],
    ['2021-07-05', 'TH', 1, undefined],
    ['XXXX-06-11', 'Y', 1, undefined],
    ['199', 'Y', 1, undefined],
    ['2021-07-05', 'SE', 1, undefined],
    ['1915-XX-XX', 'D', 2, undefined],
    ['1915-XX', 'M', 1, undefined],
    ['1915-XX', 'Q', 1, undefined],
    ['1915-XX', 'H', 1, undefined],
    ['1915-WXX', 'W', 1, undefined],
    ['1915-WXX', 'M', 1, undefined],
    ['1915-XX-XX', 'Y', 1, '1916'],
  ])('%s %s %i: %s', (from, unit, by, expected) => {
    const start = MOMENTS[from] ?? momentOf(from);
    if (start === undefined) throw new Error(`“${from}” is no moment.`);
    const moment = moved(start, unit, by);
    expect(moment && timexOf(moment)).toBe(expected);
  });

  test('there and back is where it began', () => {
    const units = fc.constantFrom<Unit>('D', 'W', 'M', 'Q', 'H', 'Y', 'DE', 'CE');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), units, fc.integer({ min: -40, max: 40 }), (days, unit, by) => {
        const start = dayOf(days);
        const away = moved(start, unit, by);
        expect(away && moved(away, unit, -by)).toEqual(moved(start, unit, 0));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the value of a moment', () => {
  test.each<[Moment, string]>([
    [{ year: 2021, month: 7, day: 5 }, '2021-07-05'],
    [{ year: 2021, month: 7 }, '2021-07'],
    [{ year: 2021 }, '2021'],
    [{ year: 79 }, '0079'],
    [{ year: 44, era: 'BC' }, 'BC0044'],
    [{ year: 44, era: 'BC', month: 3, day: 15 }, 'BC0044-03-15'],
    [{ year: 79, era: 'AD' }, '0079'],
    [{ month: 6, day: 11 }, 'XXXX-06-11'],
    [{ month: 6 }, 'XXXX-06'],
    [{ decade: 199 }, '199'],
    [{ century: 18 }, '18'],
    [{ century: 4, era: 'BC' }, 'BC04'],
    [{ year: 2021, half: 2 }, '2021-H2'],
    [{ year: 2021, quarter: 3 }, '2021-Q3'],
    [{ quarter: 3 }, 'XXXX-Q3'],
    [{ year: 2021, season: 'SU' }, '2021-SU'],
    [{ year: 2021, week: 7 }, '2021-W07'],
    [{ year: 2021, week: -1 }, '2021-WXX'],
    [{ year: 2021, week: 27, weekend: true }, '2021-W27-WE'],
    [{ weekend: true }, 'XXXX-WXX-WE'],
    [{ weekday: 1 }, 'XXXX-WXX-1'],
    [{ weekday: 1, part: 'MO' }, 'XXXX-WXX-1TMO'],
    [{ year: 2021, month: 7, day: 5, part: 'EV' }, '2021-07-05TEV'],
    [{ year: 2021, month: 7, day: 5, clock: '22:41' }, '2021-07-05T22:41'],
    [{ year: 2021, month: 7, day: 5, clock: '22', zone: '-05' }, '2021-07-05T22-05'],
    [{ year: 2021, month: 7, day: -1 }, '2021-07-XX'],
    [{ year: 2021, month: -1, day: -1 }, '2021-XX-XX'],
    [{ year: 2021, month: 7, clock: '10:00' }, '2021-07-XXT10:00'],
    [{ clock: '10:00' }, 'XXXX-XX-XXT10:00'],
    [{ day: 5 }, 'XXXX-XX-05'],
    [{}, 'XXXX'],
  ])('%j: %s', (moment, value) => expect(timexOf(moment)).toBe(value));
});

test.each([
  ['2021-07-05', { year: 2021, month: 7, day: 5 }],
  ['2021-07', { year: 2021, month: 7 }],
  ['2021', { year: 2021 }],
  ['', undefined],
  [undefined, undefined],
  ['soon', undefined],
])('%s as a moment', (value, moment) => expect(momentOf(value)).toEqual(moment));

test.each<[Moment, string | undefined]>([
  [{ year: 2021, month: 7, day: 5 }, '2021-07-05'],
  [{ year: 2021, month: 7 }, '2021-07-15'],
  [{ year: 2021 }, '2021-07-01'],
  [{ year: 2021, season: 'WI' }, '2021-12-15'],
  [{ year: 2021, quarter: 1 }, '2021-02-15'],
  [{ year: 2021, half: 2 }, '2021-09-15'],
  [{ month: 7 }, undefined],
  [{ year: 2021, month: -1, day: -1 }, undefined],
])('the middle of %j', (moment, day) => {
  const middle = middleOf(moment);
  expect(middle === undefined ? undefined : isoDate(dayOf(middle))).toBe(day);
});

test('a day is counted from 1970', () => expect(dayNumber(1970, 1, 1)).toBe(0));
