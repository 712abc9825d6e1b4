import { mix, SEED } from './hash.ts';
import { BEGIN, END, INSIDE, KINDS, kindOf, OUTSIDE, partOf } from './labels.ts';
import { isCapital, opensSentence, PLAIN, type WordList } from './words.ts';

/**
 * What a document says about its words: how often a word is written small, how often the first pass took it for (a part
 * of) a person and so on. Words and pairs of words are hashes in lower case.
 */
export interface DocumentEvidence {
  /** How often a word is written small. */
  small(word: number): number;
  /** The counts of a word that is written with a capital somewhere, or that is the initials of a name; see {@link ROW}. */
  row(word: number): Int32Array | undefined;
  /** How often two words stand side by side in a name of a kind; see {@link pairKey}. */
  pair(key: number): number;
}

/**
 * What one sentence says, as two numbers each: what is counted, and of which word. Of a pair of words that is the second
 * one; the first one's entry stands before it.
 */
export type Entries = Int32Array;

/** What is counted; the kind is added. */
const SMALL = -1;
/** Taken for (a part of) a name of a kind; the last one is capitalised inside of a sentence and still no name. */
export const TAKEN = 0;
export const NO_NAME = KINDS.length;
export const ENDS = NO_NAME + 1;
export const BEGINS = ENDS + KINDS.length;
/** The initials of a name of several words. */
export const INITIALS = BEGINS + KINDS.length;
/** Described as the name of an organisation; see `descriptions.ts`. */
export const DESCRIBED = INITIALS + KINDS.length;
/** Numbers of a row. */
export const ROW = DESCRIBED + 1;
const PAIR = ROW;

export function pairKey(first: number, second: number, kind: number): number {
  return mix(mix(first, second), PAIR + kind);
}

/** Calls `each` with what some entries count. */
export function eachEntry(
  entries: Entries,
  each: {
    small(word: number): void;
    word(word: number, what: number): void;
    pair(first: number, second: number, kind: number): void;
  },
): void {
  let last = 0;
  for (let at = 0; at < entries.length; at += 2) {
    const what = entries[at] as number;
    const word = entries[at + 1] as number;
    if (what === SMALL) each.small(word);
    else if (what >= PAIR) each.pair(last, word, what - PAIR);
    else {
      if (what <= NO_NAME) last = word;
      each.word(word, what);
    }
  }
}

/** A sum of what sentences say: any of them can be taken out and put in again. */
export class EvidenceCounts implements DocumentEvidence {
  private readonly smalls = new Map<number, number>();
  private readonly rows = new Map<number, Int32Array>();
  private readonly pairs = new Map<number, number>();

  small(word: number): number {
    return this.smalls.get(word) ?? 0;
  }

  row(word: number): Int32Array | undefined {
    return this.rows.get(word);
  }

  pair(key: number): number {
    return this.pairs.get(key) ?? 0;
  }

  /** `by` -1 takes them out again. */
  add(entries: Entries, by: 1 | -1 = 1): void {
    eachEntry(entries, {
      small: (word) => count(this.smalls, word, by),
      word: (word, what) => this.count(word, what, by),
      pair: (first, second, kind) => count(this.pairs, pairKey(first, second, kind), by),
    });
  }

  private count(word: number, what: number, by: number): void {
    let row = this.rows.get(word);
    if (row === undefined) {
      row = new Int32Array(ROW);
      this.rows.set(word, row);
    }
    row[what] = (row[what] as number) + by;
    // Words that came and went while somebody typed are not kept.
    if (row[what] === 0 && row.every((number) => number === 0)) this.rows.delete(word);
  }
}

const NONE: ReadonlySet<number> = new Set();

function count(counts: Map<number, number>, key: number, by: number): void {
  const sum = (counts.get(key) ?? 0) + by;
  if (sum === 0) counts.delete(key);
  else counts.set(key, sum);
}

const ORGANIZATION = KINDS.indexOf('organization');

/**
 * What words `first` to before `next` of a block say after the first pass, which gave them these labels.
 *
 * @param described words of names that their own sentence describes as organisations, counted from `first`.
 */
export function evidenceOf(
  text: string,
  words: WordList,
  labels: Uint8Array,
  first = 0,
  next = words.count,
  described: ReadonlySet<number> = NONE,
): Entries {
  const entries: number[] = [];
  for (let i = first; i < next; i++) {
    const lower = words.lower[i] as number;
    const label = labels[i] as number;
    if (words.style[i] === PLAIN) entries.push(SMALL, lower);
    if (!isCapital(words, i)) continue;
    if (label === OUTSIDE) {
      if (!opensSentence(words, i)) entries.push(TAKEN + NO_NAME, lower);
      continue;
    }
    const kind = kindOf(label);
    const part = partOf(label);
    entries.push(TAKEN + kind, lower);
    if (kind === ORGANIZATION && described.has(i - first)) entries.push(DESCRIBED, lower);
    if (part === END) entries.push(ENDS + kind, lower);
    if (part === BEGIN) {
      entries.push(BEGINS + kind, lower);
      const initials = initialsOf(text, words, labels, i);
      if (initials !== 0) entries.push(INITIALS + kind, initials);
    }
    if (part === BEGIN || part === INSIDE) entries.push(PAIR + kind, words.lower[i + 1] as number);
  }
  return Int32Array.from(entries);
}

/** The hash in lower case of the initials of the mention that begins at `first`, 0 for less than two. */
function initialsOf(text: string, words: WordList, labels: Uint8Array, first: number): number {
  let hash = SEED;
  let letters = 0;
  for (let i = first; i < words.count; i++) {
    if (isCapital(words, i)) {
      hash = mix(hash, text.charCodeAt(words.start[i] as number) | 32);
      letters++;
    }
    if (partOf(labels[i] as number) === END) break;
  }
  return letters < 2 ? 0 : hash;
}
