import type { Description } from '../annotations/describe.ts';
import { SIDECAR_VERSION, type SidecarTree } from '../annotations/sidecar.ts';
import type { TextEdit } from '../text/edit.ts';
import {
  type EntryPair,
  entryLines,
  flowEntry,
  flowKey,
  flowText,
  gapOf,
  type Style,
  styleOf,
  usualDash,
  writtenValue,
} from '../yaml/entry.ts';
import { doubleQuoted, quoteYaml } from '../yaml/quote.ts';
import type { YamlMap, YamlPair, YamlSeq } from '../yaml/read.ts';
import {
  beginsLine,
  columnOf,
  dashColumn,
  entryEnd,
  entryStart,
  insertLines,
  keyColumn,
  lineBehind,
  lineEndOf,
  lineStart,
} from '../yaml/splice.ts';

/** An annotation that is to be written. */
export interface NewEntry {
  readonly id: string;
  readonly type: string;
  readonly place: Description;
  readonly by: string;
  readonly on: string;
  /** What else is said of it. */
  readonly attributes?: ReadonlyMap<string, string> | undefined;
  readonly entity?: string | undefined;
  readonly note?: string | undefined;
  readonly rejected?: boolean | undefined;
  /** With `rejected`: the same words elsewhere in the document, too. */
  readonly everywhere?: boolean | undefined;
  /** Start in the text, by which it finds its place among the others. */
  readonly start: number;
}

/** The whole of a new annotations file, as lines. */
export function freshLines(textId: string, entries: readonly NewEntry[]): string[] {
  const lines = [`seedmark: ${SIDECAR_VERSION}`, `text: ${quoteYaml(textId)}`, 'annotations:'];
  for (const entry of entries) lines.push(...entryLines(pairsOf(entry), 2, 2));
  return lines;
}

/** Inserts entries into a file that was read; `startOf` tells where an item's annotation stands in the text, if anywhere. */
export function insertEntries(
  text: string,
  tree: SidecarTree,
  textId: string,
  entries: readonly NewEntry[],
  startOf: (item: number) => number | undefined,
): TextEdit[] | undefined {
  const { root, list } = tree;
  if (root === undefined) return [freshInsertion(text, textId, entries)];
  const pair = root.entries.get('annotations');
  if (pair === undefined)
    return root.flow ? [addFlowKey(root, textId, entries)] : [addKey(text, root, textId, entries)];
  if (pair.value.alias) return undefined;
  if (list === undefined) return root.flow ? fillFlow(root, pair, entries) : fill(text, root, pair, entries);
  if (list.items.length === 0 && list.flow) {
    const inside = text.slice(list.span.start + 1, list.span.end - 1);
    const head = text.slice(pair.head, list.span.start);
    if (!root.flow && /^[ \t]*$/.test(inside) && /^[ \t]*$/.test(head)) return fill(text, root, pair, entries);
  }
  return list.flow
    ? insertFlow(text, list, styleOf(root), entries, startOf)
    : insertBlock(text, list, pair, entries, startOf);
}

/** Sets the file's `text` key. */
export function textIdEdits(text: string, tree: SidecarTree, textId: string): TextEdit[] {
  const { root } = tree;
  const pair = root?.entries.get('text');
  if (root === undefined || tree.sidecar.text === textId) return [];
  const value = root.flow && styleOf(root) === 'json' ? doubleQuoted(textId) : quoteYaml(textId, root.flow);
  if (pair) return [setValue(pair, value)];
  const annotations = root.entries.get('annotations');
  // Where the key "annotations" is added, "text" comes with it.
  if (annotations === undefined) return [];
  const at = annotations.keySpan.start;
  if (root.flow) return [{ start: at, end: at, newText: `${flowKey('text', styleOf(root))}: ${value}, ` }];
  const column = keyColumn(text, root);
  const line = `${' '.repeat(column)}text: ${value}`;
  if (beginsLine(text, at)) return [insertLines(text, lineStart(text, at), [line], lineEndOf(text))];
  const last = root.pairs.at(-1) ?? annotations;
  return [insertLines(text, entryEnd(text, last.end, column), [line], lineEndOf(text))];
}

