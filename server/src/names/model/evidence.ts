import type { FeatureReader } from './features.ts';
import { mix, SEED } from './hash.ts';
import { BEGIN, END, INSIDE, KINDS, kindOf, OUTSIDE, partOf } from './labels.ts';
import { isCapital, opensSentence, PLAIN, type WordList } from './sentence.ts';

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

/**
 * Adds the features of word `i` that the rest of the document gives. `labels`: those of the first pass, since what a
 * word said itself does not count.
 */
export function readEvidence(
  reader: FeatureReader,
  words: WordList,
  i: number,
  labels: Uint8Array,
  evidence: DocumentEvidence,
): void {
  if (!isCapital(words, i)) return;
  const lower = words.lower[i] as number;
  const view = viewOf(evidence, lower);
  const opens = opensSentence(words, i) ? 1 : 0;
  const style = words.style[i] as number;
  if (view.small > 0) {
    reader.add(110, view.small > 1 ? 1 : 0);
    reader.add(111, mix(style, opens));
  }
  const begin = words.first[i] as number;
  const end = words.next[i] as number;
  const isBehind = i > begin && isCapital(words, i - 1);
  const isBefore = i + 1 < end && isCapital(words, i + 1);
  const read = readingOf(view, ownOf(words, i, labels), (kind, times) => reader.add(120, kind * 4 + times));
  const { kind } = read;
  if (kind >= 0) reader.add(121, kind * 16 + read.times * 4 + read.share);
  const before = isBehind ? kindAt(words, i - 1, labels, evidence) : -1;
  const after = isBefore ? kindAt(words, i + 1, labels, evidence) : -1;
  if (kind >= 0 || before >= 0) reader.add(112, before * 16 + kind);
  if (kind >= 0 || after >= 0) reader.add(113, kind * 16 + after);
  if (kind >= 0) reader.add(114, kind * 16 + style * 2 + opens);
  const label = labels[i] as number;
  for (let k = 0; k < KINDS.length; k++) {
    const own = label !== OUTSIDE && kindOf(label) === k ? partOf(label) : 0;
    if (countIn(view, ENDS + k, own === END) > 0) reader.add(115, k);
    if (countIn(view, BEGINS + k, own === BEGIN) > 0) reader.add(116, k);
    if (isBefore) {
      const pair = evidence.pair(pairKey(lower, words.lower[i + 1] as number, k));
      if (pair - (own === BEGIN || own === INSIDE ? 1 : 0) > 0) reader.add(117, k);
    }
    if (isBehind) {
      const pair = evidence.pair(pairKey(words.lower[i - 1] as number, lower, k));
      if (pair - (own === INSIDE || own === END ? 1 : 0) > 0) reader.add(118, k);
    }
    if (style >= 2 && (view.row?.[INITIALS + k] ?? 0) > 0) reader.add(119, k);
  }
}

/** Whether the document describes the name of one word, or of several that stand together, as that of an organisation. */
export function isDescribed(words: WordList, i: number, evidence: DocumentEvidence): boolean {
  const says = (at: number) => (evidence.row(words.lower[at] as number)?.[DESCRIBED] ?? 0) > 0;
  for (let at = i; at >= (words.first[i] as number) && isCapital(words, at); at--) if (!says(at)) return false;
  for (let at = i + 1; at < (words.next[i] as number) && isCapital(words, at); at++) if (!says(at)) return false;
  return true;
}

/** What the document says of a word; counts that are hardly any of all its uses are none. */
interface View {
  readonly small: number;
  readonly row: Int32Array | undefined;
  /** All uses of the word. */
  readonly all: number;
}

function viewOf(evidence: DocumentEvidence, word: number): View {
  const row = evidence.row(word);
  const small = evidence.small(word);
  let all = small;
  if (row !== undefined) for (let kind = 0; kind <= NO_NAME; kind++) all += row[kind] as number;
  return { small: isMuch(small, all) ? Math.min(small, 2) : 0, row, all };
}

/**
 * One use in twenty or less is a slip of the writer's or of the first pass. So what stands in every paragraph is not read
 * again everywhere when a single place changes.
 */
function isMuch(count: number, all: number): boolean {
  return count * 20 > all;
}

/** A count of the row less what the word said itself, 3 for more than that, 0 for hardly any. */
function countIn({ row, all }: View, at: number, isOwn: boolean): number {
  const count = ((row?.[at] as number | undefined) ?? 0) - (isOwn ? 1 : 0);
  return count > 0 && isMuch(count, all) ? Math.min(count, 3) : 0;
}

/** What the rest of the document mostly takes a word for: a kind or {@link NO_NAME}, -1 for nothing. */
interface Reading {
  readonly kind: number;
  /** How often, at most 3. */
  readonly times: number;
  /** 1 always, 2 in more than two cases of three, 3 else. */
  readonly share: number;
}

const NOTHING: Reading = { kind: -1, times: 0, share: 0 };

/**
 * @param own the kind that the word itself was counted as, -1 for none.
 * @param each called with each kind that it is taken for, and how often, at most 3.
 */
function readingOf(view: View, own: number, each?: (kind: number, times: number) => void): Reading {
  const { row } = view;
  if (row === undefined) return NOTHING;
  let best = -1;
  let most = 0;
  let all = 0;
  for (let kind = 0; kind <= NO_NAME; kind++) {
    const times = countIn(view, TAKEN + kind, own === kind);
    if (times === 0) continue;
    each?.(kind, times);
    const count = (row[TAKEN + kind] as number) - (own === kind ? 1 : 0);
    all += count;
    if (count <= most) continue;
    most = count;
    best = kind;
  }
  if (best < 0) return NOTHING;
  return { kind: best, times: Math.min(most, 3), share: most === all ? 1 : most * 3 > all * 2 ? 2 : 3 };
}

function ownOf(words: WordList, i: number, labels: Uint8Array): number {
  const label = labels[i] as number;
  return label !== OUTSIDE ? kindOf(label) : opensSentence(words, i) ? -1 : NO_NAME;
}

function kindAt(words: WordList, i: number, labels: Uint8Array, evidence: DocumentEvidence): number {
  return readingOf(viewOf(evidence, words.lower[i] as number), ownOf(words, i, labels)).kind;
}

/** All that {@link readEvidence} can see of a word: equal strings, equal features. */
export function lookOf(evidence: DocumentEvidence, word: number): string {
  const view = viewOf(evidence, word);
  let look = `${view.small}`;
  if (view.row === undefined) return look;
  for (let own = -1; own <= NO_NAME; own++) {
    const { kind, times, share } = readingOf(view, own, (one, often) => (look += `${one}x${often}`));
    look += ` ${kind}:${times}:${share};`;
  }
  for (let at = ENDS; at < INITIALS; at++) look += `${countIn(view, at, false)}${countIn(view, at, true)}`;
  for (let at = INITIALS; at < ROW; at++) look += Math.min(1, view.row[at] as number);
  return look;
}

/** The same of a pair of words. */
export function lookOfPair(evidence: DocumentEvidence, key: number): number {
  return Math.min(2, evidence.pair(key));
}
