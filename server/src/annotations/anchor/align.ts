import { diffArrays } from 'diff';

/** A part of two sequences that is compared, half-open. */
export interface Box {
  readonly a0: number;
  readonly a1: number;
  readonly b0: number;
  readonly b1: number;
}

/** Takes down that `count` items from `a` and from `b` on are the same ones. */
export type Keep = (a: number, b: number, count: number) => void;

/**
 * Items in a row that stand once on either side tell that both are the same passage (as in patience diff): three words and
 * the blanks between them; where there is no such passage, two words.
 */
const SHINGLES = [6, 3];
/** A box of so many items is compared by the library at once; a larger one is cut at such passages first. */
const SMALL = 48;
/** Fewer items that two boxes begin or end with may be chance, as a full stop is. */
const LEAST_TRIMMED = 4;
/** Changes in a box after which the library gives up: its cost grows with their square. */
const MOST_CHANGES = 160;

/** Of the smaller side of a box so large a share must be the same, or it was written anew and all of that is chance. */
const KEPT = 0.5;

/**
 * Keeps what two sequences have in common in order beyond doubt: their beginnings and ends, and passages that stand once
 * on either side. The answer is what is left between those, for {@link compare}. Linear.
 */
export function align(a: Int32Array, b: Int32Array, whole: Box, keep: Keep): Box[] {
  const open = [whole];
  const left: Box[] = [];
  for (let box = open.pop(); box !== undefined; box = open.pop()) {
    const rest = trim(a, b, box, keep);
    if (rest === undefined) continue;
    const large = rest.a1 - rest.a0 + rest.b1 - rest.b0 > SMALL;
    const cuts = large ? uniquePassages(a, b, rest) : [];
    if (cuts.length === 0) {
      left.push(rest);
      continue;
    }
    let { a0, b0 } = rest;
    for (const { a: from, b: to, size } of cuts) {
      // A passage may overlap the one in front of it, on the same diagonal.
      if (from > a0 || to > b0) open.push({ a0, a1: Math.max(a0, from), b0, b1: Math.max(b0, to) });
      const skip = Math.max(0, a0 - from, b0 - to);
      if (skip < size) keep(from + skip, to + skip, size - skip);
      a0 = Math.max(a0, from + size);
      b0 = Math.max(b0, to + size);
    }
    open.push({ a0, a1: rest.a1, b0, b1: rest.b1 });
  }
  return left;
}

/** Keeps what both begin and end with; what is left, if there is something left on both sides. */
function trim(a: Int32Array, b: Int32Array, { a0, a1, b0, b1 }: Box, keep: Keep): Box | undefined {
  let front = 0;
  while (a0 + front < a1 && b0 + front < b1 && a[a0 + front] === b[b0 + front]) front++;
  if (front < LEAST_TRIMMED && a0 + front < a1 && b0 + front < b1) front = 0;
  if (front > 0) keep(a0, b0, front);
  let back = 0;
  while (a1 - back > a0 + front && b1 - back > b0 + front && a[a1 - back - 1] === b[b1 - back - 1]) back++;
  if (back < LEAST_TRIMMED && a1 - back > a0 + front && b1 - back > b0 + front) back = 0;
  if (back > 0) keep(a1 - back, b1 - back, back);
  const rest = { a0: a0 + front, a1: a1 - back, b0: b0 + front, b1: b1 - back };
  return rest.a0 < rest.a1 && rest.b0 < rest.b1 ? rest : undefined;
}

/** Keeps what the library finds in common in a box, in order; only items that `inA` and `inB` let pass are compared. */
export function compare(
  a: Int32Array,
  b: Int32Array,
  { a0, a1, b0, b1 }: Box,
  { inA, inB, keep }: { readonly inA: Passes; readonly inB: Passes; readonly keep: Keep },
): void {
  const from: number[] = [];
  const to: number[] = [];
  for (let at = a0; at < a1; at++) if (inA(at)) from.push(at);
  for (let at = b0; at < b1; at++) if (inB(at)) to.push(at);
  if (from.length === 0 || to.length === 0) return;
  const pick = (items: Int32Array, places: readonly number[]) => places.map((at) => items[at] ?? 0);
  const changes = diffArrays(pick(a, from), pick(b, to), { maxEditLength: MOST_CHANGES });
  if (changes === undefined) return;
  const kept = changes.reduce((sum, { added, removed, count }) => sum + (added || removed ? 0 : count), 0);
  if (kept < KEPT * Math.min(from.length, to.length)) return;
  let i = 0;
  let j = 0;
  for (const { added, removed, count } of changes) {
    if (!added && !removed) for (let k = 0; k < count; k++) keep(from[i + k] ?? 0, to[j + k] ?? 0, 1);
    if (!added) i += count;
    if (!removed) j += count;
  }
}

type Passes = (at: number) => boolean;

export interface Passage {
  readonly a: number;
  readonly b: number;
  readonly size: number;
}

function uniquePassages(a: Int32Array, b: Int32Array, box: Box): Passage[] {
  for (const size of SHINGLES) {
    const found = inOrder(commonShingles(a, b, [{ from: box.a0, to: box.a1 }], [{ from: box.b0, to: box.b1 }], size));
    if (found.length > 0) return found;
  }
  return [];
}

export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Rows of `size` items that stand once in the ranges of `a` and once in those of `b`, in the order of `a`. */
export function commonShingles(
  a: Int32Array,
  b: Int32Array,
  inA: readonly Range[],
  inB: readonly Range[],
  size: number,
): Passage[] {
  const once = placesOnce(a, inA, size);
  const other = placesOnce(b, inB, size);
  const found: Passage[] = [];
  for (const [hash, at] of once) {
    const to = at < 0 ? undefined : other.get(hash);
    if (to !== undefined && to >= 0 && isSame(a, at, b, to, size)) found.push({ a: at, b: to, size });
  }
  return found.sort((one, two) => one.a - two.a);
}

/** Where each row of `size` items begins; -1 for one that stands more than once. */
function placesOnce(items: Int32Array, ranges: readonly Range[], size: number): Map<number, number> {
  const places = new Map<number, number>();
  for (const { from, to } of ranges)
    for (let at = from; at + size <= to; at++) {
      let hash = 0;
      for (let k = 0; k < size; k++) hash = (Math.imul(hash, 0x01000193) ^ (items[at + k] ?? 0)) | 0;
      places.set(hash, places.has(hash) ? -1 : at);
    }
  return places;
}

function isSame(a: Int32Array, from: number, b: Int32Array, to: number, size: number): boolean {
  for (let k = 0; k < size; k++) if (a[from + k] !== b[to + k]) return false;
  return true;
}

/** The most passages that stand in the same order on both sides: a longest increasing subsequence. */
function inOrder(passages: readonly Passage[]): Passage[] {
  const tails: number[] = [];
  const previous = new Int32Array(passages.length).fill(-1);
  for (const [index, { b }] of passages.entries()) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((passages[tails[middle] ?? 0]?.b ?? 0) < b) low = middle + 1;
      else high = middle;
    }
    if (low > 0) previous[index] = tails[low - 1] ?? -1;
    tails[low] = index;
  }
  const chain: Passage[] = [];
  for (let index = tails.at(-1) ?? -1; index !== -1; index = previous[index] ?? -1) {
    const passage = passages[index];
    if (passage) chain.push(passage);
  }
  return chain.reverse();
}
