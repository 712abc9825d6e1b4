import { dayNumber, exists } from '../calendar.ts';
import { type Moment, middleOf, momentOf, yearOf } from './moment.ts';

/** Leap days may be eight years apart. */
const FARTHEST = 8;

/** The year that brings a day and month nearest to a moment. */
export function nearestDay(month: number, day: number, to: Moment): number | undefined {
  const middle = middleOf(to);
  const year = yearOf(to);
  if (middle === undefined || year === undefined) return undefined;
  let best: number | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (let candidate = year - FARTHEST; candidate <= year + FARTHEST; candidate++) {
    if (!exists({ year: candidate, month, day })) continue;
    const distance = Math.abs(dayNumber(candidate, month, day) - middle);
    if (distance >= least) continue;
    least = distance;
    best = candidate;
  }
  return best;
}

/** The same for an ISO date; 29 February may have none near. */
export function nearestYear(month: number, day: number, to: string): number | undefined {
  const moment = momentOf(to);
  return moment === undefined ? undefined : nearestDay(month, day, moment);
}
