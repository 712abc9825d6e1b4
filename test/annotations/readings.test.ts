import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  readEditedSidecar,
  readSidecarTree,
  type SidecarTree,
  sidecarTree,
} from '../../server/src/annotations/sidecar.ts';
import { applyEdits, type TextEdit } from '../../server/src/text/edit.ts';
import { readYaml, type YamlItem } from '../../server/src/yaml/read.ts';
import { canonical, isSameItem, saysSame } from '../../server/src/yaml/values.ts';
import { anySidecar } from '../support/sidecars.ts';
import { changed, textChange } from '../support/text-changes.ts';

function shown({ sidecar, problems, itemOf, root, list }: SidecarTree) {
  const items = list?.items.map(({ start, end, value }) => [start, end, value]);
  return { sidecar, problems, root: canonical(root), span: root?.span, items, numbers: [...itemOf.values()] };
}

const entries = Array.from(
  { length: 6 },
  (_, index) =>
    `  - id: a${index}\n    type: person\n    quote: Li\n    at: ${index}\n    attributes: {role: [x], of: b}\n    by: [Ann]\n`,
);
const LONG = `seedmark: 1\ntext: t0\nannotations:\n${entries.join('')}relations:\n  - id: r1\n    type: owns\n    from: a0\n    to: a1\n  - id: r2\naccepted:\n  - code: x\n    quote: y\n`;

test('whatever was read before, a file says the same', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        anySidecar.map(({ sidecar }) => sidecar),
        fc.constant(LONG),
      ),
      fc.array(fc.tuple(textChange, fc.boolean()), { minLength: 1, maxLength: 6 }),
      (sidecar, changes) => {
        let text = sidecar;
        readSidecarTree(text);
        for (const [change, stays] of changes) {
          const next = changed(text, change);
          expect(shown(readSidecarTree(next))).toEqual(shown(sidecarTree(next, readYaml(next))));
          if (stays) text = next;
        }
      },
    ),
    { numRuns: 1500 },
  );
});

test('an entry without an id is called by its number, and so is what is wrong with it', () => {
  const nameless = LONG.replace('id: a3\n    ', '').replace('at: 4', 'at: four');
  readSidecarTree(nameless);
  const shorter = nameless.replace(entries[1] ?? '', '');
  const { sidecar, problems } = readSidecarTree(shorter);
  expect(sidecar.annotations.map(({ id }) => id)).toEqual(['a0', 'a2', '#3', 'a4', 'a5']);
  expect(problems.map(({ span }) => shorter.slice(span.start, span.end))).toContain('four');
});

test('the same text is not read again, nor are entries in which nothing changed', () => {
  const tree = readSidecarTree(LONG);
  expect(readSidecarTree(`${LONG}`)).toBe(tree);
  const after = readSidecarTree(LONG.replace('id: a2', 'id: longer'));
  expect(after.sidecar.annotations.map((annotation, index) => annotation === tree.sidecar.annotations[index])).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
  ]);
  // Those behind are others only in where they stand.
  expect(after.sidecar.annotations[4]?.quote).toBe(tree.sidecar.annotations[4]?.quote);
  expect(after.sidecar.annotations[4]?.attributes).toBe(tree.sidecar.annotations[4]?.attributes);
});

test('of a thousand entries a decision reads those beside it, in several lists too', () => {
  const head = 'seedmark: 1\ntext: t0\nannotations:\n';
  const many = Array.from(
    { length: 1000 },
    (_, index) => `  - id: a${index}\n    type: person\n    quote: Li ${index}\n`,
  );
  const related = Array.from(
    { length: 200 },
    (_, index) => `  - id: r${index}\n    type: owns\n    from: a${index}\n    to: a1\n`,
  );
  const text = `${head}${many.join('')}relations:\n${related.join('')}`;
  const before = new Set(readSidecarTree(text).sidecar.annotations.map(({ quote }) => quote));
  const read = ({ sidecar }: SidecarTree) =>
    sidecar.annotations.filter(({ quote }) => !before.has(quote)).map(({ id }) => id);
  const out = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length, newText: '' });
  const [one, other] = [out(many[500] ?? ''), out(related[20] ?? '')];
  const edited = (...edits: readonly TextEdit[]) => {
    readSidecarTree(text);
    return readEditedSidecar(text, edits);
  };
  expect(read(edited(one))).toEqual(['a501']);
  expect(read(edited({ ...one, end: one.start, newText: many[1] ?? '' }))).toEqual(['a1', 'a500']);
  const both = edited(one, other);
  expect(read(both)).toEqual(['a501']);
  expect(both.sidecar.relations).toHaveLength(199);
  const after = applyEdits(text, [one, other]);
  expect(shown(both)).toEqual(shown(sidecarTree(after, readYaml(after))));
});

test('two nodes say the same where their canonical texts are equal', () => {
  fc.assert(
    fc.property(
      anySidecar,
      fc.array(textChange, { maxLength: 3 }),
      fc.constantFrom('', 'text', 'id', 'annotations'),
      ({ sidecar }, changes, key) => {
        const [one, skip] = [readSidecarTree(sidecar), new Set([key])];
        const other = readSidecarTree(changes.reduce(changed, sidecar));
        expect(saysSame(one.root, other.root, skip)).toBe(canonical(one.root, skip) === canonical(other.root, skip));
        const items = (tree: SidecarTree): readonly YamlItem[] => tree.list?.items ?? [];
        for (const item of items(one))
          for (const beside of items(other))
            expect(isSameItem(item, beside)).toBe(canonical(item.value) === canonical(beside.value));
      },
    ),
    { numRuns: 500 },
  );
});
