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
 * count for the full name. Names of one entity of the facts files count together, under the name that the facts give it;
 * all else by its letters. What was rejected is no name, what was annotated is one. Looks at the analysis: of a section
 * that was not analysed it makes one.
 */
export function frequentNames(snapshot: SeedSnapshot, most: number): Counted[] {
  const all = new Map<string, Counted & { most: number }>();
  const referents = referentsOf(snapshot);
  const typed = new Map<string, OfType>();
  snapshot.sections.eachChunk((chunk) => {
    for (const [key, { entity, name, type, count }] of countsOf(chunk)) add(typed, key, name, type, entity, count);
  });
  for (const { entity, name, type, count } of typed.values()) {
    const full = entity === undefined ? referents.fullOf(type, name) : undefined;
    const whole = full?.text ?? name;
    const id = entity ?? full?.entity;
    const key = id === undefined ? whole.toLowerCase() : ENTITY + id;
    const before = all.get(key) ?? { name: whole, type, count: 0, most: count };
    // Of what is now taken for one thing and now for another, the commoner one.
    const likelier = count > before.most ? { type, most: count } : {};
    all.set(key, { ...before, ...likelier, count: before.count + count });
  }
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
const remembered = new WeakMap<Chunk<Section>, ReadonlyMap<string, OfType>>();

/** How often one spelling, or one entity, is taken for one type. */
interface OfType extends Counted {
  readonly entity: string | undefined;
}

function countsOf(chunk: Chunk<Section>): ReadonlyMap<string, OfType> {
  let counts = remembered.get(chunk);
  if (counts === undefined) {
    counts = count(chunk.items);
    remembered.set(chunk, counts);
  }
  return counts;
}

function count(sections: readonly Section[]): ReadonlyMap<string, OfType> {
  const counts = new Map<string, OfType>();
  for (const { segment, analysis, painted } of sections) {
    if (segment.kind !== 'paragraph') continue;
    const mentions = new Map(analysis.mentions.map((mention) => [mention.start, mention]));
    for (const { start, end, type } of painted) {
      const found = mentions.get(start);
      const entity = found?.end === end ? found.entity : undefined;
      // An entity of the project's own type is a topic, too.
      if (!TOPICS.has(type) && entity === undefined) continue;
      const name = segment.text.slice(start, end).replace(/\s+/gu, ' ');
      const key = `${type}\n${entity === undefined ? name.toLowerCase() : ENTITY + entity}`;
      add(counts, key, name, type, entity, 1);
    }
  }
  return counts;
}

function add(
  counts: Map<string, OfType>,
  key: string,
  name: string,
  type: string,
  entity: string | undefined,
  times: number,
): void {
  const before = counts.get(key);
  counts.set(key, { name: before?.name ?? name, type, entity, count: (before?.count ?? 0) + times });
}
