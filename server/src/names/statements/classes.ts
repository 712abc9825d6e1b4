import { textAt } from '../../text/reading.ts';
import { isParticiple, isPlural, isStop } from './phrase.ts';
import {
  adjoins,
  COMMA,
  closes,
  grammarAt,
  isArticle,
  isJoint,
  isPossessive,
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
import {
  CAPITAL,
  DETERMINER,
  JOINT,
  OTHER,
  PERSON,
  PLACE,
  PREPOSITION,
  RELATIVE,
  THING,
  TIME,
  VERB,
  WORK,
} from './words.ts';

/**
 * What sort of thing names are, by the words directly before them: "ride-hailing platform Didi", "truck-hailing platforms X and Y", "the
 * southern city of Basra".
 */
export function classBefore(scene: Scene, subject: Name): Statement[] {
  const { type } = subject.mention;
  if (type === 'person') return [];
  let noun = subject.first - 1;
  if (isQuote(scene, noun)) noun--;
  else if (!adjoins(scene, noun)) return [];
  const of = textAt(scene, noun) === 'of' || /^(?:called|named)$/.test(textAt(scene, noun));
  if (of) noun--;
  if (noun < 0 || nameAt(scene, noun) !== undefined) return [];
  const flags = nounAt(scene, noun);
  if (!fits(flags, type, of) || (of && textAt(scene, noun + 1) === 'of' && (flags & PLACE) === 0)) return [];
  const first = beginOf(scene, noun);
  if (first < 0 || isSpoken(scene, first - 1)) return [];
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
  if (type === 'organization' || type === 'product') return (noun & THING) !== 0 && (noun & PERSON) === 0;
  return type === 'group' && (noun & THING) !== 0;
}

function isQuote(scene: Scene, index: number): boolean {
  return '"“‘\''.includes(String.fromCharCode(signAt(scene, index) || 0x20));
}

/** Words before the noun. */
const MOST = 6;

/**
 * The first word of the class whose noun stands at `noun`: up to an article, or another word that begins such a phrase for
 * sure. Where that cannot be told, as far as words are sure to belong to it. -1 where words that count would be cut off.
 */
function beginOf(scene: Scene, noun: number): number {
  let first = noun;
  let sure = noun;
  let unsure = false;
  for (let at = noun - 1; noun - at <= MOST; at--) {
    const name = nameAt(scene, at);
    if (name !== undefined && adjoins(scene, name.last)) {
      first = name.first;
      if (!unsure) sure = first;
      at = name.first;
      continue;
    }
    if (isPossessive(scene, at)) {
      const owner = nameAt(scene, at - 1);
      // "the country's largest | bank"
      if (owner === undefined) return first === noun ? noun : -1;
      return owner.first;
    }
    const token = scene.tokens[at];
    if (token === undefined || !adjoins(scene, at)) return token === undefined ? first : sure;
    const word = grammarAt(scene, at);
    if (isArticle(scene, at) || (word & DETERMINER) !== 0) return first;
    if (token.kind === 'punctuation') return signAt(scene, at) === COMMA ? sure : first;
    if (token.kind !== 'word') return token.kind === 'number' ? sure : -1;
    if (isStop(scene, at) || (word & OTHER) !== 0) return isClear(word, textAt(scene, at)) ? first : sure;
    first = at;
    if (unsure || !isAdjective(scene, at)) unsure = true;
    else sure = at;
  }
  return sure;
}

/** Whether what stands behind this word begins a phrase with a noun. */
function isClear(word: number, written: string): boolean {
  if ((word & (JOINT | TIME | RELATIVE)) !== 0 || written === 'to') return false;
  return (word & (PREPOSITION | VERB | OTHER)) !== 0 && !/^(?:has|had|have|is|are|was|were|will|would)$/.test(written);
}

/** A word that stands before nouns and hardly does anything else. */
function isAdjective(scene: Scene, index: number): boolean {
  if (!isSmall(scene, index) || isParticiple(scene, index)) return false;
  return /^(?:.{2,}-.{2,}|[a-z]{3,}(?:al|ic|ive|ous|ary|ern|an|ese)|private|public|online|mobile|local|state|news|rebel|militant|terror|terrorist|opposition|ruling|port|holy|oil|gas|energy|insurance|software|internet|technology|tech|media|television|radio|internet|aid|rights|human|trade|labor|car|food|drug|health|video|social|security|resort|border|mining|space|research|political|separatist|market|capital|main|top|major|key|small|big|large|new|old|nearby|neighboring|remote|sacred|rival|sister|parent)$/.test(
    textAt(scene, index),
  );
}

/** "told the newspaper Iran would": what is told begins there. */
function isSpoken(scene: Scene, index: number): boolean {
  const verb = isArticle(scene, index) ? index - 1 : index;
  return /^(?:told|tells|telling|asked|asks|informed|warned|assured|that|says|said)$/.test(textAt(scene, verb));
}

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
