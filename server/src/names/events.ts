import { Keywords } from '../text/keywords.ts';
import { follows, type Reading, textAt, wordAt } from '../text/reading.ts';
import type { Token } from '../text/tokens.ts';
import { BEGINNINGS, begunEvent } from './begun-events.ts';
import {
  adjoins,
  beginsSentence,
  endOf,
  goesOn,
  isCapital,
  isDelimited,
  isHeadline,
  isYear,
  nameStart,
  type Range,
  startOf,
  titleEnd,
  wordsOf,
} from './capitals.ts';
import { DAYS, numberedEvent, septemberAttacks } from './dated-events.ts';
import { HEADS, type Head } from './event-words.ts';
import type { Mention } from './types.ts';

/**
 * Events that are certain by their words: wars and battles, revolutions, games and cups, storms, what is known by its
 * day or year. The article is no part of the name; a year is where the event is held again and again.
 */
export function findEvents(reading: Reading): Mention[] {
  const found: Mention[] = [];
  const { tokens } = reading;
  let headline: boolean | undefined;
  let end = 0;
  for (let i = 0; i < tokens.length; i++) {
    let event: Range | undefined;
    if ((tokens[i] as Token).kind === 'number') event = numberedEvent(reading, i);
    else if (isCapital(reading, i) && wordAt(reading, i, TRIGGERS) > 0) {
      event = septemberAttacks(reading, i);
      if (event === undefined) {
        const begun = begunEvent(reading, i);
        event = begun ?? named(reading, i);
        if (event === undefined || isOfAnother(reading, event.first)) continue;
        headline ??= isHeadline(reading);
        if (headline && begun?.sure !== true && !isDelimited(reading, event)) continue;
      }
    }
    if (event === undefined) continue;
    const start = startOf(reading, event.first);
    if (start < end) continue;
    end = endOf(reading, event.last);
    found.push({ start, end, type: 'event', evidence: 'rule', score: 1 });
    i = event.last;
  }
  return found;
}

interface CompiledHead {
  readonly before: Keywords | undefined;
  readonly never: Keywords | undefined;
  readonly people: boolean;
  readonly the: Keywords | undefined;
  readonly of: boolean;
  readonly about: Keywords | undefined;
  readonly bare: boolean;
  readonly alone: boolean;
  readonly unlike: Keywords | undefined;
  readonly least: number;
  readonly year: boolean;
}

const COMPILED = HEADS.map(
  ({ before, never, people, the, bare, alone, of, about, unlike, least, year }: Head): CompiledHead => {
    const set = (list: string | undefined) => (list === undefined ? undefined : wordsOf(list));
    return {
      before: set(before),
      never: set(never),
      people: people === true,
      the: set(the),
      of: of === true,
      about: set(about),
      unlike: set(unlike),
      least: least ?? 1,
      bare: bare === true,
      alone: alone === true,
      year: year === true,
    };
  },
);
const HEAD_WORDS = new Keywords(
  HEADS.flatMap(({ words }, i) => words.split(' ').map((word) => [word, i + 1] as const)),
);
const TRIGGERS = wordsOf([...HEADS.flatMap(({ words }) => words.split(' ')), ...BEGINNINGS, ...DAYS].join(' '));

const OF = wordsOf('of');
const FOR = wordsOf('for');
/** They leave Washington for a summit, but a council for one is no event. */
const BODIES = wordsOf(
  'council committee center centre institute museum foundation association organization organisation commission movement front party society fund memorial',
);
const THE = wordsOf('the');
const COUNTRIES = wordsOf('u.s. us uk u.k.');
/** The event whose name has this word as its kind. */
function named(reading: Reading, head: number): Range | undefined {
  const kind = COMPILED[wordAt(reading, head, HEAD_WORDS) - 1];
  if (kind === undefined) return undefined;
  const last = kind.of ? ofEnd(reading, kind, head) : head;
  if (goesOn(reading, last)) return undefined;
  let first = eventStart(reading, kind, head);
  if (first < head && !fits(reading, kind, first, head)) first = head;
  if (first === head && last === head && !standsBare(reading, kind, head)) return undefined;
  if (kind.year && adjoins(reading, first - 1) && isYear(reading, first - 1)) first--;
  return { first, last };
}

/** Whether the words before make it a name: "Spanish Civil War", "the Civil War", not "Trade War". */
function fits(
  reading: Reading,
  { before, never, people, the, least }: CompiledHead,
  first: number,
  head: number,
): boolean {
  const last = beforeHead(reading, head);
  if (never !== undefined && wordAt(reading, last, never) > 0) return false;
  if (before !== undefined && wordAt(reading, last, before) === 0 && !(people && isPeople(reading, last))) return false;
  if (last - first + 1 < least) return false;
  return last > first || the === undefined || wordAt(reading, last, the) === 0 || wordAt(reading, last - 1, THE) > 0;
}

function standsBare(reading: Reading, { bare, alone }: CompiledHead, head: number): boolean {
  if (!bare || textAt(reading, head + 1) === 'committee') return false;
  return wordAt(reading, head - 1, THE) > 0 || (alone && !isCapital(reading, head - 1));
}

/** "Museum of the Korean War", "Council for the Islamic Revolution": part of a longer name. */
function isOfAnother(reading: Reading, first: number): boolean {
  const the = wordAt(reading, first - 1, THE) > 0 ? 1 : 0;
  const joint = first - 1 - the;
  if (wordAt(reading, joint, FOR) > 0) return isCapital(reading, joint - 1) && wordAt(reading, joint - 1, BODIES) > 0;
  if (wordAt(reading, joint, OF) === 0) return false;
  return isCapital(reading, joint - 1) && !beginsSentence(reading, joint - 1);
}

/** Where the name begins: whose team it is ("U.S. Fed Cup") does not belong to it, but "U.S. Open". */
function eventStart(reading: Reading, { before }: CompiledHead, head: number): number {
  const bare = beforeHead(reading, head) + 1;
  const first = nameStart(reading, bare, before === undefined);
  if (first === bare) return head;
  return first < head - 1 && wordAt(reading, first, COUNTRIES) > 0 ? first + 1 : first;
}

/** The word before, over the apostrophe of the "Hundred Years' War". */
function beforeHead(reading: Reading, head: number): number {
  return /^['’]$/.test(textAt(reading, head - 1)) && follows(reading, head - 2, 0) ? head - 2 : head - 1;
}

/** "Battle | of Hastings", "Summit | of the Americas". */
function ofEnd(reading: Reading, { about, unlike }: CompiledHead, head: number): number {
  const last = titleEnd(reading, head, OF, OF);
  if (last === head) return head;
  if (unlike !== undefined && has(reading, head + 2, last, unlike)) return head;
  return about === undefined || has(reading, head + 2, last, about) ? last : head;
}

function has(reading: Reading, first: number, last: number, words: Keywords): boolean {
  for (let at = first; at <= last; at++) if (wordAt(reading, at, words) > 0) return true;
  return false;
}

/** "Spanish-American", "Russo-Japanese", "Finnish". */
function isPeople(reading: Reading, index: number): boolean {
  return /(?:an|ish|ese|ch|gol|ic)$/.test(textAt(reading, index));
}
