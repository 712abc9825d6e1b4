import type { Problem } from '../text/problem.ts';
import type { Span } from '../text/span.ts';
import { recoverEntries } from '../yaml/entries.ts';
import { readYaml, type YamlMap, type YamlNode } from '../yaml/read.ts';
import { describeNode, isNothing, listOf, mapOf, nodeAt, type Reading, stringOf, stringsOf } from '../yaml/values.ts';
import { linkProblem } from './link-problem.ts';
import { readEntityRelations, readFactList } from './statements.ts';
import type { AliasEntry, Entity, FactsReference } from './types.ts';

/**
 * Reads a facts file: entities under `entities:`, or as a bare list. What is wrong with one entry does not touch the
 * others, and an entry is used as far as it goes. Never throws.
 */
export function readFacts(text: string): {
  entities: Entity[];
  problems: Problem[];
  references: FactsReference[];
} {
  const file = readYaml(text);
  const problems = [...file.problems];
  let nodes: readonly YamlNode[];
  if (file.broken) {
    const recovered = recoverEntries(text, 'entities', ['seedmark'], file.problems);
    problems.splice(0, problems.length, ...recovered.problems);
    nodes = recovered.entries.map(({ node }) => node);
  } else nodes = entriesOf(file.root, { problems, code: 'yaml-shape' });
  const entities: Entity[] = [];
  const references: FactsReference[] = [];
  for (const node of nodes) {
    const entity = readEntity(node, problems);
    if (entity === undefined) continue;
    entities.push(entity);
    references.push(...referencesOf(node));
  }
  for (const { kind, name, value, span } of references) {
    const wrong = kind === 'link' ? linkProblem(name, value) : undefined;
    if (wrong === undefined) continue;
    const { message, replacement } = wrong;
    problems.push({
      code: 'facts-link',
      span,
      message,
      ...(replacement === undefined ? {} : { data: { replacement } }),
    });
  }
  problems.sort((a, b) => a.span.start - b.span.start);
  return { entities, problems, references };
}

