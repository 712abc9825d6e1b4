import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { placeAll } from '../../server/src/annotations/place.ts';
import { readSidecar } from '../../server/src/annotations/sidecar.ts';
import { tagEdit } from '../../server/src/edits/annotations.ts';
import { removeEdit } from '../../server/src/edits/remove.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import type { Span } from '../../server/src/text/span.ts';
import { anySidecar, said, spanIn } from '../support/sidecars.ts';

const TEXT = 'Li Wei met Bo Chen in Paris. Then Bo Chen left Paris for Rome.';
const ID = 'abc1';

/** The span of the nth occurrence of a word. */
function span(word: string, nth = 0, text = TEXT): Span {
  let start = text.indexOf(word);
  for (let i = 0; i < nth; i++) start = text.indexOf(word, start + 1);
  return { start, end: start + word.length };
}

type Options = Partial<Parameters<typeof tagEdit>[0]>;

/** The sidecar after tagging spans, or the problem. */
function tag(sidecar: string | undefined, spans: readonly Span[], options: Options = {}): string {
  const result = tagEdit({
    ...{ text: TEXT, textId: ID, sidecar, targets: spans.map((one) => [one]), type: 'person', by: '', today: '' },
    ...{ ids: ['n1', 'n2', 'n3', 'n4'], ...options },
  });
  return 'problem' in result ? `! ${result.problem}` : applyEdits(sidecar ?? '', result.edits);
}

function remove(sidecar: string, ids: string[], text = TEXT, textId = ID): string {
  const result = removeEdit({ text, textId, sidecar, ids });
  return 'problem' in result ? `! ${result.problem}` : applyEdits(sidecar, result.edits);
}

/** Two entries, one line each at the top, the second in the middle of the text. */
const TWO = `seedmark: 1
text: abc1
annotations:
  # first of all
  - id: a1
    type: person
    quote: Li Wei
    at: 0 # the very start
  # the city
  - id: b2
    type: place
    quote: Paris
    at: 22
    # not the town in Texas
relations: []
`;

test('the first annotation makes the file', () => {
  expect(
    tag(undefined, [span('Bo Chen'), span('Rome')], { by: 'Ann O: x', today: '2021-07-05' }),
  ).toMatchInlineSnapshot(`
    "seedmark: 1
    text: abc1
    annotations:
      - id: n1
        type: person
        quote: Bo Chen
        at: 11
        before: "Li Wei met "
        after: " in Paris. Then"
        by: ["Ann O: x"]
        on: "2021-07-05"
      - id: n2
        type: person
        quote: Rome
        at: 57
        before: "left Paris for "
        after: "."
        by: ["Ann O: x"]
        on: "2021-07-05"
    "
  `);
  expect(tag('', [span('Bo Chen')])).toBe(tag(undefined, [span('Bo Chen')]));
  expect(tag('\ufeff\r\n', [span('Rome')])).toMatch(/^\ufeffseedmark: 1\r\n[^\n]*\r\n/);
});

test('entries go before the first one placed after them', () => {
  expect(tag(TWO, [span('Rome'), span('Bo Chen')])).toMatchInlineSnapshot(`
    "seedmark: 1
    text: abc1
    annotations:
      # first of all
      - id: a1
        type: person
        quote: Li Wei
        at: 0 # the very start
      - id: n1
        type: person
        quote: Bo Chen
        at: 11
        before: "Li Wei met "
        after: " in Paris. Then"
      # the city
      - id: b2
        type: place
        quote: Paris
        at: 22
        # not the town in Texas
      - id: n2
        type: person
        quote: Rome
        at: 57
        before: "left Paris for "
        after: "."
    relations: []
    "
  `);
});

