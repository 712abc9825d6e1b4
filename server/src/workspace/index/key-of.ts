import type { Mention } from '../../names/types.ts';
import { flatLine } from '../../text/shorten.ts';
import { referentsOf } from '../referents.ts';
import type { SeedSnapshot } from '../snapshot.ts';
import { type EntityKey, keyOfEntity, keyOfName } from './types.ts';

/** How the index tells what a mention or an annotation of an open seed names; `text`: its words. */
export function keyOfMention(
  snapshot: SeedSnapshot,
  { type, entity }: Pick<Mention, 'type' | 'entity'>,
  text: string,
): EntityKey {
  const referents = referentsOf(snapshot);
  const id = entity ?? referents.entityOf(type, text);
  if (id !== undefined) return keyOfEntity(id);
  return keyOfName(type, referents.fullOf(type, text)?.text ?? flatLine(text));
}
