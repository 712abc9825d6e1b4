import { textAt, wordAt } from '../../text/reading.ts';
import {
  adjoins,
  COMMA,
  closes,
  grammarAt,
  isArticle,
  isCapital,
  isHyphen,
  isPossessive,
  isSmall,
  nameAt,
  nameFrom,
  nounAt,
  type Scene,
  signAt,
} from './scene.ts';
import {
  ARTICLE,
  BESIDE,
  CAPITAL,
  DETERMINER,
  JOINT,
  NO_PERSONS,
  OFFICE,
  OTHER,
  PERSON,
  PLACE,
  PLURAL,
  PREPOSITION,
  PRONOUN,
  RELATION,
  RELATIVE,
  THING,
  TIME,
  VERB,
  WORK,
} from './words.ts';

/** A noun that says what something is, with the words before it. By token. */
export interface Head {
  readonly index: number;
  /** Its flags, of `words.ts`. */
  readonly noun: number;
  /** The words between the beginning of the phrase and the noun. */
  readonly modifiers: number;
}

/** Words before a noun. */
const MOST_MODIFIERS = 9;

/** The noun of the phrase whose first word behind its article stands at `from`; `persons`: also one that only looks like it. */
export function headFrom(scene: Scene, from: number, persons: boolean): Head | undefined {
  let found: Head | undefined;
  for (let at = from; at - from <= MOST_MODIFIERS; at++) {
    if (at > from && !adjoins(scene, at - 1)) break;
    const name = nameAt(scene, at);
    if (name !== undefined) {
      // A name behind the noun is another one: "the singer Bono".
      if (found !== undefined) return undefined;
      at = name.last;
      continue;
    }
    if (isHyphen(scene, at)) continue;
    const token = scene.tokens[at];
    if (token === undefined || (token.kind !== 'word' && token.kind !== 'number')) break;
    if (isPossessive(scene, at)) {
      found = undefined;
      continue;
    }
    if (isStop(scene, at) && !(isJoint(scene, at) && isInside(scene, at))) break;
    const noun = nounAt(scene, at) || (persons && isSmall(scene, at) && looksLikePerson(scene, at) ? PERSON : 0);
    const isNoun = (noun & KINDS) !== 0;
    if (isNoun) found = { index: at, noun, modifiers: at - from };
    // "a reporter | working for": what is no noun goes on before one, or begins something else.
    else if (found?.index === at - 1 && isParticiple(scene, at)) break;
    else found = undefined;
  }
  return found;
}

const KINDS = PERSON | THING | PLACE | WORK | CAPITAL | RELATION;

function isJoint(scene: Scene, index: number): boolean {
  return (grammarAt(scene, index) & JOINT) !== 0;
}

/** "the political and military leader", but "the leader and his men", "the leader and said". */
function isInside(scene: Scene, index: number): boolean {
  return textAt(scene, index) === 'and' && isSmall(scene, index + 1) && grammarAt(scene, index + 1) === 0;
}

/** Words of grammar, which no noun has before it but at the beginning of its phrase. */
export function isStop(scene: Scene, index: number): boolean {
  const word = grammarAt(scene, index);
  if ((word & (PREPOSITION | RELATIVE | VERB | ARTICLE | JOINT | PRONOUN | TIME)) !== 0) return true;
  return (word & OTHER) !== 0 && !/^(?:very|well|once|then|now|long)$/.test(textAt(scene, index));
}

export function isParticiple(scene: Scene, index: number): boolean {
  return isSmall(scene, index) && /.(?:ed|ing)$/.test(textAt(scene, index));
}

/** "a climatologist", "a businesswoman", "a hairdresser". */
function looksLikePerson(scene: Scene, index: number): boolean {
  return wordAt(scene, index, NO_PERSONS) === 0 && /...(?:ist|man|woman|er|or|ian|eer)$/.test(textAt(scene, index));
}

