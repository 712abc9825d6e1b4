import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeAll } from '../../server/src/annotations/place.ts';
import { readSidecar } from '../../server/src/annotations/sidecar.ts';
import { wellFormed } from '../../server/src/edits/annotations.ts';
import { type Change, type ChangeInput, changeEdit } from '../../server/src/edits/change.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { anySidecar, spanIn } from '../support/sidecars.ts';

const TEXT = 'Li Wei met Bo Chen in Paris. Then Bo Chen left Paris for Rome.';
const ID = 'abc1';

type Options = Partial<Omit<ChangeInput, 'text' | 'textId' | 'sidecar'>>;

function change(sidecar: string | undefined, ids: readonly string[], what: Change, options: Options = {}): string {
  const input = { text: TEXT, textId: ID, sidecar, ids, passages: [], change: what, by: '', today: '' };
  const result = changeEdit({ ...input, newIds: ['n1', 'n2'], ...options });
  return 'problem' in result ? `! ${result.problem}` : applyEdits(sidecar ?? '', result.edits);
}

/** An annotations file with one entry: the lines behind its place. */
function file(...lines: readonly string[]): string {
  const entry = ['- id: a1', '  type: person', '  quote: Li Wei', '  at: 0', ...lines.map((line) => `  ${line}`)];
  return `${['seedmark: 1', 'text: abc1', 'annotations:', ...entry.map((line) => `  ${line}`)].join('\n')}\n`;
}

describe('one key of one entry', () => {
  test.each<[string, string, Change, string]>([
    ['another type', file(), { type: 'group' }, file().replace('person', 'group')],
    ['a note', file(), { note: 'spelt: so' }, file('note: "spelt: so"')],
    ['a note of two lines', file(), { note: 'one\ntwo' }, file('note: "one\\ntwo"')],
    [
      'another note',
      file('note: old # why', 'on: "2020-01-01"'),
      { note: 'new' },
      file('note: new # why', 'on: "2020-01-01"'),
    ],
    ['no note', file('note: old', 'on: "2020-01-01"'), { note: '' }, file('on: "2020-01-01"')],
    ['no note, the last', file('on: "2020-01-01"', 'note: old'), { note: '' }, file('on: "2020-01-01"')],
    [
      'a block text',
      file('note: |', '  of two', '  lines', 'status: suggested'),
      { note: 'short' },
      file('note: short', 'status: suggested'),
    ],
    [
      'a block text with blank lines',
      file('note: |+', '  of two', '', 'status: suggested'),
      { note: 'short' },
      file('note: short', 'status: suggested'),
    ],
    [
      'no block text',
      file('note: >-', '  of two', '  lines', 'status: suggested'),
      { note: '' },
      file('status: suggested'),
    ],
    ['an entity', file('note: new'), { entity: 'li-wei' }, file('entity: li-wei', 'note: new')],
    ['another entity', file('entity: li'), { entity: 'li-wei' }, file('entity: li-wei')],
    ['no entity', file('entity: li'), { entity: '' }, file()],
    ['an attribute', file(), { attributes: new Map([['role', 'subject']]) }, file('attributes: { role: subject }')],
    [
      'a second one',
      file('attributes: { role: subject }'),
      { attributes: new Map([['sex', 'f']]) },
      file('attributes: { role: subject, sex: f }'),
    ],
    [
      'a second one in lines',
      file('attributes:', '  role: subject', 'note: new'),
      { attributes: new Map([['sex', 'f']]) },
      file('attributes:', '  role: subject', '  sex: f', 'note: new'),
    ],
    [
      'another value',
      file('attributes:', '  role: subject', '  sex: m'),
      { attributes: new Map([['sex', 'f']]) },
      file('attributes:', '  role: subject', '  sex: f'),
    ],
    [
      'one less',
      file('attributes: { role: subject, sex: f }'),
      { attributes: new Map([['role', '']]) },
      file('attributes: { sex: f }'),
    ],
    ['none left', file('attributes: { role: subject }'), { attributes: new Map([['role', '']]) }, file()],
    ['confirmed', file('status: suggested'), { status: 'confirmed' }, file()],
    ['rejected', file('status: suggested'), { status: 'rejected' }, file('status: rejected')],
    ['everywhere no more', file('status: rejected', 'everywhere: true'), { status: 'confirmed' }, file()],
    [
      'rejected everywhere',
      file('status: suggested'),
      { status: 'rejected', everywhere: true },
      file('status: rejected', 'everywhere: true'),
    ],
    [
      'all at once',
      file(),
      { type: 'group', note: 'new', entity: 'e', status: 'rejected' },
      file('entity: e', 'note: new', 'status: rejected').replace('person', 'group'),
    ],
  ])('%s', (_, before, what, after) => {
    expect(change(before, ['a1'], what)).toBe(after);
  });

  test.each<[string, string, Change, string]>([
    [
      'in braces',
      '{id: a1, type: person, quote: Li Wei, at: 0}',
      { note: 'n, o', type: 'group' },
      '{id: a1, type: group, quote: Li Wei, at: 0, note: "n, o"}',
    ],
    [
      'the first in braces',
      '{note: new, id: a1, type: person, quote: Li Wei, at: 0}',
      { note: '' },
      '{id: a1, type: person, quote: Li Wei, at: 0}',
    ],
    [
      'as JSON',
      '{"id": "a1", "type": "person", "quote": "Li Wei", "at": 0}',
      { entity: 'x' },
      '{"id": "a1", "type": "person", "quote": "Li Wei", "at": 0, "entity": "x"}',
    ],
  ])('%s', (_, entry, what, after) => {
    const whole = (one: string) => `seedmark: 1\ntext: abc1\nannotations:\n  - ${one}\n`;
    expect(change(whole(entry), ['a1'], what)).toBe(whole(after));
  });

  test('the first key of an entry in lines', () => {
    const whole =
      'seedmark: 1\ntext: abc1\nannotations:\n  - note: new\n    id: a1\n    type: person\n    quote: Li Wei\n';
    expect(change(whole, ['a1'], { note: '' })).toBe(whole.replace('note: new\n    ', ''));
  });
});

