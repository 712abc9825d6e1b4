import type { FoldingRange } from 'vscode-languageserver-types';
import { inkOf, lineAt } from '../seed/ink.ts';
import type { Segment } from '../seed/types.ts';
import type { SeedSnapshot } from '../workspace/snapshot.ts';
import { bodySections, eachBodyItem } from './outline.ts';

export interface FoldingOptions {
  /** The editor takes no more ranges. */
  readonly limit: number;
}

/** A paragraph with fewer lines is not worth a fold. */
const SHORTEST_FOLD = 3;

/**
 * What can be folded, by whole lines: metadata above and below the text (as regions, so that “Fold All Regions” leaves
 * the text alone), sections, and hard-wrapped paragraphs. Where there is more than `limit`, paragraphs go last.
 */
export function foldingRanges(snapshot: SeedSnapshot, { limit }: FoldingOptions): FoldingRange[] {
  const ranges: FoldingRange[] = [];
  const add = (startLine: number, endLine: number, kind?: 'region') => {
    if (endLine > startLine && ranges.length < limit)
      ranges.push(kind === undefined ? { startLine, endLine } : { startLine, endLine, kind });
  };
  if (snapshot.header) for (const [first, last] of headerParts(snapshot.header)) add(first, last, 'region');
  if (snapshot.footer) {
    const lines = inkLines(snapshot.footer);
    if (lines) add(snapshot.footerLine + lines.first, snapshot.footerLine + lines.last, 'region');
  }
  for (const { start, end } of bodySections(snapshot)) add(start.line, end.line);
  eachBodyItem(snapshot, ({ first, last, heading }, line) => {
    if (heading === undefined && last - first + 1 >= SHORTEST_FOLD) add(line + first, line + last);
  });
  return ranges.sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine);
}

/** Front matter, and the lines of fields below it: either may be missing. */
function headerParts(header: Segment): (readonly [first: number, last: number])[] {
  const lines = inkLines(header);
  if (lines === undefined) return [];
  const yaml = header.fields.findLast(({ style }) => style === 'yaml');
  const next = header.fields.find(({ style }) => style !== 'yaml');
  if (yaml === undefined || next === undefined) return [[lines.first, lines.last]];
  const below = lineAt(header, next.nameSpan.start);
  let close = below - 1;
  while (close > 0 && /^\s*$/.test(lineText(header, close))) close--;
  return [
    [lines.first, close],
    [below, lines.last],
  ];
}

function lineText({ text, lineStarts }: Segment, line: number): string {
  return text.slice(lineStarts[line], lineStarts[line + 1]);
}

function inkLines(segment: Segment): { first: number; last: number } | undefined {
  const ink = inkOf(segment);
  return ink && { first: lineAt(segment, ink.start), last: lineAt(segment, ink.end - 1) };
}
