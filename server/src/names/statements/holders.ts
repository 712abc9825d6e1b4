import { textAt, wordAt } from '../../text/reading.ts';
import { employs } from './appositions.ts';
import { isArticle, isPossessive, isSmall, type Name, nameAt, nounAt, type Scene, spanOf } from './scene.ts';
import { OF_STATE, RANKS, VAGUE } from './title-lists.ts';
import type { Statement } from './types.ts';
import { NO_NATIONS, THING } from './words.ts';

/** The role in the words from `first` to `last`, which hold the names of those for whom it may be held. */
export function roleIn(
  scene: Scene,
  name: Name,
  first: number,
  last: number,
  isOffice: boolean,
): Statement | undefined {
  const { mention: subject } = name;
  const { end } = subject;
  const whole = spanOf(scene, first, last);
  const plain: Statement = { kind: 'role', subject, value: whole, start: whole.start, end };
  const owner = lastNameIn(scene, first, last);
  if (owner === undefined) return isVague(scene, first, last) ? undefined : plain;
  const possessive = isPossessive(scene, owner.last + 1);
  const behind = owner.last + (possessive ? 2 : 1);
  if (behind > last) return undefined;
  const employer = owner.mention;
  if (!isEmployer(scene, owner, last, isOffice, possessive)) return plain;
  // "former Microsoft vice president", but "Chinese | Foreign Ministry | spokesman"
  const isInside = !isPeople(scene, first, owner.first - 1);
  const value = isInside ? whole : spanOf(scene, behind, last);
  return { kind: 'role', subject, value, employer, start: Math.min(value.start, employer.start), end };
}

/** Whether nothing but names of peoples and places stands there. */
function isPeople(scene: Scene, first: number, last: number): boolean {
  for (let at = first; at <= last; at++) {
    const name = nameAt(scene, at);
    if (name === undefined && !isPossessive(scene, at)) return false;
    at = name?.last ?? at;
  }
  return true;
}

function lastNameIn(scene: Scene, first: number, last: number): Name | undefined {
  for (let at = last; at >= first; at--) {
    const name = nameAt(scene, at);
    if (name !== undefined) return name;
  }
  return undefined;
}

function isEmployer(scene: Scene, owner: Name, last: number, isOffice: boolean, possessive: boolean): boolean {
  if (!employs(owner)) return false;
  // "Democratic majority leader"
  if (owner.first === owner.last && wordAt(scene, owner.last, NO_NATIONS) > 0) return false;
  const { type } = owner.mention;
  // "Turkish | General" says where he is from, "Attorney General" what for.
  if (wordAt(scene, last, RANKS) > 0 && textAt(scene, last - 1) !== 'Attorney') return type === 'organization';
  if (type === 'organization') return isOffice || !possessive;
  if (hasOther(scene, owner.last + 1, last)) return false;
  return isOffice && (type === 'place' || type === 'group') && wordAt(scene, last, OF_STATE) > 0;
}

/** One small word that says nothing: "his friend Tom", "the man Tom". */
function isVague(scene: Scene, first: number, last: number): boolean {
  if (first !== last) return false;
  return wordAt(scene, last, VAGUE) > 0 && !isArticle(scene, first - 2);
}

/** "Indian | cricket board | president": the office is one of the board. */
function hasOther(scene: Scene, from: number, last: number): boolean {
  for (let at = from; at < last; at++) if (isSmall(scene, at) && (nounAt(scene, at) & THING) !== 0) return true;
  return false;
}
