import type { DocumentHighlight, DocumentHighlightKind, Range } from 'vscode-languageserver-types';
import type { PlacedAnnotation } from '../annotations/types.ts';
import type { Position } from '../text/lines.ts';
import type { Chunk } from '../text/sequence.ts';
import type { Span } from '../text/span.ts';
import { referentsOf } from '../workspace/referents.ts';
import type { Section } from '../workspace/section.ts';
import type { SeedSnapshot } from '../workspace/snapshot.ts';
import { innermost, locate, type Place, rangeIn } from './locate.ts';

export interface DocumentHighlightOptions {
  /** So many places at most, those nearest to the position: more is a background, not a highlight. */
  readonly limit: number;
}

const TEXT: DocumentHighlightKind = 1;

/**
 * All places that mean what stands at a position: the same entity, the same name with the same type, annotations of
 * either. Undefined where no name, time or annotation stands: plain words are for the editor, which finds them itself. An
 * editor asks at every move of the cursor, so names are looked up and not searched.
 */
export function documentHighlights(
  snapshot: SeedSnapshot,
  position: Position,
  { limit }: DocumentHighlightOptions,
): DocumentHighlight[] | undefined {
  const place = locate(snapshot, position);
  const named = place && namedAt(snapshot, place);
  if (place === undefined || named === undefined) return undefined;
  const ranges: Range[] = nearest(snapshot, place, named, limit).map((each) => rangeIn(each.section, each.line, each));
  ranges.push(...annotated(snapshot, named));
  ranges.sort((a, b) => compare(a.start, b.start));
  const behind = ranges.findIndex(({ end }) => compare(end, position) >= 0);
  return around(ranges, behind === -1 ? ranges.length : behind, limit).map((range) => ({ range, kind: TEXT }));
}

/** What is looked for: a name or time by its entity, or else by its words and type. */
interface Named {
  readonly text: string;
  readonly type: string;
  readonly entity: string | undefined;
  /** What else the document writes for it: the full name, and its short forms. */
  readonly forms: ReadonlySet<string>;
}

function namedAt(snapshot: SeedSnapshot, { section, offset }: Place): Named | undefined {
  const confirmed = section.annotations.filter(({ status }) => status !== 'rejected');
  const local = innermost(confirmed, offset);
  const annotation = local && snapshot.annotations.find((placed) => placed.annotation.id === local.id)?.annotation;
  const mention = innermost(section.analysis.mentions, offset);
  if (annotation !== undefined) {
    const entity = annotation.entity ?? (mention?.type === annotation.type ? mention.entity : undefined);
    return named(snapshot, annotation.type, textOf(annotation), entity);
  }
  const found = mention ?? innermost(section.analysis.times, offset);
  if (found === undefined) return undefined;
  return named(snapshot, found.type, section.segment.text.slice(found.start, found.end), mention?.entity);
}

function named(snapshot: SeedSnapshot, type: string, text: string, entity: string | undefined): Named {
  const referents = referentsOf(snapshot);
  const full = referents.fullOf(type, text);
  const whole = full?.text ?? text;
  return {
    text,
    type,
    entity: entity ?? full?.entity,
    forms: new Set([text, whole, ...referents.formsOf(type, whole)]),
  };
}

/** The places that people tagged. */
function annotated(snapshot: SeedSnapshot, named: Named): Range[] {
  const { lines } = snapshot;
  return snapshot.annotations.flatMap(({ annotation, spans }) => {
    if (annotation.status === 'rejected' || !isSame(named, annotation.type, textOf(annotation), annotation.entity))
      return [];
    return spans.map(({ start, end }) => ({ start: lines.positionAt(start), end: lines.positionAt(end) }));
  });
}

function textOf({ quote }: PlacedAnnotation['annotation']): string {
  return quote.join(' … ');
}

function isSame(named: Named, type: string, text: string, entity: string | undefined): boolean {
  if (named.entity !== undefined && entity !== undefined) return entity === named.entity;
  return type === named.type && named.forms.has(text);
}

// ---- finding -------------------------------------------------------------------------------------------------------

/** A place in a section; `line` is the section's first line, counted from the chunk's or the document's first. */
interface Found extends Span {
  readonly section: Section;
  readonly line: number;
}

/** The places of a name nearest to a position, at most `limit` on either side. */
function nearest(snapshot: SeedSnapshot, place: Place, named: Named, limit: number): Found[] {
  const before: Found[] = [];
  const behind: Found[] = [];
  snapshot.sections.eachChunk((chunk, _index, firstLine) => {
    for (const found of inChunk(chunk, named)) {
      const line = firstLine + found.line;
      if (line < place.line || (line === place.line && found.end < place.offset)) before.push({ ...found, line });
      else if (behind.length < limit) behind.push({ ...found, line });
    }
  });
  return [...before.slice(-limit), ...behind];
}

/** `limit` of the items round an index: as many before it as behind, or more of the one where the other has less. */
function around<T>(items: readonly T[], index: number, limit: number): readonly T[] {
  const from = Math.max(0, Math.min(index - (limit >> 1), items.length - limit));
  return items.slice(from, from + limit);
}

interface Entry extends Found {
  readonly entity: string | undefined;
  readonly type: string;
}

/** The names and times of a chunk by what they say and by their entity. */
interface Names {
  readonly byText: ReadonlyMap<string, readonly Entry[]>;
  readonly byEntity: ReadonlyMap<string, readonly Entry[]>;
}

function inChunk(chunk: Chunk<Section>, named: Named): Entry[] {
  const { byText, byEntity } = namesOf(chunk);
  const found = [...named.forms]
    .flatMap((form) => byText.get(keyOf(named.type, form)) ?? [])
    .filter(({ entity }) => named.entity === undefined || entity === undefined || entity === named.entity);
  if (named.forms.size > 1) found.sort(inOrder);
  if (named.entity !== undefined) {
    const known = new Set(found);
    for (const entry of byEntity.get(named.entity) ?? []) if (!known.has(entry)) found.push(entry);
    found.sort(inOrder);
  }
  return found.filter((entry) => !isJudged(entry));
}

function inOrder(a: Found, b: Found): number {
  return a.line - b.line || a.start - b.start;
}

/** Whether people have said what stands there: the same span is tagged, or rejected as what it was taken for. */
function isJudged({ section, start, end, type }: Entry): boolean {
  return section.annotations.some(
    (other) => other.start === start && other.end === end && (other.status !== 'rejected' || other.type === type),
  );
}

function namesOf(chunk: Chunk<Section>): Names {
  const known = remembered.get(chunk);
  if (known !== undefined) return known;
  const byText = new Map<string, Entry[]>();
  const byEntity = new Map<string, Entry[]>();
  let line = 0;
  for (const section of chunk.items) {
    const { mentions, times } = section.analysis;
    const add = (type: string, { start, end }: Span, entity: string | undefined) => {
      const entry = { section, line, start, end, type, entity };
      append(byText, keyOf(type, section.segment.text.slice(start, end)), entry);
      if (entity !== undefined) append(byEntity, entity, entry);
    };
    for (const mention of mentions) add(mention.type, mention, mention.entity);
    for (const time of times) add(time.type, time, undefined);
    line += section.lineCount;
  }
  const names = { byText, byEntity };
  remembered.set(chunk, names);
  return names;
}

const remembered = new WeakMap<Chunk<Section>, Names>();

function append(map: Map<string, Entry[]>, key: string, entry: Entry): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [entry]);
  else list.push(entry);
}

function keyOf(type: string, text: string): string {
  return `${type}\n${text}`;
}

function compare(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character;
}
