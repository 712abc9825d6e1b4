import { insidePair } from '../normal.ts';
import { lowerBound } from './bound.ts';
import type { Context } from './extend.ts';
import type { Grams } from './grams.ts';

/** Signs next to a place by which places are put in order. */
const REACH = 64;
/** Up to so many places are all compared; of more those that share most of the context on either side. */
const FEW = 48;
const NEAREST = 16;
/** Of what stands in more places than these (a letter, a blank) only the nearest are looked at. */
const MOST_ORDERED = 8192;

/** Context of a quote on both sides. */
export interface Contexts {
  readonly before: Context;
  readonly after: Context;
}

/** A place of a quote, and how many signs of its context agree there without a break. */
export interface Occurrence {
  readonly start: number;
  readonly run: number;
}

/**
 * Everywhere that one quote stands. Which of a thousand places share most of a context is told without looking at all of
 * them: in the order of what stands behind them (and of what stands in front) such places are next to each other, as the
 * suffixes in a suffix array are.
 */
export class Occurrences {
  /** In the order of the text. */
  readonly all: readonly number[];
  private readonly text: string;
  private readonly length: number;
  private behind: Int32Array | undefined;
  private front: Int32Array | undefined;
  private readonly wholes = new Map<string, readonly number[]>();

  constructor(text: string, quote: string, grams: Grams) {
    this.text = text;
    this.length = quote.length;
    // Half a character is no place: a broken quote must not split whole ones.
    this.all = grams.placesOf(quote).filter((at) => !insidePair(text, at) && !insidePair(text, at + quote.length));
  }

  /** Places that share most of the context, the most first and then the nearest to `near`. */
  best(contexts: Contexts, near: number): Occurrence[] {
    const ranked = this.likely(contexts, near).map((start) => ({ start, run: this.runAt(contexts, start) }));
    return ranked.sort((a, b) => b.run - a.run || Math.abs(a.start - near) - Math.abs(b.start - near));
  }

  /** Everywhere that all of the context stands, in the order of the text. */
  whole({ before, after }: Contexts, near: number): readonly number[] {
    if (this.all.length === 0) return this.all;
    const isWhole = (at: number) => this.compare(at, before.signs, -1) === 0 && this.compare(at, after.signs, 1) === 0;
    if (this.all.length > MOST_ORDERED) return this.nearest(near).filter(isWhole);
    if (this.all.length <= FEW) return this.all.filter(isWhole);
    const key = `${before.text.length} ${before.text}${after.text}`;
    const known = this.wholes.get(key);
    if (known) return known;
    const behind = this.rangeOf(this.byAfter(), after.signs, 1);
    const front = this.rangeOf(this.byBefore(), before.signs, -1);
    const within = behind.length < front.length ? behind : front;
    const found: number[] = [];
    for (let k = 0; k < within.length; k++) {
      const at = within[k] ?? 0;
      if (isWhole(at)) found.push(at);
    }
    found.sort((a, b) => a - b);
    this.wholes.set(key, found);
    return found;
  }

  private runAt({ before, after }: Contexts, at: number): number {
    return this.runOf(at, before.signs, -1) + this.runOf(at, after.signs, 1);
  }

  /** Whether there is a place other than `own` with so long a run of which something holds. */
  someRival(contexts: Contexts, own: number, run: number, holds: (start: number) => boolean): boolean {
    const isRival = (at: number) => at !== own && holds(at) && this.runAt(contexts, at) >= run;
    if (this.all.length <= FEW) return this.all.some(isRival);
    if (this.all.length > MOST_ORDERED) return this.nearest(own).some(isRival);
    return this.byContext(contexts).some((order) => order.some(isRival));
  }

  private likely(contexts: Contexts, at: number): readonly number[] {
    if (this.all.length <= FEW) return this.all;
    if (this.all.length > MOST_ORDERED) return this.nearest(at);
    const [behind = [], front = []] = this.byContext(contexts);
    return [...new Set([...behind, ...front])];
  }

  /** The places next to a context in the order of what stands behind, and of what stands in front. */
  private byContext({ before, after }: Contexts): Int32Array[] {
    const around = (order: Int32Array, signs: Uint16Array, step: 1 | -1) => {
      const from = this.lower(order, signs, step);
      return order.subarray(Math.max(0, from - NEAREST), from + NEAREST);
    };
    return [around(this.byAfter(), after.signs, 1), around(this.byBefore(), before.signs, -1)];
  }

  private nearest(near: number): readonly number[] {
    const index = lowerBound(this.all, (at) => at >= near);
    return this.all.slice(Math.max(0, index - FEW), index + FEW);
  }

  private byAfter(): Int32Array {
    this.behind ??= Int32Array.from(this.all).sort((a, b) => this.order(a + this.length, b + this.length, 1));
    return this.behind;
  }

  private byBefore(): Int32Array {
    this.front ??= Int32Array.from(this.all).sort((a, b) => this.order(a - 1, b - 1, -1));
    return this.front;
  }

  private order(a: number, b: number, step: 1 | -1): number {
    for (let k = 0; k < REACH; k++) {
      const difference = this.sign(a + step * k) - this.sign(b + step * k);
      if (difference !== 0) return difference;
    }
    return a - b;
  }

  /** The first of an order that does not come before the signs. */
  private lower(order: Int32Array, signs: Uint16Array, step: 1 | -1, behind = 0): number {
    let low = 0;
    let high = order.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.compare(order[middle] ?? 0, signs, step) < behind) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private rangeOf(order: Int32Array, signs: Uint16Array, step: 1 | -1): Int32Array {
    const from = this.lower(order, signs, step);
    // What agrees as far as the signs go compares as 0; the first that is greater ends the range.
    return order.subarray(from, this.lower(order, signs, step, 1));
  }

  /** What stands next to a place against signs: 0 where all of them stand there. */
  private compare(at: number, signs: Uint16Array, step: 1 | -1): number {
    const from = step === 1 ? at + this.length : at - 1;
    for (let k = 0; k < signs.length && k < REACH; k++) {
      const difference = this.sign(from + step * k) - (signs[k] ?? 0);
      if (difference !== 0) return difference;
    }
    return 0;
  }

  private runOf(at: number, signs: Uint16Array, step: 1 | -1): number {
    const from = step === 1 ? at + this.length : at - 1;
    let run = 0;
    while (run < signs.length && this.text.charCodeAt(from + step * run) === signs[run]) run++;
    return run;
  }

  /** A sign of the text; outside of it one that comes before all others. */
  private sign(at: number): number {
    return at < 0 || at >= this.text.length ? -1 : this.text.charCodeAt(at);
  }
}
