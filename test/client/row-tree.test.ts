import { describe, expect, test } from 'vitest';
import type { Row } from '../../client/src/views/row.ts';
import { type RowNode, RowTree } from '../../client/src/views/rowTree.ts';
import { at } from './annotations.ts';

function row(id: string, more: Partial<Row> = {}): Row {
  return {
    id,
    label: id,
    description: '',
    icon: { name: 'tag' },
    spoken: id,
    kind: 'annotation',
    children: [],
    ...more,
  };
}

/** What is drawn again when some rows come after others. */
function redrawn(before: readonly Row[], now: readonly Row[]): string | readonly string[] {
  const tree = new RowTree();
  tree.replace(before, 'file:///a');
  const redraw = tree.replace(now, 'file:///a');
  return redraw === 'all' ? redraw : redraw.map(({ path }) => path);
}

const group = (id: string, ...children: readonly Row[]) => row(id, { children });

describe('only what changed is drawn again', () => {
  test.each<[name: string, before: readonly Row[], now: readonly Row[], redrawn: string | readonly string[]]>([
    ['the first rows', [], [row('a')], 'all'],
    ['the same rows', [group('a', row('b'))], [group('a', row('b'))], []],
    [
      'a row that says something else',
      [group('a', row('b'), row('c'))],
      [group('a', row('b', { label: 'x' }), row('c'))],
      ['a/b'],
    ],
    ['a row that came', [group('a', row('b')), row('z')], [group('a', row('b'), row('c')), row('z')], ['a']],
    ['a row that went', [group('a', row('b'), row('c'))], [group('a', row('b'))], ['a']],
    ['another order', [group('a', row('b'), row('c'))], [group('a', row('c'), row('b'))], ['a']],
    ['a group that came', [group('a', row('b'))], [group('z', row('y')), group('a', row('b'))], 'all'],
    [
      'a group that says something else is drawn with what is in it',
      [group('a', row('b'))],
      [row('a', { label: 'x', children: [row('b', { label: 'y' })] })],
      ['a'],
    ],
    [
      'a place that moved within its line is nothing to see',
      [row('a', { place: { ranges: [at(0, 0, 1)] } })],
      [row('a', { place: { ranges: [at(0, 4, 5)] } })],
      [],
    ],
  ])('%s', (_, before, now, expected) => {
    expect(redrawn(before, now)).toEqual(expected);
  });

  test('where many changed, their parent', () => {
    const many = (label: string) => Array.from({ length: 30 }, (_, index) => row(`r${index}`, { label }));
    expect(redrawn([group('a', ...many('x'))], [group('a', ...many('y'))])).toEqual(['a']);
  });
});

test('a row stays the same object, and tells commands what it is about now', () => {
  const tree = new RowTree();
  tree.replace([group('a', row('b', { about: { ids: ['b'] } }))], 'file:///a');
  const node = tree.find(({ path }) => path === 'a/b');
  tree.replace([group('a', row('b', { about: { ids: ['b'], range: at(1, 0, 3) } }), row('c'))], 'file:///b');
  expect(tree.find(({ path }) => path === 'a/b')).toBe(node);
  // Commands take the object apart as they take one from a key or a link.
  const { uri, ids, range } = { ...(node as RowNode) };
  expect({ uri, ids, range }).toEqual({ uri: 'file:///b', ids: ['b'], range: at(1, 0, 3) });
  expect(node?.parent?.path).toBe('a');
});

describe('rows below lazy ones', () => {
  const lazy = (id: string, more: Partial<Row> = {}) => row(id, { lazy: true, open: 'collapsed', ...more });

  function filled(...below: readonly Row[]): { tree: RowTree; node: RowNode } {
    const tree = new RowTree();
    tree.replace([lazy('a'), lazy('z')], 'file:///a');
    const node = tree.find(({ path }) => path === 'a') as RowNode;
    tree.fill(node, below);
    return { tree, node };
  }

  test('stay when the rows above are replaced', () => {
    const { tree, node } = filled(row('b'), lazy('c'));
    const [b] = node.children;
    expect(tree.replace([lazy('a'), lazy('z')], '')).toEqual([]);
    expect(node.children[0]).toBe(b);
    expect(tree.replace([lazy('z'), lazy('a', { label: 'x' })], '')).toBe('all');
    expect(tree.filled()).toEqual([node]);
    expect(node.children[0]).toBe(b);
  });

  test.each<[name: string, now: readonly Row[], redrawn: readonly string[]]>([
    ['the same ones', [row('b'), row('c')], []],
    ['one that says something else', [row('b', { label: 'x' }), row('c')], ['a/b']],
    ['one that came', [row('b'), row('c'), row('d')], ['a']],
  ])('are drawn again only where they changed: %s', (_, now, expected) => {
    const { tree, node } = filled(row('b'), row('c'));
    expect(tree.fill(node, now).map(({ path }) => path)).toEqual(expected);
  });

  test('are known, outer ones first, until they are forgotten or gone', () => {
    const { tree, node } = filled(lazy('b'), row('c'));
    const inner = node.children[0] as RowNode;
    tree.fill(inner, []);
    expect(tree.filled().map(({ path }) => path)).toEqual(['a', 'a/b']);
    tree.fill(node, [row('c')]);
    expect([tree.has(node), tree.has(inner)]).toEqual([true, false]);
    node.forget();
    expect(tree.filled()).toEqual([]);
  });

  test('may tell of another file than the view', () => {
    const { node } = filled(row('b', { about: { uri: 'file:///b', key: '#k' } }), row('c'));
    expect(node.children.map(({ uri, key }) => [uri, key])).toEqual([
      ['file:///b', '#k'],
      ['file:///a', undefined],
    ]);
  });
});
