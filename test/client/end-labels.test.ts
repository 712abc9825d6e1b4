import { expect, test } from 'vitest';
import { endLabels } from '../../client/src/decorations/endLabels.ts';
import { annotationAt } from '../../client/src/views/atCursor.ts';
import { annotation, at, relation } from './annotations.ts';

const annotations = [
  annotation('outer', [at(0, 0, 20)]),
  annotation('inner', [at(0, 5, 9)]),
  annotation('b', [at(1, 0, 4)]),
  annotation('parts', [at(2, 0, 4), at(2, 8, 12)]),
  annotation('lost', []),
];

/** `line:character text` of what is written when the cursor is at a character of line 0. */
function written(character: number, ...relations: readonly ReturnType<typeof relation>[]): readonly string[] {
  const labels = endLabels({ annotations, relations }, { line: 0, character });
  return labels.map(({ at: { line, character: column }, text }) => `${line}:${column}${text}`);
}

test('the way of a relation is seen at its other end, behind its last part', () => {
  expect(written(2, relation('1', 'outer', 'b'))).toEqual(['1:4 ← owns']);
  expect(written(2, relation('1', 'b', 'outer'))).toEqual(['1:4 owns →']);
  expect(written(2, relation('1', 'outer', 'parts'))).toEqual(['2:12 ← owns']);
});

test('two relations with one end are written once, one behind the other', () => {
  expect(written(2, relation('1', 'outer', 'b'), relation('2', 'b', 'outer', { label: 'sues' }))).toEqual([
    '1:4 ← owns, sues →',
  ]);
});

test('nothing where the cursor is in nothing that is related, or the other end has no place', () => {
  expect(written(30, relation('1', 'outer', 'b'))).toEqual([]);
  expect(
    written(2, relation('1', 'outer', 'lost'), relation('2', 'outer', 'gone'), relation('3', 'outer', 'outer')),
  ).toEqual([]);
});

test('of nested annotations the innermost that is related', () => {
  expect(written(7, relation('1', 'outer', 'b'))).toEqual(['1:4 ← owns']);
  expect(written(7, relation('1', 'outer', 'b'), relation('2', 'inner', 'parts'))).toEqual(['2:12 ← owns']);
});

test('a label is one line, and short', () => {
  const [label] = written(2, relation('1', 'outer', 'b', { label: `a\nb ${'long '.repeat(30)}` }));
  expect(label).toMatch(/^1:4 ← a b long .*…$/);
  expect(label?.length).toBeLessThan(40);
});

test.each([
  [7, 7, undefined, 'inner'],
  [2, 2, undefined, 'outer'],
  [0, 20, undefined, 'outer'],
  [5, 9, undefined, 'inner'],
  [9, 9, undefined, 'inner'],
  [15, 15, undefined, 'outer'],
  [30, 30, undefined, undefined],
])('the annotation that a selection from %i to %i means', (start, end, preferred, expected) => {
  const selection = { ...at(0, start, end), active: { line: 0, character: end } };
  expect(annotationAt(annotations, selection, preferred)?.id).toBe(expected);
});

test('of two in the same place the one that is shown already', () => {
  const twins = [annotation('x', [at(0, 0, 4)]), annotation('y', [at(0, 0, 4)])];
  const selection = { ...at(0, 2, 2), active: { line: 0, character: 2 } };
  expect(annotationAt(twins, selection)?.id).toBe('x');
  expect(annotationAt(twins, selection, 'y')?.id).toBe('y');
});
