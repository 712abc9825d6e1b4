import { overlapsOne, type Span } from '../text/span.ts';
import type { LocalAnnotation, SectionAnalysis } from './section.ts';

/** What an editor paints: spans that do not overlap, in order; relative to the segment's text. */
export interface Painted extends Span {
  readonly type: string;
  readonly annotated: boolean;
  readonly suggested: boolean;
}

/**
 * Annotations win over what was recognised; of nested or crossing annotations the outermost is painted, since editors
 * cannot paint both and decorations show the inner ones. A rejected annotation takes the mention of its span away.
 *
 * @param isRejected whether a time is rejected in the whole document; mentions that are do not come here.
 */
export function paint(
  analysis: SectionAnalysis,
  annotations: readonly LocalAnnotation[],
  isRejected: (span: Span, type: string) => boolean = () => false,
): readonly Painted[] {
  const outer: Painted[] = [];
  /** Where annotations are, nested and crossing ones together. */
  const annotated: { start: number; end: number }[] = [];
  const rejected = new Set<string>();
  const sorted = [...annotations].sort((a, b) => a.start - b.start || b.end - a.end);
  let end = -1;
  for (const annotation of sorted) {
    if (annotation.status === 'rejected') {
      rejected.add(keyOf(annotation, annotation.type));
      continue;
    }
    const last = annotated.at(-1);
    if (last !== undefined && annotation.start < last.end) last.end = Math.max(last.end, annotation.end);
    else annotated.push({ start: annotation.start, end: annotation.end });
    if (annotation.start < end) continue;
    outer.push({
      start: annotation.start,
      end: annotation.end,
      type: annotation.type,
      annotated: true,
      suggested: annotation.status === 'suggested',
    });
    end = annotation.end;
  }
  const result: Painted[] = [...outer];
  const add = (span: Span, type: string) => {
    if (rejected.has(keyOf(span, type)) || overlapsOne(annotated, span)) return;
    result.push({ start: span.start, end: span.end, type, annotated: false, suggested: false });
  };
  for (const mention of analysis.mentions) add(mention, mention.type);
  for (const time of analysis.times) {
    if (!overlapsOne(analysis.mentions, time) && !isRejected(time, time.type)) add(time, time.type);
  }
  return result.sort((a, b) => a.start - b.start);
}

function keyOf({ start, end }: Span, type: string): string {
  return `${start} ${end} ${type}`;
}
