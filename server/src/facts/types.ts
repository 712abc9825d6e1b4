import type { Span } from '../text/span.ts';

/** One statement about an entity. */
export interface Fact {
  readonly what: string;
  readonly value: string;
  /** ISO date (any precision) on which, from which, to which it holds. */
  readonly on?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** A workspace path of a seed, or a URL. */
  readonly source?: string | undefined;
}

/** An entity of the facts files. */
export interface Entity {
  /** Made of the name where the file gives none. */
  readonly id: string;
  /** '' where the file gives none. */
  readonly type: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly description?: string | undefined;
  readonly facts: readonly Fact[];
  /** Link name (`wikidata`, `viaf`, `url` …) to value, in file order. */
  readonly links: readonly (readonly [name: string, value: string])[];
  /** Where the entry's id (or name) stands in its file; code units. */
  readonly span: Span;
}

/** What an entry refers to outside of its file, with the place where that is written (quotes included); code units. */
export interface FactsReference {
  readonly kind: 'source' | 'link';
  /** Of a link its name (`wikidata`), else `source`. */
  readonly name: string;
  readonly value: string;
  readonly span: Span;
}
