import { lineAt } from '../seed/ink.ts';
import type { Segment } from '../seed/types.ts';
import type { Position } from '../text/lines.ts';
import { type Span, touches } from '../text/span.ts';
import type { Section } from '../workspace/section.ts';
import type { SeedSnapshot } from '../workspace/snapshot.ts';

/** A place in a seed: its section, where that begins, and the offset in the section's text. */
export interface Place {
  readonly section: Section;
  /** Its position among the sections of the snapshot. */
  readonly index: number;
  /** First line of the section. */
  readonly line: number;
  readonly offset: number;
}

export function locate(snapshot: SeedSnapshot, position: Position): Place | undefined {
  const { line, character } = snapshot.lines.clamp(position);
  const found = snapshot.sections.find(line);
  if (!found) return undefined;
  const lineStart = found.item.segment.lineStarts[line - found.start] ?? 0;
  return { section: found.item, index: found.index, line: found.start, offset: lineStart + character };
}

/** The range, in the document, of a span of a section that begins at `line`. */
export function rangeIn(section: Section, line: number, span: Span): { start: Position; end: Position } {
  return { start: positionOf(section.segment, line, span.start), end: positionOf(section.segment, line, span.end) };
}

/** The position of an offset of a segment that begins at `line`. */
export function positionOf(segment: Segment, line: number, offset: number): Position {
  const index = lineAt(segment, offset);
  return { line: line + index, character: offset - (segment.lineStarts[index] ?? 0) };
}

/** The shortest of the spans that hold the offset; one that begins there goes before one that ends there. */
export function innermost<T extends Span>(spans: readonly T[], offset: number): T | undefined {
  let best: T | undefined;
  for (const span of spans) {
    if (!touches(span, offset)) continue;
    const inside = offset < span.end;
    const bestInside = best !== undefined && offset < best.end;
    if (
      best === undefined ||
      (inside && !bestInside) ||
      (inside === bestInside && span.end - span.start < best.end - best.start)
    )
      best = span;
  }
  return best;
}
