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

/** Whether all words of a keyword stand in the text, together or apart: "Berlin Wall" is what "the Wall in Berlin" is about. */
function isMentioned(snapshot: SeedSnapshot, keyword: string): boolean {
  const title = stemsOf(snapshot.metadata.first('title')?.field.value ?? '');
  return soughtStems(keyword).every((sought) => {
    if (hasStem(title, sought)) return true;
    let found = false;
    snapshot.sections.eachChunk((chunk) => {
      found ||= isInChunk(chunk, sought);
    });
    return found;
  });
}

/** What was found out about words in chunks of sections and in sections, which never change. */
const inChunks = new WeakMap<Chunk<Section>, Map<string, boolean>>();
const inSections = new WeakMap<Section, Map<string, boolean>>();

function isInChunk(chunk: Chunk<Section>, sought: readonly string[]): boolean {
  const key = sought.join(' ');
  return remembered(inChunks, chunk, key, () =>
    chunk.items.some((section) =>
      remembered(inSections, section, key, () => {
        const { kind, text } = section.segment;
        return kind === 'paragraph' && mayHold(text, sought) && hasStem(stemsOf(text), sought);
      }),
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

function short(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
