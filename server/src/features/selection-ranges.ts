import type { Range, SelectionRange } from 'vscode-languageserver-types';
import { fieldSpan, inkOf, lineAt } from '../seed/ink.ts';
import type { Block, Segment } from '../seed/types.ts';
import { isBlank } from '../text/characters.ts';
import { contentLength, type Position } from '../text/lines.ts';
import { pairsIn } from '../text/pairs.ts';
import { sentenceEnds } from '../text/sentences.ts';
import { type Span, shift, touches } from '../text/span.ts';
import { isWordToken, tokenize } from '../text/tokens.ts';
import { Section } from '../workspace/section.ts';
import type { SeedSnapshot } from '../workspace/snapshot.ts';
import { innermost, locate, type Place, positionOf } from './locate.ts';
import { type BodySection, bodySections } from './outline.ts';

/** No block is longer; of a longer text in metadata no word is looked for. */
const LONGEST_READ = 4_000;

/**
 * What “Expand Selection” takes at each position, step by step: word, name, passage in quotation marks or brackets,
 * sentence, paragraph, sections, body, document; in metadata word, value, field, line, header or footer, document. Only
 * the block at a position is read, so that a book in one line answers as fast as a letter.
 */
export function selectionRanges(snapshot: SeedSnapshot, positions: readonly Position[]): SelectionRange[] {
  const end = snapshot.lines.clamp({ line: snapshot.lines.count, character: 0 });
  const whole: Range = { start: { line: 0, character: 0 }, end };
  const known = new Map<Block, BlockReading>();
  let outer: readonly Range[] | undefined;
  return positions.map((wanted) => {
    const position = snapshot.lines.clamp(wanted);
    const place = locate(snapshot, position);
    const ranges: Range[] = [];
    if (place !== undefined) {
      const { segment } = place.section;
      const isBody = segment.kind === 'paragraph';
      const spans = [...spansInBlock(place, known), ...(isBody ? [] : spansInMetadata(place))];
      const ink = inkOf(segment);
      if (ink) spans.push(ink);
      spans.sort((a, b) => a.end - a.start - (b.end - b.start));
      for (const span of spans)
        ranges.push({
          start: positionOf(segment, place.line, span.start),
          end: positionOf(segment, place.line, span.end),
        });
      outer ??= outerRanges(bodySections(snapshot), snapshot);
      if (isBody) ranges.push(...outer);
    }
    ranges.push(whole);
    return chain(ranges, position);
  });
}

/** The ranges that hold the position, each strictly larger than the one before; what crosses a smaller one is left out. */
function chain(ranges: readonly Range[], position: Position): SelectionRange {
  const chosen: Range[] = [];
  for (const range of ranges) {
    if (!isWithin({ start: position, end: position }, range)) continue;
    const inner = chosen.at(-1);
    if (inner === undefined || (isWithin(inner, range) && !isWithin(range, inner))) chosen.push(range);
  }
  let result: SelectionRange | undefined;
  for (const range of chosen.reverse()) result = result === undefined ? { range } : { range, parent: result };
  return result ?? { range: { start: position, end: position } };
}

function isWithin(inner: Range, outer: Range): boolean {
  return isBefore(outer.start, inner.start) && isBefore(inner.end, outer.end);
}

/** Whether `a` stands before `b`, or where it is. */
function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character <= b.character);
}

/** The sections of the body, inner ones first, and the whole body. */
function outerRanges(sections: readonly BodySection[], snapshot: SeedSnapshot): readonly Range[] {
  const ranges = sections.map(({ start, end }): Range => ({ start, end })).reverse();
  const first = snapshot.header ? snapshot.header.lineStarts.length : 0;
  const start = { line: first, character: 0 };
  const end = snapshot.footer
    ? { line: snapshot.footerLine, character: 0 }
    : snapshot.lines.clamp({ line: snapshot.lines.count, character: 0 });
  return isBefore(start, end) ? [...ranges, { start, end }] : ranges;
}

interface BlockReading {
  readonly words: readonly Span[];
  /** Names, times, passages and sentences. */
  readonly others: readonly Span[];
}

/** Word, name, passage and sentence at a place; spans of the segment. */
function spansInBlock({ section, offset }: Place, known: Map<Block, BlockReading>): Span[] {
  const block = section.segment.blocks.find(({ start, text }) => start <= offset && offset <= start + text.length);
  if (block === undefined) return [];
  let reading = known.get(block);
  if (reading === undefined) {
    reading = readBlock(section, block);
    known.set(block, reading);
  }
  const word = innermost(reading.words, offset);
  const found = [...section.annotations, ...reading.others].filter((span) => touches(span, offset));
  return word === undefined ? found : [word, ...found];
}

function readBlock(section: Section, block: Block): BlockReading {
  const words = tokenize(block.text).filter(isWordToken);
  const others: Span[] = [];
  for (const { outer, inner } of pairsIn(block.text)) others.push(inner, outer);
  if (block.field === undefined) {
    let start = 0;
    for (const behind of sentenceEnds(block.text)) {
      let end = behind;
      while (end > start && isBlank(block.text.charCodeAt(end - 1))) end--;
      others.push({ start, end });
      start = behind;
    }
  }
  const { mentions, times } = analysisOf(section, block);
  return {
    words: words.map((span) => shift(span, block.start)),
    others: [...others, ...mentions, ...times].map((span) => shift(span, block.start)),
  };
}

/** What is recognised in a block: it does not depend on the rest of the segment, which may be a book. */
function analysisOf({ names }: Section, block: Block): Section['analysis'] {
  const alone: Segment = {
    kind: 'paragraph',
    text: block.text,
    lineStarts: [0],
    fields: [],
    blocks: [{ ...block, start: 0 }],
    problems: [],
  };
  return new Section(alone, names).analysis;
}

/** Word, value, field and line at a place of a header or footer. */
function spansInMetadata({ section, offset }: Place): Span[] {
  const { segment } = section;
  const { text, lineStarts, fields } = segment;
  const spans: Span[] = [];
  const index = lineAt(segment, offset);
  const from = lineStarts[index] ?? 0;
  const line = text.slice(from, lineStarts[index + 1] ?? text.length);
  const content = line.slice(0, contentLength(line));
  const ink = { start: content.length - content.trimStart().length, end: content.trimEnd().length };
  if (ink.start < ink.end) spans.push(shift(ink, from));
  if (content.length <= LONGEST_READ) {
    const word = innermost(tokenize(content).filter(isWordToken), offset - from);
    if (word) spans.push(shift(word, from));
  }
  for (const field of fields) {
    const whole = fieldSpan(field);
    if (!touches(whole, offset)) continue;
    for (const span of [field.nameSpan, field.valueSpan, ...(field.items ?? [])])
      if (span.start < span.end && touches(span, offset)) spans.push(span);
    spans.push(whole);
  }
  return spans;
}
