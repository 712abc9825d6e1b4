import type { MetadataField } from '../seed/metadata.ts';
import type { FieldItem } from '../seed/types.ts';
import type { Problem } from '../text/problem.ts';
import type { Chunk } from '../text/sequence.ts';
import { hasStem, mayHold, soughtStems, stemsOf } from '../text/stems.ts';
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
  const words = new Map<string, Word>();
  const names = keywords.map(({ item }) =>
    [item.value, ...otherNames(snapshot, item.value)].map((name) => wordsOf(name, words)),
  );
  const there = wordsInText(snapshot, [...words.values()]);
  return keywords
    .filter((_, i) => !(names[i] ?? []).some((own) => own.every((word) => there.has(word))))
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

/** A word that is looked for: its stem, or another one that may stand in its place. */
interface Word {
  readonly key: string;
  readonly stems: readonly string[];
}

/** The words of a name. Equal words are one object, which `known` keeps. */
function wordsOf(name: string, known: Map<string, Word>): readonly Word[] {
  return soughtStems(name).map((stems) => {
    const key = stems.join('|');
    const word = known.get(key) ?? { key, stems };
    known.set(key, word);
    return word;
  });
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
function wordsInText(snapshot: SeedSnapshot, words: readonly Word[]): ReadonlySet<Word> {
  const title = stemsOf(snapshot.metadata.first('title')?.field.value ?? '');
  const open = words.filter(({ stems }) => !hasStem(title, stems));
  const there = new Set(words.filter((word) => !open.includes(word)));
  const key = open.map((word) => word.key).join(' ');
  const take = (found: readonly string[]) => {
    for (const word of open) if (found.includes(word.key)) there.add(word);
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

function wordsInChunk(chunk: Chunk<Section>, words: readonly Word[], key: string): readonly string[] {
  const found = new Set<string>();
  for (const section of chunk.items) {
    if (section.segment.kind !== 'paragraph') continue;
    const look = () => words.filter((word) => isIn(section.segment.text, word)).map((word) => word.key);
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

function isIn(text: string, { stems }: Word): boolean {
  if (!mayHold(text, stems)) return false;
  // Several words are looked for in one text after another.
  if (last.text !== text) last = { text, stems: stemsOf(text) };
  return hasStem(last.stems, stems);
}

let last: { readonly text: string; readonly stems: readonly string[] } = { text: '', stems: [] };

function short(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
