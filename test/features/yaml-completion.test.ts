import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type YamlCompletionOptions, yamlCompletion } from '../../server/src/features/yaml-completion.ts';
import { COLORS } from '../../server/src/project/defaults.ts';
import { FINDINGS } from '../../server/src/project/severities.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { withCursor } from '../support/cursor.ts';
import { openYaml } from '../support/world.ts';

const FACTS = `entities:
  - {id: kanzhun, type: organization, name: Kanzhun Limited, aliases: [Kanzhun], description: A recruiting company}
  - {id: beijing, type: place, name: Beijing}
  - {id: "no", type: place, name: Norway}
`;
const PROJECT = `types:
  - {id: vessel, label: Ship, description: A named ship, attributes: {flag: , fate: [afloat, sunk]}}
severities: {ambiguous-date: error}
relations:
  - {id: knows, from: person, to: person}
  - {id: owns, from: [person, organization]}
  - {id: sails, from: [person, vessel], to: [place]}
`;
const FILES = { 'facts/f.yaml': FACTS, 'seedmark.yaml': PROJECT };

const SIDECAR = 'seeds/a.txt.annotations.yaml';
const FACTS_FILE = 'facts/g.yaml';
const PROJECT_FILE = 'sub/seedmark.yaml';

const OPTIONS: YamlCompletionOptions = { snippets: true, asIs: true, suggestCommand: 'suggest' };

async function items(file: string, marked: string, options = OPTIONS) {
  const { text, position } = withCursor(marked);
  const { snapshot } = await openYaml(file, text, FILES);
  return { text, snapshot, list: yamlCompletion(snapshot, position, options)?.items };
}

/** The labels that are offered, in their order. */
async function labels(file: string, marked: string): Promise<string> {
  const { list } = await items(file, marked);
  const sorted = [...(list ?? [])].sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1));
  expect(sorted).toEqual(list ?? []);
  return list === undefined ? 'nothing' : sorted.map(({ label }) => label).join(' ');
}

/** The text after the item has been taken; the places to type of a snippet stand in it. */
async function applied(file: string, marked: string, label: string, options = OPTIONS): Promise<string> {
  const { text, snapshot, list } = await items(file, marked, options);
  const item = list?.find((candidate) => candidate.label === label);
  if (item?.textEdit === undefined || !('range' in item.textEdit))
    throw new Error(`no ${label} among ${list?.map((candidate) => candidate.label)}`);
  const { range, newText } = item.textEdit;
  const [start, end] = [snapshot.lines.offsetAt(range.start), snapshot.lines.offsetAt(range.end)];
  const cursor = marked.indexOf('$0');
  // What editors ask for: on one line, round the cursor, and what is typed is found in the text it is compared with.
  expect(range.start.line).toBe(range.end.line);
  expect(start <= cursor && cursor <= end).toBe(true);
  expect(isSubsequence(text.slice(start, cursor).trimEnd(), item.filterText ?? label)).toBe(true);
  const shown = item.insertTextFormat === 2 ? newText.replace(/\\([\\$}])/g, '$1') : newText;
  return applyEdits(text, [{ start, end, newText: shown }]);
}

function isSubsequence(typed: string, text: string): boolean {
  let at = 0;
  for (const char of text.toLowerCase()) if (char === typed[at]?.toLowerCase()) at++;
  return at === typed.length;
}

const TYPES = 'person organization place group event law product work money percent quantity date time duration set';
const CODES = Object.keys(FINDINGS).join(' ');

