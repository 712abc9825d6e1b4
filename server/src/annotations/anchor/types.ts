import type { Span } from '../../text/span.ts';

/**
 * How sure an anchor is:
 *
 * - `exact`: the quote stands at its position, and its context does not speak against it;
 * - `moved`: the quote stands as it was somewhere else;
 * - `fuzzy`: the words changed a little, and what stands round them tells that it is they;
 * - `ambiguous`: it stands in several places, and nothing tells which is meant;
 * - `orphaned`: it stands nowhere, or only words like it do.
 */
export type AnchorState = 'exact' | 'moved' | 'fuzzy' | 'ambiguous' | 'orphaned';

/** What an annotation says of its place. */
export interface Selector {
  /** The annotated text; several parts when the span is discontinuous. */
  readonly quote: readonly string[];
  /** Start of the first part in code points, a line end counting one. */
  readonly at: number | undefined;
  readonly before: string;
  readonly after: string;
}

/** An annotation and where it stands in the text, in code units. */
export interface Anchored<T extends Selector> {
  readonly annotation: T;
  readonly state: AnchorState;
  /** How sure it is, from 0 to 1. */
  readonly score: number;
  /** One for each part of the quote; empty when orphaned. Of an ambiguous one the best place. */
  readonly spans: readonly Span[];
  /** Where an orphaned or ambiguous one may belong, the best first: for a person to choose from. Else empty. */
  readonly candidates: readonly AnchorCandidate[];
}

export interface AnchorCandidate {
  readonly spans: readonly Span[];
  /** From 0 to 1. */
  readonly score: number;
}
