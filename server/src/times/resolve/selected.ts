import { weekday as weekdayOf } from '../calendar.ts';
import type { Instant } from '../meaning.ts';
import { origin } from './based.ts';
import { openMoment } from './filled.ts';
import { dayIn, dayOf, isKnown, numberOf, withYear, yearOf } from './moment.ts';
import { nearHoliday } from './near-holiday.ts';
import { because, plain, SEASON_STARTS, type Surroundings, timeIn, type Worked } from './worked.ts';

/** “last June”, “next Monday”, “this winter”. */
export function selected({ fields, select = 0, selectFrom }: Instant, around: Surroundings): Worked {
  const start = origin(selectFrom ?? 'publication', around);
  if (start === undefined) return { moment: openMoment(fields) };
  const { moment: from } = start;
  const time = timeIn(fields);
  if (fields.weekday !== undefined) {
    const day = dayIn(from);
    if (day === undefined) return { moment: openMoment(fields) };
    const today = weekdayOf(day.year, day.month, day.day);
    const away = fields.weekday - today;
    const by = select < 0 ? (away < 0 ? away : away - 7) : select > 0 ? (away > 0 ? away : away + 7) : away;
    return { moment: { ...dayOf(numberOf(day) + by), ...time }, because: because(start, 'shifted') };
  }
  if (fields.holiday !== undefined) return nearHoliday(fields, around, select);
  const year = yearOf(from);
  if (year === undefined) return { moment: openMoment(fields) };
  const month = fields.month ?? SEASON_STARTS[fields.season ?? ''] ?? (fields.quarter ?? 1) * 3 - 2;
  const now = isKnown(from.month) ? from.month : select < 0 ? 12 : 1;
  const begins = (y: number) => y * 12 + month;
  const at = year * 12 + now;
  const begun = begins(year) <= at ? year : year - 1;
  // A season that is running is “this” one: neither the last nor the next.
  const isRunning = fields.season !== undefined && at - begins(begun) < 3;
  const isNow = fields.month !== undefined && begins(begun) === at;
  let chosen = year;
  if (select < 0) chosen = isRunning || isNow ? begun - 1 : begun;
  else if (select > 0) chosen = begun + 1;
  else if (isRunning) chosen = begun;
  return { moment: { ...plain(fields), ...withYear(chosen) }, because: because(start, 'shifted') };
}
