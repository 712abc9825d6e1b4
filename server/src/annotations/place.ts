import type { Span } from '../text/span.ts';
import { Needles } from './needles.ts';
import { insidePair, NormalText, normalLineEnds } from './normal.ts';
import type { Annotation, PlacedAnnotation, PlaceState, Sidecar } from './types.ts';

/** Context next to the quote that must agree for the quote's stored position to be believed. */
const NEAR = 4;
/** Least context that must agree where not all of it does, in code units … */
const LEAST = 8;
/** … and the lead that the best place must have over the next one. */
const MARGIN = 8;
/** A quote that stands in more places than this is told apart by its full context or not at all. */
const MOST_CANDIDATES = 200;

/**
 * Where the annotations of a sidecar stand in a text, in the sidecar's order:
 *
 * - `exact`: the quote stands at its position. Where its context is another there and stands elsewhere, elsewhere counts.
 * - `moved`: the quote with its whole context stands in one other place only; or it stands where its neighbours have
 *   moved to; or the context changed, and in one place more than half of it still stands, well ahead of any other place.
 * - `unplaced`: none of these. A place is never guessed.
 */
export function placeAll(sidecar: Pick<Sidecar, 'text' | 'annotations'>, text: string): PlacedAnnotation[] {
  const normal = new NormalText(text);
  const sought = sidecar.annotations.map((annotation) => seek(annotation, normal));
  const open: Sought[] = [];
  for (const item of sought) {
    // A part of the context is not enough yet: in text that repeats itself the whole may stand next to it.
    if (item.at !== undefined && standsWhole(item, item.at, normal.text)) settle(item, 'exact', item.at, normal.text);
    else open.push(item);
  }
  if (open.length > 0) search(open, sought, normal.text);
  return sought.map(({ annotation, state, spans }) => ({
    annotation,
    state,
    spans: spans.map((span) => normal.toOriginal(span)),
  }));
}

interface Sought {
  readonly annotation: Annotation;
  readonly first: string;
  readonly rest: readonly string[];
  readonly before: string;
  readonly after: string;
  /** The stored position in units of the normal text. */
  readonly at: number | undefined;
  state: PlaceState;
  spans: readonly Span[];
}

function seek(annotation: Annotation, normal: NormalText): Sought {
  const [first = '', ...rest] = annotation.quote.map(normalLineEnds);
  return {
    annotation,
    first,
    rest,
    before: normalLineEnds(annotation.before),
    after: normalLineEnds(annotation.after),
    at: annotation.at === undefined ? undefined : normal.unitOfPoint(annotation.at),
    state: 'unplaced',
    spans: [],
  };
}

/** The spans of all parts when the first one begins at `at`: each later part where it first stands behind its predecessor. */
function partsAt(item: Sought, at: number, text: string): Span[] | undefined {
  const spans = [{ start: at, end: at + item.first.length }];
  let from = at + item.first.length;
  for (const [index, part] of item.rest.entries()) {
    // The last part is the one in front of the stored context, if it can be found.
    const last = index === item.rest.length - 1;
    let start = last && item.after !== '' ? text.indexOf(part + item.after, from) : -1;
    if (start === -1) start = text.indexOf(part, from);
    if (start === -1) return undefined;
    from = start + part.length;
    spans.push({ start, end: from });
  }
  return spans;
}

function stands(item: Sought, at: number, text: string): boolean {
  return item.first !== '' && text.startsWith(item.first, at);
}

function standsWhole(item: Sought, at: number, text: string): boolean {
  if (!stands(item, at, text)) return false;
  const { before, after } = shared(item, at, text);
  return before === item.before.length && after === item.after.length;
}

/** Whether the quote stands there and the context next to it is the stored one, on one side at least. */
function agrees(item: Sought, at: number, text: string): boolean {
  if (!stands(item, at, text)) return false;
  const { before, after } = shared(item, at, text);
  return (
    (item.before !== '' && before >= Math.min(NEAR, item.before.length)) ||
    (item.after !== '' && after >= Math.min(NEAR, item.after.length))
  );
}

