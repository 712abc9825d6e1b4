import { dayNumber, dayOfNumber, daysInMonth, weekday } from '../calendar.ts';
import type { CalendarFields, Unit } from '../meaning.ts';

/** A stretch of the calendar, as exact as is known: what a value writes. Years before our era count down in `era: 'BC'`. */
export interface Moment extends CalendarFields {
  /** The week of ISO 8601 that `year` then is the year of. */
  readonly week?: number | undefined;
}

/** A calendar day. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export function dayOf(days: number): Day {
  return dayOfNumber(days);
}

export function numberOf({ year, month, day }: Day): number {
  return dayNumber(year, month, day);
}

/** The ISO 8601 week that a day lies in. */
export function weekOf(day: Day): { year: number; week: number } {
  const number = numberOf(day);
  const thursday = number - weekday(day.year, day.month, day.day) + 4;
  const { year } = dayOf(thursday);
  return { year, week: Math.floor((thursday - dayNumber(year, 1, 1)) / 7) + 1 };
}

/** The Monday of an ISO week, as a day number. */
export function mondayOf(year: number, week: number): number {
  const fourth = dayNumber(year, 1, 4);
  return fourth - weekday(year, 1, 4) + 1 + (week - 1) * 7;
}

/** The day that a moment is, or the last one of what it is: what comes “after” it counts from there. */
export function dayIn(moment: Moment): Day | undefined {
  const { year, month, day, era, week } = moment;
  if (year === undefined || era === 'BC') return undefined;
  if (week !== undefined) return undefined;
  return isKnown(month) && isKnown(day) ? { year, month, day } : undefined;
}

/** A field whose number is not known; {@link timexOf} writes `XX`, and nothing is counted from it. */
export const OPEN = -1;

export function isKnown(field: number | undefined): field is number {
  return field !== undefined && field !== OPEN;
}

/** The middle of a moment as a day number, to compare how far things lie from each other. */
export function middleOf(moment: Moment): number | undefined {
  const year = yearOf(moment);
  if (year === undefined) return undefined;
  const month = moment.month ?? monthWithin(moment);
  if (month === undefined) return dayNumber(year, 7, 1);
  if (month > 12 || month < 1) return undefined;
  return dayNumber(year, month, Math.min(isKnown(moment.day) ? moment.day : 15, daysInMonth(month, year)));
}

/** The month in the middle of a season, a quarter or a half year. */
function monthWithin({ season, quarter, half, week }: Moment): number | undefined {
  if (season !== undefined) return monthOfSeason(season);
  if (quarter !== undefined) return quarter * 3 - 1;
  if (half !== undefined) return half * 6 - 3;
  return !isKnown(week) ? undefined : Math.min(12, Math.floor((week - 1) / 4.35) + 1);
}

/** A month that is surely of a season. */
export function monthOfSeason(season: string | undefined): number | undefined {
  return season === undefined ? undefined : { SP: 4, SU: 7, FA: 10, WI: 12 }[season];
}

/** The year as a number, negative before our era (1 BC is 0). */
export function yearOf({ year, era }: Moment): number | undefined {
  return year === undefined ? undefined : era === 'BC' ? 1 - year : year;
}

/** A year as a number (1 BC is 0) as moments have it. */
export function withYear(year: number): Pick<Moment, 'year' | 'era'> {
  return year > 0 ? { year } : { year: 1 - year, era: 'BC' };
}

