import type { Span } from '../text/span.ts';
import type { Token } from '../text/tokens.ts';

/** What made a mention, strongest first. */
export const EVIDENCE = ['annotated', 'rejected', 'facts', 'rule', 'list', 'model'] as const;
export type Evidence = (typeof EVIDENCE)[number];

/** A span that names something. Relative to the block's text, in code units. */
export interface Mention extends Span {
  /** Type id: `person`, `organization`, `place` … or one of the project's own. */
  readonly type: string;
  readonly evidence: Evidence;
  /** How sure the recognizer is, 0 to 1. */
  readonly score: number;
  /** Id of the entity in the facts files, if known. */
  readonly entity?: string | undefined;
  /** Normalised value, e.g. `USD 2800000000`, `12.5 %`. */
  readonly value?: string | undefined;
}

/** One alias of an entity, ready to be matched: what `facts/` says, without `names/` knowing about facts. */
export interface Alias {
  readonly text: string;
  readonly type: string;
  readonly entity: string;
}

/** Whose names are to be found, and what is said where one is. */
export interface NameOwner {
  readonly type: string;
  readonly evidence: Evidence;
  readonly score: number;
  readonly entity?: string | undefined;
  /** The same word is also something else: a person's name, a verb. See `ambiguous.ts`. */
  readonly ambiguous?: boolean | undefined;
}

/** What recognising names depends on besides the text. */
export interface NameContext {
  readonly matcher: NameMatcher;
  /** Words and phrases that are never names (lower case). */
  readonly never: ReadonlySet<string>;
  /** The score from which a name that the model finds is shown, by type; `default` for those not named. */
  readonly thresholds?: ReadonlyMap<string, number> | undefined;
}

/** A compiled set of aliases and lists; see `matcher.ts`. */
export interface NameMatcher {
  /** All longest matches in the text from left to right, at word edges, not overlapping. `tokens`: the text's, if at hand. */
  match(text: string, tokens?: readonly Token[]): readonly Mention[];
}
