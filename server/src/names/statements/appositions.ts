import { textAt } from '../../text/reading.ts';
import { type Head, headFrom, isOfficeWord, isPlural, isRow, isStop, type Rest, restOf, suits } from './phrase.ts';
import {
  COMMA,
  closes,
  grammarAt,
  isArticle,
  isIntroduced,
  isPossessive,
  isSmall,
  type Name,
  nameAt,
  nameFrom,
  nounAt,
  opensSentence,
  type Scene,
  signAt,
  spanOf,
} from './scene.ts';
import type { Statement } from './types.ts';
import { DETERMINER, HONORIFIC, JOINT, OFFICE, PERSON, PREPOSITION, RELATION, RELATIVE, VERB } from './words.ts';

/** What stands behind a name and a comma: "X, the owner of Y", "X, Microsoft's vice president", "X, chief executive of Y". */
export function appositionBehind(scene: Scene, subject: Name): Statement | undefined {
  const from = subject.last + 2;
  if (signAt(scene, from - 1) !== COMMA || isListed(scene, subject)) return undefined;
  return described(scene, subject, from) ?? heldFor(scene, subject, from) ?? held(scene, subject, from);
}

/** "the Swedish carmaker", "one of Iraq's clerics". */
function described(scene: Scene, subject: Name, from: number): Statement | undefined {
  const several = textAt(scene, from) === 'one' && textAt(scene, from + 1) === 'of';
  const start = several ? from + 2 : from;
  const owner = nameFrom(scene, start);
  const owned = owner !== undefined && isPossessive(scene, owner.last + 1);
  if (!owned && !isArticle(scene, start)) return undefined;
  const first = owned ? owner.last + 2 : start + 1;
  const head = headFrom(scene, first, subject.mention.type === 'person');
  if (head === undefined || isPlural(head.noun) !== several || !suits(head.noun, subject.mention.type))
    return undefined;
  // "Microsoft's vice president" is a role.
  if (owned && !several && isRole(head, subject)) return undefined;
  const rest = endOf(scene, subject, head);
  if (rest === undefined) return undefined;
  // "Wang, the president, said" says nothing that is not known.
  const definite = /^the$/i.test(textAt(scene, start));
  if (definite && head.modifiers === 0 && rest.last === head.index) return undefined;
  const value = spanOf(scene, from, rest.last);
  return { kind: 'description', subject: subject.mention, value, start: subject.mention.start, end: value.end };
}

/** "Microsoft's vice president for customer security" */
function heldFor(scene: Scene, subject: Name, from: number): Statement | undefined {
  const owner = nameFrom(scene, from);
  if (owner === undefined || !isPossessive(scene, owner.last + 1) || !employs(owner)) return undefined;
  const head = headFrom(scene, owner.last + 2, false);
  if (head === undefined || !isRole(head, subject) || isPlural(head.noun)) return undefined;
  const rest = endOf(scene, subject, head);
  if (rest === undefined) return undefined;
  const value = spanOf(scene, owner.last + 2, rest.last);
  return roleOf(subject, value, owner);
}

/** "chief executive of Y", "vice president for customer security at Y" */
function held(scene: Scene, subject: Name, from: number): Statement | undefined {
  if (nameAt(scene, from) !== undefined || grammarAt(scene, from) !== 0) return undefined;
  const head = headFrom(scene, from, false);
  if (head === undefined || !suits(head.noun, subject.mention.type) || isPlural(head.noun)) return undefined;
  const { type } = subject.mention;
  const rest = endOf(scene, subject, head);
  if (rest === undefined || !rest.closed) return undefined;
  if (type !== 'person') {
    if ((head.noun & RELATION) === 0 || textAt(scene, head.index + 1) !== 'of' || head.modifiers > 2) return undefined;
    const value = spanOf(scene, from, rest.last);
    return { kind: 'description', subject: subject.mention, value, start: subject.mention.start, end: value.end };
  }
  if (!isRole(head, subject) || rest.last === head.index) return undefined;
  for (let at = from; at < head.index; at++) if (!isOfficeWord(nounAt(scene, at))) return undefined;
  const employer = employerIn(scene, head.index + 1, rest.last);
  const last = employer === undefined ? rest.last : employer.preposition - 1;
  return roleOf(subject, spanOf(scene, from, last), employer?.name);
}

function roleOf(subject: Name, value: Statement['value'], employer: Name | undefined): Statement {
  const end = Math.max(value.end, employer?.mention.end ?? 0);
  const role = { kind: 'role', subject: subject.mention, value, start: subject.mention.start, end } as const;
  return employer === undefined ? role : { ...role, employer: employer.mention };
}

/** The name at the end of "for customer security | at Microsoft": where nothing but a place stands behind it. */
function employerIn(scene: Scene, from: number, last: number): { name: Name; preposition: number } | undefined {
  for (let at = from; at <= last; at++) {
    if (!/^(?:of|at|for|with|to)$/.test(textAt(scene, at))) continue;
    const name = nameFrom(scene, isArticle(scene, at + 1) ? at + 2 : at + 1);
    if (name === undefined || !employs(name)) continue;
    const isLast = name.last === last || /^(?:in|since|from|at)$/.test(textAt(scene, name.last + 1));
    return isLast ? { name, preposition: at } : undefined;
  }
  return undefined;
}

