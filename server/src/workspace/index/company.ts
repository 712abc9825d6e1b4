import { eachCompanion, type SeedRecord } from './record.ts';
import type { Strings } from './strings.ts';

/**
 * The numbers of the keys that stand in most of the sentences which mention a key, with the number of these sentences; of
 * those that stand in as many the first by their texts. Counted in plain numbers: half of ten thousand seeds may mention it.
 */
export function companyIn(
  records: Iterable<SeedRecord>,
  strings: Strings,
  key: number,
  limit: number,
): readonly { readonly key: number; readonly sentences: number }[] {
  const counts = new Int32Array(strings.length);
  // Which of all sentences run through a key was counted in last.
  const countedIn = new Int32Array(strings.length);
  let run = 0;
  for (const record of records) {
    let last = -1;
    eachCompanion(record, key, (other, sentence) => {
      if (sentence !== last) run++;
      last = sentence;
      if (countedIn[other] === run) return;
      countedIn[other] = run;
      counts[other] = (counts[other] as number) + 1;
    });
  }
  return most(counts, strings, limit);
}

function most(
  counts: Int32Array,
  strings: Strings,
  limit: number,
): readonly { readonly key: number; readonly sentences: number }[] {
  const found: { key: number; sentences: number }[] = [];
  counts.forEach((sentences, key) => {
    const worst = found[limit - 1];
    if (sentences === 0 || (worst !== undefined && sentences < worst.sentences)) return;
    const isBefore = (other: { key: number; sentences: number }) =>
      sentences > other.sentences || (sentences === other.sentences && strings.at(key) < strings.at(other.key));
    const at = found.findIndex(isBefore);
    found.splice(at === -1 ? found.length : at, 0, { key, sentences });
    if (found.length > limit) found.pop();
  });
  return found;
}
