import { classAt, isLetter, isUpperAt } from './characters.ts';
import { DOT } from './signs.ts';

/** Words that begin sentences far more often than they go on a name. */
const STARTERS = new Set(
  'The This That These Those He She It We They I You His Her Its Our Their My Your There Here But And Or So Yet If When While As In On At By For From After Before Since Until With Without However Meanwhile Then Now Today Yesterday Also Although Though Because Both Each Some Many Most All Another Other Such What Who Why How Where Not No Yes A An According Earlier Later Last During Under Over Despite Nor'.split(
    ' ',
  ),
);
const LONGEST = Math.max(...[...STARTERS].map((word) => word.length));

/** Whether the word at `at` begins a new sentence for sure, and is not the next part of a name. */
export function startsSentence(text: string, at: number): boolean {
  let end = at;
  while (end <= at + LONGEST && isLetter(classAt(text, end))) end++;
  // "A. I. Lebed": an initial is no word.
  if (end === at + 1 && text.charCodeAt(end) === DOT) return false;
  return STARTERS.has(text.slice(at, end));
}

/**
 * Whether the `I` at `at`, with a full stop behind it, is an initial ("I. M. Pei", "A. I. Kuprin") and no pronoun or
 * number; `next` is where the next word begins.
 */
export function isInitialI(text: string, at: number, next: number): boolean {
  const followed = isUpperAt(text, next) && text.charCodeAt(next + 1) === DOT;
  return followed || (text.charCodeAt(at - 2) === DOT && isUpperAt(text, at - 3) && !isUpperAt(text, at - 4));
}
