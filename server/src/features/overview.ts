import type { PlacedAnnotation } from '../annotations/types.ts';
import type { AnnotationInfo, Overview, RelationInfo } from '../protocol.ts';
import type { Segment } from '../seed/types.ts';
import type { TextLines } from '../text/lines.ts';
import type { Chunk } from '../text/sequence.ts';
import type { Span } from '../text/span.ts';
import { countWords } from '../text/word-count.ts';
import { findingsOf } from '../workspace/findings.ts';
import type { Section } from '../workspace/section.ts';
import type { Knowledge, SeedSnapshot } from '../workspace/snapshot.ts';

/** What an editor shows of a seed beside LSP's own features: annotated spans and counts. */
export function overview(snapshot: SeedSnapshot): Overview {
  let mentions = 0;
  let times = 0;
  let words = 0;
  snapshot.sections.eachChunk((chunk) => {
    const counts = countsOf(chunk);
    mentions += counts.mentions;
    times += counts.times;
    words += counts.words;
  });
  return {
    version: snapshot.version,
    mentions,
    times,
    findings: findingsOf(snapshot).length,
    words,
    annotations: annotationInfos(snapshot),
    relations: relationInfos(snapshot),
  };
}

interface Counts {
  readonly mentions: number;
  readonly times: number;
  readonly words: number;
}

function countsOf(chunk: Chunk<Section>): Counts {
  let counts = counted.get(chunk);
  if (counts === undefined) {
    let mentions = 0;
    let times = 0;
    let words = 0;
    for (const { analysis, segment } of chunk.items) {
      mentions += analysis.mentions.length;
      times += analysis.times.length;
      words += wordsOf(segment);
    }
    counts = { mentions, times, words };
    counted.set(chunk, counts);
  }
  return counts;
}

/** Kept with the chunk and with each segment: after a key only the paragraph that changed is counted again. */
const counted = new WeakMap<Chunk<Section>, Counts>();
const wordCounts = new WeakMap<Segment, number>();

function wordsOf(segment: Segment): number {
  if (segment.kind !== 'paragraph') return 0;
  let words = wordCounts.get(segment);
  if (words === undefined) {
    words = countWords(segment.text);
    wordCounts.set(segment, words);
  }
  return words;
}

/** All annotations in file order. Of one that is and stands as it did before it is the same object. */
export function annotationInfos(snapshot: SeedSnapshot): AnnotationInfo[] {
  return snapshot.annotations.map((placed) => {
    const known = described.get(placed.annotation.quote);
    if (known !== undefined && known.lines === snapshot.lines && known.knowledge === snapshot.knowledge)
      if (isSame(known.placed, placed)) return known.info;
    const info = annotationInfo(placed, snapshot);
    described.set(placed.annotation.quote, { lines: snapshot.lines, knowledge: snapshot.knowledge, placed, info });
    return info;
  });
}

function annotationInfo(
  { annotation, spans, candidates, region }: PlacedAnnotation,
  { lines, knowledge }: SeedSnapshot,
): AnnotationInfo {
  const { id, type, status, quote, entity, note, attributes, by } = annotation;
  const range = ({ start, end }: Span) => ({ start: lines.positionAt(start), end: lines.positionAt(end) });
  const known = knowledge.project.types.find((one) => one.id === type);
  const entityName = entity === undefined ? undefined : knowledge.entities.get(entity)?.entity.name;
  return {
    id,
    type,
    label: known?.label ?? type,
    color: known?.color ?? 'custom6',
    status,
    quote: quote.join(' … '),
    ranges: spans.map(range),
    ...(spans.length > 0 ? {} : { candidates: candidates.map((candidate) => candidate.spans.map(range)) }),
    ...(spans.length > 0 || region === undefined ? {} : { region: range(region) }),
    ...(entity === undefined ? {} : { entity }),
    ...(entityName === undefined ? {} : { entityName }),
    ...(note === undefined ? {} : { note }),
    ...(attributes.size === 0 ? {} : { attributes: Object.fromEntries(attributes) }),
    ...(by.length === 0 ? {} : { by }),
  };
}

interface Described {
  readonly lines: TextLines;
  readonly knowledge: Knowledge;
  readonly placed: PlacedAnnotation;
  readonly info: AnnotationInfo;
}

/** Kept with the list of an entry's words, which stays the same one while the entry says the same. */
const described = new WeakMap<readonly string[], Described>();

/** Whether an annotation is what it was and stands where it stood; its place in the sidecar does not count. */
function isSame(one: PlacedAnnotation, other: PlacedAnnotation): boolean {
  const { annotation: a, spans, candidates, region } = one;
  const { annotation: b } = other;
  return (
    (spans === other.spans ||
      (spans.length === 1 && other.spans.length === 1 && isSameSpan(spans[0], other.spans[0]))) &&
    candidates === other.candidates &&
    region === other.region &&
    a.id === b.id &&
    a.type === b.type &&
    a.status === b.status &&
    a.entity === b.entity &&
    a.note === b.note &&
    a.attributes === b.attributes &&
    a.by === b.by
  );
}

function isSameSpan(one: Span | undefined, other: Span | undefined): boolean {
  return one?.start === other?.start && one?.end === other?.end;
}

function relationInfos({ relations, knowledge }: SeedSnapshot): RelationInfo[] {
  const labels = new Map(knowledge.project.relations.map(({ id, label }) => [id, label]));
  return relations.map(({ id, type, from, to, note }) => ({
    id,
    type,
    label: labels.get(type) ?? type,
    from,
    to,
    ...(note === undefined ? {} : { note }),
  }));
}

/** The annotations that touch a range, the innermost first. */
export function annotationsAt(snapshot: SeedSnapshot, start: number, end: number): AnnotationInfo[] {
  const size = new Map(
    snapshot.annotations.map(({ annotation, spans }) => [
      annotation.id,
      spans.reduce((sum, span) => sum + span.end - span.start, 0),
    ]),
  );
  const touching = new Set(
    snapshot.annotations
      .filter(({ spans }) => spans.some((span) => span.start <= end && start <= span.end))
      .map(({ annotation }) => annotation.id),
  );
  return annotationInfos(snapshot)
    .filter(({ id }) => touching.has(id))
    .sort((a, b) => (size.get(a.id) ?? 0) - (size.get(b.id) ?? 0));
}
