import type { Span } from '../text/span.ts';

/** When a statement holds and who says so, each as it is written. */
export interface Grounds {
  /** ISO date (any precision) on which, from which, to which it holds. */
  readonly on?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** A workspace path of a seed, which may end in a line (`#L12`), or a URL. */
  readonly source?: string | undefined;
}

/** One statement about an entity. */
export interface Fact extends Grounds {
  readonly what: string;
  readonly value: string;
  /** The whole of it, without the dash; code units of the file. */
  readonly span: Span;
  /** Where its parts stand, quotes included. */
  readonly spans: SpansOf<'what' | 'value'>;
}

/** How an entity is related to another one: it is where the relation starts from, the other is where it leads to. */
export interface EntityRelation extends Grounds {
  /** Id of a relation of the project. */
  readonly type: string;
  /** Id of the other entity. */
  readonly entity: string;
  /** The whole of it, without the dash; code units of the file. */
  readonly span: Span;
  readonly spans: SpansOf<'type' | 'entity'>;
}

/** Places of the parts of a statement; quotes included, code units. */
export type SpansOf<Required extends string> = Readonly<Record<Required, Span>> & {
  readonly [part in keyof Grounds]?: Span | undefined;
};

/** An alias with all that the file says of it. */
export interface AliasEntry {
  readonly text: string;
  /** The language that it is in, as a tag (`zh-Latn`). */
  readonly lang?: string | undefined;
  /** Where the text stands, quotes included; code units. */
  readonly span: Span;
}

/** An entity of the facts files. Equal files give equal entities; all spans are code units of the file. */
export interface Entity {
  /** Made of the name where the file gives none. */
  readonly id: string;
  /** '' where the file gives none. */
  readonly type: string;
  /** The first alias, or the id, where the file gives none. */
  readonly name: string;
  /** The texts of {@link aliasEntries}, in the same order. */
  readonly aliases: readonly string[];
  readonly aliasEntries: readonly AliasEntry[];
  readonly description?: string | undefined;
  readonly facts: readonly Fact[];
  readonly relations: readonly EntityRelation[];
  /** Link name (`wikidata`, `viaf`, `url` …) to value, in file order; a link that is a list comes several times. */
  readonly links: readonly (readonly [name: string, value: string])[];
  /** Where the entry's id (or name) stands in its file. */
  readonly span: Span;
  /** The whole entry, without its dash. */
  readonly entry: Span;
  /** Where these stand, quotes included; undefined where they are not written. */
  readonly idSpan: Span | undefined;
  readonly typeSpan: Span | undefined;
  readonly nameSpan: Span | undefined;
}

/** What an entry refers to outside of its file, with the place where that is written (quotes included); code units. */
export interface FactsReference {
  readonly kind: 'source' | 'link';
  /** Of a link its name (`wikidata`), else `source`. */
  readonly name: string;
  readonly value: string;
  readonly span: Span;
}
