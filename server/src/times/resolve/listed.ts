import type { HolidayRule } from '../language.ts';
import type { Instant } from '../meaning.ts';
import type { Time } from '../types.ts';
import { workOut } from './instant.ts';
import { dayIn, dayOf, type Moment, numberOf } from './moment.ts';
import type { Worked } from './worked.ts';

/** Characters between the members of a list: “ or ”, “, and ”. */
const JOINT = 6;

/** Members on either side that are looked at. */
const NEAR = 8;

/**
 * The day of a weekday that stands in a list with one of which the week is said: “next week on Tuesday or Thursday”,
 * “Thursday or Friday next week”, “next Monday or Tuesday”. Undefined for all other times.
 */
export function listed(
  times: readonly Time[],
  index: number,
  published: Moment | undefined,
  holidays: Readonly<Record<string, HolidayRule>>,
): Worked | undefined {
  const { weekday, part, clock, zone } = bareWeekday(times[index] as Time)?.fields ?? {};
  if (weekday === undefined) return undefined;
  const before = leaderOf(times, index, -1);
  // “Thursday, next Monday”: only a week holds for what stands before it, too.
  const behind = before === undefined ? leaderOf(times, index, 1) : undefined;
  const leader = before ?? (behind?.base === undefined ? undefined : behind);
  if (leader === undefined) return undefined;
  const { moment, because } = workOut(leader, { ...NOTHING, published, holidays });
  const day = moment === undefined ? undefined : dayIn(moment);
  if (day === undefined) return undefined;
  const away = weekday - (leader.fields.weekday as number);
  const by = leader.base === undefined ? (away + 7) % 7 : away;
  return { moment: { ...dayOf(numberOf(day) + by), part, clock, zone }, ...(because === undefined ? {} : { because }) };
}

/** What is asked of a leader follows from publication. */
const NOTHING = {
  narrative: false,
  reference: undefined,
  isGoingOn: false,
  blockDay: undefined,
  quarter: undefined,
  isQuarterOfBlock: false,
  sentenceDay: undefined,
  sibling: undefined,
  tense: undefined,
};

/** The member of the list on one side that says its week, with nothing but bare weekdays between. */
function leaderOf(times: readonly Time[], index: number, step: 1 | -1): Instant | undefined {
  for (let at = index; Math.abs(at - index) <= NEAR; at += step) {
    const [here, next] = [times[at] as Time, times[at + step]];
    if (next === undefined || next.sentence !== here.sentence) return undefined;
    if ((step > 0 ? next.start - here.end : here.start - next.end) > JOINT) return undefined;
    if (bareWeekday(next) === undefined) return leader(next);
  }
  return undefined;
}

function bareWeekday({ meaning }: Time): Instant | undefined {
  if (meaning?.kind !== 'instant' || meaning.base !== undefined || meaning.select !== undefined) return undefined;
  const { weekday, day, month, year } = meaning.fields;
  return weekday === undefined || day !== undefined || month !== undefined || year !== undefined ? undefined : meaning;
}

function leader({ meaning }: Time): Instant | undefined {
  if (meaning?.kind !== 'instant' || meaning.fields.weekday === undefined || meaning.away !== undefined)
    return undefined;
  const { base, select, selectFrom } = meaning;
  if (base !== undefined) return base.unit === 'W' && base.basis === 'publication' ? meaning : undefined;
  return select !== undefined && selectFrom !== 'reference' ? meaning : undefined;
}
