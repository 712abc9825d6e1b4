import { classAt, LOWER, UPPER } from '../../text/characters.ts';
import { type Reading, textAt, wordAt } from '../../text/reading.ts';
import type { Span } from '../../text/span.ts';
import type { Token } from '../../text/tokens.ts';
import type { Mention } from '../types.ts';
import { ARTICLE, GRAMMAR, HONORIFIC, JOINT, NOUNS, OTHER, PREPOSITION, RELATIVE } from './words.ts';

/** A mention by its tokens. */
export interface Name {
  readonly mention: Mention;
  readonly first: number;
  readonly last: number;
}

/** A text with its tokens and mentions, as the rules here read it: by token index, and past either end without care. */
export interface Scene extends Reading {
  /** In order, without overlaps. */
  readonly mentions: readonly Mention[];
}

/** The name that a token is a part of. Names whose ends are no ends of tokens are none here. */
export function nameAt({ tokens, mentions }: Scene, index: number): Name | undefined {
  const token = tokens[index];
  if (token === undefined) return undefined;
  let [low, high] = [0, mentions.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle] as Mention).end <= token.start) low = middle + 1;
    else high = middle;
  }
  const mention = mentions[low];
  if (mention === undefined || mention.start > token.start) return undefined;
  let first = index;
  while ((tokens[first - 1]?.start ?? -1) >= mention.start) first--;
  let last = index;
  while ((tokens[last + 1]?.end ?? mention.end + 1) <= mention.end) last++;
  const isWhole = tokens[first]?.start === mention.start && tokens[last]?.end === mention.end;
  return isWhole ? { mention, first, last } : undefined;
}

/** The name of a mention, which begins with token `from` or behind it. */
export function nameOf(scene: Scene, mention: Mention, from: number): Name | undefined {
  const { tokens } = scene;
  // The next one is mostly near.
  let step = 8;
  let high = from + step;
  while (high < tokens.length && (tokens[high] as Token).start < mention.start) high += step *= 2;
  let low = Math.max(from, high - step);
  high = Math.min(high, tokens.length);
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle] as Token).start < mention.start) low = middle + 1;
    else high = middle;
  }
  const first = low;
  let last = first;
  while ((tokens[last + 1]?.end ?? mention.end + 1) <= mention.end) last++;
  const isWhole = tokens[first]?.start === mention.start && tokens[last]?.end === mention.end;
  return isWhole ? { mention, first, last } : undefined;
}

/** The name that begins with this token. */
export function nameFrom(scene: Scene, index: number): Name | undefined {
  const name = nameAt(scene, index);
  return name?.first === index ? name : undefined;
}

export function nounAt(scene: Scene, index: number): number {
  return wordAt(scene, index, NOUNS);
}

export function grammarAt(scene: Scene, index: number): number {
  return wordAt(scene, index, GRAMMAR);
}

/** The code unit of a token that is one sign; 0 for all others. */
export function signAt({ text, tokens }: Reading, index: number): number {
  const token = tokens[index];
  return token !== undefined && token.end - token.start === 1 && token.kind === 'punctuation'
    ? text.charCodeAt(token.start)
    : 0;
}

