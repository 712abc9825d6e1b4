import { applyEdits, type TextEdit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';
import { doubleQuoted, quoteYaml } from '../yaml/quote.ts';
import { readYaml, type YamlMap, type YamlNode, type YamlPair } from '../yaml/read.ts';
import { columnOf, joined, lineEndOf } from '../yaml/splice.ts';
import { canonical } from '../yaml/values.ts';
import { keepEnd, REMOVALS, removals } from './removals.ts';

/**
 * The splices of quick fixes in a facts file. Each answers undefined where it cannot be made without harm to the rest: the
 * result is read, and must say what the file says but for what was to be changed.
 */

/** Writes other texts where some stand, in their quotes if they have double ones. */
export function replaceTexts(
  facts: string,
  texts: readonly (Span & { readonly value: string })[],
): TextEdit[] | undefined {
  const root = readWhole(facts);
  if (root === undefined) return undefined;
  const edits = texts.map(({ start, end, value }) => ({
    start,
    end,
    newText: facts[start] === '"' ? doubleQuoted(value) : quoteYaml(value, true),
  }));
  if (texts.some(({ start, end }) => start === end || /[\r\n]/.test(facts.slice(start, end)))) return undefined;
  const wanted = saying(root, new Map(texts.map(({ start, value }) => [start, value])));
  return says(applyEdits(facts, edits), wanted) ? joined(edits) : undefined;
}

/** Gives the entry that holds a place an id, in front of all that it says. */
export function addEntityId(facts: string, place: Span, id: string): TextEdit[] | undefined {
  const root = readWhole(facts);
  const entry = root && entriesIn(root).find(({ span }) => span.start <= place.start && place.end <= span.end);
  const first = entry?.kind === 'map' && !entry.alias && !entry.entries.has('id') ? entry.pairs[0] : undefined;
  if (root === undefined || entry?.kind !== 'map' || first === undefined) return undefined;
  const { start } = first.keySpan;
  const key = facts[start] === '"' ? `"id": ${doubleQuoted(id)}` : `id: ${quoteYaml(id, entry.flow)}`;
  const behind = entry.flow ? ', ' : lineEndOf(facts) + ' '.repeat(columnOf(facts, start));
  const edits = [{ start, end: start, newText: key + behind }];
  const after = readWhole(applyEdits(facts, edits));
  const index = entriesIn(root).indexOf(entry);
  const same =
    after !== undefined &&
    entriesIn(after).length === entriesIn(root).length &&
    entriesIn(after).every((node, i) =>
      i === index
        ? canonical(node, new Set(['id'])) === canonical(entry) && node.kind === 'map' && textAt(node, 'id') === id
        : canonical(node) === canonical(entriesIn(root)[i]),
    );
  return same ? edits : undefined;
}

/** Removes the item of a list (an alias) that stands at a place. */
export function removeItem(facts: string, place: Span): TextEdit[] | undefined {
  const root = readWhole(facts);
  const found = root && itemAt(root, place);
  if (root === undefined || found === undefined) return undefined;
  const { pair, index } = found;
  const wanted = saying(root, new Map(), { list: pair.value, index });
  for (const [blanks, trimmed] of REMOVALS) {
    const plain = joined(removals(facts, pair, new Set([index]), blanks));
    const edits = trimmed ? keepEnd(facts, plain) : plain;
    if (says(applyEdits(facts, edits), wanted)) return edits;
  }
  return undefined;
}

function readWhole(facts: string): YamlNode | undefined {
  const { root, broken } = readYaml(facts);
  return broken ? undefined : root;
}

function says(facts: string, wanted: string): boolean {
  const root = readWhole(facts);
  return root !== undefined && saying(root) === wanted;
}

/** What a node says, as `canonical` has it, with other texts at some places, or without one item of a list. */
function saying(
  node: YamlNode,
  other: ReadonlyMap<number, string> = new Map(),
  gone?: { readonly list: YamlNode; readonly index: number },
): string {
  if (node.kind === 'scalar') return JSON.stringify(other.get(node.span.start) ?? node.value);
  if (node.kind === 'seq') {
    const items = node === gone?.list ? node.items.filter((_, i) => i !== gone.index) : node.items;
    return `[${items.map(({ value }) => saying(value, other, gone)).join(',')}]`;
  }
  return `{${node.pairs.map(({ key, value }) => `${JSON.stringify(key)}:${saying(value, other, gone)}`).join(',')}}`;
}

function entriesIn(root: YamlNode): readonly YamlNode[] {
  const list = root.kind === 'map' ? root.entries.get('entities')?.value : root;
  return list?.kind === 'seq' ? list.items.map(({ value }) => value) : [];
}

function textAt(map: YamlMap, key: string): string | undefined {
  const value = map.entries.get(key)?.value;
  return value?.kind === 'scalar' ? value.value : undefined;
}

/** The item that holds a place of the innermost list that is the value of a key. */
function itemAt(node: YamlNode, place: Span): { readonly pair: YamlPair; readonly index: number } | undefined {
  const holds = ({ start, end }: Span) => start <= place.start && place.end <= end;
  let found: { readonly pair: YamlPair; readonly index: number } | undefined;
  let at: YamlNode | undefined = node;
  while (at !== undefined && at.kind !== 'scalar') {
    const next: YamlNode | undefined =
      at.kind === 'seq'
        ? at.items.find(({ value }) => holds(value.span))?.value
        : at.pairs.find(({ value }) => holds(value.span))?.value;
    if (at.kind === 'map') {
      const pair = at.pairs.find(({ value }) => value === next);
      if (pair?.value.kind === 'seq' && !pair.value.alias) {
        const index = pair.value.items.findIndex(({ value }) => holds(value.span));
        if (index >= 0) found = { pair, index };
      }
    }
    at = next;
  }
  return found;
}
