/** What the model tells apart, in the order of its labels. `other` is a name of none of the kinds that are shown. */
export const KINDS = ['person', 'organization', 'place', 'group', 'event', 'work', 'product', 'other'] as const;
export type Kind = (typeof KINDS)[number];

/**
 * Labels of tokens: 0 outside; for each kind four, its number times four and: 1 begins, 2 goes on, 3 ends, 4 is all of
 * a mention.
 */
export const LABELS = 1 + 4 * KINDS.length;
export const OUTSIDE = 0;
export const BEGIN = 1;
export const INSIDE = 2;
export const END = 3;
export const SINGLE = 4;

export function labelOf(kind: number, part: number): number {
  return 4 * kind + part;
}

/** Number of the kind of a label other than 0. */
export function kindOf(label: number): number {
  return (label - 1) >> 2;
}

export function partOf(label: number): number {
  return label === OUTSIDE ? OUTSIDE : ((label - 1) & 3) + 1;
}

/** Whether a mention may stand open behind a label. */
function leavesOpen(label: number): boolean {
  return partOf(label) === BEGIN || partOf(label) === INSIDE;
}

export function mayFollow(label: number, next: number): boolean {
  const part = partOf(next);
  if (!leavesOpen(label)) return part === OUTSIDE || part === BEGIN || part === SINGLE;
  return (part === INSIDE || part === END) && kindOf(next) === kindOf(label);
}

export function mayBegin(label: number): boolean {
  return mayFollow(OUTSIDE, label);
}

export function mayEnd(label: number): boolean {
  return !leavesOpen(label);
}

/** By label, the labels that may stand before it. */
export const BEFORE: readonly Uint8Array[] = Array.from({ length: LABELS }, (_, label) =>
  Uint8Array.from(Array.from({ length: LABELS }, (_, before) => before).filter((before) => mayFollow(before, label))),
);
