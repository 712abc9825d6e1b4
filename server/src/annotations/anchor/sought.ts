import type { Span } from '../../text/span.ts';
import type { Context } from './extend.ts';
import type { Occurrence } from './occurrences.ts';
import type { AnchorState } from './types.ts';

/** A place in the folded text at which an annotation may stand. */
export interface Candidate {
  readonly start: number;
  readonly end: number;
  readonly errors: number;
  /** All parts. */
  readonly spans: readonly Span[];
  /** The parts in the text as it is, where they are known there: blanks at an edge are lost in a folded one. */
  readonly original?: readonly Span[] | undefined;
  readonly before: number;
  readonly after: number;
  /** Signs of the context in the quote's own sentence. */
  readonly inner: number;
  /** Signs that speak for it. */
  readonly points: number;
}

/** An annotation whose place is looked for: what it says of it in folded signs, and what was found. */
export interface Sought {
  readonly parts: readonly string[];
  /** The parts and the stored context as they are, with LF for every line end. */
  readonly quote: readonly string[];
  readonly literal: readonly [string, string];
  readonly first: string;
  readonly before: Context;
  readonly after: Context;
  readonly contextText: readonly [string, string];
  /** The stored position in the folded text. */
  readonly at: number | undefined;
  /** Where the parts stand in the folded base text; empty where that is not at hand or has other words there. */
  readonly inBase: readonly Span[];
  /** Where quote and context stand word for word at the stored position, in units of the text as it is. */
  readonly standing: readonly Span[] | undefined;
  /** The stored position in the order of the base, to tell neighbours. */
  readonly order: number | undefined;
  /** The places that share most of the context. */
  best: readonly Occurrence[] | undefined;
  candidates: Candidate[];
  chosen: Candidate | undefined;
  /** The place of an ambiguous one that is taken if its neighbours do not tell of another. */
  fallback: Candidate | undefined;
  state: AnchorState;
  /** Everywhere that all of the context stands. */
  wholes: readonly number[];
}

/** Whether all of the context stands in several places. */
export function isTied({ wholes }: Sought): boolean {
  return wholes.length > 1;
}

/** The best first, of equal ones the nearest to the stored position. */
export function byPoints(candidates: Candidate[], item: Sought): Candidate[] {
  const far = ({ start }: Candidate) => Math.abs(start - (item.at ?? 0));
  return candidates.sort((a, b) => b.points - a.points || far(a) - far(b));
}
