import { textAt, wordAt } from '../../text/reading.ts';
import { type Beginning, beginBefore, isAdjective } from './begin.ts';
import { roleIn } from './holders.ts';
import { isParticiple } from './phrase.ts';
import {
  adjoins,
  closes,
  grammarAt,
  isArticle,
  isCapital,
  isJoint,
  isPossessive,
  isSmall,
  type Name,
  nameAt,
  nounAt,
  type Scene,
} from './scene.ts';
import { AMBIGUOUS, BEFORE_RANKS, FRONTS, PAIRED, PORTFOLIOS, RANKS, WITH_PORTFOLIO } from './title-lists.ts';
import type { Statement } from './types.ts';
import { BESIDE, HONORIFIC, JOINT, OFFICE, PERSON, PLURAL, PRONOUN, RELATIVE } from './words.ts';

/** What a person is, by the words directly before the name: "Microsoft Vice President Tom Burt", "tribal leader Malik Khan". */
export function titleBefore(scene: Scene, subject: Name): Statement | undefined {
  if (subject.mention.type !== 'person') return undefined;
  let last = subject.first - 1;
  // "Hamas leader Sheikh | Talal Sidr"
  if (last > 0 && isHonorific(scene, last) && adjoins(scene, last)) last--;
  if (last < 0 || !adjoins(scene, last) || nameAt(scene, last) !== undefined) return undefined;
  // "Prime Minister General | Khin Nyunt"
  if (wordAt(scene, last, RANKS) > 0 && wordAt(scene, last - 1, BEFORE_RANKS) > 0) last--;
  const noun = titleAt(scene, last);
  const office = officeEnd(scene, last);
  if (office < 0 && !isTitle(noun)) return undefined;
  const core = office < 0 ? last : office;
  const isOffice = office >= 0 || (noun & OFFICE) !== 0;
  if (isFormerPair(scene, core)) return undefined;
  if (isCapital(scene, core)) return capitalTitle(scene, subject, core, last, isOffice);
  const beginning = titleBegin(scene, core);
  if (beginning === undefined) return undefined;
  const isBare = beginning.first === core;
  // "in general Wang"
  if (isBare && office < 0 && wordAt(scene, core, AMBIGUOUS) > 0) return undefined;
  if (isBare && beginning.cut) return undefined;
  return roleIn(scene, subject, beginning.first, last, isOffice);
}

/** Where a title in small letters begins: also "president and | chief executive". */
function titleBegin(scene: Scene, core: number): Beginning | undefined {
  const own = beginBefore(scene, core);
  const before = (own?.first ?? 0) - 2;
  if (wordAt(scene, core, PAIRED) === 0 || textAt(scene, before + 1) !== 'and') return own;
  return isTitle(titleAt(scene, before)) ? beginBefore(scene, before) : own;
}

/** "former prime minister and foreign minister": of the second alone that would not be said. */
function isFormerPair(scene: Scene, core: number): boolean {
  let at = core;
  while (core - at < MOST && at > 0 && !isJoint(scene, at)) at--;
  if (!isJoint(scene, at) || !isTitle(titleAt(scene, at - 1))) return false;
  for (let before = at - 1; at - before <= MOST; before--) {
    if (wordAt(scene, before, FRONTS) > 0) return true;
    if (closes(scene, before) || isArticle(scene, before)) return false;
  }
  return false;
}

function isHonorific(scene: Scene, index: number): boolean {
  return (nounAt(scene, index) & HONORIFIC) !== 0;
}