test.each([
  ['an empty list', 'text: abc1\nannotations: [] # none yet\nrelations: []\n'],
  ['nothing', 'text: abc1\nannotations: # none yet\nrelations: []\n'],
  ['null', 'text: abc1\nannotations: ~\n'],
  ['an anchor', 'text: abc1\nannotations: &all []\n'],
  ['no key', '# mine\nseedmark: 1\nrelations:\n- {id: r1, type: owns, from: a, to: b}\n'],
  ['no text', 'seedmark: 1\nannotations: []'],
  ['comments only', '# mine'],
  ['document markers', '%YAML 1.2\n---\n# mine\n...\n'],
  ['no final line end', 'text: abc1\nannotations:\n- id: a1\n  type: person\n  quote: Li Wei\n  at: 0'],
  ['dashes in column 0', 'text: abc1\nannotations:\n- id: a1\n  type: place\n  quote: Rome\n  at: 57\n'],
  [
    'wide dashes',
    'text: abc1\nannotations:\n    -   id: a1\n        type: person\n        quote: Li Wei\n        at: 0\n',
  ],
  ['an indented file', '  text: abc1\n  annotations:\n  - id: a1\n    type: place\n    quote: Rome\n    at: 57\n'],
  [
    'braces in lines',
    'text: abc1\nannotations:\n  - {id: a1, type: person, quote: Li Wei, at: 0}\n  - {id: b2, type: place, quote: Rome, at: 57}\n',
  ],
  [
    'a flow list',
    'text: abc1\nannotations: [{id: a1, type: person, quote: Li Wei, at: 0}, {id: b2, type: place, quote: Rome, at: 57}]\n',
  ],
  ['a flow list in lines', 'text: abc1\nannotations: [\n  {id: a1, type: person, quote: Li Wei, at: 0}, # one\n]\n'],
  ['a flow list with a comment', 'text: abc1\nannotations: [ # none\n]\n'],
  [
    'JSON',
    '{\n  "text": "abc1",\n  "annotations": [\n    {"id": "a1", "type": "place", "quote": "Rome", "at": 57}\n  ]\n}\n',
  ],
  ['JSON without a list', '{"text": "abc1"}'],
  ['braces with nothing', '{}\n'],
  ['JSON, null', '{"text": "abc1", "annotations": null}'],
  [
    'a key with a question mark',
    '? text\n: abc1\n? annotations\n: - id: a1\n    type: place\n    quote: Rome\n    at: 57\n',
  ],
  ['a dash alone', 'text: abc1\nannotations:\n  -\n    id: a1\n    type: place\n    quote: Rome\n    at: 57\n'],
  [
    'a block text at the end',
    'text: abc1\nannotations:\n  - id: a1\n    type: person\n    quote: Li Wei\n    at: 0\n    note: |+\n      kept\n\n\n',
  ],
])('tagging into %s', (_, sidecar) => {
  const after = tag(sidecar, [span('Bo Chen')]);
  expect(after).toMatchSnapshot();
  expect(parse(after, { schema: 'failsafe' }).annotations).toHaveLength(
    readSidecar(sidecar).sidecar.annotations.length + 1,
  );
  // Taking it back leaves what was there, but for an empty list where there was none.
  const back = remove(after, ['n1']);
  if (readSidecar(sidecar).sidecar.annotations.length > 0) expect(back).toBe(sidecar);
  else expect(readSidecar(back)).toMatchObject({ sidecar: { annotations: [] }, problems: [] });
});

test('CRLF stays CRLF, a lone CR stays one', () => {
  expect(tag(TWO.replace(/\n/g, '\r\n'), [span('Bo Chen')])).toBe(tag(TWO, [span('Bo Chen')]).replace(/\n/g, '\r\n'));
  expect(tag(TWO.replace(/\n/g, '\r'), [span('Bo Chen')])).toBe(tag(TWO, [span('Bo Chen')]).replace(/\n/g, '\r'));
  expect(tag(`\ufeff${TWO}`, [span('Bo Chen')])).toBe(`\ufeff${tag(TWO, [span('Bo Chen')])}`);
});

