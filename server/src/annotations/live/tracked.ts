import { distance } from '../../text/similar.ts';
import type { Span } from '../../text/span.ts';
import type { AnchorCandidate } from '../anchor/types.ts';
import { normalLineEnds } from '../normal.ts';
import type { PlacedAnnotation } from '../types.ts';

/*
 * Places while their text is edited. Characters are known by their identity, as an editor knows them: an annotation stands
 * where the characters stand that it was found on, whatever comes and goes around and between them.
 */

/** Code units from `start` to before `end` of a text gave way to `length` others. */
export interface Replacement extends Span {
  readonly length: number;
}

/** An annotation in a text that is edited. Offsets are code units of the present text. */
export interface Tracked {
  /** As it was found. */
  readonly found: PlacedAnnotation;
  /** The runs of its characters that are still there, by part of its quote. None of one that was not found. */
  readonly runs: readonly (readonly Span[])[];
  /**
   * From where each part begins to where it ends: with what came in between, and with what was written over characters of
   * it, but not with what was written next to them.
   */
  readonly edges: readonly Span[];
  /**
   * From where it begins to where it ends. As soon as it has lost characters also what is written at its edges, since that
   * may take their place. Of one that was not found where it would be looked for.
   */
  readonly region: Span;
  /** Characters came in between or went. */
  readonly touched: boolean;
  /** Characters went. */
  readonly lost: boolean;
}

/** Text that took the place of lost characters may hold the quote again: if it is not much longer than that. */
const MOST_MORE = 16;
/** The share of its characters that an annotation must keep to stand there still … */
const LEAST_KEPT = 0.5;
/** … unless what took their place is the same but for this share: a slip that was mended by writing the word anew. */
const MOST_OTHER = 0.25;

/** Begins to follow an annotation. `expected` is where one that has no place would be looked for. */
export function track(found: PlacedAnnotation, expected: number): Tracked {
  const first = found.spans[0];
  const region = first
    ? { start: first.start, end: found.spans.at(-1)?.end ?? first.end }
    : { start: expected, end: expected };
  return { found, runs: found.spans.map((span) => [span]), edges: found.spans, region, touched: false, lost: false };
}

/** An annotation after a replacement in its text. */
export function follow(item: Tracked, by: Replacement): Tracked {
  const { found } = item;
  if (found.spans.length === 0) {
    const region = stretch(item.region, by);
    const candidates = found.candidates.every(({ spans }) => spans.every(({ end }) => by.start >= end))
      ? found.candidates
      : found.candidates.flatMap(({ spans, score }) => {
          const moved = spans.map((span) => kept(span, by));
          // One that was cut or written into is not that place any more.
          return moved.every(({ length }) => length === 1) ? [{ spans: moved.flat(), score }] : [];
        });
    if (region === item.region && candidates === found.candidates) return item;
    return { ...item, found: candidates === found.candidates ? found : { ...found, candidates }, region };
  }
  // Behind all of it, as most of what is typed is for most annotations.
  if (by.start > item.region.end || (by.start === item.region.end && !item.lost)) return item;
  const runs = item.runs.map((part) => part.flatMap((run) => kept(run, by)));
  const edges = item.edges.map((edge) => between(edge, by));
  const lost = item.lost || length(runs) < length(item.runs);
  const inside = by.start < item.region.end && by.end > item.region.start;
  const touched = item.touched || inside;
  if (lost) return { found, runs, edges, region: stretch(item.region, by), touched, lost };
  return { found, runs, edges, region: inside ? stretch(item.region, by) : shift(item.region, by), touched, lost };
}

/**
 * Whether an annotation that is followed through a replacement, and through its opposite, is what it was. Not so where characters
 * of it went, and where others went that stood next to what is left of it: these would now count as written in place of its own.
 */
export function comesBack(before: Tracked, after: Tracked, by: Replacement): boolean {
  const isPlaced = before.found.spans.length > 0;
  if (after === before || (isPlaced && by.end < before.region.start)) return true;
  const back = follow(after, { start: by.start, end: by.start + by.length, length: by.end - by.start });
  return (
    length(back.runs) === length(before.runs) &&
    back.touched === before.touched &&
    length(back.found.candidates.map(({ spans }) => spans)) ===
      length(before.found.candidates.map(({ spans }) => spans)) &&
    isSame(back.region, before.region) &&
    back.edges.every((edge, part) => isSame(edge, before.edges[part]))
  );
}

