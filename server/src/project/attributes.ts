import { shorten } from '../text/shorten.ts';
import { distance } from '../text/similar.ts';
import type { Span } from '../text/span.ts';
import type { YamlMap, YamlNode } from '../yaml/read.ts';
import { describeNode, isNothing, nodeAt, type Reading, stringOf } from '../yaml/values.ts';
import { BUILT_IN_TYPES } from './defaults.ts';
import { labelOfId } from './labels.ts';
import type { TypeAttribute } from './types.ts';

const KEYS = ['id', 'label', 'description', 'values'];

/**
 * The key `attributes` of a type in `seedmark.yaml`: what annotations of it may say besides, those that the type has
 * built in among it. Undefined where nothing is said.
 */
export function readAttributes(
  node: YamlNode | undefined,
  type: string,
  reading: Reading,
): readonly TypeAttribute[] | undefined {
  if (node === undefined || isNothing(node)) return undefined;
  const builtIn = BUILT_IN_TYPES.find(({ id }) => id === type)?.attributes ?? [];
  const own = new Map<string, TypeAttribute>();
  for (const { id, span, rest } of entriesIn(node, type, reading)) {
    const attribute = readOne(id, span, rest, builtIn, type, reading);
    if (attribute === undefined) continue;
    if (own.has(id)) {
      const message = `The type "${type}" has the attribute "${shorten(id, 40)}" above, too; that one counts. Remove one.`;
      report(span, message, reading);
    } else own.set(id, attribute);
  }
  const changed = builtIn.map((attribute) => own.get(attribute.id) ?? attribute);
  return [...changed, ...[...own.values()].filter(({ id }) => !builtIn.some((attribute) => attribute.id === id))];
}

/** What is written of one attribute: its id, where that stands, and all else. */
interface Entry {
  readonly id: string;
  readonly span: Span;
  readonly rest: YamlNode | undefined;
}

function entriesIn(node: YamlNode, type: string, reading: Reading): readonly Entry[] {
  // "attributes: role": a list of one.
  if (node.kind === 'scalar') return [{ id: node.value, span: node.span, rest: undefined }];
  if (node.kind === 'map')
    return node.pairs.map(({ key, keySpan, value }) => ({ id: key, span: keySpan, rest: value }));
  return node.items.flatMap(({ value }): Entry[] => {
    if (isNothing(value)) return [];
    if (value.kind === 'scalar') return [{ id: value.value, span: value.span, rest: undefined }];
    if (value.kind === 'map') {
      const id = nodeAt(value, 'id');
      const text = stringOf(id, `the id of an attribute of the type "${type}"`, reading) ?? '';
      return [{ id: text, span: id?.span ?? value.span, rest: value }];
    }
    const message = `Here stands ${describeNode(value)}, but an attribute of the type "${type}" is an id, or has an "id". Correct it.`;
    report(value.span, message, reading);
    return [];
  });
}

function readOne(
  id: string,
  span: Span,
  rest: YamlNode | undefined,
  builtIn: readonly TypeAttribute[],
  type: string,
  reading: Reading,
): TypeAttribute | undefined {
  if (!/^[\p{L}][\p{L}\p{N}_-]*$/u.test(id)) {
    const message = `An attribute needs an "id" that begins with a letter and has letters, digits and hyphens only${id === '' ? '' : `; "${shorten(id, 40)}" has not`}. Correct it.`;
    report(span, message, reading);
    return undefined;
  }
  const known = builtIn.find((attribute) => attribute.id === id);
  const plain = known ?? { id, label: labelOfId(id), description: '', values: undefined };
  const name = `the attribute "${id}" of the type "${type}"`;
  // "role: Role in the story" names the label, "role: [owner, crew]" the values.
  if (rest?.kind === 'scalar') return isNothing(rest) ? plain : { ...plain, label: rest.value || plain.label };
  if (rest?.kind === 'seq') return { ...plain, values: readValues(rest, name, reading) ?? plain.values };
  if (rest === undefined) return plain;
  for (const pair of rest.pairs) checkKey(pair.key, pair.keySpan, rest, name, reading);
  const get = (key: string) => stringOf(nodeAt(rest, key), `the key "${key}" of ${name}`, reading) || undefined;
  return {
    id,
    label: get('label') ?? plain.label,
    description: get('description') ?? plain.description,
    values: readValues(nodeAt(rest, 'values'), name, reading) ?? plain.values,
  };
}

/** All that an attribute may be; undefined where nothing is said, or an empty list. */
function readValues(node: YamlNode | undefined, name: string, reading: Reading): readonly string[] | undefined {
  if (node === undefined || isNothing(node)) return undefined;
  const values = new Set<string>();
  for (const item of node.kind === 'seq' ? node.items.map(({ value }) => value) : [node]) {
    const value = stringOf(item, `a value of ${name}`, reading);
    if (value === undefined || value === '') continue;
    if (values.has(value)) {
      const message = `The value "${shorten(value, 40)}" of ${name} stands in front, too. Remove one.`;
      report(item.span, message, reading);
    }
    values.add(value);
  }
  return values.size === 0 ? undefined : [...values];
}

/** Keys of other programs are none of our business; a slip in one of ours would leave it out without a word. */
function checkKey(key: string, span: Span, map: YamlMap, name: string, reading: Reading): void {
  if (KEYS.includes(key)) return;
  const limit = key.length < 6 ? 1 : 2;
  const near = KEYS.find((known) => !map.entries.has(known) && distance(key.toLowerCase(), known, limit) <= limit);
  if (near === undefined) return;
  const message = `"${shorten(key, 40)}" is no key of ${name}; did you mean "${near}"? Correct or remove this line.`;
  report(span, message, reading);
}

function report(span: Span, message: string, reading: Reading): void {
  reading.problems.push({ code: reading.code, span, message });
}
