import type { MetadataField } from '../seed/metadata.ts';
import type { FieldItem } from '../seed/types.ts';
import type { Problem } from '../text/problem.ts';
import type { Chunk } from '../text/sequence.ts';
import { tokenize } from '../text/tokens.ts';
import type { Section } from './section.ts';
import type { SeedSnapshot } from './snapshot.ts';

/** A keyword and the field that holds it; the span counts from the beginning of its part. */
export interface Keyword {
  readonly item: FieldItem;
  readonly part: MetadataField['part'];
}

export function keywordsOf(snapshot: SeedSnapshot): Keyword[] {
  return snapshot.metadata.fields
    .filter(({ field }) => field.key === 'keywords')
    .flatMap(({ field, part }) => (field.items ?? []).map((item) => ({ item, part })));
}

/**
 * The keywords that neither the title nor the body mentions: not in other letters, not in the singular or plural, not by
 * another name that the facts files know.
 */
export function absentKeywords(snapshot: SeedSnapshot): { problem: Problem; part: MetadataField['part'] }[] {
  const found: { problem: Problem; part: MetadataField['part'] }[] = [];
  for (const { item, part } of keywordsOf(snapshot)) {
    const names = [item.value, ...otherNames(snapshot, item.value)];
    if (names.some((name) => isMentioned(snapshot, name))) continue;
    found.push({
      part,
      problem: {
        code: 'keyword-not-in-text',
        span: { start: item.start, end: item.end },
        message: `The text never mentions the keyword “${short(item.value)}”. Remove it, correct it, or accept this finding if the text is about it in other words.`,
        data: { keyword: item.value },
      },
    });
  }
  return found;
}

/** Names and aliases of the entities that a keyword is a name of. */
function otherNames(snapshot: SeedSnapshot, keyword: string): string[] {
  const key = keyword.trim().toLowerCase();
  const names: string[] = [];
  for (const { entity } of snapshot.knowledge.entities.values()) {
    const all = [entity.name, ...entity.aliases];
    if (all.some((name) => name.toLowerCase() === key)) names.push(...all);
  }
  return names;
}

function isMentioned(snapshot: SeedSnapshot, keyword: string): boolean {
  const words = stemsOf(keyword);
  if (words.length === 0) return true;
  const title = snapshot.metadata.first('title')?.field.value ?? '';
  if (holds(stemsOf(title), words)) return true;
  const needle = words.join(' ');
  let found = false;
  snapshot.sections.eachChunk((chunk) => {
    found ||= isInChunk(chunk, needle, words);
  });
  return found;
}

/** What was found out about keywords in chunks of sections, which never change. */
const remembered = new WeakMap<Chunk<Section>, Map<string, boolean>>();

function isInChunk(chunk: Chunk<Section>, needle: string, words: readonly string[]): boolean {
  const known = remembered.get(chunk) ?? new Map<string, boolean>();
  remembered.set(chunk, known);
  let found = known.get(needle);
  if (found === undefined) {
    found = chunk.items.some((section) => section.segment.kind === 'paragraph' && isInSection(section, needle, words));
    // Keywords come and go while they are typed; nobody asks for the old ones again.
    if (known.size > 200) known.clear();
    known.set(needle, found);
  }
  return found;
}

const inSections = new WeakMap<Section, Map<string, boolean>>();

function isInSection(section: Section, needle: string, words: readonly string[]): boolean {
  const known = inSections.get(section) ?? new Map<string, boolean>();
  inSections.set(section, known);
  let found = known.get(needle);
  if (found === undefined) {
    found = mayHold(section.segment.text, words) && holds(stemsOf(section.segment.text), words);
    if (known.size > 200) known.clear();
    known.set(needle, found);
  }
  return found;
}

/** A cheap look before the text is cut into words: the beginning of the longest word, in either case of its first letter. */
function mayHold(text: string, words: readonly string[]): boolean {
  const longest = words.reduce((a, b) => (b.length > a.length ? b : a), '');
  if (!/^[a-z]+$/.test(longest)) return true;
  return new RegExp(longest.slice(0, 4), 'i').test(text);
}

function holds(text: readonly string[], words: readonly string[]): boolean {
  for (let at = text.indexOf(words[0] as string); at !== -1; at = text.indexOf(words[0] as string, at + 1))
    if (words.every((word, i) => text[at + i] === word)) return true;
  // Scripts without blanks have words inside of words.
  return words.length === 1 &&
    /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Thai}/u.test(words[0] as string)
    ? text.some((word) => word.includes(words[0] as string))
    : false;
}

/** The words of a text without case, accents, hyphens and English endings. */
function stemsOf(text: string): string[] {
  return tokenize(text)
    .filter(({ kind }) => kind === 'word' || kind === 'number' || kind === 'handle')
    .flatMap(({ start, end }) => text.slice(start, end).split(/[-‐‑–_/]/u))
    .map(stem)
    .filter((word) => word !== '');
}

function stem(word: string): string {
  const plain = word
    .normalize('NFKD')
    .replace(/[\p{M}.’'ʼ]/gu, '')
    .toLowerCase();
  if (plain === 's' || !/^[a-z]{4,}$/.test(plain)) return plain === 's' ? '' : plain;
  return plain
    .replace(/(?:ies|ied)$/, 'y')
    .replace(/(?:sses|shes|ches|xes)$/, (end) => end.slice(0, -2))
    .replace(/([^su])s$/, '$1')
    .replace(/(?<=[a-z]{3})(?:ing|ed)$/, '')
    .replace(/([bdfgklmnprt])\1$/, '$1')
    .replace(/e$/, '');
}

function short(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