/** An id made of a name: letters and digits in lower case, hyphens between them. */
export function slug(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
  return plain
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

function entriesOf(root: YamlNode | undefined, shape: Reading): readonly YamlNode[] {
  if (root === undefined) return [];
  if (root.kind === 'seq') return root.items.map((item) => item.value);
  if (root.kind === 'map') {
    const pair = root.entries.get('entities');
    if (pair) return listOf(pair.value, 'the key "entities"', shape) ?? [];
  }
  const message = `A facts file has its entries under "entities:"; here stands ${describeNode(root)} without it. Put "entities:" on a line of its own and each entry below after "- ".`;
  const first = root.kind === 'map' ? root.pairs[0]?.keySpan : undefined;
  shape.problems.push({ code: 'yaml-shape', span: first ?? root.span, message });
  return [];
}

function readEntity(node: YamlNode, problems: Problem[]): Entity | undefined {
  if (node.kind !== 'map') {
    const message = `This entry is ${describeNode(node)}; an entity has at least "id", "type" and "name". Complete or remove it.`;
    problems.push(entryProblem(node.span, message));
    return undefined;
  }
  const reading: Reading = { problems, code: 'facts-entry' };
  const get = (key: string) => {
    const text = stringOf(nodeAt(node, key), `the key "${key}"`, reading);
    return text === undefined || text.trim() === '' ? undefined : text;
  };
  const id = get('id');
  const name = get('name');
  const aliasEntries = readAliases(node, reading);
  const aliases = aliasEntries.length === 0 ? NONE : aliasEntries.map(({ text }) => text);
  const span = (node.entries.get('id') ?? node.entries.get('name'))?.value.span ?? node.span;
  const usedName = name ?? aliases[0] ?? id;
  const usedId = id ?? (usedName === undefined ? undefined : slug(usedName) || usedName);
  if (usedName === undefined || usedId === undefined) {
    problems.push(entryProblem(node.span, 'This entity has neither "id" nor "name" and is left out. Add both.'));
    return undefined;
  }
  if (id === undefined) {
    const message = `This entity has no "id". Add one, such as "id: ${usedId}", which is used until then.`;
    problems.push({ ...entryProblem(span, message), data: { missing: 'id', id: usedId } });
  }
  if (name === undefined) {
    const written = nodeAt(node, 'name');
    const place = written?.kind === 'scalar' && !isNothing(written) ? written.span : span;
    problems.push(entryProblem(place, `This entity has no "name". Add one; until then it is called "${usedName}".`));
  }
  const type = get('type');
  if (type === undefined && !node.entries.has('type')) {
    problems.push(entryProblem(span, 'This entity has no "type". Add one, such as "type: person".'));
  }
  return {
    id: usedId,
    type: type ?? '',
    name: usedName,
    aliases,
    aliasEntries,
    description: get('description'),
    facts: node.entries.has('facts') ? readFactList(node, reading) : NONE,
    relations: node.entries.has('relations') ? readEntityRelations(node, reading) : NONE,
    links: readLinks(node, reading),
    span,
    entry: node.span,
    idSpan: id === undefined ? undefined : nodeAt(node, 'id')?.span,
    typeSpan: type === undefined ? undefined : nodeAt(node, 'type')?.span,
    nameSpan: name === undefined ? undefined : nodeAt(node, 'name')?.span,
  };
}

/** Of a hundred thousand entities most have no list of one kind or another. */
const NONE: readonly never[] = [];

/** Aliases are texts, or mappings `{ text, lang }`; a single text stands for a list of one. */
function readAliases(node: YamlMap, reading: Reading): readonly AliasEntry[] {
  const value = nodeAt(node, 'aliases');
  if (value === undefined || isNothing(value)) return NONE;
  if (value.kind === 'map') {
    stringsOf(value, 'the key "aliases"', reading);
    return [];
  }
  const aliases: AliasEntry[] = [];
  for (const item of value.kind === 'seq' ? value.items.map((each) => each.value) : [value]) {
    const written = item.kind === 'map' ? nodeAt(item, 'text') : item;
    if (written === undefined) {
      const message = 'This alias has no "text". Write the name after "text:", or remove the alias.';
      reading.problems.push(entryProblem(item.span, message));
      continue;
    }
    const text = stringOf(written, written === item ? 'an alias' : 'the key "text" of an alias', reading);
    const lang =
      item.kind === 'map' ? stringOf(nodeAt(item, 'lang'), 'the key "lang" of an alias', reading) : undefined;
    if (text === undefined) continue;
    if (text.trim() !== '') aliases.push({ text, lang: lang || undefined, span: written.span });
    else {
      const message = 'This alias is empty. Write the name, or remove it.';
      reading.problems.push({ ...entryProblem(written.span, message), data: { remove: 'alias' } });
    }
  }
  return aliases;
}

/** A link may have several values. */
function readLinks(node: YamlMap, reading: Reading): readonly (readonly [string, string])[] {
  if (!node.entries.has('links')) return NONE;
  const links: [string, string][] = [];
  for (const { key, value } of mapOf(nodeAt(node, 'links'), 'the key "links"', reading)?.pairs ?? [])
    for (const text of stringsOf(value, `the link "${key}"`, reading) ?? []) if (text !== '') links.push([key, text]);
  return links;
}

/** Sources and links with their places. What stands at an alias is written elsewhere, and found there. */
function referencesOf(node: YamlNode): FactsReference[] {
  const references: FactsReference[] = [];
  const add = (kind: FactsReference['kind'], name: string, value: YamlNode | undefined) => {
    if (value?.kind === 'seq') for (const item of value.items) add(kind, name, item.value);
    if (value?.kind !== 'scalar' || value.alias || value.value === '' || isNothing(value)) return;
    references.push({ kind, name, value: value.value, span: value.span });
  };
  if (node.kind !== 'map') return references;
  for (const key of ['facts', 'relations']) {
    const list = nodeAt(node, key);
    if (list?.kind !== 'seq') continue;
    for (const { value } of list.items) if (value.kind === 'map') add('source', 'source', nodeAt(value, 'source'));
  }
  const links = nodeAt(node, 'links');
  if (links?.kind === 'map') for (const { key, value } of links.pairs) add('link', key, value);
  return references;
}

function entryProblem(span: Span, message: string): Problem {
  return { code: 'facts-entry', span, message };
}
