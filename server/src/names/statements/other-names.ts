import { closes, lowerAt, mentionFrom, type Named, type Sentence, wordAt } from './reading.ts';
import type { Statement } from './types.ts';

/** What introduces another name; those of old ones first. */
const PHRASES: readonly (readonly [kind: 'former-name' | 'alias', words: readonly string[]])[] = [
  ['former-name', ['formerly', 'known', 'as']],
  ['former-name', ['previously', 'known', 'as']],
  ['former-name', ['originally', 'known', 'as']],
  ['former-name', ['once', 'known', 'as']],
  ['former-name', ['formerly', 'called']],
  ['former-name', ['previously', 'called']],
  ['former-name', ['originally', 'called']],
  ['former-name', ['formerly']],
  ['former-name', ['previously']],
  ['former-name', ['née']],
  ['alias', ['also', 'known', 'as']],
  ['alias', ['better', 'known', 'as']],
  ['alias', ['commonly', 'known', 'as']],
  ['alias', ['popularly', 'known', 'as']],
  ['alias', ['widely', 'known', 'as']],
  ['alias', ['also', 'called']],
  ['alias', ['aka']],
  ['alias', ['a.k.a.']],
];

/** "X, formerly Y,", "X (also known as Y)" */
export function otherName(sentence: Sentence, named: Named): Statement | undefined {
  const opens = wordAt(sentence, named.next);
  if (opens !== ',' && opens !== '(') return undefined;
  const begin = named.next + 1;
  const phrase = PHRASES.find(([, words]) => words.every((word, i) => lowerAt(sentence, begin + i) === word));
  if (phrase === undefined) return undefined;
  const [kind, words] = phrase;
  let at = begin + words.length;
  if (lowerAt(sentence, at) === 'the') at++;
  const isQuoted = QUOTES.has(wordAt(sentence, at));
  const other = mentionFrom(sentence, isQuoted ? at + 1 : at);
  if (other === undefined || other.type !== named.type) return undefined;
  if (!isQuoted && !closes(sentence, other.next)) return undefined;
  return {
    kind,
    subject: { start: named.start, end: named.end },
    value: { start: other.start, end: other.end },
  };
}

const QUOTES: ReadonlySet<string> = new Set(['“', '"', '‘', '«', '„', "'"]);
