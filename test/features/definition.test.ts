import { describe, expect, test } from 'vitest';
import type { Location } from 'vscode-languageserver-types';
import { definition, sidecarReferences, sourceAt } from '../../server/src/features/definition.ts';
import { TextLines } from '../../server/src/text/lines.ts';
import type { Workspace } from '../../server/src/workspace/workspace.ts';
import { withCursor } from '../support/cursor.ts';
import { openSeed, openYaml, ROOT } from '../support/world.ts';

const SIDECAR = `annotations:
  - {id: a1, type: organization, quote: Kanzhun, entity: kanzhun}
  - id: b2
    type: product
    quote: [Boss, app]
  - {id: c3, type: place, quote: Zed}
relations:
  - {id: r1, type: owns, from: a1, to: b2}
  - {id: r2, type: owns, from: a1, to: zed}
`;
const FILES = {
  'seeds/a.txt': 'Source: Sky\n\nKanzhun made Boss, an\r\n🙂 app. Didi fell.\n',
  'seeds/a.txt.annotations.yaml': SIDECAR,
  'facts/f.yaml':
    'entities:\n  - {id: kanzhun, type: organization, name: Kanzhun}\n  - {id: didi, type: organization, name: Didi}\n',
};

/** The places as `file: words`. */
function shown(workspace: Workspace, found: readonly Location[]): string[] {
  return found.map(({ uri, range }) => {
    const name = uri.slice(ROOT.length);
    const lines = workspace.linesOf(uri) ?? TextLines.from(FILES[name as keyof typeof FILES]);
    return `${name}: ${lines.toString().slice(lines.offsetAt(range.start), lines.offsetAt(range.end))}`;
  });
}

async function fromSeed(words: string): Promise<string[]> {
  const { text, position } = withCursor(FILES['seeds/a.txt'].replace(words.replace('$0', ''), words));
  const { snapshot, workspace } = await openSeed(text, FILES);
  return shown(workspace, definition(snapshot, position, { linesOf: (uri) => workspace.linesOf(uri) }));
}

async function fromSidecar(
  words: string,
  of = definition as typeof sidecarReferences,
  files = FILES,
): Promise<string[]> {
  const { text, position } = withCursor(SIDECAR.replace(words.replace('$0', ''), words));
  const { snapshot, workspace } = await openYaml('seeds/a.txt.annotations.yaml', text, files);
  const options = { linesOf: (uri: string) => workspace.linesOf(uri), seed: workspace.annotatedSeed(snapshot) };
  return shown(workspace, of(snapshot, position, options));
}

const ENTRY = 'seeds/a.txt.annotations.yaml: {id: a1, type: organization, quote: Kanzhun, entity: kanzhun}';
const PARTS = ['seeds/a.txt: Boss', 'seeds/a.txt: app'];

describe('from a seed', () => {
  test.each<[string, string[]]>([
    ['Kan$0zhun', [ENTRY, 'facts/f.yaml: kanzhun']],
    ['a$0pp', ['seeds/a.txt.annotations.yaml: id: b2\n    type: product\n    quote: [Boss, app]']],
    ['Di$0di', ['facts/f.yaml: didi']],
    ['ma$0de', []],
    ['Sour$0ce', []],
  ])('%s', async (words, expected) => {
    expect(await fromSeed(words)).toEqual(expected);
  });
});

test('from a short form to the entry of the full name', async () => {
  const { text, position } = withCursor('It rained in the United Kingdom. Is the U$0K wet?');
  const facts = 'entities:\n  - {id: britain, type: place, name: United Kingdom}\n';
  const { snapshot, workspace } = await openSeed(text, { 'facts/f.yaml': facts });
  const found = definition(snapshot, position, { linesOf: (uri) => workspace.linesOf(uri) });
  expect(shown(workspace, found)).toEqual(['facts/f.yaml: britain']);
});

describe('from a sidecar', () => {
  test.each<[string, string[]]>([
    ['quo$0te: Kanzhun', ['seeds/a.txt: Kanzhun']],
    ['organ$0ization', ['seeds/a.txt: Kanzhun']],
    ['entity: kan$0zhun', ['facts/f.yaml: kanzhun']],
    ['i$0d: b2', PARTS],
    ['quote: Ze$0d', []],
    ['from: a$01', [ENTRY]],
    ['to: z$0ed', []],
    ['r$01', ['seeds/a.txt: Kanzhun', ...PARTS]],
    ['relat$0ions', []],
  ])('%s', async (words, expected) => {
    expect(await fromSidecar(words)).toEqual(expected);
  });

  test('without its seed it leads to the facts and to entries only', async () => {
    const { 'seeds/a.txt': _, ...files } = FILES;
    const without = files as typeof FILES;
    expect(await fromSidecar('quo$0te: Kanzhun', undefined, without)).toEqual([]);
    expect(await fromSidecar('entity: kan$0zhun', undefined, without)).toEqual(['facts/f.yaml: kanzhun']);
    expect(await fromSidecar('from: a$01', undefined, without)).toEqual([ENTRY]);
  });

  test('references: the places and the relations', async () => {
    const file = 'seeds/a.txt.annotations.yaml';
    expect(await fromSidecar('quote: Kan$0zhun', sidecarReferences)).toEqual([
      'seeds/a.txt: Kanzhun',
      `${file}: a1`,
      `${file}: a1`,
    ]);
    expect(await fromSidecar('to: b$02', sidecarReferences)).toEqual([...PARTS, `${file}: b2`]);
    expect(await fromSidecar('ty$0pe: owns', sidecarReferences)).toEqual([]);
  });
});

describe('from a facts file', () => {
  const FACTS = `entities:
  - id: kanzhun
    type: organization
    name: Kanzhun
    facts:
      - {what: made, value: Boss, source: seeds/a.txt#L3}
      - {what: x, value: y}
    relations:
      - {type: owns, entity: boss}
  - {id: boss, type: product, name: Boss}
`;
  async function open(words: string) {
    const { text, position } = withCursor(FACTS.replace(words.replace('$0', ''), words));
    return { position, ...(await openYaml('facts/f.yaml', text, { 'seeds/a.txt': FILES['seeds/a.txt'] })) };
  }

  test.each<[string, string[]]>([
    ['name: Kan$0zhun', ['facts/f.yaml: kanzhun']],
    ['id: k$0anzhun', ['facts/f.yaml: kanzhun']],
    ['type: org$0anization', []],
    ['value: Bo$0ss', []],
    ['entity: bo$0ss', ['facts/f.yaml: boss']],
  ])('%s: an entry is where it is, and so is what a relation leads to', async (words, expected) => {
    const { snapshot, workspace, position } = await open(words);
    expect(shown(workspace, definition(snapshot, position, { linesOf: (uri) => workspace.linesOf(uri) }))).toEqual(
      expected,
    );
  });

  test.each<[string, string | undefined]>([
    ['seeds/a$0.txt#L3', 'seeds/a.txt#L3'],
    ['sour$0ce: seeds', undefined],
    ['value: y$0', undefined],
  ])('%s: the source of a fact', async (words, expected) => {
    const { snapshot, position } = await open(words);
    expect(sourceAt(snapshot, position)).toBe(expected);
  });
});