/** Replaces the value of a pair, or gives it one. */
export function setValue(pair: YamlPair, value: string): TextEdit {
  const { span } = pair.value;
  if (span.start === span.end) return { start: pair.head, end: pair.head, newText: ` ${value}` };
  return { ...span, newText: value };
}

/** Writes `key: value` behind another pair of the same mapping. */
export function addPairBehind(
  text: string,
  map: YamlMap,
  pair: YamlPair,
  key: string,
  value: EntryPair['value'],
): TextEdit {
  const style = styleOf(map);
  const written = writtenValue({ key, value, quoted: typeof value === 'string' && /^\s|\s$/.test(value) }, style);
  if (map.flow) return { start: pair.end, end: pair.end, newText: `, ${flowKey(key, style)}: ${written}` };
  const line = `${' '.repeat(keyColumn(text, map))}${flowKey(key, style)}: ${written}`;
  return insertLines(text, lineBehind(text, pair.end), [line], lineEndOf(text));
}

/** A file of comments and document markers only. */
function freshInsertion(text: string, textId: string, entries: readonly NewEntry[]): TextEdit {
  const lines = freshLines(textId, entries);
  const marker = /^---(?=\s|$)/m.exec(text);
  const end = /^\.\.\.(?=\s|$)/m.exec(text);
  const offset = marker ? lineBehind(text, marker.index + 3) : (end?.index ?? text.length);
  return insertLines(text, offset, lines, lineEndOf(text));
}

function addKey(text: string, root: YamlMap, textId: string, entries: readonly NewEntry[]): TextEdit {
  const column = keyColumn(text, root);
  const pad = ' '.repeat(column);
  const lines = root.entries.has('text') ? [] : [`${pad}text: ${quoteYaml(textId)}`];
  lines.push(`${pad}annotations:`);
  const dash = usualDash(text, root);
  for (const entry of entries) lines.push(...entryLines(pairsOf(entry), dash, 2));
  const behind = root.entries.get('text') ?? root.entries.get('seedmark') ?? root.pairs.at(-1);
  return insertLines(text, entryEnd(text, behind?.end ?? root.span.end, column), lines, lineEndOf(text));
}

function addFlowKey(root: YamlMap, textId: string, entries: readonly NewEntry[]): TextEdit {
  const style = styleOf(root);
  const pairs: string[] = [];
  if (root.pairs.length === 0) pairs.push(`${flowKey('seedmark', style)}: ${SIDECAR_VERSION}`);
  if (!root.entries.has('text')) pairs.push(`${flowKey('text', style)}: ${flowText(textId, style)}`);
  pairs.push(
    `${flowKey('annotations', style)}: [${entries.map((entry) => flowEntry(pairsOf(entry), style)).join(', ')}]`,
  );
  const last = root.pairs.at(-1);
  const at = last?.end ?? root.span.start + 1;
  return { start: at, end: at, newText: (last ? ', ' : '') + pairs.join(', ') };
}

/** The key "annotations" with nothing, `~` or `[]` behind it, in lines. */
function fill(text: string, root: YamlMap, pair: YamlPair, entries: readonly NewEntry[]): TextEdit[] {
  const dash = usualDash(text, root);
  const lines = entries.flatMap((entry) => entryLines(pairsOf(entry), dash, 2));
  const { span } = pair.value;
  const written = span.end > span.start;
  const clear: TextEdit[] = written ? [{ start: pair.head, end: span.end, newText: '' }] : [];
  return [...clear, insertLines(text, lineBehind(text, written ? span.end : pair.head), lines, lineEndOf(text))];
}

function fillFlow(root: YamlMap, pair: YamlPair, entries: readonly NewEntry[]): TextEdit[] {
  const style = styleOf(root);
  return [setValue(pair, `[${entries.map((entry) => flowEntry(pairsOf(entry), style)).join(', ')}]`)];
}

