import type { Problem } from '../text/problem.ts';
import type { Span } from '../text/span.ts';
import { recoverEntries } from '../yaml/entries.ts';
import type { YamlMap, YamlNode } from '../yaml/read.ts';
import { describeNode, isNothing, itemsOf, nodeAt, type Reading, stringOf, stringsOf } from '../yaml/values.ts';
import { EntryReader } from './entry-reader.ts';
import type { Relation } from './types.ts';

/** What people say of two annotations: the key `relations` of a sidecar. */
export function readRelations(root: YamlMap, reading: Reading): Relation[] {
  const items = itemsOf(nodeAt(root, 'relations'), 'the key "relations"', reading) ?? [];
  return items.flatMap((item, index) => relationEntries.read(item, index, reading.problems) ?? []);
}

const relationEntries = new EntryReader<Relation>((node, index, problems) =>
  readOne(node, index, { problems, code: 'sidecar-entry' }),
);

/** The same from a file whose YAML is broken. What is wrong with it was said already. */
export function recoverRelations(text: string): Relation[] {
  const { entries } = recoverEntries(text, 'relations', ['seedmark', 'text', 'annotations', 'accepted'], []);
  return entries.flatMap(({ node }, index) => readOne(node, index, { problems: [], code: 'sidecar-entry' }) ?? []);
}

/** One entry; undefined with a problem where it cannot be used at all. */
function readOne(node: YamlNode, index: number, reading: Reading): Relation | undefined {
  const { problems, code } = reading;
  if (node.kind !== 'map') {
    const what = isNothing(node) ? 'This entry is empty' : `This entry is ${describeNode(node)}`;
    const message = `${what}; a relation has “id”, “type”, “from” and “to”. Complete or remove it.`;
    problems.push({ code, span: node.span, message });
    return undefined;
  }
  const before = problems.length;
  const get = (key: string) => stringOf(nodeAt(node, key), `the key "${key}"`, reading) || undefined;
  const [id, type, from, to] = [get('id'), get('type'), get('from'), get('to')];
  if (type === undefined || from === undefined || to === undefined) {
    const key = type === undefined ? 'type' : from === undefined ? 'from' : 'to';
    // Where a value of the wrong kind was reported, saying that it is missing adds nothing.
    if (problems.length === before) problems.push(missing(node, key, code));
    return undefined;
  }
  if (id === undefined && problems.length === before) problems.push(missing(node, 'id', code));
  const spanOf = (key: string): Span => nodeAt(node, key)?.span ?? node.span;
  return {
    id: id ?? `#${index + 1}`,
    type,
    from,
    to,
    note: get('note'),
    by: stringsOf(nodeAt(node, 'by'), 'the key "by"', reading) ?? [],
    on: get('on'),
    idSpan: id === undefined ? undefined : spanOf('id'),
    typeSpan: spanOf('type'),
    fromSpan: spanOf('from'),
    toSpan: spanOf('to'),
    span: node.span,
  };
}

const MISSING = {
  id: 'has no “id”. Add one: a letter and seven letters or digits.',
  type: 'has no “type” and is left out. Add one, such as “type: owns”.',
  from: 'has no “from” and is left out. Add the id of the annotation that it starts from.',
  to: 'has no “to” and is left out. Add the id of the annotation that it leads to.',
};

function missing(node: YamlMap, key: keyof typeof MISSING, code: string): Problem {
  const first = node.pairs[0];
  const span = first ? { start: first.keySpan.start, end: first.end } : node.span;
  return { code, span, message: `This relation ${MISSING[key]}`, data: { missing: key } };
}