describe('what is offered', () => {
  test.each<[string, string, string]>([
    [SIDECAR, '$0', 'seedmark text annotations relations accepted'],
    [SIDECAR, 'seedmark: 1\nann$0\n', 'text annotations relations accepted'],
    [SIDECAR, 'seedmark: $0\n', '1'],
    [
      SIDECAR,
      'annotations:\n  - $0',
      'id type quote at before after entity note attributes by on status everywhere text',
    ],
    [
      SIDECAR,
      'annotations:\n  - id: x\n    ty$0\n',
      'type quote at before after entity note attributes by on status everywhere text',
    ],
    [
      SIDECAR,
      'annotations:\n  - id: x\n    $0\n    quote: Q\n    by: [ann\n  - id: y\n',
      'type at before after entity note attributes on status everywhere text',
    ],
    [
      SIDECAR,
      'annotations:\n  - {id: x, $0}\n',
      'type quote at before after entity note attributes by on status everywhere text',
    ],
    [SIDECAR, 'annotations:\n  - type: $0\n', `${TYPES} vessel`],
    [SIDECAR, 'annotations:\n  - type:$0\n', `${TYPES} vessel`],
    [SIDECAR, 'annotations:\n  - {type: pl$0\n', `${TYPES} vessel`],
    [SIDECAR, 'annotations:\n  - status: $0\n', 'confirmed suggested rejected'],
    [SIDECAR, 'annotations:\n  - on: $0\n', '2021-07-06'],
    [SIDECAR, 'annotations:\n  - entity: $0\n', 'kanzhun beijing no'],
    [SIDECAR, 'annotations:\n  - type: place\n    entity: $0\n', 'beijing no kanzhun'],
    [SIDECAR, 'annotations:\n  - entity: $0\n    type: place\n    quote: norway\n', 'no beijing kanzhun'],
    [SIDECAR, 'annotations:\n  - note: $0\n', ''],
    [SIDECAR, 'annotations:\n  - attributes:\n      $0\n', ''],
    [SIDECAR, 'annotations:\n  - type: set\n    attributes:\n      $0\n', 'value mod anchor quant freq'],
    [SIDECAR, 'annotations:\n  - {type: vessel, attributes: {flag: x, $0}}\n', 'fate'],
    [SIDECAR, 'annotations:\n  - attributes: {fate: $0}\n    type: vessel\n', 'afloat sunk'],
    [SIDECAR, 'annotations:\n  - type: vessel\n    attributes:\n      flag: $0\n', ''],
    [SIDECAR, 'annotations:\n  - id: x\n  $0', '- id'],
    [SIDECAR, 'annotations:\n  $0', '- id'],
    [SIDECAR, 'relations:\n  - id: r\n    $0', 'type from to note by on'],
    [
      SIDECAR,
      'annotations:\n  - {id: a1, type: place, quote: Beijing}\n  - {id: b2, type: place, quote: [New, York]}\nrelations:\n  - from: $0\n',
      'a1 b2',
    ],
    [SIDECAR, 'annotations:\n  - {type: place, quote: Beijing}\nrelations:\n  - from: $0\n', ''],
    [SIDECAR, 'accepted:\n  - code: $0\n', CODES],
    [SIDECAR, '# $0', 'nothing'],
    [FACTS_FILE, '$0', 'entities - id'],
    [FACTS_FILE, 'entities:\n- $0\n', 'id type name aliases description facts relations links'],
    [FACTS_FILE, '- id: a\n  $0\n', 'type name aliases description facts relations links'],
    [FACTS_FILE, '- id: a\n  type: pl$0', `${TYPES} vessel`],
    [FACTS_FILE, '- id: a\n  facts:\n    - what: born\n      $0\n', 'value on from to source'],
    [FACTS_FILE, '- facts:\n    - on: $0\n', ''],
    [FACTS_FILE, '- links:\n    wikidata: Q1\n    $0\n', 'viaf isni geonames url'],
    [FACTS_FILE, '- aliases:\n    - $0\n', 'text lang'],
    [FACTS_FILE, '- aliases:\n    - text: a\n      lang: $0\n', 'en de fr es ru ar zh zh-Latn ja ko'],
    [FACTS_FILE, '- relations:\n    - $0\n', 'type entity on from to source'],
    [FACTS_FILE, '- id: a\n  type: person\n  relations:\n    - type: $0\n', 'knows owns sails'],
    [FACTS_FILE, '- id: a\n  type: vessel\n  relations:\n    - type: $0\n', 'sails knows owns'],
    [
      FACTS_FILE,
      '- id: own\n  type: person\n  name: X\n  relations:\n    - type: owns\n      entity: $0\n',
      'kanzhun beijing no',
    ],
    [FACTS_FILE, '- id: own\n  relations:\n    - type: sails\n      entity: $0\n', 'beijing no kanzhun'],
    [
      FACTS_FILE,
      '- id: y\n  facts:\n    - {what: led by, value: x}\n    - {what: died, value: x}\n    - {what: led by, value: y}\n    - what: $0\n- id: x\n',
      'led by died born office founded award',
    ],
    [PROJECT_FILE, '$0', 'seeds types relations metadata severities sources never thresholds'],
    [PROJECT_FILE, 'types:\n  - $0\n', `id label key description color colour attributes ${TYPES}`],
    [PROJECT_FILE, 'types:\n  $0\n', `${TYPES} - id`],
    [PROJECT_FILE, 'types:\n  ship:\n    $0\n', 'label key description color colour attributes'],
    [PROJECT_FILE, 'types:\n  - id: ship\n    attributes:\n      - $0\n', 'id label description values'],
    [PROJECT_FILE, 'types:\n  ship:\n    attributes: {flag: {$0}}\n', 'label description values'],
    [PROJECT_FILE, 'types:\n  ship: {color: $0}\n', COLORS.join(' ')],
    [PROJECT_FILE, 'types:\n  - id: ship\nrelations:\n  - from: [place, $0]\n', `${TYPES} ship`.replace(' place', '')],
    [PROJECT_FILE, 'metadata:\n  $0\n', 'required recommended'],
    [
      PROJECT_FILE,
      'metadata:\n  required: [source, $0\n  recommended: [url]\n',
      'published retrieved title author url keywords language rights',
    ],
    [
      PROJECT_FILE,
      'metadata:\n  required:\n    - source\n    - $0\n    - title\n',
      'published retrieved author url keywords language rights',
    ],
    [PROJECT_FILE, 'severities:\n  $0\n  empty-field: off\n', CODES.replace(' empty-field', '')],
    [PROJECT_FILE, 'severities:\n  empty-field: $0\n', 'error warning info hint off'],
    [PROJECT_FILE, 'severities: {empty-field: $0', 'error warning info hint off'],
    [PROJECT_FILE, 'metadata:\n  required:\n      x: 1\n   $0\n', 'nothing'],
  ])('%s %j', async (file, marked, expected) => {
    expect(await labels(file, marked)).toBe(expected);
  });
});

