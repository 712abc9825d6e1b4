import type { Range } from '../protocol.ts';
import type { Position } from '../text/lines.ts';
import { type Span, touches } from '../text/span.ts';
import { entityOf } from '../workspace/referents.ts';
import type { Snapshot, YamlSnapshot } from '../workspace/snapshot.ts';
import { innermost, locate, rangeIn } from './locate.ts';

/** What a rename at a position is of. */
export interface RenameTarget {
  readonly what: 'name' | 'id';
  readonly id: string;
  /** Where that stands. */
  readonly range: Range;
  /** What is to be renamed: the name in the facts, which the text may write otherwise. */
  readonly placeholder: string;
}

/**
 * The entity at a position: in a seed by what is named there, whose name in the facts can be another one; in facts files and
 * annotations files by what is written there, a name or an id. The text of a seed is never renamed.
 */
export function renameTarget(snapshot: Snapshot, position: Position): RenameTarget | undefined {
  return snapshot.kind === 'yaml' ? inYaml(snapshot, position) : inSeed(snapshot, position);
}

function inSeed(snapshot: Extract<Snapshot, { kind: 'seed' }>, position: Position): RenameTarget | undefined {
  const place = locate(snapshot, position);
  if (place === undefined) return undefined;
  const { section, line, offset } = place;
  const annotation = innermost(section.annotations, offset);
  const whole = annotation && snapshot.annotations.find((placed) => placed.annotation.id === annotation.id)?.annotation;
  const mention = innermost(section.analysis.mentions, offset);
  const named = mention && entityOf(snapshot, mention, section.segment.text.slice(mention.start, mention.end));
  const isRejected = whole?.status === 'rejected';
  const id = whole?.entity ?? (isRejected ? undefined : named);
  const known = id === undefined ? undefined : snapshot.knowledge.entities.get(id)?.entity;
  const span = whole?.entity === undefined ? mention : annotation;
  if (known === undefined || span === undefined) return undefined;
  return { what: 'name', id: known.id, range: rangeIn(section, line, span), placeholder: known.name };
}

function inYaml({ uri, lines, entities, annotations }: YamlSnapshot, position: Position): RenameTarget | undefined {
  const offset = lines.offsetAt(position);
  const target = (what: 'name' | 'id', id: string, span: Span, placeholder: string): RenameTarget => ({
    what,
    id,
    range: { start: lines.positionAt(span.start), end: lines.positionAt(span.end) },
    placeholder,
  });
  const linked = annotations.find(({ entitySpan }) => entitySpan !== undefined && touches(entitySpan, offset));
  if (linked?.entity !== undefined && linked.entitySpan !== undefined)
    return entities.has(linked.entity) ? target('id', linked.entity, linked.entitySpan, linked.entity) : undefined;
  for (const { entity, uri: own } of entities.values()) {
    if (own !== uri || !touches(entity.entry, offset)) continue;
    const { id, name, idSpan, nameSpan } = entity;
    if (idSpan !== undefined && touches(idSpan, offset)) return target('id', id, idSpan, id);
    if (nameSpan !== undefined && touches(nameSpan, offset)) return target('name', id, nameSpan, name);
    const relation = entity.relations.find(({ spans }) => touches(spans.entity, offset));
    if (relation !== undefined && entities.has(relation.entity))
      return target('id', relation.entity, relation.spans.entity, relation.entity);
  }
  return undefined;
}
