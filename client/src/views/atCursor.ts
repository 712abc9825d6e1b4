import type { AnnotationInfo, Position, Range } from '../../../server/src/protocol.ts';
import { comparePositions, sameRange } from '../positions.ts';

/**
 * The annotation that a selection means: the one that is selected from end to end, or else the innermost one round the
 * cursor. Of two in the same place it is the preferred one.
 */
export function annotationAt(
  annotations: readonly AnnotationInfo[],
  selection: Range & { readonly active: Position },
  preferred?: string,
): AnnotationInfo | undefined {
  let best: { readonly annotation: AnnotationInfo; readonly range: Range; readonly whole: boolean } | undefined;
  for (const annotation of annotations) {
    for (const range of annotation.ranges) {
      if (!holds(range, selection.active)) continue;
      const whole = sameRange(range, selection);
      if (best?.whole && !whole) continue;
      const same = best !== undefined && sameRange(best.range, range);
      if (same ? annotation.id === preferred : best === undefined || whole || isInside(range, best.range))
        best = { annotation, range, whole };
    }
  }
  return best?.annotation;
}

/** All annotations round a position, the innermost first. */
export function annotationsRound(
  annotations: readonly AnnotationInfo[],
  position: Position,
): readonly AnnotationInfo[] {
  const found = annotations.flatMap((annotation) => {
    const range = annotation.ranges.find((one) => holds(one, position));
    return range ? [{ annotation, range }] : [];
  });
  found.sort((a, b) => comparePositions(b.range.start, a.range.start) || comparePositions(a.range.end, b.range.end));
  return found.map(({ annotation }) => annotation);
}

function holds({ start, end }: Range, position: Position): boolean {
  return comparePositions(start, position) <= 0 && comparePositions(position, end) <= 0;
}

/** Of two that cross, the one that begins later counts as the inner one. */
function isInside(a: Range, b: Range): boolean {
  const starts = comparePositions(a.start, b.start);
  return starts > 0 || (starts === 0 && comparePositions(a.end, b.end) < 0);
}
