import { labelOfType } from '../../project/labels.ts';
import { NAME_ORDERS, type NameOrder, type NameRow, type Names, type NamesParams } from '../../protocol.ts';
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
  const { totals, types: counts } = inOrder(source, params);
  const words = foldedWords(typeof params.query === 'string' ? params.query : '');
  const types = Array.isArray(params.types) ? new Set(params.types) : undefined;
  const isAll = words.length === 0 && types === undefined;
  const sought = isAll ? totals : totals.filter(matcher(source, words, types));
  const offset = numberOf(params.offset, 0);
  const rows = sought.slice(offset, offset + Math.min(MOST, numberOf(params.limit, MOST)));
  return {
    rows: rows.map((total) => nameRow(source, total)),
    total: sought.length,
    types: counts,
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

interface Ordered {
  readonly of: readonly unknown[];
  readonly totals: readonly NameTotal[];
  readonly types: Names['types'];
}

/** The last answer of {@link inOrder}: who types asks many times about the same names, and there may be very many. */
let last: Ordered | undefined;

/** Everything that is named, in an order, and how much of each type there is. */
function inOrder(source: NamesSource, { sort, unnamed }: NamesParams): Ordered {
  const { names, knowledge } = source;
  const order = NAME_ORDERS.find((one) => one === sort) ?? 'mentions';
  const of = [names, names.totals(), knowledge.entities, knowledge.project, order, unnamed === true];
  if (last === undefined || of.some((one, i) => one !== last?.of[i])) {
    const all = known(source, unnamed === true);
    last = { of, totals: sorted(source, all, order), types: typeCounts(source, all) };
  }
  return last;
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

function sorted(source: NamesSource, all: readonly NameTotal[], order: NameOrder): readonly NameTotal[] {
  const latest = order === 'date' ? source.names.latest() : undefined;
  const items = all.map((total) => ({
    total,
    name: folded(nameOf(source, total)),
    date: latest?.get(total.key) ?? '',
  }));
  items.sort((a, b) => {
    const byMentions = b.total.mentions - a.total.mentions || b.total.seeds - a.total.seeds;
    const first = order === 'name' ? 0 : compare(b.date, a.date) || byMentions;
    return first || compare(a.name, b.name) || compare(a.total.key, b.total.key);
  });
  return items.map(({ total }) => total);
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