describe('what taking it makes of the text', () => {
  test.each<[string, string, string, string]>([
    // Keys, where the form of their value follows from the schema.
    [SIDECAR, '$0', 'seedmark', 'seedmark: 1'],
    [SIDECAR, 'te$0', 'text', 'text: '],
    [SIDECAR, 'an$0', 'annotations', 'annotations:\n  - id: $1\n    type: $2\n    quote: $3'],
    [SIDECAR, 'annotations:\n  - id: x\n    ty$0\n', 'type', 'annotations:\n  - id: x\n    type: \n'],
    [SIDECAR, 'annotations:\n  - ty$0: place\n', 'type', 'annotations:\n  - type: place\n'],
    [SIDECAR, 'annotations:\n  - "ty$0"\n', 'type', 'annotations:\n  - "type": \n'],
    [SIDECAR, 'annotations:\n  - "ty$0": place\n', 'type', 'annotations:\n  - "type": place\n'],
    [SIDECAR, 'annotations:\n  -$0', 'type', 'annotations:\n  - type: '],
    [SIDECAR, 'annotations:\n  - {id: x, ty$0}\n', 'type', 'annotations:\n  - {id: x, type: }\n'],
    [SIDECAR, 'annotations:\n  - {id: x, at$0}\n', 'attributes', 'annotations:\n  - {id: x, attributes: {$1}}\n'],
    [SIDECAR, 'annotations:\n  - at$0\n', 'attributes', 'annotations:\n  - attributes:\n      \n'],
    [
      SIDECAR,
      'annotations:\n  - id: x\n  $0\n',
      '- id',
      'annotations:\n  - id: x\n  - id: $1\n    type: $2\n    quote: $3\n',
    ],
    [SIDECAR, 'annotations:\n  $0', '- id', 'annotations:\n  - id: $1\n    type: $2\n    quote: $3'],
    [PROJECT_FILE, 'ty$0', 'types', 'types:\n  - id: '],
    [PROJECT_FILE, 'ne$0', 'never', 'never:\n  - '],
    [PROJECT_FILE, 'metadata:\n  re$0\n', 'required', 'metadata:\n  required:\n    - \n'],
    [PROJECT_FILE, 'metadata: {re$0}\n', 'required', 'metadata: {required: [$1]}\n'],
    [PROJECT_FILE, 'me$0\n', 'metadata', 'metadata:\n  \n'],
    [PROJECT_FILE, 'severities:\n  em$0\n', 'empty-field', 'severities:\n  empty-field: \n'],
    [PROJECT_FILE, 'types:\n  pl$0\n', 'place', 'types:\n  place:\n    \n'],
    // In the indentation and with the line ends of the file.
    [PROJECT_FILE, 'types:\n- id: a\nne$0', 'never', 'types:\n- id: a\nnever:\n- '],
    [PROJECT_FILE, 'types:\n    - id: a\nme$0', 'metadata', 'types:\n    - id: a\nmetadata:\n  '],
    [PROJECT_FILE, 'severities:\n    a: off\nme$0', 'metadata', 'severities:\n    a: off\nmetadata:\n    '],
    [FACTS_FILE, '# x\r\n$0', 'entities', '# x\r\nentities:\r\n  - id: $1\r\n    type: $2\r\n    name: $3'],
    // Values, in the quotes that stand there or in those they need.
    [SIDECAR, 'annotations:\n  - type: $0', 'place', 'annotations:\n  - type: place'],
    [SIDECAR, 'annotations:\n  - type:$0', 'place', 'annotations:\n  - type: place'],
    [SIDECAR, 'annotations:\n  - type: pl$0ane # ?\n', 'place', 'annotations:\n  - type: place # ?\n'],
    [SIDECAR, 'annotations:\n  - type: "pl$0"', 'place', 'annotations:\n  - type: "place"'],
    [SIDECAR, "annotations:\n  - type: 'pl$0", 'place', "annotations:\n  - type: 'place'"],
    [SIDECAR, 'annotations:\n  - {type: pl$0, id: x}', 'place', 'annotations:\n  - {type: place, id: x}'],
    [SIDECAR, 'annotations:\n  - entity: Norw$0', 'no', 'annotations:\n  - entity: "no"'],
    [SIDECAR, 'annotations:\n  - entity: Kanzhun Lim$0', 'kanzhun', 'annotations:\n  - entity: kanzhun'],
    [SIDECAR, 'annotations:\n  - on: $0', '2021-07-06', 'annotations:\n  - on: "2021-07-06"'],
    [PROJECT_FILE, 'severities:\n  empty-field: $0\n', 'off', 'severities:\n  empty-field: off\n'],
    [PROJECT_FILE, 'severities:\n  empty-field: "$0"\n', 'off', 'severities:\n  empty-field: "off"\n'],
    [PROJECT_FILE, 'metadata:\n  required: [source, ti$0]\n', 'title', 'metadata:\n  required: [source, title]\n'],
    [PROJECT_FILE, 'metadata:\n  required: [source, ti$0\n', 'title', 'metadata:\n  required: [source, title\n'],
    [PROJECT_FILE, 'metadata:\n  required:\n    ti$0\n', '- title', 'metadata:\n  required:\n    - title\n'],
    [PROJECT_FILE, 'metadata:\n  required:\n    - ti$0\n', 'title', 'metadata:\n  required:\n    - title\n'],
  ])('%s %j, %s', async (file, marked, label, expected) => {
    expect(await applied(file, marked, label)).toBe(expected);
  });

  test('without snippets the text ends where something is to be typed', async () => {
    const without = { snippets: false, asIs: false, suggestCommand: undefined };
    expect(await applied(SIDECAR, 'an$0', 'annotations', without)).toBe('annotations:\n  - id: ');
    expect(await applied(PROJECT_FILE, 'metadata: {re$0}', 'required', without)).toBe('metadata: {required: []}');
    const { list } = await items(SIDECAR, '$0', without);
    for (const item of list ?? []) {
      expect(item).not.toHaveProperty('insertTextFormat');
      expect(item).not.toHaveProperty('insertTextMode');
      expect(item).not.toHaveProperty('command');
    }
  });
});

