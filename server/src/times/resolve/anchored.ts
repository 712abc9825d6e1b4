import type { Unit } from '../meaning.ts';
import type { ResolvedTime, TimeContext } from '../types.ts';
import { type Moment, momentOf, moved, timexOf } from './moment.ts';

/**
 * The ends of what hangs on an event. “Three days after the vote on 2 July” begins on the day that its anchor names. An
 * anchor without a day is counted back from where the sentence stands: a day that it names, or in a report in the present
 * tense publication (“the inquiries come three days after …”).
 */
export function withAnchors(times: readonly ResolvedTime[], context: TimeContext): ResolvedTime[] {
  return times.map((time, index) => (time.anchor === undefined ? time : withEnds(times, index, context)));
}

function withEnds(times: readonly ResolvedTime[], index: number, context: TimeContext): ResolvedTime {
  const time = times[index] as ResolvedTime;
  const { anchor } = time;
  const length = lengthOf(time);
  if (anchor === undefined || length === undefined) return time;
  const { unit, count } = length;
  const sign = anchor.relation === 'after' ? 1 : -1;
  const event = dayWithin(times, anchor.start, anchor.end);
  const here = event === undefined ? sentenceDay(times, index, context) : moved(event, unit, sign * count);
  const there = event ?? (here === undefined ? undefined : moved(here, unit, -sign * count));
  if (here === undefined || there === undefined) return time;
  const [from, to] = sign > 0 ? [there, here] : [here, there];
  const ends = { from: timexOf(from), to: timexOf(to) };
  return time.type === 'duration' ? { ...time, ...ends } : { ...time, value: timexOf(here), ...ends };
}

/** How far the time lies from its anchor: `P3D` is three days, “the day before” one. */
function lengthOf({ meaning }: ResolvedTime): { unit: Unit; count: number } | undefined {
  if (meaning?.kind === 'reference') return { unit: 'D', count: 1 };
  const match = meaning?.kind === 'duration' ? /^P(\d+)([DWMY])$/.exec(meaning.value) : null;
  if (match === null) return undefined;
  const [, count, unit] = match;
  // A week after a day is a day.
  return unit === 'W' ? { unit: 'D', count: Number(count) * 7 } : { unit: unit as Unit, count: Number(count) };
}

function dayWithin(times: readonly ResolvedTime[], start: number, end: number): Moment | undefined {
  for (const time of times) {
    if (time.start < start || time.end > end || time.type !== 'date') continue;
    const moment = dayOfValue(time.value);
    if (moment !== undefined) return moment;
  }
  return undefined;
}

function dayOfValue(value: string | undefined): Moment | undefined {
  const moment = /^\d{4}-\d\d-\d\d/.test(value ?? '') ? momentOf(value) : undefined;
  return moment?.day === undefined ? undefined : moment;
}

/** The day that the sentence speaks of, the nearest one before first; publication where it speaks of today. */
function sentenceDay(
  times: readonly ResolvedTime[],
  index: number,
  { published, narrative }: TimeContext,
): Moment | undefined {
  const { sentence, tense, anchor } = times[index] as ResolvedTime;
  for (let i = index - 1; i >= 0 && times[i]?.sentence === sentence; i--) {
    const moment = dayOfValue(times[i]?.value);
    if (moment !== undefined) return moment;
  }
  return narrative || tense !== undefined || anchor?.leads === true ? undefined : dayOfValue(published);
}
