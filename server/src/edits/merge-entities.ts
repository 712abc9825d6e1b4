import type { Entity } from '../facts/types.ts';
import type { TextEdit } from '../text/edit.ts';
import { appendToList } from '../yaml/append.ts';
import type { EntryPair } from '../yaml/entry.ts';
import { quoteYaml } from '../yaml/quote.ts';
import type { YamlMap } from '../yaml/read.ts';
import { joined } from '../yaml/splice.ts';
import { addPairBehind } from './annotations-write.ts';
import {
  checked,
  type FactsEntry,
  factsTree,
  type Refused,
  type SaidEntity,
  sayingOf,
  withAliases,
} from './facts-entries.ts';
import { addTexts } from './list-texts.ts';
import { keepEnd, REMOVALS, removals } from './removals.ts';

/** Edits of one facts file. */
export interface FactsEdit {
  readonly uri: string;
  readonly edits: readonly TextEdit[];
}

/**
 * Makes several entries one: what the others say is added to the one that is kept, as far as it does not say it, and their
 * entries are removed; relations that lead to them lead to it. A description that is another one is kept as a fact.
 *
 * @param files texts of all facts files by URI.
 */
export function mergeEdit(
  files: ReadonlyMap<string, string>,
  kept: string,
  others: ReadonlySet<string>,
): { readonly files: FactsEdit[] } | (Refused & { readonly uri?: string }) {
  const trees = new Map<string, readonly FactsEntry[]>();
  const lists = new Map<string, ReturnType<typeof listOf>>();
  const gone: Entity[] = [];
  let target: { readonly uri: string; readonly entry: FactsEntry } | undefined;
  for (const [uri, text] of files) {
    const tree = factsTree(text);
    if ('problem' in tree) return { ...tree, uri };
    trees.set(uri, tree.entries);
    lists.set(uri, listOf(tree));
    for (const entry of tree.entries) {
      const { id } = entry.entity;
      if (id === kept && target === undefined) target = { uri, entry };
      if (others.has(id)) gone.push(entry.entity);
    }
  }
  if (target === undefined) return { problem: `No facts file has an entry “${kept}”.` };
  if (gone.length === 0) return { problem: 'There is no other entry that could be merged.' };
  const isOld = (id: string) => others.has(id);
  const wanted = merged(target.entry.entity, gone, kept, isOld);
  const result: FactsEdit[] = [];
  for (const [uri, text] of files) {
    const entries = trees.get(uri) ?? [];
    const stay = entries.filter(({ entity }) => !isOld(entity.id));
    const sayings = stay.map((entry) =>
      sayingOf(entry === target?.entry ? wanted.entity : redirected(entry.entity, kept, isOld)),
    );
    const leads = stay.flatMap(({ entity }) =>
      entity.relations
        .filter((relation) => isOld(relation.entity))
        .map((relation) => ({ ...relation.spans.entity, newText: quoteYaml(kept, true) })),
    );
    const added = uri === target.uri ? additions(text, target.entry, wanted) : [];
    if (added === undefined)
      return {
        uri,
        problem: `The entry “${kept}” is written in a way that cannot be added to.`,
        span: target.entry.entity.entry,
      };
    const indices = new Set(entries.filter(({ entity }) => isOld(entity.id)).map(({ index }) => index));
    if (leads.length + added.length + indices.size === 0) continue;
    let refused: Refused | undefined;
    let edits: TextEdit[] | undefined;
    for (const [blanks, trimmed] of REMOVALS) {
      const removed = indices.size === 0 ? [] : removals(text, lists.get(uri), indices, blanks);
      const plain = joined([...leads, ...added, ...removed]);
      const tried = trimmed ? keepEnd(text, plain) : plain;
      const wrong = checked(text, tried, sayings);
      if (wrong === undefined) {
        edits = tried;
        break;
      }
      refused ??= wrong;
    }
    if (edits === undefined) return { uri, problem: refused?.problem ?? 'The facts file cannot be written to.' };
    result.push({ uri, edits });
  }
  return { files: result };
}

function listOf(tree: Exclude<ReturnType<typeof factsTree>, Refused>) {
  return tree.list;
}

/** What is added to the entry that is kept, and what it says then. */
interface Merged {
  readonly entity: SaidEntity;
  readonly aliases: readonly string[];
  readonly description: string | undefined;
  readonly facts: readonly Entity['facts'][number][];
  readonly relations: readonly Entity['relations'][number][];
  readonly links: readonly (readonly [string, string])[];
}

