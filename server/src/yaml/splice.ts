import type { TextEdit } from '../text/edit.ts';
import type { YamlMap, YamlSeq } from './read.ts';

/**
 * Minimal changes of a YAML file's text. Nothing is ever written anew: what an edit does not mean to change keeps its
 * bytes. These know lines, columns and commas; what is written is the caller's.
 */

/** The line end that the file uses (its first one). */
export function lineEndOf(text: string): string {
  return /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
}

/** Offset of the first unit of the line that `offset` stands in; a byte order mark belongs to no line. */
export function lineStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && !isLineEnd(text.charCodeAt(start - 1))) start--;
  return start === 0 && text.charCodeAt(0) === 0xfeff ? Math.min(1, offset) : start;
}

/** Offset of the line end of the line that `offset` stands in, or the text's end. */
export function contentEnd(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && !isLineEnd(text.charCodeAt(end))) end++;
  return end;
}

/** Offset behind the line end of the line that `offset` stands in, or the text's end. */
export function nextLine(text: string, offset: number): number {
  const end = contentEnd(text, offset);
  if (text.startsWith('\r\n', end)) return end + 2;
  return Math.min(text.length, end + 1);
}

/** Column of an offset in code units, as YAML counts indentation. */
export function columnOf(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}

/** Whether only blanks stand between the line's start and `offset`. */
export function beginsLine(text: string, offset: number): boolean {
  return /^[ ]*$/.test(text.slice(lineStart(text, offset), offset));
}

/**
 * Where the line behind one that ends at `end` (the end of a node) begins. A block text ends behind its last line end, so
 * that the next line may begin at `end` itself.
 */
export function lineBehind(text: string, end: number): number {
  if (end > 0 && isLineEnd(text.charCodeAt(end - 1))) return end;
  return nextLine(text, end);
}

/** Inserts whole lines at a line's start; at the end of a text without final line end, with one in front instead. */
export function insertLines(text: string, offset: number, lines: readonly string[], lineEnd: string): TextEdit {
  const open = offset > 0 && offset === text.length && !isLineEnd(text.charCodeAt(offset - 1)) && text !== '\ufeff';
  const body = lines.join(lineEnd);
  return { start: offset, end: offset, newText: open ? lineEnd + body : body + lineEnd };
}

/**
 * Behind an entry of a block list or mapping: past its last line and the comment lines below it that are indented deeper
 * than its `column`, which belong to it.
 */
export function entryEnd(text: string, end: number, column: number): number {
  let at = lineBehind(text, end);
  while (at < text.length) {
    const line = text.slice(at, contentEnd(text, at));
    const indent = line.length - line.trimStart().length;
    if (!line.startsWith('#', indent) || indent <= column) break;
    at = nextLine(text, at);
  }
  return at;
}

/** In front of an entry: before the comment lines directly above it in its own column, down to `floor`. */
export function entryStart(text: string, start: number, column: number, floor: number): number {
  let at = lineStart(text, start);
  while (at > floor) {
    const above = lineStart(text, lineBreakBefore(text, at));
    const line = text.slice(above, contentEnd(text, above));
    if (above < floor || line.length - line.trimStart().length !== column || line[column] !== '#') break;
    at = above;
  }
  return at;
}

/** Sorted, and those that touch made one, so that the order in which a client applies them cannot matter. */
export function joined(edits: readonly TextEdit[]): TextEdit[] {
  const sorted = edits.map((edit, index) => ({ edit, index }));
  sorted.sort((a, b) => a.edit.start - b.edit.start || a.edit.end - b.edit.end || a.index - b.index);
  const result: TextEdit[] = [];
  for (const { edit } of sorted) {
    const last = result.at(-1);
    if (last !== undefined && last.end >= edit.start) {
      result[result.length - 1] = {
        start: last.start,
        end: Math.max(last.end, edit.end),
        newText: last.newText + edit.newText,
      };
    } else result.push(edit);
  }
  return result.filter((edit) => edit.newText !== '' || edit.end > edit.start);
}

/** Removes items of a flow list with their commas; a comment between two items stays. */
export function removeFlowItems(text: string, list: YamlSeq, gone: ReadonlySet<number>): TextEdit[] {
  const { items } = list;
  const edits: TextEdit[] = [];
  const remove = (start: number, end: number) => edits.push({ start, end, newText: '' });
  for (let index = 0; index < items.length; index++) {
    if (!gone.has(index)) continue;
    let behind = index + 1;
    while (gone.has(behind)) behind++;
    const run = items.slice(index, behind);
    const [first, last, previous, next] = [run[0], run.at(-1), items[index - 1], items[behind]];
    index = behind;
    if (first === undefined || last === undefined) continue;
    const [start, end] = next
      ? [first.start, next.start]
      : [previous?.end ?? first.start, previous ? last.end : (last.comma ?? last.end - 1) + 1];
    if (/^[\s,]*$/.test(between(text, items, start, end))) {
      remove(start, end);
      continue;
    }
    for (const item of run) {
      remove(item.start, item.end);
      if (item.comma !== undefined) remove(item.comma, item.comma + 1);
    }
    // The list ended without a comma and must go on doing so.
    if (!next && last.comma === undefined && previous?.comma !== undefined) remove(previous.comma, previous.comma + 1);
  }
  return edits;
}

/** What stands from `start` to `end` outside the items of a list. */
function between(text: string, items: YamlSeq['items'], start: number, end: number): string {
  let rest = '';
  let at = start;
  for (const item of items) {
    if (item.end <= start || item.start >= end) continue;
    rest += text.slice(at, Math.max(at, item.start));
    at = item.end;
  }
  return rest + text.slice(at, end);
}

/** Where the items of a block list begin: the column of its dashes. */
export function dashColumn(text: string, list: YamlSeq): number {
  return list.items[0] ? columnOf(text, list.items[0].start) : 0;
}

/** The column of a block mapping's keys. */
export function keyColumn(text: string, map: YamlMap): number {
  return map.pairs[0] ? columnOf(text, map.pairs[0].keySpan.start) : 0;
}

function isLineEnd(code: number): boolean {
  return code === 10 || code === 13;
}

/** Offset in the line above the one that begins at `at`. */
function lineBreakBefore(text: string, at: number): number {
  if (at >= 2 && text.startsWith('\r\n', at - 2)) return at - 2;
  return Math.max(0, at - 1);
}
