import { exists, type PartialDate } from './calendar.ts';
import { digits, FIRST_YEAR, LAST_YEAR } from './digits.ts';

const ISO = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/;
const YEAR_MONTH = /^(\d{4})-(\d{2})$/;
const YEAR_LAST = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/;

/**
 * The date that digits write; it need not exist ("2021-13-05"). `ambiguous`: day and month may be changed over.
 * Undefined for what is no date at all.
 */
export function readDigits(written: string): PartialDate | 'ambiguous' | undefined {
  const plain = written.replaceAll('\u2011', '-');
  const iso = ISO.exec(plain);
  if (iso) return plausible({ year: Number(iso[1]), month: Number(iso[3]), day: Number(iso[4]) });
  const month = YEAR_MONTH.exec(plain);
  if (month) {
    const date = { year: Number(month[1]), month: Number(month[2]) };
    // "2004-05" is a season as well, and "1914-18" no month.
    if (date.month < 1 || date.month > 12 || !isYear(date.year)) return undefined;
    return date.month === (date.year + 1) % 100 ? 'ambiguous' : date;
  }
  const last = YEAR_LAST.exec(plain);
  if (!last) return undefined;
  const [a, sign, b, year] = [Number(last[1]), last[2], Number(last[3]), Number(last[4])];
  if (!isYear(year)) return undefined;
  const dayFirst = { year, month: b, day: a };
  const monthFirst = { year, month: a, day: b };
  if (sign === '.') return exists(dayFirst) || !exists(monthFirst) ? plausible(dayFirst) : monthFirst;
  if (exists(dayFirst) && exists(monthFirst)) return a === b ? dayFirst : 'ambiguous';
  if (exists(monthFirst)) return monthFirst;
  return plausible(b > 12 && a <= 12 ? monthFirst : dayFirst);
}

/** `11/20`, `20/11`: a day of no year; `ambiguous` where day and month may be changed over. */
export function readDayMonth(written: string): PartialDate | 'ambiguous' | undefined {
  const match = DAY_MONTH.exec(written);
  if (match === null) return undefined;
  const [first, second] = [Number(match[1]), Number(match[2])];
  const monthFirst = { month: first, day: second };
  const dayFirst = { month: second, day: first };
  if (exists(monthFirst) && exists(dayFirst)) return first === second ? monthFirst : 'ambiguous';
  return exists(monthFirst) ? monthFirst : exists(dayFirst) ? dayFirst : undefined;
}

const DAY_MONTH = /^(\d{1,2})\/(\d{1,2})$/;

/** A slip of the pen, not a part number: no part is larger than a day can be. */
function plausible(date: PartialDate & { month: number; day: number; year: number }): PartialDate | undefined {
  return isYear(date.year) && date.month <= 31 && date.day <= 31 ? date : undefined;
}

function isYear(year: number): boolean {
  return year >= FIRST_YEAR && year <= LAST_YEAR;
}

/** A day as eight digits, `20210705`; only where a date is expected. */
export function readCompact(written: string): PartialDate | undefined {
  if (written.length !== 8) return undefined;
  const year = digits(written, 0, 4, 4, 4);
  const month = digits(written, 4, 6, 2, 2);
  const day = digits(written, 6, 8, 2, 2);
  return year < 0 || month < 0 || day < 0 ? undefined : plausible({ year, month, day });
}
