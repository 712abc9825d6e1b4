import { classAt, LOWER, UPPER } from '../../text/characters.ts';
import type { Token } from '../../text/tokens.ts';
import { hashOf } from './hash.ts';
import { readWord } from './letters.ts';
import { caseOf, type Lexicon, wordKey } from './lexicon.ts';
import { markAcronyms, markPhrases, markRuns } from './phrases.ts';
import { markSentences, pieceEnds } from './pieces.ts';
import { ADDRESS, newWords, type WordBuffer, type Words } from './words.ts';

/**
 * @param ends where sentences end, ascending; see {@link pieceEnds}.
 * @param buffer where the words are written; they hold until it is used again. Without one they are new.
 */
export function wordsOf(
  text: string,
  tokens: readonly Token[],
  lexicon: Lexicon,
  ends: readonly number[] = pieceEnds(text),
  buffer?: WordBuffer,
): Words {
  const parts = split(text, tokens, lexicon);
  const count = parts.length / 2;
  const words = buffer?.cleared(count) ?? newWords(count);
  let token = 0;
  for (let i = 0; i < count; i++) {
    words.start[i] = parts[2 * i] as number;
    words.end[i] = parts[2 * i + 1] as number;
    while ((tokens[token] as Token).end < (words.end[i] as number)) token++;
    readWord(text, words, i);
    const { kind } = tokens[token] as Token;
    if (kind === 'url' || kind === 'email' || kind === 'handle') words.style[i] = ADDRESS;
    words.entry[i] = lexicon.words.get(wordKey(words.lower[i] as number), 0);
  }
  markSentences(text, words, ends);
  markPhrases(words, lexicon);
  markRuns(words);
  markAcronyms(text, words);
  return words;
}

const HYPHEN = 0x2d;

/** Starts and ends of words: tokens, but `US-led` is three, since only its first part is a name. */
function split(text: string, tokens: readonly Token[], lexicon: Lexicon): number[] {
  const parts: number[] = [];
  for (const token of tokens) {
    const hyphen = token.kind === 'word' ? hyphenOf(text, token, lexicon) : -1;
    if (hyphen < 0) parts.push(token.start, token.end);
    else parts.push(token.start, hyphen, hyphen, hyphen + 1, hyphen + 1, token.end);
  }
  return parts;
}

/** The last hyphen of a word that begins with a capital and whose last part is a plain English word; -1 for others. */
function hyphenOf(text: string, token: Token, lexicon: Lexicon): number {
  if (token.end - token.start < 5 || classAt(text, token.start) !== UPPER) return -1;
  for (let at = token.end - 3; at > token.start + 1; at--) {
    const code = text.charCodeAt(at);
    if (code !== HYPHEN && code !== 0x2010 && code !== 0x2011) continue;
    // "Chan-ocha" and "Jean-luc" are names: what is glued on must be known.
    if (classAt(text, at + 1) !== LOWER || token.end - at > 16) return -1;
    const use = caseOf(lexicon.words.get(wordKey(hashOf(text.slice(at + 1, token.end))), 0));
    return use === 1 || use === 2 ? at : -1;
  }
  return -1;
}
