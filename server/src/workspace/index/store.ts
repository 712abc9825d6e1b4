import { companyIn } from './company.ts';
import { latestSentences, publicationSpan, type SeenSentence } from './latest.ts';
import { eachMention, eachStatement, headOf, isNamed, rangeAt, type SeedRecord, sentenceAt, uriOf } from './record.ts';
import { Strings } from './strings.ts';
import {
  type DatedSentence,
  type EntityKey,
  type FirstMention,
  type IndexedMention,
  type IndexedName,
  type IndexedSeed,
  type IndexedSentence,
  type IndexedStatement,
  type IndexState,
  type NameIndex,
  type NameTotal,
  nameOfKey,
  type SeedMentions,
} from './types.ts';

/**
 * The records of all seeds, and what can be asked of them. What is counted is counted as records come and go; all else is
 * looked up when somebody asks, in one run over numbers: ten thousand seeds take some milliseconds, and there is nothing
 * besides the records that could be out of date. Owned by the workspace.
 */
export class IndexStore implements NameIndex {
  strings: Strings;
  private readonly records = new Map<string, SeedRecord>();
  /** By the number of a key. */
  private seedCounts = new Int32Array(1024);
  private mentionCounts = new Int32Array(1024);
  /** In which turn of counting a key was last met: a set of its own for each seed would cost more than all else. */
  private seenIn = new Int32Array(1024);
  private turn = 0;
  private namedCount = 0;
  private known: readonly NameTotal[] | undefined;
  private ordered: readonly { readonly seed: IndexedSeed; readonly record: SeedRecord }[] | undefined;
  revision = 0;
  /** Seeds that are known of and have not been read. */
  unread = 0;

  constructor(strings = new Strings()) {
    this.strings = strings;
  }

  /** Takes what is known of a seed now; its texts are in this store's table. Undefined when it is gone. */
  set(uri: string, record: SeedRecord | undefined): void {
    const before = this.records.get(uri);
    if (before === record || (before !== undefined && record !== undefined && same(before, record))) return;
    if (before !== undefined) this.count(before, -1);
    if (record !== undefined) this.count(record, 1);
    if (record === undefined) this.records.delete(uri);
    else this.records.set(uri, record);
    this.known = undefined;
    this.ordered = undefined;
    this.revision++;
  }

  /** Takes over a table of strings, before the first record. */
  replaceStrings(texts: string[]): void {
    this.strings = new Strings(texts);
  }

  record(uri: string): SeedRecord | undefined {
    return this.records.get(uri);
  }

  uris(): Iterable<string> {
    return this.records.keys();
  }

  get size(): number {
    return this.records.size;
  }

  get state(): IndexState {
    return { seeds: this.records.size + this.unread, read: this.records.size, named: this.namedCount };
  }

  *seeds(): Iterable<IndexedSeed> {
    for (const { seed } of this.inOrder()) yield seed;
  }

  seed(uri: string): IndexedSeed | undefined {
    const record = this.records.get(uri);
    return record && this.seedOf(record);
  }

  totals(): readonly NameTotal[] {
    if (this.known === undefined) {
      const totals: NameTotal[] = [];
      for (let key = 1; key < this.seedCounts.length; key++)
        if ((this.seedCounts[key] as number) > 0) totals.push(this.totalOf(key));
      this.known = totals;
    }
    return this.known;
  }

  total(key: EntityKey): NameTotal | undefined {
    const number = this.strings.find(key);
    return number === undefined || !this.seedCounts[number] ? undefined : this.totalOf(number);
  }

  mentionsOf(key: EntityKey): readonly SeedMentions[] {
    const number = this.keyNumber(key);
    if (number === undefined) return [];
    const found: SeedMentions[] = [];
    for (const { seed, record } of this.inOrder()) {
      const mentions: IndexedMention[] = [];
      eachMention(record, (own, index, sentence) => {
        if (own === number)
          mentions.push({ range: rangeOf(record, index), sentence: this.sentenceOf(record, sentence) });
      });
      if (mentions.length > 0) found.push({ seed, mentions });
    }
    return found;
  }

  firstMentionsOf(keys: Iterable<EntityKey>): ReadonlyMap<EntityKey, FirstMention> {
    const found = new Map<EntityKey, FirstMention>();
    const isWanted = new Uint8Array(this.strings.length);
    let left = 0;
    for (const key of keys) {
      const number = this.keyNumber(key);
      if (number === undefined || isWanted[number] === 1) continue;
      isWanted[number] = 1;
      left++;
    }
    for (const { seed, record } of this.inOrder()) {
      if (left === 0) break;
      eachMention(record, (own, index) => {
        if (isWanted[own] !== 1) return;
        isWanted[own] = 0;
        left--;
        found.set(this.strings.at(own), { uri: seed.uri, range: rangeOf(record, index) });
      });
    }
    return found;
  }