/** "Vice President", "former Prime Minister", "Oil Minister", with the name before it. */
function capitalTitle(
  scene: Scene,
  subject: Name,
  core: number,
  last: number,
  isOffice: boolean,
): Statement | undefined {
  let first = core;
  while (first > 0 && core - first < MOST && adjoins(scene, first - 1) && isBeside(scene, first - 1)) first--;
  if (textAt(scene, first - 1) === 'and' && isTitle(titleAt(scene, first - 2)) && wordAt(scene, core, PAIRED) > 0) {
    first -= 2;
    while (first > 0 && isBeside(scene, first - 1)) first--;
  }
  if (wordAt(scene, core, WITH_PORTFOLIO) > 0) first = portfolioBefore(scene, first);
  let from = first;
  while (from > 0 && core - from < MOST && adjoins(scene, from - 1)) {
    const name = nameAt(scene, from - 1);
    if (name !== undefined) from = name.first;
    else if (isPossessive(scene, from - 1) && nameAt(scene, from - 2) !== undefined) {
      from = nameAt(scene, from - 2)?.first ?? from;
      break;
    } else if (isFront(scene, from - 1) && !isVerb(scene, from - 1)) from--;
    else break;
  }
  // "Nobel | Laureate"
  if (!isOffice && from === first && isCapital(scene, from - 1) && grammarAt(scene, from - 1) === 0) return undefined;
  return roleIn(scene, subject, from, last, isOffice);
}

/** "Oil | Minister", "Trade and Industry | Minister" */
function portfolioBefore(scene: Scene, first: number): number {
  let from = first;
  while (first - from < MOST_PORTFOLIOS && adjoins(scene, from - 1)) {
    const at = textAt(scene, from - 1) === 'and' && from < first ? from - 2 : from - 1;
    if (!isCapital(scene, at) || grammarAt(scene, at) !== 0 || nameAt(scene, at) !== undefined) break;
    if ((titleAt(scene, at) & (OFFICE | HONORIFIC)) !== 0 || isPossessive(scene, at)) break;
    from = at;
  }
  return from;
}

const MOST_PORTFOLIOS = 4;

/** Tokens before the name. */
const MOST = 8;

/** The flags of a title: of all parts of a word with hyphens, "Vice-President", "then-Senator", "co-founder". */
function titleAt(scene: Scene, index: number): number {
  const whole = nounAt(scene, index);
  if (whole !== 0 || !textAt(scene, index).includes('-')) return whole;
  const parts = textAt(scene, index).toLowerCase().split('-');
  const last = TITLE_PARTS.exec(parts.at(-1) ?? '');
  return last !== null && parts.every((part) => BEFORE_PARTS.test(part) || TITLE_PARTS.test(part))
    ? PERSON | OFFICE
    : 0;
}

const TITLE_PARTS =
  /^(?:president|premier|minister|chancellor|secretary|senator|governor|mayor|general|director|chairman|founder|leader|king|queen|captain|champion|ambassador|elect|designate)$/;
const BEFORE_PARTS =
  /^(?:vice|ex|then|deputy|former|co|prime|foreign|defense|finance|interior|attorney|secretary|major|lieutenant|under|acting)$/;

function isTitle(noun: number): boolean {
  return (noun & PERSON) !== 0 && (noun & (HONORIFIC | PLURAL)) === 0;
}

/** "Secretary | of State", "chairman | of the Joint Chiefs of Staff": the token of the office; -1 where none stands. */
function officeEnd(scene: Scene, last: number): number {
  if (wordAt(scene, last, PORTFOLIOS) === 0 || textAt(scene, last - 1) !== 'of') return -1;
  return wordAt(scene, last - 2, WITH_PORTFOLIO) > 0 ? last - 2 : -1;
}

/** What goes on a title to the left: "Former | Deputy | Prime Minister", "Foreign Ministry Spokesman". */
function isBeside(scene: Scene, index: number): boolean {
  if (nameAt(scene, index) !== undefined) return false;
  if (isSmall(scene, index)) return (isFront(scene, index) && !isVerb(scene, index)) || isAdjective(scene, index);
  const noun = titleAt(scene, index);
  return (noun & (BESIDE | PERSON)) !== 0 && (noun & (HONORIFIC | PLURAL)) === 0;
}

/** "the uprising that ousted | President Bakiyev" */
function isVerb(scene: Scene, index: number): boolean {
  if (!isParticiple(scene, index)) return false;
  const before = grammarAt(scene, index - 1);
  return (before & (RELATIVE | JOINT | PRONOUN)) !== 0 || (before === 0 && isSmall(scene, index - 1));
}

function isFront(scene: Scene, index: number): boolean {
  return wordAt(scene, index, FRONTS) > 0;
}