test('texts that YAML would take for something else are quoted', () => {
  const text = 'on 12:30 no "x": y # z\nand yes';
  const targets = ['on', '12:30', 'no', '"x": y', '# z\nand', 'yes'].map((word) => [span(word, 0, text)]);
  const after = tag(undefined, [], { text, targets, textId: '123456', ids: ['a', 'b', 'c', 'd', 'e', 'f'] });
  expect(after.match(/(?:quote|text): .*/g)).toMatchInlineSnapshot(`
    [
      "text: "123456"",
      "quote: "on"",
      "quote: "12:30"",
      "quote: "no"",
      "quote: "\\"x\\": y"",
      "quote: "# z\\nand"",
      "quote: "yes"",
    ]
  `);
  expect(parse(after, { version: '1.1' }).annotations.map((entry: { quote: string }) => entry.quote)).toEqual([
    ...['on', '12:30', 'no', '"x": y', '# z\nand', 'yes'],
  ]);
});

test('parts of one annotation', () => {
  const after = tag(undefined, [], { targets: [[span('Li Wei'), span('Bo Chen')]] });
  expect(after).toContain('quote: [Li Wei, Bo Chen]\n    at: 0\n');
  expect(tag(undefined, [], { targets: [[span('Li Wei'), span('Bo Chen', 1)]] })).toContain('quote: [Li Wei, Bo Chen]');
  expect(tag(undefined, [], { targets: [[span('Li Wei'), span('Bo Chen', 1), span('Rome')]] })).toMatchInlineSnapshot(
    `"! The parts “Li Wei … Bo Chen … Rome” cannot be told apart from the same words between them. Annotate one passage instead."`,
  );
});

test('what is tagged so already is not tagged again', () => {
  expect(tag(TWO, [span('Li Wei')])).toMatchInlineSnapshot(`"! “Li Wei” is annotated as person already."`);
  expect(tag(TWO, [span('Li Wei')], { type: 'group' })).toContain('id: n1');
  expect(tag(TWO, [span('Li Wei'), span('Rome')])).toBe(tag(TWO, [span('Rome')]));
  expect(tag(TWO, [span('Rome'), span('Rome')])).toBe(tag(TWO, [span('Rome')]));
  expect(tag(TWO, [])).toMatchInlineSnapshot(
    `"! Nothing is selected that could be annotated. Select some words first."`,
  );
  expect(
    tag(TWO, [
      { start: 5, end: 5 },
      { start: 9, end: 3 },
    ]),
  ).toBe(tag(TWO, []));
  expect(tag(TWO.replace('at: 0', 'at: 0\n    status: rejected'), [span('Li Wei')])).toMatchInlineSnapshot(
    `"! “Li Wei” is annotated as person already and rejected. Remove that entry first."`,
  );
});

test('ids that the file has are passed over', () => {
  expect(tag(TWO, [span('Bo Chen'), span('Rome')], { ids: ['a1', 'b2', 'c3'] }).match(/id: .*/g)).toEqual([
    'id: a1',
    'id: c3',
    'id: b2',
    'id: a1-2',
  ]);
});

test('whole characters are tagged', () => {
  const text = 'a😀b\r\nc';
  expect(tag(undefined, [{ start: 2, end: 3 }], { text })).toContain('quote: 😀\n    at: 1\n');
  expect(tag(undefined, [{ start: 3, end: 5 }], { text })).toContain('quote: "b\\n"\n    at: 2\n');
  expect(tag(undefined, [{ start: 0, end: 2 }], { text: '\ufeffab' })).toContain('quote: a\n    at: 0\n');
});

const MOVED = TWO.replace('at: 22', 'at: 22\n    before: "met Bo Chen in "\n    after: ". Then"').replace(
  'relations',
  '  - id: c3\n    type: person\n    quote: Nobody\n    at: 40\n  - {id: d4, type: person, quote: Nemo, at: 41}\n  - id: e5\n    quote: Rome\n    type: place\n    at: 3\n    text: old0\n    before: "Paris for "\nrelations',
);

