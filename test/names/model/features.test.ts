import { expect, test } from 'vitest';
import { FeatureReader, MOST_FEATURES } from '../../../server/src/names/model/features.ts';
import { KeyMap } from '../../../server/src/names/model/hash.ts';
import { type Lexicon, LISTS, phraseKey } from '../../../server/src/names/model/lexicon.ts';
import { wordsOf } from '../../../server/src/names/model/sentence.ts';
import { tokenize } from '../../../server/src/text/tokens.ts';

const phrases = new KeyMap(4);
phrases.set(phraseKey(['party']), 1 << LISTS.indexOf('head'));
const lexicon: Lexicon = { phrases, words: new KeyMap(4) };

/** The keys of the features of a word of the text. */
function keysOf(text: string, word: string): ReadonlySet<number> {
  const words = wordsOf(text, tokenize(text), lexicon);
  const reader = new FeatureReader();
  reader.read(words, words.start.indexOf(text.indexOf(word)));
  expect(reader.count).toBeLessThanOrEqual(MOST_FEATURES);
  return new Set(reader.keys.subarray(0, reader.count));
}

/** How many features a word has in both of two sentences and not in a third. */
function shared(word: string, [one, two, other]: readonly [string, string, string]): number {
  const [first, second, third] = [one, two, other].map((text) => keysOf(text, word));
  return [...(first as Set<number>)].filter((key) => second?.has(key) && !third?.has(key)).length;
}

test.each([
  [
    'what describes it behind a comma',
    'Zed, the old owner of it',
    'Zed, the new owner of it',
    'Zed, the new driver of it',
    1,
  ],
  ['not what stands behind the next comma', 'Zed, the old, owner', 'Zed, the new, owner', 'Zed, the new, driver', 0],
  ['not what stands behind no comma', 'Zed was the old owner', 'Zed was the new owner', 'Zed was the new driver', 0],
  ['lists of the name before', 'the Party Reform, Zed', 'the Party Revival, Zed', 'the Pony Revival, Zed', 1],
  ['lists of the name behind', 'both Zed, Reform Party', 'both Zed, Revival Party', 'both Zed, Revival Pony', 1],
] as const)('a word has a feature for %s', (_, one, two, other, count) => {
  expect(shared('Zed', [one, two, other])).toBe(count);
});
