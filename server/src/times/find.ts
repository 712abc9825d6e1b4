import type { Block } from '../seed/types.ts';
import { type Token, tokenize } from '../text/tokens.ts';
import { timesIn } from './engine/times.ts';
import { ENGLISH } from './english/english.ts';
import { timeOfField } from './field.ts';
import type { Language } from './language.ts';
import type { Time } from './types.ts';

/**
 * The time expressions of a block, in order and without overlaps, with what they say by themselves. What surrounds the
 * block (the day of publication, the time that the text speaks of) gives them their values, see `resolve/flow.ts`.
 */
export function findTimes(
  { text, field }: Block,
  /** The tokens of the block's text, where they are at hand. */
  tokens?: readonly Token[],
  language: Language = ENGLISH,
): Time[] {
  if (field === 'published' || field === 'retrieved') return timeOfField(text);
  if (field !== undefined && field !== 'title' && field !== 'keywords') return [];
  return timesIn(language, text, tokens ?? tokenize(text));
}
