import type { PlacedAnnotation, Relation } from '../annotations/types.ts';
import { linkAddress } from '../facts/link-address.ts';
import type { AnnotatedDocument, DocumentAnnotation, DocumentEntity, DocumentRelation } from '../formats/types.ts';
import type { SeedSnapshot } from '../workspace/snapshot.ts';
import { sourceOf } from './source.ts';

/** A seed with its annotations as formats have it. `path` is that of its file, as it shall be written. */
export function documentOf(snapshot: SeedSnapshot, path: string): AnnotatedDocument {
  const { lines, annotations, relations, metadata } = snapshot;
  return {
    source: sourceOf(metadata, path),
    text: lines.toString(),
    annotations: annotations.map((placed) => annotationOf(placed, snapshot)),
    relations: relations.map(relationOf),
  };
}

function annotationOf({ annotation, spans }: PlacedAnnotation, snapshot: SeedSnapshot): DocumentAnnotation {
  const { id, type, status, everywhere, quote, before, after, entity, note, attributes, by, on } = annotation;
  return {
    id: writtenId(id),
    type,
    status,
    everywhere,
    spans,
    quote,
    before,
    after,
    entity: entity === undefined ? undefined : entityOf(entity, snapshot),
    note,
    attributes,
    by,
    on,
  };
}

function entityOf(id: string, { knowledge }: SeedSnapshot): DocumentEntity {
  const entity = knowledge.entities.get(id)?.entity;
  const links = (entity?.links ?? []).map(([name, value]) => linkAddress(name, value));
  // What else stands among the links may be a note or a path of this machine.
  return {
    id,
    name: entity?.name,
    links: [...new Set(links.filter((link) => /^https:\/\/[^\s<>"{}|\\^`]+$/i.test(link)))],
  };
}

function relationOf({ id, type, from, to, note, by, on }: Relation): DocumentRelation {
  return { id: writtenId(id), type, from, to, note, by, on };
}

/** An entry without an id is known by its number, which is none that anybody wrote. */
function writtenId(id: string): string | undefined {
  return id.startsWith('#') ? undefined : id;
}