export function isPossessive(scene: Scene, index: number): boolean {
  const token = scene.tokens[index];
  if (token === undefined) return false;
  const written = scene.text.charCodeAt(token.start);
  if (written !== 0x27 && written !== 0x2019) return false;
  return token.end - token.start === 1 ? isBehindS(scene, token) : /^['’][sS]$/.test(textAt(scene, index));
}

/** "the Netherlands’ prime minister": an apostrophe that adjoins an s. */
function isBehindS({ text }: Reading, { start }: Token): boolean {
  return text.charAt(start - 1) === 's' && /^\s/.test(text.charAt(start + 1));
}

/** Whether a word stands there that begins with a small letter. */
export function isSmall(scene: Scene, index: number): boolean {
  const token = scene.tokens[index];
  return token !== undefined && token.kind === 'word' && classAt(scene.text, token.start) === LOWER;
}

export function isCapital(scene: Scene, index: number): boolean {
  const token = scene.tokens[index];
  return token !== undefined && token.kind === 'word' && classAt(scene.text, token.start) === UPPER;
}

/** Whether nothing but blanks, at most one line end, stands between two neighbouring tokens. */
export function adjoins({ text, tokens }: Reading, index: number): boolean {
  const token = tokens[index];
  const next = tokens[index + 1];
  if (token === undefined || next === undefined) return false;
  if (next.start - token.end <= 1) return true;
  if (next.start - token.end > MOST_BLANKS) return false;
  let lines = 0;
  for (let at = token.end; at < next.start; at++) if (text.charCodeAt(at) === LINE_FEED) lines++;
  return lines <= 1;
}

/** Code units. */
const MOST_BLANKS = 3;
const LINE_FEED = 0x0a;

/** "U.S.|-|based" */
export function isHyphen({ text, tokens }: Scene, index: number): boolean {
  const token = tokens[index];
  const next = tokens[index + 1];
  const before = tokens[index - 1];
  if (token === undefined || text.charCodeAt(token.start) !== 0x2d) return false;
  return token.end - token.start === 1 && next?.start === token.end && before?.end === token.start;
}

/** Whether a sentence, a clause or a remark ends before this token: a sign, or the end of the text. */
export function closes(scene: Scene, index: number): boolean {
  const token = scene.tokens[index];
  if (token === undefined) return true;
  if (token.kind !== 'punctuation') return false;
  return CLOSING.includes(scene.text.charAt(token.start)) && !isHyphen(scene, index) && !isOpening(scene, index);
}

const CLOSING = ',.;:!?()-–—…"”';

/** A quotation mark that opens: of what it quotes nothing has been read. */
function isOpening({ text, tokens }: Scene, index: number): boolean {
  const token = tokens[index] as Token;
  const code = text.charCodeAt(token.start);
  return (code === 0x22 || code === 0x201d) && (tokens[index - 1]?.end ?? -1) < token.start;
}

/** The code units from one token to another, both included. */
export function spanOf({ tokens }: Reading, first: number, last: number): Span {
  return { start: (tokens[first] as Token).start, end: (tokens[last] as Token).end };
}

export function isArticle(scene: Scene, index: number): boolean {
  return (grammarAt(scene, index) & ARTICLE) !== 0;
}

export function isJoint(scene: Scene, index: number): boolean {
  return (grammarAt(scene, index) & JOINT) !== 0;
}

/**
 * Whether the name is all that stands between the beginning of its sentence and what follows, but for an article and
 * titles.
 */
export function opensSentence(scene: Scene, first: number): boolean {
  let at = first - 1;
  while (at >= 0 && (isArticle(scene, at) || (nounAt(scene, at) & HONORIFIC) !== 0)) at--;
  return at < 0 || isSentenceEnd(scene, at);
}

/** Whether the sentence begins with words that a comma must part from what follows: "In Paris, the mayor said". */
export function isIntroduced(scene: Scene, first: number): boolean {
  let opener = -1;
  for (let at = first - 1; at >= 0 && first - at <= MOST_BEFORE; at--) {
    if (isSentenceEnd(scene, at)) break;
    if (signAt(scene, at) === COMMA) return false;
    opener = at;
  }
  return opener >= 0 && (grammarAt(scene, opener) & (PREPOSITION | OTHER | RELATIVE)) !== 0;
}

/** Tokens. */
const MOST_BEFORE = 24;
export const COMMA = 0x2c;

/** Signs, and words such as "U.S." do not end a sentence here: who asks wants to know where one may begin. */
function isSentenceEnd(scene: Scene, index: number): boolean {
  const sign = signAt(scene, index);
  return sign !== 0 && '.!?;:"“”'.includes(String.fromCharCode(sign));
}
