import { describe, expect, test } from 'vitest';
import { nameActions } from '../../server/src/features/name-actions.ts';
import { computeEdit } from '../../server/src/lsp/edit-requests.ts';
import { isSidecarFix } from '../../server/src/lsp/fixes.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { TextLines } from '../../server/src/text/lines.ts';
import { projectModelBytes } from '../names/model/support.ts';
import { withCursor } from '../support/cursor.ts';
import { openSeed } from '../support/world.ts';

interface Offer {
  readonly title: string;
  /** The files that it changes, as they are afterwards. */
  readonly run: () => Promise<Record<string, string>>;
}

async function offered(marked: string, files: Record<string, string> = {}, model?: Uint8Array): Promise<Offer[]> {
  const { text, position } = withCursor(marked);
  const { snapshot, workspace, world } = await openSeed(text, files, 'seeds/a.txt', { model });
  return nameActions(snapshot, { start: position, end: position }).map(({ title, data }) => ({
    title,
    async run() {
      if (!isSidecarFix(data)) throw new Error(`“${title}” does nothing`);
      const result = await computeEdit(workspace, world, snapshot, data.method, { ...data.params, by: 'Ada' });
      if (!('files' in result)) throw new Error(result.problem);
      return Object.fromEntries(
        result.files.map(({ uri, edits }) => {
          const before = world.disk.get(uri) ?? '';
          const lines = TextLines.from(before);
          const changes = edits.map(({ range, newText }) => ({
            start: lines.offsetAt(range.start),
            end: lines.offsetAt(range.end),
            newText,
          }));
          return [uri.replace('file:///w/', ''), applyEdits(before, changes)];
        }),
      );
    },
  }));
}

const titles = async (marked: string, files?: Record<string, string>, model?: Uint8Array) =>
  (await offered(marked, files, model)).map(({ title }) => title);

async function run(title: RegExp, marked: string, files: Record<string, string> = {}): Promise<Record<string, string>> {
  const offer = (await offered(marked, files)).find((one) => title.test(one.title));
  if (offer === undefined) throw new Error(`nothing like ${title} is offered`);
  return offer.run();
}

describe('of a name', () => {
  test('what it is taken for comes first, then what it may not be, then the other types', async () => {
    expect(await titles('She flew to Can$0ada.')).toEqual([
      'Tag as place',
      'Not an entity: “Canada” is no place here',
      'Tag every “Canada” of this document as place',
      'Not an entity: “Canada” is no place anywhere in this document',
      'Never a name: add “Canada” to seedmark.yaml',
      'Tag as person',
      'Tag as organisation',
      'Tag as group',
      'Tag as event',
      'Tag as law',
      'Tag as product',
      'Tag as work',
    ]);
  });

  test('a client that can ask for the type does so', async () => {
    const { text, position } = withCursor('She flew to Can$0ada.');
    const { snapshot, uri } = await openSeed(text);
    const actions = nameActions(snapshot, { start: position, end: position }, ['seedmark.tag']);
    expect(actions.map(({ title }) => title).slice(5)).toEqual(['Tag as another type…']);
    const range = { start: { line: 0, character: 12 }, end: { line: 0, character: 18 } };
    expect(actions.at(-1)?.command?.arguments).toEqual([{ uri, ranges: [range] }]);
  });

  test('the model’s are offered, too', async () => {
    const found = await titles('Later Angela Bra$0ndt flew home.', {}, projectModelBytes());
    expect(found[0]).toBe('Tag as person');
    expect(found).toContain('Not an entity: “Angela Brandt” is no person here');
  });

  test('the project’s own types are offered behind', async () => {
    const found = await titles('She flew to Can$0ada.', { 'seedmark.yaml': 'types:\n  - {id: vessel, label: Ship}\n' });
    expect(found.at(-1)).toBe('Tag as ship');
  });

  test('an amount is an amount or nothing', async () => {
    expect(await titles('It cost US$$020.')).toEqual([
      'Tag as money',
      'Not an entity: “US$20” is no money here',
      'Tag every “US$20” of this document as money',
      'Not an entity: “US$20” is no money anywhere in this document',
      'Never a name: add “US$20” to seedmark.yaml',
    ]);
  });

  test('what the facts say is not for the list of words that are never names', async () => {
    const facts = 'entities:\n  - id: kanzhun\n    type: organization\n    name: Kanzhun\n';
    const found = await titles('Then Kan$0zhun rose.', { 'facts/f.yaml': facts });
    expect(found[0]).toBe('Tag as organisation');
    expect(found[1]).toBe('Not an entity: “Kanzhun” is no organisation here');
    expect(found.filter((title) => title.startsWith('Never'))).toEqual([]);
  });

  test.each([
    ['an author', 'Source: The Ardale Post\nAuthor: Mara Lind$0qvist\n\nText.'],
    ['a source', 'Source: The Ar$0dale Post\n\nText.'],
  ])('%s of the metadata is one by its field, and not for that list either', async (_, marked) => {
    const found = await titles(marked);
    expect(found[1]).toMatch(/^Not an entity/);
    expect(found.filter((title) => title.startsWith('Never'))).toEqual([]);
  });

  test.each([
    ['no name', 'It rai$0ned.'],
    ['nothing', '$0'],
  ])('%s: nothing', async (_, marked) => expect(await titles(marked)).toEqual([]));
});

