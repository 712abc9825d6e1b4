import { classAt, LOWER } from '../../../text/characters.ts';
import type { MatchView } from '../../language.ts';

/** What English asks of the words around a match before it believes it: what several guards share. A guard is true where the match stands. */

export const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

export const ARTICLES = set('a an the');

/** The sign right behind a match and the first character of what follows it. */
export function behind(match: MatchView): string {
  return match.characterAfter + match.after(2).charAt(0);
}

/** A sentence, clause or quotation ends behind it: “two years before.”, not “two years before the war”. */
export function closesThought(match: MatchView): boolean {
  const next = match.after(1);
  return (
    next === '' ||
    /^[^\p{L}\p{N}]/u.test(next) ||
    /^(?:and|or|but|in|at|by|to|with|when|because|as|is|was|were|had|has|from)$/.test(next)
  );
}

/** What begins a new part of the sentence: “on the 20th the ship sank”. */
export const SUBJECTS = set(
  'the a an he she it they we this that these those his her its their another both all there',
);

/** “At that time the king slept”, not “at the time the king slept”, which says when by what it tells. */
export function isTimeOfPast(match: MatchView): boolean {
  return closesThought(match) || (!/^the/i.test(match.written) && SUBJECTS.has(match.after(1)));
}

/** “the Sunday Times” is a paper, “May not” a verb: nothing of the kind is a time. */
export function isPaper(match: MatchView): boolean {
  const [first = '', second = ''] = match.written.split(/\s+/);
  if (/^(?:May|March)$/.test(first)) return match.startsSentence;
  if (/day$/.test(first) && /^[A-Z]/.test(second)) return match.written.split(/\s+/).length === 2;
  return (
    !/day$/i.test(first) ||
    first.toLowerCase() === 'day' ||
    first.toLowerCase() === 'big' ||
    /^(?:one|every)$/i.test(first)
  );
}

/** Whether a noun seems to follow: “the past president”. */
export function isNoun(match: MatchView): boolean {
  const next = match.after(1);
  if (next === '' || classAt(next, 0) !== LOWER) return false;
  return !/^(?:and|or|but|in|at|by|to|with|when|because|as|is|was|were|had|has|have|from|that|for|on|who|it|he|she|they|we|i|a|an|the|not|will|would|could|can|of)$/.test(
    next,
  );
}

/** “On 5 May and after a while”, “in 2007 and later moved”: the words behind the bound are what it speaks of. */
export function opensOn(match: MatchView): boolean {
  return /\b(?:and|or) (?:after|before|later|earlier)$/i.test(match.written) && /^[\p{L}\p{N}]/u.test(match.after(1));
}
