import { referentsOf } from '../referents.ts';
import type { SeedSnapshot } from '../snapshot.ts';
import { describeSeed } from './describe-seed.ts';
import type { EntityKey, IndexedRange } from './types.ts';

/**
 * Where an open seed names what, in its present text, by the rules of the index; as far as its names have been worked out.
 */
export function liveMentions(snapshot: SeedSnapshot): ReadonlyMap<EntityKey, readonly IndexedRange[]> {
  const known = remembered.get(snapshot);
  if (known !== undefined) return known;
  const sections = [...snapshot.sections];
  const { mentions } = describeSeed({
    uri: snapshot.uri,
    metadata: snapshot.metadata,
    published: snapshot.published,
    sections,
    mentionsOf: (section) => (section.isWorkedOut('names') ? section.analysis.mentions : []),
    referents: referentsOf(snapshot),
    annotations: snapshot.annotations,
    times: undefined,
  });
  const places = new Map<EntityKey, IndexedRange[]>();
  for (const { key, line, character, endLine, endCharacter } of mentions) {
    const range = { start: { line, character }, end: { line: endLine, character: endCharacter } };
    const others = places.get(key);
    if (others === undefined) places.set(key, [range]);
    else others.push(range);
  }
  if (sections.every((section) => section.isWorkedOut('names'))) remembered.set(snapshot, places);
  return places;
}

const remembered = new WeakMap<SeedSnapshot, ReadonlyMap<EntityKey, readonly IndexedRange[]>>();
