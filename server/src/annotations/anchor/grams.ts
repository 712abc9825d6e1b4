import type { Span } from '../../text/span.ts';

/** Signs of a gram: pieces of four stand in too many places, pieces of six are too often broken by a slip. */
const SIZE = 5;
/** Slots of the table: about one for each sign of the text, so that a slot holds few grams that are not the same. */
const LEAST_SLOTS = 1 << 10;
const MOST_SLOTS = 1 << 20;
/** Places of one gram that are looked at in a vote: one that stands in more says nothing. */
const MOST_PLACES = 48;
/** Places that lie this close to one another speak for the same region. */
const BUCKET = 32;
const MOST_REGIONS = 4;
/** Grams of a pattern that are looked up; of longer ones every second, third … */
const MOST_GRAMS = 160;
/** Grams of a quote of which the rarest leads to its places. */
const MOST_TRIED = 8;
/** Times that a text may be read for one quote. */
const MOST_READ = 8;

/** Where short pieces of a text stand, to find passages in it: as they are, or most of them. */
export class Grams {
  private readonly text: string;
  private readonly heads: Int32Array;
  private readonly counts: Int32Array;
  private readonly next: Int32Array;
  private readonly mask: number;

  constructor(text: string) {
    let slots = LEAST_SLOTS;
    while (slots < text.length && slots < MOST_SLOTS) slots *= 2;
    this.text = text;
    this.mask = slots - 1;
    this.heads = new Int32Array(slots).fill(-1);
    this.counts = new Int32Array(slots);
    this.next = new Int32Array(text.length);
    for (let at = text.length - SIZE; at >= 0; at--) {
      const slot = this.slotOf(text, at);
      this.next[at] = this.heads[slot] ?? -1;
      this.heads[slot] = at;
      this.counts[slot] = (this.counts[slot] ?? 0) + 1;
    }
  }

  /** Everywhere that the words stand as they are, in order: by the places of their rarest gram. */
  placesOf(words: string): number[] {
    const { text } = this;
    const places: number[] = [];
    if (words === '') return places;
    if (words.length < SIZE) {
      for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) places.push(at);
      return places;
    }
    const step = Math.max(1, Math.ceil((words.length - SIZE + 1) / MOST_TRIED));
    let rarest = 0;
    let fewest = Number.POSITIVE_INFINITY;
    for (let from = 0; from + SIZE <= words.length; from += step) {
      const count = this.counts[this.slotOf(words, from)] ?? 0;
      if (count < fewest) [rarest, fewest] = [from, count];
    }
    // In a text that says one thing again and again each place would be read to its end.
    if (fewest * words.length > MOST_READ * text.length) return placesByPrefix(text, words);
    for (let at = this.heads[this.slotOf(words, rarest)] ?? -1; at !== -1; at = this.next[at] ?? -1)
      if (at >= rarest && text.startsWith(words, at - rarest)) places.push(at - rarest);
    return places;
  }

  /** Where the pattern would begin, by the pieces that it has in common with the text; the best first. */
  starts(pattern: string): number[] {
    const votes = new Map<number, number>();
    const step = Math.max(1, Math.ceil((pattern.length - SIZE) / MOST_GRAMS));
    for (let from = 0; from + SIZE <= pattern.length; from += step) {
      let count = 0;
      for (let at = this.heads[this.slotOf(pattern, from)] ?? -1; at !== -1; at = this.next[at] ?? -1) {
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

  private slotOf(text: string, at: number): number {
    let hash = 0;
    for (let i = 0; i < SIZE; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(at + i)) | 0;
    return (hash ^ (hash >>> 16)) & this.mask;
  }
}

/** Everywhere that the words stand, in time linear in both lengths whatever they are (Knuth, Morris and Pratt 1977). */
function placesByPrefix(text: string, words: string): number[] {
  const borders = new Int32Array(words.length + 1);
  borders[0] = -1;
  for (let at = 0, border = -1; at < words.length; ) {
    while (border >= 0 && words.charCodeAt(at) !== words.charCodeAt(border)) border = borders[border] ?? -1;
    borders[++at] = ++border;
  }
  const places: number[] = [];
  let matched = 0;
  for (let at = 0; at < text.length; at++) {
    while (matched >= 0 && text.charCodeAt(at) !== words.charCodeAt(matched)) matched = borders[matched] ?? -1;
    matched++;
    if (matched < words.length) continue;
    places.push(at + 1 - matched);
    matched = borders[matched] ?? 0;
  }
  return places;
}
