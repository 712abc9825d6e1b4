import { dayNumber, daysInMonth, exists, weekday as weekdayOf } from '../calendar.ts';
import type { HolidayRule } from '../language.ts';
import type { Base, CalendarFields, Instant, Unit } from '../meaning.ts';
import type { Because } from '../types.ts';
import { holidayIn, nthWeekday } from './holidays.ts';
import {
  type Day,
  dayIn,
  dayOf,
  isKnown,
  type Moment,
  middleOf,
  mondayOf,
  monthOfSeason,
  moved,
  numberOf,
  OPEN,
  timexOf,
  weekOf as weekOfDay,
  withYear,
  yearOf,
} from './moment.ts';
import { nearestDay } from './nearest.ts';

/** What an instant is worked out against. */
export interface Surroundings {
  readonly published: Moment | undefined;
  readonly narrative: boolean;
  /** The time that the text last spoke of. */
  readonly reference: Moment | undefined;
  /** Whether its sentence has named a time before. */
  readonly isGoingOn: boolean;
  /** The day that the block last spoke of. */
  readonly blockDay: Moment | undefined;
  /** The quarter that the block, or the one before it, last spoke of. */
  readonly quarter: Moment | undefined;
  readonly isQuarterOfBlock: boolean;
  /** A day that the same sentence names, for a time of day without one. */
  readonly sentenceDay: Moment | undefined;
  /** A quarter, half year or month that its sentence speaks of: how exact “a year ago” is. */
  readonly sibling: { readonly unit: 'Q' | 'H' | 'M'; readonly moment: Moment | undefined } | undefined;
  readonly tense: 'future' | 'past' | undefined;
  readonly holidays: Readonly<Record<string, HolidayRule>>;
}

export interface Worked {
  readonly moment: Moment | undefined;
  /** A value that is no moment: PAST_REF, FUTURE_REF. */
  readonly value?: string;
  readonly because?: Because;
}

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
  if (unit === 'W') return dayOf(numberOf(day) + 7 * by);
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

function origin(
  basis: 'publication' | 'reference',
  around: Surroundings,
  unit?: Unit,
  by = 0,
): { from: Because['from']; moment: Moment } | undefined {
  const { published, narrative, blockDay } = around;
  let { reference } = around;
  // "The day" and "two days later" go on from a day; in a report a year that was named in between is another story.
  if (
    basis === 'reference' &&
    (unit === 'D' || unit === 'W' || unit === 'WE') &&
    reference?.day === undefined &&
    reference?.week === undefined
  ) {
    const isInside =
      reference === undefined ||
      (blockDay?.year === reference.year && (reference.month === undefined || reference.month === blockDay?.month));
    if (blockDay !== undefined && (isInside || (!narrative && isRecent(blockDay, published, SAME_STORY))))
      reference = blockDay;
    else if (!narrative) reference = published;
  }
  // "The quarter" of a report is the one it told of, or the last one that is over.
  if (basis === 'reference' && unit === 'Q' && !narrative) {
    if (around.quarter !== undefined) return { from: 'text', moment: around.quarter };
    const over = published === undefined || by > 0 ? undefined : moved(published, 'Q', -1);
    if (over !== undefined) return { from: 'publication', moment: over };
  }
  if (basis === 'reference' && reference !== undefined) return { from: 'text', moment: reference };
  if (published !== undefined) return { from: 'publication', moment: published };
  return reference === undefined || basis === 'publication' ? undefined : { from: 'text', moment: reference };
}

function fromBase({ base, fields }: Instant, around: Surroundings): Worked {
  if (base === undefined) return { moment: fields };
  if (base.by === 'X') return { moment: undefined, value: 'FUTURE_REF' };
  if (base.by === '-X') return { moment: undefined, value: 'PAST_REF' };
  // A history speaks of its reader's day: "today a stone marks the spot".
  if (around.narrative && base.basis === 'publication' && base.unit === 'D' && base.by === 0 && fieldsAreEmpty(fields))
    return { moment: undefined, value: 'PRESENT_REF' };
  const start = origin(
    isOwnTime(base, around) || isBackFromAhead(base, around) ? 'publication' : base.basis,
    around,
    base.unit,
    base.by,
  );
  if (start === undefined) return { moment: openOf(base.unit, fields) };
  const { unit, by } = base;
  // “100 million years ago” is beyond what a value can write.
  const years = by * (YEARS[unit] ?? 0);
  if (Math.abs(years) > LONGEST) return { moment: undefined, value: years < 0 ? 'PAST_REF' : 'FUTURE_REF' };
  // "A year ago" of a quarter is a quarter.
  const beside =
    base.loose && unit === 'Y' && by !== 0 && fieldsAreEmpty(fields) ? comparedWith(base, around) : undefined;
  if (beside !== undefined) {
    const { unit: finer, moment: sibling = start.moment } = beside;
    const exact = moved(sibling, finer, by * (finer === 'Q' ? 4 : finer === 'H' ? 2 : 12));
    if (exact !== undefined) return { moment: exact, because: because(start, 'shifted') };
  }
  // "A decade earlier" is a year, "the previous decade" ten of them.
  if (base.loose && by !== 0 && (unit === 'DE' || unit === 'CE')) {
    const year = moved(start.moment, 'Y', by * (unit === 'DE' ? 10 : 100));
    if (year !== undefined) return { moment: year, because: because(start, 'shifted') };
  }
  const moment = moved(start.moment, unit, by) ?? coarser(start.moment, unit, by);
  if (moment === undefined) return { moment: openOf(unit, fields) };
  return { moment: refined(moment, fields, unit), because: because(start, 'shifted') };
}

