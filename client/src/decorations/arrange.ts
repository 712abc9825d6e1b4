import type { AnnotationInfo, Range } from '../../../server/src/protocol.ts';
import { comparePositions, compareRanges } from '../positions.ts';

/** What is drawn by kind: see {@link boxKind}, and `rejected`, `orphan`, `note`. */
export type Arrangement = ReadonlyMap<string, readonly Range[]>;

export const REJECTED = 'rejected';
/** The line in which an annotation without a place was. */
export const ORPHAN = 'orphan';
/** The line of an annotation that has a note. */
export const NOTE = 'note';

/** How a box looks: its colour, whether somebody has confirmed it, and how many boxes it stands in. */
export interface BoxKind {
  readonly color: string;
  readonly suggested: boolean;
  readonly level: number;
}

/** Boxes deeper than this are drawn like those two levels up: they would be too low to hold a letter. */
const DEEPEST = 3;

/** `person`, `person suggested`, `person inside 2`. */
export function boxKind({ color, suggested, level }: BoxKind): string {
  return `${color}${suggested ? ' suggested' : ''}${level > 0 ? ` inside ${level}` : ''}`;
}

export function readBoxKind(name: string): BoxKind {
  const [, color = name, suggested, level = '0'] = /^(\S+)( suggested)?(?: inside (\d))?$/.exec(name) ?? [];
  return { color, suggested: suggested !== undefined, level: Number(level) };
}

/**
 * What to draw of annotations, in the order of the text. A box that stands in another one, crosses it, or touches one that
 * looks alike, gets a level of its own, at which it is a little lower: so that the lines of neither cover the other's,
 * and VS Code, which melts what touches and looks the same, keeps them apart.
 * @param isNear Of what is off the screen nothing is drawn.
 */
export function arrange(annotations: readonly AnnotationInfo[], isNear: (range: Range) => boolean): Arrangement {
  const kinds = new Map<string, Range[]>();
  const draw = (kind: string, range: Range) => {
    const ranges = kinds.get(kind);
    if (ranges) ranges.push(range);
    else kinds.set(kind, [range]);
  };
  const boxes: { readonly color: string; readonly suggested: boolean; readonly range: Range }[] = [];
  const orphans = new Set<number>();
  const notes = new Set<number>();
  for (const { status, color, ranges, region, note } of annotations) {
    if (ranges.length === 0 && region && isNear(region)) orphans.add(region.start.line);
    for (const [part, range] of ranges.entries()) {
      if (!isNear(range)) continue;
      if (status === 'rejected') draw(REJECTED, range);
      else boxes.push({ color, suggested: status === 'suggested', range });
      if (note !== undefined && part === 0) notes.add(range.start.line);
    }
  }
  boxes.sort((a, b) => compareRanges(a.range, b.range));
  const levels = levelsOf(boxes);
  for (const [index, { color, suggested, range }] of boxes.entries())
    draw(boxKind({ color, suggested, level: levels[index] ?? 0 }), range);
  for (const line of [...orphans].sort(ascending)) draw(ORPHAN, lineStart(line));
  // There is room for one sign a line.
  for (const line of [...notes].sort(ascending)) if (!orphans.has(line)) draw(NOTE, lineStart(line));
  return kinds;
}

/** The kinds that need drawing again: VS Code moves by itself what stood behind an edit, so all of it may have gone astray. */
export function outdated(
  before: Arrangement,
  now: Arrangement,
  firstEdit: Range['start'] | undefined,
): readonly string[] {
  const names = new Set([...before.keys(), ...now.keys()]);
  return [...names].filter((name) => {
    const [old, next] = [before.get(name) ?? [], now.get(name) ?? []];
    if (firstEdit && old.some(({ end }) => comparePositions(end, firstEdit) >= 0)) return true;
    return old.length !== next.length || old.some((range, index) => !sameAt(range, next[index]));
  });
}

function levelsOf(
  boxes: readonly { readonly color: string; readonly suggested: boolean; readonly range: Range }[],
): readonly number[] {
  let open: { readonly kind: string; readonly level: number; readonly range: Range }[] = [];
  return boxes.map(({ color, suggested, range }) => {
    open = open.filter((one) => comparePositions(one.range.end, range.start) >= 0);
    const kind = `${color} ${suggested}`;
    const around = open.filter((one) => comparePositions(one.range.end, range.start) > 0);
    const alike = open.filter((one) => one.kind === kind).map(({ level }) => level);
    let level = Math.max(-1, ...around.map((one) => one.level)) + 1;
    while (alike.includes(level)) level++;
    if (level > DEEPEST) level = DEEPEST - ((level - DEEPEST) % 2);
    open.push({ kind, level, range });
    return level;
  });
}

function lineStart(line: number): Range {
  return { start: { line, character: 0 }, end: { line, character: 0 } };
}

function sameAt(a: Range, b: Range | undefined): boolean {
  return b !== undefined && compareRanges(a, b) === 0;
}

function ascending(a: number, b: number): number {
  return a - b;
}
