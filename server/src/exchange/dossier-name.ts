import { folded, foldedWords } from '../text/folded.ts';
import { type EntityKey, keyOfEntity, type NameIndex, type NameTotal } from '../workspace/index/types.ts';
import type { Knowledge } from '../workspace/snapshot.ts';

/** Names that are offered where none is the one that was asked for. */
const MOST_SIMILAR = 5;

/**
 * What somebody means by an id of the facts files or by a name: an entry with this id, or one with this name or alias, else
 * what seeds call so; of several the one that is named most often.
 */
export function findName(
  wanted: string,
  { entities }: Pick<Knowledge, 'entities'>,
  names: NameIndex,
): { readonly key: EntityKey } | { readonly similar: readonly string[] } {
  if (entities.has(wanted)) return { key: keyOfEntity(wanted) };
  const name = folded(wanted.trim());
  const meant = [...entities.values()].filter(({ entity }) =>
    [entity.name, ...entity.aliases].some((one) => folded(one) === name),
  );
  const keys = meant.map(({ entity }) => keyOfEntity(entity.id));
  if (keys.length === 0) keys.push(...names.totals().flatMap(({ key, text }) => (folded(text) === name ? [key] : [])));
  const [best] = keys.sort((a, b) => (names.total(b)?.mentions ?? 0) - (names.total(a)?.mentions ?? 0));
  return best === undefined ? { similar: similarTo(wanted, entities, names) } : { key: best };
}

function similarTo(wanted: string, entities: Knowledge['entities'], names: NameIndex): string[] {
  const words = foldedWords(wanted);
  const nameOf = ({ entity, text }: NameTotal) => entities.get(entity ?? '')?.entity.name ?? text;
  const found = names
    .totals()
    .map((total) => ({ name: nameOf(total), mentions: total.mentions }))
    .filter(({ name }) => words.some((word) => folded(name).includes(word)))
    .sort((a, b) => b.mentions - a.mentions);
  return [...new Set(found.map(({ name }) => name))].slice(0, MOST_SIMILAR);
}