/** How much of the stored context stands round a place, counted from the quote outwards. */
function shared(item: Sought, at: number, text: string): { before: number; after: number } {
  let before = 0;
  while (before < item.before.length && before < at) {
    if (text.charCodeAt(at - before - 1) !== item.before.charCodeAt(item.before.length - before - 1)) break;
    before++;
  }
  const end = item.rest.length === 0 ? at + item.first.length : (partsAt(item, at, text)?.at(-1)?.end ?? text.length);
  let after = 0;
  while (after < item.after.length && end + after < text.length) {
    if (text.charCodeAt(end + after) !== item.after.charCodeAt(after)) break;
    after++;
  }
  return { before, after };
}

function settle(item: Sought, state: PlaceState, at: number, text: string): void {
  const spans = partsAt(item, at, text);
  // Half a character is no place: a broken quote must not split whole ones.
  if (spans === undefined || spans.some(({ start, end }) => insidePair(text, start) || insidePair(text, end))) return;
  item.state = state;
  item.spans = spans;
}

function search(open: readonly Sought[], all: readonly Sought[], text: string): void {
  const needles = new Needles();
  // Parts stand apart: only the context on the near side of the first one can be looked for with it.
  for (const item of open) needles.add(item.before + item.first + (item.rest.length === 0 ? item.after : ''));
  const found = needles.find(text);
  const several: Sought[] = [];
  const none: Sought[] = [];
  for (const [index, item] of open.entries()) {
    const places = found[index] ?? [];
    const [place] = places;
    if (item.first === '') continue;
    if (place === undefined) none.push(item);
    else if (places.length > 1) several.push(item);
    else settle(item, place + item.before.length === item.at ? 'exact' : 'moved', place + item.before.length, text);
  }
  for (const item of none) {
    if (item.at !== undefined && agrees(item, item.at, text)) {
      settle(item, 'exact', item.at, text);
      continue;
    }
    const best = bestPlace(item, text);
    if (best !== undefined) settle(item, 'moved', best, text);
  }
  if (several.length > 0) followNeighbours(several, all, text);
  // Nothing speaks for another place: the position that was stored is the best there is.
  for (const item of open) {
    if (item.state === 'unplaced' && item.at !== undefined && stands(item, item.at, text))
      settle(item, 'exact', item.at, text);
  }
}

/** Where the most of the context stands, if that is enough and well ahead of the rest. */
function bestPlace(item: Sought, text: string): number | undefined {
  const total = item.before.length + item.after.length;
  let best: number | undefined;
  let most = 0;
  let next = 0;
  let count = 0;
  for (let at = text.indexOf(item.first); at !== -1; at = text.indexOf(item.first, at + 1)) {
    if (++count > MOST_CANDIDATES) return undefined;
    const { before, after } = shared(item, at, text);
    const score = before + after;
    if (score > most) {
      next = most;
      most = score;
      best = at;
    } else next = Math.max(next, score);
  }
  return most >= LEAST && most * 2 >= total - 2 && most - next >= MARGIN ? best : undefined;
}

/** Where quote and context stand in several places: the one to which both neighbours in the text have moved, too. */
function followNeighbours(several: readonly Sought[], all: readonly Sought[], text: string): void {
  const known = all
    .filter((item) => item.state !== 'unplaced' && item.at !== undefined)
    .map((item) => ({ at: item.at ?? 0, by: (item.spans[0]?.start ?? 0) - (item.at ?? 0) }))
    .sort((a, b) => a.at - b.at);
  for (const item of several) {
    const { at } = item;
    if (at === undefined) continue;
    const index = known.findIndex((neighbour) => neighbour.at > at);
    const previous = known[(index === -1 ? known.length : index) - 1];
    const next = index === -1 ? undefined : known[index];
    if (previous === undefined || next === undefined || previous.by !== next.by) continue;
    const place = at + previous.by;
    if (place >= 0 && standsWhole(item, place, text)) settle(item, 'moved', place, text);
  }
}
