import { placeOf, type Tracked, track } from '../annotations/live/tracked.ts';
import { type Origins, placeAll } from '../annotations/place.ts';
import type { Annotation, PlacedAnnotation, Sidecar } from '../annotations/types.ts';
import { PointIndex } from '../text/codepoints.ts';
import type { TextLines } from '../text/lines.ts';
import type { Span } from '../text/span.ts';

/** Where an annotation stood before characters of it went. */
export interface Before {
  readonly lines: TextLines;
  readonly spans: readonly Span[];
  /** A passage with it in it gave way to another, which may have it with changed words. */
  readonly replaced: boolean;
}

/** An entry of a sidecar whose place is followed. */
export interface Live {
  readonly at: Tracked;
  /** Where all of it stood last. */
  readonly before: Before | undefined;
  /** Since it lost its characters text came in, or went, that may tell where they are now. */
  readonly again: boolean;
}

/** Neighbours that are asked where an annotation without a place would stand. */
const MOST_BESIDE = 50;

/** Places the annotations of a sidecar beside those that have places already: `known`, the first list before the next. */
export function placeBeside(
  sidecar: Pick<Sidecar, 'text' | 'annotations'>,
  known: readonly (readonly Live[])[],
  lines: TextLines,
  origins: Origins,
): Live[] {
  const names = known.filter((items) => items.length > 0).map(byName);
  let points: PointIndex | undefined;
  const pointOf = (unit: number) => {
    points ??= new PointIndex(lines.toString());
    return points.toPoints(unit);
  };
  const result = sidecar.annotations.map((annotation, index): Live | undefined => {
    const beside = known[0]?.[index];
    if (beside?.at.found.annotation === annotation) return beside;
    const item = named(names, annotation);
    if (item === undefined) return undefined;
    const { found } = item.at;
    const same = { ...item, at: { ...item.at, found: { ...found, annotation } } };
    if (saysTheSame(found.annotation, annotation)) return same;
    if (!saysTheSame({ ...found.annotation, at: annotation.at }, annotation)) return undefined;
    // Its position was written anew: it stands there already.
    const start = spansOf(item.at)[0]?.start;
    if (start === undefined || annotation.at !== pointOf(start)) return undefined;
    const placed = placeOf(same.at, textIn(lines));
    return placed.state === 'moved' ? { ...same, at: track({ ...placed, state: 'exact' }, 0) } : same;
  });
  const fresh = sidecar.annotations.filter((_, index) => result[index] === undefined);
  if (fresh.length === 0) return result.filter((item) => item !== undefined);
  const placed = placeAll({ text: sidecar.text, annotations: fresh }, lines.toString(), origins);
  let next = 0;
  const all = sidecar.annotations.map((_, index): PlacedAnnotation => {
    const item = result[index];
    return item === undefined ? (placed[next++] as PlacedAnnotation) : placeOf(item.at, textIn(lines));
  });
  return all.map((found, index) => {
    const at = () => track(found, found.spans.length > 0 ? 0 : expectedAt(index, all, lines));
    return result[index] ?? { at: at(), before: undefined, again: false };
  });
}

/** Where one without a place would stand if it had moved as the one beside it did. */
function expectedAt(index: number, all: readonly PlacedAnnotation[], lines: TextLines): number {
  const own = all[index]?.annotation.at;
  if (own === undefined) return 0;
  for (let by = 1; by <= MOST_BESIDE; by++) {
    for (const beside of [all[index - by], all[index + by]]) {
      const start = beside?.spans[0]?.start;
      const at = beside?.annotation.at;
      if (start !== undefined && at !== undefined) return clamp(start + own - at, lines.length);
    }
  }
  return clamp(own, lines.length);
}

function clamp(offset: number, length: number): number {
  return Math.min(Math.max(0, offset), length);
}

/** By what their entries are called; those without an id by their position, since their number changes. */
export function byName(items: readonly Live[]): ReadonlyMap<string, readonly Live[]> {
  const known = namesOf.get(items);
  if (known !== undefined) return known;
  const result = new Map<string, Live[]>();
  for (const item of items) {
    const name = nameOf(item.at.found.annotation);
    const list = result.get(name);
    if (list) list.push(item);
    else result.set(name, [item]);
  }
  namesOf.set(items, result);
  return result;
}

/** Kept with the list, which never changes: each change of the sidecar or the text asks for it several times. */
const namesOf = new WeakMap<readonly Live[], ReadonlyMap<string, readonly Live[]>>();

/** What is known of an entry. Where several have its name, or none has one, what they say of their place tells them apart. */
export function named(
  items: readonly ReadonlyMap<string, readonly Live[]>[],
  annotation: Annotation,
): Live | undefined {
  const name = nameOf(annotation);
  let list: readonly Live[] = [];
  for (const one of items) {
    const more = one.get(name);
    if (more !== undefined) list = list.length === 0 ? more : [...list, ...more];
  }
  const same = list.find((item) => saysTheSame(item.at.found.annotation, annotation));
  return same ?? (list.length === 1 && !isNameless(annotation) ? list[0] : undefined);
}

export function nameOf(annotation: Annotation): string {
  return isNameless(annotation) ? `# at ${annotation.at}` : annotation.id;
}

function isNameless({ id }: Annotation): boolean {
  return id.startsWith('#');
}

/** Whether two readings of an entry say the same of its place. */
export function saysTheSame(one: Annotation, other: Annotation): boolean {
  return (
    one.at === other.at &&
    one.before === other.before &&
    one.after === other.after &&
    one.quote.length === other.quote.length &&
    one.quote.every((part, index) => part === other.quote[index])
  );
}

export function spansOf({ runs }: Tracked): Span[] {
  return runs.flatMap((part) => {
    const [first] = part;
    return first === undefined ? [] : [{ start: first.start, end: part.at(-1)?.end ?? first.end }];
  });
}

export function textIn(lines: TextLines): (span: Span) => string {
  return ({ start, end }) => lines.slice(start, end);
}
