import type { SeedRecord as CorpusRecord } from '../corpus.ts';
import type { Strings } from './strings.ts';

/** What is known of one seed, before it is packed. Positions are those of `types.ts`; texts are the seed's own. */
export interface SeedData {
  readonly uri: string;
  /** Whether the model has been asked. */
  readonly named: boolean;
  /** Tells the bytes of the seed and its sidecar from others. */
  readonly content: readonly [number, number];
  /** Tells the body from others; 0, 0 where there is none. */
  readonly body: readonly [number, number];
  readonly title: string | undefined;
  readonly source: string | undefined;
  readonly published: string | undefined;
  readonly authors: readonly string[];
  readonly keywords: readonly string[];
  readonly sentences: readonly SentenceData[];
  readonly mentions: readonly MentionData[];
  readonly statements: readonly StatementData[];
  /** For telling near-duplicates; empty of a body too short to tell. */
  readonly signature: ArrayLike<number>;
  /** What the model found, packed by `model-mentions.ts`: it is not asked again when facts change. */
  readonly model: ArrayLike<number>;
}

export interface SentenceData {
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly date: string | undefined;
}

export interface MentionData {
  readonly key: string;
  readonly line: number;
  readonly character: number;
  readonly endLine: number;
  readonly endCharacter: number;
  /** Its number among the sentences. */
  readonly sentence: number;
}

export interface StatementData {
  readonly kind: string;
  readonly key: string;
  readonly sentence: number;
  readonly value: string;
  readonly employer: string | undefined;
}

/**
 * A seed in one run of numbers; texts stand as numbers of a table of strings. So ten thousand of them are ten thousand
 * small objects and not a million, and go to another thread or onto the disk as they are.
 *
 * The head, then each list in the order of their counts. A sentence is start, end, line, date; a mention key, line,
 * character, end line, end character, sentence; a statement kind, key, sentence, value, employer.
 */
export type SeedRecord = Int32Array;

const URI = 0;
const NAMED = 1;
const CONTENT = 2;
const BODY = 4;
const TITLE = 6;
const SOURCE = 7;
const PUBLISHED = 8;
/** Where the counts stand: authors, keywords, sentences, mentions, statements, signature, model. */
const COUNTS = 9;
const HEAD = 16;

const SENTENCE = 4;
const MENTION = 6;
const STATEMENT = 5;
const WIDTHS = [1, 1, SENTENCE, MENTION, STATEMENT, 1, 1] as const;
const AUTHORS = 0;
const KEYWORDS = 1;
const SENTENCES = 2;
const MENTIONS = 3;
const STATEMENTS = 4;
const SIGNATURE = 5;
const MODEL = 6;

export function packSeed(data: SeedData, strings: Strings): SeedRecord {
  const lists = [
    data.authors,
    data.keywords,
    data.sentences,
    data.mentions,
    data.statements,
    data.signature,
    data.model,
  ];
  const size = lists.reduce((sum, list, i) => sum + list.length * (WIDTHS[i] as number), HEAD);
  const record = new Int32Array(size);
  record[URI] = strings.numberOf(data.uri);
  record[NAMED] = data.named ? 1 : 0;
  record.set(data.content, CONTENT);
  record.set(data.body, BODY);
  record[TITLE] = strings.numberOf(data.title);
  record[SOURCE] = strings.numberOf(data.source);
  record[PUBLISHED] = strings.numberOf(data.published);
  lists.forEach((list, i) => {
    record[COUNTS + i] = list.length;
  });
  let at = HEAD;
  const put = (value: number) => {
    record[at++] = value;
  };
  for (const author of data.authors) put(strings.numberOf(author));
  for (const keyword of data.keywords) put(strings.numberOf(keyword));
  for (const { start, end, line, date } of data.sentences) {
    put(start);
    put(end);
    put(line);
    put(strings.numberOf(date));
  }
  for (const { key, line, character, endLine, endCharacter, sentence } of data.mentions) {
    put(strings.numberOf(key));
    put(line);
    put(character);
    put(endLine);
    put(endCharacter);
    put(sentence);
  }
  for (const { kind, key, sentence, value, employer } of data.statements) {
    put(strings.numberOf(kind));
    put(strings.numberOf(key));
    put(sentence);
    put(strings.numberOf(value));
    put(strings.numberOf(employer));
  }
  record.set(data.signature, at);
  record.set(data.model, at + data.signature.length);
  return record;
}

