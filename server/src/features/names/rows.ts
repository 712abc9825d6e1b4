import { labelOfType } from '../../project/labels.ts';
import { NAME_ORDERS, type NameRow, type Names, type NamesParams } from '../../protocol.ts';
import { folded, foldedWords } from '../../text/folded.ts';
import { shorten } from '../../text/shorten.ts';
import type { EntityKey, NameIndex, NameTotal } from '../../workspace/index/types.ts';
import { keyOfEntity, nameOfKey } from '../../workspace/index/types.ts';
import type { Knowledge } from '../../workspace/snapshot.ts';

/** More rows than anybody reads: who types narrows them down. */
const MOST = 500;
/** Characters of a name and of a description that a row has; files may hold anything. */
const NAME = 200;
const DESCRIPTION = 400;

/** What the rows of names are made of. */
export interface NamesSource {
  readonly names: NameIndex;
  readonly knowledge: Pick<Knowledge, 'entities' | 'project'>;
}

/** What the seeds name, as far as it is sought, in the order that is asked for. */
export function nameRows(source: NamesSource, params: NamesParams): Names {
  const { names } = source;
  const all = known(source, params.unnamed === true);
  const words = foldedWords(typeof params.query === 'string' ? params.query : '');
  const types = Array.isArray(params.types) ? new Set(params.types) : undefined;
  const passes = matcher(source, words, types);
  const sought = words.length === 0 && types === undefined ? [...all] : all.filter(passes);
  sought.sort(comparison(source, params.sort));
  const offset = numberOf(params.offset, 0);
  const rows = sought.slice(offset, offset + Math.min(MOST, numberOf(params.limit, MOST)));
  return {
    rows: rows.map((total) => nameRow(source, total)),
    total: sought.length,
    types: typeCounts(source, all),
    state: { revision: names.revision, ...names.state },
  };
}

/** One row; of something that no seed names with nothing counted. */
export function nameRow(source: NamesSource, total: NameTotal): NameRow {
  const { project } = source.knowledge;
  const { key, seeds, mentions, entity: id } = total;
  const entity = entityOf(source, total);
  const type = typeOf(source, total);
  return {
    key,
    name: shorten(nameOf(source, total), NAME),
    type,
    label: labelOfType(project, type),
    color: project.types.find((one) => one.id === type)?.color ?? 'custom6',
    seeds,
    mentions,
    ...(id === undefined ? {} : { entity: id }),
    ...(entity?.description === undefined ? {} : { description: shorten(entity.description, DESCRIPTION) }),
  };
}

/** How often something is named: never, where no seed names it. */
export function totalOf({ names }: Pick<NamesSource, 'names'>, key: EntityKey): NameTotal {
  return names.total(key) ?? { ...nameOfKey(key), seeds: 0, mentions: 0 };
}

export function nameOf(source: NamesSource, total: Pick<NameTotal, 'entity' | 'text'>): string {
  return entityOf(source, total)?.name ?? total.text;
}

export function typeOf(source: NamesSource, total: Pick<NameTotal, 'entity' | 'type'>): string {
  return total.entity === undefined ? total.type : (entityOf(source, total)?.type ?? '');
}

function entityOf({ knowledge }: NamesSource, { entity }: Pick<NameTotal, 'entity'>) {
  return entity === undefined ? undefined : knowledge.entities.get(entity)?.entity;
}

function known({ names, knowledge }: NamesSource, unnamed: boolean): readonly NameTotal[] {
  const totals = names.totals();
  if (!unnamed) return totals;
  const others = [...knowledge.entities.keys()].map(keyOfEntity).filter((key) => names.total(key) === undefined);
  return [...totals, ...others.map((key) => totalOf({ names }, key))];
}

function matcher(
  source: NamesSource,
  words: readonly string[],
  types: ReadonlySet<unknown> | undefined,
): (total: NameTotal) => boolean {
  return (total) => {
    const type = typeOf(source, total);
    if (types !== undefined && !types.has(type)) return false;
    if (words.length === 0) return true;
    const entity = entityOf(source, total);
    const said = [nameOf(source, total), labelOfType(source.knowledge.project, type)];
    if (entity !== undefined) said.push(entity.id, ...entity.aliases, entity.description ?? '');
    const text = folded(said.join('\n'));
    return words.every((word) => text.includes(word));
  };
}

function comparison(source: NamesSource, sort: unknown): (a: NameTotal, b: NameTotal) => number {
  const sortNames = new Map<NameTotal, string>();
  const sortName = (total: NameTotal) => {
    const name = sortNames.get(total) ?? folded(nameOf(source, total));
    sortNames.set(total, name);
    return name;
  };
  const byName = (a: NameTotal, b: NameTotal) => compare(sortName(a), sortName(b)) || compare(a.key, b.key);
  const byMentions = (a: NameTotal, b: NameTotal) => b.mentions - a.mentions || b.seeds - a.seeds || byName(a, b);
  switch (NAME_ORDERS.find((order) => order === sort)) {
    case 'name':
      return byName;
    case 'date': {
      const latest = source.names.latest();
      const dateOf = ({ key }: NameTotal) => latest.get(key) ?? '';
      return (a, b) => compare(dateOf(b), dateOf(a)) || byMentions(a, b);
    }
    default:
      return byMentions;
  }
}

/** The most frequent first. */
function typeCounts(source: NamesSource, all: readonly NameTotal[]): Names['types'] {
  const counts = new Map<string, number>();
  for (const total of all) {
    const type = typeOf(source, total);
    counts.set(type, (counts.get(type) ?? 0) + 1);
  }
  return [...counts]
    .map(([id, names]) => ({ id, label: labelOfType(source.knowledge.project, id), names }))
    .sort((a, b) => b.names - a.names || compare(a.id, b.id));
}

function numberOf(value: unknown, otherwise: number): number {
  return typeof value === 'number' && value >= 0 ? Math.floor(value) : otherwise;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
