import type { Position } from '../text/lines.ts';
import { kindOf } from '../workspace/kinds.ts';
import type { YamlSnapshot } from '../workspace/snapshot.ts';
import { placeAt, type YamlPlace } from '../yaml/position.ts';
import { formsAt } from '../yaml/schema.ts';
import { schemaOf } from './yaml-schemas.ts';

/**
 * The id of the entity that a position of a YAML file stands for: at the id, the name or an alias of an entry of a facts
 * file, and at a value that refers to an entry. It need not be in the facts.
 */
export function entityIdAt(snapshot: YamlSnapshot, position: Position): string | undefined {
  const root = schemaOf(snapshot.uri);
  const place = root && placeAt(snapshot.lines.toString(), snapshot.lines.offsetAt(position));
  if (root === undefined || place === undefined || place.text === '') return undefined;
  if (place.kind !== 'value' && place.kind !== 'either') return undefined;
  if (formsAt(root, place.path).some(({ names }) => names.includes('entityId'))) return place.text;
  return kindOf(snapshot.uri) === 'facts' ? entryOf(snapshot, place) : undefined;
}

function entryOf({ uri, entities }: YamlSnapshot, { path, text, span }: YamlPlace): string | undefined {
  const [, key, ...below] = path[0] === 'entities' ? path.slice(1) : path;
  if (key === 'id' && below.length === 0) return text;
  const isAlias = key === 'aliases' && (below.length < 2 || (below.length === 2 && below[1] === 'text'));
  if (!isAlias && !(key === 'name' && below.length === 0)) return undefined;
  // Of several with the same name the one whose entry begins last before it.
  let best: { readonly id: string; readonly start: number } | undefined;
  for (const { uri: file, entity } of entities.values()) {
    if (file !== uri || (isAlias ? !entity.aliases.includes(text) : entity.name !== text)) continue;
    const { start } = entity.span;
    if (best === undefined || (start <= span.start && start > best.start)) best = { id: entity.id, start };
  }
  return best?.id;
}