  latest(): ReadonlyMap<EntityKey, string> {
    const dates = new Int32Array(this.strings.length);
    for (const { record } of this.inOrder()) {
      const { published } = headOf(record);
      if (published === 0) continue;
      eachMention(record, (key) => {
        dates[key] = published;
      });
    }
    const latest = new Map<EntityKey, string>();
    dates.forEach((date, key) => {
      if (date !== 0) latest.set(this.strings.at(key), this.strings.at(date));
    });
    return latest;
  }

  latestOf(key: EntityKey, limit: number, seen?: SeenSentence): readonly DatedSentence[] {
    const number = this.keyNumber(key);
    if (number === undefined) return [];
    const found = latestSentences(this.records.values(), this.strings, number, limit, seen);
    return found.map(({ record, mention, sentence }) => ({
      seed: this.seedOf(record),
      range: rangeOf(record, mention),
      sentence: this.sentenceOf(record, sentence),
    }));
  }

  spanOf(key: EntityKey): { readonly first: string; readonly last: string } | undefined {
    const number = this.keyNumber(key);
    return number === undefined ? undefined : publicationSpan(this.records.values(), this.strings, number);
  }

  statementsOf(key: EntityKey): readonly IndexedStatement[] {
    const number = this.strings.find(key);
    if (number === undefined) return [];
    const found: IndexedStatement[] = [];
    for (const { seed, record } of this.inOrder())
      eachStatement(record, (statement) => {
        if (statement.key !== number) return;
        found.push({
          seed,
          sentence: this.sentenceOf(record, statement.sentence),
          kind: this.strings.at(statement.kind),
          about: key,
          value: this.strings.at(statement.value),
          employer: this.strings.maybe(statement.employer),
        });
      });
    return found;
  }

  namesIn(uri: string): readonly NameTotal[] {
    const record = this.records.get(uri);
    if (record === undefined) return [];
    const counts = new Map<number, number>();
    eachMention(record, (key) => counts.set(key, (counts.get(key) ?? 0) + 1));
    return [...counts]
      .sort(([, a], [, b]) => b - a)
      .map(([key, mentions]) => ({ ...nameOfKey(this.strings.at(key)), seeds: 1, mentions }));
  }

  companyOf(key: EntityKey, limit: number): { readonly name: IndexedName; readonly sentences: number }[] {
    const number = this.keyNumber(key);
    if (number === undefined) return [];
    return companyIn(this.records.values(), this.strings, number, limit).map(({ key: other, sentences }) => ({
      name: nameOfKey(this.strings.at(other)),
      sentences,
    }));
  }

  private keyNumber(key: EntityKey): number | undefined {
    const number = this.strings.find(key);
    return number !== undefined && this.seedCounts[number] ? number : undefined;
  }

  private totalOf(key: number): NameTotal {
    const { key: full, entity, type, text } = nameOfKey(this.strings.at(key));
    // Written out: copied by a spread, fifty thousand of them take ten times as long.
    return {
      key: full,
      entity,
      type,
      text,
      seeds: this.seedCounts[key] as number,
      mentions: this.mentionCounts[key] as number,
    };
  }

  private count(record: SeedRecord, by: 1 | -1): void {
    if (isNamed(record)) this.namedCount += by;
    const turn = ++this.turn;
    eachMention(record, (key) => {
      if (key >= this.seedCounts.length) this.grow(key);
      this.mentionCounts[key] = (this.mentionCounts[key] as number) + by;
      if (this.seenIn[key] !== turn) this.seedCounts[key] = (this.seedCounts[key] as number) + by;
      this.seenIn[key] = turn;
    });
  }

  private grow(key: number): void {
    const size = Math.max(this.seedCounts.length * 2, key + 1);
    for (const name of ['seedCounts', 'mentionCounts', 'seenIn'] as const) {
      const grown = new Int32Array(size);
      grown.set(this[name]);
      this[name] = grown;
    }
  }

  /** All seeds by their publication, then by URI. */
  private inOrder(): readonly { readonly seed: IndexedSeed; readonly record: SeedRecord }[] {
    this.ordered ??= [...this.records.values()]
      .map((record) => ({ seed: this.seedOf(record), record }))
      .sort(({ seed: a }, { seed: b }) => compare(a.published ?? LAST, b.published ?? LAST) || compare(a.uri, b.uri));
    return this.ordered;
  }

  private seedOf(record: SeedRecord): IndexedSeed {
    const { title, source, published } = headOf(record);
    const { strings } = this;
    return {
      uri: uriOf(record, strings),
      title: strings.maybe(title),
      source: strings.maybe(source),
      published: strings.maybe(published),
    };
  }

  private sentenceOf(record: SeedRecord, index: number): IndexedSentence {
    const { start, end, line, date } = sentenceAt(record, index);
    return { start, end, line, date: this.strings.maybe(date) };
  }
}

/** Behind all dates. */
const LAST = '~';

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function rangeOf(record: SeedRecord, index: number): IndexedMention['range'] {
  const [line, character, endLine, endCharacter] = rangeAt(record, index);
  return { start: { line, character }, end: { line: endLine, character: endCharacter } };
}

function same(a: SeedRecord, b: SeedRecord): boolean {
  return a.length === b.length && a.every((value, at) => value === b[at]);
}