test('when the text has changed, positions and text id are written anew, and what has no place keeps its own', () => {
  const later = { text: `Title\n${TEXT}`, textId: 'def2' };
  const [start, end] = [later.text.indexOf('Bo Chen'), later.text.indexOf('Bo Chen') + 7];
  expect(tag(MOVED, [{ start, end }], later)).toMatchInlineSnapshot(`
    "seedmark: 1
    text: def2
    annotations:
      # first of all
      - id: a1
        type: person
        quote: Li Wei
        at: 6 # the very start
      - id: n1
        type: person
        quote: Bo Chen
        at: 17
        before: "Title\\nLi Wei met "
        after: " in Paris. Then"
      # the city
      - id: b2
        type: place
        quote: Paris
        at: 28
        before: "met Bo Chen in "
        after: ". Then"
        # not the town in Texas
      - id: c3
        type: person
        quote: Nobody
        at: 40
        text: abc1
      - {id: d4, type: person, quote: Nemo, at: 41, text: abc1}
      - id: e5
        quote: Rome
        type: place
        at: 63
        before: "Paris for "
    relations: []
    "
  `);
  const removed = remove(MOVED, ['b2'], later.text, later.textId);
  expect(removed).toMatchInlineSnapshot(`
    "seedmark: 1
    text: def2
    annotations:
      # first of all
      - id: a1
        type: person
        quote: Li Wei
        at: 6 # the very start
      # the city
      - id: c3
        type: person
        quote: Nobody
        at: 40
        text: abc1
      - {id: d4, type: person, quote: Nemo, at: 41, text: abc1}
      - id: e5
        quote: Rome
        type: place
        at: 63
        before: "Paris for "
    relations: []
    "
  `);
  // The same text again: nothing but the entry changes.
  expect(tag(removed, [{ start, end }], later).replace(/ {2}- id: n1\n(?: {4}.*\n)+/, '')).toBe(removed);
});

test('an anchor or alias that a splice would break is refused', () => {
  const shared =
    'text: abc1\nannotations:\n  - &one\n    id: a1\n    type: person\n    quote: Li Wei\n    at: 0\n  - id: b2\n    type: place\n    quote: Rome\n    by: [*one]\n    at: &p 57\n  - {id: c3, type: place, quote: Paris, at: *p}\n';
  expect(remove(shared, ['a1'])).toMatchInlineSnapshot(
    `"! This change cannot be written into the annotations file without harm to other entries near line 3: There is no anchor &one above this alias. Write the value out, or correct the name. Make it there by hand."`,
  );
  expect(remove(shared, ['b2'])).toMatchInlineSnapshot(
    `"! This change cannot be written into the annotations file without harm to other entries near line 8: There is no anchor &p above this alias. Write the value out, or correct the name. Make it there by hand."`,
  );
  expect(remove(shared, ['c3'])).toBe(shared.slice(0, shared.indexOf('  - {id: c3')));
  expect(tag('text: abc1\nold: &l []\nannotations: *l\n', [span('Rome')])).toMatchInlineSnapshot(
    `"! The list of annotations stands here through an alias. Write the list out, then tag again."`,
  );
});

test('a damaged file is not written into', () => {
  expect(tag(TWO.replace('quote: Paris', 'quote: "Paris'), [span('Rome')])).toMatchInlineSnapshot(
    `"! The annotations file is damaged in line 12, so nothing was written into it. A quotation mark is opened here and never closed. Close it."`,
  );
  expect(remove(TWO.replace('quote: Paris', 'quote: "Paris'), ['a1'])).toContain('damaged in line 12');
  expect(tag('seedmark: 2\n', [span('Rome')])).toContain('damaged in line 1');
  const result = tagEdit({
    text: TEXT,
    textId: ID,
    sidecar: 'annotations: 5',
    targets: [[span('Rome')]],
    type: 'x',
    by: '',
    today: '',
    ids: ['a'],
  });
  expect(result).toMatchObject({ span: { start: 13, end: 14 } });
});

