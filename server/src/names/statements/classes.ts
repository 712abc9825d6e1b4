import { textAt } from '../../text/reading.ts';
import { beginBefore } from './begin.ts';
import { isPlural } from './phrase.ts';
import {
  adjoins,
  COMMA,
  closes,
  grammarAt,
  isArticle,
  isJoint,
  type Name,
  nameAt,
  nameFrom,
  nounAt,
  type Scene,
  signAt,
  spanOf,
} from './scene.ts';
import type { Statement } from './types.ts';
import { CAPITAL, PERSON, PLACE, THING, WORK } from './words.ts';

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
  const first = beginBefore(scene, noun)?.first ?? -1;
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
