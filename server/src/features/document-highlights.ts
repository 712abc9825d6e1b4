import type { DocumentHighlight, DocumentHighlightKind, Range } from 'vscode-languageserver-types';
import type { PlacedAnnotation } from '../annotations/types.ts';
import { CJK, classAt, classBefore, DIGIT, isLetter, MARK } from '../text/characters.ts';
import type { Position } from '../text/lines.ts';
import type { Chunk } from '../text/sequence.ts';
import type { Span } from '../text/span.ts';
import { isWordToken, tokenize } from '../text/tokens.ts';
import type { Section } from '../workspace/section.ts';
import type { SeedSnapshot } from '../workspace/snapshot.ts';
import { innermost, locate, type Place, rangeIn } from './locate.ts';

export interface DocumentHighlightOptions {
  /** So many places at most, those nearest to the position: more is a background, not a highlight. */
  readonly limit: number;
}

const TEXT: DocumentHighlightKind = 1;
/**
 * A plain word is looked for in so much text before the position, and behind it: some forty pages in all. Reading on would
 * make every move of the cursor in a book cost more.
 */
const REACH = 60_000;
/** A longer word is not looked for, and no more of a line is read to find where a word begins. */
const LONGEST_WORD = 200;

/**
 * All places that mean what stands at a position: the same entity, the same name with the same type, annotations of
 * either; of a plain word the same word. Undefined where nothing of that kind stands. An editor asks at every move of
 * the cursor: names are looked up, and a word is looked for outwards from the position until there is enough.
 */
export function documentHighlights(
  snapshot: SeedSnapshot,
  position: Position,
  { limit }: DocumentHighlightOptions,
): DocumentHighlight[] | undefined {
  const place = locate(snapshot, position);
  if (!place) return undefined;
  const named = namedAt(snapshot, place);
  const word = named === undefined ? wordAt(place.section.segment.text, place.offset) : undefined;
  if (named === undefined && word === undefined) return undefined;
  const found =
    named !== undefined
      ? nearest(snapshot, place, nameFinder(named), limit, Number.POSITIVE_INFINITY)
      : nearest(snapshot, place, wordFinder(word ?? ''), limit, REACH);
  const ranges = found.map((each) => rangeIn(each.section, each.line, each));
  if (named !== undefined) ranges.push(...annotated(snapshot, named));
  ranges.sort((a, b) => compare(a.start, b.start));
  const behind = ranges.findIndex(({ end }) => compare(end, position) >= 0);
  return around(ranges, behind === -1 ? ranges.length : behind, limit).map((range) => ({ range, kind: TEXT }));
}

/** What is looked for: a name or time by its entity, or else by its words and type. */
interface Named {
  readonly text: string;
  readonly type: string;
  readonly entity: string | undefined;
}

function namedAt(snapshot: SeedSnapshot, { section, offset }: Place): Named | undefined {
  const confirmed = section.annotations.filter(({ status }) => status !== 'rejected');
  const local = innermost(confirmed, offset);
  const annotation = local && snapshot.annotations.find((placed) => placed.annotation.id === local.id)?.annotation;
  const mention = innermost(section.analysis.mentions, offset);
  if (annotation !== undefined) {
    const entity = annotation.entity ?? (mention?.type === annotation.type ? mention.entity : undefined);
    return { text: textOf(annotation), type: annotation.type, entity };
  }
  const found = mention ?? innermost(section.analysis.times, offset);
  if (found === undefined) return undefined;
  return { text: section.segment.text.slice(found.start, found.end), type: found.type, entity: mention?.entity };
}

/** The places that people tagged. */
function annotated(snapshot: SeedSnapshot, named: Named): Range[] {
  const { lines } = snapshot;
  return snapshot.annotations.flatMap(({ annotation, spans }) => {
    if (annotation.status === 'rejected' || !isSame(named, annotation.type, textOf(annotation), annotation.entity))
      return [];
    return spans.map(({ start, end }) => ({ start: lines.positionAt(start), end: lines.positionAt(end) }));
  });
}

function textOf({ quote }: PlacedAnnotation['annotation']): string {
  return quote.join(' … ');
}

function isSame(named: Named, type: string, text: string, entity: string | undefined): boolean {
  if (named.entity !== undefined && entity !== undefined) return entity === named.entity;
  return type === named.type && text === named.text;
}

// ---- finding -------------------------------------------------------------------------------------------------------

/** A place in a section; `line` is the section's first line, counted from the chunk's or the document's first. */
interface Found extends Span {
  readonly section: Section;
  readonly line: number;
}

/** Hands over, in order, what a chunk holds. */
type Finder = (chunk: Chunk<Section>, take: (found: Found) => void) => void;

/**
 * The places nearest to a position, at most `limit` on either side and none in chunks further away than `reach` code
 * units of text.
 */