const beside = (type: string, status: string) => ({
  'seeds/a.txt.annotations.yaml': `annotations:\n  - {id: a1, type: ${type}, quote: Canada, status: ${status}}\n`,
});

test('what was decided is not offered again', async () => {
  for (const status of ['confirmed', 'suggested'])
    expect(await titles('She flew to Can$0ada.', beside('person', status))).toEqual([]);
  expect(await titles('She flew to Can$0ada.', beside('place', 'rejected'))).toEqual([]);
  const found = await titles('She flew to Can$0ada.', beside('person', 'rejected'));
  expect(found).toContain('Tag as place');
  expect(found).not.toContain('Tag as person');
});

test('tagging writes an annotation', async () => {
  const files = await run(/Tag as place/, 'She flew to Can$0ada.');
  expect(files['seeds/a.txt.annotations.yaml']).toMatch(/type: place\n {4}quote: Canada\n[\s\S]*by: \[Ada\]/);
});

test('“not an entity” writes one that is rejected, and the name is shown no longer', async () => {
  const files = await run(/Not an entity/, 'She flew to Can$0ada.');
  const sidecar = files['seeds/a.txt.annotations.yaml'] ?? '';
  expect(sidecar).toMatch(/type: place\n {4}quote: Canada\n[\s\S]* {4}status: rejected\n$/);
  const { snapshot } = await openSeed('She flew to Canada.', files);
  expect([...snapshot.sections].flatMap(({ painted }) => painted)).toEqual([]);
});

test.each([
  [undefined, 'never:\n  - Canada\n'],
  ['never: [Key Stage]\n', 'never: [Key Stage, Canada]\n'],
  ['# ours\nthresholds: 0.5\n', '# ours\nthresholds: 0.5\nnever:\n  - Canada\n'],
])('“never a name” into a project file of %j', async (before, after) => {
  const files = before === undefined ? {} : { 'seedmark.yaml': before };
  const written = await run(/Never a name/, 'She flew to Can$0ada.', files);
  expect(written).toEqual({ 'seedmark.yaml': after });
  const { snapshot } = await openSeed('She flew to Canada.', written);
  expect([...snapshot.sections].flatMap(({ painted }) => painted)).toEqual([]);
});

describe('of all places of a name', () => {
  const TEXT = 'She flew to Can$0ada. In Canada it rained.\n';

  test('each is tagged that nobody has decided on, in one edit', async () => {
    const [file = ''] = Object.values(await run(/^Tag every “Canada”/, TEXT));
    expect(file.match(/quote: Canada\n/g)).toHaveLength(2);
    expect(file.match(/type: place\n/g)).toHaveLength(2);
  });

  test('one entry says that it is none anywhere', async () => {
    const [file = ''] = Object.values(await run(/anywhere in this document$/, TEXT));
    expect(file.match(/quote: Canada\n/g)).toHaveLength(1);
    expect(file).toContain('everywhere: true');
  });
});
