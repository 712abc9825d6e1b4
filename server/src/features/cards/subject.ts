import type { Annotation } from '../../annotations/types.ts';
import type { Mention } from '../../names/types.ts';
import type { Position } from '../../text/lines.ts';
import { sentenceEnds } from '../../text/sentences.ts';
import type { Span } from '../../text/span.ts';
import { keyOfMention } from '../../workspace/index/key-of.ts';
import type { SeenSentence } from '../../workspace/index/latest.ts';
import { type EntityKey, isIndexed } from '../../workspace/index/types.ts';
import type { SeedSnapshot } from '../../workspace/snapshot.ts';
import { innermost, locate, type Place, positionOf } from '../locate.ts';

/** What a card is about, as the index of names knows it. */
export interface CardSubject {
  readonly key: EntityKey;
  /** The sentence before the reader's eyes, with its words. */
  readonly seen?: (SeenSentence & { readonly text: string }) | undefined;
}

/** What the card at a position of a seed is about; undefined where no name stands. */
export function subjectAt(snapshot: SeedSnapshot, position: Position): CardSubject | undefined {
  const place = locate(snapshot, position);
  if (place === undefined) return undefined;
  const { section, offset } = place;
  const mention = innermost(section.analysis.mentions, offset);
  const local = innermost(section.annotations, offset);
  const annotation = local && snapshot.annotations.find((placed) => placed.annotation.id === local.id)?.annotation;
  if (local !== undefined && annotation !== undefined) {
    const own = mention?.start === local.start && mention.end === local.end ? mention : undefined;
    const key = keyOfAnnotation(snapshot, annotation, own);
    return key === undefined ? undefined : { key, seen: sentenceAt(snapshot, place, local) };
  }
  const key = mention && keyAt(snapshot, place, mention);
  return mention && key !== undefined ? { key, seen: sentenceAt(snapshot, place, mention) } : undefined;
}

/** The key of a mention; undefined where it is a value and names nothing. */
export function keyAt(snapshot: SeedSnapshot, { section }: Place, mention: Mention): EntityKey | undefined {
  if (!isIndexed(mention.type)) return undefined;
  return keyOfMention(snapshot, mention, section.segment.text.slice(mention.start, mention.end));
}

/** The same of an annotation; `mention`: what its words were recognised as. Undefined of one that was rejected, too. */
export function keyOfAnnotation(
  snapshot: SeedSnapshot,
  { type, status, entity, quote }: Annotation,
  mention: Mention | undefined,
): EntityKey | undefined {
  if (status === 'rejected' || !isIndexed(type)) return undefined;
  const own = mention?.type === type ? mention.entity : undefined;
  return keyOfMention(snapshot, { type, entity: entity ?? own }, quote.join(' '));
}

function sentenceAt(snapshot: SeedSnapshot, { section, line }: Place, { start }: Span): CardSubject['seen'] {
  const { segment } = section;
  const block = segment.blocks.find((one) => one.start <= start && start < one.start + one.text.length);
  if (block === undefined) return undefined;
  const ends = block.field === undefined ? sentenceEnds(block.text) : [block.text.length];
  const at = start - block.start;
  const from = ends.findLast((end) => end <= at) ?? 0;
  const to = ends.find((end) => end > at) ?? block.text.length;
  const text = block.text.slice(from, to).trimEnd();
  const offset = snapshot.lines.offsetAt(positionOf(segment, line, start));
  return { uri: snapshot.uri, offset, length: text.length, text };
}
