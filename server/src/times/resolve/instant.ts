import { dayNumber, daysInMonth, weekday as weekdayOf } from '../calendar.ts';
import type { Instant, Unit } from '../meaning.ts';
import { fromBase } from './based.ts';
import { filled } from './filled.ts';
import { nthWeekday } from './holidays.ts';
import { dayIn, dayOf, isKnown, type Moment, moved, numberOf, OPEN, weekOf as weekOfDay } from './moment.ts';
import { withHoliday } from './near-holiday.ts';
import { selected } from './selected.ts';
import { type Surroundings, timeIn, type Worked } from './worked.ts';

/** The moment that an instant means, by the measured rules of `docs/times.md`. */
export function workOut(instant: Instant, around: Surroundings): Worked {
  const { away, fields } = instant;
  if (away !== undefined) {
    const { away: _away, ...inner } = instant;
    const worked = workOut(inner, around);
    const moment = worked.moment && movedFrom(worked.moment, away.unit, away.by);
    return moment === undefined ? worked : { ...worked, moment };
  }
  if (fields.holiday !== undefined && fields.weekend) return weekendOf(instant, around);
  if (fields.weekOf || fields.nthWeek !== undefined) return inWeek(instant, around);
  if (instant.base !== undefined) return fromBase(instant, around);
  const named = withHoliday(fields, around);
  if (named.year !== undefined || named.century !== undefined || named.decade !== undefined) {
    const { weekday: _weekday, ...dated } = named;
    return { moment: named.day === undefined ? named : dated };
  }
  if (instant.select !== undefined) return selected(instant, around);
  return filled(named, around);
}

/** From a day, months and years lead to a day: “two months after 5 July” is 5 September. */
function movedFrom(from: Moment, unit: Unit, by: number): Moment | undefined {
  const day = dayIn(from);
  if (day === undefined || unit === 'D' || unit.startsWith('T')) return moved(from, unit, by);
  if (unit === 'W') return { ...dayOf(numberOf(day) + 7 * by), ...timeIn(from) };
  const months = unit === 'M' ? by : unit === 'Y' ? by * 12 : unit === 'DE' ? by * 120 : undefined;
  if (months === undefined) return moved(from, unit, by);
  const there = moved(from, 'M', months);
  if (there?.month === undefined || there.year === undefined) return there;
  return { ...there, day: Math.min(day.day, daysInMonth(there.month, there.year)) };
}

/** “the week of 5 July”, “the first week of January”. */
function inWeek(instant: Instant, around: Surroundings): Worked {
  const { weekOf: _weekOf, nthWeek, ...fields } = instant.fields;
  if (nthWeek !== undefined && fields.weekday !== undefined) return nthOfMonth(instant, around);
  const worked = workOut({ ...instant, fields }, around);
  const { moment } = worked;
  if (moment?.year === undefined || moment.era === 'BC') return worked;
  if (nthWeek === undefined) {
    const day = dayIn(moment);
    return day === undefined ? worked : { ...worked, moment: weekOfDay(day) };
  }
  if (moment.month === OPEN) return { ...worked, moment: { year: moment.year, week: OPEN } };
  // ISO 8601: a week belongs to the month and the year of its Thursday.
  const month = moment.month ?? (nthWeek > 0 ? 1 : 12);
  const first = dayNumber(moment.year, month, 1);
  const thursday = first + ((4 - weekdayOf(moment.year, month, 1) + 7) % 7);
  const last = dayNumber(moment.year, month, daysInMonth(month, moment.year));
  const lastThursday = last - ((weekdayOf(moment.year, month, daysInMonth(month, moment.year)) - 4 + 7) % 7);
  return { ...worked, moment: weekOfDay(dayOf(nthWeek > 0 ? thursday + 7 * (nthWeek - 1) : lastThursday)) };
}

/** “Labor Day weekend”, “the weekend of Halloween”: the one nearest to the day. */
function weekendOf(instant: Instant, around: Surroundings): Worked {
  const { weekend: _weekend, ...fields } = instant.fields;
  const worked = workOut({ ...instant, fields }, around);
  const day = worked.moment && dayIn(worked.moment);
  if (day === undefined) return worked;
  // Monday and Tuesday are nearer to the weekend before them.
  const isAfter = weekdayOf(day.year, day.month, day.day) <= 2;
  return { ...worked, moment: { ...weekOfDay(dayOf(numberOf(day) - (isAfter ? 7 : 0))), weekend: true } };
}

/** “the first Friday of July”, “the last Sunday of this month”. */
function nthOfMonth(instant: Instant, around: Surroundings): Worked {
  const { nthWeek = 1, weekday = 1, part, clock, zone, ...fields } = instant.fields;
  const worked = workOut({ ...instant, fields }, around);
  const { year, month, era } = worked.moment ?? {};
  if (year === undefined || !isKnown(month) || era === 'BC') return worked;
  const day = nthWeekday({ month, weekday, nth: nthWeek }, year);
  const moment = day.month === month ? { ...day, ...timeIn({ part, clock, zone }) } : { year, month, day: OPEN };
  return { ...worked, moment };
}
