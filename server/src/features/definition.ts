import type { Location } from 'vscode-languageserver-types';
import type { Annotation, Relation } from '../annotations/types.ts';
import type { Position, TextLines } from '../text/lines.ts';
import { type Span, touches } from '../text/span.ts';
import { entityOf } from '../workspace/referents.ts';
import type { AnnotatedSeed, KnownEntity, SeedSnapshot, Snapshot, YamlSnapshot } from '../workspace/snapshot.ts';
import { innermost, locate } from './locate.ts';
import { entityIdAt } from './yaml-entity.ts';

export interface DefinitionOptions {
  /** The present text of a file that a place may lie in. */
  readonly linesOf: (uri: string) => TextLines | undefined;
  /** Of a sidecar its seed, if it is there. */
  readonly seed?: AnnotatedSeed | undefined;
}

/**
 * Where what stands at a position is set down. In a seed: the entry of an annotation in the annotations file, and that of
 * its entity, or of a name's, in the facts. In an annotations file: from an entity to the facts, from the end of a relation
 * to its annotation, from all else of an entry to its place in the seed. In a facts file: an entry itself, so that editors which
 * go on to the references from there do.
 */
export function definition(snapshot: Snapshot, position: Position, options: DefinitionOptions): Location[] {
  if (snapshot.kind === 'seed') return fromSeed(snapshot, position, options);
  const entity = entityIdAt(snapshot, position);
  if (entity !== undefined) return factsEntry(snapshot.entities.get(entity), options);
  const offset = snapshot.lines.offsetAt(position);
  const annotation = entryAt(snapshot.annotations, offset);
  if (annotation !== undefined) return inSeed(annotation.id, options);
  const relation = entryAt(snapshot.relations, offset);
  if (relation === undefined) return [];
  const end = endAt(relation, offset);
  if (end === undefined) return [relation.from, relation.to].flatMap((id) => inSeed(id, options));
  return snapshot.annotations
    .filter(({ id }) => id === end)
    .slice(0, 1)
    .map(({ span }) => place(snapshot.uri, snapshot.lines, span));
}

/** What the `source` of a fact says that a position of a facts file stands in. */
export function sourceAt({ references, lines }: YamlSnapshot, position: Position): string | undefined {
  const offset = lines.offsetAt(position);
  return references.find(({ kind, span }) => kind === 'source' && touches(span, offset))?.value;
}

/** The places in the seed of the annotation that a position of an annotations file is about, and the relations that name it. */
export function sidecarReferences(snapshot: YamlSnapshot, position: Position, options: DefinitionOptions): Location[] {
  const offset = snapshot.lines.offsetAt(position);
  const relation = entryAt(snapshot.relations, offset);
  const id = entryAt(snapshot.annotations, offset)?.id ?? (relation && endAt(relation, offset));
  if (id === undefined) return [];
  const ends = snapshot.relations.flatMap(({ from, to, fromSpan, toSpan }) => [
    ...(from === id ? [fromSpan] : []),
    ...(to === id ? [toSpan] : []),
  ]);
  return [...inSeed(id, options), ...ends.map((span) => place(snapshot.uri, snapshot.lines, span))];
}

function fromSeed(snapshot: SeedSnapshot, position: Position, options: DefinitionOptions): Location[] {
  const at = locate(snapshot, position);
  if (at === undefined) return [];
  const local = innermost(at.section.annotations, at.offset);
  const annotation = local && snapshot.annotations.find((placed) => placed.annotation.id === local.id)?.annotation;
  const mention = innermost(at.section.analysis.mentions, at.offset);
  const own = mention && entityOf(snapshot, mention, at.section.segment.text.slice(mention.start, mention.end));
  const id = annotation?.entity ?? (annotation?.status === 'rejected' ? undefined : own);
  const sidecar = annotation && options.linesOf(snapshot.sidecarUri);
  return [
    ...(annotation && sidecar ? [place(snapshot.sidecarUri, sidecar, annotation.span)] : []),
    ...(id === undefined ? [] : factsEntry(snapshot.knowledge.entities.get(id), options)),
  ];
}

function entryAt<T extends Annotation | Relation>(entries: readonly T[], offset: number): T | undefined {
  return entries.find(({ span }) => touches(span, offset));
}

/** The annotation that is named at a position of a relation. */
function endAt({ from, to, fromSpan, toSpan }: Relation, offset: number): string | undefined {
  if (touches(fromSpan, offset)) return from;
  return touches(toSpan, offset) ? to : undefined;
}

function inSeed(id: string, { seed }: DefinitionOptions): Location[] {
  const placed = seed?.annotations.find(({ annotation }) => annotation.id === id);
  return seed === undefined ? [] : (placed?.spans ?? []).map((span) => place(seed.uri, seed.lines, span));
}

/** The entry of an entity in its facts file. */
export function factsEntry(
  known: KnownEntity | undefined,
  { linesOf }: Pick<DefinitionOptions, 'linesOf'>,
): Location[] {
  const lines = known && linesOf(known.uri);
  return known && lines ? [place(known.uri, lines, known.entity.span)] : [];
}

function place(uri: string, lines: TextLines, span: Span): Location {
  return { uri, range: { start: lines.positionAt(span.start), end: lines.positionAt(span.end) } };
}
