/**
 * A fixed set of words, each with a number, looked up in a text without cutting a string out of it: ASCII only, case
 * does not matter. This is what keeps the scanners of `names/` and `times/` fast.
 */
export class Keywords {
  private readonly words: (string | undefined)[];
  private readonly codes: Int32Array;
  private readonly mask: number;
  /** By length and first letter, the last letters of words: most words of a text are told apart by these alone. */
  private readonly shapes = new Int32Array(32 * 32);

  /** `entries`: word (lower case) to a number other than 0. */
  constructor(entries: Iterable<readonly [word: string, code: number]>) {
    const all = [...entries];
    let size = 16;
    while (size < all.length * 4) size *= 2;
    this.mask = size - 1;
    this.words = new Array(size).fill(undefined);
    this.codes = new Int32Array(size);
    for (const [word, code] of all) {
      let slot = hashWord(word, 0, word.length) & this.mask;
      while (this.words[slot] !== undefined && this.words[slot] !== word) slot = (slot + 1) & this.mask;
      this.words[slot] = word;
      this.codes[slot] = code;
      const shape = shapeOf(word.length, word.charCodeAt(0));
      this.shapes[shape] = (this.shapes[shape] as number) | (1 << (word.charCodeAt(word.length - 1) & 31));
    }
  }

  /** The number of the word that stands there, 0 for one that is not in the set. */
  get(text: string, start: number, end: number): number {
    const lasts = this.shapes[shapeOf(end - start, text.charCodeAt(start))] as number;
    if ((lasts & (1 << (text.charCodeAt(end - 1) & 31))) === 0) return 0;
    const hash = hashWord(text, start, end);
    if (hash < 0) return 0;
    for (let slot = hash & this.mask; ; slot = (slot + 1) & this.mask) {
      const word = this.words[slot];
      if (word === undefined) return 0;
      if (isWord(word, text, start, end)) return this.codes[slot] as number;
    }
  }
}

/** Letters are the same in both cases here; words longer than 31 share their shapes with shorter ones. */
function shapeOf(length: number, first: number): number {
  return ((length & 31) << 5) | (first & 31);
}

/** A hash of a word that does not depend on its case, 0 or more; -1 where a letter is not ASCII. */
export function hashWord(text: string, start: number, end: number): number {
  let hash = 7;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code > 127) return -1;
    hash = (Math.imul(hash, 31) + lower(code)) | 0;
  }
  // The low bits alone choose the slot: mix the high ones in.
  return (hash ^ (hash >>> 15)) & 0x7fffffff;
}

function isWord(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let i = 0; i < word.length; i++) if (lower(text.charCodeAt(start + i)) !== word.charCodeAt(i)) return false;
  return true;
}

function lower(code: number): number {
  return code >= 65 && code <= 90 ? code + 32 : code;
}
