import { textAt, wordAt } from '../../text/reading.ts';
import { isParticiple, isStop } from './phrase.ts';
import {
  adjoins,
  grammarAt,
  isArticle,
  isCapital,
  isHyphen,
  isPossessive,
  isSmall,
  nameAt,
  type Scene,
} from './scene.ts';
import { FRONTS } from './title-lists.ts';
import { DETERMINER, JOINT, MODIFIERS, OTHER, PREPOSITION, RELATIVE, TIME, VERB } from './words.ts';

/** Where the words before a noun begin. By token. */
export interface Beginning {
  readonly first: number;
  /** Whether words were left out that may belong to it. */
  readonly cut: boolean;
}

/** Words before the noun. */
const MOST = 7;

/**
 * The first word of the phrase, without its article, whose noun stands at `noun`: up to an article, or another word that begins such a
 * phrase for sure. Where that cannot be told, as far as words are sure to belong to it. Undefined where what is left would say
 * something else.
 */
export function beginBefore(scene: Scene, noun: number): Beginning | undefined {
  let first = noun;
  let sure = noun;
  let unsure = false;
  let verb = -1;
  let held = false;
  const whole = () => ({ first: verb < 0 ? first : verb + 1, cut: false });
  const safe = () => {
    if (verb >= 0) return whole();
    // "former Democratic | nominee" is none any more.
    return hasFront(scene, first, sure) ? undefined : { first: sure, cut: sure !== first };
  };
  for (let at = noun - 1; noun - at <= MOST; at--) {
    const token = scene.tokens[at];
    if (token === undefined) return whole();
    if (!adjoins(scene, at)) return safe();
    const name = nameAt(scene, at);
    if (name !== undefined) {
      // "the States assassinate | Venezuelan president"
      if (held && unsure && isSmall(scene, first)) return { first: first + 1, cut: false };
      at = first = name.first;
      held = true;
      if (!unsure) sure = first;
      continue;
    }
    if (isHyphen(scene, at)) continue;
    if (isPossessive(scene, at)) {
      const owner = nameAt(scene, at - 1);
      if (owner !== undefined) return { first: owner.first, cut: false };
      // "the country's largest | bank"
      return first === noun ? whole() : undefined;
    }
    const word = grammarAt(scene, at);
    if ((word & DETERMINER) !== 0 || isArticle(scene, at)) {
      // "other organizations quote | agency official"
      if (verb >= 0 && textAt(scene, verb).endsWith('s') && verb + 1 < noun && !isModifier(scene, verb + 1))
        return undefined;
      // "the banned group", "the newly elected president", but "the creditors included | billionaire"
      const isCut = verb > first && /(?:ed|ing)$/.test(textAt(scene, verb)) && !textAt(scene, verb - 1).endsWith('ly');
      return { first: isCut ? verb + 1 : first, cut: false };
    }
    if (token.kind === 'punctuation') return whole();
    if (token.kind === 'number' && scene.tokens[at + 1]?.start === token.end) {
      // "73|-|year-old"
      sure = first = at;
      continue;
    }
    if (token.kind !== 'word') return token.kind === 'number' ? safe() : undefined;
    // "the Rodgers and | Hammerstein musical"
    if ((word & JOINT) !== 0 && nameAt(scene, at + 1) !== undefined && isCapital(scene, at - 1)) return undefined;
    if ((word & OTHER) !== 0 || isStop(scene, at)) return isClear(word, textAt(scene, at)) ? whole() : safe();
    // "quoted | zoo official", "owns | messaging app": but "the banned group".
    if (verb < 0 && isSmall(scene, at) && isVerblike(scene, at) && !isHyphen(scene, at - 1)) verb = at;
    first = at;
    if (unsure || !isModifier(scene, at)) unsure = true;
    else sure = at;
  }
  return safe();
}

function hasFront(scene: Scene, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (wordAt(scene, at, FRONTS) > 0) return true;
  return false;
}

/** Whether what stands behind this word begins a phrase with a noun. */
function isClear(word: number, written: string): boolean {
  if ((word & (JOINT | TIME | RELATIVE)) !== 0 || written === 'to') return false;
  return (word & (PREPOSITION | VERB | OTHER)) !== 0 && !/^(?:has|had|have|is|are|was|were|will|would)$/.test(written);
}

/** A word that stands before nouns and hardly does anything else. */
function isModifier(scene: Scene, index: number): boolean {
  return wordAt(scene, index, MODIFIERS) > 0 || isAdjective(scene, index);
}

export function isAdjective(scene: Scene, index: number): boolean {
  // "73-|year-old"
  if (scene.tokens[index - 1]?.end === scene.tokens[index]?.start) return false;
  return isSmall(scene, index) && !isParticiple(scene, index) && ADJECTIVE.test(textAt(scene, index));
}

/** A word that may be a verb, of which what follows is the object. */
function isVerblike(scene: Scene, index: number): boolean {
  if (wordAt(scene, index, MODIFIERS) > 0) return false;
  const written = textAt(scene, index);
  return !written.includes('-') && /(?:..ed|....ing|[^siu]s)$/.test(written);
}

const ADJECTIVE = /^(?:.{2,}-.{2,}|[a-z]{3,}(?:al|ic|ive|ous|ary|ern|ese|less|arian))$/;
