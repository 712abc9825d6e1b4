import type { Span } from '../text/span.ts';
import { insidePair, NormalText } from './normal.ts';

/** What a sidecar says of a span's place. */
export interface Description {
  readonly quote: string[];
  /** Code points before the first part. */
  readonly at: number;
  readonly before: string;
  readonly after: string;
}

/** Context on each side: at least, and at most where the quote is not unique before (a word longer still); code units. */
const LEAST = 12;
const MOST = 52;
/** How far beyond its length a context may run to end at a word's edge. */
const TO_EDGE = 12;

/**
 * Describes the parts of a passage so that `placeAll` finds them again: quote, position, and context grown word by word
 * until the passage is told apart from all others (or the context is as long as it may be). Line ends are LF.
 */
export function describe(text: string, spans: readonly Span[]): Description {
  return new Describer(text).describe(spans);
}

/** {@link describe} for many passages of one text. */
export class Describer {
  private readonly normal: NormalText;
  private readonly places = new Map<string, readonly number[]>();
  private readonly alike = new Map<string, ReadonlyMap<string, readonly number[]>>();

  constructor(text: string) {
    this.normal = new NormalText(text);
  }

  describe(spans: readonly Span[]): Description {
    const { text } = this.normal;
    const parts = spans.map((span) => this.normal.fromOriginal(span));
    const start = parts[0]?.start ?? 0;
    const first = parts[0] ?? { start, end: start };
    const last = parts.at(-1) ?? first;
    const quote = parts.map((part) => text.slice(part.start, part.end));
    let before = contextStart(text, start, LEAST);
    let after = contextEnd(text, last.end, LEAST);
    const single = parts.length <= 1;
    const [own, length] = [text.slice(first.start, first.end), last.end - start];
    const isLong = start - before >= LEAST && after - last.end >= LEAST;
    const known = single && isLong ? this.placesLike(own, start) : this.placesOf(own);
    let rivals = known.filter((place) => place !== start);
    for (let wanted = LEAST; ; wanted += 8) {
      before = Math.min(before, contextStart(text, start, wanted));
      after = Math.max(after, contextEnd(text, last.end, wanted));
      const [front, back] = [text.slice(before, start), text.slice(last.end, after)];
      rivals = rivals.filter(
        (place) =>
          place >= front.length &&
          text.startsWith(front, place - front.length) &&
          (!single || text.startsWith(back, place + length)),
      );
      if (rivals.length === 0 || wanted >= MOST) break;
    }
    return {
      quote,
      at: this.normal.pointOfUnit(start),
      before: text.slice(before, start),
      after: text.slice(last.end, after),
    };
  }

  /** Of the places of a quote those with the same signs next to them: in a long text few of very many. */
  private placesLike(quote: string, start: number): readonly number[] {
    const { text } = this.normal;
    const key = (place: number) => {
      const end = place + quote.length;
      return `${text.slice(Math.max(0, place - LEAST), place)}\n${text.slice(end, end + LEAST)}`;
    };
    let byKey = this.alike.get(quote);
    if (byKey === undefined) {
      byKey = grouped(this.placesOf(quote), key);
      this.alike.set(quote, byKey);
    }
    return byKey.get(key(start)) ?? [];
  }

  private placesOf(quote: string): readonly number[] {
    const known = this.places.get(quote);
    if (known) return known;
    const places: number[] = [];
    const { text } = this.normal;
    if (quote !== '') for (let at = text.indexOf(quote); at !== -1; at = text.indexOf(quote, at + 1)) places.push(at);
    this.places.set(quote, places);
    return places;
  }
}

function grouped(places: readonly number[], keyOf: (place: number) => string): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const place of places) {
    const key = keyOf(place);
    const group = groups.get(key);
    if (group) group.push(place);
    else groups.set(key, [place]);
  }
  return groups;
}

/** Where a context of about `length` units in front of `start` begins. */
function contextStart(text: string, start: number, length: number): number {
  const first = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const wanted = Math.max(Math.min(first, start), start - length);
  const least = Math.max(Math.min(first, start), wanted - TO_EDGE);
  for (let at = wanted; at >= least; at--) if (at === first || (isBlank(text, at - 1) && !isBlank(text, at))) return at;
  return insidePair(text, wanted) ? wanted - 1 : wanted;
}

/** Where a context of about `length` units from `end` on ends. */
function contextEnd(text: string, end: number, length: number): number {
  const wanted = Math.min(text.length, end + length);
  const most = Math.min(text.length, wanted + TO_EDGE);
  for (let at = wanted; at <= most; at++)
    if (at === text.length || (isBlank(text, at) && !isBlank(text, at - 1))) return at;
  return insidePair(text, wanted) ? wanted + 1 : wanted;
}

function isBlank(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 0x20 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0x3000;
}