export function unpackSeed(record: SeedRecord, strings: Strings): SeedData {
  const { sentences, mentions, statements } = placesOf(record);
  const text = (at: number) => strings.at(record[at] as number);
  const maybe = (at: number) => strings.maybe(record[at] as number);
  const number = (at: number) => record[at] as number;
  return {
    uri: uriOf(record, strings),
    named: isNamed(record),
    content: contentOf(record),
    body: bodyOf(record),
    title: maybe(TITLE),
    source: maybe(SOURCE),
    published: maybe(PUBLISHED),
    authors: Array.from(listOf(record, AUTHORS), (n) => strings.at(n)),
    keywords: Array.from(listOf(record, KEYWORDS), (n) => strings.at(n)),
    sentences: each(sentences, SENTENCE, (at) => ({
      start: number(at),
      end: number(at + 1),
      line: number(at + 2),
      date: maybe(at + 3),
    })),
    mentions: each(mentions, MENTION, (at) => ({
      key: text(at),
      line: number(at + 1),
      character: number(at + 2),
      endLine: number(at + 3),
      endCharacter: number(at + 4),
      sentence: number(at + 5),
    })),
    statements: each(statements, STATEMENT, (at) => ({
      kind: text(at),
      key: text(at + 1),
      sentence: number(at + 2),
      value: text(at + 3),
      employer: maybe(at + 4),
    })),
    signature: signatureOf(record),
    model: modelOf(record),
  };
}

/** The same record with the numbers of another table of strings. */
export function renumber(record: SeedRecord, map: (number: number) => number): SeedRecord {
  const copy = record.slice();
  const change = (at: number) => {
    copy[at] = map(copy[at] as number);
  };
  for (const at of [URI, TITLE, SOURCE, PUBLISHED]) change(at);
  const lists = placesOf(record);
  for (let at = HEAD; at < lists.sentences.start; at++) change(at);
  for (let at = lists.sentences.start; at < lists.sentences.end; at += SENTENCE) change(at + 3);
  for (let at = lists.mentions.start; at < lists.mentions.end; at += MENTION) change(at);
  for (let at = lists.statements.start; at < lists.statements.end; at += STATEMENT)
    for (const field of [0, 1, 3, 4]) change(at + field);
  return copy;
}

/** Whether a run of numbers has the length that its head tells. */
export function isRecord(record: Int32Array): boolean {
  if (record.length < HEAD) return false;
  let size = HEAD;
  WIDTHS.forEach((width, i) => {
    const count = record[COUNTS + i] as number;
    size = count < 0 ? Number.NaN : size + count * width;
  });
  return size === record.length;
}

export function uriOf(record: SeedRecord, strings: Strings): string {
  return strings.at(record[URI] as number);
}

export function isNamed(record: SeedRecord): boolean {
  return record[NAMED] === 1;
}

export function contentOf(record: SeedRecord): readonly [number, number] {
  return [record[CONTENT] as number, record[CONTENT + 1] as number];
}

export function bodyOf(record: SeedRecord): readonly [number, number] {
  return [record[BODY] as number, record[BODY + 1] as number];
}

/** Numbers of title, source and publication. */
export function headOf(record: SeedRecord): {
  readonly title: number;
  readonly source: number;
  readonly published: number;
} {
  return {
    title: record[TITLE] as number,
    source: record[SOURCE] as number,
    published: record[PUBLISHED] as number,
  };
}

/** What a record says of its seed's metadata, as far as other seeds are compared with it. */
export function metadataIn(record: SeedRecord, strings: Strings): CorpusRecord {
  return {
    source: strings.maybe(record[SOURCE] as number),
    authors: Array.from(listOf(record, AUTHORS), (number) => strings.at(number)),
    keywords: Array.from(listOf(record, KEYWORDS), (number) => strings.at(number)),
    title: strings.maybe(record[TITLE] as number),
    published: strings.maybe(record[PUBLISHED] as number),
    body: bodyOf(record),
    signature: signatureOf(record),
  };
}

export function signatureOf(record: SeedRecord): Int32Array {
  return listOf(record, SIGNATURE);
}

export function modelOf(record: SeedRecord): Int32Array {
  return listOf(record, MODEL);
}

export function sentenceAt(
  record: SeedRecord,
  index: number,
): { readonly start: number; readonly end: number; readonly line: number; readonly date: number } {
  const at = startOf(record, SENTENCES) + index * SENTENCE;
  return {
    start: record[at] as number,
    end: record[at + 1] as number,
    line: record[at + 2] as number,
    date: record[at + 3] as number,
  };
}

