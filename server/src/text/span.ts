/** A half-open range of a text, in UTF-16 code units: `start` is the first unit inside, `end` the first unit behind. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Whether two spans share at least one code unit. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether a span is a part of another, and not all of it. */
export function isWithin(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end && outer.end - outer.start > inner.end - inner.start;
}

/** Whether `offset` lies in the span or at one of its edges, as a cursor does. */
export function touches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

/** The span moved by `by` code units. */
export function shift(span: Span, by: number): Span {
  return { start: span.start + by, end: span.end + by };
}

/**
 * The index of the first of spans that overlaps one, -1 for none; they are sorted and without overlaps: a paragraph may
 * hold thousands of them.
 */
export function indexOfOverlapping(sorted: readonly Span[], span: Span): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as Span).end <= span.start) low = middle + 1;
    else high = middle;
  }
  const first = sorted[low];
  return first !== undefined && overlaps(first, span) ? low : -1;
}

/** Whether a span overlaps one of others, sorted as above. */
export function overlapsOne(sorted: readonly Span[], span: Span): boolean {
  return indexOfOverlapping(sorted, span) >= 0;
}
