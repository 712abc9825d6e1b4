import type { PlacedAnnotation } from '../../annotations/types.ts';
import type { Mention } from '../../names/types.ts';
import { lineAt } from '../../seed/ink.ts';
import type { Metadata } from '../../seed/metadata.ts';
import type { Block } from '../../seed/types.ts';
import { sentenceEnds } from '../../text/sentences.ts';
import { flatLine, shorten } from '../../text/shorten.ts';
import { overlapsOne, type Span } from '../../text/span.ts';
import type { ResolvedTime } from '../../times/types.ts';
import { authorsIn } from '../corpus.ts';
import type { Referents } from '../referents.ts';
import type { Section } from '../section.ts';
import { isRead } from './read-blocks.ts';
import type { MentionData, SeedData, SentenceData, StatementData } from './record.ts';
import { statementsIn } from './statements.ts';
import { isIndexed, keyOfEntity, keyOfName } from './types.ts';

/** A seed as far as it has been read, its sections in order. */
export interface ReadSeed {
  readonly uri: string;
  readonly metadata: Metadata;
  /** ISO date of publication. */
  readonly published: string | undefined;
  readonly sections: readonly Section[];
  /** What is named in a section: spans relative to its text. */
  readonly mentionsOf: (section: Section) => readonly Mention[];
  readonly referents: Referents;
  readonly annotations: readonly PlacedAnnotation[];
  /** The times of each section with their values; undefined as long as nobody looked for them. */
  readonly times: readonly (readonly ResolvedTime[])[] | undefined;
}

/** Code units kept of what is said. */
const LONGEST = 200;

/** What the index keeps of a seed's words: what is named in its title and body, where, and in which sentences. */
export function describeSeed(
  seed: ReadSeed,
  { statements: isWanted = false } = {},
): Pick<SeedData, 'sentences' | 'mentions' | 'statements'> {
  const sentences: SentenceData[] = [];
  const mentions: MentionData[] = [];
  const statements: StatementData[] = [];
  const linked = new Map(seed.annotations.map(({ annotation }) => [annotation.id, annotation]));
  const told = new Set<string>();
  let offset = 0;
  let line = 0;
  seed.sections.forEach((section, index) => {
    const { segment } = section;
    const named = namedIn(seed, section, linked, told);
    const reader = new SentenceReader(section, seed.times?.[index], { offset, line }, sentences);
    const places = new Map<number, { readonly key: string; readonly end: number; readonly sentence: number }>();
    for (const { start, end, key } of named) {
      const sentence = reader.sentenceAt(start);
      if (sentence === undefined) continue;
      places.set(start, { key, end, sentence });
      const first = lineAt(segment, start);
      const last = lineAt(segment, end);
      mentions.push({
        key,
        line: line + first,
        character: start - (segment.lineStarts[first] ?? 0),
        endLine: line + last,
        endCharacter: end - (segment.lineStarts[last] ?? 0),
        sentence,
      });
    }
    if (isWanted)
      for (const { kind, subject, value, employer } of statementsIn(section, seed.mentionsOf(section))) {
        const about = places.get(subject.start);
        if (about === undefined || about.end !== subject.end) continue;
        const { key, sentence } = about;
        const words = (span: Span) => shorten(flatLine(segment.text.slice(span.start, span.end)), LONGEST);
        statements.push({ kind, key, sentence, value: words(value), employer: employer && words(employer) });
      }
    offset += segment.text.length;
    line += section.lineCount;
  });
  return { sentences, mentions, statements };
}

/** What the metadata of a seed say, as far as the index keeps it. */
export function describeMetadata(
  metadata: Metadata,
  published: string | undefined,
): Pick<SeedData, 'title' | 'source' | 'published' | 'authors' | 'keywords'> {
  const values = (key: 'author' | 'keywords') =>
    metadata.fields.filter(({ field }) => field.key === key && field.value !== '').map(({ field }) => field);
  return {
    title: metadata.first('title')?.field.value || undefined,
    source: metadata.first('source')?.field.value || undefined,
    published,
    authors: values('author').flatMap(({ value }) => authorsIn(value).map(({ name }) => name)),
    keywords: values('keywords').flatMap(({ items, value }) => items?.map((item) => item.value) ?? [value]),
  };
}

interface Named extends Span {
  readonly key: string;
}

/**
 * What is named in a section, in order: what people say goes before what was recognised. An annotation in several parts
 * counts where its first part stands.
 */
