import { recoverEntries } from '../yaml/entries.ts';
import type { YamlMap, YamlNode } from '../yaml/read.ts';
import { describeNode, itemsOf, nodeAt, type Reading, stringOf, stringsOf } from '../yaml/values.ts';
import { EntryReader } from './entry-reader.ts';
import type { AcceptedFinding } from './types.ts';

/** The findings that people have seen and accepted: the key `accepted` of a sidecar. */
export function readAccepted(root: YamlMap, reading: Reading): AcceptedFinding[] {
  const items = itemsOf(nodeAt(root, 'accepted'), 'the key "accepted"', reading) ?? [];
  return items.flatMap((item, index) => acceptedEntries.read(item, index, reading.problems) ?? []);
}

const acceptedEntries = new EntryReader<AcceptedFinding>((node, _index, problems) =>
  readOne(node, { problems, code: 'sidecar-entry' }),
);

/** The same from a file whose YAML is broken. What is wrong with it was said already. */
export function recoverAccepted(text: string): AcceptedFinding[] {
  const { entries } = recoverEntries(text, 'accepted', ['seedmark', 'text', 'annotations', 'relations'], []);
  return entries.flatMap(({ node }) => readOne(node, { problems: [], code: 'sidecar-entry' }) ?? []);
}

function readOne(node: YamlNode, reading: Reading): AcceptedFinding | undefined {
  const code = node.kind === 'map' ? stringOf(nodeAt(node, 'code'), 'the key "code"', reading) : undefined;
  if (node.kind !== 'map' || code === undefined) {
    const what = node.kind === 'map' ? 'has no "code"' : `is ${describeNode(node)}`;
    const message = `This accepted finding ${what} and is left out. Write “code:” with the code of the finding, and “quote:” with the words it is about.`;
    reading.problems.push({ code: reading.code, span: node.span, message });
    return undefined;
  }
  const get = (key: string) => stringOf(nodeAt(node, key), `the key "${key}"`, reading);
  return {
    code,
    quote: get('quote'),
    field: get('field'),
    before: get('before') ?? '',
    after: get('after') ?? '',
    note: get('note'),
    by: stringsOf(nodeAt(node, 'by'), 'the key "by"', reading) ?? [],
    on: get('on'),
    span: node.span,
  };
}
