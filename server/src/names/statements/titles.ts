import { textAt, wordAt } from '../../text/reading.ts';
import { employs } from './appositions.ts';
import {
  adjoins,
  grammarAt,
  isArticle,
  isPossessive,
  isSmall,
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
  const last = subject.first - 1;
  if (last < 0 || !adjoins(scene, last) || nameAt(scene, last) !== undefined) return undefined;
  const noun = titleAt(scene, last);
  const office = officeEnd(scene, last);
  if (office < 0 && !isTitle(noun)) return undefined;
  // "in general Wang"
  if (office < 0 && isSmall(scene, last) && AMBIGUOUS.test(textAt(scene, last))) return undefined;
  const core = office < 0 ? last : office;
  let first = core;
  while (first > 0 && last - first < MOST && adjoins(scene, first - 1) && isModifier(scene, first - 1)) first--;
  // "the president and chief executive"
  if (textAt(scene, first - 1) === 'and' && isTitle(titleAt(scene, first - 2)) && isPair(scene, first, core)) {
    first -= 2;
    while (first > 0 && isModifier(scene, first - 1)) first--;
  }
  return withEmployer(scene, subject, first, last, office >= 0 || (noun & OFFICE) !== 0);
}

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

/** What goes on a title to the left: "former | deputy | prime minister", "tribal leader", "Foreign Ministry spokesman". */
function isModifier(scene: Scene, index: number): boolean {
  if (nameAt(scene, index) !== undefined) return false;
  const written = textAt(scene, index);
  const noun = titleAt(scene, index);
  if ((noun & BESIDE) !== 0) return !(isSmall(scene, index) && /^(?:in|and|house)$/.test(written));
  if ((noun & PERSON) !== 0 && (noun & (HONORIFIC | PLURAL)) === 0) return true;
  return isSmall(scene, index) && grammarAt(scene, index) === 0 && ADJECTIVE.test(written);
}

const ADJECTIVE =
  /^(?:.{2,}-.{2,}|[a-z]{3,}(?:al|ic|ive|ous|ary|ese|less)|nuclear|rebel|opposition|terror|guerrilla|militia|tribal|tennis|football|soccer|basketball|baseball|golf|rock|pop|jazz|opera|film|movie|youth|union|party|team|company|group|court|church|peace|aid|human|rights|rugby|cricket|boxing|chess|media|climate|business|oil|drug|war|army|police|air|space|hardline|junta|gang|cell|space|rookie|slain|jailed|exiled|ousted|deposed|detained|wanted|fugitive|disgraced|renowned|noted|famed|top|key|new|young|old|late|star|chief|lead|fellow|presidential)$/;

/** "president and chief executive": what one person is. */
function isPair(scene: Scene, first: number, core: number): boolean {
  return /^(?:ceo|executive|founder|director|publisher|owner|editor)$/i.test(textAt(scene, core)) && core - first <= 1;
}

function withEmployer(
  scene: Scene,
  subject: Name,
  first: number,
  last: number,
  isOffice: boolean,
): Statement | undefined {
  const before = first - 1;
  const role = { kind: 'role', subject: subject.mention, end: subject.mention.end } as const;
  const value = spanOf(scene, first, last);
  const possessive = isPossessive(scene, before);
  const owner = first > 0 && adjoins(scene, before) ? nameAt(scene, possessive ? before - 1 : before) : undefined;
  if (owner === undefined || !employs(owner))
    return isVague(scene, first, last) ? undefined : { ...role, value, start: value.start };
  const employer = owner.mention;
  if (possessive)
    return isOffice ? { ...role, value, employer, start: employer.start } : { ...role, value, start: value.start };
  const isEmployer =
    employer.type === 'group' ? isOffice && !isFaith(scene, owner) : isOffice || employer.type !== 'place';
  // "former Microsoft vice president"
  const former = isFront(scene, owner.first - 1) ? owner.first - 1 : owner.first;
  if (isEmployer && former === owner.first) return { ...role, value, employer, start: employer.start };
  const whole = spanOf(scene, former, last);
  return { ...role, value: whole, ...(isEmployer ? { employer } : {}), start: whole.start };
}

function isFaith(scene: Scene, owner: Name): boolean {
  return wordAt(scene, owner.last, NO_NATIONS) > 0 || LEADING.test(textAt(scene, owner.last + 1));
}

/** No office of a people: whoever leads some of it. */
const LEADING =
  /^(?:leader|commander|general|fighter|coach|captain|analyst|editor|reporter|manager|economist|lawmaker|author|actor)$/i;

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
