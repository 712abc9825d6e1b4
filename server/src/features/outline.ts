import { type Heading, headingOf } from '../seed/headings.ts';
import { inkOf, lineAt } from '../seed/ink.ts';
import type { Segment } from '../seed/types.ts';
import type { Position } from '../text/lines.ts';
import type { Chunk } from '../text/sequence.ts';
import type { Span } from '../text/span.ts';
import type { Section } from '../workspace/section.ts';
import type { SeedSnapshot } from '../workspace/snapshot.ts';
import { positionOf } from './locate.ts';

/** A paragraph or heading of the body. */
export interface BodyItem {
  readonly segment: Segment;
  readonly ink: Span;
  /** Lines with ink, the first and the last, counted from the first line of the segment. */
  readonly first: number;
  readonly last: number;
  /** Line of the chunk at which the segment begins. */
  readonly line: number;
  readonly heading: Heading | undefined;
}

/** A section of the body: from its heading to the last line before the next one of the same level or of an outer one. */
export interface BodySection {
  readonly heading: Heading;
  readonly start: Position;
  readonly end: Position;
}

/** Calls `visit` with each paragraph and heading of the body and the line at which its segment begins. */
export function eachBodyItem(snapshot: SeedSnapshot, visit: (item: BodyItem, line: number) => void): void {
  const chunks: Chunk<Section>[] = [];
  snapshot.sections.eachChunk((chunk) => chunks.push(chunk));
  let line = 0;
  chunks.forEach((chunk, i) => {
    for (const item of bodyItems(chunk, chunks[i - 1], chunks[i + 1])) visit(item, line + item.line);
    line += chunk.measure;
  });
}

/** All sections of the body in the order of their headings. */
export function bodySections(snapshot: SeedSnapshot): BodySection[] {
  const sections: { heading: Heading; start: Position; end: Position }[] = [];
  const open: typeof sections = [];
  let last: { readonly item: BodyItem; readonly line: number } | undefined;
  const close = (level: number) => {
    if (last === undefined) return;
    const end = positionOf(last.item.segment, last.line, last.item.ink.end);
    for (let top = open.at(-1); top !== undefined && top.heading.level >= level; top = open.at(-1)) {
      top.end = end;
      open.pop();
    }
  };
  eachBodyItem(snapshot, (item, line) => {
    if (item.heading !== undefined) {
      close(item.heading.level);
      const start = positionOf(item.segment, line, item.ink.start);
      const section = { heading: item.heading, start, end: start };
      sections.push(section);
      open.push(section);
    }
    last = { item, line };
  });
  close(0);
  return sections;
}

interface Known {
  readonly before: Segment | undefined;
  readonly behind: Segment | undefined;
  readonly items: readonly BodyItem[];
}

/**
 * The paragraphs and headings of a chunk, kept with it: work that can be done ahead. Its neighbours have a say in what its
 * first and last segments are.
 */
export function bodyItems(
  chunk: Chunk<Section>,
  chunkBefore: Chunk<Section> | undefined,
  chunkBehind: Chunk<Section> | undefined,
): readonly BodyItem[] {
  const before = chunkBefore?.items.at(-1)?.segment;
  const behind = chunkBehind?.items[0]?.segment;
  const known = remembered.get(chunk);
  if (known !== undefined && known.before === before && known.behind === behind) return known.items;
  const items: BodyItem[] = [];
  let line = 0;
  chunk.items.forEach(({ segment, lineCount }, i) => {
    const ink = segment.kind === 'paragraph' ? inkOf(segment) : undefined;
    if (ink !== undefined)
      items.push({
        segment,
        ink,
        first: lineAt(segment, ink.start),
        last: lineAt(segment, ink.end - 1),
        line,
        heading: headingOf(
          segment,
          i === 0 ? before : chunk.items[i - 1]?.segment,
          i === chunk.items.length - 1 ? behind : chunk.items[i + 1]?.segment,
        ),
      });
    line += lineCount;
  });
  remembered.set(chunk, { before, behind, items });
  return items;
}

const remembered = new WeakMap<Chunk<Section>, Known>();
