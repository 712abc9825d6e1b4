import type { Span } from '../text/span.ts';
import { exists, type PartialDate, weekday } from './calendar.ts';
import { weekdayNamed } from './names.ts';

/** A weekday and the span of it with its date. */
export interface WrittenWeekday extends Span {
  /** 1 for Monday to 7 for Sunday. */
  readonly weekday: number;
}

/** Nothing that is looked at is longer: "Wednesday, (" and the like. */
const REACH = 16;

/** "Tuesday (", "Tue, ": the date follows. */
const BEFORE = /(?<!\p{L})(\p{Lu}\p{L}{2,8}\.?),?\s{1,3}(\()?$/u;
/** " (Tuesday)", ", a Tuesday", ", Tuesday,": the date stands before. */
const BEHIND =
  /^(?:\s{1,3}\((\p{Lu}\p{L}{2,8})\)|,\s{1,3}a\s(\p{Lu}\p{L}{5,8})(?!\p{L})|,\s{1,3}(\p{Lu}\p{L}{5,8})(?=[,.;)]|\s*$))/u;
/** A weekday that is one of several: "Monday and ", "Sunday/", "Monday to ". */
const SEVERAL = /(?<!\p{L})(\p{Lu}\p{L}{2,8}\.?)(?:\s?[-–—/&]\s?|,\s|,?\s(?:and|or|to|through|until|till)\s)$/u;

/** The weekday that is written with a date; undefined where there is none, or several: they belong to several days. */
export function weekdayOf(
  text: string,
  date: Span & { readonly weekday?: number | undefined },
): WrittenWeekday | undefined {
  const { start, end } = date;
  if (date.weekday !== undefined)
    return isOneOfSeveral(text, start) ? undefined : { start, end, weekday: date.weekday };
  const before = BEFORE.exec(text.slice(Math.max(0, start - REACH), start));
  const named = before === null ? 0 : numberOf(before[1]);
  if (before !== null && named > 0) {
    const from = start - before[0].length;
    const opened = before[2] !== undefined;
    if (isOneOfSeveral(text, from) || (opened && text.charAt(end) !== ')')) return undefined;
    return { start: from, end: opened ? end + 1 : end, weekday: named };
  }
  const behind = BEHIND.exec(text.slice(end, end + REACH));
  const name = behind?.[1] ?? behind?.[2] ?? behind?.[3];
  const last = numberOf(name);
  return behind === null || last === 0 ? undefined : { start, end: end + behind[0].length, weekday: last };
}

/** The one of two readings of a date that falls on a weekday; undefined where none does, or both do. */
export function readingOn(day: number | undefined, readings: readonly PartialDate[]): PartialDate | undefined {
  const fitting = readings.filter(
    (date) =>
      date.year !== undefined &&
      date.month !== undefined &&
      date.day !== undefined &&
      exists(date) &&
      weekday(date.year, date.month, date.day) === day,
  );
  return fitting.length === 1 ? fitting[0] : undefined;
}

function isOneOfSeveral(text: string, start: number): boolean {
  const word = SEVERAL.exec(text.slice(Math.max(0, start - REACH - 4), start))?.[1];
  return numberOf(word) > 0 || numberOf(word?.replace(/s$/, '')) > 0;
}

function numberOf(word: string | undefined): number {
  return word === undefined ? 0 : weekdayNamed(word);
}
