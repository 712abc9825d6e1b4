import type { FieldKey } from '../../seed/fields.ts';
import type { Span } from '../../text/span.ts';

/** A value that a pasted text may mean for a field. */
export interface Candidate {
  readonly key: FieldKey;
  readonly value: string;
  /** Where the text says so; undefined where it says so nowhere. */
  readonly from: Span | undefined;
  /** From 0 to 1. From {@link SURE} on a value is written unasked; below it is a proposal. */
  readonly sure: number;
}

/** A wrong value in the metadata of a source costs more than a question. */
export const SURE = 0.8;

/** The candidate that is surest; of equals the first. */
export function surest(candidates: readonly Candidate[], key: FieldKey): Candidate | undefined {
  let best: Candidate | undefined;
  for (const candidate of candidates) if (candidate.key === key && candidate.sure > (best?.sure ?? 0)) best = candidate;
  return best;
}
