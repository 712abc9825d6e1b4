import type { Span } from '../text/span.ts';
import {
  MAX_SIZE,
  mapWith,
  moved,
  movedPair,
  readYaml,
  type YamlFile,
  type YamlItem,
  type YamlMap,
  type YamlNode,
  type YamlPair,
  type YamlSeq,
} from './read.ts';
import { beginsLine, columnOf, lineStart } from './splice.ts';

/** A text with what was read of it. */
export interface YamlReading {
  readonly text: string;
  readonly file: YamlFile;
}

/** What of a changed text must be read again: some entries of one list of a mapping. */
interface Window {
  readonly root: YamlMap;
  /** Number of the pair whose value the list is. */
  readonly pair: number;
  readonly list: YamlSeq;
  /** Entries of the earlier reading that may have changed: from `first` to before `behind`. */
  readonly first: number;
  readonly behind: number;
  /** Column of the dashes. */
  readonly column: number;
  /** Where the lines of these entries begin and end in the new text. */
  readonly span: Span;
  /** A line of the kind that stands behind them. */
  readonly next: string;
}

/** The key in front of the entries that are read alone. */
const KEY = 'k:\n';

/**
 * Reads a text of which only a few neighbouring entries of one list are others than in an earlier reading: these are parsed
 * alone, between lines like those around them, and all else is taken over, moved. The result equals a reading of the whole;
 * undefined where that cannot be told from the lines that changed.
 */
export function rereadYaml(before: YamlReading, text: string): YamlFile | undefined {
  const window = windowOf(before, text);
  if (window === undefined) return undefined;
  const fresh = readEntries(text, window);
  if (fresh === undefined) return undefined;
  const { root, pair, list, first, behind } = window;
  const by = text.length - before.text.length;
  const items = list.items.slice(0, first).concat(fresh);
  for (const item of list.items.slice(behind)) items.push(movedItem(item, by));
  const end = items.at(-1)?.end ?? list.span.end;
  const value: YamlSeq = { ...list, span: { start: list.span.start, end }, items };
  const pairs = root.pairs.map((old, index): YamlPair => {
    if (index < pair) return old;
    return index === pair ? { ...old, end, value } : movedPair(old, movedLate(old.value, by), by);
  });
  const span = { start: root.span.start, end: pairs.at(-1)?.end ?? root.span.end };
  return { root: mapWith(root, span, pairs), problems: [], broken: false, local: true };
}

/** An entry as it was read first, and how far it has moved since. */
export function originOf(item: YamlItem): { readonly item: YamlItem; readonly by: number } {
  return item instanceof MovedItem ? { item: item.origin, by: item.by } : { item, by: 0 };
}

/** An entry of an earlier text in another place. Its inside is moved when somebody looks at it. */
class MovedItem implements YamlItem {
  readonly start: number;
  readonly end: number;
  readonly comma: number | undefined;
  readonly origin: YamlItem;
  readonly by: number;
  private known: YamlNode | undefined;

  constructor(origin: YamlItem, by: number) {
    this.origin = origin;
    this.by = by;
    this.start = origin.start + by;
    this.end = origin.end + by;
    this.comma = origin.comma === undefined ? undefined : origin.comma + by;
  }

  get value(): YamlNode {
    this.known ??= moved(this.origin.value, this.by);
    return this.known;
  }
}

function movedItem(item: YamlItem, by: number): YamlItem {
  if (by === 0) return item;
  const origin = originOf(item);
  return by + origin.by === 0 ? origin.item : new MovedItem(origin.item, by + origin.by);
}

function movedLate(node: YamlNode, by: number): YamlNode {
  if (by === 0) return node;
  if (node.kind !== 'seq') return moved(node, by);
  const span = { start: node.span.start + by, end: node.span.end + by };
  return { ...node, span, items: node.items.map((item) => movedItem(item, by)) };
}

