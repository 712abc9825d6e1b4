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
  const wanted = wantedOf(snapshot);
  if (wanted.keywords.length === 0) return [];
  const there = wordsInText(snapshot, wanted);
  return wanted.keywords
    .filter(({ names }) => !names.some((stems) => stems.every((word) => there.has(word))))
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

/** The words that are looked for, worked out once for each state of the metadata and the facts. */
interface Wanted {
  readonly entities: SeedSnapshot['knowledge']['entities'];
  /** Each keyword with the words of each of its names. */
  readonly keywords: readonly (Keyword & { readonly names: readonly (readonly string[])[] })[];
  readonly inTitle: readonly string[];
  /** Words that are not in the title. */
  readonly words: readonly string[];
}

const wantedBy = new WeakMap<SeedSnapshot['metadata'], Wanted>();

function wantedOf(snapshot: SeedSnapshot): Wanted {
  const { metadata, knowledge } = snapshot;
  let wanted = wantedBy.get(metadata);
  if (wanted?.entities !== knowledge.entities) {
    const keywords = keywordsOf(snapshot).map((keyword) => ({
      ...keyword,
      names: [keyword.item.value, ...otherNames(snapshot, keyword.item.value)].map(stemsOf),
    }));
    const title = stemsOf(metadata.first('title')?.field.value ?? '');
    const all = [...new Set(keywords.flatMap(({ names }) => names.flat()))];
    const inTitle = all.filter((word) => includes(title, word));
    wanted = { entities: knowledge.entities, keywords, inTitle, words: all.filter((word) => !inTitle.includes(word)) };
    wantedBy.set(metadata, wanted);
  }
  return wanted;
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
function wordsInText({ sections }: SeedSnapshot, wanted: Wanted): ReadonlySet<string> {
  const there = new Set(wanted.inTitle);
  const take = (found: readonly string[]) => {
    for (const word of found) there.add(word);
  };
  // What is known costs nothing: most words stand in a part of the text that did not change.
  sections.eachChunk((chunk) => {
    const known = inChunks.get(chunk);
    if (known?.wanted === wanted.words) take(known.found);
  });
  if (there.size < wanted.inTitle.length + wanted.words.length) {
    sections.eachChunk((chunk) =>
      take(foundIn(inChunks, chunk, wanted.words, () => wordsInChunk(chunk, wanted.words))),
    );
  }
  return there;
}

function wordsInChunk(chunk: Chunk<Section>, words: readonly string[]): readonly string[] {
  const found = new Set<string>();
  for (const section of chunk.items) {
    if (section.segment.kind !== 'paragraph') continue;
    const look = () => words.filter((word) => isIn(section.segment.text, word));
    for (const word of foundIn(inSections, section, words, look)) found.add(word);
  }
  return [...found];
}

/** Which of the words in question stand in a place. */
interface Known {
  readonly wanted: readonly string[];
  readonly found: readonly string[];
}

const inChunks = new WeakMap<Chunk<Section>, Known>();
const inSections = new WeakMap<Section, Known>();

function foundIn<K extends object>(
  memory: WeakMap<K, Known>,
  place: K,
  wanted: readonly string[],
  look: () => readonly string[],
): readonly string[] {
  const known = memory.get(place);
  if (known?.wanted === wanted) return known.found;
  const found = look();
  memory.set(place, { wanted, found: found.length === 0 ? NONE : found });
  return found;
}

const NONE: readonly string[] = [];

/** Whether a text holds a word that has this stem. */
function isIn(text: string, word: string): boolean {
  // Words that begin otherwise need not be looked at. Accents, or the stops of "U.S.", would hide the beginning.
  if (!/^[a-z]{4,}$/.test(word) || /[\u00c0-\u024f]/.test(text)) return includes(stemsOf(text), word);
  for (const [candidate] of text.matchAll(beginningWith(word))) if (stem(candidate) === word) return true;
  return false;
}

const patterns = new Map<string, RegExp>();

/** Words that may have a stem: they begin as it does, but for a "y" that other forms do not have ("spy", "spies"). */
function beginningWith(word: string): RegExp {
  let pattern = patterns.get(word);
  if (pattern === undefined) {
    const beginning = word.replace(/y$/, '').slice(0, 4);
    pattern = new RegExp(`(?<![a-z0-9])${beginning}[a-z0-9.’'ʼ]{0,40}`, 'gi');
    if (patterns.size > 500) patterns.clear();
    patterns.set(word, pattern);
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
