import type { Fields } from '../language.ts';
import type { CalendarFields, Duration, Instant, Meaning, Recurring, Unit } from '../meaning.ts';
import { readDigits } from '../numeric.ts';
import type { Part } from './parts.ts';

/** What fields mean together; undefined where they say nothing that can be (“25 o’clock”). */
export function instantOf(fields: Fields): Instant | undefined {
  if (fields.quarter === 0 || (fields.quarter ?? 1) > 4) return undefined;
  const calendar = calendarOf(fields);
  if (calendar === undefined) return undefined;
  const { unit, by, count, sign, dayBy, basis = 'publication' } = fields;
  if (dayBy !== undefined) return { kind: 'instant', fields: calendar, base: { unit: 'D', by: dayBy, basis } };
  if (unit !== undefined && sign !== undefined) {
    const base = distance(count ?? 1, unit, sign);
    return { kind: 'instant', fields: calendar, base: { ...base, basis, loose: true } };
  }
  if (unit !== undefined && by !== undefined) {
    return { kind: 'instant', fields: calendar, base: { unit, by, basis } };
  }
  if (by !== undefined)
    return {
      kind: 'instant',
      fields: calendar,
      select: by < 0 ? -1 : by > 0 ? 1 : 0,
      ...(fields.basis === undefined ? {} : { selectFrom: fields.basis }),
    };
  return { kind: 'instant', fields: calendar };
}

/** So many units from the instant that the other fields say. */
export function shiftedOf(fields: Fields): Instant | undefined {
  const { count = 1, unit, anchor, ...rest } = fields;
  const { digits, ...named } = rest;
  const date = digits === undefined ? undefined : readDigits(digits);
  if (digits !== undefined && (date === undefined || date === 'ambiguous')) return undefined;
  const inner = instantOf(date === undefined ? named : { ...named, ...(date as Fields) });
  if (inner === undefined || unit === undefined || anchor === undefined || count === 'X') return undefined;
  const { by, unit: exact } = distance(count, unit, anchor);
  return typeof by === 'number' ? { ...inner, away: { unit: exact, by } } : undefined;
}

/** Halves go down to the next unit: “two and a half years ago” are 30 months. */
function distance(count: number | 'X', unit: Unit, sign: number): { unit: Unit; by: number | 'X' | '-X' } {
  if (count === 'X') return { unit, by: sign < 0 ? '-X' : 'X' };
  if (Number.isInteger(count)) return { unit, by: sign * count };
  const finer = FINER[unit];
  return finer === undefined
    ? { unit, by: sign * Math.round(count) }
    : { unit: finer[0], by: sign * Math.round(count * finer[1]) };
}

const FINER: Readonly<Partial<Record<Unit, readonly [Unit, number]>>> = {
  CE: ['Y', 100],
  DE: ['Y', 10],
  Y: ['M', 12],
  M: ['D', 30],
  W: ['D', 7],
  D: ['TH', 24],
  TH: ['TM', 60],
  TM: ['TS', 60],
};

