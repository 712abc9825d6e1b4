import type { Span } from '../text/span.ts';
import {
  addItem,
  addPair,
  documentSlot,
  isPending,
  type Key,
  type OutlineList,
  type OutlineMap,
  type OutlinePair,
  type OutlineScalar,
  type OutlineSlot,
} from './outline-tree.ts';
import { closingQuote, unquoted } from './quoted.ts';
import { contentEnd, lineStart, nextLine } from './splice.ts';

/** What the cursor stands in. */
export type Found =
  | { readonly at: 'key'; readonly pair: OutlinePair }
  | { readonly at: 'value'; readonly slot: OutlineSlot; readonly scalar: OutlineScalar }
  /** Where an item of a list would begin, without a dash. */
  | { readonly at: 'item'; readonly list: OutlineList; readonly span: Span; readonly value: string };

export interface Outline {
  readonly found: Found | undefined;
  /** By how much the file indents mappings and lists below a key. */
  readonly indent: { readonly map: number; readonly list: number };
}

/** Nested deeper than this, nothing is one of our files. */
const MAX_DEPTH = 100;
const CONFLICT = /^(?:<{7}|={7}|>{7}|\|{7})(?:\s|$)/;

/**
 * Reads a YAML text by its lines and their indentation, as far as it takes to say what a cursor stands in. Where
 * somebody is typing the text is broken, and a parser then tells least: here a line in the wrong place is left out and
 * the others keep theirs, a key needs no colon yet, and a bracket or quotation mark that is never closed ends where the
 * indentation says that its parent goes on. For texts that are right, it sees what the parser sees.
 */
export function outlineAt(text: string, cursor: number): Outline {
  const reader = new Reader(text, cursor);
  reader.read();
  return { found: reader.standing(), indent: { map: reader.mapIndent ?? 2, list: reader.listIndent ?? 2 } };
}

class Reader {
  mapIndent: number | undefined;
  listIndent: number | undefined;
  private readonly text: string;
  private readonly cursor: number;
  private root: OutlineSlot = documentSlot();
  /** The block mappings and lists that the next line may go on with, outermost first. */
  private readonly open: (OutlineMap | OutlineList)[] = [];
  private found: Found | undefined;
  /** The blank lines looked over last, since several readers look over the same ones. */
  private blankLines = { start: -1, end: -1 };

  constructor(text: string, cursor: number) {
    this.text = text;
    this.cursor = cursor;
  }

  read(): void {
    let at: number | undefined = this.text.charCodeAt(0) === 0xfeff ? 1 : 0;
    while (at !== undefined && this.open.length <= MAX_DEPTH) at = this.line(at);
  }

  /** What was found, unless something that came later took its place. */
  standing(): Found | undefined {
    const { found } = this;
    if (found === undefined || this.open.length > MAX_DEPTH) return undefined;
    if (found.at === 'key') return found;
    if (found.at === 'item') return found;
    const { value } = found.slot;
    return value === found.scalar || value === undefined ? found : undefined;
  }

  /** Reads a line, and those that belong to its value. Returns where the next one begins. */
  private line(start: number): number | undefined {
    const { text, cursor } = this;
    const end = contentEnd(text, start);
    let at = start;
    while (at < end && text[at] === ' ') at++;
    if (this.blanks(at, end) === end) {
      if (start <= cursor && cursor <= end) this.word(cursor - start, this.emptyScalar(cursor - start, true));
      return this.behind(end);
    }
    // A tab is no indentation: where such a line belongs nobody can say.
    if (text[at] === '#' || text[at] === '\t') return this.behind(end);
    if (at === start && this.isMarker(start, end)) return this.behind(end);
    let slot: OutlineSlot | undefined;
    while (text[at] === '-' && (at + 1 === end || isBlank(text[at + 1]))) {
      if (this.open.length > MAX_DEPTH) return undefined;
      slot = this.dash(at - start);
      const dash = at + 1;
      at = this.blanks(dash, end);
      if (at < end && text[at] !== '#') continue;
      if (at === end && dash <= cursor && cursor <= end) {
        const glued = cursor === dash;
        const scalar = this.emptyScalar(cursor - start + (glued ? 1 : 0), true, glued);
        this.found = { at: 'value', slot, scalar };
        // Without its blank it is no value yet, and lines below may be the item.
        if (!glued) slot.value = scalar;
      }
      return this.behind(end);
    }
    const column = at - start;
    const key = this.keyAt(at, end);
    if (key === undefined) return this.lone(slot, at, column, end);
    const pair = this.pair(column, key);
    const head = this.blanks(key.colon + 1, end);
    if (head < end && text[head] !== '#') return this.value(pair, head, pair.parent.column, end);
    // A comment keeps its blank.
    if (key.colon < cursor && cursor < (head === end ? end + 1 : head))
      this.found = { at: 'value', slot: pair, scalar: this.emptyScalar(0, false, cursor === key.colon + 1) };
    return this.behind(end);
  }

