import type { Unit } from '../meaning.ts';
import type { ResolvedTime, TimeContext } from '../types.ts';
import { type Moment, momentOf, moved, timexOf } from './moment.ts';

/**
 * The ends of what hangs on an event. “Three days after the vote on 2 July” begins on the day that its anchor names. An
 * anchor without a day is counted back from where the sentence stands: a day that it names, or in a report in the present
 * tense publication (“the inquiries come three days after …”).
 */
export function withAnchors(times: readonly ResolvedTime[], context: TimeContext): ResolvedTime[] {
  const all: ResolvedTime[] = [];
  /** The day that the sentence named last. */
  let named: Moment | undefined;
  let sentence = -1;
  for (let index = 0; index < times.length; index++) {
    const time = times[index] as ResolvedTime;
    if (time.sentence !== sentence) named = undefined;
    ({ sentence } = time);
    all.push(time.anchor === undefined ? time : withEnds(times, index, named ?? today(time, context)));
    named = dayOfValue(time.value) ?? named;
  }
  return all;
}

/** `day`: what its sentence speaks of. */
function withEnds(times: readonly ResolvedTime[], index: number, day: Moment | undefined): ResolvedTime {
  const time = times[index] as ResolvedTime;
  const { anchor } = time;
  const length = lengthOf(time);
  if (anchor === undefined || length === undefined) return time;
  const { unit, count } = length;
  const sign = anchor.relation === 'after' ? 1 : -1;
  const event = dayWithin(times, index + 1, anchor.start, anchor.end);
  const here = event === undefined ? day : moved(event, unit, sign * count);
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

/** The first day that times from `first` on name between two places of the text. */
function dayWithin(times: readonly ResolvedTime[], first: number, start: number, end: number): Moment | undefined {
  for (let i = first; i < times.length; i++) {
    const time = times[i] as ResolvedTime;
    if (time.end > end) return undefined;
    if (time.start < start || time.type !== 'date') continue;
    const moment = dayOfValue(time.value);
    if (moment !== undefined) return moment;
  }
  return undefined;
}

function dayOfValue(value: string | undefined): Moment | undefined {
  const moment = /^\d{4}-\d\d-\d\d/.test(value ?? '') ? momentOf(value) : undefined;
  return moment?.day === undefined ? undefined : moment;
}

/** The day of publication, where the sentence of a time speaks of it. */
function today({ tense, anchor }: ResolvedTime, { published, narrative }: TimeContext): Moment | undefined {
  return narrative || tense !== undefined || anchor?.leads === true ? undefined : dayOfValue(published);
}
