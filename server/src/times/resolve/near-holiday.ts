import type { CalendarFields } from '../meaning.ts';
import { holidayIn } from './holidays.ts';
import { middleOf, numberOf, withYear, yearOf } from './moment.ts';
import { because, type Surroundings, timeIn, type Worked } from './worked.ts';

/** A holiday of a year that is said: its day. */
export function withHoliday(fields: CalendarFields, around: Surroundings): CalendarFields {
  const rule = fields.holiday === undefined ? undefined : around.holidays[fields.holiday];
  if (rule === undefined || fields.year === undefined) return fields;
  const day = fields.era === 'BC' ? undefined : holidayIn(rule, fields.year);
  const { holiday: _holiday, ...rest } = fields;
  return day === undefined ? rest : { ...rest, ...day };
}

/** A holiday alone: the one nearest to publication, or to where a history stands; with `select` the last or the next one. */
export function nearHoliday(fields: CalendarFields, around: Surroundings, select: -1 | 0 | 1 | undefined): Worked {
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
  if ('year' in rule && rule.year !== undefined)
    return { moment: { year: rule.year, month: rule.month, day: rule.day } };
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
