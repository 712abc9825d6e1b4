import type { Problem } from '../text/problem.ts';
import { moved, readYaml, type YamlNode } from './read.ts';
import { TAB } from './syntax.ts';

/** An entry of a list in a broken file, read alone. Offsets are those of the file. */
export interface RecoveredEntry {
  readonly node: YamlNode;
}

export interface Recovered {
  readonly entries: readonly RecoveredEntry[];
  /** What is wrong and where, as near to the damage as can be told. */
  readonly problems: Problem[];
}

interface Piece {
  readonly start: number;
  end: number;
  damaged: boolean;
}

/** What nearly every entry of such a list begins with. */
const ENTRY = /^-\s+(?:&\S+\s+)?(?:"id"|'id'|id)\s*:/;
const CONFLICT = /^(?:<{7}|={7}|>{7}|\|{7})(?:\s|$)/;

/**
 * Reads the list under one top-level key of a file whose YAML is broken: cuts it where its entries start and parses each
 * alone, so that one slip or an unresolved merge does not take the other entries away. Block lists only; `known` are the
 * other top-level keys that such files have.
 */
export function recoverEntries(
  text: string,
  key: string,
  known: readonly string[],
  problems: readonly Problem[],
): Recovered {
  const { pieces, conflicts, covered } = cut(text, key, known);
  const entries: RecoveredEntry[] = [];
  const found: Problem[] = [];
  for (const piece of pieces) {
    if (piece.damaged) continue;
    const own = text.slice(piece.start, piece.end);
    const file = readYaml(own);
    // Of what a parser stumbles over behind a tab nothing makes sense to the reader.
    const tabs = file.broken ? tabsIn(own) : [];
    for (const problem of tabs.length > 0 ? tabs : file.problems) {
      const { start, end } = problem.span;
      // A quote that never closes is noticed at the end of the piece; it must not point into the next entry.
      const last = Math.max(piece.start, piece.end - 1);
      const span = { start: Math.min(piece.start + start, last), end: Math.min(piece.start + end, piece.end) };
      found.push({ ...problem, span });
    }
    if (file.broken || file.root?.kind !== 'seq') continue;
    for (const item of file.root.items) entries.push({ node: moved(item.value, piece.start) });
  }
  found.push(...conflicts);
  // What is never closed is noticed at the text's end, which belongs to the list that ends there.
  const inside = (at: number) =>
    covered !== undefined && covered.start <= at && (at < covered.end || covered.end === text.length);
  // The markers of a merge make the whole file's parse stumble all over it; they are reported by themselves.
  const outside = conflicts.length > 0 ? [] : problems.filter((problem) => !inside(problem.span.start));
  // Damage that the pieces do not show is reported as the whole file's parse saw it.
  found.push(...(found.length === 0 ? problems : outside));
  return { entries, problems: found.sort((a, b) => a.span.start - b.span.start) };
}

function cut(text: string, key: string, known: readonly string[]) {
  const pieces: Piece[] = [];
  const conflicts: Problem[] = [];
  let covered: { start: number; end: number } | undefined;
  /** Column of the list's dashes once the first was seen. */
  let column: number | undefined;
  let inList = false;
  let current: Piece | undefined;
  /** A conflict marker was seen since the current entry's last own line. */
  let marked = false;
  for (const { start, end, content } of linesOf(text)) {
    if (CONFLICT.test(content)) {
      if (content.startsWith('<')) conflicts.push(conflict(start, start + content.length));
      marked = true;
      continue;
    }
    const indent = content.length - content.trimStart().length;
    const rest = content.slice(indent);
    if (rest === '' || rest.startsWith('#')) {
      if (current && !marked) current.end = end;
      continue;
    }
    const dash = /^-(?:\s|$)/.test(rest);
    const top = indent === 0 && !dash ? /^(?:"([^"]*)"|'([^']*)'|([^\s#:]+))\s*:(?:\s+(.*))?$/.exec(rest) : null;
    if (top !== null) {
      const name = top[1] ?? top[2] ?? top[3] ?? '';
      const opens = (top[4] ?? '').replace(/#.*/, '').trim() === '';
      if (name === key) {
        inList = true;
        column = undefined;
        covered ??= { start, end };
        current = undefined;
      } else if (known.includes(name) || opens || !inList) {
        inList = false;
        current = undefined;
      } else if (current) current.damaged = current.damaged || marked;
      if (!inList) continue;
    }
    if (!inList || covered === undefined) continue;
    covered.end = end;
    // Further in than the first dash stand lists inside an entry, unless it is an entry that slipped.
    if (dash && (column === undefined || indent <= column || ENTRY.test(rest))) {
      column = column === undefined ? indent : Math.min(column, indent);
      current = { start, end, damaged: false };
      pieces.push(current);
      marked = false;
    } else if (current) {
      current.end = end;
      // The two sides of a conflict inside an entry: neither is the entry.
      if (marked) current.damaged = true;
    }
  }
  return { pieces, conflicts, covered };
}

/** Tabs in the indentation of lines, one problem a line. */
function tabsIn(text: string): Problem[] {
  return [...text.matchAll(/^( *)\t+(?=[^\s#])/gm)].map(({ index, 0: indentation, 1: blanks = '' }) => ({
    code: 'yaml-syntax',
    span: { start: index + blanks.length, end: index + indentation.length },
    message: TAB,
  }));
}

function* linesOf(text: string): Generator<{ start: number; end: number; content: string }> {
  const pattern = /\r\n|\r|\n/g;
  let start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (start < text.length) {
    pattern.lastIndex = start;
    const match = pattern.exec(text);
    const stop = match ? match.index : text.length;
    const end = match ? pattern.lastIndex : text.length;
    yield { start, end, content: text.slice(start, stop) };
    start = end;
  }
}

function conflict(start: number, end: number): Problem {
  const message =
    'A merge left both versions of this place here. Keep the lines that are right and remove the others with the <<<<<<<, ======= and >>>>>>> lines.';
  return { code: 'yaml-syntax', span: { start, end }, message };
}