function merged(entity: Entity, gone: readonly Entity[], kept: string, isOld: (id: string) => boolean): Merged {
  const own = redirected(entity, kept, isOld);
  const aliases = new Set<string>();
  const facts: Entity['facts'][number][] = [];
  const relations: Entity['relations'][number][] = [];
  const links: (readonly [string, string])[] = [];
  const known = new Set([
    ...entity.facts.map((fact) => keyOf(['fact', fact.what, fact.value, fact.on, fact.from, fact.to, fact.source])),
    ...own.relations.map((one) => keyOf(['relation', one.type, one.entity, one.on, one.from, one.to, one.source])),
    ...entity.links.map(([name, value]) => keyOf(['link', name, value])),
  ]);
  const isNew = (key: string) => !known.has(key) && known.add(key) !== undefined;
  let description: string | undefined;
  for (const other of gone) {
    for (const name of [other.name, ...other.aliases])
      if (name !== entity.name && !entity.aliases.includes(name)) aliases.add(name);
    const said = entity.description ?? description;
    if (other.description !== undefined && said === undefined) description = other.description;
    else if (other.description !== undefined && other.description !== said) {
      const { start } = other.entry;
      const nowhere = { start, end: start };
      const fact = {
        what: 'description',
        value: other.description,
        span: nowhere,
        spans: { what: nowhere, value: nowhere },
      };
      if (isNew(keyOf(['fact', fact.what, fact.value]))) facts.push(fact);
    }
    for (const fact of other.facts)
      if (isNew(keyOf(['fact', fact.what, fact.value, fact.on, fact.from, fact.to, fact.source]))) facts.push(fact);
    for (const relation of redirected(other, kept, isOld).relations)
      if (
        relation.entity !== kept &&
        isNew(
          keyOf(['relation', relation.type, relation.entity, relation.on, relation.from, relation.to, relation.source]),
        )
      )
        relations.push(relation);
    for (const link of other.links) if (isNew(keyOf(['link', ...link]))) links.push(link);
  }
  const whole: SaidEntity = {
    ...withAliases(own, [...aliases]),
    description: entity.description ?? description,
    facts: [...entity.facts, ...facts],
    relations: [...own.relations, ...relations],
    links: [...entity.links, ...links],
  };
  return { entity: whole, aliases: [...aliases], description, facts, relations, links };
}

function redirected(entity: Entity, kept: string, isOld: (id: string) => boolean): Entity {
  const relations = entity.relations.map((relation) =>
    isOld(relation.entity) ? { ...relation, entity: kept } : relation,
  );
  return { ...entity, relations };
}

function keyOf(parts: readonly (string | undefined)[]): string {
  return JSON.stringify(parts.map((part) => part ?? ''));
}

function additions(text: string, { map }: FactsEntry, wanted: Merged): TextEdit[] | undefined {
  const { aliases, description, facts, relations, links } = wanted;
  const last = map.pairs.at(-1);
  if (last === undefined) return undefined;
  const parts: { readonly key: string; readonly edits: readonly (TextEdit | undefined)[] }[] = [];
  if (description !== undefined)
    parts.push({ key: 'description', edits: [addPairBehind(text, map, last, 'description', description)] });
  if (aliases.length > 0) parts.push({ key: 'aliases', edits: [addTexts(text, map, 'aliases', aliases)] });
  if (links.length > 0) parts.push({ key: 'links', edits: linkEdits(text, map, links) });
  for (const [key, entries] of [
    ['facts', facts.map(factPairs)],
    ['relations', relations.map(relationPairs)],
  ] as const)
    if (entries.length > 0) parts.push({ key, edits: appendToList(text, map, key, entries) ?? [undefined] });
  // What goes on with the last key comes before new keys behind it.
  const isThere = ({ key }: { readonly key: string }) => map.entries.has(key);
  const edits = [...parts.filter(isThere), ...parts.filter((part) => !isThere(part))].flatMap((part) => part.edits);
  return edits.every((edit) => edit !== undefined) ? edits : undefined;
}

/** Links are a mapping whose values are texts or lists of texts. */
function linkEdits(text: string, map: YamlMap, links: Merged['links']): (TextEdit | undefined)[] {
  const byName = new Map<string, string[]>();
  for (const [name, value] of links) byName.set(name, [...(byName.get(name) ?? []), value]);
  const pair = map.entries.get('links');
  const last = map.pairs.at(-1);
  if (pair === undefined) {
    // A mapping in braces holds one text for each name; what is more is said by a text that is none.
    const isSimple = [...byName.values()].every((values) => values.length === 1);
    if (!isSimple || last === undefined) return [undefined];
    return [addPairBehind(text, map, last, 'links', new Map(links))];
  }
  const own = pair.value;
  if (own.kind !== 'map' || own.alias || own.pairs.length === 0) return [undefined];
  return [...byName].map(([name, values]) => {
    const [first] = values;
    const front = own.pairs.at(-1);
    if (own.entries.has(name) || values.length > 1) return addTexts(text, own, name, values);
    return first === undefined || front === undefined ? undefined : addPairBehind(text, own, front, name, first);
  });
}

function factPairs({ what, value, ...grounds }: Entity['facts'][number]): EntryPair[] {
  return [{ key: 'what', value: what }, { key: 'value', value }, ...groundPairs(grounds)];
}

function relationPairs({ type, entity, ...grounds }: Entity['relations'][number]): EntryPair[] {
  return [{ key: 'type', value: type }, { key: 'entity', value: entity }, ...groundPairs(grounds)];
}

function groundPairs(grounds: Partial<Record<'on' | 'from' | 'to' | 'source', string | undefined>>): EntryPair[] {
  return (['on', 'from', 'to', 'source'] as const).flatMap((key) => {
    const value = grounds[key];
    return value === undefined ? [] : [{ key, value }];
  });
}