function namedIn(
  { mentionsOf, referents }: ReadSeed,
  section: Section,
  linked: ReadonlyMap<string, PlacedAnnotation['annotation']>,
  told: Set<string>,
): Named[] {
  const { text } = section.segment;
  const mentions = mentionsOf(section);
  const keyOf = (type: string, words: string, entity: string | undefined) => {
    const id = entity ?? referents.entityOf(type, words);
    if (id !== undefined) return keyOfEntity(id);
    return keyOfName(type, referents.fullOf(type, words)?.text ?? flatLine(words));
  };
  const named: Named[] = [];
  const decided: Span[] = [];
  const rejected = new Set<string>();
  for (const { id, start, end, type, status } of section.annotations) {
    if (status === 'rejected') {
      rejected.add(`${start} ${end} ${type}`);
      continue;
    }
    decided.push({ start, end });
    const annotation = linked.get(id);
    if (annotation === undefined || told.has(id) || !isIndexed(type)) continue;
    told.add(id);
    const own = mentions.find((mention) => mention.start === start && mention.end === end && mention.type === type);
    named.push({ start, end, key: keyOf(type, annotation.quote.join(' '), annotation.entity ?? own?.entity) });
  }
  decided.sort((a, b) => a.start - b.start);
  const covered = joined(decided);
  for (const { start, end, type, entity } of mentions) {
    if (!isIndexed(type) || rejected.has(`${start} ${end} ${type}`) || overlapsOne(covered, { start, end })) continue;
    named.push({ start, end, key: keyOf(type, text.slice(start, end), entity) });
  }
  return named.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Spans in order, those that touch or cross made one. */
function joined(spans: readonly Span[]): Span[] {
  const result: { start: number; end: number }[] = [];
  for (const { start, end } of spans) {
    const last = result.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else result.push({ start, end });
  }
  return result;
}

/** Finds the sentences of a section that are asked for, in order, and puts them down once each. */
class SentenceReader {
  private block: Block | undefined;
  private next = 0;
  private ends: readonly number[] = [];
  private at = 0;
  private begin = 0;
  /** The number of the sentence that was asked for last. */
  private current: number | undefined;

  private readonly section: Section;
  private readonly times: readonly ResolvedTime[] | undefined;
  private readonly from: { readonly offset: number; readonly line: number };
  private readonly found: SentenceData[];

  constructor(
    section: Section,
    times: readonly ResolvedTime[] | undefined,
    from: { readonly offset: number; readonly line: number },
    found: SentenceData[],
  ) {
    this.section = section;
    this.times = times;
    this.from = from;
    this.found = found;
  }

  /** The number of the sentence that holds an offset of the section's text; undefined outside of title and body. */
  sentenceAt(offset: number): number | undefined {
    const block = this.blockAt(offset);
    if (block === undefined || !isRead(block)) return undefined;
    const inBlock = offset - block.start;
    while (this.at < this.ends.length && (this.ends[this.at] as number) <= inBlock) {
      this.begin = this.ends[this.at] as number;
      this.at++;
      this.current = undefined;
    }
    this.current ??= this.put(block, this.begin, this.ends[this.at] ?? block.text.length);
    return this.current;
  }

  private blockAt(offset: number): Block | undefined {
    const { blocks } = this.section.segment;
    const isIn = (block: Block) => offset >= block.start && offset < block.start + block.text.length;
    if (this.block !== undefined && isIn(this.block)) return this.block;
    while (this.next < blocks.length) {
      const block = blocks[this.next++] as Block;
      if (!isIn(block)) continue;
      this.block = block;
      this.ends = block.field === undefined ? sentenceEnds(block.text) : [block.text.length];
      this.at = 0;
      this.begin = 0;
      this.current = undefined;
      return block;
    }
    return undefined;
  }

  private put(block: Block, begin: number, close: number): number {
    const { segment } = this.section;
    const start = block.start + begin;
    let end = block.start + close;
    while (end > start && /\s/.test(segment.text.charAt(end - 1))) end--;
    const date = this.times?.find((time) => time.start >= start && time.end <= end && dateOf(time) !== undefined);
    this.found.push({
      start: this.from.offset + start,
      end: this.from.offset + end,
      line: this.from.line + lineAt(segment, start),
      date: date && dateOf(date),
    });
    return this.found.length - 1;
  }
}

/** The calendar date in a time's value: a year, a month or a day. */
export function dateOf({ type, value }: ResolvedTime): string | undefined {
  if ((type !== 'date' && type !== 'time') || value === undefined) return undefined;
  return /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?(?=$|T)/.exec(value)?.[0];
}