function insertBlock(
  text: string,
  list: YamlSeq,
  pair: YamlPair,
  entries: readonly NewEntry[],
  startOf: (item: number) => number | undefined,
): TextEdit[] {
  const column = dashColumn(text, list);
  const lineEnd = lineEndOf(text);
  const braces = list.items.every(({ value }) => value.kind === 'map' && value.flow && !value.alias);
  const edits: TextEdit[] = [];
  for (const [index, group] of grouped(list, entries, startOf)) {
    const item = list.items[index];
    const gap = gapOf(text, item ?? list.items.at(-1));
    const lines = group.flatMap((entry) =>
      braces
        ? [`${' '.repeat(column)}- ${flowEntry(pairsOf(entry), 'flow')}`]
        : entryLines(pairsOf(entry), column, gap),
    );
    if (item === undefined) {
      const last = list.items.at(-1);
      edits.push(insertLines(text, entryEnd(text, last?.end ?? list.span.end, column), lines, lineEnd));
    } else if (beginsLine(text, item.start)) {
      const previous = list.items[index - 1];
      const floor = lineBehind(text, previous ? previous.end : pair.head);
      edits.push(insertLines(text, entryStart(text, item.start, column, floor), lines, lineEnd));
    } else {
      // The first dash stands behind something on its line ("? annotations" and ": - id: …").
      const newText = `${lines.join(lineEnd).slice(column)}${lineEnd}${' '.repeat(column)}`;
      edits.push({ start: item.start, end: item.start, newText });
    }
  }
  return edits;
}

function insertFlow(
  text: string,
  list: YamlSeq,
  style: Style,
  entries: readonly NewEntry[],
  startOf: (item: number) => number | undefined,
): TextEdit[] {
  const flow = style === 'block' ? 'flow' : style;
  return grouped(list, entries, startOf).map(([index, group]) => {
    const written = group.map((entry) => flowEntry(pairsOf(entry), flow));
    const item = list.items[index];
    const beside = item ?? list.items.at(-1);
    const own = beside !== undefined && beginsLine(text, beside.start);
    const separator = own ? `,${lineEndOf(text)}${' '.repeat(columnOf(text, beside.start))}` : ', ';
    const at = item?.start ?? beside?.end ?? list.span.start + 1;
    const body = written.join(separator);
    return { start: at, end: at, newText: item ? body + separator : beside ? separator + body : body };
  });
}

/** New entries by the list item that they go before; behind the last one under the number of items. */
function grouped(
  list: YamlSeq,
  entries: readonly NewEntry[],
  startOf: (item: number) => number | undefined,
): [number, NewEntry[]][] {
  const starts = list.items.map((_, index) => startOf(index));
  const groups = new Map<number, NewEntry[]>();
  for (const entry of entries) {
    const found = starts.findIndex((start) => start !== undefined && start > entry.start);
    const index = found === -1 ? list.items.length : found;
    const group = groups.get(index);
    if (group) group.push(entry);
    else groups.set(index, [entry]);
  }
  return [...groups];
}

/** What is written of a place. */
export function placePairs({ quote, at, before, after }: Description): EntryPair[] {
  const [first = '', ...rest] = quote;
  return [
    { key: 'quote', value: rest.length === 0 ? first : quote },
    { key: 'at', value: at },
    { key: 'before', value: before, quoted: true },
    { key: 'after', value: after, quoted: true },
  ];
}

function pairsOf({ id, type, place, by, on, attributes, entity, note, rejected, everywhere }: NewEntry): EntryPair[] {
  return [
    { key: 'id', value: id },
    { key: 'type', value: type },
    ...placePairs(place).filter(({ value }) => value !== ''),
    ...(entity === undefined || entity === '' ? [] : [{ key: 'entity', value: entity }]),
    ...(attributes === undefined || attributes.size === 0 ? [] : [{ key: 'attributes', value: attributes }]),
    ...(note === undefined || note === '' ? [] : [{ key: 'note', value: note }]),
    ...(by === '' ? [] : [{ key: 'by', value: [by] }]),
    ...(on === '' ? [] : [{ key: 'on', value: on }]),
    ...(rejected === true ? [{ key: 'status', value: 'rejected' }] : []),
    ...(rejected === true && everywhere === true ? [{ key: 'everywhere', value: true }] : []),
  ];
}
