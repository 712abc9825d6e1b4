import { follows, type Reading, textAt, wordAt } from '../text/reading.ts';
import type { Token } from '../text/tokens.ts';
import { adjoins, isCapital, isYear, type Range, wordsOf } from './capitals.ts';
import { DISASTERS, KINDS_OF_DISASTER } from './event-words.ts';

/** The event that begins with a number: "9/11 attacks", "2004 Indian Ocean tsunami". */
export function numberedEvent(reading: Reading, index: number): Range | undefined {
  const token = reading.tokens[index] as Token;
  if (token.end - token.start !== 4) return undefined;
  return textAt(reading, index) === '9/11' ? attacks(reading, index, index) : ofYear(reading, index);
}

/** Where the day may begin of an event that is known by it. */
export const DAYS: readonly string[] = ['september', 'sept', 'sept.'];

const SEPTEMBER = wordsOf(DAYS.join(' '));
const THE = wordsOf('the');
const TERROR = wordsOf('terrorist terror suicide hijacking al-qaida al-qaeda');
const ATTACKS = wordsOf('attacks');
const DISASTER_WORDS = wordsOf(DISASTERS);
const KINDS = wordsOf(KINDS_OF_DISASTER);
const AND = wordsOf('and');

/** "September 11th, 2001, terror attacks". */
export function septemberAttacks(reading: Reading, month: number): Range | undefined {
  let at = month + 1;
  if (wordAt(reading, month, SEPTEMBER) === 0) return undefined;
  if (textAt(reading, at) !== '11' || !adjoins(reading, month)) return undefined;
  if (textAt(reading, at + 1) === 'th' && follows(reading, at, 0)) at++;
  const year = textAt(reading, at + 1) === ',' ? at + 2 : at + 1;
  if (textAt(reading, year) === '2001') at = textAt(reading, year + 1) === ',' ? year + 1 : year;
  return attacks(reading, month, at);
}

/** The range from `first`, if attacks follow `date`, the last token of the day. */
function attacks(reading: Reading, first: number, date: number): Range | undefined {
  let at = date + 1;
  if (!adjoins(reading, date)) return undefined;
  if (wordAt(reading, at, TERROR) > 0) at++;
  return wordAt(reading, at, ATTACKS) > 0 ? { first, last: at } : undefined;
}

/** "the | 2001 Italian general election": without the article the year only says when. */
function ofYear(reading: Reading, year: number): Range | undefined {
  let at = year + 1;
  if (!isCapital(reading, at) || wordAt(reading, year - 1, THE) === 0 || !isYear(reading, year)) return undefined;
  while (at - year < MOST_WORDS && isCapital(reading, at) && adjoins(reading, at - 1)) at++;
  while (at - year < MOST_WORDS && wordAt(reading, at, KINDS) > 0 && adjoins(reading, at - 1)) at++;
  if (wordAt(reading, at, DISASTER_WORDS) === 0 || !adjoins(reading, at - 1)) return undefined;
  const both = wordAt(reading, at + 1, AND) > 0 && wordAt(reading, at + 2, DISASTER_WORDS) > 0;
  return { first: year, last: both ? at + 2 : at };
}

const MOST_WORDS = 8;
