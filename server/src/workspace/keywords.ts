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
  const keywords = keywordsOf(snapshot);
  if (keywords.length === 0) return [];
  const names = keywords.map(({ item }) => [item.value, ...otherNames(snapshot, item.value)].map(stemsOf));
  const there = wordsInText(snapshot, [...new Set(names.flat(2))]);
  return keywords
    .filter((_, i) => !(names[i] ?? []).some((stems) => stems.every((word) => there.has(word))))
    .map(({ item, part }) => ({
      part,
      problem: {
        code: 'keyword-not-in-text',
        span: { start: item.start, end: item.end },
        message: `The text never mentions the keyword “${short(item.value)}”. Remove it, correct it, or accept this finding if the text is about it in other words.`,
        data: { keyword: item.value },
      },
    }));
}

/** Names and aliases of the entities that a keyword is a name of. */
function otherNames({ knowledge: { entities } }: SeedSnapshot, keyword: string): readonly string[] {
  let byName = namesByName.get(entities);
  if (byName === undefined) {
    byName = new Map();
    for (const { entity } of entities.values()) {
      const all = [entity.name, ...entity.aliases];
      for (const name of all) byName.set(name.toLowerCase(), [...(byName.get(name.toLowerCase()) ?? []), ...all]);
    }
    namesByName.set(entities, byName);
  }
  return byName.get(keyword.trim().toLowerCase()) ?? [];
}

/** All names of an entity by each of them, made once for all seeds that share the facts. */
const namesByName = new WeakMap<SeedSnapshot['knowledge']['entities'], Map<string, readonly string[]>>();

/**
 * Those of some words that stand in the title or the body, together or apart: "Berlin Wall" is what "the Wall in Berlin" is
 * about. Sections and chunks of them never change, so what was found in each is kept with it: a key asks one chunk again.
 */
function wordsInText(snapshot: SeedSnapshot, words: readonly string[]): ReadonlySet<string> {
  const title = stemsOf(snapshot.metadata.first('title')?.field.value ?? '');
  const open = words.filter((word) => !includes(title, word));
  const there = new Set(words.filter((word) => !open.includes(word)));
  const key = open.join(' ');
  const take = (found: readonly string[]) => {
    for (const word of found) there.add(word);
  };
  // What is known costs nothing: most words stand in a part of the text that did not change.
  snapshot.sections.eachChunk((chunk) => {
    const known = inChunks.get(chunk);
    if (known?.key === key) take(known.found);
  });
  if (there.size === words.length) return there;
  snapshot.sections.eachChunk((chunk) => take(foundIn(inChunks, chunk, key, () => wordsInChunk(chunk, open, key))));
  return there;
}

function wordsInChunk(chunk: Chunk<Section>, words: readonly string[], key: string): readonly string[] {
  const found = new Set<string>();
  for (const section of chunk.items) {
    if (section.segment.kind !== 'paragraph') continue;
    const look = () => words.filter((word) => isIn(section.segment.text, word));
    for (const word of foundIn(inSections, section, key, look)) found.add(word);
  }
  return [...found];
}

/** Which of the words in question, told by their key, stand in a place. */
interface Known {
  readonly key: string;
  readonly found: readonly string[];
}

const inChunks = new WeakMap<Chunk<Section>, Known>();
const inSections = new WeakMap<Section, Known>();

function foundIn<K extends object>(
  memory: WeakMap<K, Known>,
  place: K,
  key: string,
  look: () => readonly string[],
): readonly string[] {
  const known = memory.get(place);
  if (known?.key === key) return known.found;
  const found = look();
  memory.set(place, { key, found });
  return found;
}

function isIn(text: string, word: string): boolean {
  // A cheap look before the text is cut into words: ASCII words keep their beginning whatever their ending.
  if (/^[a-z]+$/.test(word) && !beginningOf(word).test(text)) return false;
  // Several words are looked for in one text after another.
  if (last.text !== text) last = { text, stems: stemsOf(text) };
  return includes(last.stems, word);
}

let last: { readonly text: string; readonly stems: readonly string[] } = { text: '', stems: [] };

const beginnings = new Map<string, RegExp>();

function beginningOf(word: string): RegExp {
  const letters = word.slice(0, 4);
  let pattern = beginnings.get(letters);
  if (pattern === undefined) {
    pattern = new RegExp(letters, 'i');
    if (beginnings.size > 500) beginnings.clear();
    beginnings.set(letters, pattern);
  }
  return pattern;
}

function includes(words: readonly string[], word: string): boolean {
  if (words.includes(word)) return true;
  // Scripts without blanks have words inside of words.
  return UNSPACED.test(word) && words.some((other) => other.includes(word));
}

const UNSPACED = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Thai}/u;

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