describe('who said so', () => {
  const by = { by: 'Ann', today: '2021-07-05' };
  test.each<[string, string, Change, string]>([
    [
      'who confirms a suggestion joins',
      file('by: [tool]', 'status: suggested'),
      { status: 'confirmed' },
      file('by: [tool, Ann]', 'on: "2021-07-05"'),
    ],
    [
      'and stands for it alone where nobody suggested it by name',
      file('status: suggested'),
      { status: 'confirmed' },
      file('by: [Ann]', 'on: "2021-07-05"'),
    ],
    ['who confirms what is confirmed joins', file('by: [Bob]'), { status: 'confirmed' }, file('by: [Bob, Ann]')],
    [
      'who rejects stands alone',
      file('by: [tool]', 'status: suggested'),
      { status: 'rejected' },
      file('by: [Ann]', 'on: "2021-07-05"', 'status: rejected'),
    ],
    [
      'so does who says another type',
      file('by: [Bob]', 'on: "2020-01-01"'),
      { type: 'group' },
      file('by: [Ann]', 'on: "2021-07-05"').replace('person', 'group'),
    ],
    [
      'a note leaves the names',
      file('by: Bob', 'on: "2020-01-01"'),
      { note: 'new' },
      file('note: new', 'by: Bob', 'on: "2020-01-01"'),
    ],
  ])('%s', (_, before, what, after) => {
    expect(change(before, ['a1'], what, by)).toBe(after);
  });
});

const JSON_FILE =
  '{"text": "abc1", "annotations": [{"id": "a1", "type": "person", "quote": "Li Wei", "at": 0, "attributes": {"role": "x"}}]}';

