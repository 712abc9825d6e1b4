import { classAt, isBlank, UPPER } from '../../text/characters.ts';
import type { Mention } from '../types.ts';
import { COMMA } from './scene.ts';
import {
  CAPITAL,
  DETERMINER,
  GRAMMAR,
  HONORIFIC,
  JOINT,
  LEADS,
  NOUNS,
  PERSON,
  PLACE,
  PREPOSITION,
  PRONOUN,
  RELATION,
  RELATIVE,
  THING,
  TIME,
  VERB,
  WORK,
} from './words.ts';

/**
 * Whether a look at the signs and words beside a name is worth while. Most names have none of those that may say something, and
 * this is told from a few letters, without tokens.
 */

/** Whether a sign stands behind the name that may lead on to what it is. */
export function hasWordsBehind(text: string, { end }: Mention): boolean {
  const first = text.charCodeAt(end);
  if (first !== COMMA) return isBlank(first) && text.charCodeAt(behindBlanks(text, end)) === BRACKET;
  const begin = behindBlanks(text, end + 1);
  let behind = begin;
  while (behind - begin < LONGEST_WORD && isPlain(text.charCodeAt(behind))) behind++;
  // ", or WHO,"
  if (behind - begin === 2 && text.startsWith('or', begin)) return true;
  // "the owner", "chief executive", "Microsoft's", "formerly"
  if (classAt(text, begin) === UPPER) return true;
  return (GRAMMAR.get(text, begin, behind) & LEADS_OFF) === 0;
}

/** Whether a word stands before the name that may say what it is, or a comma with a sign behind the name. */
export function hasWordsBefore(text: string, { start, end: behind, type }: Mention): boolean {
  let end = start;
  while (end > 0 && start - end < MOST_BLANKS && isBeforeName(text.charCodeAt(end - 1))) end--;
  if (end === start) return false;
  const sign = text.charCodeAt(end - 1);
  if (sign === COMMA) return (type === 'person' || type === 'place') && !isLetterOrBlank(text.charCodeAt(behind));
  if (sign === STOP) end--;
  const begin = wordStart(text, end);
  const noun = NOUNS.get(text, begin, end);
  if (type === 'person') {
    if ((noun & PERSON) !== 0 || LEADS.get(text, begin, end) > 1) return true;
    return (noun & HONORIFIC) !== 0 ? end - begin > LONGEST_SHORT : isJoined(text, begin, end);
  }
  if ((noun & KINDS) !== 0) return true;
  if (LEADS.get(text, begin, end) !== 1) return false;
  const before = begin - 1;
  return (NOUNS.get(text, wordStart(text, before), before) & KINDS) !== 0;
}

const KINDS = THING | PLACE | WORK | CAPITAL | RELATION;
/** What stands behind a comma and leads to something else: "X, who", "X, and", "X, in". */
const LEADS_OFF = PREPOSITION | RELATIVE | VERB | JOINT | PRONOUN | TIME | DETERMINER;
/** Code units. */
const MOST_BLANKS = 3;
const LONGEST_WORD = 32;
/** "Mr", "Mrs": no office stands before them. */
const LONGEST_SHORT = 4;
const BRACKET = 0x28;
const STOP = 0x2e;

function behindBlanks(text: string, from: number): number {
  let at = from;
  while (at < from + MOST_BLANKS && isBlank(text.charCodeAt(at))) at++;
  return at;
}

function wordStart(text: string, end: number): number {
  let begin = end;
  while (begin > 0 && end - begin < LONGEST_WORD && !isBlank(text.charCodeAt(begin - 1))) begin--;
  return begin;
}

/** Blanks, and quotation marks that open: 'the film "Titanic"'. */
function isBeforeName(code: number): boolean {
  return code === 0x20 || code === 0x22 || code === 0x27 || code === 0x201c || code === 0x2018 || isBlank(code);
}

function isPlain(code: number): boolean {
  return code >= 0x61 && code <= 0x7a;
}

function isLetterOrBlank(code: number): boolean {
  return isPlain(code) || code === 0x20;
}

function isJoined(text: string, begin: number, end: number): boolean {
  for (let at = begin; at < end; at++) if (text.charCodeAt(at) === 0x2d) return true;
  return false;
}
