import { shorten } from '../text/shorten.ts';
import type { Span } from '../text/span.ts';
import type { YamlNode } from '../yaml/read.ts';
import { isNothing, listOf, mapOf, nodeAt, type Reading, stringOf, stringsOf } from '../yaml/values.ts';
import type { EntityType, RelationType } from './types.ts';

/** The key `relations` of `seedmark.yaml`: which relations there are, and between annotations of which types. */
export function readRelationTypes(
  node: YamlNode | undefined,
  types: readonly EntityType[],
  reading: Reading,
): RelationType[] {
  const relations = new Map<string, RelationType>();
  for (const item of listOf(node, 'the key "relations"', reading) ?? []) {
    const relation = readOne(item, types, reading);
    if (relation === undefined) continue;
    if (relations.has(relation.id))
      report(
        item.span,
        `The relation "${shorten(relation.id, 40)}" stands above, too; that one counts. Remove one.`,
        reading,
      );
    else relations.set(relation.id, relation);
  }
  return [...relations.values()];
}

function readOne(node: YamlNode, types: readonly EntityType[], reading: Reading): RelationType | undefined {
  if (isNothing(node)) return undefined;
  // "- owns": a relation between annotations of any type.
  const map = node.kind === 'scalar' ? undefined : mapOf(node, 'an entry of "relations"', reading);
  if (node.kind !== 'scalar' && map === undefined) return undefined;
  const get = (key: string) =>
    map && (stringOf(nodeAt(map, key), `the key "${key}" of a relation`, reading) || undefined);
  const id = node.kind === 'scalar' ? node.value : (get('id') ?? '');
  if (!/^[\p{L}][\p{L}\p{N}_-]*$/u.test(id)) {
    const message = `A relation needs an "id" that begins with a letter and has letters, digits and hyphens only${id === '' ? '' : `; "${shorten(id, 40)}" has not`}. Correct it.`;
    report((map && nodeAt(map, 'id')?.span) ?? node.span, message, reading);
    return undefined;
  }
  const ends = (key: string) => map && readTypeIds(nodeAt(map, key), key, types, reading);
  return { id, label: get('label') ?? id.replace(/[-_]+/g, ' '), from: ends('from'), to: ends('to') };
}

/** The types that may stand at one end; undefined where nothing is said. */
function readTypeIds(
  node: YamlNode | undefined,
  key: string,
  types: readonly EntityType[],
  reading: Reading,
): string[] | undefined {
  if (node === undefined || isNothing(node)) return undefined;
  const ids = stringsOf(node, `the key "${key}" of a relation`, reading)?.filter((id) => id !== '');
  if (ids === undefined || ids.length === 0) return undefined;
  const unknown = ids.find((id) => !types.some((type) => type.id === id));
  if (unknown !== undefined) {
    const message = `There is no type "${shorten(unknown, 40)}" that could stand at the end "${key}" of a relation. Use a built-in type, or define it under "types".`;
    report(node.span, message, reading);
  }
  return ids;
}

function report(span: Span, message: string, reading: Reading): void {
  reading.problems.push({ code: reading.code, span, message });
}
