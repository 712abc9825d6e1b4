import type { TextEdit } from '../text/edit.ts';
import { type EntryPair, entryLines, flowEntry, flowKey, gapOf, styleOf, usualDash } from './entry.ts';
import type { YamlMap, YamlPair, YamlSeq } from './read.ts';
import { beginsLine, columnOf, dashColumn, entryEnd, insertLines, keyColumn, lineBehind, lineEndOf } from './splice.ts';
import { isNothing } from './values.ts';

/**
 * Adds entries to the end of a list under a key of the file's root, in the style of the file; where there is no such list
 * yet, the key comes behind the last one. Undefined where the list cannot be written to: an alias, or no list at all.
 */
export function appendToList(
  text: string,
  root: YamlMap,
  key: string,
  entries: readonly (readonly EntryPair[])[],
): TextEdit[] | undefined {
  const pair = root.entries.get(key);
  if (pair === undefined) return [root.flow ? addFlowKey(root, key, entries) : addKey(text, root, key, entries)];
  if (pair.value.alias) return undefined;
  if (pair.value.kind === 'seq' && pair.value.items.length > 0)
    return pair.value.flow ? [appendFlow(text, pair.value, root, entries)] : [appendBlock(text, pair.value, entries)];
  if (pair.value.kind !== 'seq' && !isNothing(pair.value)) return undefined;
  return fill(text, root, pair, entries);
}

/** The lines of a key with a list of entries. */
export function listLines(
  key: string,
  entries: readonly (readonly EntryPair[])[],
  column: number,
  dash: number,
): string[] {
  return [`${' '.repeat(column)}${key}:`, ...entries.flatMap((pairs) => entryLines(pairs, dash, 2))];
}

function addKey(text: string, root: YamlMap, key: string, entries: readonly (readonly EntryPair[])[]): TextEdit {
  const column = keyColumn(text, root);
  const lines = listLines(key, entries, column, usualDash(text, root));
  const last = root.pairs.at(-1);
  return insertLines(text, entryEnd(text, last?.end ?? root.span.end, column), lines, lineEndOf(text));
}

function addFlowKey(root: YamlMap, key: string, entries: readonly (readonly EntryPair[])[]): TextEdit {
  const style = styleOf(root);
  const last = root.pairs.at(-1);
  const at = last?.end ?? root.span.start + 1;
  const list = `${flowKey(key, style)}: [${entries.map((pairs) => flowEntry(pairs, style)).join(', ')}]`;
  return { start: at, end: at, newText: (last ? ', ' : '') + list };
}

/** A key with nothing, `~` or `[]` behind it. */
function fill(text: string, root: YamlMap, pair: YamlPair, entries: readonly (readonly EntryPair[])[]): TextEdit[] {
  const { span } = pair.value;
  if (root.flow) {
    const style = styleOf(root);
    const newText = `[${entries.map((pairs) => flowEntry(pairs, style)).join(', ')}]`;
    return [
      span.start === span.end ? { start: pair.head, end: pair.head, newText: ` ${newText}` } : { ...span, newText },
    ];
  }
  const written = span.end > span.start;
  const dash = usualDash(text, root);
  const lines = entries.flatMap((pairs) => entryLines(pairs, dash, 2));
  const clear: TextEdit[] = written ? [{ start: pair.head, end: span.end, newText: '' }] : [];
  return [...clear, insertLines(text, lineBehind(text, written ? span.end : pair.head), lines, lineEndOf(text))];
}

function appendBlock(text: string, list: YamlSeq, entries: readonly (readonly EntryPair[])[]): TextEdit {
  const column = dashColumn(text, list);
  const last = list.items.at(-1);
  const braces = list.items.every(({ value }) => value.kind === 'map' && value.flow && !value.alias);
  const gap = gapOf(text, last);
  const lines = entries.flatMap((pairs) =>
    braces ? [`${' '.repeat(column)}- ${flowEntry(pairs, 'flow')}`] : entryLines(pairs, column, gap),
  );
  return insertLines(text, entryEnd(text, last?.end ?? list.span.end, column), lines, lineEndOf(text));
}

function appendFlow(text: string, list: YamlSeq, root: YamlMap, entries: readonly (readonly EntryPair[])[]): TextEdit {
  const style = styleOf(root) === 'json' ? 'json' : 'flow';
  const last = list.items.at(-1);
  const at = last?.end ?? list.span.start + 1;
  const own = last !== undefined && beginsLine(text, last.start);
  const separator = own ? `,${lineEndOf(text)}${' '.repeat(columnOf(text, last.start))}` : ', ';
  return {
    start: at,
    end: at,
    newText: entries.map((pairs) => separator + flowEntry(pairs, style)).join(''),
  };
}
