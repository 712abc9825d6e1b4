import type { Span } from '../../text/span.ts';
import type { SeenSentence } from './latest.ts';

/**
 * How the index tells what is named: `#id` of an entry of the facts files, else the type and the name as its document writes
 * it most fully, as `type\nname`. One name of one type counts as one entity in all seeds, as long as the facts do not part them.
 */
export type EntityKey = string;

/** Something that seeds name. */
export interface IndexedName {
  readonly key: EntityKey;
  /** Of an entry of the facts files its id. */
  readonly entity: string | undefined;
  /** Of an entry of the facts files ''; these say it. */
  readonly type: string;
  /** As its documents write it most fully; of an entry of the facts files its id, which is all the index knows. */
  readonly text: string;
}

/** How often something is named in the seeds of the workspace. */
export interface NameTotal extends IndexedName {
  readonly seeds: number;
  readonly mentions: number;
}

/** A seed of the workspace by what its metadata say. */
export interface IndexedSeed {
  readonly uri: string;
  readonly title: string | undefined;
  readonly source: string | undefined;
  /** ISO date of publication, as exact as it is given. */
  readonly published: string | undefined;
}

/** A place in a file: zero-based line and UTF-16 character, as LSP counts. */
export interface IndexedRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/** A sentence in code units of its file's text (without byte order mark); the words are read when they are shown. */
export interface IndexedSentence extends Span {
  /** The line in which it begins. */
  readonly line: number;
  /** ISO date that the sentence itself gives first, a day, a month or a year; undefined where it gives none. */
  readonly date: string | undefined;
}

export interface IndexedMention {
  readonly range: IndexedRange;
  readonly sentence: IndexedSentence;
}

/** The mentions of one name in one seed, in order. */
export interface SeedMentions {
  readonly seed: IndexedSeed;
  readonly mentions: readonly IndexedMention[];
}

export interface FirstMention {
  readonly uri: string;
  readonly range: IndexedRange;
}

/** A sentence that names something, with the first place in it that does. */
export interface DatedSentence extends IndexedMention {
  readonly seed: IndexedSeed;
}

/** What a seed says of something that it names, as found by `names/statements`. */
export interface IndexedStatement {
  readonly seed: IndexedSeed;
  readonly sentence: IndexedSentence;
  /** `description`, `role`, `class`, `abbreviation`, `alias` … */
  readonly kind: string;
  readonly about: EntityKey;
  /** The words that say it. */
  readonly value: string;
  /** Of a role the organization or place. */
  readonly employer: string | undefined;
}

/** How far the seeds of the workspace have been read. */
export interface IndexState {
  /** Seeds that are known of. */
  readonly seeds: number;
  /** Those whose metadata and names by facts, rules and lists are known. */
  readonly read: number;
  /** Those whose names by the model are known, too. */
  readonly named: number;
}

/**
 * What the seeds of the workspace name, as it is known now. An answer never waits for what has not been read yet. Seeds
 * count as they are stored on disk; of open ones the present text counts as soon as its names are known.
 */
export interface NameIndex {
  /** Another number whenever an answer may be another one. */
  readonly revision: number;
  readonly state: IndexState;
  seeds(): Iterable<IndexedSeed>;
  seed(uri: string): IndexedSeed | undefined;
  /** Everything that is named, in no order. */
  totals(): readonly NameTotal[];
  total(key: EntityKey): NameTotal | undefined;
  /** Where something is named: the seeds by their publication (those without date last), then by URI. */
  mentionsOf(key: EntityKey): readonly SeedMentions[];
  /** The first of these places of each of many names. */
  firstMentionsOf(keys: Iterable<EntityKey>): ReadonlyMap<EntityKey, FirstMention>;
  /** When each was named last: the publication of the last seed that names it; without those that no dated seed names. */
  latest(): ReadonlyMap<EntityKey, string>;
  /**
   * The latest sentences that name something, by their own date or their seed's; without the one that somebody sees already,
   * and copies last. Ten thousand seeds take some milliseconds.
   */
  latestOf(key: EntityKey, limit: number, seen?: SeenSentence): readonly DatedSentence[];
  /** The first and the last publication of the seeds that name something; undefined where no dated seed does. */
  spanOf(key: EntityKey): { readonly first: string; readonly last: string } | undefined;
  /** What the seeds say of something, in the same order. */
  statementsOf(key: EntityKey): readonly IndexedStatement[];
  /** What one seed names, with how often, most frequent first; `seeds` is 1. */
  namesIn(uri: string): readonly NameTotal[];
  /** What is named in the same sentences, most frequent first, with the number of sentences. */
  companyOf(key: EntityKey, limit: number): readonly { readonly name: IndexedName; readonly sentences: number }[];
}

export function keyOfEntity(id: string): EntityKey {
  return `#${id}`;
}

export function keyOfName(type: string, text: string): EntityKey {
  return `${type}\n${text}`;
}

export function nameOfKey(key: EntityKey): IndexedName {
  if (key.startsWith('#')) return { key, entity: key.slice(1), type: '', text: key.slice(1) };
  const at = key.indexOf('\n');
  return { key, entity: undefined, type: key.slice(0, at), text: key.slice(at + 1) };
}

/** Types whose mentions are values and name nothing: they are not indexed. */
const VALUES: ReadonlySet<string> = new Set(['money', 'percent', 'quantity', 'date', 'time', 'duration', 'set']);

export function isIndexed(type: string): boolean {
  return !VALUES.has(type);
}
