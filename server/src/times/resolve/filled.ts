import { dayNumber, exists, weekday as weekdayOf } from '../calendar.ts';
import type { CalendarFields } from '../meaning.ts';
import type { Because } from '../types.ts';
import {
  type Day,
  dayIn,
  dayOf,
  isKnown,
  type Moment,
  middleOf,
  monthOfSeason,
  moved,
  numberOf,
  OPEN,
  withYear,
  yearOf,
} from './moment.ts';
import { nearHoliday } from './near-holiday.ts';
import { nearestDay } from './nearest.ts';
import { because, isRecent, plain, SEASON_STARTS, type Surroundings, timeIn, type Worked } from './worked.ts';

/** What stays open: “Monday” of which week nobody says. */
export function openMoment(fields: CalendarFields): Moment {
  const { holiday: _holiday, ...rest } = fields;
  return rest;
}

/** What is said without a year, and often without a month: filled in from publication, or from the text in a history. */
export function filled(fields: CalendarFields, around: Surroundings): Worked {
  const { published, reference, narrative } = around;
  const told = narrative ? (reference ?? published) : published;
  if (fields.holiday !== undefined) return nearHoliday(fields, around, undefined);
  if (told === undefined || yearOf(told) === undefined) {
    const inText = reference !== undefined && yearOf(reference) !== undefined ? reference : undefined;
    if (inText === undefined)
      return { moment: openMoment(fields), because: { from: 'publication', base: undefined, rule: 'unknown' } };
    return inHistory(fields, inText, around);
  }
  if (narrative && reference !== undefined && yearOf(reference) !== undefined)
    return inHistory(fields, reference, around);
  return inNews(fields, told, around);
}

function inNews(fields: CalendarFields, published: Moment, around: Surroundings): Worked {
  const start = { from: 'publication' as const, moment: published };
  const { month, day, weekday, quarter, half, season } = fields;
  if (month !== undefined && day !== undefined) {
    const nearest = nearestDay(month, day, published);
    const best = dayByTense(nearest, month, day, published, around);
    if (best === undefined) return { moment: plain(fields) };
    const rule = best === nearest ? 'nearest-day' : 'day-by-tense';
    return { moment: { ...plain(fields), year: best }, because: because(start, rule) };
  }
  if (month !== undefined) return bareMonth(fields, month, published, around);
  if (quarter !== undefined || half !== undefined || season !== undefined)
    return latestBegun(fields, published, around);
  const from = dayIn(published);
  if (weekday !== undefined) {
    if (from === undefined) return { moment: fields };
    if (day !== undefined)
      return { moment: dayOnWeekday(fields, from) ?? fields, because: because(start, 'nearest-day') };
    return weekdayNear(fields, from, around, start);
  }
  if (day !== undefined) {
    const step = around.tense === 'future' ? 1 : -1;
    return { moment: dayOfMonth(fields, day, published, step), because: because(start, 'nearest-day') };
  }
  return timeOfDay(fields, around, start);
}

/** Where the same day a year on is hardly farther, its sentence decides. */
function dayByTense(
  nearest: number | undefined,
  month: number,
  day: number,
  published: Moment,
  { tense }: Surroundings,
): number | undefined {
  const middle = middleOf(published);
  if (nearest === undefined || middle === undefined || tense === undefined) return nearest;
  const away = dayNumber(nearest, month, day) - middle;
  const step = tense === 'future' && away < -FAR ? 1 : tense === 'past' && away > FAR ? -1 : 0;
  return step !== 0 && exists({ year: nearest + step, month, day }) ? nearest + step : nearest;
}

/** Days. */
const FAR = 135;

/** The latest one of its name not after publication, the day itself included; the next one where a future is spoken of. */
function weekdayNear(
  fields: CalendarFields,
  from: Day,
  around: Surroundings,
  start: { from: Because['from']; moment: Moment },
): Worked {
  const today = weekdayOf(from.year, from.month, from.day);
  const away = ((fields.weekday as number) - today - 7) % 7;
  const future = around.tense === 'future' && away !== 0;
  const day = dayOf(numberOf(from) + (future ? away + 7 : away));
  const { part, clock, zone } = fields;
  return { moment: { ...day, part, clock, zone }, because: because(start, future ? 'next-weekday' : 'latest-weekday') };
}

function dayOnWeekday(fields: CalendarFields, from: Day): Moment | undefined {
  const wanted = fields.weekday as number;
  for (let by = 0; by < 12; by++)
    for (const sign of by === 0 ? [0] : [-1, 1]) {
      const index = from.year * 12 + from.month - 1 + by * sign;
      const at = { year: Math.floor(index / 12), month: (index % 12) + 1, day: fields.day as number };
      if (exists(at) && weekdayOf(at.year, at.month, at.day) === wanted) return { ...at, ...timeIn(fields) };
    }
  return undefined;
}

/** A day of the month that is spoken of; where that has no such day, of the one a `step` from it. */
function dayOfMonth(fields: CalendarFields, day: number, from: Moment, step: 1 | -1): Moment {
  const { year, month, era } = from;
  if (!isKnown(month) || era === 'BC' || exists({ year, month, day }))
    return { ...plain(fields), era, year, month: month ?? OPEN, day };
  // Each month that is shorter than others lies between two of 31 days.
  return { ...plain(fields), ...moved(from, 'M', step), day };
}