describe('what people wrote stays', () => {
  test.each<[string, string, Change, string]>([
    [
      'an attribute that is no text, and one that is not filled in',
      file('attributes:', '  role: x', '  more: { a: b }', '  sex:'),
      { attributes: new Map([['of', 'y']]) },
      file('attributes:', '  role: x', '  more: { a: b }', '  sex:', '  of: "y"'),
    ],
    [
      'also when the last one that is a text goes',
      file('attributes:', '  role: x', '  more: { a: b }'),
      { attributes: new Map([['role', '']]) },
      file('attributes:', '  more: { a: b }'),
    ],
    ['a comment behind a text of two lines', file('note: "a', '  b" # why'), { note: 'c' }, file('note: c # why')],
    [
      'a comment in the list of annotators',
      file('by:', '  - Ann # chief', 'status: suggested'),
      { status: 'confirmed' },
      file('by:', '  - Ann # chief', '  - Bob'),
    ],
    [
      'the first attributes of some',
      file('attributes: {a: 1, b: 2, c: 3}'),
      {
        attributes: new Map([
          ['a', ''],
          ['b', ''],
        ]),
      },
      file('attributes: {c: 3}'),
    ],
    [
      'an attribute whose name needs quotation marks',
      file('attributes:', '  role: x'),
      { attributes: new Map([['a: b', '#']]) },
      file('attributes:', '  role: x', '  "a: b": "#"'),
    ],
    [
      'keys in front of the id',
      file().replace('- id', '- status: rejected\n    everywhere: true\n    id'),
      { status: 'confirmed' },
      file('by: [Bob]'),
    ],
    [
      'a file of JSON',
      JSON_FILE,
      {
        attributes: new Map([
          ['role', ''],
          ['a b', 'c'],
        ]),
      },
      JSON_FILE.replace('{"role": "x"}', '{ "a b": "c" }'),
    ],
  ])('%s', (_, before, what, after) => {
    expect(change(before, ['a1'], what, { by: 'Bob' })).toBe(after);
  });

  test.each<[string, string, Change]>([
    ['a list in place of a note', 'note: [a, b]', { note: 'new' }],
    ['a mapping in place of an entity', 'entity: { a: b }', { entity: 'li' }],
    ['a text in place of attributes', 'attributes: role', { attributes: new Map([['role', 'x']]) }],
  ])('refused: %s', (_, line, what) => {
    expect(change(file(line), ['a1'], what)).toMatch(/cannot be read and would be lost/);
  });
});

describe('passages without an annotation', () => {
  const passage = (words: string, type: string) => {
    const start = TEXT.indexOf(words);
    return { spans: [{ start, end: start + words.length }], type };
  };

  test('are annotated with the change on top', () => {
    const passages = [{ ...passage('Bo Chen', 'person'), entity: 'bo' }, passage('Paris', 'place')];
    expect(change(file(), [], { note: 'new' }, { passages, by: 'Ann' })).toBe(
      `${file()}${['- id: n1', '  type: person', '  quote: Bo Chen', '  at: 11', '  before: "Li Wei met "', '  after: " in Paris. Then"', '  entity: bo', '  note: new', '  by: [Ann]', '- id: n2', '  type: place', '  quote: Paris', '  at: 22', '  before: "met Bo Chen in "', '  after: ". Then Bo Chen"', '  note: new', '  by: [Ann]'].map((line) => `  ${line}\n`).join('')}`,
    );
    expect(change(undefined, [], {}, { passages })).toMatch(/^seedmark: 1\ntext: abc1\nannotations:\n {2}- id: n1\n/);
  });

  test('one that is annotated so already is changed', () => {
    const passages = [passage('Li Wei', 'person')];
    expect(change(file('status: rejected'), [], { status: 'confirmed' }, { passages })).toBe(file());
    expect(change(file(), [], { status: 'confirmed' }, { passages })).toMatch(/^! .*says so already/);
    expect(change(file(), ['a1'], { note: 'new' }, { passages })).toBe(file('note: new'));
  });
});

describe('passages that are asked for', () => {
  const LI = { spans: [{ start: 0, end: 6 }], type: 'person' };
  test.each<[string, string | undefined, ChangeInput['passages'], Change, string | RegExp]>([
    ['twice: annotated once', undefined, [LI, LI], {}, /^(?!.*n2).*id: n1/s],
    ['as another type, which they are annotated as', file(), [{ ...LI, type: 'group' }], { type: 'person' }, /says so/],
    ['that are empty', undefined, [{ ...LI, spans: [{ start: 3, end: 3 }] }], {}, /Nothing is selected/],
  ])('%s', (_, sidecar, passages, what, expected) => {
    expect(change(sidecar, [], what, { passages })).toMatch(expected);
  });
});

