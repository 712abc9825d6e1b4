import { type Entries, type EvidenceCounts, eachEntry, pairKey } from './evidence.ts';
import { lookOf, lookOfPair } from './evidence-reader.ts';
import type { Said } from './recognizer.ts';

/** Of what a reader of the evidence sees something else than before. Words are hashes in lower case. */
export interface Changes {
  readonly words: ReadonlySet<number>;
  /** Words side by side. */
  readonly pairs: readonly (readonly [first: number, second: number])[];
}

/**
 * Takes what some sentences say out of the evidence of their document, and what others say in. That a frequent name is
 * written once more changes nothing for anybody.
 */
export function exchange(evidence: EvidenceCounts, out: readonly Entries[], into: readonly Entries[]): Changes {
  const [gone, come] = unequal(out, into);
  const words = new Map<number, string>();
  const pairs = new Map<number, { readonly pair: readonly [number, number]; readonly look: number }>();
  const touch = {
    small: (word: number) => touch.word(word),
    word: (word: number) => {
      if (!words.has(word)) words.set(word, lookOf(evidence, word));
    },
    pair: (first: number, second: number, kind: number) => {
      const key = pairKey(first, second, kind);
      if (!pairs.has(key)) pairs.set(key, { pair: [first, second], look: lookOfPair(evidence, key) });
    },
  };
  for (const entries of [...gone, ...come]) eachEntry(entries, touch);
  for (const entries of gone) evidence.add(entries, -1);
  for (const entries of come) evidence.add(entries);
  return {
    words: new Set([...words].filter(([word, look]) => lookOf(evidence, word) !== look).map(([word]) => word)),
    pairs: [...pairs].filter(([key, { look }]) => lookOfPair(evidence, key) !== look).map(([, { pair }]) => pair),
  };
}

/** So few words are compared one by one. */
const FEW = 8;

/** Tells whether the second pass of a sentence sees any of what changed. For many sentences at once: a key asks all of a document. */
export function concern({ words, pairs }: Changes): (said: Pick<Said, 'capitals'>) => boolean {
  const few = words.size <= FEW ? [...words] : undefined;
  return ({ capitals }) => {
    for (let i = 0; i < capitals.length; i++) {
      const word = capitals[i] as number;
      if (few === undefined ? words.has(word) : few.includes(word)) return true;
    }
    for (const [first, second] of pairs) if (capitals.includes(first) && capitals.includes(second)) return true;
    return false;
  };
}

/** Both lists without what stands in both: most sentences of an edited block are the very same as before. */
function unequal(out: readonly Entries[], into: readonly Entries[]): [Entries[], Entries[]] {
  const left = new Map<Entries, number>();
  for (const entries of out) left.set(entries, (left.get(entries) ?? 0) + 1);
  const come = into.filter((entries) => {
    const times = left.get(entries) ?? 0;
    if (times > 0) left.set(entries, times - 1);
    return times === 0;
  });
  const gone = [...left].flatMap(([entries, times]) => Array<Entries>(times).fill(entries));
  return [gone, come];
}