test('removing', () => {
  expect(remove(TWO, ['a1'])).toMatchInlineSnapshot(`
    "seedmark: 1
    text: abc1
    annotations:
      # first of all
      # the city
      - id: b2
        type: place
        quote: Paris
        at: 22
        # not the town in Texas
    relations: []
    "
  `);
  expect(remove(TWO, ['b2', 'a1'])).toMatchInlineSnapshot(`
    "seedmark: 1
    text: abc1
    annotations: []
      # first of all
      # the city
    relations: []
    "
  `);
  expect(remove(TWO, ['zz'])).toMatchInlineSnapshot(
    `"! There is no annotation with the id "zz" in the annotations file. It may have been removed already."`,
  );
  expect(remove(TWO.replace('b2', 'a1'), ['a1'])).toMatchInlineSnapshot(
    `"! Two annotations have the id "a1". Give one of them another id in the annotations file, then remove again."`,
  );
  expect(remove('', ['a1'])).toContain('There is no annotation');
});

test('the last lines go while the entry in front gets a line: the file still ends without a line end', () => {
  const sidecar =
    'text: t0\nannotations:\n  - {id: a1, type: x, quote: Li Wei}\n  - id: b2\n    type: x\n    quote: nobody\n    at: 3\n  - id: c3\n    type: x\n    quote: Rome';
  expect(remove(sidecar, ['c3'])).toBe(
    'text: abc1\nannotations:\n  - {id: a1, type: x, quote: Li Wei}\n  - id: b2\n    type: x\n    quote: nobody\n    at: 3\n    text: t0',
  );
  expect(remove(sidecar, ['a1', 'b2', 'c3'])).toBe('text: abc1\nannotations: []');
});

test('a block text in front keeps its last line end', () => {
  const kept =
    'text: abc1\nannotations:\n  - id: a1\n    type: person\n    quote: Li Wei\n    note: |+\n      kept\n\n';
  expect(remove(`${kept}  - {id: b2, type: place, quote: Rome}`, ['b2'])).toBe(kept);
});

test('a block text in front does not swallow the blank lines behind a removed entry', () => {
  const sidecar =
    'text: abc1\nannotations:\n  - id: a1\n    type: person\n    quote: Li Wei\n    note: |+\n      kept\n  - {id: b2, type: place, quote: Rome}\n\n\n  - {id: c3, type: place, quote: Paris}\n';
  expect(remove(sidecar, ['b2'])).toBe(sidecar.replace('  - {id: b2, type: place, quote: Rome}\n\n\n', ''));
});

test.each([
  ['first', 'a1', '[{id: b2, type: x, quote: Rome}, {id: c3, type: x, quote: Paris}]'],
  ['middle', 'b2', '[{id: a1, type: x, quote: Li}, {id: c3, type: x, quote: Paris}]'],
  ['last', 'c3', '[{id: a1, type: x, quote: Li}, {id: b2, type: x, quote: Rome}]'],
  ['two', 'a1 b2', '[{id: c3, type: x, quote: Paris}]'],
  ['two at the end', 'b2 c3', '[{id: a1, type: x, quote: Li}]'],
  ['both ends', 'a1 c3', '[{id: b2, type: x, quote: Rome}]'],
  ['all', 'a1 b2 c3', '[]'],
])('removing from a flow list: %s', (_, ids, expected) => {
  const list = '[{id: a1, type: x, quote: Li}, {id: b2, type: x, quote: Rome}, {id: c3, type: x, quote: Paris}]';
  expect(remove(`text: abc1\nannotations: ${list} # c\n`, ids.split(' '))).toBe(
    `text: abc1\nannotations: ${expected} # c\n`,
  );
});