  /** Where the line behind the one that ends at `end` begins. */
  private behind(end: number): number | undefined {
    return end >= this.text.length ? undefined : nextLine(this.text, end);
  }

  /** Directives, document marks and the marks of a merge: lines that are no content. */
  private isMarker(start: number, end: number): boolean {
    const line = this.text.slice(start, Math.min(end, start + 8));
    if (line.startsWith('%') || CONFLICT.test(line)) return true;
    if (!/^(?:---|\.\.\.)(?:\s|$)/.test(line)) return false;
    // One document is read: the one with the cursor, which is the one that is being written.
    if (start <= this.cursor) this.found = undefined;
    this.root = documentSlot(start > this.cursor);
    this.open.length = 0;
    return true;
  }

  private keyAt(at: number, end: number): (Key & { readonly colon: number }) | undefined {
    const { text } = this;
    const first = text[at];
    if (first === '"' || first === "'") {
      const close = closingQuote(text, at, end);
      const colon = close === undefined ? end : this.blanks(close, end);
      if (close === undefined || text[colon] !== ':' || !(colon + 1 === end || isBlank(text[colon + 1])))
        return undefined;
      return { span: { start: at, end: close }, colon, quote: first, value: unquoted(text.slice(at, close)) };
    }
    if (first === undefined || NO_KEY.has(first)) return undefined;
    for (let i = at; i < end; i++) {
      if (text[i] === '#' && i > at && isBlank(text[i - 1])) return undefined;
      if (text[i] !== ':' || !(i + 1 === end || isBlank(text[i + 1]))) continue;
      const value = text.slice(at, i).trimEnd();
      if (value === '') return undefined;
      return { span: { start: at, end: at + value.length }, colon: i, quote: undefined, value };
    }
    return undefined;
  }

  // ---- where a line belongs ---------------------------------------------------------------------------------------

  /** Closes what a line in this column cannot go on with. */
  private settle(column: number): OutlineMap | OutlineList | undefined {
    for (let top = this.open.at(-1); top !== undefined; top = this.open.at(-1)) {
      if (top.column < column || (top.column === column && !top.slot.lost)) return top;
      this.open.pop();
    }
    return undefined;
  }

  /** The slot that a value in the lines below would fill. */
  private lastSlot(top: OutlineMap | OutlineList | undefined): OutlineSlot | undefined {
    if (top === undefined) return this.root;
    return top.kind === 'map' ? top.pairs.at(-1) : top.items.at(-1);
  }

  private dash(column: number): OutlineSlot {
    const top = this.settle(column);
    const list =
      top?.kind === 'list' && top.column === column
        ? top
        : this.opened('list', this.lastSlot(top), column, top?.column);
    return addItem(list);
  }

  private pair(column: number, key: Key): OutlinePair {
    let top = this.settle(column);
    // Lists may stand in the column of their key; the next key ends them.
    if (top?.kind === 'list' && top.column === column && this.open.at(-2)?.column === column) {
      this.open.pop();
      top = this.open.at(-1);
    }
    const map =
      top?.kind === 'map' && top.column === column ? top : this.opened('map', this.lastSlot(top), column, top?.column);
    const pair = addPair(map, key);
    if (this.touches(key.span)) this.found = { at: 'key', pair };
    return pair;
  }

