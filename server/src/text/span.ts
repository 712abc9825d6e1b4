/** A half-open range of a text, in UTF-16 code units: `start` is the first unit inside, `end` the first unit behind. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Whether two spans share at least one code unit. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether `offset` lies in the span or at one of its edges, as a cursor does. */
export function touches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

/** The span moved by `by` code units. */
export function shift(span: Span, by: number): Span {
  return { start: span.start + by, end: span.end + by };
}
