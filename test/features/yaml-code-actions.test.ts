import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSidecarTree } from '../../server/src/annotations/sidecar.ts';
import { yamlCodeActions } from '../../server/src/features/yaml-code-actions.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { withCursor } from '../support/cursor.ts';
import { openYaml } from '../support/world.ts';

const SEED = 'Source: Skylark News\r\n\r\nJane Doe met John Roe 🙂 in Freedonia.\r\n';
const SEED_ID = createHash('sha1')
  .update(`blob ${Buffer.byteLength(SEED)}\0${SEED}`)
  .digest('hex');
const FILES = {
  'seeds/a.txt': SEED,
  'facts/f.yaml': 'entities:\n  - {id: jane-doe, type: person, name: Jane Doe}\n',
  'seedmark.yaml':
    'types: [{id: vessel, label: Ship, attributes: {flag: , fate: [afloat, sunk]}}]\nrelations:\n  - {id: owns, from: person, to: vessel}\n  - {id: knows}\n',
};

/** What each quick fix at the cursor makes of a sidecar, by title. */
async function fixes(marked: string): Promise<Record<string, string>> {
  const { text, position } = withCursor(marked);
  const { snapshot } = await openYaml('seeds/a.txt.annotations.yaml', text, FILES);
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

/** Comments, an unknown key, quotes of all kinds, blank lines: whatever a fix must leave alone. */
const HEAD = `# mine
seedmark: 1   # one
colour: [ blue,green ]

annotations:
    # Jane
    -   id: a1
        type: 'person'   # her
        quote: Jane Doe

    -   {id: b2, type: "vessel", quote: [John, Roe], x: ~}
`;
const RELATED = `${HEAD}
relations:
  - id: r1
    type: owns
    from: a1
    to: b2
  # the second
  - {id: r2, type: "knows", from: a1, to: b2} # still
`;

describe('each fix changes what it must', () => {
  test.each<[string, string, Record<string, [from: string, to: string]>]>([
    ['nothing is wrong', RELATED.replace('owns', 'o$0wns'), {}],
    [
      'a relation without its end',
      RELATED.replace('to: b2', 'to: b$09'),
      { 'Remove this relation': ['  - id: r1\n    type: owns\n    from: a1\n    to: b9\n', ''] },
    ],
    [
      'in braces',
      RELATED.replace('to: b2}', 'to: b$09}'),
      { 'Remove this relation': ['  - {id: r2, type: "knows", from: a1, to: b9} # still\n', ''] },
    ],
    [
      'the only relation',
      `${HEAD}relations: # some\n- {id: r, type: owns, from: a1, to: $0x}\n`,
      {
        'Remove this relation': [
          'relations: # some\n- {id: r, type: owns, from: a1, to: x}\n',
          'relations: [] # some\n',
        ],
      },
    ],
    [
      'an unknown relation',
      RELATED.replace('"knows"', '"kn$0ow"'),
      {
        'Change to “knows”': ['"know"', '"knows"'],
        'Remove this relation': ['  - {id: r2, type: "know", from: a1, to: b2} # still\n', ''],
      },
    ],
    [
      'ends the wrong way round',
      RELATED.replace('from: a1\n    to: b2', 'from: b$02 # x\n    to: "a1"'),
      {
        'Exchange the two ends': ['from: b2 # x\n    to: "a1"', 'from: "a1" # x\n    to: b2'],
        'Remove this relation': ['  - id: r1\n    type: owns\n    from: b2 # x\n    to: "a1"\n', ''],
      },
    ],
    [
      'ends that fit in no way',
      RELATED.replace('to: b2', 'to: $0a1'),
      { 'Remove this relation': ['  - id: r1\n    type: owns\n    from: a1\n    to: a1\n', ''] },
    ],
    [
      'an id that stands above',
      RELATED.replace('{id: b2,', '{id: a$01,').replaceAll('to: b2', 'to: a1').replace('owns', 'knows'),
      {
        'Give this entry a fresh id': ['{id: a1,', '{id: fresh,'],
        'Remove this entry': ['    -   {id: a1, type: "vessel", quote: [John, Roe], x: ~}\n', ''],
      },
    ],
    [
      'no id',
      HEAD.replace('    -   id: a1\n        type', '    -   ty$0pe'),
      { 'Give this entry an id': ["    -   type: 'person'", "    -   id: fresh\n        type: 'person'"] },
    ],
    ['no id, in braces', HEAD.replace('{id: b2, ', '{$0'), { 'Give this entry an id': ['{type', '{id: fresh, type'] }],
    ['an unknown type', HEAD.replace('"vessel"', '"S$0hip"'), { 'Change to “vessel”': ['"Ship"', '"vessel"'] }],
    ['a type in capitals', HEAD.replace("'person'", 'P$0erson'), { 'Change to “person”': ['Person', 'person'] }],
    ['a type far from all', HEAD.replace("'person'", 'zep$0pelin'), {}],
    [
      'an unknown entity',
      HEAD.replace('Jane Doe\n', 'Jane Doe\n        entity: jane-d$0o\n        note: x\n'),
      {
        'Change to “jane-doe”': ['jane-do\n', 'jane-doe\n'],
        'Remove the link to this entity': ['        entity: jane-do\n', ''],
      },
    ],
    [
      'an unknown entity in braces',
      HEAD.replace('x: ~', 'entity: $0zed, x: ~'),
      { 'Remove the link to this entity': [', entity: zed', ''] },
    ],
    [
      'an attribute that is nearly one of its type',
      HEAD.replace('x: ~', 'attributes: {flagg$0: NL, fate: sunk}'),
      { 'Change to “flag”': ['flagg:', 'flag:'], 'Remove this attribute': ['flagg: NL, ', ''] },
    ],
    [
      'one that it has already, in quotes',
      HEAD.replace('x: ~', 'attributes: {flag: NL, "fl$0ag2": NL}'),
      { 'Remove this attribute': [', "flag2": NL', ''] },
    ],
    [
      'the only attribute, in lines',
      HEAD.replace("'person'   # her", 'vessel').replace(
        'Jane Doe\n',
        'Jane Doe\n        attributes:\n            co$0lour: red\n        note: x\n',
      ),
      { 'Remove this attribute': ['        attributes:\n            colour: red\n', ''] },
    ],
    [
      'the first of two, in lines',
      HEAD.replace("'person'   # her", 'vessel').replace(
        'Jane Doe\n',
        'Jane Doe\n        attributes:\n            co$0lour: red\n            # where\n            flag: NL\n',
      ),
      { 'Remove this attribute': ['            colour: red\n', ''] },
    ],
    [
      'a value that is not in the list',
      HEAD.replace('x: ~', 'attributes: { flag: NL, fate: "Su$0nk" }'),
      { 'Change to “sunk”': ['"Sunk"', '"sunk"'], 'Remove this attribute': [', fate: "Sunk"', ''] },
    ],
    [
      'a position that is not the quote’s',
      `text: ${SEED_ID}\nannotations:\n  - {id: a1, type: place, quote: Freedonia, at: 4$0, before: "in "}\n`,
      { 'Write the position 49, where the quote stands': ['at: 4,', 'at: 49,'] },
    ],
    [
      'a quote that stands nowhere',
      `text: ${SEED_ID}\nannotations:\n  - {id: a1, type: place, quote: Zed$0, at: 4}\n  - {id: a2, type: x, quote: y}\n`,
      { 'Remove this annotation': ['  - {id: a1, type: place, quote: Zed, at: 4}\n', ''] },
    ],
  ])('%s', async (_, marked, expected) => {
    const { text } = withCursor(marked);
    const results = Object.entries(expected).map(([title, [from, to]]) => {
      expect(text.split(from)).toHaveLength(2);
      return [title, text.replace(from, to)];
    });
    expect(await fixes(marked)).toEqual(Object.fromEntries(results));
    // In a file of the other line ends the same, in those.
    const other = (value: string) => value.replaceAll('\n', '\r\n');
    expect(await fixes(other(marked))).toEqual(
      Object.fromEntries(results.map(([title = '', result = '']) => [title, other(result)])),
    );
  });
});

test('what is said elsewhere by an alias is not changed with it', async () => {
  const text = HEAD.replace("'person'", '&t Pers$0on').replace('"vessel"', '*t');
  expect(await fixes(text)).toEqual({});
  expect(
    Object.keys(
      await fixes(HEAD.replace("'person'", '&t vessel').replace('"vessel"', '*t').replace('&t vessel', '&t vess$0l')),
    ),
  ).toEqual([]);
});

test('in a damaged file nothing is mended', async () => {
  expect(await fixes(RELATED.replace('to: b2', 'to: b$09').replace('seedmark: 1', 'seedmark: [1'))).toEqual({});
});

test('whatever a file says, a fix leaves it whole', async () => {
  const piece = fc.constantFrom(
    'annotations:\n',
    'relations:\n',
    '  - {id: a1, type: Person, quote: x}\n',
    '  - id: a1\n    type: person\n    quote: |\n      x\n\n',
    '  - &q {type: x, quote: y, entity: z}\n',
    '  - *q\n',
    '  - {id: a1, type: know, from: a1, to: "z"}\n',
    '  - id: r1\n    type: owns\n    from: b\n    to: a1',
    '    entity: >-\n      zed\n',
    '  - {id: a2, type: vessel, quote: z, attributes: {flagg: NL, fate: sink}}\n',
    '  - id: a3\n    type: vessel\n    quote: z\n    attributes:\n      fate: >\n        sank\n      \n      colour: red\n',
    '# c\n',
    '\n',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 8 }), async (pieces) => {
      const text = pieces.join('');
      const { snapshot } = await openYaml('seeds/a.txt.annotations.yaml', text, FILES);
      const whole = { start: { line: 0, character: 0 }, end: snapshot.lines.positionAt(text.length) };
      for (const { title, edit } of yamlCodeActions(snapshot, whole, { freshId: () => 'fresh' })) {
        const edits = (edit?.changes?.[snapshot.uri] ?? []).map(({ range, newText }) => ({
          start: snapshot.lines.offsetAt(range.start),
          end: snapshot.lines.offsetAt(range.end),
          newText,
        }));
        const [before, after] = [readSidecarTree(text), readSidecarTree(applyEdits(text, edits))];
        expect(after.sidecar.damaged, title).toBeUndefined();
        const count = (of: typeof before) => of.sidecar.annotations.length + of.sidecar.relations.length;
        expect(count(before) - count(after), title).toBe(/^Remove this (?!attribute)/.test(title) ? 1 : 0);
      }
    }),
    { numRuns: 200 },
  );
});
