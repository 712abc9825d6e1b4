import type { MetadataField } from '../seed/metadata.ts';
import type { FieldItem } from '../seed/types.ts';
import type { Problem } from '../text/problem.ts';
import type { Chunk } from '../text/sequence.ts';
import { shorten } from '../text/shorten.ts';
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
  const wanted = wantedOf(snapshot);
  if (wanted.keywords.length === 0) return [];
  const there = wordsInText(snapshot, wanted);
  return wanted.keywords
    .filter(({ names }) => !names.some((words) => words.every((word) => there.has(word))))
    .map(({ item, part }) => ({
      part,
      problem: {
        code: 'keyword-not-in-text',
        span: { start: item.start, end: item.end },
        message: `The text never mentions the keyword “${shorten(item.value)}”. Remove it, correct it, or accept this finding if the text is about it in other words.`,
        data: { keyword: item.value },
      },
    }));
}

/**
 * What looks for the keywords of a seed in one chunk after another, so that a long text can be searched in slices; undefined
 * where all of them are known to be mentioned, or there is none. {@link absentKeywords} finds what was found.
 */
export function keywordSearch(snapshot: SeedSnapshot): ((chunk: Chunk<Section>) => void) | undefined {
  const wanted = wantedOf(snapshot);
  const { take, isComplete } = knownWords(snapshot, wanted);
  if (wanted.keywords.length === 0 || isComplete()) return undefined;
  return (chunk) => {
    if (!isComplete()) take(foundInChunk(chunk, wanted.words));
  };
}

/** A word that is looked for: its stem, or another one that may stand in its place. One object for equal words. */
type Word = readonly string[];

/** The words that are looked for, worked out once for each state of the metadata and the facts. */
interface Wanted {
  readonly entities: SeedSnapshot['knowledge']['entities'];
  /** Each keyword with the words of each of its names. */
  readonly keywords: readonly (Keyword & { readonly names: readonly (readonly Word[])[] })[];
  readonly inTitle: readonly Word[];
  /** Words that are not in the title. */
  readonly words: readonly Word[];
}

const wantedBy = new WeakMap<SeedSnapshot['metadata'], Wanted>();

function wantedOf(snapshot: SeedSnapshot): Wanted {
  const { metadata, knowledge } = snapshot;
  let wanted = wantedBy.get(metadata);
  if (wanted?.entities !== knowledge.entities) {
    const known = new Map<string, Word>();
    const keywords = keywordsOf(snapshot).map((keyword) => ({
      ...keyword,
      names: [keyword.item.value, ...otherNames(snapshot, keyword.item.value)].map((name) => wordsOf(name, known)),
    }));
    const title = stemsOf(metadata.first('title')?.field.value ?? '');
    const all = [...known.values()];
    const inTitle = all.filter((word) => hasStem(title, word));
    wanted = { entities: knowledge.entities, keywords, inTitle, words: all.filter((word) => !inTitle.includes(word)) };
    wantedBy.set(metadata, wanted);
  }
  return wanted;
}

/** The words of a name; `known` keeps those of all names by what they are. */
function wordsOf(name: string, known: Map<string, Word>): readonly Word[] {
  return soughtStems(name).map((stems) => {
    const word = known.get(stems.join(' ')) ?? stems;
    known.set(stems.join(' '), word);
    return word;
  });
}

/** Names and aliases of the entities that a keyword is a name of. */
export function otherNames({ knowledge: { entities } }: SeedSnapshot, keyword: string): readonly string[] {
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
function wordsInText(snapshot: SeedSnapshot, wanted: Wanted): ReadonlySet<Word> {
  const { there, take, isComplete } = knownWords(snapshot, wanted);
  snapshot.sections.eachChunk((chunk) => {
    if (!isComplete()) take(foundInChunk(chunk, wanted.words));
  });
  return there;
}

/** The words that are known to stand in the text. That costs nothing, and most stand in a part that did not change. */
function knownWords({ sections }: SeedSnapshot, wanted: Wanted) {
  const there = new Set(wanted.inTitle);
  const take = (found: readonly Word[]) => {
    for (const word of found) there.add(word);
  };
  sections.eachChunk((chunk) => {
    const known = inChunks.get(chunk);
    if (known?.wanted === wanted.words) take(known.found);
  });
  return { there, take, isComplete: () => there.size === wanted.inTitle.length + wanted.words.length };
}

/** The words that stand in a chunk. One that was found is not looked for in the rest of it. */
function wordsInChunk(chunk: Chunk<Section>, words: readonly Word[]): readonly Word[] {
  const found: Word[] = [];
  const open = new Set(words.keys());
  for (const section of chunk.items) {
    if (open.size === 0) break;
    if (section.segment.kind !== 'paragraph') continue;
    const answers = answersOf(section, words);
    lookInSection(section, words, open, answers);
    for (const index of open) {
      if (answers[index] !== THERE) continue;
      open.delete(index);
      found.push(words[index] as Word);
    }
  }
  return found.length === 0 ? NONE : found;
}

/** Looks for the words that are open and were not looked for in this section before. */
function lookInSection(section: Section, words: readonly Word[], open: ReadonlySet<number>, answers: Uint8Array): void {
  const { text } = section.segment;
  let stems: readonly string[] | undefined;
  for (const index of open) {
    if (answers[index] !== UNKNOWN) continue;
    const word = words[index] as Word;
    let isThere = mayHold(text, word);
    if (isThere) {
      // Only a text that may hold one of them is cut into words.
      stems ??= stemsOf(text);
      isThere = hasStem(stems, word);
    }
    answers[index] = isThere ? THERE : ABSENT;
  }
}

const UNKNOWN = 0;
const ABSENT = 1;
const THERE = 2;

/** Which of the words in question stand in a chunk. */
interface Known {
  readonly wanted: readonly Word[];
  readonly found: readonly Word[];
}

const inChunks = new WeakMap<Chunk<Section>, Known>();
/** What was found out about each of the words in a section. */
const inSections = new WeakMap<Section, { readonly wanted: readonly Word[]; readonly answers: Uint8Array }>();

function answersOf(section: Section, wanted: readonly Word[]): Uint8Array {
  const known = inSections.get(section);
  if (known?.wanted === wanted) return known.answers;
  const answers = new Uint8Array(wanted.length);
  inSections.set(section, { wanted, answers });
  return answers;
}

function foundInChunk(chunk: Chunk<Section>, wanted: readonly Word[]): readonly Word[] {
  const known = inChunks.get(chunk);
  if (known?.wanted === wanted) return known.found;
  const found = wordsInChunk(chunk, wanted);
  inChunks.set(chunk, { wanted, found });
  return found;
}

const NONE: readonly Word[] = [];
