import { isBlank } from '../text/characters.ts';
import { contentLength } from '../text/lines.ts';
import { type FieldKey, fieldInfo, fieldKey, isKeptName, LONGEST_NAME, nearFieldKey } from './fields.ts';
import type { Field, FieldItem, FieldStyle } from './types.ts';

/**
 * How sure it is that a line is one of metadata: its first name is `known`, `near` a known one, a usual name of other
 * metadata (`kept`), or merely `shaped` like a name; the last two count among known ones only.
 */
export type Certainty = 'known' | 'near' | 'kept' | 'shaped';

export interface FieldLine {
  readonly certainty: Certainty;
  readonly fields: readonly Field[];
}

/** Fields that run on are looked for so far into a line; no line of metadata needs more, and hostile ones cost nothing. */
const RUN_ON_REACH = 4_000;

/**
 * Reads a line as metadata: `Title: Three more platforms`, or fields that run on, `Source: Skynews Published: 2021-07-05`.
 * Undefined when it is none, as with a colon in prose. Spans count from `base`, the offset of the line.
 */
export function readFieldLine(line: string, base: number): FieldLine | undefined {
  const end = contentLength(line);
  const head = readHead(line, end);
  if (head === undefined) return undefined;
  const runOns = findRunOns(line, head, end);
  const valueEnd = runOns[0]?.start ?? end;
  const certainty = certaintyOf(head, line.slice(head.behind, valueEnd).trim());
  if (certainty === undefined) return undefined;
  // What merely may be a field is one of a line of its own: "Brexit: the Source: a history" is no header.
  if (runOns.length === 0 || (certainty !== 'known' && certainty !== 'near')) {
    return { certainty, fields: [makeField(line, base, head, end, 'line', certainty)] };
  }
  const heads = [head, ...runOns];
  const fields = heads.map((each, i) =>
    makeField(line, base, each, heads[i + 1]?.start ?? end, 'inline', i === 0 ? certainty : 'known'),
  );
  return { certainty, fields };
}

/** A name with its colon; offsets in the line. */
interface Head {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** Behind the colon. */
  readonly behind: number;
  readonly key: FieldKey | undefined;
}

const ASCII_COLON = 0x3a;
const WIDE_COLON = 0xff1a;

function isColon(code: number): boolean {
  return code === ASCII_COLON || code === WIDE_COLON;
}

