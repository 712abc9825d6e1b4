import type { Mention } from '../../names/types.ts';
import { flatLine } from '../../text/shorten.ts';
import { referentsOf } from '../referents.ts';
import type { SeedSnapshot } from '../snapshot.ts';
import { type EntityKey, keyOfEntity, keyOfName } from './types.ts';

/** How the index tells what a mention of an open seed names; `text`: the words of the mention. */
export function keyOfMention(
  snapshot: SeedSnapshot,
  { type, entity }: Pick<Mention, 'type' | 'entity'>,
  text: string,
): EntityKey {
  const full = entity === undefined ? referentsOf(snapshot).fullOf(type, text) : undefined;
  const id = entity ?? full?.entity;
  return id === undefined ? keyOfName(type, full?.text ?? flatLine(text)) : keyOfEntity(id);
}
