import { isCapital, isWordAt, lowerAt, type Named, type Sentence, spanOf, wordAt } from './reading.ts';
import type { Statement } from './types.ts';
import { SILENT } from './words.ts';

/** Words of the longest name that is abbreviated. */
const MOST = 10;

/** "World Health Organization (WHO)", "initial public offering (IPO)", "IPO (initial public offering)" */
export function abbreviations(sentence: Sentence): Statement[] {
  const found: Statement[] = [];
  for (let at = sentence.first + 1; at < sentence.end - 1; at++) {
    if (wordAt(sentence, at) !== '(') continue;
    const statement = shortInside(sentence, at) ?? longInside(sentence, at);
    if (statement !== undefined) found.push(statement);
  }
  return found;
}

function shortInside(sentence: Sentence, open: number): Statement | undefined {
  const short = lettersOf(wordAt(sentence, open + 1));
  if (short === undefined || wordAt(sentence, open + 2) !== ')') return undefined;
  const begin = longBefore(sentence, open, short);
  if (begin === undefined) return undefined;
  return {
    kind: 'abbreviation',
    subject: subjectOf(sentence, begin, open),
    value: spanOf(sentence, open + 1, open + 2),
  };
}

function longInside(sentence: Sentence, open: number): Statement | undefined {
  const short = lettersOf(wordAt(sentence, open - 1));
  if (short === undefined) return undefined;
  let close = open + 1;
  while (close < sentence.end && close - open <= MOST + 1 && wordAt(sentence, close) !== ')') close++;
  if (wordAt(sentence, close) !== ')') return undefined;
  const begin = longBefore(sentence, close, short);
  if (begin === undefined || begin !== skipArticle(sentence, open + 1)) return undefined;
  return { kind: 'abbreviation', subject: spanOf(sentence, begin, close), value: spanOf(sentence, open - 1, open) };
}

function skipArticle(sentence: Sentence, at: number): number {
  return lowerAt(sentence, at) === 'the' ? at + 1 : at;
}

/** The mention that the long form is, or the words themselves. */
function subjectOf(sentence: Sentence, begin: number, end: number): { start: number; end: number } {
  const words = spanOf(sentence, begin, end);
  const named = sentence.mentions.find(
    (mention: Named) => mention.next === end && Math.abs(mention.first - begin) <= 1,
  );
  return named === undefined ? words : { start: named.start, end: named.end };
}

/** The letters of a word that looks like an abbreviation: two to eight capitals, full stops or an s between or behind them. */
function lettersOf(word: string): string | undefined {
  const letters = word.replace(/\./g, '').replace(/s$/, '');
  return /^\p{Lu}[\p{Lu}\p{N}&-]{1,7}$/u.test(letters) ? letters.replace(/[&-]/g, '') : undefined;
}

/**
 * Where the words begin whose first letters, up to a token, are these: each word gives one, the parts of compounds may,
 * small linking words need not.
 */
function longBefore(sentence: Sentence, end: number, short: string): number | undefined {
  let left = short.toUpperCase();
  let at = end - 1;
  let begin: number | undefined;
  for (; at >= sentence.first && end - at <= MOST && left !== ''; at--) {
    if (!isWordAt(sentence, at)) return undefined;
    const word = wordAt(sentence, at);
    const own = initialsOf(word);
    const last = left.charAt(left.length - 1);
    if (left.endsWith(own)) left = left.slice(0, -own.length);
    else if (own.charAt(0) === last) left = left.slice(0, -1);
    else if (!SILENT.has(word.toLowerCase())) return undefined;
    else continue;
    begin = at;
  }
  if (left !== '' || begin === undefined) return undefined;
  const isOne = end - begin < 2 && !wordAt(sentence, begin).includes('-');
  // What is abbreviated begins with a name or is a term; a sentence's first words in small letters are chance.
  return isOne || (!isCapital(wordAt(sentence, begin)) && short.length < 3) ? undefined : begin;
}

function initialsOf(word: string): string {
  return word
    .split('-')
    .map((part) => part.charAt(0).toUpperCase())
    .join('');
}