/** Where an annotation stands now: as it was found, changed, or no longer. */
export function placeOf(item: Tracked, text: (span: Span) => string): PlacedAnnotation {
  const { found, runs, edges, region, touched } = item;
  if (found.spans.length === 0)
    return { ...found, candidates: [...replacing(item, text), ...found.candidates], region };
  const spans = edges.filter((_, part) => (runs[part] ?? []).length > 0);
  const [first] = spans;
  if (!touched && first !== undefined) {
    if (first.start === found.spans[0]?.start) return found;
    return { ...found, state: found.state === 'exact' ? 'moved' : found.state, spans, region: undefined };
  }
  const quote = found.annotation.quote.map(normalLineEnds);
  const words = spans.map((span) => normalLineEnds(text(span)));
  if (spans.length === quote.length && words.every((word, part) => word === quote[part]))
    return { ...found, state: 'moved', spans };
  const again = quote.length === 1 ? standsIn(region, quote[0] ?? '', text) : undefined;
  if (again !== undefined) return { ...found, state: 'moved', spans: [again] };
  if (spans.length === quote.length && length(runs) >= length(found.spans.map((span) => [span])) * LEAST_KEPT)
    return { ...found, state: 'fuzzy', spans: spans.map((span) => trimmed(wholeWords(span, region, text), text)) };
  const [instead] = replacing(item, text);
  const limit = Math.floor((quote[0]?.length ?? 0) * MOST_OTHER);
  if (instead?.spans[0] && distance(quote[0] ?? '', normalLineEnds(text(instead.spans[0])), limit) <= limit)
    return { ...found, state: 'fuzzy', spans: instead.spans };
  return { ...found, state: 'orphaned', score: 0, spans: [], candidates: replacing(item, text), region };
}

/** Whether what took the place of an annotation is about as long as its words, and not a passage written anew. */
export function mayReplace({ start, end }: Span, quote: string): boolean {
  return end - start <= quote.length * 2 + MOST_MORE;
}

/** What took the place of lost characters, if it is about as long as they were. */
function replacing({ found, region, lost }: Tracked, text: (span: Span) => string): AnchorCandidate[] {
  const [quote = '', second] = found.annotation.quote;
  if (!lost || second !== undefined || !mayReplace(region, quote)) return [];
  const span = trimmed(region, text);
  return span.start < span.end ? [{ spans: [span], score: 0 }] : [];
}

/** The one place of a quote in what took the place of an annotation. */
function standsIn(region: Span, quote: string, text: (span: Span) => string): Span | undefined {
  if (region.end - region.start > quote.length + MOST_MORE) return undefined;
  const words = text(region);
  const at = words.indexOf(quote);
  if (at === -1 || words.includes(quote, at + 1)) return undefined;
  return { start: region.start + at, end: region.start + at + quote.length };
}

/** A span with the rest of a word that was cut at its edge and written anew there. */
function wholeWords({ start, end }: Span, region: Span, text: (span: Span) => string): Span {
  const words = text(region);
  const isWord = (at: number) => /[\p{L}\p{N}]/u.test(words[at - region.start] ?? '');
  let [first, last] = [start, end];
  while (first > region.start && isWord(first) && isWord(first - 1)) first--;
  while (last < region.end && isWord(last - 1) && isWord(last)) last++;
  return { start: first, end: last };
}

/** A span without the blanks at its edges. */
function trimmed(span: Span, text: (span: Span) => string): Span {
  const words = text(span);
  if (words.trim() === '') return { start: span.end, end: span.end };
  return { start: span.start + words.length - words.trimStart().length, end: span.start + words.trimEnd().length };
}

/** The edges of a part after a replacement: see {@link Tracked.edges}. */
function between({ start, end }: Span, by: Replacement): Span {
  const grown = by.length - (by.end - by.start);
  const first = by.end <= start ? start + grown : by.start >= start ? start : by.start + by.length;
  const last = by.start >= end ? end : by.end <= end ? end + grown : by.start;
  return first <= last ? { start: first, end: last } : { start: by.start, end: by.start };
}

/** What a replacement leaves of a run of characters. */
function kept(run: Span, by: Replacement): Span[] {
  const grown = by.length - (by.end - by.start);
  if (by.end <= run.start) return [{ start: run.start + grown, end: run.end + grown }];
  if (by.start >= run.end) return [run];
  const left = { start: run.start, end: by.start };
  const right = { start: by.start + by.length, end: run.end + grown };
  return [left, right].filter(({ start, end }) => start < end);
}

/** A region behind a replacement that stays outside of it. */
function shift(region: Span, by: Replacement): Span {
  if (by.start >= region.end) return region;
  const grown = by.length - (by.end - by.start);
  return { start: region.start + grown, end: region.end + grown };
}

/** A region with what a replacement writes into it or at its edges. */
function stretch(region: Span, by: Replacement): Span {
  const grown = by.length - (by.end - by.start);
  if (by.end < region.start) return { start: region.start + grown, end: region.end + grown };
  if (by.start > region.end) return region;
  return {
    start: Math.min(region.start, by.start),
    end: by.end >= region.end ? by.start + by.length : region.end + grown,
  };
}

function isSame(one: Span, other: Span | undefined): boolean {
  return one.start === other?.start && one.end === other.end;
}

function length(parts: readonly (readonly Span[])[]): number {
  let sum = 0;
  for (const runs of parts) for (const { start, end } of runs) sum += end - start;
  return sum;
}
