import { contextAfter, contextBefore, extension } from './extend.ts';
import type { Candidate, Sought } from './sought.ts';
import { enough, whole } from './weigh.ts';

/** By how many signs a place must be ahead of the next one. */
export const MARGIN = 5;
/** Two places that are nearly as good may be a passage and its repetition: so nearly, of this length, alike to this share. */
const MARGIN_REPEATED = 70;
const LEAST_REPEATED = 24;
const MOST_REPEATED = 600;
const REPEATED = 0.7;

/**
 * Chooses among the candidates of one annotation: the best that is good enough and ahead of the next, or none.
 * `isOther` tells a place that other words of the base explain better.
 */
export function choose(item: Sought, text: string, isOther: (candidate: Candidate) => boolean): void {
  item.chosen = undefined;
  item.state = 'orphaned';
  const [first] = item.candidates;
  if (first === undefined) return;
  if (item.before.total + item.after.total === 0 && first.errors === 0) {
    const here = item.candidates.find(({ start }) => start === item.at);
    item.chosen = here ?? (item.candidates.length === 1 ? first : undefined);
    item.state = item.chosen ? 'moved' : 'ambiguous';
    return;
  }
  const able = item.candidates.filter((candidate) => enough(item, candidate));
  let best = able.find((candidate) => !isOther(candidate));
  if (best === undefined) return;
  const { start, end, points } = best;
  const next = able.find(
    (other) => (other.start >= end || other.end <= start) && points - other.points < MARGIN_REPEATED && !isOther(other),
  );
  if (next !== undefined) {
    const [one, two] = next.start < best.start ? [next, best] : [best, next];
    // Said twice in a row: what was there stands first, what was added behind it. What is said again and again was so before.
    if (item.wholes.length <= 2 && !(whole(item, best) && best.start === item.at) && repeats(one, two, text))
      best = one;
    else if (points - next.points < MARGIN) {
      item.state = 'ambiguous';
      if (endsOtherwise(item, best, next)) item.fallback = best;
      return;
    }
  }
  item.chosen = best;
  item.state = best.errors > 0 ? 'fuzzy' : 'moved';
}

/** Whether two places lie in a passage and its repetition right behind it. */
function repeats(one: Candidate, two: Candidate, text: string): boolean {
  const by = two.start - one.start;
  if (by > MOST_REPEATED || by < LEAST_REPEATED) return false;
  const before = contextBefore(text.slice(Math.max(0, one.start - by), one.start));
  const after = contextAfter(text.slice(one.end, one.start + by));
  const same = extension(before, text, two.start, -1).all + extension(after, text, two.end, 1).all;
  return same + one.end - one.start >= by * REPEATED;
}

/**
 * Whether all of the context stands at a place, and at the other one all but its far end, behind which nothing agrees any
 * more: such contexts are written down where a passage is like another up to there. A slip would leave the rest as it was.
 */
function endsOtherwise(item: Sought, best: Candidate, next: Candidate): boolean {
  if (item.inBase.length > 0 || next.errors > 0 || !whole(item, best) || whole(item, next)) return false;
  const run = item.best?.find(({ start }) => start === next.start)?.run;
  return run !== undefined && next.before + next.after <= run;
}