describe('what is said of it', () => {
  const said = async (file: string, marked: string, label: string) => {
    const { list } = await items(file, marked);
    const { detail, documentation, filterText, command } = list?.find((item) => item.label === label) ?? {};
    return { detail, documentation, filterText, command: command?.command };
  };

  test('a key: whether it is required, what it means; then what it may be is offered at once', async () => {
    expect(await said(SIDECAR, 'annotations:\n  - $0', 'type')).toEqual({
      detail: 'required',
      documentation: expect.stringContaining('What the words are'),
      filterText: 'type',
      command: 'suggest',
    });
    expect((await said(SIDECAR, 'annotations:\n  - $0', 'note')).command).toBeUndefined();
    expect((await said(SIDECAR, 'annotations:\n  - $0', 'type')).command).toBe('suggest');
    expect((await said(SIDECAR, '$0', 'accepted')).command).toBe('suggest');
    expect((await said(SIDECAR, '$0', 'annotations')).command).toBeUndefined();
  });

  test('a type: its label and description', async () => {
    expect(await said(SIDECAR, 'annotations:\n  - type: $0', 'vessel')).toMatchObject({
      detail: 'Ship',
      documentation: 'A named ship',
    });
  });

  test('an entity: its name, type and description; it is found by its names', async () => {
    expect(await said(SIDECAR, 'annotations:\n  - entity: "$0"', 'kanzhun')).toMatchObject({
      detail: 'Kanzhun Limited',
      documentation: 'organization: A recruiting company',
      filterText: '"kanzhun Kanzhun Limited Kanzhun',
    });
  });

  test('an annotation: its quote and type', async () => {
    const text = 'annotations:\n  - {id: a1, type: place, quote: New York}\nrelations:\n  - from: $0\n';
    expect(await said(SIDECAR, text, 'a1')).toMatchObject({ detail: 'New York', documentation: 'place' });
  });

  test('a finding: its title, and how severe it is', async () => {
    expect(await said(PROJECT_FILE, 'severities:\n  $0', 'empty-field')).toMatchObject({
      detail: 'A metadata field has no value',
      documentation: 'warning by default',
    });
    expect(await said(SIDECAR, 'accepted:\n  - code: $0', 'ambiguous-date')).toMatchObject({
      documentation: 'error in this project, info by default',
    });
  });

  test('a metadata field and a status: what they mean', async () => {
    expect(await said(PROJECT_FILE, 'metadata:\n  required: [$0]', 'url')).toMatchObject({ detail: 'URL' });
    expect(await said(SIDECAR, 'annotations:\n  - status: $0', 'rejected')).toMatchObject({
      documentation: expect.stringContaining('wrong'),
    });
  });
});

