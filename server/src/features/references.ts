import type { Location } from 'vscode-languageserver-types';
import type { Position } from '../text/lines.ts';
import { keyOfMention } from '../workspace/index/key-of.ts';
import {
  type EntityKey,
  type IndexedRange,
  isIndexed,
  keyOfEntity,
  type NameIndex,
  nameOfKey,
} from '../workspace/index/types.ts';
import type { KnownEntity, SeedSnapshot, Snapshot } from '../workspace/snapshot.ts';
import { innermost, locate } from './locate.ts';
import { entityIdAt } from './yaml-entity.ts';

/** The places of a name in an open seed. */
export interface OpenPlaces {
  readonly uri: string;
  readonly ranges: readonly IndexedRange[];
}

/**
 * All places of a name in the workspace, at most `limit`: those in open seeds as these are now, whatever the index says of
 * them, then those in closed ones by their publication.
 */
export function references(names: NameIndex, key: EntityKey, open: readonly OpenPlaces[], limit: number): Location[] {
  const found: Location[] = [];
  const add = (uri: string, ranges: readonly IndexedRange[]) => {
    for (const range of ranges.slice(0, limit - found.length)) found.push({ uri, range });
  };
  for (const { uri, ranges } of open) add(uri, ranges);
  const isOpen = new Set(open.map(({ uri }) => uri));
  for (const { seed, mentions } of names.mentionsOf(key))
    if (!isOpen.has(seed.uri))
      add(
        seed.uri,
        mentions.map(({ range }) => range),
      );
  return found;
}

/**
 * What is named at a position of a seed, or what a YAML file stands for there; undefined at times, amounts and plain words,
 * which the index does not know.
 */
export function keyAt(snapshot: Snapshot, position: Position): EntityKey | undefined {
  if (snapshot.kind === 'seed') return keyInSeed(snapshot, position);
  const id = entityIdAt(snapshot, position);
  return id === undefined ? undefined : keyOfEntity(id);
}

function keyInSeed(snapshot: SeedSnapshot, position: Position): EntityKey | undefined {
  const at = locate(snapshot, position);
  if (at === undefined) return undefined;
  const { section, offset } = at;
  const local = innermost(
    section.annotations.filter(({ status }) => status !== 'rejected'),
    offset,
  );
  const annotation = local && snapshot.annotations.find((placed) => placed.annotation.id === local.id)?.annotation;
  const { mentions } = section.analysis;
  if (local !== undefined && annotation !== undefined) {
    const { type, quote } = annotation;
    const own = mentions.find(({ start, end, type: of }) => start === local.start && end === local.end && of === type);
    const entity = annotation.entity ?? own?.entity;
    return isIndexed(type) ? keyOfMention(snapshot, { type, entity }, quote.join(' ')) : undefined;
  }
  const mention = innermost(mentions, offset);
  if (mention === undefined || !isIndexed(mention.type)) return undefined;
  return keyOfMention(snapshot, mention, section.segment.text.slice(mention.start, mention.end));
}

/** What people call something that is named. */
export function nameOf(key: EntityKey, entities: ReadonlyMap<string, KnownEntity>): string {
  const { entity, text } = nameOfKey(key);
  return (entity === undefined ? undefined : entities.get(entity)?.entity.name) ?? text;
}
