import type { TextEdit } from '../text/edit.ts';
import { doubleQuoted, quoteYaml } from '../yaml/quote.ts';
import type { YamlMap, YamlSeq } from '../yaml/read.ts';
import { beginsLine, columnOf, dashColumn, entryEnd, insertLines, lineEndOf } from '../yaml/splice.ts';
import { isNothing } from '../yaml/values.ts';
import { addPairBehind, setValue } from './annotations-write.ts';

/**
 * Adds texts to those that an entry has under a key, where and as they are written: one text becomes a list, a list gets more.
 * Undefined where they are written in a way that cannot be added to.
 */
export function addTexts(text: string, entry: YamlMap, key: string, texts: readonly string[]): TextEdit | undefined {
  const pair = entry.entries.get(key);
  const last = entry.pairs.at(-1);
  if (entry.alias || last === undefined || texts.length === 0) return undefined;
  if (pair === undefined) return addPairBehind(text, entry, last, key, texts);
  const { value } = pair;
  if (value.alias || value.kind === 'map') return undefined;
  const json = entry.flow && text[entry.pairs[0]?.keySpan.start ?? 0] === '"';
  const written = (one: string) => (json ? doubleQuoted(one) : quoteYaml(one, true));
  const added = texts.map(written).join(', ');
  if (isNothing(value)) return setValue(pair, `[${added}]`);
  if (value.kind === 'seq') return value.flow ? inFlow(text, value, texts) : inBlock(text, value, texts);
  const old = text.slice(value.span.start, value.span.end);
  // A text in lines of its own ends where the next key begins.
  if (/[\r\n]/.test(old)) return undefined;
  const kept = value.plain ? quoteYaml(value.value, true) : old;
  return { ...value.span, newText: `[${kept}, ${added}]` };
}

function inFlow(text: string, list: YamlSeq, texts: readonly string[]): TextEdit {
  const last = list.items.at(-1);
  const quoted = last !== undefined && text[last.start] === '"';
  const written = texts.map((one) => (quoted ? doubleQuoted(one) : quoteYaml(one, true)));
  if (last === undefined) return { start: list.span.start + 1, end: list.span.start + 1, newText: written.join(', ') };
  const own = beginsLine(text, last.start);
  const separator = own ? `,${lineEndOf(text)}${' '.repeat(columnOf(text, last.start))}` : ', ';
  return { start: last.end, end: last.end, newText: written.map((one) => separator + one).join('') };
}

function inBlock(text: string, list: YamlSeq, texts: readonly string[]): TextEdit {
  const column = dashColumn(text, list);
  const end = list.items.at(-1)?.end ?? list.span.end;
  const lines = texts.map((one) => `${' '.repeat(column)}- ${quoteYaml(one)}`);
  return insertLines(text, entryEnd(text, end, column), lines, lineEndOf(text));
}
