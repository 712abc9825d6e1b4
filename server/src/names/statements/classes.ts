import { textAt, wordAt } from '../../text/reading.ts';
import { wordsOf } from '../capitals.ts';
import { beginBefore } from './begin.ts';
import { isPlural } from './phrase.ts';
import {
  adjoins,
  COMMA,
  closes,
  grammarAt,
  isArticle,
  isJoint,
  isSmall,
  type Name,
  nameAt,
  nameFrom,
  nounAt,
  type Scene,
  signAt,
  spanOf,
} from './scene.ts';
import type { Statement } from './types.ts';
import { CAPITAL, LEADS, PLACE, THING, WORK } from './words.ts';

/**
 * What sort of thing names are, by the words directly before them: "ride-hailing platform Didi", "truck-hailing platforms X and Y", "the
 * southern city of Basra".
 */
export function classBefore(scene: Scene, subject: Name): Statement[] {
  const { type } = subject.mention;
  if (type === 'person' || type === 'group') return [];
  let noun = subject.first - 1;
  if (isQuote(scene, noun)) noun--;
  else if (!adjoins(scene, noun)) return [];
  const of = wordAt(scene, noun, LEADS) === 1;
  if (of) noun--;
  if (noun < 0 || nameAt(scene, noun) !== undefined) return [];
  const flags = nounAt(scene, noun);
  const isOf = of && textAt(scene, noun + 1) === 'of';
  if (!fits(flags, type, of) || (isOf && (flags & PLACE) === 0)) return [];
  if (isOf ? isPartOf(scene, noun, subject) : isPartOfPhrase(scene, subject)) return [];
  const beginning = beginBefore(scene, noun);
  if (beginning === undefined || (beginning.cut && beginning.first === noun)) return [];
  const { first } = beginning;
  if (isSpoken(scene, first - 1)) return [];
  // "native to tropical regions of Africa"
  if (isOf && isPlural(flags) && !isArticle(scene, first - 1) && !nameFrom(scene, first)) return [];
  const value = spanOf(scene, first, noun);
  const names = isPlural(flags) ? rowFrom(scene, subject) : [subject];
  if (names.length === 1 && isPlural(flags)) return [];
  return names.map(({ mention }) => ({
    kind: 'class',
    subject: mention,
    value,
    start: value.start,
    end: mention.end,
  }));
}

function fits(noun: number, type: string, of: boolean): boolean {
  if (type === 'place') return (noun & (of ? PLACE : PLACE | CAPITAL)) !== 0;
  if (type === 'work') return (noun & WORK) !== 0;
  if (type === 'organization' || type === 'product') return (noun & THING) !== 0;
  return false;
}

/** "a northern suburb of Paris", "the main city of Kashmir", "the Panjwayi district of Kandahar", "the stronghold of Helmand province" */
function isPartOf(scene: Scene, noun: number, subject: Name): boolean {
  // "the head of state of Ethiopia"
  if (textAt(scene, noun - 1) === 'of') return true;
  if (wordAt(scene, noun, DISTRICTS) > 0 && nameAt(scene, noun - 1)?.mention.type === 'place') return true;
  if ((nounAt(scene, subject.last + 1) & (PLACE | CAPITAL)) !== 0) return true;
  for (let at = noun - 1; noun - at < MOST; at--) {
    if (nameAt(scene, at) !== undefined) continue;
    if (wordAt(scene, at, PARTS_OF) > 0) return true;
    if (isArticle(scene, at) || grammarAt(scene, at) !== 0) return false;
  }
  return false;
}

/** Of these a name with "of" is the whole: "Panjwayi district of Kandahar". */
const DISTRICTS = wordsOf(
  'district county municipality region province neighborhood neighbourhood borough township prefecture canton districts counties regions provinces neighborhoods',
);
const PARTS_OF = wordsOf(
  'a an home chief another each every main largest biggest oldest second major only same whole entire one',
);
/** Words before the noun. */
const MOST = 6;

/** "Russia's giant Yukos oil firm" */
function isPartOfPhrase(scene: Scene, subject: Name): boolean {
  for (let at = subject.last + 1; at <= subject.last + 2 && isSmall(scene, at) && grammarAt(scene, at) === 0; at++) {
    if ((nounAt(scene, at) & (THING | PLACE | WORK | CAPITAL)) !== 0) return true;
  }
  return false;
}

function isQuote(scene: Scene, index: number): boolean {
  return '"“‘\''.includes(String.fromCharCode(signAt(scene, index) || 0x20));
}

/** "told the newspaper Iran would": what is told begins there. */
function isSpoken(scene: Scene, index: number): boolean {
  const verb = isArticle(scene, index) ? index - 1 : index;
  return wordAt(scene, verb, SAYING) > 0;
}

const SAYING = wordsOf('told tells telling asked asks informed warned assured that says said');

/** The names of a row: "X and Y", "X, Y and Z". */
function rowFrom(scene: Scene, subject: Name): Name[] {
  const names = [subject];
  let joined = false;
  for (let name = subject; names.length < MOST_NAMES && !joined; ) {
    let next = name.last + 1;
    if (signAt(scene, next) === COMMA) next++;
    if (isJoint(scene, next)) {
      joined = true;
      next++;
    }
    if (next === name.last + 1) break;
    if (isArticle(scene, next)) next++;
    const other = nameFrom(scene, next);
    if (other === undefined || other.mention.type !== subject.mention.type) return [subject];
    names.push(other);
    name = other;
  }
  const last = names.at(-1) as Name;
  // "the cities of Rome and | Naples province"
  const behind = last.last + 1;
  return joined && (closes(scene, behind) || grammarAt(scene, behind) !== 0) ? names : [subject];
}

const MOST_NAMES = 12;
