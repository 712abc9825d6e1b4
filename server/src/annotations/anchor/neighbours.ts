import { lowerBound } from './bound.ts';
import { MARGIN } from './choose.ts';
import { type Candidate, isTied, type Sought } from './sought.ts';
import { enough } from './weigh.ts';

/**
 * A neighbour that is so far away (code points) tells nothing; how well a place must fit to it, and by how much better than
 * the next one. A lead of 24 tells the rows of a table apart; on prose 60 gives the same (seeds 1 and 3).
 */
const NEAR = 400;
const NEAR_ENOUGH = 60;
const NEAR_LEAD = 24;

/** Where one of two annotations must be wrong, it is the one for which less speaks. */
export function separate(all: readonly Sought[]): void {
  const taken = new Map<string, Sought>();
  for (const item of all) {
    if (item.chosen === undefined) continue;
    // Two passages in one run of blanks are one place in the folded text, and two in the text as it is.
    const { original, start } = item.chosen;
    const key = `${original?.[0]?.start ?? -1} ${start} ${item.first}`;
    const other = taken.get(key);
    if (other === undefined || other.chosen === undefined) {
      taken.set(key, item);
      continue;
    }
    if (other.order === item.order || item.order === undefined || other.order === undefined) continue;
    const lead = item.chosen.points - other.chosen.points;
    const loser = lead > 0 ? other : item;
    if (lead > 0) taken.set(key, item);
    loser.chosen = undefined;
    loser.state = 'orphaned';
  }
}

/** Of several places the one to which what stands next to it has moved, too. */
export function followNeighbours(all: readonly Sought[], wholeAt: WholeAt): void {
  const open = all.filter((item) => isTied(item) || item.state === 'ambiguous');
  if (open.length === 0) return;
  const known = all
    .flatMap((item) =>
      item.chosen === undefined || item.order === undefined || isTied(item)
        ? []
        : { order: item.order, start: item.chosen.start },
    )
    .sort((a, b) => a.order - b.order);
  for (const item of open) {
    if (item.order !== undefined) follow(item, item.order, known, wholeAt);
    if (item.state !== 'ambiguous' || item.fallback === undefined) continue;
    item.chosen = item.fallback;
    item.state = 'moved';
  }
}

interface Known {
  readonly order: number;
  readonly start: number;
}

function follow(item: Sought, order: number, known: readonly Known[], wholeAt: WholeAt): void {
  const index = lowerBound(known, ({ order: other }) => other > order);
  const expected = [known[index - 1], known[index]].flatMap((neighbour) =>
    neighbour === undefined || Math.abs(neighbour.order - order) > NEAR
      ? []
      : neighbour.start + order - neighbour.order,
  );
  const far = (start: number) => Math.min(...expected.map((place) => Math.abs(place - start)));
  // The position tells where nothing speaks against it.
  if (expected.length === 0 || (item.chosen !== undefined && far(item.chosen.start) <= NEAR_ENOUGH)) return;
  const [best, next] = tiedPlaces(item, expected, wholeAt).sort((a, b) => far(a.start) - far(b.start));
  if (best === undefined || far(best.start) > NEAR_ENOUGH) return;
  if (next !== undefined && far(next.start) < 2 * far(best.start) + NEAR_LEAD) return;
  item.chosen = best;
  item.state = best.errors > 0 ? 'fuzzy' : 'moved';
}

/** The places among which nothing but neighbours tells: of many those next to where they are expected. */
function tiedPlaces(item: Sought, expected: readonly number[], wholeAt: WholeAt): Candidate[] {
  if (!isTied(item)) {
    const points = item.candidates[0]?.points ?? 0;
    return item.candidates.filter((candidate) => enough(item, candidate) && points - candidate.points < MARGIN);
  }
  const near = new Set<number>();
  for (const place of expected) {
    const index = lowerBound(item.wholes, (start) => start >= place);
    for (const start of item.wholes.slice(Math.max(0, index - 2), index + 2)) near.add(start);
  }
  return [...near].map((start) => wholeAt(item, start));
}

/** Makes a candidate of a place at which all of the context stands. */
type WholeAt = (item: Sought, start: number) => Candidate;
