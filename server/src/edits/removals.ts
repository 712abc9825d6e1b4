import type { TextEdit } from '../text/edit.ts';
import type { YamlPair } from '../yaml/read.ts';
import {
  beginsLine,
  contentEnd,
  dashColumn,
  entryEnd,
  joined,
  lineBehind,
  lineStart,
  removeFlowItems,
} from '../yaml/splice.ts';

/** The ways of {@link removals}, the usual one first: whether blank lines go, and whether the file's end is kept. */
export const REMOVALS = [
  [false, true],
  [true, true],
  [false, false],
  [true, false],
] as const;

/** Removes items from the list that is the value of a key. */
export function removals(
  sidecar: string,
  pair: YamlPair | undefined,
  gone: ReadonlySet<number>,
  blanks: boolean,
): TextEdit[] {
  const list = pair?.value;
  if (list?.kind !== 'seq') return [];
  if (list.flow) return removeFlowItems(sidecar, list, gone);
  const column = dashColumn(sidecar, list);
  const edits: TextEdit[] = [];
  for (const [index, item] of list.items.entries()) {
    if (!gone.has(index)) continue;
    let end = entryEnd(sidecar, item.end, column);
    while (blanks && end < sidecar.length && sidecar.slice(end, contentEnd(sidecar, end)).trim() === '') {
      end = lineBehind(sidecar, end + 1);
    }
    const next = list.items[index + 1];
    if (beginsLine(sidecar, item.start)) edits.push({ start: lineStart(sidecar, item.start), end, newText: '' });
    else edits.push({ start: item.start, end: next?.start ?? end, newText: '' });
  }
  const head = pair?.head;
  if (gone.size === list.items.length && head !== undefined) edits.unshift({ start: head, end: head, newText: ' []' });
  return edits;
}

/** A file that ended without a line end goes on doing so when its last lines go. */
export function keepEnd(sidecar: string, edits: readonly TextEdit[]): TextEdit[] {
  const last = edits.at(-1);
  if (last === undefined || last.end < sidecar.length || last.start === last.end || /[\r\n]$/.test(sidecar))
    return [...edits];
  const lineEnd = /(?:\r\n|\r|\n)$/.exec(last.newText || sidecar.slice(0, last.start))?.[0] ?? '';
  const shorter =
    last.newText === ''
      ? { ...last, start: last.start - lineEnd.length }
      : { ...last, newText: last.newText.slice(0, last.newText.length - lineEnd.length) };
  return joined([...edits.slice(0, -1), shorter]);
}