// Random sidecars and what is done to them.

const step = fc.record({
  remove: fc.boolean(),
  picks: fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 3 }),
  type: fc.constantFrom('person', 'no'),
  front: fc.constantFrom('', '', 'New. ', 'X\r\n'),
});

/** Whether `rest` is left of `whole` when lines (or pieces of a line) are taken out. */
function isWithin(rest: string, whole: string): boolean {
  let at = 0;
  for (const char of whole) if (at < rest.length && rest.startsWith(char, at)) at += char.length;
  return at === rest.length;
}

let refusals = 0;
let changes = 0;

test('any sequence of tagging and removing keeps the rest', () => {
  fc.assert(
    fc.property(anySidecar, fc.array(step, { minLength: 1, maxLength: 4 }), (start, steps) => {
      let { body, sidecar } = start;
      let version = 0;
      for (const [index, { remove: removing, picks, type, front }] of steps.entries()) {
        if (front !== '') {
          body = front + body;
          version++;
        }
        const textId = `t${version}`;
        const before = readSidecar(sidecar);
        const ids = before.sidecar.annotations.map(({ id }) => id);
        if (removing) {
          const gone = new Set(picks.map(([a]) => ids[a % Math.max(1, ids.length)] ?? 'none'));
          const result = removeEdit({ text: body, textId, sidecar, ids: [...gone] });
          if ('problem' in result) {
            refusals++;
            expect(result.problem).not.toBe('');
            if (!sidecar.includes('&NN') && ids.length > 0) expect(result.problem).toBe('');
            continue;
          }
          changes++;
          const after = applyEdits(sidecar, result.edits);
          expect(said(after)).toEqual(said(sidecar).filter((_, i) => !gone.has(ids[i] ?? '')));
          expect(result.removed).toBe(gone.size);
          if (before.sidecar.text === textId) expect(isWithin(after.replace(' []', ''), sidecar)).toBe(true);
          sidecar = after;
          continue;
        }
        const targets = picks.map(([a, b]) => [spanIn(body, a, b)]);
        const fresh = targets.map((_, i) => `s${index}x${i}`);
        const result = tagEdit({
          text: body,
          textId,
          sidecar,
          targets,
          type,
          by: 'Ann',
          today: '2021-07-05',
          ids: fresh,
        });
        if ('problem' in result) {
          refusals++;
          expect(result.problem).toContain('already');
          continue;
        }
        changes++;
        const after = applyEdits(sidecar, result.edits);
        // What goes is a position, the id of a text, or the brackets of an empty list; every other byte stays.
        for (const { start: from, end: to } of result.edits)
          expect(sidecar.slice(from, to).trim()).toMatch(
            /^(?:\[\]|\d+|"?t\d+"?|0ld|(?:\d+)?,?\s*text: "?(?:t\d+|0ld)"?,?)?$/,
          );
        const read = readSidecar(after);
        expect(read.problems.map(({ message }) => message)).toEqual(before.problems.map(({ message }) => message));
        // Whoever tags what others have tagged joins them.
        const unsigned = (text: string) =>
          said(text).map((each) => each.replace('"by":["Ann"]', '"by":[]').replace(/,"Ann"\](?=,"status")/, ']'));
        expect(unsigned(after).filter((_, i) => !fresh.includes(read.sidecar.annotations[i]?.id ?? ''))).toEqual(
          unsigned(sidecar),
        );
        expect(read.sidecar.text).toBe(textId);
        const news = placeAll(read.sidecar, body, { textId }).filter(({ annotation }) => fresh.includes(annotation.id));
        expect(news).toHaveLength(result.added);
        for (const { state, spans } of news) {
          expect(state).toBe('exact');
          expect(
            targets.some(
              ([target]) => target && spans[0] && spans[0].start <= target.start && target.end <= spans[0].end,
            ),
          ).toBe(true);
        }
        if (before.sidecar.text === textId) {
          // Only insertions, and where a list was empty its brackets went.
          for (const { start: from, end: to } of result.edits)
            expect(sidecar.slice(from, to).trim()).toMatch(/^(?:\[\])?$/);
          const lineEnd = /\r\n|\r|\n/.exec(sidecar)?.[0] ?? '\n';
          for (const edit of result.edits)
            expect((edit.newText.match(/\r\n|\r|\n/g) ?? []).every((found) => found === lineEnd)).toBe(true);
        }
        // Positions belong to the text: each placed one that has a position stands at it.
        if (before.sidecar.text !== textId) {
          for (const { annotation, state } of placeAll(read.sidecar, body, { textId }))
            if (annotation.at !== undefined && annotation.text === undefined) expect(state).not.toBe('moved');
        }
        sidecar = after;
      }
    }),
    { numRuns: 120 },
  );
  expect(changes).toBeGreaterThan(refusals);
});

