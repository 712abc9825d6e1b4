import { SHAPES } from './first-units.ts';
import type { NameSet } from './name-set.ts';

/**
 * The names of several sets by the steps of their paths, in flat arrays. Looking up costs the same for ten names and for
 * a hundred thousand.
 */
export class NameTable {
  readonly sets: readonly NameSet[];
  /** How many names there are. */
  readonly count: number;
  /** The shapes of all first units, as in the sets. */
  readonly shapes = new Uint8Array(SHAPES / 8);
  /** Steps by their hash, open addressing; 0 is a free slot. */
  private keys: Int32Array;
  /** Of each slot the first name that ends there, counted from 1; 0 for none. */
  private heads: Int32Array;
  /** The next name that ends at the same step, counted from 1. Names come in the order of their sets. */
  private readonly next: Int32Array;
  /** The set of each name, and the number of the first name of each set. */
  private readonly setOf: Int32Array;
  private readonly base: number[];
  /** One bit for each hash of a first step that occurs: a table of many names is too large for the caches near the processor. */
  private readonly firsts: Uint8Array;
  private used = 0;

  constructor(sets: readonly NameSet[]) {
    this.sets = sets;
    this.base = [];
    let count = 0;
    for (const { texts } of sets) {
      this.base.push(count);
      count += texts.length;
    }
    this.count = count;
    let size = 64;
    while (size < count * 2) size *= 2;
    this.keys = new Int32Array(size);
    this.heads = new Int32Array(size);
    this.next = new Int32Array(count);
    this.setOf = new Int32Array(count);
    this.firsts = new Uint8Array(size);
    // Backwards, so that the first one comes to stand in front.
    for (let s = sets.length - 1; s >= 0; s--) this.addSet(s);
  }

  private addSet(index: number): void {
    const { texts, steps, from, shapes } = this.sets[index] as NameSet;
    for (let i = 0; i < shapes.length; i++) this.shapes[i] = (this.shapes[i] as number) | (shapes[i] as number);
    const base = this.base[index] as number;
    for (let i = texts.length - 1; i >= 0; i--) {
      const end = from[i + 1] as number;
      let slot = 0;
      for (let at = from[i] as number; at < end; at++) slot = this.slotFor(steps[at] as number);
      this.next[base + i] = this.heads[slot] as number;
      this.heads[slot] = base + i + 1;
      this.setOf[base + i] = index;
      const bit = bitOf(steps[from[i] as number] as number, this.firsts);
      this.firsts[bit >> 3] = (this.firsts[bit >> 3] as number) | (1 << (bit & 7));
    }
  }

  private slotFor(step: number): number {
    if (this.used * 2 >= this.keys.length) this.grow();
    const slot = slotOf(this.keys, step);
    if (this.keys[slot] === 0) {
      this.keys[slot] = step;
      this.used++;
    }
    return slot;
  }

  private grow(): void {
    const { keys, heads } = this;
    this.keys = new Int32Array(keys.length * 2);
    this.heads = new Int32Array(keys.length * 2);
    for (let i = 0; i < keys.length; i++) {
      const step = keys[i] as number;
      if (step === 0) continue;
      const slot = slotOf(this.keys, step);
      this.keys[slot] = step;
      this.heads[slot] = heads[i] as number;
    }
  }

  /** Whether a name may begin with this step. */
  begins(step: number): boolean {
    const bit = bitOf(step, this.firsts);
    return ((this.firsts[bit >> 3] as number) & (1 << (bit & 7))) !== 0;
  }

  /** The slot of a step; -1 where no name comes by it. */
  slotOf(step: number): number {
    const slot = slotOf(this.keys, step);
    return this.keys[slot] === 0 ? -1 : slot;
  }

  /** The first name that ends at a slot, -1 for none; and the one behind a name. */
  firstAt(slot: number): number {
    return (this.heads[slot] as number) - 1;
  }
  behind(name: number): number {
    return (this.next[name] as number) - 1;
  }

  /** The set of a name, as an index of `sets`, and its number there. */
  setOfName(name: number): number {
    return this.setOf[name] as number;
  }
  inSet(name: number): number {
    return name - (this.base[this.setOf[name] as number] as number);
  }
}

function slotOf(keys: Int32Array, step: number): number {
  const mask = keys.length - 1;
  let slot = (step ^ (step >>> 16)) & mask;
  while (keys[slot] !== 0 && keys[slot] !== step) slot = (slot + 1) & mask;
  return slot;
}

function bitOf(step: number, bits: Uint8Array): number {
  return (step ^ (step >>> 16)) & (bits.length * 8 - 1);
}