test('of very many entities those are offered that hold what is typed', async () => {
  const many = Array.from({ length: 2000 }, (_, i) => `  - {id: e${i}, type: person, name: Name ${i}}\n`).join('');
  const { text, position } = withCursor('annotations:\n  - entity: name 19$0\n');
  const { snapshot } = await openYaml(SIDECAR, text, { 'facts/f.yaml': `entities:\n${many}` });
  const list = yamlCompletion(snapshot, position, OPTIONS);
  expect(list?.isIncomplete).toBe(true);
  expect(list?.items.map(({ label }) => label)).toContain('e1999');
  expect(list?.items.every(({ filterText }) => filterText?.includes('Name 19'))).toBe(true);
});

test('a text that is being typed changes what is known of the file itself', async () => {
  const { workspace, snapshot } = await openYaml(PROJECT_FILE, 'types:\n  - id: ship\n', FILES);
  const change = 'types:\n  - id: ship\n  - id: boat\nrelations:\n  - from: ';
  workspace.change(snapshot.uri, [{ text: change }], 2);
  const now = workspace.snapshot(snapshot.uri);
  if (now?.kind !== 'yaml') throw new Error('closed');
  const list = yamlCompletion(now, { line: 4, character: 10 }, OPTIONS);
  expect(list?.items.map(({ label }) => label).slice(-2)).toEqual(['ship', 'boat']);
});

test('nothing throws at any place of any text', async () => {
  const piece = fc.constantFrom(
    ...[
      'annotations',
      'id',
      'type',
      'entity',
      'status',
      'types',
      'severities',
      'metadata',
      'required',
      'from',
      'color',
      'attributes',
    ],
    ...[': ', ':', '- ', '-', '\n', '\n  ', '\n    ', '\r\n', ' ', '\t', '"', "'", '[', ']', '{', '}', ', ', '#', '|'],
    ...['__proto__', 'constructor', '👍🏽', '\ud83d', '&x ', '*x', '---\n', '\\'],
  );
  const yaml = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));
  const file = fc.constantFrom(SIDECAR, FACTS_FILE, PROJECT_FILE);
  await fc.assert(
    fc.asyncProperty(file, fc.oneof(yaml, fc.string({ unit: 'binary' })), async (name, text) => {
      const { snapshot } = await openYaml(name, text, FILES);
      for (let offset = 0; offset <= text.length; offset++)
        yamlCompletion(snapshot, snapshot.lines.positionAt(offset), OPTIONS);
    }),
    { numRuns: 300 },
  );
});

test('sources of facts are the seeds of the workspace, by the paths that lead there', async () => {
  const files = {
    'news/seedmark.yaml': 'seeds: [texts/*]\n',
    'news/seeds/a b.txt': 'Title: A\n',
    'news/texts/b.txt': 'Title: B\n',
    'seeds/c.txt': 'Title: C\n',
  };
  const { text, position } = withCursor(
    '- id: a\n  name: A\n  type: person\n  facts:\n    - what: x\n      source: $0\n',
  );
  const { workspace, snapshot: opened } = await openYaml('news/facts/f.yaml', text, files);
  await workspace.indexed();
  const snapshot = workspace.snapshot(opened.uri);
  if (snapshot?.kind !== 'yaml') throw new Error('the file did not open');
  const list = yamlCompletion(snapshot, position, OPTIONS);
  expect(list?.items.map(({ label }) => label).sort()).toEqual(['seeds/a b.txt', 'seeds/c.txt', 'texts/b.txt']);
});