/** Whether a noun may be said of a name of this type. */
export function suits(noun: number, type: string): boolean {
  if (type === 'person') return (noun & (PERSON | RELATION)) !== 0;
  if (type === 'place') return (noun & (PLACE | CAPITAL)) !== 0;
  if (type === 'work') return (noun & (WORK | RELATION)) !== 0;
  if (type === 'organization' || type === 'product') return (noun & (THING | RELATION)) !== 0;
  return type === 'group' && (noun & THING) !== 0;
}

/** How what stands behind a noun belongs to it. */
export interface Rest {
  /** The last token of the phrase. */
  readonly last: number;
  /** Whether a sign or the end of the text stands behind it. */
  readonly closed: boolean;
}

/** Tokens behind the noun. */
const MOST_BEHIND = 16;

/**
 * What a phrase whose noun stands at `head` has behind it: prepositions and what hangs on them, up to the sign that closes it, or to
 * a clause ("who …") or a verb where that cuts nothing off; undefined where its end cannot be told.
 */
export function restOf(scene: Scene, head: number): Rest | undefined {
  let at = head + 1;
  if (closes(scene, at)) return { last: head, closed: true };
  if ((grammarAt(scene, at) & PREPOSITION) === 0) return { last: head, closed: false };
  for (; at - head <= MOST_BEHIND; at++) {
    if (closes(scene, at)) return { last: at - 1, closed: true };
    const name = nameFrom(scene, at);
    if (name !== undefined) {
      at = name.last;
      if (breaksOff(scene, at + 1)) return { last: at, closed: false };
      continue;
    }
    if (isHyphen(scene, at)) continue;
    const { kind } = scene.tokens[at] ?? {};
    if (kind !== 'word' && kind !== 'number') return undefined;
    const word = grammarAt(scene, at);
    if ((word & (RELATIVE | VERB | PRONOUN | TIME | OTHER)) !== 0) return undefined;
    if (isSmall(scene, at)) {
      const written = textAt(scene, at);
      // "to win", "the leader of a group fighting for", "a group accused of"
      if (written === 'to' && !isNounStart(scene, at + 1)) return undefined;
      if (isParticiple(scene, at) && !isModifier(scene, at)) return undefined;
    }
  }
  return undefined;
}

/** A verb or a clause: behind a name it cuts nothing off. */
function breaksOff(scene: Scene, index: number): boolean {
  if ((grammarAt(scene, index) & (RELATIVE | VERB)) !== 0) return true;
  return isSmall(scene, index) && /[a-z]ed$/.test(textAt(scene, index));
}

function isNounStart(scene: Scene, index: number): boolean {
  return isArticle(scene, index) || isCapital(scene, index) || (grammarAt(scene, index) & DETERMINER) !== 0;
}

/** "the banned group", "the department of housing". */
function isModifier(scene: Scene, index: number): boolean {
  if (isHyphen(scene, index - 1)) return true;
  const before = grammarAt(scene, index - 1);
  if ((before & (ARTICLE | DETERMINER | JOINT)) !== 0 || isPossessive(scene, index - 1)) return true;
  return (before & PREPOSITION) !== 0 && !isNounStart(scene, index + 1);
}

/**
 * Whether what stands behind the comma at `comma` makes a row of the phrase before it ("Tom Doe, the mayor of Rome, and Jane Roe", "the
 * minister of trade, industry and energy").
 */
export function isRow(scene: Scene, comma: number): boolean {
  const at = comma + 1;
  if (signAt(scene, comma) !== COMMA) return isJoint(scene, comma);
  if (isJoint(scene, at))
    return (grammarAt(scene, at + 1) & (VERB | RELATIVE)) === 0 || nameAt(scene, at + 1) !== undefined;
  if (nameAt(scene, at) !== undefined || (isCapital(scene, at) && grammarAt(scene, at) === 0)) return true;
  for (let next = at; next < at + 4; next++) {
    if (isJoint(scene, next)) return true;
    if (closes(scene, next) || (isStop(scene, next) && !(next === at && isArticle(scene, next)))) return false;
  }
  return false;
}

/** Whether a noun names an office, or a word that stands beside one. */
export function isOfficeWord(noun: number): boolean {
  return (noun & (OFFICE | BESIDE)) !== 0;
}

export function isPlural(noun: number): boolean {
  return (noun & PLURAL) !== 0;
}
