import { readSidecarTree } from '../annotations/sidecar.ts';
import { applyEdits, type TextEdit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';
import { doubleQuoted, quoteYaml } from '../yaml/quote.ts';
import type { YamlItem, YamlMap, YamlPair, YamlSeq } from '../yaml/read.ts';
import { beginsLine, columnOf, contentEnd, joined, lineBehind, lineEndOf, lineStart } from '../yaml/splice.ts';
import { canonical } from '../yaml/values.ts';
import { keepEnd, REMOVALS, removals } from './removals.ts';

/** The splices of quick fixes in a sidecar. Each answers undefined where it cannot be made without harm to the rest. */

/** Removes the annotation or relation that holds a place; comment lines above it stay. */
export function removeEntry(sidecar: string, place: Span): TextEdit[] | undefined {
  const found = entryAt(sidecar, place);
  if (found === undefined) return undefined;
  const { pair, list, index, key, root } = found;
  const rest = list.items.filter((_, i) => i !== index).map(({ value }) => canonical(value));
  for (const [blanks, trimmed] of REMOVALS) {
    const plain = joined(removals(sidecar, pair, new Set([index]), blanks));
    const edits = trimmed ? keepEnd(sidecar, plain) : plain;
    const after = readSidecarTree(applyEdits(sidecar, edits)).root;
    const items = after?.entries.get(key)?.value;
    if (after === undefined || items?.kind !== 'seq') continue;
    const same =
      items.items.length === rest.length && items.items.every(({ value }, i) => canonical(value) === rest[i]);
    if (same && canonical(after, new Set([key])) === canonical(root, new Set([key]))) return edits;
  }
  return undefined;
}

/** Writes another text where one stands, in its quotes if it has double ones. */
export function replaceText(sidecar: string, place: Span, value: string): TextEdit[] | undefined {
  const old = sidecar.slice(place.start, place.end);
  if (old === '' || /[\r\n]/.test(old)) return undefined;
  const newText = old.startsWith('"') ? doubleQuoted(value) : quoteYaml(value, true);
  return alone(sidecar, place, [{ ...place, newText }]);
}

/** Exchanges what stands in two places. */
export function exchange(sidecar: string, a: Span, b: Span): TextEdit[] | undefined {
  const [one, other] = [sidecar.slice(a.start, a.end), sidecar.slice(b.start, b.end)];
  if (one === '' || other === '' || /[\r\n]/.test(one + other)) return undefined;
  const edits = joined([
    { ...a, newText: other },
    { ...b, newText: one },
  ]);
  return alone(sidecar, a, edits);
}

/** Gives the entry that holds a place an id, in front of all that it says. */
export function addId(sidecar: string, place: Span, id: string): TextEdit[] | undefined {
  const map = mapAt(sidecar, place);
  const first = map?.pairs[0];
  if (map === undefined || first === undefined || map.alias || map.entries.has('id')) return undefined;
  const { start } = first.keySpan;
  const json = sidecar[start] === '"';
  const behind = map.flow ? ', ' : lineEndOf(sidecar) + ' '.repeat(columnOf(sidecar, start));
  const newText = `${json ? `"id": ${doubleQuoted(id)}` : `id: ${id}`}${behind}`;
  return alone(sidecar, place, [{ start, end: start, newText }]);
}

/** Removes a key with its value from the entry that holds a place; not its first one, which stands behind the dash. */
export function removeKey(sidecar: string, place: Span, key: string): TextEdit[] | undefined {
  const map = mapAt(sidecar, place);
  const index = map?.pairs.findIndex((pair) => pair.key === key) ?? -1;
  const [before, pair] = [map?.pairs[index - 1], map?.pairs[index]];
  if (map === undefined || map.alias || before === undefined || pair === undefined) return undefined;
  const edit = map.flow ? { start: before.end, end: pair.end, newText: '' } : ownLines(sidecar, pair);
  if (edit === undefined) return undefined;
  const after = mapAt(applyEdits(sidecar, [edit]), { start: map.span.start, end: map.span.start });
  if (after === undefined || canonical(after) !== canonical(map, new Set([key]))) return undefined;
  return alone(sidecar, place, [edit]);
}

/** Removes an attribute from the annotation that holds a place; the key `attributes` goes with its last one. */
export function removeAttribute(sidecar: string, place: Span, name: string): TextEdit[] | undefined {
  const entry = mapAt(sidecar, place);
  const map = entry?.entries.get('attributes')?.value;
  if (entry === undefined || entry.alias || map?.kind !== 'map' || map.alias) return undefined;
  const index = map.pairs.findIndex((pair) => pair.key === name);
  const [before, pair, behind] = [map.pairs[index - 1], map.pairs[index], map.pairs[index + 1]];
  if (pair === undefined) return undefined;
  if (map.pairs.length === 1) return removeKey(sidecar, place, 'attributes');
  const edit = map.flow ? inFlow(before, pair, behind) : ownLines(sidecar, pair);
  if (edit === undefined) return undefined;
  const after = mapAt(applyEdits(sidecar, [edit]), { start: entry.span.start, end: entry.span.start });
  const rest = new Set(['attributes']);
  if (after === undefined || canonical(after, rest) !== canonical(entry, rest)) return undefined;
  if (canonical(after.entries.get('attributes')?.value) !== canonical(map, new Set([name]))) return undefined;
  return alone(sidecar, place, [edit]);
}

/** A pair between braces, with the comma that parts it from another one. */
function inFlow(before: YamlPair | undefined, pair: YamlPair, behind: YamlPair | undefined): TextEdit | undefined {
  if (before !== undefined) return { start: before.end, end: pair.end, newText: '' };
  return behind && { start: pair.keySpan.start, end: behind.keySpan.start, newText: '' };
}

/** The edits, if they leave all but the entry that holds a place as it was: what has an anchor is said elsewhere, too. */
function alone(sidecar: string, place: Span, edits: TextEdit[]): TextEdit[] | undefined {
  const found = entryAt(sidecar, place);
  const after = readSidecarTree(applyEdits(sidecar, edits));
  if (found === undefined || after.root === undefined || after.sidecar.damaged) return undefined;
  const { key, index, list, root } = found;
  const items = after.root.entries.get(key)?.value;
  if (items?.kind !== 'seq' || items.items.length !== list.items.length) return undefined;
  const same = items.items.every(({ value }, i) => i === index || canonical(value) === canonical(list.items[i]?.value));
  return same && canonical(after.root, new Set([key])) === canonical(root, new Set([key])) ? edits : undefined;
}

/** The lines of a pair, if nothing else stands on them. */
function ownLines(sidecar: string, { keySpan, end }: YamlPair): TextEdit | undefined {
  const own = beginsLine(sidecar, keySpan.start) && sidecar.slice(end, contentEnd(sidecar, end)).trim() === '';
  return own ? { start: lineStart(sidecar, keySpan.start), end: lineBehind(sidecar, end), newText: '' } : undefined;
}

interface Entry {
  readonly root: YamlMap;
  readonly key: string;
  readonly pair: YamlPair;
  readonly list: YamlSeq;
  readonly index: number;
  readonly item: YamlItem;
}

function entryAt(sidecar: string, { start, end }: Span): Entry | undefined {
  const { root, sidecar: read } = readSidecarTree(sidecar);
  if (root === undefined || read.damaged) return undefined;
  for (const key of ['annotations', 'relations']) {
    const pair = root.entries.get(key);
    const list = pair?.value;
    if (pair === undefined || list?.kind !== 'seq' || list.alias) continue;
    const index = list.items.findIndex(({ value }) => value.span.start <= start && end <= value.span.end);
    const item = list.items[index];
    if (item !== undefined) return { root, key, pair, list, index, item };
  }
  return undefined;
}

function mapAt(sidecar: string, place: Span): YamlMap | undefined {
  const value = entryAt(sidecar, place)?.item.value;
  return value?.kind === 'map' ? value : undefined;
}
