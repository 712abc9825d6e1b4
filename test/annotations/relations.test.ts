import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readSidecar } from '../../server/src/annotations/sidecar.ts';

function relations(text: string): string[] {
  return readSidecar(text).sidecar.relations.map(({ id, type, from, to }) => `${id}: ${from} ${type} ${to}`);
}

test('all that a relation can say', () => {
  const text = `relations:
  - id: r1
    type: owns
    from: a1
    to: "b2"
    note: since 2019
    by: [Ann, Bo]
    on: 2021-07-05
    colour: blue
`;
  const { sidecar, problems } = readSidecar(text);
  expect(problems).toEqual([]);
  const [relation, ...more] = sidecar.relations;
  expect(more).toEqual([]);
  expect(relation).toMatchObject({
    id: 'r1',
    type: 'owns',
    from: 'a1',
    to: 'b2',
    note: 'since 2019',
    on: '2021-07-05',
  });
  expect(relation?.by).toEqual(['Ann', 'Bo']);
  const at = (span: { start: number; end: number } | undefined) => text.slice(span?.start, span?.end);
  expect([relation?.idSpan, relation?.typeSpan, relation?.fromSpan, relation?.toSpan].map(at)).toEqual([
    'r1',
    'owns',
    'a1',
    '"b2"',
  ]);
});

test.each<[string, string[]]>([
  ['', []],
  ['relations:\n', []],
  ['relations: none\n', []],
  ['relations:\n  - owns\n  - {id: r2, type: owns, from: a, to: b}\n', ['r2: a owns b']],
  ['relations:\n  - {type: owns, from: a, to: b}\n', ['#1: a owns b']],
  [
    'relations:\n  - {id: r1, from: a, to: b}\n  - {id: r2, type: owns, to: b}\n  - {id: r3, type: owns, from: a}\n',
    [],
  ],
  // Half an entry, a tab, the markers of a merge: the others go on.
  ['relations:\n  - {id: r1, type: owns, from: a\n  - {id: r2, type: owns, from: a, to: b}\n', ['r2: a owns b']],
  [
    'annotations: []\nrelations:\n  - id: r1\n\ttype: owns\n  - id: r2\n    type: owns\n    from: a\n    to: b\n',
    ['r2: a owns b'],
  ],
  [
    'relations:\n  - {id: r1, type: owns, from: a, to: b}\n<<<<<<< ours\n  - {id: r2, type: owns, from: a, to: b}\n=======\n  - {id: r3, type: owns, from: a, to: b}\n>>>>>>> theirs\n',
    ['r1: a owns b', 'r2: a owns b', 'r3: a owns b'],
  ],
])('%j', (text, expected) => {
  expect(relations(text)).toEqual(expected);
});

test('no text makes reading fail', () => {
  const piece = fc.constantFrom(
    'relations:',
    '\n',
    '  - ',
    'id: r1',
    'from: ',
    '[',
    '{',
    '}',
    ',',
    '"',
    '&a',
    '*a',
    '\t',
    'x',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      for (const { span, fromSpan, toSpan } of readSidecar(pieces.join('')).sidecar.relations)
        expect([span, fromSpan, toSpan].every(({ start, end }) => 0 <= start && start <= end)).toBe(true);
    }),
  );
});
