import { readFacts, slug } from '../facts/read.ts';
import type { Entity } from '../facts/types.ts';
import { applyEdits, type TextEdit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';
import { readYaml, type YamlItem, type YamlMap, type YamlPair } from '../yaml/read.ts';

/** An entry of a facts file as it is written. */
export interface FactsEntry {
  readonly entity: Entity;
  readonly map: YamlMap;
  /** Its number in the list. */
  readonly index: number;
}

/** The entries of a facts file, and the list that holds them. */
export interface FactsTree {
  readonly entries: readonly FactsEntry[];
  /** The list as the value of a key; of a file that is a list itself a key that is not there. */
  readonly list: YamlPair | undefined;
}

export interface Refused {
  readonly problem: string;
  readonly span?: Span | undefined;
}

/** Reads a facts file as far as it can be written to: one that is damaged is not. */
export function factsTree(text: string): FactsTree | Refused {
  const { root, broken, problems } = readYaml(text);
  if (broken)
    return {
      problem: 'The facts file cannot be read as YAML, so nothing was written into it. Correct it first.',
      span: problems[0]?.span,
    };
  const pair = root?.kind === 'map' ? root.entries.get('entities') : undefined;
  const seq = root?.kind === 'seq' ? root : pair?.value.kind === 'seq' ? pair.value : undefined;
  if (seq === undefined || seq.alias) return { entries: [], list: undefined };
  const { entities } = readFacts(text);
  const entries = seq.items.flatMap(({ value }: YamlItem, index): FactsEntry[] => {
    if (value.kind !== 'map' || value.alias) return [];
    const entity = entities.find(({ entry }) => entry.start === value.span.start && entry.end === value.span.end);
    return entity === undefined ? [] : [{ entity, map: value, index }];
  });
  const head = root?.kind === 'seq' ? undefined : pair;
  return { entries, list: head ?? { key: '', keySpan: seq.span, head: seq.span.start, end: seq.span.end, value: seq } };
}

/** The entry of an id. */
export function entryOf({ entries }: FactsTree, id: string): FactsEntry | Refused {
  const found = entries.find(({ entity }) => entity.id === id);
  return (
    found ?? { problem: `The entry “${id}” cannot be found in its facts file as it is written. Look at it there.` }
  );
}

/**
 * Whether edits of a facts file change what they should and nothing else: each entry is what `wanted` says, in order, and no
 * problem is new.
 *
 * @param wanted the entries as they should be read, by {@link sayingOf}.
 */
export function checked(text: string, edits: readonly TextEdit[], wanted: readonly string[]): Refused | undefined {
  const [before, after] = [readFacts(text), readFacts(applyEdits(text, edits))];
  const found = after.entities.map(sayingOf);
  const isRight =
    after.problems.length <= before.problems.length &&
    found.length === wanted.length &&
    found.every((saying, i) => saying === wanted[i]);
  return isRight
    ? undefined
    : { problem: 'This cannot be written into the facts file as it stands. Change the entry by hand.' };
}

/** What an entry says, without where it says it. */
export function sayingOf({ id, type, name, aliasEntries, description, facts, relations, links }: SaidEntity): string {
  const grounds = ({ on, from, to, source }: Entity['facts'][number] | Entity['relations'][number]) => [
    on,
    from,
    to,
    source,
  ];
  return JSON.stringify([
    id,
    type,
    name,
    aliasEntries.map(({ text, lang }) => [text, lang]),
    description,
    facts.map((fact) => [fact.what, fact.value, ...grounds(fact)]),
    relations.map((relation) => [relation.type, relation.entity, ...grounds(relation)]),
    [...links].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)),
  ]);
}

export type SaidEntity = Pick<
  Entity,
  'id' | 'type' | 'name' | 'aliasEntries' | 'description' | 'facts' | 'relations' | 'links'
>;

const NOWHERE: Span = { start: 0, end: 0 };

/** An entity that says something else, for {@link sayingOf}. */
export function withAliases(entity: SaidEntity, texts: readonly string[]): SaidEntity {
  const added = texts.map((text) => ({ text, span: NOWHERE }));
  return { ...entity, aliasEntries: [...entity.aliasEntries, ...added] };
}

/** An id that can stand in YAML and in links without anybody quoting it. */
export function isGoodId(id: string): boolean {
  return (
    id !== '' && id.length <= 100 && slug(id) === id.toLowerCase().replace(/[_.]/g, '-') && /^[\p{L}\p{N}]/u.test(id)
  );
}
