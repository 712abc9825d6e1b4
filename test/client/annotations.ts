import type { AnnotationInfo, Range, RelationInfo } from '../../server/src/protocol.ts';

/** A range within one line. */
export function at(line: number, start: number, end: number): Range {
  return { start: { line, character: start }, end: { line, character: end } };
}

/** An annotation as the server tells of it; a confirmed organisation unless told otherwise. */
export function annotation(id: string, ranges: readonly Range[], more: Partial<AnnotationInfo> = {}): AnnotationInfo {
  return {
    id,
    type: 'organization',
    label: 'Organisation',
    color: 'organization',
    status: 'confirmed',
    quote: id,
    ranges,
    ...more,
  };
}

export function relation(id: string, from: string, to: string, more: Partial<RelationInfo> = {}): RelationInfo {
  return { id, type: 'owns', label: 'owns', from, to, ...more };
}