/** The name a line begins with, if a colon stands behind what may be one. */
function readHead(line: string, end: number): Head | undefined {
  let start = 0;
  while (start < end && isBlank(line.charCodeAt(start))) start++;
  const reach = Math.min(end, start + LONGEST_NAME + 3);
  let colon = start;
  while (colon < reach && !isColon(line.charCodeAt(colon))) colon++;
  if (colon === reach || colon === start) return undefined;
  let nameEnd = colon;
  while (nameEnd > start && isBlank(line.charCodeAt(nameEnd - 1))) nameEnd--;
  const name = line.slice(start, nameEnd);
  if (name.length > LONGEST_NAME || !/^\p{L}[\p{L}\p{M}\p{N} \t\-_.'’&/()]*$/u.test(name)) return undefined;
  const key = fieldKey(name);
  const behind = colon + 1;
  if (line.startsWith('//', behind)) return undefined;
  // "10:30" and "re:Invent" are no fields; a known name may do without the blank.
  const parted = behind >= end || line.charCodeAt(colon) === WIDE_COLON || isBlank(line.charCodeAt(behind));
  if (key === undefined && !parted) return undefined;
  return { name, start, end: nameEnd, behind, key };
}

function certaintyOf(head: Head, value: string): Certainty | undefined {
  if (head.key !== undefined) return fits(head.name, head.key, value) ? 'known' : kept(value);
  if (nearFieldKey(head.name) !== undefined) return isSentence(value) ? undefined : 'near';
  if (isKeptName(head.name)) return kept(value);
  return looksLikeName(head.name) && !isSentence(value) ? 'shaped' : undefined;
}

function kept(value: string): Certainty | undefined {
  return value.length <= 300 ? 'kept' : undefined;
}

/** Known names that are ordinary words as well: only their value tells whether a field is meant. */
const WORDS = new Set(['date', 'by', 'link', 'address', 'web', 'writer', 'subjects', 'tags', 'outlet', 'issued']);

function fits(name: string, key: FieldKey, value: string): boolean {
  if (value === '' || !WORDS.has(name.toLowerCase())) return true;
  switch (fieldInfo(key).kind) {
    case 'url':
      return looksLikeUrl(value);
    case 'date':
      return value.length <= 60 && (/\p{N}/u.test(value) || wordCount(value) <= 3);
    case 'list':
      return true;
    default:
      return !isSentence(value);
  }
}

function looksLikeUrl(value: string): boolean {
  return /^<?(?:[a-z][a-z0-9+.-]{1,12}:\/\/|www\.|[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}(?:[/:?#\s>]|$))/i.test(value);
}

function looksLikeDate(value: string): boolean {
  return /^(?:\p{N}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)\p{L}*[ ,.]+\p{N})/iu.test(
    value,
  );
}

/** A short name with a capital, or one word in lower case as programs write them; not a shout such as "LONDON". */
function looksLikeName(name: string): boolean {
  if (wordCount(name) > 4) return false;
  if (/^\p{Ll}[\p{Ll}\p{N}]*(?:[-_][\p{Ll}\p{N}]+)+$/u.test(name)) return true;
  if (/^\p{Ll}/u.test(name)) return false;
  return name.length <= 4 || name !== name.toUpperCase() || name === name.toLowerCase();
}

/** Whether a value reads as running prose and not as a value: long, or closed like a sentence. */
export function isSentence(value: string): boolean {
  if (value.length > 120) return true;
  const words = wordCount(value);
  return words > 12 || /[。！？]["'”’」』）]?$/u.test(value) || (words >= 4 && /[.!?…]["'”’»)\]]*$/u.test(value));
}

function wordCount(text: string): number {
  return text.length > 1_000 ? text.length : (text.match(/\S+/gu)?.length ?? 0);
}

/** Names that stand further on in a line and begin fields of their own. */
function findRunOns(line: string, head: Head, end: number): Head[] {
  const reach = Math.min(end, head.behind + RUN_ON_REACH);
  const candidates: Head[] = [];
  let from = head.behind;
  for (let at = head.behind; at < reach; at++) {
    if (!isColon(line.charCodeAt(at))) continue;
    const found = nameBefore(line, from, at);
    if (found === undefined || line.startsWith('//', at + 1) || !cased(head.name, found.name)) continue;
    candidates.push(found);
    from = at + 1;
  }
  const accepted: Head[] = [];
  const seen = new Set([head.key]);
  let current = head;
  candidates.forEach((candidate, i) => {
    const value = line.slice(candidate.behind, candidates[i + 1]?.start ?? end).trim();
    if (!startsField(line, current, candidate, value, seen, () => hasFirm(line, candidates, i + 1, end))) return;
    accepted.push(candidate);
    seen.add(candidate.key);
    current = candidate;
  });
  return accepted;
}

/** The longest known name of up to three words before a colon, not reaching before `from`. */
function nameBefore(line: string, from: number, colon: number): Head | undefined {
  let end = colon;
  while (end > from && isBlank(line.charCodeAt(end - 1))) end--;
  if (colon - end > 2) return undefined;
  let best: Head | undefined;
  let words = 0;
  for (let start = end - 1; start >= from && end - start <= LONGEST_NAME && words < 3; start--) {
    const before = start === from ? 0x20 : line.charCodeAt(start - 1);
    if (!isBlank(before) && !isSeparator(before)) continue;
    if (isBlank(line.charCodeAt(start))) continue;
    words++;
    const name = line.slice(start, end);
    const key = fieldKey(name);
    const nearly = key === undefined && words === 1 && /^\p{L}+$/u.test(name) && nearFieldKey(name) !== undefined;
    if (key !== undefined || nearly) best = { name, start, end, behind: colon + 1, key };
    if (isSeparator(before)) break;
  }
  return best;
}

/** Signs that people put between fields of one line. */
function isSeparator(code: number): boolean {
  return code === 0x7c || code === 0xb7 || code === 0x2022 || code === 0x3b || code === 0x2c;
}

/** Whether a name further on is written as the first one is: with a capital, or without. */
function cased(first: string, other: string): boolean {
  return /^\p{Ll}/u.test(first) ? other === other.toLowerCase() : !/^\p{Ll}/u.test(other);
}

/**
 * Whether a known name inside a line begins a field. Behind most fields it does. A title, though, is free text ("The
 * Source: a history"): there it must be followed by what only a field has (a date, a URL), be set apart, or stand
 * before a field that is sure.
 */
function startsField(
  line: string,
  current: Head,
  candidate: Head,
  value: string,
  seen: ReadonlySet<FieldKey | undefined>,
  firmAhead: () => boolean,
): boolean {
  if (candidate.key !== undefined && candidate.key === current.key) return false;
  const fitting = candidate.key === undefined || fits(candidate.name, candidate.key, value);
  const free = current.key === 'title' || current.key === undefined;
  if (!free) return fitting;
  if (candidate.key === undefined || seen.has(candidate.key)) return false;
  if (isFirm(candidate, value)) return true;
  const gap = line.slice(Math.max(current.behind, candidate.start - 2), candidate.start);
  if (/(?:\s\s|\t|[|·•] ?)$/u.test(gap)) return fitting;
  const before = line.slice(Math.max(current.behind, candidate.start - 12), candidate.start).trim();
  if (/(?:^|\s)(?:the|an?|of|in|on|for|and|or|to|by|from|with|open|my|our|your|his|her|their|no|its)$/iu.test(before)) {
    return false;
  }
  return !/^\p{Ll}/u.test(value) && fitting && firmAhead();
}

/** A date or a URL behind its name: nothing but a field looks so. */
function isFirm(head: Head, value: string): boolean {
  if (head.key === undefined) return false;
  const { kind } = fieldInfo(head.key);
  return (kind === 'date' && looksLikeDate(value)) || (kind === 'url' && looksLikeUrl(value));
}

function hasFirm(line: string, candidates: readonly Head[], from: number, end: number): boolean {
  for (let i = from; i < candidates.length && i < from + 8; i++) {
    const candidate = candidates[i] as Head;
    if (isFirm(candidate, line.slice(candidate.behind, candidates[i + 1]?.start ?? end).trim())) return true;
  }
  return false;
}

function makeField(
  line: string,
  base: number,
  head: Head,
  limit: number,
  style: FieldStyle,
  certainty: Certainty,
): Field {
  let start = head.behind;
  while (start < limit && isBlank(line.charCodeAt(start))) start++;
  let end = limit;
  const inside = limit < contentLength(line);
  for (; end > start; end--) {
    const code = line.charCodeAt(end - 1);
    if (!isBlank(code) && !(inside && isSeparator(code))) break;
  }
  // An empty value would stand one blank behind the colon.
  if (end <= start) start = end = Math.min(head.behind + 1, Math.max(head.behind, limit));
  // A known word whose value does not fit ("Address: 12 High Street") is not that field.
  const key = certainty === 'known' ? head.key : undefined;
  const value = line.slice(start, end);
  const field: Field = {
    key,
    name: head.name,
    nameSpan: { start: base + head.start, end: base + head.end },
    value,
    valueSpan: { start: base + start, end: base + end },
    style,
  };
  if (key === undefined || fieldInfo(key).kind !== 'list') return field;
  return { ...field, items: splitItems(value, base + start) };
}

/** No list is longer; what goes on behind is hostile and not read. */
export const MOST_ITEMS = 1_000;

/** The values of a list on one line: parted by semicolons, or by commas where there is none. Spans count from `base`. */
export function splitItems(value: string, base: number): FieldItem[] {
  const parting = /[;；]/u.test(value) ? /[;；]/gu : /[,，、]/gu;
  const items: FieldItem[] = [];
  let from = 0;
  const add = (to: number) => {
    const piece = value.slice(from, to);
    const item = piece.trim();
    if (item !== '') {
      const start = base + from + piece.indexOf(item);
      items.push({ value: item, start, end: start + item.length });
    }
  };
  for (const { index } of value.matchAll(parting)) {
    add(index);
    from = index + 1;
    if (items.length === MOST_ITEMS) return items;
  }
  add(value.length);
  return items;
}
