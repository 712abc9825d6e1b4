import type { Problem } from '../text/problem.ts';
import { shorten } from '../text/shorten.ts';
import type { YamlItem, YamlMap, YamlNode } from './read.ts';
import { originOf } from './reread.ts';

/**
 * Typed reading: a helper answers the value, or undefined with a problem that says what stands there, what should and
 * what to do. `name` is what the user knows the value by (`the key "quote"`).
 */
export interface Reading {
  readonly problems: Problem[];
  /** Code of the problems. */
  readonly code: string;
}

/** Whether nothing is written: no value, `~` or `null`. Texts that read so are not meant where this is asked. */
export function isNothing(node: YamlNode | undefined): boolean {
  if (node === undefined) return true;
  return node.kind === 'scalar' && node.plain && /^(?:|~|null|Null|NULL)$/.test(node.value);
}

/** A text; '' and `~` without quotes count as nothing. */
export function stringOf(node: YamlNode | undefined, name: string, reading: Reading): string | undefined {
  if (node === undefined || isBlank(node)) return undefined;
  if (node.kind === 'scalar') return node.value;
  wrong(node, name, 'a text', 'Write a single text here, in double quotes if it holds colons or brackets.', reading);
  return undefined;
}

/** A whole number from 0 on. */
export function numberOf(node: YamlNode | undefined, name: string, reading: Reading): number | undefined {
  if (node === undefined || isNothing(node)) return undefined;
  if (node.kind === 'scalar' && /^\d{1,15}$/.test(node.value)) return Number(node.value);
  wrong(node, name, 'a whole number', 'Write digits only, such as 612, or remove the line.', reading);
  return undefined;
}

/** The nodes of a list. */
export function listOf(node: YamlNode | undefined, name: string, reading: Reading): readonly YamlNode[] | undefined {
  return itemsOf(node, name, reading)?.map((item) => item.value);
}

/** The items of a list. */
export function itemsOf(node: YamlNode | undefined, name: string, reading: Reading): readonly YamlItem[] | undefined {
  if (node === undefined || isNothing(node)) return undefined;
  if (node.kind === 'seq') return node.items;
  wrong(node, name, 'a list', 'Write one entry a line, each after "- ".', reading);
  return undefined;
}

/** A list of texts; a single text stands for a list of one. */
export function stringsOf(node: YamlNode | undefined, name: string, reading: Reading): string[] | undefined {
  if (node === undefined || isBlank(node)) return undefined;
  if (node.kind === 'scalar') return [node.value];
  if (node.kind === 'map') {
    wrong(node, name, 'a list of texts', 'Write one text a line, each after "- ".', reading);
    return undefined;
  }
  const result: string[] = [];
  for (const { value } of node.items) {
    const text = stringOf(value, `an entry of ${name}`, reading);
    if (text !== undefined) result.push(text);
  }
  return result;
}

export function mapOf(node: YamlNode | undefined, name: string, reading: Reading): YamlMap | undefined {
  if (node === undefined || isNothing(node)) return undefined;
  if (node.kind === 'map') return node;
  wrong(node, name, 'a mapping', 'Write "key: value" lines here.', reading);
  return undefined;
}

/** The value of a key in a map, whatever it is. */
export function nodeAt(map: YamlMap, key: string): YamlNode | undefined {
  return map.entries.get(key)?.value;
}

/** "a list", "a mapping", `the text "foo"`: for messages. */
export function describeNode(node: YamlNode): string {
  if (node.kind === 'seq') return 'a list';
  if (node.kind === 'map') return 'a mapping';
  if (node.value === '') return 'nothing';
  const text = shorten(node.value, 40);
  return /^-?\d+$/.test(text) ? `the number ${text}` : `the text "${text.replace(/\s+/g, ' ')}"`;
}

/**
 * What a node says, in one comparable text: equal texts mean equal values, whatever the style. Keys sort, so that their
 * order does not count; `skip` leaves out pairs of the node itself.
 */
export function canonical(node: YamlNode | undefined, skip: ReadonlySet<string> = new Set()): string {
  if (node === undefined) return '~';
  if (node.kind === 'scalar') return JSON.stringify(node.value);
  if (node.kind === 'seq') return `[${node.items.map((item) => canonical(item.value)).join(',')}]`;
  const pairs = node.pairs.filter((pair) => !skip.has(pair.key));
  const parts = pairs.map((pair) => `${JSON.stringify(pair.key)}:${canonical(pair.value)}`);
  return `{${parts.sort().join(',')}}`;
}

/**
 * Whether two nodes say the same, as their {@link canonical} texts would: what is written in the same order is compared part
 * by part, and entries that one reading took over from the other are not looked into.
 */
export function saysSame(
  one: YamlNode | undefined,
  other: YamlNode | undefined,
  skip: ReadonlySet<string> = NONE,
): boolean {
  if (one?.kind === 'map' && other?.kind === 'map') {
    if (one === other) return true;
    const pairs = one.pairs.filter(({ key }) => !skip.has(key));
    const others = other.pairs.filter(({ key }) => !skip.has(key));
    if (pairs.length !== others.length) return false;
    if (pairs.every(({ key, value }, i) => key === others[i]?.key && saysSame(value, others[i]?.value))) return true;
    // In another order they may be equal all the same.
    return canonical(one, skip) === canonical(other, skip);
  }
  if (one?.kind === 'seq' && other?.kind === 'seq')
    return one.items.length === other.items.length && one.items.every((item, i) => isSameItem(item, other.items[i]));
  if (one?.kind === 'scalar' && other?.kind === 'scalar') return one.value === other.value;
  return one === other;
}

/** Whether two items say the same. */
export function isSameItem(one: YamlItem, other: YamlItem | undefined): boolean {
  if (other === undefined) return false;
  return originOf(one).item === originOf(other).item || saysSame(one.value, other.value);
}

const NONE: ReadonlySet<string> = new Set();

function isBlank(node: YamlNode): boolean {
  return node.kind === 'scalar' && node.plain && (node.value === '' || node.value === '~');
}

function wrong(node: YamlNode, name: string, expected: string, advice: string, reading: Reading): void {
  const message = `Here stands ${describeNode(node)}, but ${name} should be ${expected}. ${advice}`;
  reading.problems.push({ code: reading.code, span: node.span, message });
}
