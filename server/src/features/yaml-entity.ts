import type { Position } from '../text/lines.ts';
import { type Span, touches } from '../text/span.ts';
import type { YamlSnapshot } from '../workspace/snapshot.ts';

/**
 * The id of the entity that a position of a YAML file stands for: at the id, the name or an alias of an entry of a facts
 * file, and where an annotation or a relation refers to an entry. It need not be in the facts.
 */
export function entityIdAt(
  { uri, lines, entities, annotations }: YamlSnapshot,
  position: Position,
): string | undefined {
  const offset = lines.offsetAt(position);
  const isAt = (span: Span | undefined) => span !== undefined && touches(span, offset);
  for (const { entity, entitySpan } of annotations) if (isAt(entitySpan)) return entity;
  for (const { uri: file, entity } of entities.values()) {
    if (file !== uri || !isAt(entity.entry)) continue;
    const { id, idSpan, nameSpan, aliasEntries, relations } = entity;
    if (isAt(idSpan) || isAt(nameSpan) || aliasEntries.some(({ span }) => isAt(span))) return id;
    const relation = relations.find(({ spans }) => isAt(spans.entity));
    if (relation !== undefined) return relation.entity;
  }
  return undefined;
}