function nearest(snapshot: SeedSnapshot, place: Place, find: Finder, limit: number, reach: number): Found[] {
  const chunks: { readonly chunk: Chunk<Section>; readonly firstLine: number }[] = [];
  snapshot.sections.eachChunk((chunk, _index, firstLine) => chunks.push({ chunk, firstLine }));
  const own = chunks.findLastIndex(({ firstLine }) => firstLine <= place.line);
  let before: Found[] = [];
  const behind: Found[] = [];
  const read = (index: number): Found[] => {
    const last: Found[] = [];
    const { chunk, firstLine } = chunks[index] as (typeof chunks)[number];
    find(chunk, (found) => {
      const line = firstLine + found.line;
      if (line > place.line || (line === place.line && found.end >= place.offset)) {
        if (behind.length < limit) behind.push({ ...found, line });
        return;
      }
      last.push({ ...found, line });
      // Of a word that stands everywhere only the nearest places are kept.
      if (last.length >= 2 * limit) last.splice(0, last.length - limit);
    });
    return last;
  };
  const sizeOf = (index: number) => {
    let size = 0;
    for (const { segment } of chunks[index]?.chunk.items ?? []) size += segment.text.length;
    return size;
  };
  before.push(...read(own));
  for (let i = own + 1, seen = 0; i < chunks.length && behind.length < limit && seen < reach; i++) {
    read(i);
    seen += sizeOf(i);
  }
  for (let i = own - 1, seen = 0; i >= 0 && before.length < limit && seen < reach; i--) {
    before = [...read(i), ...before];
    seen += sizeOf(i);
  }
  return [...before.slice(-limit), ...behind];
}

/** `limit` of the items round an index: as many before it as behind, or more of the one where the other has less. */
function around<T>(items: readonly T[], index: number, limit: number): readonly T[] {
  const from = Math.max(0, Math.min(index - (limit >> 1), items.length - limit));
  return items.slice(from, from + limit);
}

interface Entry extends Found {
  readonly entity: string | undefined;
  readonly type: string;
}

/** The names and times of a chunk by what they say and by their entity. */
interface Names {
  readonly byText: ReadonlyMap<string, readonly Entry[]>;
  readonly byEntity: ReadonlyMap<string, readonly Entry[]>;
}

function nameFinder(named: Named): Finder {
  return (chunk, take) => {
    const { byText, byEntity } = namesOf(chunk);
    const found = (byText.get(keyOf(named.type, named.text)) ?? []).filter(
      ({ entity }) => named.entity === undefined || entity === undefined || entity === named.entity,
    );
    if (named.entity !== undefined) {
      const known = new Set(found);
      for (const entry of byEntity.get(named.entity) ?? []) if (!known.has(entry)) found.push(entry);
      found.sort((a, b) => a.line - b.line || a.start - b.start);
    }
    for (const entry of found) if (!isJudged(entry)) take(entry);
  };
}

/** Whether people have said what stands there: the same span is tagged, or rejected as what it was taken for. */
function isJudged({ section, start, end, type }: Entry): boolean {
  return section.annotations.some(
    (other) => other.start === start && other.end === end && (other.status !== 'rejected' || other.type === type),
  );
}

function namesOf(chunk: Chunk<Section>): Names {
  const known = remembered.get(chunk);
  if (known !== undefined) return known;
  const byText = new Map<string, Entry[]>();
  const byEntity = new Map<string, Entry[]>();
  let line = 0;
  for (const section of chunk.items) {
    const { mentions, times } = section.analysis;
    const add = (type: string, { start, end }: Span, entity: string | undefined) => {
      const entry = { section, line, start, end, type, entity };
      append(byText, keyOf(type, section.segment.text.slice(start, end)), entry);
      if (entity !== undefined) append(byEntity, entity, entry);
    };
    for (const mention of mentions) add(mention.type, mention, mention.entity);
    for (const time of times) add(time.type, time, undefined);
    line += section.lineCount;
  }
  const names = { byText, byEntity };
  remembered.set(chunk, names);
  return names;
}

const remembered = new WeakMap<Chunk<Section>, Names>();

function append(map: Map<string, Entry[]>, key: string, entry: Entry): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [entry]);
  else list.push(entry);
}

function keyOf(type: string, text: string): string {
  return `${type}\n${text}`;
}

/** By a plain word, as it is written. */
function wordFinder(word: string): Finder {
  const first = classAt(word, 0);
  const last = classBefore(word, word.length);
  return (chunk, take) => {
    let line = 0;
    for (const section of chunk.items) {
      const { text } = section.segment;
      for (let start = text.indexOf(word); start !== -1; start = text.indexOf(word, start + word.length)) {
        const end = start + word.length;
        if (isEdge(first, text, start - 1) && isEdge(last, text, end)) take({ section, line, start, end });
      }
      line += section.lineCount;
    }
  };
}

function wordAt(text: string, offset: number): string | undefined {
  const from = Math.max(0, offset - LONGEST_WORD);
  const piece = text.slice(from, offset + LONGEST_WORD);
  // The possessive ’s is a word to the tokenizer, and none to a reader.
  const words = tokenize(piece).filter((token) => isWordToken(token) && !/['’ʼ]/.test(piece.charAt(token.start)));
  const word = innermost(words, offset - from);
  if (word === undefined || (word.start === 0 && from > 0) || word.end === 2 * LONGEST_WORD) return undefined;
  return piece.slice(word.start, word.end);
}

/** Whether a word, whose own character there is of a class, ends beside what stands at `at`: neither letter nor digit. */
function isEdge(inside: number, text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit < 128 && inside !== CJK)
    return !((unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || (unit >= 48 && unit <= 57));
  const isLow = unit >= 0xdc00 && unit <= 0xdfff;
  const outside = isLow ? classBefore(text, at + 1) : classAt(text, at);
  if (outside === CJK || inside === CJK) return outside !== inside;
  return !isLetter(outside) && outside !== DIGIT && outside !== MARK;
}

function compare(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character;
}
