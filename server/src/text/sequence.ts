/** Items of a chunk before it is cut in two. Small enough to copy in a microsecond, large enough to keep few chunks. */
const CHUNK = 256;

/** A run of items that versions of a sequence share as one object: what is known of it can be kept with it. */
export interface Chunk<T> {
  readonly items: readonly T[];
  /** Sum of the items' measures. */
  readonly measure: number;
}

/**
 * An immutable list in chunks with a running sum. A change copies the chunks it touches and shares all others, so an
 * old version stays readable for nothing, two versions are compared by chunk identity, and neither a lookup by sum
 * nor a change costs work that grows with the number of items (only with that of chunks).
 *
 * `measure` gives each item's share of the sum (characters of a line, lines of a segment …), a whole number >= 0.
 */
export class Sequence<T> {
  readonly length: number;
  /** Sum of the measures of all items. */
  readonly total: number;

  private readonly chunks: readonly Chunk<T>[];
  /** What {@link ends} worked out; shared by all versions. */
  private readonly sums: WeakMap<Chunk<T>, readonly number[]>;
  /** The chunk in which {@link at} found the last item, and the number of items before it. */
  private seenChunk = 0;
  private seenBefore = 0;
  private readonly measure: (item: T) => number;

  private constructor(
    chunks: readonly Chunk<T>[],
    measure: (item: T) => number,
    sums: WeakMap<Chunk<T>, readonly number[]> = new WeakMap(),
  ) {
    this.chunks = chunks;
    this.measure = measure;
    this.sums = sums;

    let length = 0;
    let total = 0;
    for (const chunk of chunks) {
      length += chunk.items.length;
      total += chunk.measure;
    }
    this.length = length;
    this.total = total;
  }

  static from<T>(items: readonly T[], measure: (item: T) => number): Sequence<T> {
    return new Sequence(cut(items, measure), measure);
  }

  /** The item at `index`; a RangeError outside of the list. */
  at(index: number): T {
    if (!(index >= 0 && index < this.length)) throw new RangeError(`index ${index} of ${this.length}`);
    // Lists are mostly read from front to back: go on from where the last item was found.
    if (index < this.seenBefore) this.seenChunk = this.seenBefore = 0;
    let chunk = this.chunks[this.seenChunk] as Chunk<T>;
    while (index >= this.seenBefore + chunk.items.length) {
      this.seenBefore += chunk.items.length;
      chunk = this.chunks[++this.seenChunk] as Chunk<T>;
    }
    return chunk.items[index - this.seenBefore] as T;
  }

  /** Sum of the measures of the items before `index` (0 to length). */
  before(index: number): number {
    let rest = index;
    let sum = 0;
    for (const chunk of this.chunks) {
      if (rest < chunk.items.length) return rest > 0 ? sum + (this.ends(chunk)[rest - 1] as number) : sum;
      sum += chunk.measure;
      rest -= chunk.items.length;
    }
    return sum;
  }