/** Whether one can hold an office for what is so named. */
export function employs({ mention: { type } }: Name): boolean {
  return type === 'organization' || type === 'place' || type === 'group' || type === 'work' || type === 'product';
}

function isRole(head: Head, subject: Name): boolean {
  return subject.mention.type === 'person' && (head.noun & OFFICE) !== 0;
}

/** Where the phrase ends, if it is one about the subject: closed by a sign and no row, or cut off where that is sure. */
function endOf(scene: Scene, subject: Name, head: Head): Rest | undefined {
  const rest = restOf(scene, head.index);
  if (rest === undefined) return undefined;
  const next = rest.last + 1;
  if (!rest.closed) return isCutOff(scene, subject, head, rest) ? rest : undefined;
  if (isRow(scene, next)) return undefined;
  // "In Rome, the mayor, who …": the comma before it belongs to the words in front.
  const sign = signAt(scene, next);
  const goesOn = sign === COMMA ? (grammarAt(scene, next + 1) & (VERB | RELATIVE)) !== 0 : sign !== STOP;
  return goesOn && isIntroduced(scene, subject.first) ? undefined : rest;
}

const STOP = 0x2e;

/** "X, a lawyer | who", "X, the owner of Y | floated". */
function isCutOff(scene: Scene, subject: Name, head: Head, rest: Rest): boolean {
  const next = rest.last + 1;
  if (isIntroduced(scene, subject.first)) return false;
  const indefinite = /^an?$/i.test(textAt(scene, head.index - head.modifiers - 1));
  if ((grammarAt(scene, next) & RELATIVE) !== 0)
    return (indefinite && (head.modifiers > 0 || !isVague(scene, head.index))) || rest.last > head.index;
  return rest.last > head.index && opensSentence(scene, subject.first);
}

/** A noun that says nothing alone: "X, a woman who …". */
function isVague(scene: Scene, noun: number): boolean {
  return /^(?:man|woman|boy|girl|party|group|company|firm|city|town|newspaper|team|organization|agency|official|member|youth)$/.test(
    textAt(scene, noun),
  );
}

/** "London, Paris, the capital …" */
function isListed(scene: Scene, subject: Name): boolean {
  if (signAt(scene, subject.first - 1) !== COMMA) return false;
  const before = nameAt(scene, subject.first - 2);
  return before !== undefined && before.mention.type === subject.mention.type;
}

/** What stands before a comma and a name: "The head of the agency, X, said", "Pakistan's president, X". */
export function appositionBefore(scene: Scene, subject: Name): Statement | undefined {
  const { type } = subject.mention;
  const comma = subject.first - 1;
  if ((type !== 'person' && type !== 'place') || signAt(scene, comma) !== COMMA) return undefined;
  const next = subject.last + 1;
  if (!closes(scene, next) || isRow(scene, next)) return undefined;
  const from = beginOf(scene, comma - 1, type);
  if (from < 0) return undefined;
  const owner = nameFrom(scene, from);
  const head = headFrom(scene, owner === undefined ? from + 1 : owner.last + 2, type === 'person');
  if (head === undefined || !suits(head.noun, type) || isPlural(head.noun)) return undefined;
  const rest = restOf(scene, head.index);
  if (rest === undefined || rest.last !== comma - 1) return undefined;
  // "the city of Denver, Colorado"
  if (type === 'place' && rest.last > head.index) return undefined;
  if (owner === undefined && head.modifiers === 0 && rest.last === head.index) return undefined;
  const end = subject.mention.end;
  if (owner !== undefined && isRole(head, subject) && employs(owner)) {
    const value = spanOf(scene, owner.last + 2, rest.last);
    return { kind: 'role', subject: subject.mention, value, employer: owner.mention, start: owner.mention.start, end };
  }
  const first = owner !== undefined && isArticle(scene, from - 1) ? from - 1 : from;
  const value = spanOf(scene, first, rest.last);
  return { kind: 'description', subject: subject.mention, value, start: value.start, end };
}

/** Tokens before the comma. */
const LONGEST = 14;

/** The first token of the phrase that ends at `last`: its article, or the name with the possessive before it. */
function beginOf(scene: Scene, last: number, type: string): number {
  let from = -1;
  for (let at = last; at >= 0 && last - at < LONGEST; at--) {
    const name = nameAt(scene, at);
    if (name !== undefined) {
      at = name.first;
      // "the head of | Pakistan's army"
      if (!isPossessive(scene, name.last + 1)) continue;
      if (type !== 'place' && isBehindPreposition(scene, name.first)) continue;
      return name.first;
    }
    if (isArticle(scene, at)) {
      if (type !== 'place' && isBehindPreposition(scene, at) && isInner(scene, at - 2)) continue;
      return at;
    }
    const token = scene.tokens[at];
    if (token === undefined || (token.kind !== 'word' && token.kind !== 'number')) return from;
    if ((grammarAt(scene, at) & (DETERMINER | JOINT)) !== 0) return -1;
    if (isStop(scene, at) && (grammarAt(scene, at) & PREPOSITION) === 0) return -1;
    from = -1;
  }
  return -1;
}

function isBehindPreposition(scene: Scene, index: number): boolean {
  return /^(?:of|for|at|in|to|from)$/.test(textAt(scene, index - 1));
}

/** A noun on which "of the agency" hangs. */
function isInner(scene: Scene, index: number): boolean {
  return isSmall(scene, index) && (nounAt(scene, index) & (PERSON | HONORIFIC)) !== 0;
}