/** Calls `visit` with the number of each mention's key, its index and that of its sentence. */
export function eachMention(record: SeedRecord, visit: (key: number, index: number, sentence: number) => void): void {
  const { start, end } = placesOf(record).mentions;
  for (let at = start, index = 0; at < end; at += MENTION, index++)
    visit(record[at] as number, index, record[at + 5] as number);
}

/** Whether any mention has a key. */
export function mentionsKey(record: SeedRecord, key: number): boolean {
  return nextMention(record, key) !== -1;
}

/** The index of the first mention of a key, at or behind the index `from`; -1 where there is none. */
export function nextMention(record: SeedRecord, key: number, from = 0): number {
  const start = startOf(record, MENTIONS);
  const end = start + (record[COUNTS + MENTIONS] as number) * MENTION;
  for (let at = start + from * MENTION; at < end; at += MENTION) if (record[at] === key) return (at - start) / MENTION;
  return -1;
}

/** The number of the sentence of a mention. */
export function sentenceOfMention(record: SeedRecord, index: number): number {
  return record[startOf(record, MENTIONS) + index * MENTION + 5] as number;
}

/**
 * Calls `visit` with the other keys in each sentence that mentions a key, as often as they stand there, and its number; without
 * those in it or round it: New York in the New York Stock Exchange.
 */
export function eachCompanion(record: SeedRecord, key: number, visit: (key: number, sentence: number) => void): void {
  const start = startOf(record, MENTIONS);
  const end = start + (record[COUNTS + MENTIONS] as number) * MENTION;
  for (let at = start; at < end; at += MENTION) {
    if (record[at] !== key) continue;
    // Mentions stand in the order of their sentences, and in one by their places.
    const sentence = record[at + 5] as number;
    let first = at;
    while (first > start && record[first - MENTION + 5] === sentence) first -= MENTION;
    let before = -1;
    let next = at;
    for (at = first; at < end && record[at + 5] === sentence; at += MENTION) {
      if (record[at] === key) {
        before = at;
        next = at + MENTION;
        continue;
      }
      while (next < end && record[next] !== key && record[next + 5] === sentence) next += MENTION;
      const isNext = next < end && record[next] === key && record[next + 5] === sentence;
      if ((before === -1 || !reaches(record, before, at)) && !(isNext && reaches(record, at, next)))
        visit(record[at] as number, sentence);
    }
    at -= MENTION;
  }
}

/** Whether a mention ends behind the begin of a later one. */
function reaches(record: SeedRecord, at: number, later: number): boolean {
  const lines = (record[at + 3] as number) - (record[later + 1] as number);
  return lines > 0 || (lines === 0 && (record[at + 4] as number) > (record[later + 2] as number));
}

/** Line, character, end line and end character of a mention. */
export function rangeAt(record: SeedRecord, index: number): readonly [number, number, number, number] {
  const at = startOf(record, MENTIONS) + index * MENTION;
  return [record[at + 1], record[at + 2], record[at + 3], record[at + 4]] as [number, number, number, number];
}

/** Calls `visit` with the numbers of each statement. */
export function eachStatement(
  record: SeedRecord,
  visit: (statement: {
    readonly kind: number;
    readonly key: number;
    readonly sentence: number;
    readonly value: number;
    readonly employer: number;
  }) => void,
): void {
  const { start, end } = placesOf(record).statements;
  for (let at = start; at < end; at += STATEMENT)
    visit({
      kind: record[at] as number,
      key: record[at + 1] as number,
      sentence: record[at + 2] as number,
      value: record[at + 3] as number,
      employer: record[at + 4] as number,
    });
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

function placesOf(record: SeedRecord): { sentences: Stretch; mentions: Stretch; statements: Stretch } {
  const place = (list: number): Stretch => {
    const start = startOf(record, list);
    return { start, end: start + (record[COUNTS + list] as number) * (WIDTHS[list] as number) };
  };
  return { sentences: place(SENTENCES), mentions: place(MENTIONS), statements: place(STATEMENTS) };
}

function startOf(record: SeedRecord, list: number): number {
  let at = HEAD;
  for (let i = 0; i < list; i++) at += (record[COUNTS + i] as number) * (WIDTHS[i] as number);
  return at;
}

function listOf(record: SeedRecord, list: number): Int32Array {
  const start = startOf(record, list);
  return record.subarray(start, start + (record[COUNTS + list] as number) * (WIDTHS[list] as number));
}

function each<T>({ start, end }: Stretch, width: number, make: (at: number) => T): T[] {
  const made: T[] = [];
  for (let at = start; at < end; at += width) made.push(make(at));
  return made;
}
