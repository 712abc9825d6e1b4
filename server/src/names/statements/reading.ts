import type { Span } from '../../text/span.ts';
import type { Token } from '../../text/tokens.ts';
import type { Mention } from '../types.ts';

/** A sentence by its tokens, and what is named in it. */
export interface Sentence {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Tokens of the sentence: from `first` to before `end`. */
  readonly first: number;
  readonly end: number;
  readonly mentions: readonly Named[];
}

/** A mention with its tokens, from `first` to before `next`. */
export interface Named extends Mention {
  readonly first: number;
  readonly next: number;
}

/** The words of a token; '' outside of the sentence. */
export function wordAt({ text, tokens, first, end }: Sentence, at: number): string {
  if (at < first || at >= end) return '';
  const token = tokens[at] as Token;
  return text.slice(token.start, token.end);
}

export function lowerAt(sentence: Sentence, at: number): string {
  return wordAt(sentence, at).toLowerCase();
}

export function isWordAt({ tokens, first, end }: Sentence, at: number): boolean {
  return at >= first && at < end && tokens[at]?.kind === 'word';
}

/** From the beginning of one token to the end of another, `next` excluded. */
export function spanOf({ tokens }: Sentence, first: number, next: number): Span {
  return { start: (tokens[first] as Token).start, end: (tokens[next - 1] as Token).end };
}

export function mentionFrom(sentence: Sentence, at: number): Named | undefined {
  return sentence.mentions.find(({ first }) => first === at);
}

export function mentionUpTo(sentence: Sentence, at: number): Named | undefined {
  return sentence.mentions.find(({ next }) => next === at);
}

export function isCapital(word: string): boolean {
  const first = word.charAt(0);
  return first !== first.toLowerCase();
}

/** A comma, or what closes a sentence or a bracket. */
export function closes(sentence: Sentence, at: number): boolean {
  return at >= sentence.end || CLOSING.has(wordAt(sentence, at));
}

const CLOSING = new Set([',', '.', ';', ':', '!', '?', ')', '—', '–', '."', '.”', ',"', ',”', '”', '"']);
