import type { Span } from '../../text/span.ts';

const SIZE = 5;
const SLOTS = 1 << 16;
/** Places of one gram that are looked at: one that stands in more says nothing. */
const MOST_PLACES = 48;
/** Places that lie this close to one another speak for the same region. */
const BUCKET = 32;
const MOST_REGIONS = 4;
/** Grams of a pattern that are looked up; of longer ones every second, third … */
const MOST_GRAMS = 160;

/** Where short pieces of a text stand, to find the regions in which most of a changed passage stands. */
export class Grams {
  private readonly text: string;
  private readonly heads = new Int32Array(SLOTS).fill(-1);
  private readonly next: Int32Array;

  constructor(text: string) {
    this.text = text;
    this.next = new Int32Array(text.length);
    for (let at = text.length - SIZE; at >= 0; at--) {
      const slot = slotOf(text, at);
      this.next[at] = this.heads[slot] ?? -1;
      this.heads[slot] = at;
    }
  }

  /** Where the pattern would begin, by the pieces that it has in common with the text; the best first. */
  starts(pattern: string): number[] {
    const votes = new Map<number, number>();
    const step = Math.max(1, Math.ceil((pattern.length - SIZE) / MOST_GRAMS));
    for (let from = 0; from + SIZE <= pattern.length; from += step) {
      let count = 0;
      for (let at = this.heads[slotOf(pattern, from)] ?? -1; at !== -1; at = this.next[at] ?? -1) {
        if (++count > MOST_PLACES) break;
        const bucket = Math.floor((at - from) / BUCKET);
        votes.set(bucket, (votes.get(bucket) ?? 0) + 1);
      }
    }
    const both = [...votes].map(([bucket, own]) => ({ bucket, votes: own + (votes.get(bucket + 1) ?? 0) }));
    both.sort((a, b) => b.votes - a.votes || a.bucket - b.bucket);
    const least = (both[0]?.votes ?? 0) / 3;
    const chosen: number[] = [];
    for (const { bucket, votes: count } of both) {
      if (count < Math.max(3, least) || chosen.length === MOST_REGIONS) break;
      if (chosen.every((other) => Math.abs(other - bucket) > 1)) chosen.push(bucket);
    }
    return chosen.map((bucket) => (bucket + 1) * BUCKET);
  }

  /** The part of the text from `start` to `end`, as far as there is one. */
  clip({ start, end }: Span): Span {
    return { start: Math.max(0, start), end: Math.min(this.text.length, Math.max(0, end)) };
  }
}

function slotOf(text: string, at: number): number {
  let hash = 0;
  for (let i = 0; i < SIZE; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(at + i)) | 0;
  return (hash ^ (hash >>> 16)) & (SLOTS - 1);
}
