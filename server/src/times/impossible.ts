import type { Problem } from '../text/problem.ts';
import type { Span } from '../text/span.ts';
import { daysInMonth, exists, type PartialDate } from './calendar.ts';
import { MONTH_NAMES } from './names.ts';

/** What is wrong with a date that cannot be; undefined for one that can. */
export function whyImpossible(date: PartialDate): string | undefined {
  if (exists(date)) return undefined;
  const { year, month = 0, day } = date;
  const name = MONTH_NAMES[month - 1];
  if (name === undefined) return `There is no month ${month}; a year has 12. Check the order of day and month.`;
  if (month === 2 && day === 29)
    return `${year} is no leap year: its February has 28 days. Check the day and the year.`;
  const most = daysInMonth(month, year);
  return `${name}${month === 2 && year !== undefined ? ` ${year}` : ''} has ${month === 2 && year === undefined ? 'at most 29' : most} days; there is no ${day} ${name}. Check the day and the month.`;
}

export function impossible(date: PartialDate, span: Span): Problem | undefined {
  const message = whyImpossible(date);
  return message === undefined
    ? undefined
    : { code: 'impossible-date', span: { start: span.start, end: span.end }, message };
}
