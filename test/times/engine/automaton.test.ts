import { describe, expect, test } from 'vitest';
import { automaton, type State } from '../../../server/src/times/engine/automaton.ts';
import { readPattern } from '../../../server/src/times/engine/patterns.ts';
import type { Rule } from '../../../server/src/times/language.ts';

/** One rule for each pattern; the class of a word is its place in `names`. */
function build(patterns: readonly string[]) {
  const names: string[] = [];
  const numberOf = (name: string) => {
    if (!names.includes(name)) names.push(name);
    return names.indexOf(name);
  };
  const { starts } = automaton(
    patterns.map((pattern, order) => ({
      pattern: readPattern(pattern, {}),
      accept: { rule: { kind: 'instant', patterns: pattern } satisfies Rule, order },
    })),
    numberOf,
  );
  return { starts, numberOf };
}

function statesOf(starts: State['ways']): Set<State> {
  const states = new Set<State>();
  const queue = [...starts.values()].flat().map(({ to }) => to);
  for (let state = queue.pop(); state !== undefined; state = queue.pop()) {
    if (states.has(state)) continue;
    states.add(state);
    queue.push(...[...state.ways.values()].flat().map(({ to }) => to));
  }
  return states;
}

/** The rules, by their order, that accept a row of words. */
function accepted({ starts, numberOf }: ReturnType<typeof build>, words: string): number[] {
  const [first = '', ...rest] = words.split(' ').map((word) => numberOf(`=${word}`));
  let states = (starts.get(Number(first)) ?? []).map(({ to }) => to);
  for (const word of rest) states = states.flatMap(({ ways }) => (ways.get(word) ?? []).map(({ to }) => to));
  return [...new Set(states.flatMap(({ accepts }) => accepts.map(({ order }) => order)))].sort();
}

describe('a row of words is accepted by the rules whose patterns read it', () => {
  const built = build(['[a] b [c]', 'a (b|d) c', 'x', '[y]']);
  test.each([
    ['b', [0]],
    ['a b', [0]],
    ['b c', [0]],
    ['a b c', [0, 1]],
    ['a d c', [1]],
    ['x', [2]],
    ['y', [3]],
    ['a', []],
    ['a c', []],
    ['c b', []],
    ['x x', []],
  ])('%s', (words, rules) => expect(accepted(built, words)).toEqual(rules));
});

test('a pattern of nothing accepts nothing', () => {
  expect([...build(['', '[a]']).starts.values()].flat()).toHaveLength(1);
});

test('its size grows with the patterns as written, not with the ways of reading them', () => {
  const optional = (count: number) => Array.from({ length: count }, (_, i) => `[w${i}]`).join(' ');
  const size = (pattern: string) => statesOf(build([pattern]).starts).size;
  // Read in 4,096 ways and in 16 million.
  expect(size(optional(12))).toBe(12);
  expect(size(optional(24))).toBe(24);
  expect(size('[a|b|c|d] [e|f|g|h] [i|j|k|l] [m|n|o|p] z')).toBe(17);
  expect(size('[a [b [c [d [e [f]]]]]] z')).toBe(7);
});

test('patterns that are read alike keep each its rule', () => {
  const { starts } = build(['a b', 'a b']);
  const orders = [...statesOf(starts)].flatMap(({ accepts }) => accepts.map(({ order }) => order));
  expect(orders.sort()).toEqual([0, 1]);
});