/** The entries that must be read again, if all that is around them reads as it did. */
function windowOf({ text: old, file }: YamlReading, text: string): Window | undefined {
  const { root } = file;
  if (!isSimple(file) || root?.kind !== 'map' || root.flow || text.length > MAX_SIZE) return undefined;
  const front = commonFront(old, text);
  const back = commonBack(old, text, front);
  const pair = root.pairs.findLastIndex(({ keySpan }) => keySpan.end <= front);
  const { value: list, keySpan } = root.pairs[pair] ?? {};
  if (list?.kind !== 'seq' || list.flow || keySpan === undefined || lineStart(old, keySpan.start) !== keySpan.start)
    return undefined;
  // The dash and what tells that it is one stand there still: so all before it ends where it did.
  const first = lastIndex(list.items, ({ start }) => start + 2 <= front);
  const from = list.items[first];
  const top = list.items[0];
  if (from === undefined || top === undefined || !beginsLine(old, top.start) || !beginsLine(old, from.start))
    return undefined;
  const column = columnOf(old, from.start);
  if (lineStart(old, top.start) <= keySpan.end || columnOf(old, keySpan.start) !== 0) return undefined;
  const start = from.start - column;
  // What stands behind must begin with a line of its own that has not changed, and with which nothing before it can go on.
  const changed = old.length - back;
  const behind = 1 + lastIndex(list.items, (item) => item.start - column < changed);
  const by = text.length - old.length;
  const item = list.items[behind];
  const around = { root, pair, list, first, column };
  if (item !== undefined) {
    const end = item.start - column + by;
    if (!beginsLine(old, item.start) || !endsLine(text, end)) return undefined;
    return { ...around, behind, span: { start, end }, next: `${' '.repeat(column)}- k\n` };
  }
  const rest = root.pairs.slice(pair + 1);
  const [key] = rest;
  if (key === undefined) return { ...around, behind, span: { start, end: text.length }, next: '' };
  const at = key.keySpan.start;
  if (at < changed || lineStart(old, at) !== at || !PLAIN_KEY.test(old.slice(at, key.head))) return undefined;
  if (!endsLine(text, at + by) || rest.some((one) => one.keySpan.start === one.keySpan.end)) return undefined;
  return { ...around, behind, span: { start, end: at + by }, next: 'kk: k\n' };
}

/** A key that nothing before it can go on with, whatever that is. */
const PLAIN_KEY = /^[A-Za-z]\w+:$/;
/** What ends a document, and what the parser takes for signs of its own. */
const ODD = /^(?:---|\.\.\.)|[\u0002\u0018\u001f\ufeff]/m;

function isSimple({ broken, problems, local }: YamlFile): boolean {
  return local && !broken && problems.length === 0;
}

/** Reads the entries alone; undefined where something is wrong with them, or they reach beyond themselves. */
function readEntries(text: string, { column, span, next }: Window): YamlItem[] | undefined {
  const own = text.slice(span.start, span.end);
  if (ODD.test(own)) return undefined;
  const file = readYaml(KEY + own + next);
  if (!isSimple(file) || file.root?.kind !== 'map') return undefined;
  const [pair, behind, third] = file.root.pairs;
  if (pair?.value.kind !== 'seq' || pair.value.flow || third !== undefined) return undefined;
  const items = [...pair.value.items];
  const end = KEY.length + own.length;
  if (next.startsWith(' ') || next.startsWith('-')) {
    const last = items.pop();
    if (behind !== undefined || last?.start !== end + column) return undefined;
  } else if (next === '' ? behind !== undefined : behind?.keySpan.start !== end) return undefined;
  if (items[0]?.start !== KEY.length + column) return undefined;
  const by = span.start - KEY.length;
  return items.map((item) => ({
    start: item.start + by,
    end: item.end + by,
    comma: undefined,
    value: moved(item.value, by),
  }));
}

function endsLine(text: string, end: number): boolean {
  return end > 0 && (text.charCodeAt(end - 1) === 10 || text.charCodeAt(end - 1) === 13);
}

/** Index of the last item for which something holds that holds for all before it; -1 for none. */
function lastIndex(items: readonly YamlItem[], holds: (item: YamlItem) => boolean): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(items[middle] as YamlItem)) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Code units compared at once: comparing pieces of strings is the engine's, unit by unit it would be ours. */
const AT_ONCE = 4096;

/** Units that two texts have in common at the front. */
function commonFront(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let at = 0;
  while (at < most && a.slice(at, at + AT_ONCE) === b.slice(at, at + AT_ONCE)) at += AT_ONCE;
  at = Math.min(at, most);
  while (at < most && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  return at;
}

/** Units that they have in common at the back, behind `front`. */
function commonBack(a: string, b: string, front: number): number {
  const most = Math.min(a.length, b.length) - front;
  const piece = (text: string, from: number) => text.slice(text.length - from - AT_ONCE, text.length - from);
  let at = 0;
  while (at + AT_ONCE <= most && piece(a, at) === piece(b, at)) at += AT_ONCE;
  while (at < most && a.charCodeAt(a.length - at - 1) === b.charCodeAt(b.length - at - 1)) at++;
  return at;
}