  private opened(kind: 'map', slot: OutlineSlot | undefined, column: number, parent: number | undefined): OutlineMap;
  private opened(kind: 'list', slot: OutlineSlot | undefined, column: number, parent: number | undefined): OutlineList;
  private opened(
    kind: 'map' | 'list',
    slot: OutlineSlot | undefined,
    column: number,
    parent: number | undefined,
  ): OutlineMap | OutlineList {
    const word = slot?.value;
    // What stands alone before it was the first key, half typed; in another column, it has no place.
    const free = word === undefined || (word.kind === 'scalar' && word.lone);
    const room = slot !== undefined && free && (kind === 'list' || parent === undefined || parent < column);
    const holder = room ? slot : { parent: undefined, segment: '', lost: true, value: undefined };
    const node: OutlineMap | OutlineList =
      kind === 'map'
        ? { kind, flow: false, column, slot: holder, pairs: [] }
        : { kind, flow: false, column, slot: holder, items: [] };
    holder.value = node;
    if (room && !holder.lost && parent !== undefined && holder.parent?.kind === 'map') {
      if (kind === 'list') this.listIndent ??= column - parent;
      else this.mapIndent ??= column - parent;
    }
    if (room && word?.kind === 'scalar' && word.column === column) this.readAgain(word, node);
    this.open.push(node);
    return node;
  }

  private readAgain(word: OutlineScalar, node: OutlineMap | OutlineList): void {
    const found = this.found?.at === 'value' && this.found.scalar === word;
    const { span, value, quote } = word;
    if (node.kind === 'map') {
      const pair = addPair(node, { span, value, quote, colon: undefined }, span.end > span.start);
      if (found) this.found = { at: 'key', pair };
    } else if (found) this.found = { at: 'item', list: node, span, value };
  }

  /** A text without a colon that begins a line: a value on a line of its own, or a key or item that is half typed. */
  private word(column: number, scalar: OutlineScalar): void {
    const hit = this.touches(scalar.span);
    const top = this.settle(column);
    if (top === undefined || top.column < column) {
      const slot = this.lastSlot(top);
      if (slot === undefined || !isPending(slot)) return;
      slot.value = scalar;
      if (hit) this.found = { at: 'value', slot, scalar };
      return;
    }
    const map = top.kind === 'map' ? top : this.open.at(-2);
    const { span, value, quote } = scalar;
    if (map?.kind === 'map' && map.column === column) {
      if (top.kind === 'list') this.open.pop();
      // An empty line is no key: what goes on below it may still be the value of the key above.
      const pair = addPair(map, { span, value, quote, colon: undefined }, span.end > span.start);
      if (hit) this.found = { at: 'key', pair };
    } else if (top.kind === 'list' && hit) this.found = { at: 'item', list: top, span, value };
  }

  // ---- values -----------------------------------------------------------------------------------------------------

  /** Content that begins a line or follows a dash, and is no pair. */
  private lone(item: OutlineSlot | undefined, at: number, column: number, end: number): number | undefined {
    const { text } = this;
    if (item !== undefined) {
      const list = this.open.at(-1);
      return this.value(item, at, list?.column ?? -1, end, column);
    }
    const top = this.settle(column);
    const scalar = this.scalarOf(at, end, top?.column ?? -1, column, true);
    if (scalar !== undefined) {
      this.word(column, scalar);
      return this.behind(end);
    }
    const slot = this.lastSlot(top);
    const pending = slot !== undefined && isPending(slot) && (top === undefined || top.column < column);
    const holder = pending ? slot : { parent: undefined, segment: '', lost: true, value: undefined };
    return text[at] === '?' ? this.behind(end) : this.value(holder, at, top?.column ?? -1, end, column);
  }