test('never throws on any text, and whatever comes out is read as meant', () => {
  const unit = fc.constantFrom(
    'annotations:',
    '\n',
    '\n  - ',
    'id: a',
    'type: b',
    'quote: x',
    '\n    ',
    '[',
    ']',
    '{',
    '}',
    ', ',
    ': ',
    '# c',
    '|',
    '- ',
    '? ',
    '&a ',
    '*a',
    '\t',
    '\ufeff',
    '---',
    '...',
    '"',
  );
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 25 }), (sidecar) => {
      const result = tagEdit({
        text: TEXT,
        textId: ID,
        sidecar,
        targets: [[span('Rome')]],
        type: 'place',
        by: 'Ann',
        today: '2021-07-05',
        ids: ['n1'],
      });
      if ('problem' in result) return;
      const after = readSidecar(applyEdits(sidecar, result.edits)).sidecar;
      expect(after.damaged).toBeUndefined();
      expect(after.annotations.filter(({ id }) => id === 'n1')).toMatchObject([
        { type: 'place', quote: ['Rome'], by: ['Ann'] },
      ]);
    }),
    { numRuns: 600 },
  );
});

/** A file whose first entry has something under `by`, behind it a note. */
const signed = (by: string) => `seedmark: 1
text: abc1 # as it was
annotations:
  - id: a1
    type: person
    quote: Li Wei
    at: 0
${by}    note: hm # a note
  # the city
  - {id: b2, type: place, quote: Paris, at: 22, after: . Then, by: Ann}
`;

test.each<[string, string, string]>([
  ['one name', '    by: Ann # she\n', '    by: [Ann, Bo C] # she\n'],
  ['one in quotes', "    by: 'Ann: O'\n", "    by: ['Ann: O', Bo C]\n"],
  ['one with signs of a list', '    by: Ann, [x]\n', '    by: ["Ann, [x]", Bo C]\n'],
  ['a list in brackets', '    by: [Ann , "x"]  # two\n', '    by: [Ann , "x", "Bo C"]  # two\n'],
  [
    'a list in brackets, one a line',
    '    by: [\n      Ann, # she\n    ]\n',
    '    by: [\n      Ann,\n      Bo C, # she\n    ]\n',
  ],
  ['an empty one', '    by: []\n', '    by: [Bo C]\n'],
  [
    'a list',
    '    by:\n      - Ann\n      # and\n      - "x"  # y\n',
    '    by:\n      - Ann\n      # and\n      - "x"  # y\n      - Bo C\n',
  ],
  ['a list without indentation', '    by:\n    - Ann\n', '    by:\n    - Ann\n    - Bo C\n'],
  ['nothing', '    by:\n', '    by: [Bo C]\n'],
  ['~', '    by: ~ # none\n', '    by: [Bo C] # none\n'],
])('tagging what somebody else has tagged adds the name: %s', (_, before, after) => {
  expect(tag(signed(before), [span('Li Wei')], { by: 'Bo C' })).toBe(signed(after));
  const crlf = (text: string) => text.replaceAll('\n', '\r\n');
  expect(tag(crlf(signed(before)), [span('Li Wei')], { by: 'Bo C' })).toBe(crlf(signed(after)));
  // Once is enough, and who has no name adds none.
  expect(tag(signed(after), [span('Li Wei')], { by: ' Bo C ' })).toBe('! “Li Wei” is annotated as person already.');
  expect(tag(signed(before), [span('Li Wei')])).toBe('! “Li Wei” is annotated as person already.');
});

