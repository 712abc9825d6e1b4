/** Hash window in code units; shorter needles are looked for one by one. */
const WINDOW = 12;
const BASE = 31;
/** Slots of the filter that tells most places of a text at once as hopeless. */
const SLOTS = 1 << 16;

/**
 * Many strings looked for in one pass over a text: a rolling hash (Rabin-Karp) of their beginnings. One `indexOf` each
 * would read the whole text once for every string that must be shown to stand in one place only.
 */
export class Needles {
  private readonly needles: string[] = [];

  add(needle: string): void {
    this.needles.push(needle);
  }

  /** For each needle its first places, at most two: none, one, or more than one is all that matters. */
  find(text: string): number[][] {
    const found: number[][] = this.needles.map(() => []);
    const byHash = new Map<number, number[]>();
    const filter = new Uint8Array(SLOTS);
    for (const [index, needle] of this.needles.entries()) {
      if (needle === '') continue;
      if (needle.length < WINDOW || this.needles.length < 8) {
        found[index] = firstTwo(text, needle);
        continue;
      }
      const hash = hashOf(needle);
      const same = byHash.get(hash);
      if (same) same.push(index);
      else byHash.set(hash, [index]);
      filter[hash & (SLOTS - 1)] = 1;
    }
    if (byHash.size === 0 || text.length < WINDOW) return found;
    let lead = 1;
    for (let i = 1; i < WINDOW; i++) lead = Math.imul(lead, BASE);
    let hash = hashOf(text);
    for (let at = 0; ; at++) {
      if (filter[hash & (SLOTS - 1)] === 1) this.check(text, at, byHash.get(hash), found);
      if (at + WINDOW >= text.length) return found;
      hash = (hash - Math.imul(text.charCodeAt(at), lead)) | 0;
      hash = (Math.imul(hash, BASE) + text.charCodeAt(at + WINDOW)) | 0;
    }
  }

  private check(text: string, at: number, candidates: number[] | undefined, found: number[][]): void {
    if (candidates === undefined) return;
    for (let i = candidates.length - 1; i >= 0; i--) {
      const index = candidates[i] ?? 0;
      const places = found[index];
      if (places === undefined || !text.startsWith(this.needles[index] ?? '', at)) continue;
      places.push(at);
      if (places.length === 2) candidates.splice(i, 1);
    }
  }
}

function firstTwo(text: string, needle: string): number[] {
  const first = text.indexOf(needle);
  if (first === -1) return [];
  const second = text.indexOf(needle, first + 1);
  return second === -1 ? [first] : [first, second];
}

function hashOf(text: string): number {
  let hash = 0;
  for (let i = 0; i < WINDOW; i++) hash = (Math.imul(hash, BASE) + text.charCodeAt(i)) | 0;
  return hash;
}