  /** The value at `at`; `floor` is the column that its further lines must be deeper than, `column` that of a lone one. */
  private value(slot: OutlineSlot, at: number, floor: number, end: number, column?: number): number | undefined {
    const { text } = this;
    let start = at;
    while (text[start] === '&' || text[start] === '!') {
      while (start < end && !isBlank(text[start])) start++;
      start = this.blanks(start, end);
      if (start === end || text[start] === '#') return this.behind(end);
    }
    const first = text[start];
    if (first === '[' || first === '{') return this.behind(contentEnd(text, this.flow(slot, start, floor, 0)));
    if (first === '*') {
      slot.value = { kind: 'other' };
      return this.behind(end);
    }
    if (
      (first === '|' || first === '>') &&
      /^[|>][-+\d]*\s*(?:#|$)/.test(text.slice(start, Math.min(end, start + 80)))
    ) {
      slot.value = { kind: 'other' };
      return this.blockText(end, floor);
    }
    const scalar = this.scalarOf(start, end, floor, column ?? 0, column !== undefined && start === at);
    if (scalar !== undefined) {
      slot.value = scalar;
      if (this.touches(scalar.span)) this.found = { at: 'value', slot, scalar };
      return this.behind(end);
    }
    // A quoted text of several lines.
    slot.value = { kind: 'other' };
    return this.behind(contentEnd(text, this.quoteEnd(start, floor) ?? end));
  }

  /** A plain text up to the line's end or a comment, or a quoted one that closes on its line or nowhere. */
  private scalarOf(
    start: number,
    end: number,
    floor: number,
    column: number,
    lone: boolean,
  ): OutlineScalar | undefined {
    const { text, cursor } = this;
    const quote = text[start];
    if (quote === '"' || quote === "'") {
      const close = closingQuote(text, start, end);
      if (close === undefined && this.quoteEnd(start, floor) !== undefined) return undefined;
      const stop = close ?? (start < cursor && cursor <= end ? cursor : end);
      const value = unquoted(text.slice(start, stop));
      return { kind: 'scalar', span: { start, end: stop }, value, quote, column, lone, glued: false };
    }
    if (quote === undefined || '[{&!*|>?%@`'.includes(quote)) return undefined;
    let stop = start;
    while (stop < end && !(text[stop] === '#' && isBlank(text[stop - 1]))) stop++;
    return this.plain(start, stop, column, lone);
  }

  /** A plain text; with the blanks behind it as far as the cursor, since more of it may follow there. */
  private plain(start: number, stop: number, column: number, lone: boolean): OutlineScalar {
    const value = this.text.slice(start, stop).trimEnd();
    const { cursor } = this;
    const end = start + value.length;
    const reach = cursor > end && cursor <= stop && (cursor < stop || this.text[stop] !== '#') ? cursor : end;
    return { kind: 'scalar', span: { start, end: reach }, value, quote: undefined, column, lone, glued: false };
  }

  /** Behind the lines of a block text whose head ends at `end`. */
  private blockText(end: number, floor: number): number | undefined {
    const { text, cursor } = this;
    let at = this.behind(end);
    while (at !== undefined) {
      const stop = contentEnd(text, at);
      let start = at;
      while (start < stop && text[start] === ' ') start++;
      // On an empty line in front of the next key, something new may be typed.
      const typed = at <= cursor && cursor <= stop && cursor - at <= floor;
      if (start === stop ? typed : start - at <= floor) return at;
      at = this.behind(stop);
    }
    return undefined;
  }

  /** Behind the closing quotation mark of a text that may run over several lines; undefined where it is never closed. */
  private quoteEnd(start: number, floor: number): number | undefined {
    const { text } = this;
    let from = start + 1;
    for (let end = contentEnd(text, start); ; end = contentEnd(text, from)) {
      const close = closingQuote(text, start, end, from);
      if (close !== undefined) return close;
      const next = this.behind(end);
      if (next === undefined || this.endsFlow(next, floor)) return undefined;
      from = next;
    }
  }

  /** Whether the next line with something on it, or with the cursor, is no deeper than `floor`. */
  private endsFlow(start: number, floor: number): boolean {
    const { text, cursor } = this;
    const line = this.writtenLine(start);
    if (start <= cursor && cursor < line) return cursor - lineStart(text, cursor) <= floor;
    let at = line;
    while (text[at] === ' ') at++;
    if (at >= text.length) return cursor < line || cursor - line <= floor;
    return text[at] !== ']' && text[at] !== '}' && at - line <= floor;
  }

  /** Where the first line begins, from the one that begins at `start` on, that is not blank; the last one if all are. */
  private writtenLine(start: number): number {
    if (this.blankLines.start <= start && start <= this.blankLines.end) return this.blankLines.end;
    let at = start;
    for (;;) {
      const end = contentEnd(this.text, at);
      const next = this.behind(end);
      if (next === undefined || this.blanks(at, end) < end) break;
      at = next;
    }
    this.blankLines = { start, end: at };
    return at;
  }

  // ---- lists in [brackets] and mappings in {braces} -----------------------------------------------------------------

  /** Reads from an opening bracket; returns the offset behind the closing one, or where it ends without. */
  private flow(slot: OutlineSlot, at: number, floor: number, depth: number): number {
    const map = this.text[at] === '{';
    const node: OutlineMap | OutlineList = map
      ? { kind: 'map', flow: true, column: 0, slot, pairs: [] }
      : { kind: 'list', flow: true, column: 0, slot, items: [] };
    slot.value = node;
    let next = at + 1;
    for (;;) {
      const gap = this.gap(next, floor);
      const sign = gap.ended ? undefined : this.text[gap.at];
      if (sign === undefined || CLOSING.has(sign)) {
        if (gap.cursor) this.emptyIn(node);
        if (sign === undefined) return gap.at;
        next = gap.at + 1;
        if (sign !== ',') return next;
        continue;
      }
      next =
        node.kind === 'map' ? this.flowPair(node, gap.at, floor, depth) : this.flowItem(node, gap.at, floor, depth);
      const behind = this.gap(next, floor);
      if (behind.ended) return behind.at;
      const stop = this.text[behind.at];
      if (stop === ']' || stop === '}') return behind.at + 1;
      next = stop === ',' ? behind.at + 1 : behind.at;
    }
  }

  private emptyIn(node: OutlineMap | OutlineList): void {
    const span = { start: this.cursor, end: this.cursor };
    if (node.kind === 'map') {
      this.found = { at: 'key', pair: addPair(node, { span, value: '', quote: undefined, colon: undefined }, false) };
      return;
    }
    const slot = addItem(node);
    this.found = { at: 'value', slot, scalar: this.emptyScalar(0, false) };
  }

  private flowItem(list: OutlineList, at: number, floor: number, depth: number): number {
    const slot = addItem(list);
    const end = this.flowValue(slot, at, floor, depth);
    const gap = this.gap(end, floor);
    if (gap.ended || this.text[gap.at] !== ':') return end;
    // `[a: b]` is a mapping of one pair, which none of our files has.
    slot.value = { kind: 'other' };
    const behind = this.gap(gap.at + 1, floor);
    if (behind.ended || CLOSING.has(this.text[behind.at] ?? '')) return behind.at;
    return this.flowValue({ parent: undefined, segment: '', lost: true, value: undefined }, behind.at, floor, depth);
  }

  private flowPair(map: OutlineMap, at: number, floor: number, depth: number): number {
    const { text, cursor } = this;
    const slot: OutlineSlot = { parent: undefined, segment: '', lost: true, value: undefined };
    const end = this.flowValue(slot, at, floor, depth);
    const { value: key } = slot;
    const gap = this.gap(end, floor);
    const colon = !gap.ended && text[gap.at] === ':' ? gap.at : undefined;
    const pair = key?.kind === 'scalar' ? addPair(map, { ...key, colon }) : undefined;
    if (pair && key?.kind === 'scalar' && this.touches(key.span)) this.found = { at: 'key', pair };
    if (colon === undefined) return end;
    const holder: OutlineSlot = pair ?? { parent: undefined, segment: '', lost: true, value: undefined };
    const behind = this.gap(colon + 1, floor);
    if (!behind.ended && !CLOSING.has(text[behind.at] ?? '')) return this.flowValue(holder, behind.at, floor, depth);
    if (behind.cursor)
      this.found = { at: 'value', slot: holder, scalar: this.emptyScalar(0, false, cursor === colon + 1) };
    return behind.at;
  }

  private flowValue(slot: OutlineSlot, at: number, floor: number, depth: number): number {
    const { text } = this;
    const first = text[at];
    if (first === '[' || first === '{') {
      if (depth < MAX_DEPTH) return this.flow(slot, at, floor, depth + 1);
      return contentEnd(text, at);
    }
    const end = contentEnd(text, at);
    let scalar: OutlineScalar;
    let stop: number;
    if (first === '"' || first === "'") {
      const close = closingQuote(text, at, end);
      const far = close ?? this.quoteEnd(at, floor);
      stop = far ?? end;
      if (close === undefined && far !== undefined) {
        slot.value = { kind: 'other' };
        return far;
      }
      const typed = close === undefined && at < this.cursor && this.cursor <= end ? this.cursor : stop;
      const value = unquoted(text.slice(at, typed));
      scalar = { kind: 'scalar', span: { start: at, end: typed }, value, quote: first, ...inFlow };
    } else {
      stop = at + 1;
      while (stop < end && !this.endsPlain(stop)) stop++;
      scalar = this.plain(at, stop, 0, false);
    }
    slot.value = scalar;
    if (this.touches(scalar.span) && !slot.lost) this.found = { at: 'value', slot, scalar };
    return stop;
  }

  /** Whether a plain text inside brackets ends in front of `at`. */
  private endsPlain(at: number): boolean {
    const { text } = this;
    const char = text[at] ?? '';
    if (BRACKETS.has(char)) return true;
    if (char === '#') return isBlank(text[at - 1]);
    const next = text[at + 1];
    return char === ':' && (next === undefined || /\s/.test(next) || BRACKETS.has(next));
  }

  /** Over blanks, comments and line ends inside brackets. */
  private gap(from: number, floor: number): { at: number; ended: boolean; cursor: boolean } {
    const { text, cursor } = this;
    let at = from;
    let hit = false;
    for (;;) {
      const end = contentEnd(text, at);
      const stop = this.blanks(at, end);
      if (at <= cursor && cursor <= stop) hit = true;
      if (stop < end && !(text[stop] === '#' && (stop === 0 || /\s/.test(text[stop - 1] ?? ''))))
        return { at: stop, ended: false, cursor: hit };
      const next = this.behind(end);
      if (next === undefined || this.endsFlow(next, floor)) return { at: end, ended: true, cursor: hit };
      at = next;
    }
  }

  // ---- small things -------------------------------------------------------------------------------------------------

  private emptyScalar(column: number, lone: boolean, glued = false): OutlineScalar {
    const span = { start: this.cursor, end: this.cursor };
    return { kind: 'scalar', span, value: '', quote: undefined, column, lone, glued };
  }

  private touches({ start, end }: Span): boolean {
    return start <= this.cursor && this.cursor <= end;
  }

  /** Offset behind the blanks from `at` on. */
  private blanks(at: number, end: number): number {
    let stop = at;
    while (stop < end && isBlank(this.text[stop])) stop++;
    return stop;
  }
}

const inFlow = { column: 0, lone: false, glued: false };
const CLOSING = new Set([',', ']', '}']);
const BRACKETS = new Set(['[', ']', '{', '}', ',']);
/** What cannot begin a plain key. */
const NO_KEY = new Set(['[', ']', '{', '}', ',', '&', '!', '*', '|', '>', '%', '@', '`', '#']);

function isBlank(char: string | undefined): boolean {
  return char === ' ' || char === '\t';
}
