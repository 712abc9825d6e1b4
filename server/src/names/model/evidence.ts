import type { FeatureReader } from './features.ts';
import { mix, SEED } from './hash.ts';
import { BEGIN, END, INSIDE, KINDS, kindOf, OUTSIDE, partOf } from './labels.ts';
import { isCapital, opensSentence, PLAIN, type Words } from './sentence.ts';

/**
 * What a document says about its words, as counts by key: how often a word is written small, how often the first pass
 * took it for (a part of) a person and so on. A sum over its blocks: one block can be taken out and put in again.
 */
export interface DocumentEvidence {
  get(key: number): number;
}

/** Counts of one block or of many. Keys with a count of 0 are not kept. */
export class EvidenceCounts implements DocumentEvidence {
  readonly counts = new Map<number, number>();

  get(key: number): number {
    return this.counts.get(key) ?? 0;
  }

  add(key: number, by = 1): void {
    const count = this.get(key) + by;
    if (count === 0) this.counts.delete(key);
    else this.counts.set(key, count);
  }

  /** Adds the counts of a block; `times` -1 takes them out again. */
  addAll(other: EvidenceCounts, times = 1): void {
    for (const [key, count] of other.counts) this.add(key, count * times);
  }
}

/** Keys: the low bits say what is counted. */
const SMALL = 0x51;
const TAKEN = 0x100;
const ENDS = 0x200;
const BEGINS = 0x300;
const PAIR = 0x400;
const ACRONYM = 0x500;
/** Capitalised inside of a sentence and still no name. */
const NO_NAME = KINDS.length;

function key(what: number, hash: number): number {
  return mix(hash, what);
}

/** What the words of a block say after the first pass, which gave them these labels. */
export function evidenceOf(text: string, words: Words, labels: Uint8Array): EvidenceCounts {
  const evidence = new EvidenceCounts();
  for (let i = 0; i < words.count; i++) {
    const lower = words.lower[i] as number;
    const label = labels[i] as number;
    if (words.style[i] === PLAIN) evidence.add(key(SMALL, lower));
    if (!isCapital(words, i)) continue;
    if (label === OUTSIDE) {
      if (!opensSentence(words, i)) evidence.add(key(TAKEN + NO_NAME, lower));
      continue;
    }
    const kind = kindOf(label);
    const part = partOf(label);
    evidence.add(key(TAKEN + kind, lower));
    if (part === END) evidence.add(key(ENDS + kind, lower));
    if (part === BEGIN) {
      evidence.add(key(BEGINS + kind, lower));
      const initials = initialsOf(text, words, labels, i);
      if (initials !== 0) evidence.add(key(ACRONYM + kind, initials));
    }
    if (part === BEGIN || part === INSIDE) evidence.add(key(PAIR + kind, mix(lower, words.lower[i + 1] as number)));
  }
  return evidence;
}

/** The hash in lower case of the initials of the mention that begins at `first`, 0 for less than two. */
function initialsOf(text: string, words: Words, labels: Uint8Array, first: number): number {
  let hash = SEED;
  let count = 0;
  for (let i = first; i < words.count; i++) {
    if (isCapital(words, i)) {
      hash = mix(hash, text.charCodeAt(words.start[i] as number) | 32);
      count++;
    }
    if (partOf(labels[i] as number) === END) break;
  }
  return count < 2 ? 0 : hash;
}

/**
 * Adds the features of word `i` that the rest of the document gives. `labels`: those of the first pass, since what a
 * word said itself does not count. Keys go through `evidence.get`, so that whoever keeps it sees what was read.
 */
export function readEvidence(
  reader: FeatureReader,
  words: Words,
  i: number,
  labels: Uint8Array,
  evidence: DocumentEvidence,
): void {
  if (!isCapital(words, i)) return;
  const lower = words.lower[i] as number;
  const small = evidence.get(key(SMALL, lower));
  const opens = opensSentence(words, i) ? 1 : 0;
  const style = words.style[i] as number;
  if (small > 0) {
    reader.add(110, small > 1 ? 1 : 0);
    reader.add(111, mix(style, opens));
  }
  const kind = reading(reader, words, i, labels, evidence, true);
  const begin = words.first[i] as number;
  const end = words.next[i] as number;
  const before = i > begin && isCapital(words, i - 1) ? reading(reader, words, i - 1, labels, evidence, false) : -1;
  const after = i + 1 < end && isCapital(words, i + 1) ? reading(reader, words, i + 1, labels, evidence, false) : -1;
  if (kind >= 0 || before >= 0) reader.add(112, before * 16 + kind);
  if (kind >= 0 || after >= 0) reader.add(113, kind * 16 + after);
  if (kind >= 0) reader.add(114, kind * 16 + style * 2 + opens);
  for (let k = 0; k < KINDS.length; k++) {
    const label = labels[i] as number;
    const own = label !== OUTSIDE && kindOf(label) === k ? partOf(label) : 0;
    if (evidence.get(key(ENDS + k, lower)) - (own === END ? 1 : 0) > 0) reader.add(115, k);
    if (evidence.get(key(BEGINS + k, lower)) - (own === BEGIN ? 1 : 0) > 0) reader.add(116, k);
    if (i + 1 < end && isCapital(words, i + 1)) {
      const pair = key(PAIR + k, mix(lower, words.lower[i + 1] as number));
      if (evidence.get(pair) - (own === BEGIN || own === INSIDE ? 1 : 0) > 0) reader.add(117, k);
    }
    if (i > begin && isCapital(words, i - 1)) {
      const pair = key(PAIR + k, mix(words.lower[i - 1] as number, lower));
      if (evidence.get(pair) - (own === INSIDE || own === END ? 1 : 0) > 0) reader.add(118, k);
    }
    if (style >= 2 && evidence.get(key(ACRONYM + k, lower)) > 0) reader.add(119, k);
  }
}

/** What the rest of the document mostly takes the word for; -1 for nothing. */
function reading(
  reader: FeatureReader,
  words: Words,
  i: number,
  labels: Uint8Array,
  evidence: DocumentEvidence,
  adds: boolean,
): number {
  const lower = words.lower[i] as number;
  const label = labels[i] as number;
  const own = label !== OUTSIDE ? kindOf(label) : opensSentence(words, i) ? -1 : NO_NAME;
  let best = -1;
  let most = 0;
  let all = 0;
  for (let kind = 0; kind <= NO_NAME; kind++) {
    const count = evidence.get(key(TAKEN + kind, lower)) - (own === kind ? 1 : 0);
    if (count <= 0) continue;
    all += count;
    if (count > most) {
      most = count;
      best = kind;
    }
    if (adds) reader.add(120, kind * 4 + Math.min(count, 3));
  }
  if (adds && best >= 0)
    reader.add(121, best * 16 + Math.min(most, 3) * 4 + (most === all ? 1 : most * 3 > all * 2 ? 2 : 3));
  return best;
}