/** “By the end of the year” is of the year of a report, unless its sentence speaks of another one. */
function isOwnTime({ unit, by, loose }: Base, { narrative, published, isGoingOn }: Surroundings): boolean {
  return loose === true && by === 0 && OWN.has(unit) && !narrative && !isGoingOn && published !== undefined;
}

/** “It opens on Friday. The previous night …” is the night before publication: no report looks back on what is to come. */
function isBackFromAhead(
  { by, unit }: Base,
  { narrative, published, blockDay, reference, tense }: Surroundings,
): boolean {
  if (narrative || tense !== 'past' || typeof by !== 'number' || by >= 0) return false;
  const [told, now] = [unit === 'D' ? (blockDay ?? reference) : reference, published];
  const [then, today] = [told && middleOf(told), now && middleOf(now)];
  return then !== undefined && today !== undefined && then > today;
}

const OWN: ReadonlySet<Unit> = new Set(['Y', 'M', 'W']);

/** What “a year ago” is compared with: in a report only a single year is as exact as a month. */
function comparedWith(
  { by, basis }: Base,
  { sibling, quarter, isQuarterOfBlock, narrative }: Surroundings,
): Surroundings['sibling'] {
  if (sibling !== undefined) return sibling.unit !== 'M' || narrative || by === 1 || by === -1 ? sibling : undefined;
  if (by !== -1 || quarter === undefined || narrative) return undefined;
  return basis === 'reference' || isQuarterOfBlock ? { unit: 'Q', moment: quarter } : undefined;
}

const YEARS: Readonly<Partial<Record<Unit, number>>> = { Y: 1, DE: 10, CE: 100 };
/** Years that may lie between a moment and where it is counted from: values have four digits. */
const LONGEST = 7000;

function because(start: { from: Because['from']; moment: Moment }, rule: Because['rule']): Because {
  return { from: start.from, base: baseOf(start.moment), rule };
}

/** As much as is known of the day, the month and the year. */
function baseOf({ era, year, month, day }: Moment): string | undefined {
  if (year === undefined) return undefined;
  if (!isKnown(month)) return timexOf({ era, year });
  return timexOf(isKnown(day) ? { era, year, month, day } : { era, year, month });
}

function fieldsAreEmpty(fields: CalendarFields): boolean {
  return Object.values(fields).every((value) => value === undefined);
}

/** Where the start is less exact than the unit: “three days later” than in 1915 is some day of 1915. */
function coarser(from: Moment, unit: Unit, by: number): Moment | undefined {
  if (yearOf(from) === undefined) return undefined;
  const { year, era, month } = from;
  if (unit === 'TH' || unit === 'TM' || unit === 'TS') {
    const day = dayIn(from);
    return day === undefined ? undefined : { ...day, part: 'XX' };
  }
  if (unit === 'D')
    return month !== undefined && Math.abs(by) < 20
      ? { year, era, month, day: OPEN }
      : { year, era, month: OPEN, day: OPEN };
  if (unit === 'W') return { year, era, week: OPEN };
  if (unit === 'WE') return { year, era, week: OPEN, weekend: true };
  if (unit === 'M') return { year, era, month: OPEN };
  return undefined;
}

function openOf(unit: Unit, fields: CalendarFields): Moment {
  if (unit === 'D') return { ...fields, month: OPEN, day: OPEN };
  if (unit === 'W') return { ...fields, week: OPEN };
  if (unit === 'M') return { ...fields, month: fields.month ?? OPEN };
  return fields;
}

/** The finer fields of an expression inside the moment that its base is: “June” of “last year”. */
function refined(moment: Moment, fields: CalendarFields, unit: Unit): Moment {
  const { year, era } = moment;
  if (unit === 'CE') {
    return moment;
  }
  const time = timeIn(fields);
  if (unit === 'M' && fields.day !== undefined) return existing({ ...moment, day: fields.day, ...time });
  if (
    unit === 'W' &&
    fields.weekday !== undefined &&
    year !== undefined &&
    moment.week !== undefined &&
    moment.week !== OPEN
  )
    return { ...dayOf(mondayOf(year, moment.week) + fields.weekday - 1), ...time };
  if (unit === 'Y') {
    const inside: Moment = {
      year,
      era,
      half: fields.half,
      quarter: fields.quarter,
      season: fields.season,
      month: fields.month,
      week: fields.week,
      day: fields.day,
    };
    return fields.half === undefined &&
      fields.week === undefined &&
      fields.quarter === undefined &&
      fields.season === undefined &&
      fields.month === undefined
      ? { ...moment, ...time }
      : existing({ ...inside, ...time });
  }
  return { ...moment, ...time };
}

