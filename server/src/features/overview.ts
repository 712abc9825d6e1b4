import type { AnnotationInfo, Overview, RelationInfo } from '../protocol.ts';
import type { Segment } from '../seed/types.ts';
import type { Chunk } from '../text/sequence.ts';
import type { Span } from '../text/span.ts';
import { countWords } from '../text/word-count.ts';
import { findingsOf } from '../workspace/findings.ts';
import type { Section } from '../workspace/section.ts';
import type { SeedSnapshot } from '../workspace/snapshot.ts';

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

/** All annotations in file order. */
export function annotationInfos(snapshot: SeedSnapshot): AnnotationInfo[] {
  const types = new Map(snapshot.knowledge.project.types.map((type) => [type.id, type]));
  const range = ({ start, end }: Span) => ({
    start: snapshot.lines.positionAt(start),
    end: snapshot.lines.positionAt(end),
  });
  return snapshot.annotations.map(({ annotation, spans, candidates, region }) => {
    const { id, type, status, quote, entity, note, attributes, by } = annotation;
    const entityName = entity === undefined ? undefined : snapshot.knowledge.entities.get(entity)?.entity.name;
    return {
      id,
      type,
      label: types.get(type)?.label ?? type,
      color: types.get(type)?.color ?? 'custom6',
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
  });
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