function calendarOf(fields: Fields): CalendarFields | undefined {
  const { era, century, decade, half, quarter, season, month, week, day, weekday, part, zone, holiday } = fields;
  const clock = clockOf(fields);
  if (clock === null) return undefined;
  const calendar: Writable<CalendarFields> = {};
  const year = fields.year ?? (fields.shortYear === undefined ? undefined : fullYear(fields.shortYear));
  // What is not said has no key: there are thousands of these in a long text, and most say two things of eighteen.
  if (era !== undefined) calendar.era = era;
  if (century !== undefined) calendar.century = century;
  if (decade !== undefined) calendar.decade = decade;
  if (year !== undefined) calendar.year = year;
  if (half !== undefined) calendar.half = half;
  if (quarter !== undefined) calendar.quarter = quarter;
  if (season !== undefined) calendar.season = season;
  if (month !== undefined) calendar.month = month;
  if (week !== undefined) calendar.week = week;
  if (fields.nthWeek !== undefined) calendar.nthWeek = fields.nthWeek;
  if (fields.weekOf !== undefined) calendar.weekOf = true;
  if (fields.weekend !== undefined) calendar.weekend = true;
  if (day !== undefined) calendar.day = day;
  if (weekday !== undefined) calendar.weekday = weekday;
  // A part of the day is a name (`MO`) or an hour (`12:00`).
  if (clock !== undefined) calendar.clock = clock;
  else if (part !== undefined) {
    if (/^\d/.test(part)) calendar.clock = part;
    else calendar.part = part;
  }
  if (zone !== undefined) calendar.zone = zone;
  if (holiday !== undefined) calendar.holiday = holiday;
  return calendar;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** Two digits of a year: the last one that has come when this was written, or the coming few. */
export function fullYear(short: number): number {
  return short > 40 ? 1900 + short : 2000 + short;
}

/** `22:41`, `10`; undefined where no time of day is said, null where it cannot be. */
function clockOf({ clock, hour, minute, second, meridiem, part }: Fields): string | undefined | null {
  const parts = clock?.split(/[:.]/) ?? (hour === undefined ? undefined : [String(hour)]);
  if (parts === undefined) return undefined;
  let hours = Number(parts[0]);
  let minutes = parts[1] ?? (minute === undefined ? undefined : String(minute).padStart(2, '0'));
  const seconds = parts[2] ?? (second === undefined ? undefined : String(second).padStart(2, '0'));
  if (minute !== undefined && minute < 0) {
    // "quarter to nine"
    hours -= 1;
    minutes = String(60 + minute);
  }
  if (hours > 24 || Number(minutes ?? 0) > 59 || Number(seconds ?? 0) > 59) return null;
  if (hours === 24 && Number(minutes ?? 0) + Number(seconds ?? 0) > 0) return null;
  if (meridiem !== undefined) {
    if (hours < 1 || hours > 12) return null;
    hours = (hours % 12) + (meridiem === 'PM' ? 12 : 0);
  } else if (part !== undefined && hours < 12 && hours >= 1) {
    // "8 in the evening", "2 in the afternoon", "11 at night"
    if (part === 'AF' || part === 'EV' || (part === 'NI' && hours >= 6)) hours += 12;
  }
  return [String(hours).padStart(2, '0'), minutes ?? '00', seconds].filter((one) => one !== undefined).join(':');
}

/** All counts and units of a match in a row: “two years and three months” is `P2Y3M`. */
export function periodsOf(parts: readonly Part[], fields: Fields): Duration | undefined {
  let count: number | 'X' | undefined;
  const pairs: [number | 'X', Unit][] = [];
  for (const { field, value } of parts) {
    if (field === 'count') count = value as number | 'X';
    if (field !== 'unit') continue;
    if (count !== undefined) pairs.push([count, value as Unit]);
    count = undefined;
  }
  if (pairs.length < 2) return durationOf(fields);
  const days = pairs.filter(([, unit]) => !unit.startsWith('T')).map(([n, unit]) => periodOf(n, unit).slice(1));
  const clock = pairs.filter(([, unit]) => unit.startsWith('T')).map(([n, unit]) => periodOf(n, unit).slice(2));
  return { kind: 'duration', value: `P${days.join('')}${clock.length === 0 ? '' : `T${clock.join('')}`}` };
}

/** `P3D`, `PT30M`, `P2.5Y`, `PXM`. */
export function durationOf({ count = 1, unit, value }: Fields): Duration | undefined {
  if (value !== undefined) return { kind: 'duration', value };
  if (unit === undefined) return undefined;
  return { kind: 'duration', value: periodOf(count, unit) };
}

export function periodOf(count: number | 'X', unit: Unit): string {
  const scaled = unit === 'H' && count !== 'X' ? count * 6 : count;
  const named = unit === 'H' ? 'M' : unit;
  const number = scaled === 'X' ? 'X' : String(scaled);
  return named.startsWith('T') ? `PT${number}${named.slice(1)}` : `P${number}${named}`;
}

/** Sets: `P1D` with `quant` and `freq`; with a weekday or the like `XXXX-WXX-1`. */
export function setOf(fields: Fields): Recurring | undefined {
  const { quant, value, unit } = fields;
  // “three times a day”: the count is how often.
  const often = fields.freq === 'X';
  const freq = often ? `${fields.count ?? 1}X` : fields.freq;
  const count = often ? 1 : (fields.count ?? 1);
  const extra = { ...(quant === undefined ? {} : { quant }), ...(freq === undefined ? {} : { freq }) };
  if (value !== undefined) return { kind: 'set', value, ...extra };
  const named = openOf(fields);
  if (named !== undefined) return { kind: 'set', value: named, ...extra };
  return unit === undefined ? undefined : { kind: 'set', value: periodOf(count, unit), ...extra };
}

function openOf(fields: Fields): string | undefined {
  const { weekday, month, day, season, quarter, part, weekend, holiday, unit, count } = fields;
  const clock = clockOf(fields);
  if (clock === null) return undefined;
  const time = clock !== undefined ? `T${clock}` : part === undefined ? '' : `T${part}`;
  if (weekday !== undefined) return `XXXX-WXX-${weekday}${time}`;
  if (weekend !== undefined || (unit === 'WE' && (count ?? 1) === 1)) return 'XXXX-WXX-WE';
  if (month !== undefined) return `XXXX-${two(month)}${day === undefined ? '' : `-${two(day)}${time}`}`;
  if (day !== undefined) return `XXXX-XX-${two(day)}${time}`;
  if (season !== undefined) return `XXXX-${season}`;
  if (quarter !== undefined) return `XXXX-Q${quarter}`;
  if (holiday !== undefined) return undefined;
  return time === '' ? undefined : `XXXX-XX-XX${time}`;
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}

export function meaningOf(
  kind: 'instant' | 'shifted' | 'duration' | 'set' | 'reference',
  fields: Fields,
): Meaning | undefined {
  if (kind === 'shifted') return shiftedOf(fields);
  if (kind === 'instant') return instantOf(fields);
  if (kind === 'duration') return durationOf(fields);
  if (kind === 'set') return setOf(fields);
  return fields.reference === undefined ? undefined : { kind: 'reference', value: fields.reference };
}
