import type { TextEdit } from '../text/edit.ts';
import { doubleQuoted, quoteYaml } from '../yaml/quote.ts';
import type { YamlMap, YamlSeq } from '../yaml/read.ts';
import { beginsLine, columnOf, dashColumn, entryEnd, insertLines, lineEndOf } from '../yaml/splice.ts';
import { isNothing } from '../yaml/values.ts';
import { addPairBehind, setValue } from './annotations-write.ts';

/**
 * Adds a name to those that an entry has under `by`, where and as they are written: one name becomes a list, a list gets one
 * more. Undefined where they are written in a way that cannot be added to.
 */
export function joinBy(text: string, entry: YamlMap, name: string): TextEdit | undefined {
  const pair = entry.entries.get('by');
  const last = entry.pairs.at(-1);
  if (entry.alias || last === undefined) return undefined;
  if (pair === undefined) return addPairBehind(text, entry, last, 'by', name);
  const { value } = pair;
  if (value.alias || value.kind === 'map') return undefined;
  const json = entry.flow && text[entry.pairs[0]?.keySpan.start ?? 0] === '"';
  const added = json ? doubleQuoted(name) : quoteYaml(name, true);
  if (isNothing(value)) return setValue(pair, `[${added}]`);
  if (value.kind === 'seq') return value.flow ? joinFlow(text, value, name) : joinBlock(text, value, name);
  const old = text.slice(value.span.start, value.span.end);
  // A text in lines of its own ends where the next key begins.
  if (/[\r\n]/.test(old)) return undefined;
  const kept = value.plain ? quoteYaml(value.value, true) : old;
  return { ...value.span, newText: `[${kept}, ${added}]` };
}

function joinFlow(text: string, list: YamlSeq, name: string): TextEdit {
  const last = list.items.at(-1);
  const added = last !== undefined && text[last.start] === '"' ? doubleQuoted(name) : quoteYaml(name, true);
  if (last === undefined) return { start: list.span.start + 1, end: list.span.start + 1, newText: added };
  const own = beginsLine(text, last.start);
  const separator = own ? `,${lineEndOf(text)}${' '.repeat(columnOf(text, last.start))}` : ', ';
  return { start: last.end, end: last.end, newText: separator + added };
}

function joinBlock(text: string, list: YamlSeq, name: string): TextEdit {
  const column = dashColumn(text, list);
  const end = list.items.at(-1)?.end ?? list.span.end;
  const line = `${' '.repeat(column)}- ${quoteYaml(name)}`;
  return insertLines(text, entryEnd(text, end, column), [line], lineEndOf(text));
}
