import { dayNumber, daysInMonth, weekday } from '../calendar.ts';
import type { HolidayRule } from '../language.ts';
import { type Day, dayOf } from './moment.ts';

/** The day of a holiday in a year of our calendar; undefined where its calendar does not reach. */
export function holidayIn(rule: HolidayRule, year: number): Day | undefined {
  if ('easter' in rule) return year < 1583 ? undefined : dayOf(easterSunday(year) + rule.easter);
  if ('orthodoxEaster' in rule) return dayOf(orthodoxEaster(year) + rule.orthodoxEaster);
  if ('calendar' in rule) return byCalendar(rule.calendar, rule.month, rule.day, year);
  if ('weekday' in rule) return nthWeekday(rule, year);
  return { year, month: rule.month, day: rule.day };
}

/** The nth weekday of a month of a year, -1 for the last one. */
export function nthWeekday(rule: { month: number; weekday: number; nth: number; plus?: number }, year: number): Day {
  const { month, nth, plus = 0 } = rule;
  const last = daysInMonth(month, year);
  const start = nth > 0 ? 1 : last;
  const away = nth > 0 ? rule.weekday - weekday(year, month, 1) : rule.weekday - weekday(year, month, last);
  const first = start + (nth > 0 ? (away + 7) % 7 : -((7 - away) % 7));
  return dayOf(dayNumber(year, month, first) + (nth > 0 ? (nth - 1) * 7 : 0) + plus);
}

/** Gregorian Easter Sunday as a day number (the anonymous algorithm of 1876, as Meeus gives it). */
export function easterSunday(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  return dayNumber(year, month, ((h + l - 7 * m + 114) % 31) + 1);
}

/** Easter of the Julian calendar (Meeus), as a day number of ours. */
function orthodoxEaster(year: number): number {
  const d = (19 * (year % 19) + 15) % 30;
  const e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
  const month = Math.floor((d + e + 114) / 31);
  const julian = dayNumber(year, month, ((d + e + 114) % 31) + 1);
  return julian + Math.floor(year / 100) - Math.floor(year / 400) - 2;
}

const formats = new Map<string, Intl.DateTimeFormat>();
const cache = new Map<string, Day | undefined>();

/** The first day of `year` on which another calendar's date falls; the calendars are those of the ICU in the runtime. */
function byCalendar(calendar: string, month: number | string, day: number, year: number): Day | undefined {
  if (year < 1900 || year > 2100) return undefined;
  const key = `${calendar} ${month} ${day} ${year}`;
  if (cache.has(key)) return cache.get(key);
  let format = formats.get(calendar);
  if (format === undefined) {
    format = new Intl.DateTimeFormat(`en-u-ca-${calendar}`, {
      month: typeof month === 'string' ? 'long' : 'numeric',
      day: 'numeric',
      timeZone: 'UTC',
    });
    formats.set(calendar, format);
  }
  let found: Day | undefined;
  const first = dayNumber(year, 1, 1);
  for (let at = 0; at < 366 && found === undefined; at++) {
    const date = dayOf(first + at);
    const parts = format.formatToParts(Date.UTC(date.year, date.month - 1, date.day));
    const named = parts.find(({ type }) => type === 'month')?.value ?? '';
    // In leap years the feast of Adar is that of the second one.
    const isMonth = named === String(month) || (month === 'Adar' && named === 'Adar II');
    if (date.year === year && isMonth && Number(parts.find(({ type }) => type === 'day')?.value) === day) found = date;
  }
  cache.set(key, found);
  return found;
}
