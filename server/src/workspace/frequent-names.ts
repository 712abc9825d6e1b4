import type { Chunk } from '../text/sequence.ts';
import { referentsOf } from './referents.ts';
import type { Section } from './section.ts';
import type { SeedSnapshot } from './snapshot.ts';

/** What a document can be about. Numbers, sums and dates are in it, but it is not about them. */
const TOPICS: ReadonlySet<string> = new Set([
  'person',
  'organization',
  'place',
  'group',
  'event',
  'law',
  'product',
  'work',
]);

/**
 * The names that the body mentions most, the most frequent first; of equal ones the one that comes first. Short forms
 * count for the full name. Names of one entity of the facts files count together, under the name that the facts give it; all else by its letters. What was
 * rejected is no name, what was annotated is one. Looks at the analysis: of a section that was not analysed it makes one.
 */
export function frequentNames(snapshot: SeedSnapshot, most: number): Counted[] {
  const all = new Map<string, Counted>();
  const referents = referentsOf(snapshot);
  snapshot.sections.eachChunk((chunk) => {
    for (const [key, { name, type, count }] of countsOf(chunk)) {
      const full = key.startsWith(ENTITY) ? undefined : referents.fullOf(type, name);
      if (full === undefined) add(all, key, name, type, count);
      else add(all, full.entity === undefined ? full.text.toLowerCase() : ENTITY + full.entity, full.text, type, count);
    }
  });
  const known = snapshot.knowledge.entities;
  return [...all]
    .sort(([, a], [, b]) => b.count - a.count)
    .slice(0, most)
    .map(([key, { name, type, count }]) => ({
      type,
      name: key.startsWith(ENTITY) ? (known.get(key.slice(1))?.entity.name ?? name) : name,
      count,
    }));
}

export interface Counted {
  readonly name: string;
  readonly type: string;
  readonly count: number;
}

/** Begins the key of an entity, which no text can. */
const ENTITY = '\0';

/** Chunks of sections never change, and a key touches one of them only. */
const remembered = new WeakMap<Chunk<Section>, ReadonlyMap<string, Counted>>();

function countsOf(chunk: Chunk<Section>): ReadonlyMap<string, Counted> {
  let counts = remembered.get(chunk);
  if (counts === undefined) {
    counts = count(chunk.items);
    remembered.set(chunk, counts);
  }
  return counts;
}

function count(sections: readonly Section[]): ReadonlyMap<string, Counted> {
  const counts = new Map<string, Counted>();
  for (const { segment, analysis, painted } of sections) {
    if (segment.kind !== 'paragraph') continue;
    for (const { start, end, type } of painted) {
      const mention = analysis.mentions.find((one) => one.start === start && one.end === end);
      // An entity of the project's own type is a topic, too.
      if (!TOPICS.has(type) && mention?.entity === undefined) continue;
      const name = segment.text.slice(start, end).replace(/\s+/gu, ' ');
      const key = mention?.entity === undefined ? name.toLowerCase() : ENTITY + mention.entity;
      add(counts, key, name, type, 1);
    }
  }
  return counts;
}

function add(counts: Map<string, Counted>, key: string, name: string, type: string, times: number): void {
  const before = counts.get(key);
  counts.set(key, { name: before?.name ?? name, type, count: (before?.count ?? 0) + times });
}