function bareMonth(fields: CalendarFields, month: number, published: Moment, around: Surroundings): Worked {
  const start = { from: 'publication' as const, moment: published };
  const year = yearOf(published) as number;
  const now = published.month ?? 12;
  if (around.tense === 'future') {
    const away = month - now;
    const by = away > 6 ? -1 : away < -6 ? 1 : 0;
    // A future cue and a month that is over: the next one of its name.
    return {
      moment: { ...plain(fields), year: year + (by === 0 && away < -2 ? 1 : by) },
      because: because(start, 'nearest-month'),
    };
  }
  // “The November vote” of a paper of October: that of last year would be called so.
  const isSoon = around.tense === undefined && (month - now + 12) % 12 <= SOON;
  const latest = month <= now ? year : year - 1;
  return isSoon && month !== now
    ? { moment: { ...plain(fields), year: latest + 1 }, because: because(start, 'nearest-month') }
    : { moment: { ...plain(fields), year: latest }, because: because(start, 'latest-month') };
}

/** Months ahead. */
const SOON = 2;

/** “the third quarter”, “the second half”, “the autumn”: the latest one that has begun. */
function latestBegun(fields: CalendarFields, published: Moment, around: Surroundings): Worked {
  const start = { from: 'publication' as const, moment: published };
  const year = yearOf(published) as number;
  const first =
    fields.quarter !== undefined
      ? fields.quarter * 3 - 2
      : fields.half !== undefined
        ? fields.half * 6 - 5
        : (SEASON_STARTS[fields.season ?? ''] ?? 1);
  const now = published.month ?? 12;
  const isOver = fields.season !== undefined && now - first > SEASON;
  const next = around.tense === 'future' && (first > now || isOver);
  return {
    moment: { ...plain(fields), year: first > now && !next ? year - 1 : isOver && next ? year + 1 : year },
    because: because(start, next ? 'next-begun' : 'latest-begun'),
  };
}

/** Months from the one that a season begins in to its last. */
const SEASON = 3;

/** A time of day alone: that of the day its sentence names, or of the text's, or of publication. */
function timeOfDay(
  fields: CalendarFields,
  around: Surroundings,
  start: { from: Because['from']; moment: Moment },
): Worked {
  const { sentenceDay, narrative, reference, blockDay } = around;
  const isTold = narrative || (fields.zone === undefined && isRecent(blockDay, start.moment, RECENT));
  const day = sentenceDay ?? (isTold ? (narrative ? reference : blockDay) : undefined) ?? start.moment;
  const { year, month, day: number, era } = day;
  if (fields.weekend) return { moment: moved(day, 'WE', 0) ?? fields, because: because(start, 'same-day') };
  if (year === undefined || !isKnown(number))
    return { moment: { ...plain(fields), era, year, month: month ?? OPEN, day: OPEN } };
  return {
    moment: { ...plain(fields), era, year, month, day: number },
    because: because({ ...start, moment: day }, 'same-day'),
  };
}

/** Days before publication that a clock of a report may be of. */
const RECENT = 3;

/** In a history the year goes on from the last one that was told. */
function inHistory(fields: CalendarFields, reference: Moment, around: Surroundings): Worked {
  const start = { from: 'text' as const, moment: reference };
  const { month, day, weekday, season, quarter, half } = fields;
  if (month !== undefined || season !== undefined || quarter !== undefined || half !== undefined) {
    const year = yearInHistory(fields, reference);
    const { year: _year, ...rest } = plain(fields);
    return {
      moment: { ...rest, ...withYear(year) },
      because: because(start, 'same-year'),
    };
  }
  const from = dayIn(reference);
  if (weekday !== undefined) {
    if (from === undefined)
      return {
        moment: {
          ...plain(fields),
          year: reference.year,
          era: reference.era,
          month: reference.month ?? OPEN,
          day: OPEN,
        },
      };
    const today = weekdayOf(from.year, from.month, from.day);
    const away = (weekday - today + 7) % 7;
    return {
      moment: { ...dayOf(numberOf(from) + away), part: fields.part, clock: fields.clock, zone: fields.zone },
      because: because(start, 'next-weekday'),
    };
  }
  if (day !== undefined) return { moment: dayOfMonth(fields, day, reference, 1), because: because(start, 'same-year') };
  return timeOfDay(fields, { ...around, narrative: true }, start);
}

/** Histories go forward: the year of the last date, or the next one where the month lies well before it. */
function yearInHistory(fields: CalendarFields, reference: Moment): number {
  const year = yearOf(reference) as number;
  const then = reference.month ?? monthOfSeason(reference.season);
  const month = fields.month ?? monthOfSeason(fields.season);
  const isNext = isKnown(then) && isKnown(month) && month - then <= -BACK;
  return withDay(isNext ? year + 1 : year, fields);
}

/** The first year from one on that has the day: 29 February is not in each. */
function withDay(year: number, { month, day }: CalendarFields): number {
  let at = year;
  while (at < year + LEAP && !exists({ year: at, month, day })) at++;
  return at;
}

/** Leap days may be eight years apart. */
const LEAP = 8;

/** So many months back are rather the next year's. */
const BACK = 9;