  /**
   * The item in which `position` of the running sum falls (the first one whose end lies behind it), with its index and
   * the sum before it. A position at or past the end gives the last item. Undefined for an empty list.
   */
  find(position: number): { index: number; start: number; item: T } | undefined {
    let index = 0;
    let sum = 0;
    for (const [c, chunk] of this.chunks.entries()) {
      if (position >= sum + chunk.measure && c < this.chunks.length - 1) {
        sum += chunk.measure;
        index += chunk.items.length;
        continue;
      }
      const ends = this.ends(chunk);
      let [low, high] = [0, chunk.items.length - 1];
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((ends[middle] as number) > position - sum) high = middle;
        else low = middle + 1;
      }
      const start = sum + (low === 0 ? 0 : (ends[low - 1] as number));
      return { index: index + low, start, item: chunk.items[low] as T };
    }
    return undefined;
  }

  /** Where each item of a chunk ends, counted from the chunk's beginning. Many are looked up in one chunk. */
  private ends(chunk: Chunk<T>): readonly number[] {
    let ends = this.sums.get(chunk);
    if (ends === undefined) {
      let sum = 0;
      ends = chunk.items.map((item) => (sum += this.measure(item)));
      this.sums.set(chunk, ends);
    }
    return ends;
  }

  /** A list with `remove` items from `index` on replaced by `items`. */
  splice(index: number, remove: number, items: readonly T[]): Sequence<T> {
    const chunks = this.chunks;
    if (chunks.length === 0) return Sequence.from(items, this.measure);
    const size = (c: number) => (chunks[c] as Chunk<T>).items.length;
    let first = 0;
    let start = 0;
    while (first < chunks.length - 1 && start + size(first) <= index) start += size(first++);
    let last = first;
    let end = start + size(first);
    while (last < chunks.length - 1 && end < index + remove) end += size(++last);
    // A chunk that would become small joins the one before it, so that many deletions leave no crumbs.
    if (first > 0 && end - start - remove + items.length < CHUNK / 4) start -= size(--first);
    const old = chunks.slice(first, last + 1).flatMap((chunk) => chunk.items);
    const touched = old.slice(0, index - start).concat(items, old.slice(index - start + remove));
    return new Sequence(
      [...chunks.slice(0, first), ...cut(touched, this.measure), ...chunks.slice(last + 1)],
      this.measure,
      this.sums,
    );
  }

  /** The list with other items in the places of some; chunks in which none is another one are shared. `skip`: chunks not to look at. */
  map(change: (item: T) => T, skip: (chunk: Chunk<T>) => boolean = () => false): Sequence<T> {
    let changed = false;
    const chunks = this.chunks.map((chunk) => {
      if (skip(chunk)) return chunk;
      let items: T[] | undefined;
      for (const [i, item] of chunk.items.entries()) {
        const other = change(item);
        if (other === item) continue;
        items ??= chunk.items.slice();
        items[i] = other;
      }
      if (items === undefined) return chunk;
      changed = true;
      return { items, measure: items.reduce((sum, item) => sum + this.measure(item), 0) };
    });
    return changed ? new Sequence(chunks, this.measure, this.sums) : this;
  }

  *[Symbol.iterator](): Iterator<T> {
    for (const chunk of this.chunks) yield* chunk.items;
  }

  /** Calls `visit` with each item in order, from `from` to before `to`: cheaper than the iterator. */
  each(visit: (item: T, index: number) => void, from = 0, to = this.length): void {
    let at = 0;
    for (const chunk of this.chunks) {
      const next = at + chunk.items.length;
      if (next > from) {
        if (at >= to) return;
        const last = Math.min(chunk.items.length, to - at);
        for (let i = Math.max(0, from - at); i < last; i++) visit(chunk.items[i] as T, at + i);
      }
      at = next;
    }
  }

  /**
   * Calls `visit` with each chunk, the index of its first item and the running sum before it. A value that depends on
   * a chunk's items only may be remembered by the chunk (in a WeakMap): after a change only few chunks are new.
   */
  eachChunk(visit: (chunk: Chunk<T>, index: number, before: number) => void): void {
    let index = 0;
    let before = 0;
    for (const chunk of this.chunks) {
      visit(chunk, index, before);
      index += chunk.items.length;
      before += chunk.measure;
    }
  }

  /**
   * Where two versions differ: the number of items that are identical (===) at the front and at the back. Shared
   * chunks are skipped whole.
   */
  difference(other: Sequence<T>): { prefix: number; suffix: number } {
    const shorter = Math.min(this.length, other.length);
    let prefix = 0;
    let c = 0;
    while (c < this.chunks.length && c < other.chunks.length && this.chunks[c] === other.chunks[c])
      prefix += (this.chunks[c++] as Chunk<T>).items.length;
    prefix += commonPrefix(this, other, prefix, shorter);
    let suffix = 0;
    let a = this.chunks.length - 1;
    let b = other.chunks.length - 1;
    while (a >= 0 && b >= 0 && this.chunks[a] === other.chunks[b]) {
      const size = (this.chunks[a] as Chunk<T>).items.length;
      if (suffix + size > shorter - prefix) break;
      suffix += size;
      a--;
      b--;
    }
    while (suffix < shorter - prefix && this.at(this.length - 1 - suffix) === other.at(other.length - 1 - suffix))
      suffix++;
    return { prefix, suffix };
  }
}

function commonPrefix<T>(a: Sequence<T>, b: Sequence<T>, from: number, to: number): number {
  let n = 0;
  while (from + n < to && a.at(from + n) === b.at(from + n)) n++;
  return n;
}

function cut<T>(items: readonly T[], measure: (item: T) => number): Chunk<T>[] {
  const pieces = Math.max(items.length === 0 ? 0 : 1, Math.ceil(items.length / CHUNK));
  const size = Math.ceil(items.length / Math.max(1, pieces));
  const chunks: Chunk<T>[] = [];
  for (let i = 0; i < items.length; i += size) {
    const part = items.slice(i, i + size);
    let sum = 0;
    for (const item of part) sum += measure(item);
    chunks.push({ items: part, measure: sum });
  }
  return chunks;
}
