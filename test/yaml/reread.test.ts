import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readYaml, type YamlFile, type YamlNode } from '../../server/src/yaml/read.ts';
import { originOf, rereadYaml } from '../../server/src/yaml/reread.ts';
import { anySidecar } from '../support/sidecars.ts';
import { changed, textChange } from '../support/text-changes.ts';

/** A node with all that is in it, as plain data. */
function plain(node: YamlNode | undefined): unknown {
  if (node?.kind === 'seq')
    return { ...node, items: node.items.map(({ start, end, comma, value }) => [start, end, comma, plain(value)]) };
  if (node?.kind !== 'map') return node;
  const pairs = node.pairs.map((pair) => ({ ...pair, value: plain(pair.value) }));
  return { ...node, pairs, entries: [...node.entries].map(([key, pair]) => [key, node.pairs.indexOf(pair)]) };
}

function shown({ root, ...rest }: YamlFile): unknown {
  return { ...rest, root: plain(root) };
}

/** Reads a text after another one; whether it could be done in part, in which case it is what a reading of the whole says. */
function again(before: string, after: string, file = readYaml(before)): YamlFile | undefined {
  const found = rereadYaml({ text: before, file }, after);
  if (found !== undefined) expect(shown(found)).toEqual(shown(readYaml(after)));
  return found;
}

const entry = (id: string, more = '') => `  - id: ${id}\n    quote: x${more}\n`;
const BEFORE = `seedmark: 1\nannotations:\n${['a', 'b', 'c', 'd'].map((id) => entry(id)).join('')}relations:\n  - id: r\n    from: a\n`;

describe('a file in which one entry changed is read in part', () => {
  test.each([
    ['another value', BEFORE.replace('id: b', 'id: longer')],
    ['a new entry in the middle', BEFORE.replace(entry('c'), entry('new') + entry('c'))],
    ['a new entry at the end', BEFORE.replace('relations', `${entry('new')}relations`)],
    ['an entry that goes', BEFORE.replace(entry('b'), '')],
    ['the last entry that goes', BEFORE.replace(entry('d'), '')],
    ['a comment', BEFORE.replace(entry('c'), `  # here\n${entry('c')}`)],
    ['a block text', BEFORE.replace(entry('c'), entry('c', '\n    note: |+\n      one\n\n      two\n\n'))],
    ['an entry in braces', BEFORE.replace(entry('c'), '  - {id: c, quote: [x, "y"]}\n')],
    ['an entry of the last list', BEFORE.replace('from: a', 'from: b')],
    ['a new entry at the end of the file', `${BEFORE}  - id: r2\n`],
    ['the end of the file', BEFORE.slice(0, -1)],
    ['an entry that is empty', BEFORE.replace(entry('c'), '  -\n')],
  ])('%s', (_, after) => {
    for (const [one, other] of [
      [BEFORE, after],
      [after, BEFORE],
    ] as const)
      for (const style of [
        (text: string) => text,
        (text: string) => text.replace(/\n/g, '\r\n'),
        (text: string) => text.replace(/\n/g, '\r'),
        (text: string) => `\ufeff${text}`,
        (text: string) => text.replace(/^ {2}/gm, ''),
        (text: string) => `# head\n---\n${text}`,
      ])
        expect(again(style(one), style(other))).toBeDefined();
  });
});

describe('a file is read whole', () => {
  test.each([
    ['where another key changed', BEFORE, BEFORE.replace('seedmark: 1', 'seedmark: 2')],
    ['where the first dash changed', BEFORE, BEFORE.replace('- id: a', '-  id: a')],
    ['where a new key comes', BEFORE, BEFORE.replace('relations', 'accepted:\n  - code: x\nrelations')],
    ['where a list in braces changed', 'a: [x, y]\nb: 1\n', 'a: [x, z]\nb: 1\n'],
    ['where two lists changed', BEFORE, BEFORE.replace('id: b', 'id: bb').replace('from: a', 'from: bb')],
    ['that has an anchor', BEFORE.replace('id: a', 'id: &n a'), BEFORE.replace('id: a', 'id: &n a').replace('c', 'z')],
    ['that gets an anchor', BEFORE, BEFORE.replace('id: c', 'id: &n c')],
    ['that gets an alias', BEFORE, BEFORE.replace('id: c', 'id: *n')],
    ['that gets a second document', BEFORE, BEFORE.replace(entry('c'), `---\n${entry('c')}`)],
    ['that ends early', BEFORE, BEFORE.replace(entry('c'), `...\n${entry('c')}`)],
    ['that has a directive', `%YAML 1.1\n---\n${BEFORE}`, `%YAML 1.1\n---\n${BEFORE.replace('id: c', 'id: z')}`],
    ['with a quote that is never closed', BEFORE, BEFORE.replace('id: c', 'id: "c')],
    ['with a bracket that is never closed', BEFORE, BEFORE.replace('id: c', 'id: [c')],
    ['with a key twice', BEFORE, BEFORE.replace(entry('c'), entry('c', '\n    id: d'))],
    ['that is broken', BEFORE.replace('id: c', 'id: "c'), BEFORE],
    ['with an entry further out', BEFORE, BEFORE.replace('  - id: c', '- id: c')],
    ['with an entry further in', BEFORE, BEFORE.replace('  - id: c', '   - id: c')],
    ['after nothing like it', 'x: 1\n', BEFORE],
  ])('%s', (_, before, after) => expect(again(before, after)).toBeUndefined());
});

test('an entry far from the change is the same one, moved', () => {
  const [before, after] = [readYaml(BEFORE), rereadYaml({ text: BEFORE, file: readYaml(BEFORE) }, BEFORE)];
  expect(after).toBeDefined();
  const file = rereadYaml({ text: BEFORE, file: before }, BEFORE.replace('id: b', 'id: longer'));
  const items = (one: YamlFile | undefined) => {
    const list = one?.root?.kind === 'map' ? one.root.entries.get('annotations')?.value : undefined;
    return list?.kind === 'seq' ? list.items : [];
  };
  const origins = items(file).map((item) => originOf(item));
  expect(origins.map(({ item }, index) => item === items(before)[index])).toEqual([true, false, true, true]);
  expect(origins.map(({ by }) => by)).toEqual([0, 0, 5, 5]);
});

test('whatever is changed, a reading in part is what a reading of the whole says', () => {
  let [parts, all] = [0, 0];
  fc.assert(
    fc.property(anySidecar, fc.boolean(), fc.array(textChange, { maxLength: 8 }), ({ sidecar }, named, changes) => {
      // With a name anywhere everything is read whole.
      let text = named ? sidecar : sidecar.replace(/&\w+ ?|\[\*NN\]/g, '');
      let file = readYaml(text);
      for (const change of changes) {
        const next = changed(text, change);
        const found = again(text, next, file);
        all++;
        if (found !== undefined) parts++;
        const now = found ?? readYaml(next);
        // What breaks it is taken back, or all that follows would be read whole.
        if (!now.broken && now.problems.length === 0) [text, file] = [next, now];
      }
    }),
    { numRuns: 1500 },
  );
  // Else it would show nothing.
  expect(parts / all).toBeGreaterThan(0.1);
});
