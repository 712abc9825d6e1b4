/** The Gregorian calendar, carried on before 1582 (proleptic), as ISO 8601 does. Months count from 1. */

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Days of a month; without a year February has 29. 0 for a month that does not exist. */
export function daysInMonth(month: number, year?: number): number {
  if (month === 2 && (year === undefined || isLeapYear(year))) return 29;
  return LENGTHS[month - 1] ?? 0;
}

/** Days since 1 January 1970. */
export function dayNumber(year: number, month: number, day: number): number {
  // Years begin in March, so that the leap day is the last one.
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** The day that is so many days after 1 January 1970: the inverse of {@link dayNumber}. */
export function dayOfNumber(days: number): { year: number; month: number; day: number } {
  const shifted = days + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const march = Math.floor((5 * dayOfYear + 2) / 153);
  const month = march < 10 ? march + 3 : march - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return { year, month, day: dayOfYear - Math.floor((153 * march + 2) / 5) + 1 };
}

/** The same as `YYYY-MM-DD`. */
export function isoOfDayNumber(days: number): string {
  return isoDate(dayOfNumber(days));
}

/** 1 for Monday to 7 for Sunday. */
export function weekday(year: number, month: number, day: number): number {
  return ((((dayNumber(year, month, day) + 3) % 7) + 7) % 7) + 1;
}

/** The weekday of a date of the Julian calendar. */
export function julianWeekday(year: number, month: number, day: number): number {
  // Its label lies as many days before the same day's label in our calendar as leap days were left out since.
  const y = month <= 2 ? year - 1 : year;
  const behind = Math.floor(y / 100) - Math.floor(y / 400) - 2;
  return ((((weekday(year, month, day) - 1 + behind) % 7) + 7) % 7) + 1;
}

/** A date of which parts may be unknown. */
export interface PartialDate {
  readonly year?: number | undefined;
  readonly month?: number | undefined;
  readonly day?: number | undefined;
}

/** TIMEX3 and ISO 8601: `2021-07-05`, `2021-07`, `2021`, `XXXX-06-11`. */
export function isoDate({ year, month, day }: PartialDate): string {
  const y = year === undefined ? 'XXXX' : String(year).padStart(4, '0');
  if (month === undefined) return y;
  const m = `${y}-${String(month).padStart(2, '0')}`;
  return day === undefined ? m : `${m}-${String(day).padStart(2, '0')}`;
}

/** Whether the parts that are known can be a date. */
export function exists({ year, month, day }: PartialDate): boolean {
  if (month === undefined) return true;
  return month >= 1 && month <= 12 && (day === undefined || (day >= 1 && day <= daysInMonth(month, year)));
}
