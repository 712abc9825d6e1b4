import { contentLength } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import { fieldBlocks, makeBlocks } from './blocks.ts';
import { type FieldLine, readFieldLine } from './field-line.ts';
import { type FrontMatter, readFrontMatter } from './front-matter.ts';
import { isBlankLine, joinLines } from './line-source.ts';
import type { Block, Field, LineSource, Segment } from './types.ts';

/** Lines of fields are looked for so far (behind front matter, where there is one). */
const HEADER_LINES = 64;
/** Blank lines that the header takes with it; more of them are blank lines of the body. */
const BLANK_LINES = 16;
/** A longer first line is no headline. */
const LONGEST_HEADLINE = 300;

/** The header of a text: lines 0 to before `lines`, found by looking at lines 0 to before `reads` only. */
export interface HeaderResult {
  readonly segment: Segment | undefined;
  readonly lines: number;
  readonly reads: number;
}

/**
 * Reads the metadata on top of a text, in any of the three styles and in any mixture of them: front matter first, then
 * lines of fields. An unlabelled line right above the first fields is the headline.
 */
export function parseHeader(lines: LineSource): HeaderResult {
  const { front, reads } = readFrontMatter(lines);
  const block = readBlock(lines, front);
  const seen = Math.max(reads, block.reads);
  if (front === undefined && block.end === 0) return { segment: undefined, lines: 0, reads: seen };
  let end = Math.max(front?.end ?? 0, block.end);
  const limit = Math.min(lines.count, end + BLANK_LINES);
  while (end < limit && isBlankLine(lines.line(end))) end++;
  const segment = makeHeader(lines, end, front, block);
  return { segment, lines: end, reads: Math.max(seen, Math.min(lines.count, end + 1)) };
}

/** The first line end in use; LF where there is none. */
export function lineEnding(lines: LineSource): string {
  const first = lines.line(0);
  return first.slice(contentLength(first)) || '\n';
}

/** Lines of fields, with what stands on top of them. */
interface FieldBlock {
  /** The lines that hold fields. */
  readonly found: readonly { readonly line: number; readonly fields: readonly Field[] }[];
  readonly headline: number | undefined;
  /** Behind the last line of fields; 0 where there are none. */
  readonly end: number;
  readonly reads: number;
}

type Found = { line: number; fields: readonly Field[] };

function readBlock(lines: LineSource, front: FrontMatter | undefined): FieldBlock {
  const from = front?.end ?? 0;
  const limit = Math.min(lines.count, from + HEADER_LINES);
  let reads = 0;
  const look = (i: number): string => {
    reads = Math.max(reads, i + 1);
    return lines.line(i);
  };
  const read = (i: number): FieldLine | undefined => (i < limit ? readFieldLine(look(i), 0) : undefined);

  let at = from;
  while (at < limit && at - from < BLANK_LINES && isBlankLine(look(at))) at++;
  const headline = front === undefined ? findHeadline(at) : undefined;
  if (headline !== undefined) {
    at++;
    if (isBlankLine(look(at))) at++;
  }

  const found: Found[] = [];
  // Lines that may be fields: they are when a known field or the end of the block follows.
  let pending: Found[] = [];
  const accept = () => {
    found.push(...pending);
    pending = [];
  };
  let blanks = 0;
  for (; at < limit; at++) {
    const line = look(at);
    if (isBlankLine(line)) {
      if (found.length > 0) accept();
      if (pending.length > 0 || ++blanks > 1) break;
      continue;
    }
    const fieldLine = readFieldLine(line, 0);
    if (fieldLine === undefined) break;
    const { certainty, fields } = fieldLine;
    if (certainty === 'known' || (certainty === 'near' && blanks === 0)) {
      accept();
      found.push({ line: at, fields });
    } else if (blanks === 0 && (certainty === 'kept' || certainty === 'shaped')) {
      pending.push({ line: at, fields });
      if (certainty === 'kept' && found.length > 0) accept();
    } else break;
    blanks = 0;
  }
  if (at === lines.count && found.length > 0) accept();
  return { found, headline, end: found.length === 0 ? 0 : (found.at(-1) as Found).line + 1, reads };

  /** The first line, when it is no field itself and a line of known fields follows, at most one blank line between. */
  function findHeadline(first: number): number | undefined {
    if (first >= limit || read(first)?.certainty === 'known') return undefined;
    let next = first + 1;
    if (next < limit && isBlankLine(look(next))) next++;
    if (read(next)?.certainty !== 'known') return undefined;
    const own = read(first);
    // "Section: World" is metadata of another kind, "Brexit: what comes next" a headline.
    if (own !== undefined && (own.certainty !== 'shaped' || /^\s*\p{Ll}/u.test(look(first)))) return undefined;
    return isHeadline(look(first)) ? first : undefined;
  }
}

function isHeadline(line: string): boolean {
  const text = line.slice(0, contentLength(line)).trim();
  if (text.length > LONGEST_HEADLINE || !/[\p{L}\p{N}]/u.test(text)) return false;
  // A sentence with its full stop is a paragraph, and the fields below it are the footer of a short text.
  if (/[。।۔]["'”’)\]]*$/u.test(text)) return false;
  return (
    !/\.["'”’)\]]*$/u.test(text) || /(?:\b\p{L}|\b(?:Inc|Co|Corp|Ltd|Jr|Sr|St|Mr|Dr)|\.\.)\.["'”’)\]]*$/u.test(text)
  );
}

function makeHeader(lines: LineSource, end: number, front: FrontMatter | undefined, block: FieldBlock): Segment {
  const { text, lineStarts } = joinLines(lines, 0, end);
  const fields: Field[] = [];
  const blocks: Block[] = [];
  const add = (field: Field) => {
    fields.push(field);
    for (const block of fieldBlocks(text, field)) blocks.push(block);
  };
  for (const { field } of front?.entries ?? []) add(field);
  const headline =
    block.headline === undefined ? undefined : inkOf(lines.line(block.headline), lineStarts[block.headline]);
  if (headline) for (const block of makeBlocks(text, headline.start, headline.end, 'title')) blocks.push(block);
  for (const { line, fields: ofLine } of block.found) {
    for (const field of ofLine) add(moveField(field, lineStarts[line] as number));
  }
  const problems = front?.problems ?? [];
  return { kind: 'header', text, lineStarts, fields, blocks, problems, ...(headline ? { headline } : {}) };
}

/** A field read at offset 0, moved to where its line begins. */
export function moveField(field: Field, by: number): Field {
  const moved = {
    ...field,
    nameSpan: { start: field.nameSpan.start + by, end: field.nameSpan.end + by },
    valueSpan: { start: field.valueSpan.start + by, end: field.valueSpan.end + by },
  };
  if (!field.items) return moved;
  return { ...moved, items: field.items.map((item) => ({ ...item, start: item.start + by, end: item.end + by })) };
}

function inkOf(line: string, base = 0): Span {
  const content = line.slice(0, contentLength(line));
  const start = content.length - content.trimStart().length;
  return { start: base + start, end: base + content.trimEnd().length };
}
