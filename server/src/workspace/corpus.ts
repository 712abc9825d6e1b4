import { Spellings } from './spelling.ts';

/** What the metadata of a seed say, as far as other seeds are compared with it. */
export interface SeedRecord {
  readonly source: string | undefined;
  readonly authors: readonly string[];
  readonly keywords: readonly string[];
}

/** The metadata of all seeds of the workspace, as they stand on disk. Immutable. */
export interface Corpus {
  readonly records: ReadonlyMap<string, SeedRecord>;
  readonly sources: Spellings;
  readonly authors: Spellings;
}

/** Of a workspace without seeds. */
export const EMPTY_CORPUS: Corpus = { records: new Map(), sources: new Spellings(), authors: new Spellings() };

/** The seeds of the workspace by their metadata. Owned by the workspace. */
export class CorpusIndex {
  private readonly records = new Map<string, SeedRecord>();
  private current: Corpus | undefined;

  /** Takes what a seed says, or undefined when the file is gone. Says whether what others may see of it changed. */
  set(uri: string, after: SeedRecord | undefined): boolean {
    const before = this.records.get(uri);
    if (JSON.stringify(before) === JSON.stringify(after)) return false;
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
    this.current ??= makeCorpus(new Map(this.records));
    return this.current;
  }
}

function makeCorpus(records: ReadonlyMap<string, SeedRecord>): Corpus {
  const sources = new Spellings();
  const authors = new Spellings();
  for (const [uri, record] of records) {
    if (record.source !== undefined) sources.add(record.source, uri);
    for (const author of record.authors) authors.add(author, uri);
  }
  return { records, sources, authors };
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
