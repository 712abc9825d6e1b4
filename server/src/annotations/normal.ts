import { PointIndex } from '../text/codepoints.ts';
import type { Span } from '../text/span.ts';

/**
 * A text with every line end as LF, in which quotes are looked for: a sidecar written on one system must fit a text
 * checked out on another. Places are turned back into units of the text as it is.
 */
export class NormalText {
  readonly text: string;
  /** Offsets in `text` of the line ends that are CRLF in the original. */
  private readonly doubled: readonly number[];
  private points: PointIndex | undefined;

  constructor(original: string) {
    if (!original.includes('\r')) {
      this.text = original;
      this.doubled = [];
      return;
    }
    const doubled: number[] = [];
    for (let at = original.indexOf('\r\n'); at !== -1; at = original.indexOf('\r\n', at + 2))
      doubled.push(at - doubled.length);
    this.doubled = doubled;
    this.text = normalLineEnds(original);
  }

  /** The unit in `text` at which a code point begins; undefined behind the end. */
  unitOfPoint(point: number): number | undefined {
    this.points ??= new PointIndex(this.text);
    const unit = this.points.toUnits(point);
    return unit < this.text.length ? unit : undefined;
  }

  /** Code points before a unit of `text`: as many as before the same place of the original. */
  pointOfUnit(unit: number): number {
    this.points ??= new PointIndex(this.text);
    return this.points.toPoints(unit);
  }

  toOriginal(span: Span): Span {
    return { start: this.original(span.start), end: this.original(span.end) };
  }

  fromOriginal(span: Span): Span {
    return { start: this.normal(span.start), end: this.normal(span.end) };
  }

  private original(unit: number): number {
    return unit + countBelow(this.doubled, (at) => at < unit);
  }

  private normal(unit: number): number {
    // The k-th CRLF stands in the original k units further on; behind its CR counts as in front of it.
    return unit - countBelow(this.doubled, (at, k) => at + k < unit);
  }
}

export function normalLineEnds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/** Whether an offset lies between the two units of one character. */
export function insidePair(text: string, at: number): boolean {
  return (text.charCodeAt(at - 1) & 0xfc00) === 0xd800 && (text.charCodeAt(at) & 0xfc00) === 0xdc00;
}

/** How many leading items of an ascending list satisfy what holds for a beginning of it. */
function countBelow(list: readonly number[], holds: (item: number, index: number) => boolean): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(list[middle] ?? 0, middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
