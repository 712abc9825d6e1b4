import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readSidecar } from '../../server/src/annotations/sidecar.ts';
import { relateEdit, unrelateEdit } from '../../server/src/edits/relations.ts';
import { removeEdit } from '../../server/src/edits/remove.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { anySidecar } from '../support/sidecars.ts';

const TEXT = 'Li Wei met Bo Chen in Paris.';
const HEAD = `seedmark: 1
text: abc1
annotations:
  - id: a1
    type: person
    quote: Li Wei
    at: 0
  - id: b2
    type: person
    quote: Bo Chen
    at: 11
  - id: c3
    type: place
    quote: Paris
    at: 22
`;

function relate(sidecar: string, from: string, to: string, more: { note?: string; by?: string; today?: string } = {}) {
  const result = relateEdit({
    text: TEXT,
    textId: 'abc1',
    sidecar,
    type: 'met',
    from,
    to,
    by: '',
    today: '',
    id: 'r1',
    ...more,
  });
  return 'problem' in result ? `! ${result.problem}` : applyEdits(sidecar, result.edits);
}

function without(sidecar: string, edit: typeof removeEdit | typeof unrelateEdit, ...ids: string[]): string {
  const result = edit({ text: TEXT, textId: 'abc1', sidecar, ids });
  return 'problem' in result ? `! ${result.problem}` : applyEdits(sidecar, result.edits);
}

const LIST = `relations:
  - id: r1
    type: met
    from: a1
    to: b2
  # where
  - id: r2
    type: in
    from: b2
    to: c3
`;

test.each([
  ['the first makes the list', HEAD, `${HEAD}relations:\n  - id: r1\n    type: met\n    from: a1\n    to: c3\n`],
  [
    'an empty list is filled',
    `${HEAD}relations: []\n`,
    `${HEAD}relations:\n  - id: r1\n    type: met\n    from: a1\n    to: c3\n`,
  ],
  [
    'it comes last, under an id of its own',
    HEAD + LIST,
    `${HEAD + LIST}  - id: r1-2\n    type: met\n    from: a1\n    to: c3\n`,
  ],
])('%s', (_, before, after) => {
  expect(relate(before, 'a1', 'c3')).toBe(after);
});

test('who related them, when and why', () => {
  expect(relate(HEAD, 'a1', 'c3', { by: ' Ann ', today: '2021-07-05', note: 'p. 3' })).toBe(
    `${HEAD}relations:\n  - id: r1\n    type: met\n    from: a1\n    to: c3\n    note: p. 3\n    by: [Ann]\n    on: "2021-07-05"\n`,
  );
});

test.each([
  ['itself', HEAD, 'a1', 'a1', /to itself/],
  ['one that is not there', HEAD, 'a1', 'zz', /There is no annotation with the id "zz"/],
  ['what is related so', HEAD + LIST, 'a1', 'b2', /related so already/],
  ['in a damaged file', `${HEAD}relations: [`, 'a1', 'b2', /is damaged/],
  ['a key that is no list', `${HEAD}relations: none\n`, 'a1', 'b2', /no list/],
])('refused: %s', (_, sidecar, from, to, message) => {
  expect(relate(sidecar, from, to)).toMatch(message);
});

test('relations are removed alone', () => {
  expect(without(HEAD + LIST, unrelateEdit, 'r1')).toBe(HEAD + LIST.replace(/ {2}- id: r1\n.*\n.*\n.*\n/, ''));
  expect(without(HEAD + LIST, unrelateEdit, 'r1', 'r2')).toBe(`${HEAD}relations: []\n  # where\n`);
  expect(without(HEAD + LIST, unrelateEdit, 'zz')).toMatch(/no longer/);
});

test('with an annotation go the relations that begin or end in it', () => {
  const after = without(HEAD + LIST, removeEdit, 'a1');
  expect(readSidecar(after).sidecar.relations.map(({ id }) => id)).toEqual(['r2']);
  expect(readSidecar(without(HEAD + LIST, removeEdit, 'b2')).sidecar.relations).toEqual([]);
  expect(without(HEAD + LIST, removeEdit, 'b2')).toContain('relations: []');
});

test('whatever a file looks like, all else in it stays', () => {
  fc.assert(
    fc.property(anySidecar, ({ body, sidecar }) => {
      const before = readSidecar(sidecar).sidecar;
      const [one, other] = before.annotations;
      if (one === undefined || other === undefined) return;
      const input = { text: body, textId: 't0', sidecar, type: 'met', from: one.id, to: other.id };
      const result = relateEdit({ ...input, by: 'Ann', today: '', id: 'new' });
      if ('problem' in result) return;
      const written = applyEdits(sidecar, result.edits);
      const after = readSidecar(written).sidecar;
      expect(after.annotations.map(({ id, quote, by, note }) => [id, quote, by, note])).toEqual(
        before.annotations.map(({ id, quote, by, note }) => [id, quote, by, note]),
      );
      expect(after.relations.at(-1)).toMatchObject({ id: 'new', from: one.id, to: other.id, by: ['Ann'] });
      const removed = unrelateEdit({ text: body, textId: 't0', sidecar: written, ids: ['new'] });
      if ('problem' in removed) return;
      expect(readSidecar(applyEdits(written, removed.edits)).sidecar.relations).toHaveLength(before.relations.length);
    }),
    { numRuns: 300 },
  );
});

test.each([
  ['one of two with one id', LIST.replace('id: r2', 'id: r1'), 'r1', /Two relations have the id "r1"/],
  ['one without an id', LIST.replace('id: r2\n    ', ''), '#2', /no id/],
  ['one that is not there', LIST, 'r3', /no longer/],
])('refused: %s', (_, list, id, message) => {
  expect(without(HEAD + list, unrelateEdit, id)).toMatch(message);
});
