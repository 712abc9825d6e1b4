import { NearNames } from '../text/near-names.ts';
import { type Copy, copiesOf } from './copies.ts';
import { Spellings } from './spelling.ts';

/** What the metadata of a seed say, as far as other seeds are compared with it. */
export interface SeedRecord {
  readonly source: string | undefined;
  readonly authors: readonly string[];
  readonly keywords: readonly string[];
  readonly title: string | undefined;
  /** ISO date of publication. */
  readonly published: string | undefined;
  /** Tells the body from others; 0, 0 where there is none, or where nobody has read it yet. */
  readonly body: readonly [number, number];
  /** See `text/minhash.ts`. */
  readonly signature: Int32Array;
}

/** The metadata of all seeds of the workspace, as they stand on disk. Immutable. */
export interface Corpus {
  readonly records: ReadonlyMap<string, SeedRecord>;
  readonly sources: Spellings;
  readonly authors: Spellings;
  /** The other seeds that hold the same text as a seed, or most of it. */
  readonly copiesOf: (uri: string) => readonly Copy[];
  /** The names that many seeds write, with how many; as they were when all seeds had been read. */
  readonly usualNames: () => NearNames;
}

/** A name that so many seeds write is known. */
export const LEAST_SEEDS = 5;

const NO_NAMES = new NearNames([]);

/** Of a workspace without seeds. */
export const EMPTY_CORPUS: Corpus = {
  records: new Map(),
  sources: new Spellings(),
  authors: new Spellings(),
  copiesOf: () => [],
  usualNames: () => NO_NAMES,
};

/** The seeds of the workspace by their metadata. Owned by the workspace. */
export class CorpusIndex {
  private readonly records = new Map<string, SeedRecord>();
  private current: Corpus | undefined;
  private readonly usualNames: () => NearNames;

  constructor(usualNames: () => NearNames = () => NO_NAMES) {
    this.usualNames = usualNames;
  }

  /** Takes what a seed says, or undefined when the file is gone. Says whether what others may see of it changed. */
  set(uri: string, after: SeedRecord | undefined): boolean {
    const before = this.records.get(uri);
    if (before === after || (before && after && says(before) === says(after))) return false;
    if (after === undefined) this.records.delete(uri);
    else this.records.set(uri, after);
    this.current = undefined;
    return true;
  }

  has(uri: string): boolean {
    return this.records.has(uri);
  }

  uris(): Iterable<string> {
    return this.records.keys();
  }

  /** The same object as long as nothing changed. */
  view(): Corpus {
    this.current ??= makeCorpus(new Map(this.records), this.usualNames);
    return this.current;
  }
}

function makeCorpus(records: ReadonlyMap<string, SeedRecord>, usualNames: () => NearNames): Corpus {
  const sources = new Spellings();
  const authors = new Spellings();
  for (const [uri, record] of records) {
    if (record.source !== undefined) sources.add(record.source, uri);
    for (const author of record.authors) authors.add(author, uri);
  }
  // A seed is asked about with every key in it.
  const copies = new Map<string, readonly Copy[]>();
  const copiesIn = (uri: string) => {
    let found = copies.get(uri);
    if (found === undefined) {
      found = copiesOf(uri, records);
      copies.set(uri, found);
    }
    return found;
  };
  return { records, sources, authors, copiesOf: copiesIn, usualNames };
}

/** What tells a record from another: bodies that are the same have the same signature. */
function says({ signature: _signature, ...rest }: SeedRecord): string {
  return JSON.stringify(rest);
}

/** The names in the value of an author field, each with its offset in it. */
export function authorsIn(value: string): { readonly name: string; readonly start: number }[] {
  const names: { name: string; start: number }[] = [];
  const add = (from: number, to: number) => {
    const piece = value.slice(from, to);
    const name = piece.trim();
    if (name !== '') names.push({ name, start: from + piece.indexOf(name) });
  };
  let from = 0;
  // A comma may part two names ("Jane Doe, John Roe") or the two halves of one ("Doe, Jane").
  const parting = /^\s*[^\s,]+\s+[^\s,][^,]*,\s*(?:and\s+)?[^\s,]+\s+\S/u.test(value)
    ? /[;,&；、，]|\s[/|]\s|\s(?:and|und|et)\s/giu
    : /[;&；、，]|\s[/|]\s|\s(?:and|und|et)\s/giu;
  for (const match of value.matchAll(parting)) {
    add(from, match.index);
    from = match.index + match[0].length;
  }
  add(from, value.length);
  return names;
}
