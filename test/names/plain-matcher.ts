import { defaultNames } from '../../server/src/names/lists.ts';
import type { Mention, NameOwner } from '../../server/src/names/types.ts';
import { CJK, classAt } from '../../server/src/text/characters.ts';
import { tokenize } from '../../server/src/text/tokens.ts';

/** The rules of matching without any haste: every name is tried at every unit. What the matcher is compared with. */

interface Unit {
  readonly start: number;
  readonly end: number;
  /** 0 nothing in front, 1 a blank or a line end, 2 more. */
  readonly gap: number;
}

type Name = readonly [text: string, owner: NameOwner];

interface Read {
  readonly owner: NameOwner;
  readonly text: string;
  readonly parts: readonly string[];
  readonly gaps: readonly boolean[];
}

export interface PlainHit {
  readonly start: number;
  readonly end: number;
  readonly type: string;
  readonly entity: string | undefined;
}

/** The longest of some names at each unit from left to right. */
export function plainMatches(text: string, names: readonly Name[]): PlainHit[] {
  const units = plainUnits(text);
  const read = names.map(readName).filter(({ parts }) => parts.length > 0 && parts.length <= 40);
  const hits: PlainHit[] = [];
  for (let i = 0; i < units.length; ) {
    const hit = longestAt(text, units, i, read);
    if (hit === undefined) i++;
    else {
      hits.push(hit.hit);
      i = hit.next;
    }
  }
  return hits;
}

/** As mentions are: without an entity where two share the name. */
export function plainly(mentions: readonly Mention[]): PlainHit[] {
  return mentions.map(({ start, end, type, entity }) => ({ start, end, type, entity }));
}

export const LISTS: readonly Name[] = defaultNames();

function longestAt(text: string, units: readonly Unit[], first: number, names: readonly Read[]) {
  for (let last = Math.min(units.length, first + 40) - 1; last >= first; last--) {
    const own = units.slice(first, last + 1);
    if (own.some(({ gap }, i) => i > 0 && gap > 1)) continue;
    const parts = own.map(({ start, end }) => plainPart(text.slice(start, end)));
    const gaps = own.map(({ gap }, i) => i > 0 && gap > 0);
    const fits = names.map((name) => fitOf(name, parts, gaps));
    const best = Math.max(0, ...fits);
    if (best === 0) continue;
    const fitting = names.filter((_, i) => fits[i] === best);
    const [chosen] = fitting;
    if (chosen === undefined) continue;
    const shared = fitting.some(({ owner }) => owner.entity !== chosen.owner.entity);
    let { end } = own.at(-1) as Unit;
    if (chosen.text.trim().endsWith('.') && !chosen.parts.at(-1)?.endsWith('.') && text[end] === '.') end++;
    const entity = shared ? undefined : chosen.owner.entity;
    return { hit: { start: own[0]?.start ?? 0, end, type: chosen.owner.type, entity }, next: last + 1 };
  }
  return undefined;
}

/** 2: as written; 1: in capitals that are allowed; 0: another word. */
function fitOf(name: Read, parts: readonly string[], gaps: readonly boolean[]): number {
  const own = name.parts;
  if (own.length !== parts.length || name.gaps.some((gap, i) => gap !== gaps[i])) return 0;
  if (own.every((part, i) => part === parts[i])) return 2;
  const written = name.text.trim();
  const letters = [...written.replaceAll('.', '')];
  const areCapitals = letters.every((x) => x !== x.toLowerCase() && x === x.toUpperCase());
  if (letters.length > 0 && letters.length <= 4 && areCapitals) return 0;
  const anyCase = written === written.toLowerCase();
  const isAllowed = own.every((part, i) => {
    const there = parts[i] as string;
    if (part.toLowerCase() !== there.toLowerCase()) return false;
    if (part === there || anyCase || there === part.toUpperCase()) return true;
    if (i === 0 && part === 'The' && there === 'the') return true;
    const first = part.charAt(0);
    return first !== first.toUpperCase() && there === first.toUpperCase() + part.slice(1);
  });
  return isAllowed ? 1 : 0;
}

function readName([text, owner]: Name): Read {
  const units = plainUnits(text);
  return {
    owner,
    text,
    parts: units.map(({ start, end }) => plainPart(text.slice(start, end))),
    gaps: units.map(({ gap }, i) => i > 0 && gap > 0),
  };
}

function plainPart(unit: string): string {
  return unit
    .normalize('NFC')
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/[\u201c\u201d]/g, '"');
}

/** Tokens; words cut at hyphens and CJK letters, without a full stop that is their only one. */
export function plainUnits(text: string): Unit[] {
  const units: Unit[] = [];
  let last = 0;
  for (const { kind, start, end } of tokenize(text)) {
    let gap = gapOf(text.slice(last, start));
    last = end;
    const add = (from: number, to: number) => {
      units.push({ start: from, end: to, gap });
      gap = 0;
    };
    const word = text.slice(start, end);
    if (kind !== 'word') add(start, end);
    else if (classAt(text, start) === CJK) {
      let at = start;
      for (const letter of word) {
        add(at, at + letter.length);
        at += letter.length;
      }
    } else {
      const stop = word.length > 1 && word.indexOf('.') === word.length - 1 ? 1 : 0;
      let at = start;
      for (const part of word.slice(0, word.length - stop).split(/([-\u2010\u2011])/)) {
        if (part !== '') add(at, at + part.length);
        at += part.length;
      }
    }
  }
  return units;
}

/** All between two tokens is blank. */
function gapOf(between: string): number {
  if (between === '') return 0;
  return between.length > 40 || (between.match(/\r\n|\r|\n/g)?.length ?? 0) > 1 ? 2 : 1;
}