test('the name goes to entries without one, in braces and in JSON, beside new entries and new positions', () => {
  expect(tag(signed(''), [span('Li Wei')], { by: 'Bo' })).toBe(
    signed('').replace('hm # a note\n', 'hm # a note\n    by: Bo\n'),
  );
  expect(tag(signed(''), [span('Paris')], { by: 'Bo', type: 'place' })).toBe(
    signed('').replace('by: Ann}', 'by: [Ann, Bo]}'),
  );
  const json = '{"text": "abc1", "annotations": [{"id": "a1", "type": "person", "quote": "Li Wei", "by": "Ann"}]}';
  expect(tag(json, [span('Li Wei')], { by: 'Bo' })).toBe(json.replace('"Ann"', '["Ann", "Bo"]'));
  expect(tag(json.replace('"Ann"', '["Ann"]'), [span('Li Wei')], { by: 'Bo' })).toBe(
    json.replace('"Ann"', '["Ann", "Bo"]'),
  );
  const both = tag(signed('    by: Ann\n'), [span('Li Wei'), span('Bo Chen')], { by: 'Bo' });
  expect(both).toContain('by: [Ann, Bo]\n    note: hm');
  expect(readSidecar(both).sidecar.annotations.map(({ id, by }) => [id, ...by])).toEqual([
    ['a1', 'Ann', 'Bo'],
    ['n1', 'Bo'],
    ['b2', 'Ann'],
  ]);
  const text = `Now ${TEXT}`;
  const later = tag(signed('    by: Ann\n'), [span('Li Wei', 0, text)], { by: 'Bo', text, textId: 'new1' });
  expect(later).toBe(
    signed('    by: [Ann, Bo]\n').replace('abc1', 'new1').replace('at: 0', 'at: 4').replace('at: 22', 'at: 26'),
  );
});

test('a name is not added where something else is meant, or where it cannot be', () => {
  const already = '! “Li Wei” is annotated as person already.';
  const by = { by: 'Bo' };
  expect(tag(signed('    status: suggested\n'), [span('Li Wei')], by)).toBe(already);
  expect(tag(signed('    status: rejected\n'), [span('Li Wei')], by)).toContain('and rejected');
  expect(tag(signed('    by: Ann\n'), [span('Li Wei')], { ...by, note: 'other' })).toBe(already);
  expect(tag(signed('    by: Ann\n'), [span('Li Wei')], { ...by, attributes: new Map([['a', 'b']]) })).toBe(already);
  expect(tag(signed('    by: Ann\n'), [span('Li Wei')], { ...by, note: 'hm' })).toContain('by: [Ann, Bo]');
  expect(tag(signed('    by: |\n      Ann\n'), [span('Li Wei')], by)).toBe(already);
  expect(tag(signed('    by: {a: b}\n'), [span('Li Wei')], by)).toBe(already);
  const shared = signed('    by: &us [Ann]\n').replace('by: Ann}', 'by: *us}');
  expect(tag(shared, [span('Paris')], { ...by, type: 'place' })).toBe('! “Paris” is annotated as place already.');
  // What stands at an anchor is said elsewhere, too.
  expect(tag(shared, [span('Li Wei')], by)).toBe(already);
  expect(tag(shared, [span('Li Wei'), span('Rome')], by)).toBe(tag(shared, [span('Rome')], by));
});
