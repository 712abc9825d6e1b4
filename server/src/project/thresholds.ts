import { shorten } from '../text/shorten.ts';
import type { YamlNode } from '../yaml/read.ts';
import { isNothing, mapOf, type Reading, stringOf } from '../yaml/values.ts';
import type { EntityType } from './types.ts';

/** Stands for all types that have no threshold of their own. */
const DEFAULT = 'default';
const NEVER = 2;

/** `thresholds:` as one number for all types, or as a map from type ids or `default` to numbers. */
export function readThresholds(
  node: YamlNode | undefined,
  types: readonly EntityType[],
  reading: Reading,
): ReadonlyMap<string, number> {
  const thresholds = new Map<string, number>();
  if (node === undefined || isNothing(node)) return thresholds;
  const take = (name: string, value: YamlNode, what: string) => {
    const threshold = thresholdOf(value, what, reading);
    if (threshold !== undefined) thresholds.set(name, threshold);
  };
  if (node.kind !== 'map') {
    take(DEFAULT, node, 'the key "thresholds"');
    return thresholds;
  }
  for (const { key, keySpan, value } of mapOf(node, 'the key "thresholds"', reading)?.pairs ?? []) {
    if (key === DEFAULT || types.some(({ id }) => id === key))
      take(key, value, `the threshold of "${shorten(key, 40)}"`);
    else
      reading.problems.push({
        code: 'yaml-shape',
        span: keySpan,
        message: `There is no type "${shorten(key, 40)}" to have a threshold. Write the id of a type, or "default" for all others.`,
      });
  }
  return thresholds;
}

function thresholdOf(node: YamlNode, what: string, reading: Reading): number | undefined {
  const written = stringOf(node, what, reading)?.trim();
  if (written === undefined) return undefined;
  if (written.toLowerCase() === 'never') return NEVER;
  const number = /^(?:\d+(?:\.\d*)?|\.\d+)$/.test(written) ? Number(written) : Number.NaN;
  if (number >= 0 && number <= 1) return number;
  reading.problems.push({
    code: 'yaml-shape',
    span: node.span,
    message: `"${shorten(written, 40)}" is no threshold. Write a number from 0 (show all) to 1 (only what is certain), or "never".`,
  });
  return undefined;
}
