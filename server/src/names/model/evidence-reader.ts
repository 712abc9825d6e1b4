import { BEGINS, DESCRIBED, type DocumentEvidence, ENDS, INITIALS, NO_NAME, pairKey, ROW, TAKEN } from './evidence.ts';
import type { FeatureReader } from './features.ts';
import { mix } from './hash.ts';
import { BEGIN, END, INSIDE, KINDS, kindOf, OUTSIDE, partOf } from './labels.ts';
import { isCapital, opensSentence, type WordList } from './words.ts';

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
