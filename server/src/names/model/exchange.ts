import { type Entries, type EvidenceCounts, eachEntry, viewOf, viewOfPair } from './evidence.ts';

/**
 * Takes what some sentences say out of the evidence of their document, and what others say in.
 *
 * @returns the words (hashes in lower case) of which a reader sees something else than before: only what holds one of
 * them with a capital needs a second pass again. That a frequent name is written once more changes nothing for anybody.
 */
export function exchange(evidence: EvidenceCounts, out: readonly Entries[], into: readonly Entries[]): Set<number> {
  const [gone, come] = unequal(out, into);
  const words = new Map<number, string>();
  const pairs = new Map<number, { readonly word: number; readonly view: number }>();
  const touch = {
    word: (word: number) => {
      if (!words.has(word)) words.set(word, viewOf(evidence, word));
    },
    small: (word: number) => touch.word(word),
    pair: (key: number, word: number) => {
      if (!pairs.has(key)) pairs.set(key, { word, view: viewOfPair(evidence, key) });
    },
  };
  for (const entries of [...gone, ...come]) eachEntry(entries, touch);
  for (const entries of gone) evidence.add(entries, -1);
  for (const entries of come) evidence.add(entries);
  const changed = new Set<number>();
  for (const [word, view] of words) if (viewOf(evidence, word) !== view) changed.add(word);
  for (const [key, { word, view }] of pairs) if (viewOfPair(evidence, key) !== view) changed.add(word);
  return changed;
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
