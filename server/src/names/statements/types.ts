import type { Span } from '../../text/span.ts';

/**
 * How a text says what something is: in words of its own ("Kanzhun, the owner of Boss Zhipin"), by an office ("Microsoft
 * Vice President Tom Burt"), by what sort of thing it is ("ride-hailing platform Didi"), or by another name.
 */
export type StatementKind = 'description' | 'role' | 'class' | 'abbreviation' | 'alias';

/**
 * What a text says of a name, in words that stand beside it in the same sentence. All spans are of the block's text, in code
 * units; `start` and `end` hold them all.
 */
export interface Statement extends Span {
  readonly kind: StatementKind;
  /** What it is about: a mention; of an abbreviation the long form, which need not be one. */
  readonly subject: Span;
  /**
   * The words that say it. A description has its article ("the owner of Boss Zhipin"); a role and a class have none ("Vice President",
   * "ride-hailing platform"); of an abbreviation it is the short form, of an alias the other name.
   */
  readonly value: Span;
  /**
   * Of a role: the mention of the organisation, place or people for whom it is held. It stands beside the value ("German | Chancellor",
   * "chief executive | of Y") or, where words of the role stand on both sides, in it ("former Microsoft vice president").
   */
  readonly employer?: Span;
  /** Of an alias: it is no longer what it is called. */
  readonly former?: true;
}

/** A role as the text has it, with the one for whom it is held: "German Chancellor", "chief executive of Y"; else the value. */
export function quotedSpan({ value, employer }: Statement): Span {
  if (employer === undefined) return value;
  return { start: Math.min(value.start, employer.start), end: Math.max(value.end, employer.end) };
}
