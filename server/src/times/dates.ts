import type { Problem } from '../text/problem.ts';
import type { Span } from '../text/span.ts';
import { tokenize } from '../text/tokens.ts';
import type { PartialDate } from './calendar.ts';
import { timesIn } from './engine/times.ts';
import { ENGLISH } from './english/english.ts';
import { CALENDAR_RULES } from './english/patterns.ts';
import type { Language } from './language.ts';

/** A date as it is written, without what stands beside it; offsets in the text. */
export interface DateInText extends Span {
  /** `ambiguous`: day and month may be changed over; `span`: a decade, a season or another that metadata cannot say; undefined where it cannot be. */
  readonly date: PartialDate | 'ambiguous' | 'span' | undefined;
  /** The digits that are ambiguous, without a weekday beside them. */
  readonly digits: Span;
  readonly problem: Problem | undefined;
}

/** The absolute dates alone: times of day, weekdays and what is relative are left out. */
const DATES: Language = { ...ENGLISH, rules: CALENDAR_RULES };

/** The dates that a short text writes in full or without a year: what metadata and the heads of pages are read for. */
export function datesIn(text: string): DateInText[] {
  return timesIn(DATES, text, tokenize(text)).flatMap(({ start, end, meaning, mod, problem }) => {
    const digits = problem?.code === 'ambiguous-date' ? problem.span : { start, end };
    if (problem?.code === 'ambiguous-date') return { start, end, date: 'ambiguous' as const, digits, problem };
    if (meaning === undefined) return { start, end, date: undefined, digits, problem };
    if (meaning.kind !== 'instant' || meaning.base !== undefined || meaning.select !== undefined) return [];
    const { era, year, month, day, century, decade, season, quarter, half } = meaning.fields;
    // “about 1890” is no date that metadata can say, and neither is one before our era.
    const isAbout = mod !== undefined && !/^(?:START|MID|END)$/.test(mod);
    const isSpan =
      isAbout || era === 'BC' || [century, decade, season, quarter, half].some((field) => field !== undefined);
    if (!isSpan && year === undefined && day === undefined) return [];
    return { start, end, date: isSpan ? ('span' as const) : { year, month, day }, digits, problem };
  });
}
