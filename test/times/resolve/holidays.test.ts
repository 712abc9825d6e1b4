import { describe, expect, test } from 'vitest';
import { isoDate, isoOfDayNumber } from '../../../server/src/times/calendar.ts';
import { HOLIDAYS } from '../../../server/src/times/english/holidays.ts';
import { easterSunday, holidayIn } from '../../../server/src/times/resolve/holidays.ts';

/**
 * Easter by the rule of the Church instead of a formula: the Sunday after the full moon of the tables (Clavius), which is
 * found from the epact. Another way than the one that is tested.
 */
function easterByEpact(year: number): string {
  const golden = (year % 19) + 1;
  const century = Math.floor(year / 100) + 1;
  const solar = Math.floor((3 * century) / 4) - 12;
  const lunar = Math.floor((8 * century + 5) / 25) - 5;
  const sunday = Math.floor((5 * year) / 4) - solar - 10;
  let epact = (((11 * golden + 20 + lunar - solar) % 30) + 30) % 30;
  if ((epact === 25 && golden > 11) || epact === 24) epact++;
  let full = 44 - epact;
  if (full < 21) full += 30;
  const day = full + 7 - ((sunday + full) % 7);
  return isoDate({ year, month: day > 31 ? 4 : 3, day: day > 31 ? day - 31 : day });
}

test('Easter of 1900 to 2099', () => {
  for (let year = 1900; year <= 2099; year++) expect(isoOfDayNumber(easterSunday(year))).toBe(easterByEpact(year));
});

/** Days as almanacs and governments have them. */
describe('days of holidays', () => {
  test.each<[holiday: string, ...days: string[]]>([
    ['easter', '1943-04-25', '1961-04-02', '2000-04-23', '2008-03-23', '2021-04-04', '2024-03-31', '2038-04-25'],
    ['goodFriday', '2019-04-19', '2021-04-02', '2024-03-29'],
    ['ashWednesday', '2021-02-17', '2024-02-14'],
    ['pentecost', '2021-05-23', '2024-05-19'],
    ['ascension', '2021-05-13', '2024-05-09'],
    ['orthodoxEaster', '2016-05-01', '2017-04-16', '2021-05-02', '2023-04-16', '2024-05-05'],
    ['thanksgiving', '2018-11-22', '2019-11-28', '2020-11-26', '2021-11-25', '2023-11-23'],
    ['blackFriday', '2019-11-29', '2021-11-26'],
    ['cyberMonday', '2019-12-02', '2021-11-29'],
    ['memorialDay', '2019-05-27', '2020-05-25', '2021-05-31', '2022-05-30', '2023-05-29'],
    ['laborDay', '2019-09-02', '2021-09-06', '2023-09-04'],
    ['mlk', '2019-01-21', '2021-01-18', '2024-01-15'],
    ['presidents', '2021-02-15', '2024-02-19'],
    ['columbus', '2021-10-11', '2023-10-09'],
    ['mothersDay', '2021-05-09', '2022-05-08'],
    ['fathersDay', '2021-06-20', '2022-06-19'],
    ['christmas', '2021-12-25'],
    ['july4', '1776-07-04', '2021-07-04'],
    ['lunarNewYear', '2019-02-05', '2020-01-25', '2021-02-12', '2022-02-01', '2023-01-22', '2024-02-10'],
    ['dragonBoat', '2019-06-07', '2021-06-14', '2023-06-22'],
    ['midAutumn', '2019-09-13', '2020-10-01', '2021-09-21', '2023-09-29'],
    ['passover', '2019-04-20', '2020-04-09', '2021-03-28', '2023-04-06', '2024-04-23'],
    ['roshHashanah', '2019-09-30', '2020-09-19', '2021-09-07', '2022-09-26', '2023-09-16'],
    ['yomKippur', '2019-10-09', '2021-09-16', '2023-09-25'],
    ['hanukkah', '2019-12-23', '2021-11-29', '2023-12-08'],
    // 2019, 2022 and 2024 have two Adars.
    ['purim', '2019-03-21', '2020-03-10', '2021-02-26', '2022-03-17', '2024-03-24'],
    ['ramadan', '2019-05-06', '2020-04-24', '2021-04-13', '2022-04-02', '2023-03-23', '2024-03-11'],
    ['eidAlFitr', '2019-06-04', '2020-05-24', '2021-05-13', '2022-05-02', '2023-04-21'],
    ['eidAlAdha', '2020-07-31', '2021-07-20', '2022-07-09', '2023-06-28'],
  ])('%s', (holiday, ...days) => {
    const rule = HOLIDAYS[holiday];
    if (rule === undefined) throw new Error(`There is no holiday “${holiday}”.`);
    expect(days.map((day) => isoDate(holidayIn(rule, Number(day.slice(0, 4))) ?? {}))).toEqual(days);
  });
});

test('a calendar that does not reach a year gives no day', () => {
  expect(holidayIn({ easter: 0 }, 1500)).toBeUndefined();
  expect(holidayIn({ calendar: 'islamic-umalqura', month: 9, day: 1 }, 1500)).toBeUndefined();
});

test('every holiday has a day in every year of two centuries', () => {
  for (const [name, rule] of Object.entries(HOLIDAYS)) {
    if ('calendar' in rule) continue;
    for (let year = 1900; year < 2100; year++)
      expect(holidayIn(rule, year), `${name} ${year}`).toMatchObject({ year: expect.any(Number) });
  }
});
