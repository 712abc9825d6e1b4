import { textAt, wordAt } from '../../text/reading.ts';
import { employs } from './appositions.ts';
import { beginBefore, isModifier } from './begin.ts';
import {
  adjoins,
  grammarAt,
  isArticle,
  isCapital,
  isPossessive,
  type Name,
  nameAt,
  nounAt,
  type Scene,
  spanOf,
} from './scene.ts';
import type { Statement } from './types.ts';
import { BESIDE, HONORIFIC, NO_NATIONS, OFFICE, PERSON, PLURAL } from './words.ts';

/** What a person is, by the words directly before the name: "Microsoft Vice President Tom Burt", "tribal leader Malik Khan". */
export function titleBefore(scene: Scene, subject: Name): Statement | undefined {
  if (subject.mention.type !== 'person') return undefined;
  let last = subject.first - 1;
  // "Hamas leader Sheikh | Talal Sidr"
  if (last > 0 && isHonorific(scene, last) && adjoins(scene, last)) last--;
  if (last < 0 || !adjoins(scene, last) || nameAt(scene, last) !== undefined) return undefined;
  const noun = titleAt(scene, last);
  const office = officeEnd(scene, last);
  if (office < 0 && !isTitle(noun)) return undefined;
  const core = office < 0 ? last : office;
  const isOffice = office >= 0 || (noun & OFFICE) !== 0;
  if (isCapital(scene, core)) return capitalTitle(scene, subject, core, last, isOffice);
  // "in general Wang"
  if (office < 0 && AMBIGUOUS.test(textAt(scene, last))) return undefined;
  const beginning = beginBefore(scene, core);
  if (beginning === undefined) return undefined;
  if (beginning.cut && beginning.first === core && !isOffice) return undefined;
  return withEmployer(scene, subject, beginning.first, last, isOffice);
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
  if (textAt(scene, first - 1) === 'and' && isTitle(titleAt(scene, first - 2)) && isPair(scene, first, core)) {
    first -= 2;
    while (first > 0 && isBeside(scene, first - 1)) first--;
  }
  if (MINISTER.test(textAt(scene, core))) first = portfolioBefore(scene, first);
  let from = first;
  while (from > 0 && core - from < MOST && adjoins(scene, from - 1)) {
    const name = nameAt(scene, from - 1);
    if (name !== undefined) from = name.first;
    else if (isPossessive(scene, from - 1) && nameAt(scene, from - 2) !== undefined) {
      from = nameAt(scene, from - 2)?.first ?? from;
      break;
    } else if (isFront(scene, from - 1)) from--;
    else break;
  }
  return withEmployer(scene, subject, from, last, isOffice);
}

const MINISTER = /^(?:Minister|Secretary|Commissioner)$/;

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
const AMBIGUOUS =
  /^(?:general|major|private|chief|head|prime|senior|junior|lead|model|fellow|second|representative|executive|star)$/;

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
  if (!STATE.test(textAt(scene, last)) || textAt(scene, last - 1) !== 'of') return -1;
  return /^(?:secretary|minister|director|secretaries)$/i.test(textAt(scene, last - 2)) ? last - 2 : -1;
}

const STATE =
  /^(?:State|Defense|Defence|Energy|Education|Labor|Agriculture|Commerce|Transportation|Interior|Treasury|Health|Justice|Finance|Information)$/;

/** What goes on a title to the left: "Former | Deputy | Prime Minister", "Foreign Ministry Spokesman". */
function isBeside(scene: Scene, index: number): boolean {
  if (nameAt(scene, index) !== undefined) return false;
  const noun = titleAt(scene, index);
  if ((noun & BESIDE) !== 0) return isCapital(scene, index) || isModifier(scene, index) || isFront(scene, index);
  if ((noun & PERSON) !== 0) return (noun & (HONORIFIC | PLURAL)) === 0;
  return grammarAt(scene, index) === 0 && isModifier(scene, index);
}

/** "president and chief executive": what one person is. */
function isPair(scene: Scene, first: number, core: number): boolean {
  return /^(?:ceo|executive|founder|director|publisher|owner|editor)$/i.test(textAt(scene, core)) && core - first <= 1;
}

/** The role in the words from `first` to `last`, which hold the names of those for whom it may be held. */
function withEmployer(
  scene: Scene,
  subject: Name,
  first: number,
  last: number,
  isOffice: boolean,
): Statement | undefined {
  const role = { kind: 'role', subject: subject.mention, end: subject.mention.end } as const;
  const whole = spanOf(scene, first, last);
  const owner = lastNameIn(scene, first, last);
  if (owner === undefined)
    return isVague(scene, first, last) ? undefined : { ...role, value: whole, start: whole.start };
  const possessive = isPossessive(scene, owner.last + 1);
  const behind = owner.last + (possessive ? 2 : 1);
  if (behind > last) return undefined;
  const employer = owner.mention;
  if (!isEmployer(scene, owner, last, isOffice, possessive)) return { ...role, value: whole, start: whole.start };
  // "former Microsoft vice president", but "Chinese | Foreign Ministry | spokesman"
  const isInside = !isPeople(scene, first, owner.first - 1);
  const value = isInside ? whole : spanOf(scene, behind, last);
  return { ...role, value, employer, start: Math.min(value.start, employer.start) };
}

/** Whether nothing but names of peoples and places stands there. */
function isPeople(scene: Scene, first: number, last: number): boolean {
  for (let at = first; at <= last; at++) if (nameAt(scene, at) === undefined) return false;
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
  if (type === 'group') return isOffice && !LEADING.test(textAt(scene, last));
  if (type === 'organization') return isOffice || !possessive;
  return isOffice && (type === 'place' || type === 'product' || type === 'work');
}

/** No office of a people: whoever leads some of it. */
const LEADING =
  /^(?:leader|commander|general|fighter|coach|captain|analyst|editor|reporter|manager|economist|lawmaker|author|actor|lawyer|attorney|singer|actress|journalist|scientist|researcher|photographer)$/i;

function isFront(scene: Scene, index: number): boolean {
  return /^(?:former|ex|then|acting|interim|outgoing|late|deposed|ousted|longtime|self-proclaimed|alleged|suspected|deputy|senior|top)$/i.test(
    textAt(scene, index),
  );
}

/** One small word that says nothing: "his friend Tom", "the man Tom". */
function isVague(scene: Scene, first: number, last: number): boolean {
  if (first !== last) return false;
  return VAGUE.test(textAt(scene, last)) && !isArticle(scene, first - 2);
}

const VAGUE =
  /^(?:man|woman|boy|girl|friend|wife|husband|son|daughter|brother|sister|father|mother|uncle|aunt|cousin|nephew|niece|member|successor|predecessor|rival|opponent|ally|part|native|national|resident|citizen|victim|supporter|critic|colleague|girlfriend|boyfriend|grandson|heir|widow|fellow)$/i;
