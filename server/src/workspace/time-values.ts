import { ENGLISH } from '../times/english/english.ts';
import { isNarrative, type Tally, tallyOf } from '../times/narrative.ts';
import { type Flow, NO_FLOW, REACH, resolveTimes, sameFlow, startsAnew } from '../times/resolve/flow.ts';
import type { ResolvedTime, Time, TimeContext } from '../times/types.ts';
import type { Section } from './section.ts';
import type { SeedSnapshot } from './snapshot.ts';

/** Paragraphs that decide whether a document tells a history. */
export const DECIDING = 60;

/** Whether a document tells a history: what its first paragraphs say decides, so that a change far below changes nothing. */
export function tellsHistory(sections: Iterable<Section>, published: string | undefined): boolean {
  const tallies: Tally[] = [];
  for (const section of sections) {
    if (section.segment.kind !== 'paragraph') continue;
    if (tallies.length === DECIDING) break;
    tallies.push(knownTally(section.timeAnalysis.times));
  }
  return isNarrative(tallies, published);
}

/** Paragraphs that nobody touched are not counted again for each key. */
function knownTally(times: readonly Time[]): Tally {
  let tally = known.get(times);
  if (tally === undefined) {
    tally = tallyOf(times);
    known.set(times, tally);
  }
  return tally;
}

const known = new WeakMap<readonly Time[], Tally>();

/** The values of all times of a document, one list for each section. */
export function resolvedInOrder(sections: readonly Section[], published: string | undefined): ResolvedTime[][] {
  const context: TimeContext = { published, narrative: tellsHistory(sections, published) };
  let flow: Flow = NO_FLOW;
  return sections.map((section) => {
    const step = valuesOf(section, context, flow);
    flow = step.flow;
    return step.times;
  });
}

/** The values of the times of one section of a snapshot: no more is read than what they depend on. */
export function valuesIn(snapshot: SeedSnapshot, index: number): readonly ResolvedTime[] {
  return valuesBetween(snapshot, index, index + 1)[0]?.times ?? [];
}

/** The same of the sections from `first` to before `end`, in order. */
export function valuesBetween(
  snapshot: SeedSnapshot,
  first: number,
  end: number,
): { readonly section: Section; readonly times: readonly ResolvedTime[] }[] {
  const { sections } = snapshot;
  const context = contextOf(snapshot);
  const found: { section: Section; times: readonly ResolvedTime[] }[] = [];
  let flow = flowInto(snapshot, first, context);
  for (let index = first; index < Math.min(end, sections.length); index++) {
    const section = sections.at(index);
    const step = valuesOf(section, context, flow);
    flow = step.flow;
    found.push({ section, times: step.times });
  }
  return found;
}

/** Lines from the top that decide how the times of a document are read. */
export function decidingLines({ sections }: SeedSnapshot): number {
  return sections.before(Math.min(sections.length, DECIDING + 1));
}

/** What flows into a section from those before it. */
function flowInto({ sections }: SeedSnapshot, index: number, context: TimeContext): Flow {
  let first = index;
  let isNew = false;
  for (let left = REACH; !isNew && first > 0 && left > 0; ) {
    const { segment, timeAnalysis } = sections.at(--first);
    if (segment.kind !== 'paragraph') continue;
    left--;
    isNew = startsAnew(timeAnalysis.times, context, ENGLISH.holidays);
  }
  let flow: Flow = NO_FLOW;
  for (let at = isNew ? first : index; at < index; at++) flow = valuesOf(sections.at(at), context, flow).flow;
  return flow;
}

/** What the times of a snapshot depend on besides its words; worked out once for each snapshot that asks. */
export function contextOf(snapshot: SeedSnapshot): TimeContext {
  let context = contexts.get(snapshot);
  if (context === undefined) {
    const { sections, published } = snapshot;
    context = { published, narrative: tellsHistory(sections, published) };
    contexts.set(snapshot, context);
  }
  return context;
}

const contexts = new WeakMap<SeedSnapshot, TimeContext>();

/** The values of one section's times, and what flows on from it. The header and the footer are no part of the story. */
export function valuesOf(section: Section, context: TimeContext, flow: Flow): Step {
  const { times } = section.timeAnalysis;
  if (section.segment.kind !== 'paragraph')
    return { times: resolveTimes(times, context, NO_FLOW, ENGLISH.holidays).times, flow };
  const last = steps.get(times);
  if (last !== undefined && last.into === flow && sameContext(last.context, context)) return last.step;
  let step: Step = resolveTimes(times, context, flow, ENGLISH.holidays);
  // What flows on is the same object as long as it says the same, so that the sections behind need not look at it.
  if (last !== undefined && sameFlow(last.step.flow, step.flow)) step = { times: step.times, flow: last.step.flow };
  steps.set(times, { context, into: flow, step });
  return step;
}

interface Step {
  readonly times: ResolvedTime[];
  readonly flow: Flow;
}

/** What the times of a section last came to, and from what. */
const steps = new WeakMap<
  readonly Time[],
  { readonly context: TimeContext; readonly into: Flow; readonly step: Step }
>();

function sameContext(a: TimeContext, b: TimeContext): boolean {
  return a.published === b.published && a.narrative === b.narrative;
}
