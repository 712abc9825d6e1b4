import { dayNumber, exists } from './calendar.ts';

export interface Resolved {
  readonly value: string | undefined;
  /** How the value came about, one sentence; undefined where the text itself says it all. */
  readonly why?: string | undefined;
}

const OPEN = /^XXXX-(\d{2})-(\d{2})(T.*)?$/;
const DAY = /^(\d{4})-(\d{2})(?:-(\d{2}))?/;
/** Leap days may be eight years apart. */
const FARTHEST = 8;

/**
 * A time with the parts filled in that the day of publication tells. A day and month without a year is taken to lie in
 * the year that brings it nearest to publication.
 */
export function resolveTime(time: { readonly value: string | undefined }, published: string | undefined): Resolved {
  const open = OPEN.exec(time.value ?? '');
  if (open === null) return { value: time.value };
  const base = DAY.exec(published ?? '');
  if (base === null)
    return { value: time.value, why: 'The text does not name the year, and the day of publication is not known.' };
  const [, year = '', month = '', day = '15'] = base;
  const from = dayNumber(Number(year), Number(month), Number(day));
  const wanted = { month: Number(open[1]), day: Number(open[2]) };
  let best: number | undefined;
  let bestDays = Number.POSITIVE_INFINITY;
  for (let candidate = Number(year) - FARTHEST; candidate <= Number(year) + FARTHEST; candidate++) {
    if (!exists({ year: candidate, ...wanted })) continue;
    const days = Math.abs(dayNumber(candidate, wanted.month, wanted.day) - from);
    if (days >= bestDays) continue;
    best = candidate;
    bestDays = days;
  }
  if (best === undefined) return { value: time.value };
  const value = `${String(best).padStart(4, '0')}-${open[1]}-${open[2]}${open[3] ?? ''}`;
  return { value, why: `The text does not name the year; ${best} brings it nearest to publication (${base[0]}).` };
}
