import type { AnnotationInfo, Overview } from '../protocol.ts';
import { findingsOf } from '../workspace/findings.ts';
import type { SeedSnapshot } from '../workspace/snapshot.ts';

/** What an editor shows of a seed beside LSP's own features: annotated spans and counts. */
export function overview(snapshot: SeedSnapshot): Overview {
  let mentions = 0;
  let times = 0;
  snapshot.sections.each((section) => {
    mentions += section.analysis.mentions.length;
    times += section.analysis.times.length;
  });
  return {
    version: snapshot.version,
    mentions,
    times,
    findings: findingsOf(snapshot).length,
    annotations: annotationInfos(snapshot),
  };
}

/** All annotations in file order. */
export function annotationInfos(snapshot: SeedSnapshot): AnnotationInfo[] {
  const types = new Map(snapshot.knowledge.project.types.map((type) => [type.id, type]));
  return snapshot.annotations.map(({ annotation, spans }) => ({
    id: annotation.id,
    type: annotation.type,
    label: types.get(annotation.type)?.label ?? annotation.type,
    color: types.get(annotation.type)?.color ?? 'custom6',
    status: annotation.status,
    quote: annotation.quote.join(' … '),
    ranges: spans.map((span) => ({
      start: snapshot.lines.positionAt(span.start),
      end: snapshot.lines.positionAt(span.end),
    })),
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
