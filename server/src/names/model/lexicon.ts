import { hashOf, type KeyMap, keyOf, mix, SEED } from './hash.ts';

/** Lists of names that the model knows, as bits. A phrase may be on several. */
export const LISTS = [
  'first',
  'last',
  'person',
  'place',
  'city',
  'region',
  'organization',
  'university',
  'group',
  'title',
  'occupation',
  'head',
  'landmark',
] as const;
/** Longest phrase of a list, in tokens. */
export const LONGEST_PHRASE = 6;

/** What is known of words and phrases without the context: lists, and how unlabelled text uses the word. */
export interface Lexicon {
  /** By the key of a phrase in lower case: bits of {@link LISTS}. */
  readonly phrases: KeyMap;
  /** By the key of a word in lower case: cluster and, times 256, class of case. See {@link caseOf}. */
  readonly words: KeyMap;
}

/** Phrases are hashed by the hashes of their words in lower case. */
export function phraseKey(words: readonly string[]): number {
  let hash = SEED;
  for (const word of words) hash = mix(hash, hashOf(word.toLowerCase()));
  return keyOf(hash);
}

export function wordKey(lower: number): number {
  return keyOf(mix(lower, 77));
}

export function clusterOf(entry: number): number {
  return entry & 0xff;
}

/** How a word is written where no sentence begins: 0 unknown, 1 hardly ever with a capital … 4 nearly always. */
export function caseOf(entry: number): number {
  return (entry >> 8) & 7;
}

/** How often a word was seen: 0 rarely, 1, 2, 3 very often. */
export function rankOf(entry: number): number {
  return (entry >> 11) & 3;
}
