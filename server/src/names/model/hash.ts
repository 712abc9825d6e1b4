/** Goes on a hash with a number. All features are hashes: nothing is ever compared by its letters. */
export function mix(hash: number, value: number): number {
  const h = Math.imul(hash ^ value, 0x9e3779b1);
  return Math.imul(h ^ (h >>> 15), 0x85ebca6b);
}

/** The last step: all bits of the result depend on all of the hash. 28 bits, not negative. */
export function keyOf(hash: number): number {
  const h = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 4;
}
export const KEY_BITS = 28;

/** Hash of a word as written; digits are all the same, and so are apostrophes. */
export function hashOf(word: string): number {
  let hash = SEED;
  for (let at = 0; at < word.length; at++) hash = mix(hash, unitOf(word.charCodeAt(at)));
  return hash;
}
export const SEED = 0x1b873593;

/** A code unit as words are compared by it. */
export function unitOf(code: number): number {
  if (code >= 0x30 && code <= 0x39) return 0x30;
  if (code === 0x2019 || code === 0x2bc) return 0x27;
  return code;
}

/** Numbers found by keys of up to 28 bits. Key and number stand side by side, so that a look-up costs one line of cache. */
export class KeyMap {
  private readonly slots: Int32Array;
  private readonly mask: number;

  constructor(count: number) {
    let size = 16;
    while (size * 2 < count * 3) size *= 2;
    this.slots = new Int32Array(size * 2).fill(-1);
    this.mask = size - 1;
  }

  set(key: number, value: number): void {
    const { slots, mask } = this;
    let slot = key & mask;
    while (slots[slot * 2] !== -1 && slots[slot * 2] !== key) slot = (slot + 1) & mask;
    slots[slot * 2] = key;
    slots[slot * 2 + 1] = value;
  }

  /** `missing` where the key is not known. */
  get(key: number, missing: number): number {
    const { slots, mask } = this;
    let slot = key & mask;
    for (;;) {
      const found = slots[slot * 2];
      if (found === key) return slots[slot * 2 + 1] as number;
      if (found === -1) return missing;
      slot = (slot + 1) & mask;
    }
  }
}
