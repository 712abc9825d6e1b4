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
export function otherNames(snapshot: SeedSnapshot, keyword: string): string[] {
  const key = keyword.trim().toLowerCase();
  const names: string[] = [];
  for (const { entity } of snapshot.knowledge.entities.values()) {
    const all = [entity.name, ...entity.aliases];
    if (all.some((name) => name.toLowerCase() === key)) names.push(...all);
  }
  return names;
}

/** Whether all words of a keyword stand in the text, together or apart: "Berlin Wall" is what "the Wall in Berlin" is about. */
function isMentioned(snapshot: SeedSnapshot, keyword: string): boolean {
  const title = stemsOf(snapshot.metadata.first('title')?.field.value ?? '');
  return stemsOf(keyword).every((word) => {
    if (includes(title, word)) return true;
    let found = false;
    snapshot.sections.eachChunk((chunk) => {
      found ||= isInChunk(chunk, word);
    });
    return found;
  });
}

/** What was found out about words in chunks of sections and in sections, which never change. */
const inChunks = new WeakMap<Chunk<Section>, Map<string, boolean>>();
const inSections = new WeakMap<Section, Map<string, boolean>>();

function isInChunk(chunk: Chunk<Section>, word: string): boolean {
  return remembered(inChunks, chunk, word, () =>
    chunk.items.some((section) =>
      remembered(
        inSections,
        section,
        word,
        () => section.segment.kind === 'paragraph' && isIn(section.segment.text, word),
      ),
    ),
  );
}

function remembered<K extends object>(
  memory: WeakMap<K, Map<string, boolean>>,
  place: K,
  word: string,
  look: () => boolean,
): boolean {
  let known = memory.get(place);
  if (known === undefined) {
    known = new Map();
    memory.set(place, known);
  }
  let found = known.get(word);
  if (found === undefined) {
    found = look();
    // Keywords come and go while they are typed; nobody asks for the old ones again.
    if (known.size > 200) known.clear();
    known.set(word, found);
  }
  return found;
}

function isIn(text: string, word: string): boolean {
  // A cheap look before the text is cut into words.
  if (/^[a-z]+$/.test(word) && !new RegExp(word.slice(0, 4), 'i').test(text)) return false;
  return includes(stemsOf(text), word);
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