test('no second annotation of the same passage and type comes of another type', () => {
  const twins = `${file()}  - id: b2\n    type: group\n    quote: Li Wei\n    at: 0\n`;
  expect(change(twins, ['a1'], { type: 'group' })).toMatch(/^! “Li Wei” is annotated as group already/);
  expect(change(twins, ['a1'], { type: 'event' })).toContain('type: event');
});

test('several entries, and positions of a text that changed', () => {
  const two = `${file('note: old')}${'  - id: b2\n    type: place\n    quote: Rome\n    at: 3\n'}`.replace(
    'abc1',
    'abc0',
  );
  expect(change(two, ['a1', 'b2'], { note: 'new', entity: 'e' })).toBe(
    `${file('entity: e', 'note: new')}  - id: b2\n    type: place\n    quote: Rome\n    at: 57\n    entity: e\n    note: new\n`,
  );
});

test.each([
  ['an id that is not there', file(), ['zz'], /There is no annotation with the id "zz"/],
  ['nothing named', file(), [], /No annotation was named/],
  ['nothing to change', file('note: new'), ['a1'], /says so already/],
  ['a damaged file', 'annotations: [', ['a1'], /is damaged/],
  [
    'an entry through an alias',
    `${file().replace('- id', '- &A\n    id')}  - *A\n`,
    ['a1'],
    /id "a1"|alias|without harm/,
  ],
])('refused: %s', (_, sidecar, ids, message) => {
  expect(change(sidecar, ids, { note: 'new' })).toMatch(message);
});

test('whatever a file looks like, nothing else in it changes', () => {
  const what = fc.record(
    {
      type: fc.constantFrom('person', 'place'),
      status: fc.constantFrom<'confirmed' | 'rejected'>('confirmed', 'rejected'),
      entity: fc.constantFrom('', 'e1', 'no'),
      note: fc.constantFrom('', 'a note', ': [', 'two\nlines', ' '),
      attributes: fc.constantFrom(new Map([['role', 'x']]), new Map([['role', '']]), new Map([['a: b', '{']])),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(anySidecar, fc.nat(5), what, fc.nat(), fc.nat(), ({ body, sidecar }, pick, wanted, a, b) => {
      const before = readSidecar(sidecar).sidecar;
      const one = before.annotations[pick % Math.max(1, before.annotations.length)];
      const passages = a % 3 === 0 ? [{ spans: [spanIn(body, a, b)], type: 'event' }] : [];
      const input = { text: body, textId: 't0', sidecar, ids: one ? [one.id] : [], passages, change: wanted };
      const result = changeEdit({ ...input, by: 'Ann', today: '2021-07-05', newIds: ['n1'] });
      if ('problem' in result) return;
      const after = readSidecar(applyEdits(sidecar, result.edits)).sidecar;
      expect(after.damaged).toBeUndefined();
      // One that stands where somebody asks for another is the one that is changed.
      const asked = JSON.stringify(wellFormed([[spanIn(body, a, b)]], body)[0]);
      const there = placeAll(before, body, { textId: 't0' }).filter(({ spans }) => JSON.stringify(spans) === asked);
      const others = new Set([one?.id, 'n1', ...there.map(({ annotation }) => annotation.id)]);
      const rest = (list: typeof before.annotations) =>
        list.filter(({ id }) => !others.has(id)).map(({ id, quote, note, by }) => [id, quote, note, by]);
      expect(rest(after.annotations)).toEqual(rest(before.annotations));
      const changed = after.annotations.find(({ id }) => id === one?.id);
      if (one === undefined || changed === undefined) return;
      expect(changed.quote).toEqual(one.quote);
      if (wanted.type !== undefined) expect(changed.type).toBe(wanted.type);
      if (wanted.status !== undefined) expect(changed.status).toBe(wanted.status);
      if (wanted.note !== undefined && wanted.note.trim() !== '') expect(changed.note).toBe(wanted.note);
      if (wanted.entity !== undefined) expect(changed.entity ?? '').toBe(wanted.entity);
      const [placed] = placeAll(after, body, { textId: 't0' }).filter(({ annotation }) => annotation.id === 'n1');
      if (placed !== undefined) expect([placed.spans]).toEqual(wellFormed([[spanIn(body, a, b)]], body));
    }),
    { numRuns: 400 },
  );
});
