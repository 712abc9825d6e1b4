import type { Span } from './span.ts';

/**
 * Something wrong with a text, found while reading it. Broken input is data: readers return their value together with
 * a list of these and never throw. How severe a problem is, is not theirs to say: see `project/severities.ts`.
 */
export interface Problem {
  /** Stable code of the finding in kebab case, one of the keys of `project/severities.ts`. */
  readonly code: string;
  /** Where, relative to the text that was read; code units. */
  readonly span: Span;
  /** What is wrong and what to do about it: one or two sentences in plain text. */
  readonly message: string;
  /** What a quick fix needs to know. */
  readonly data?: Readonly<Record<string, string>>;
}
