import type { Keywords } from './keywords.ts';
import type { Token } from './tokens.ts';

/** A text with its tokens, as rules read it: by token index, and past either end without care. */
export interface Reading {
  readonly text: string;
  readonly tokens: readonly Token[];
}

/** A token as written; '' where there is none. */
export function textAt(reading: Reading, index: number): string {
  const token = reading.tokens[index];
  return token === undefined ? '' : reading.text.slice(token.start, token.end);
}

/** The number of a word in a set; 0 where no word stands or it is not in the set. */
export function wordAt(reading: Reading, index: number, words: Keywords): number {
  const token = reading.tokens[index];
  return token === undefined || token.kind !== 'word' ? 0 : words.get(reading.text, token.start, token.end);
}

/** Whether a token follows this one with at most so many code units between them. */
export function follows(reading: Reading, index: number, blanks: number): boolean {
  const token = reading.tokens[index];
  const next = reading.tokens[index + 1];
  return token !== undefined && next !== undefined && next.start - token.end <= blanks;
}