/** The moment that lies so many units from another, as exact as the unit; undefined where the start is not exact enough. */
export function moved(from: Moment, unit: Unit, by: number): Moment | undefined {
  const year = yearOf(from);
  if (unit === 'CE' || unit === 'DE') {
    const name = unit === 'CE' ? 'century' : 'decade';
    const size = unit === 'CE' ? 100 : 10;
    const own = from[name] ?? (from.year === undefined ? undefined : Math.floor(from.year / size));
    if (own === undefined) return undefined;
    // Before our era they count down: “BC04” comes before “BC03”.
    const at = from.era === 'BC' ? -1 - own + by : own + by;
    return at < 0 ? { [name]: -1 - at, era: 'BC' } : { [name]: at };
  }
  if (year === undefined) return undefined;
  if (unit === 'Y') return withYear(year + by);
  if (unit === 'SE') return undefined;
  const month = isKnown(from.month) ? from.month : isKnown(from.week) ? monthWithin(from) : undefined;
  if (unit === 'H') {
    const half = from.half ?? (month === undefined ? undefined : month <= 6 ? 1 : 2);
    if (half === undefined) return undefined;
    const index = year * 2 + half - 1 + by;
    return { ...withYear(Math.floor(index / 2)), half: mod(index, 2) + 1 };
  }
  if (unit === 'Q') {
    const quarter = from.quarter ?? (month === undefined ? undefined : Math.ceil(month / 3));
    if (quarter === undefined) return undefined;
    const index = year * 4 + quarter - 1 + by;
    return { ...withYear(Math.floor(index / 4)), quarter: mod(index, 4) + 1 };
  }
  if (unit === 'M') {
    if (month === undefined) return undefined;
    const index = year * 12 + month - 1 + by;
    return { ...withYear(Math.floor(index / 12)), month: mod(index, 12) + 1 };
  }
  if (unit === 'W' || unit === 'WE') {
    const monday = mondayIn(from);
    if (monday === undefined) return undefined;
    const week = weekOf(dayOf(monday + 7 * by));
    return unit === 'WE' ? { ...week, weekend: true } : week;
  }
  const day = dayIn(from);
  if (unit === 'D') return day === undefined ? undefined : { ...dayOf(numberOf(day) + by) };
  return clockMoved(from, unit, by);
}

function mondayIn(from: Moment): number | undefined {
  if (isKnown(from.week) && from.year !== undefined) return mondayOf(from.year, from.week);
  const day = dayIn(from);
  return day === undefined ? undefined : numberOf(day) - weekday(day.year, day.month, day.day) + 1;
}

function clockMoved(from: Moment, unit: Unit, by: number): Moment | undefined {
  const day = dayIn(from);
  if (day === undefined || from.clock === undefined) return undefined;
  const [hours = 0, minutes = 0, seconds = 0] = from.clock.split(':').map(Number);
  const size = unit === 'TH' ? 3600 : unit === 'TM' ? 60 : 1;
  const total = numberOf(day) * 86400 + hours * 3600 + minutes * 60 + seconds + by * size;
  const rest = mod(total, 86400);
  const parts = [Math.floor(rest / 3600), Math.floor(rest / 60) % 60];
  if (unit === 'TS') parts.push(rest % 60);
  return { ...dayOf(Math.floor(total / 86400)), clock: parts.map(two).join(':') };
}

function mod(a: number, b: number): number {
  return ((a % b) + b) % b;
}

export function two(n: number): string {
  if (n === OPEN) return 'XX';
  return String(n).padStart(2, '0');
}

/** TIMEX3 values (ISO 8601 with the additions of TimeML): what is not known is written `X`. */
export function timexOf(moment: Moment): string {
  // What was counted from a year before our era may be one without an era.
  if (moment.year !== undefined && moment.year < 1) return timexOf({ ...moment, ...withYear(moment.year) });
  const { era, century, decade, year, half, quarter, season, month, week, weekend, day, part, clock, zone, weekday } =
    moment;
  const prefix = era === 'BC' ? 'BC' : '';
  if (year === undefined && century !== undefined) return `${prefix}${two(century)}`;
  if (year === undefined && decade !== undefined) return `${prefix}${String(decade).padStart(3, '0')}`;
  const y = year === undefined ? 'XXXX' : String(year).padStart(4, '0');
  const head = `${prefix}${y}`;
  const time = clock !== undefined ? `T${clock}${zone ?? ''}` : part !== undefined ? `T${part}` : '';
  if (half !== undefined) return `${head}-H${half}`;
  if (quarter !== undefined) return `${head}-Q${quarter}`;
  if (season !== undefined) return `${head}-${season}`;
  if (week !== undefined) return `${head}-W${two(week)}${weekend ? '-WE' : ''}`;
  if (weekend) return `${head}-WXX-WE`;
  if (day === undefined && weekday !== undefined) return `${head}-WXX-${weekday}${time}`;
  if (month === undefined && day === undefined) return time === '' ? head : `${head}-XX-XX${time}`;
  const m = month === undefined ? 'XX' : two(month);
  if (day === undefined) return time === '' ? `${head}-${m}` : `${head}-${m}-XX${time}`;
  return `${head}-${m}-${two(day)}${time}`;
}

/** A day, month or year of metadata as a moment. */
export function momentOf(value: string | undefined): Moment | undefined {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(value ?? '');
  if (match === null) return undefined;
  const [, year, month, day] = match;
  return {
    year: Number(year),
    ...(month === undefined ? {} : { month: Number(month) }),
    ...(day === undefined ? {} : { day: Number(day) }),
  };
}
