import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addEntityId, removeItem, replaceTexts } from '../../server/src/edits/mend-facts.ts';
import { readFacts } from '../../server/src/facts/read.ts';
import { yamlCodeActions } from '../../server/src/features/yaml-code-actions.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { withCursor } from '../support/cursor.ts';
import { openYaml } from '../support/world.ts';

const FILES = {
  'facts/z.yaml': '- {id: john-roe, type: person, name: John Roe, aliases: [Roe]}\n',
  'seedmark.yaml': 'relations:\n  - {id: knows, from: person, to: person}\n',
};

/** What each quick fix at the cursor makes of a facts file, by title. */
async function fixes(marked: string): Promise<Record<string, string>> {
  const { text, position } = withCursor(marked);
  const { snapshot } = await openYaml('facts/f.yaml', text, FILES);
  const actions = yamlCodeActions(snapshot, { start: position, end: position }, { freshId: () => 'fresh' });
  return Object.fromEntries(
    actions.map(({ title, edit }) => {
      const edits = (edit?.changes?.[snapshot.uri] ?? []).map(({ range, newText }) => ({
        start: snapshot.lines.offsetAt(range.start),
        end: snapshot.lines.offsetAt(range.end),
        newText,
      }));
      return [title, applyEdits(text, edits)];
    }),
  );
}

/** Comments, unknown keys, quotes of all kinds, blank lines: whatever a fix must leave alone. */
const FACTS = `# mine
seedmark: 1   # one

entities:
    # Jane
    -   id: jane-doe
        type: 'person'   # her
        name: Jane Doe
        aliases:
          - J. Doe   # short
          - "Mayor Doe"
        facts:
          - {what: mayor, value: Bonn, from: 2020, to: "2021"}   # elected
        relations:
          - type: knows
            entity: john-roe

    -   {id: ms, type: "person", name: Mary Shelley, links: {wikidata: [Q1, 'Q2']}, colour: blue}
`;

test.each<[string, string, Record<string, [from: string, to: string]>]>([
  ['nothing is wrong', FACTS.replace('Bonn', 'Bo$0nn'), {}],
  ['a type in capitals', FACTS.replace("'person'", "'Per$0son'"), { 'Change to “person”': ["'Person'", 'person'] }],
  [
    'an entity that nobody knows',
    FACTS.replace('entity: john-roe', 'entity: "john$0-ro"'),
    { 'Change to “john-roe”': ['"john-ro"', '"john-roe"'] },
  ],
  ['an unknown relation', FACTS.replace('type: knows', 'type: kn$0ow'), { 'Change to “knows”': ['know\n', 'knows\n'] }],
  [
    'dates the wrong way round',
    FACTS.replace('"2021"', '"201$09"'),
    { 'Exchange the two dates': ['from: 2020, to: "2019"', 'from: "2019", to: "2020"'] },
  ],
  [
    'a date in words',
    FACTS.replace('"2021"', '5 J$0uly 2021'),
    { 'Change to “2021-07-05”': ['5 July 2021', '"2021-07-05"'] },
  ],
  [
    'a date that may be two',
    FACTS.replace('"2021"', '05/0$07/2021'),
    {
      'Change to “2021-07-05”': ['05/07/2021', '"2021-07-05"'],
      'Change to “2021-05-07”': ['05/07/2021', '"2021-05-07"'],
    },
  ],
  ['an item of Wikidata', FACTS.replace("'Q2'", "'q$02'"), { 'Change to “Q2”': ["'q2'", 'Q2'] }],
  [
    'no id',
    FACTS.replace('    -   id: jane-doe\n        type', '    -   type').replace('name: Jane', 'name: Ja$0ne'),
    { 'Give this entry the id “jane-doe”': ["    -   type: 'person'", "    -   id: jane-doe\n        type: 'person'"] },
  ],
  [
    'no id, in braces',
    FACTS.replace('{id: ms, ', '{').replace('Mary Shelley', 'Mary Sh$0elley'),
    { 'Give this entry the id “mary-shelley”': ['{type', '{id: mary-shelley, type'] },
  ],
  [
    'an id that another file has',
    FACTS.replace('id: ms', 'id: john$0-roe'),
    { 'Give this entry the id “john-roe-2”': ['{id: john-roe', '{id: john-roe-2'] },
  ],
  [
    'an alias that another has',
    FACTS.replace('J. Doe ', 'Ro$0e '),
    { 'Remove this alias': ['          - Roe   # short\n', ''] },
  ],
  ['an empty alias', FACTS.replace('"Mayor Doe"', '"$0"'), { 'Remove this alias': ['          - ""\n', ''] }],
  ['a name that another has', FACTS.replace('Mary Shelley', 'Ro$0e'), {}],
])('%s', async (_, marked, expected) => {
  const text = marked.replace('$0', '');
  const wanted = Object.entries(expected).map(([title, [from, to]]) => {
    expect(text.split(from)).toHaveLength(2);
    return [title, text.replace(from, to)];
  });
  expect(await fixes(marked)).toEqual(Object.fromEntries(wanted));
  const crlf = Object.fromEntries(wanted.map(([title, fixed = '']) => [title, fixed.replaceAll('\n', '\r\n')]));
  expect(await fixes(marked.replaceAll('\n', '\r\n'))).toEqual(crlf);
});

test('nothing is written where the rest would change, or the file cannot be read', () => {
  const anchored = 'entities:\n  - {id: a, type: &t Person, name: A}\n  - {id: b, type: *t, name: B}\n';
  const at = anchored.indexOf('Person');
  expect(replaceTexts(anchored, [{ start: at, end: at + 6, value: 'person' }])).toBeUndefined();
  const broken = 'entities:\n  - {id: a, name: A\n';
  expect(replaceTexts(broken, [{ start: 16, end: 17, value: 'b' }])).toBeUndefined();
  expect(addEntityId(broken, { start: 16, end: 17 }, 'x')).toBeUndefined();
  expect(removeItem(broken, { start: 16, end: 17 })).toBeUndefined();
  expect(addEntityId('- {id: a, name: A}\n', { start: 16, end: 17 }, 'x')).toBeUndefined();
});

test('whatever is written in its place, a text is read back, and all else as before', () => {
  const value = fc.oneof(
    fc.string({ unit: 'binary', minLength: 1 }),
    fc.constantFrom('~', 'on', '2021', 'a: b', '- x', '#', "'", '"'),
  );
  const spans = readFacts(FACTS).entities.flatMap(({ idSpan, typeSpan, nameSpan }) => [idSpan, typeSpan, nameSpan]);
  fc.assert(
    fc.property(value, fc.constantFrom(...spans), (written, span) => {
      if (span === undefined) throw new Error('all of them are written');
      const edits = replaceTexts(FACTS, [{ ...span, value: written }]);
      fc.pre(edits !== undefined);
      const index = spans.indexOf(span);
      const said = readFacts(applyEdits(FACTS, edits)).entities.flatMap(({ id, type, name }) => [id, type, name]);
      const before = readFacts(FACTS).entities.flatMap(({ id, type, name }) => [id, type, name]);
      if (written.trim() !== '') expect(said).toEqual(before.with(index, written));
    }),
  );
});