/** “The 31st of this month” is no day in June. */
function existing(moment: Moment): Moment {
  const { month, day } = moment;
  return isKnown(month) && isKnown(day) && !exists({ year: yearOf(moment), month, day })
    ? { ...moment, day: OPEN }
    : moment;
}

/** The time of day that fields say, and nothing where they say none. */
function timeIn({ part, clock, zone }: CalendarFields): Pick<Moment, 'part' | 'clock' | 'zone'> {
  return {
    ...(part === undefined ? {} : { part }),
    ...(clock === undefined ? {} : { clock }),
    ...(zone === undefined ? {} : { zone }),
  };
}

function withHoliday(fields: CalendarFields, around: Surroundings): CalendarFields {
  const rule = fields.holiday === undefined ? undefined : around.holidays[fields.holiday];
  if (rule === undefined || fields.year === undefined) return fields;
  const day = fields.era === 'BC' ? undefined : holidayIn(rule, fields.year);
  const { holiday: _holiday, ...rest } = fields;
  return day === undefined ? rest : { ...rest, ...day };
}

/** “last June”, “next Monday”, “this winter”. */
function selected({ fields, select = 0, selectFrom }: Instant, around: Surroundings): Worked {
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

const SEASON_STARTS: Readonly<Record<string, number>> = { SP: 3, SU: 6, FA: 9, WI: 12 };

function plain(fields: CalendarFields): Moment {
  const { weekday: _weekday, holiday: _holiday, ...rest } = fields;
  return rest;
}

function openMoment(fields: CalendarFields): Moment {
  const { holiday: _holiday, ...rest } = fields;
  return rest;
}

/** What is said without a year, and often without a month: filled in from publication, or from the text in a history. */
function filled(fields: CalendarFields, around: Surroundings): Worked {
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
    const best = nearestDay(month, day, published);
    return best === undefined
      ? { moment: plain(fields) }
      : { moment: { ...plain(fields), year: best }, because: because(start, 'nearest-day') };
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
  return {
    moment: { ...plain(fields), year: month <= now ? year : year - 1 },
    because: because(start, 'latest-month'),
  };
}

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
  const next = around.tense === 'future' && first > now;
  return {
    moment: { ...plain(fields), year: first <= now || next ? year : year - 1 },
    because: because(start, next ? 'next-begun' : 'latest-begun'),
  };
}

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
/** Days before publication that “the previous day” may be counted from although a year was named in between. */
const SAME_STORY = 31;

/** Whether a day lies at most so many before publication: “The bomb went off on Monday. By 9 p.m. …”. */
function isRecent(told: Moment | undefined, published: Moment | undefined, days: number): boolean {
  const [day, last] = [told && dayIn(told), published && dayIn(published)];
  if (day === undefined || last === undefined) return false;
  const away = numberOf(last) - numberOf(day);
  return away >= 0 && away <= days;
}

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

function nearHoliday(fields: CalendarFields, around: Surroundings, select: -1 | 0 | 1 | undefined): Worked {
  const { published, reference, narrative, holidays } = around;
  const rule = holidays[fields.holiday ?? ''];
  const inText = narrative && reference !== undefined;
  const from = inText ? reference : (published ?? reference);
  const year = from === undefined ? undefined : yearOf(from);
  const middle = from === undefined ? undefined : middleOf(from);
  const rest = timeIn(fields);
  if (rule === undefined || from === undefined || year === undefined || middle === undefined) {
    const fixed =
      rule !== undefined && 'day' in rule && 'month' in rule && typeof rule.month === 'number'
        ? { month: rule.month, day: rule.day }
        : {};
    return { moment: { ...fixed, ...rest }, because: { from: 'publication', base: undefined, rule: 'unknown' } };
  }
  // The attacks of 2001 are a day of one year only.
  if (fields.holiday === 'sept11') return { moment: { year: 2001, month: 9, day: 11 } };
  const days = [year - 1, year, year + 1].flatMap((one) => holidayIn(rule, one) ?? []);
  const wanted = days.filter((day) =>
    select === -1 ? numberOf(day) < middle : select === 1 ? numberOf(day) > middle : true,
  );
  wanted.sort((a, b) => Math.abs(numberOf(a) - middle) - Math.abs(numberOf(b) - middle));
  const [best] = wanted;
  return best === undefined
    ? { moment: rest }
    : {
        moment: { ...best, ...withYear(best.year), ...rest },
        because: because({ from: inText ? 'text' : 'publication', moment: from }, 'nearest-holiday'),
      };
}
