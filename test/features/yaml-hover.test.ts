import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { yamlHover } from '../../server/src/features/yaml-hover.ts';
import { withCursor } from '../support/cursor.ts';
import { openYaml } from '../support/world.ts';

const FILES = {
  'facts/f.yaml': `entities:
  - {id: kanzhun, type: organization, name: Kanzhun, description: "A *recruiting* <b>company</b>"}
  - {id: "[x](command:evil)", type: "$(bug)", name: "![i](https://evil/x.png)"}
`,
  'seedmark.yaml': `types:
  - {id: vessel, label: "<i>Ship</i>", description: A named ship, attributes: {fate: {label: "<b>Fate</b>", values: [sunk]}}}
`,
};
const SIDECAR = 'seeds/a.txt.annotations.yaml';
const FACTS_FILE = 'facts/g.yaml';
const PROJECT_FILE = 'sub/seedmark.yaml';

async function card(file: string, marked: string): Promise<string> {
  const { text, position } = withCursor(marked);
  const { workspace, snapshot } = await openYaml(file, text, FILES);
  const options = { trusted: true, commands: [], linesOf: (uri: string) => workspace.linesOf(uri) };
  const found = yamlHover(snapshot, position, options);
  if (found?.range === undefined) return 'nothing';
  const [start, end] = [snapshot.lines.offsetAt(found.range.start), snapshot.lines.offsetAt(found.range.end)];
  const { value } = found.contents as { value: string };
  // Without the backslashes, which another test looks at, sentences can be read.
  return `${text.slice(start, end)} -> ${value.replaceAll('\\', '').replaceAll('\n\n', ' | ')}`;
}

test.each<[string, string, string]>([
  [
    SIDECAR,
    'seed$0mark: 1',
    'seedmark -> **seedmark** · required | Version of the format. A file of another version is not written to.',
  ],
  [
    SIDECAR,
    'annotations:\n  - sta$0tus: suggested\n',
    'status -> **status** | Whether somebody stands by this annotation. | One of: confirmed, suggested, rejected | Where it is missing: confirmed',
  ],
  [
    SIDECAR,
    'annotations:\n  - status: sugg$0ested\n',
    'suggested -> **suggested** | Nobody has confirmed or rejected it yet.',
  ],
  [
    SIDECAR,
    'annotations:\n  - {typ$0e: vessel}\n',
    'type -> **type** · required | What the words are: id of a type such as person, organization, place … or one of seedmark.yaml. | One of: person, organization, place, group, event, law, product, work, money, percent, quantity, date, time, duration, set, vessel',
  ],
  [SIDECAR, 'annotations:\n  - type: ves$0sel\n', 'vessel -> **vessel** · &lt;i&gt;Ship&lt;/i&gt; | A named ship'],
  [
    SIDECAR,
    'annotations:\n  - entity: "kan$0zhun"\n',
    '"kanzhun" -> **Kanzhun** · Organisation | A *recruiting* &lt;b&gt;company&lt;/b&gt; | [f.yaml](file:///w/facts/f.yaml#L2)',
  ],
  [SIDECAR, 'annotations:\n  - entity: zed$0\n', 'zed -> The entity “zed” stands in no facts file.'],
  [
    SIDECAR,
    'annotations:\n  - enti$0ty: zed\n',
    'entity -> **entity** | Who or what the words name: id of an entry of the facts files.',
  ],
  [
    SIDECAR,
    'annotations:\n  - {id: a1, type: place, quote: New York}\nrelations:\n  - from: a$01\n',
    'a1 -> **a1** · New York | place',
  ],
  [
    SIDECAR,
    'accepted:\n  - code: empty-$0field\n',
    'empty-field -> **empty-field** · A metadata field has no value | warning by default',
  ],
  [SIDECAR, 'annotations:\n  - quote: New $0York\n', 'nothing'],
  [SIDECAR, 'annotations:\n  - attributes: {rol$0e: x}\n', 'nothing'],
  [
    SIDECAR,
    'annotations:\n  - {type: vessel, attributes: {fa$0te: sunk}}\n',
    'fate -> **fate** · &lt;b&gt;Fate&lt;/b&gt;',
  ],
  [
    SIDECAR,
    'annotations:\n  - {type: date, attributes: {mo$0d: START}}\n',
    'mod -> **mod** · Modifier | What the value leaves out: about, the start of, more than …',
  ],
  [SIDECAR, 'foo$0: 1\n', 'nothing'],
  [SIDECAR, '$0', 'nothing'],
  [
    FACTS_FILE,
    'entities:\n- links: {wiki$0data: Q1}\n',
    'wikidata -> **wikidata** | Its item in Wikidata, such as Q76; several as a list.',
  ],
  [
    FACTS_FILE,
    '- type: pla$0ce\n',
    'place -> **place** · Place | A country, city, region, address, building, mountain, river or sea',
  ],
  [
    PROJECT_FILE,
    'metadata:\n  requi$0red: [url]\n',
    'required -> **required** | Fields whose absence is a warning. An empty list asks for nothing. | One of: source, published, retrieved, title, author, url, keywords, language, rights | Where it is missing: source, published, title',
  ],
  [
    PROJECT_FILE,
    'metadata:\n  required: [url$0]\n',
    'url -> **url** · URL | The address at which the document was published.',
  ],
  [
    PROJECT_FILE,
    'severities:\n  ambiguous-da$0te: error\n',
    'ambiguous-date -> **ambiguous-date** · A date whose day and month could be exchanged | error in this project, info by default',
  ],
  [PROJECT_FILE, 'severities:\n  ambiguous-date: of$0f\n', 'off -> **off** | Not reported at all.'],
  [
    PROJECT_FILE,
    'types:\n  pla$0ce: {label: Location}\n',
    'place -> **place** · Place | A country, city, region, address, building, mountain, river or sea',
  ],
])('%s %j', async (file, marked, expected) => {
  expect(await card(file, marked)).toBe(expected);
});

test('what files say stays text', async () => {
  const { text, position } = withCursor('annotations:\n  - entity: "[x](command:evil)$0"\n');
  const { workspace, snapshot } = await openYaml(SIDECAR, text, FILES);
  const options = { trusted: false, commands: [], linesOf: (uri: string) => workspace.linesOf(uri) };
  const value = JSON.stringify(yamlHover(snapshot, position, options)?.contents).replaceAll('\\\\', '\\');
  expect(value).toContain('\\!\\[i\\]');
  expect(value).not.toMatch(/(?<!\\)[[<]|(?<!\\)\$\(/);
});

test('nothing throws at any place of any text', async () => {
  const file = fc.constantFrom(SIDECAR, FACTS_FILE, PROJECT_FILE);
  const piece = fc.constantFrom(
    ...'annotations|id|type|entity|links|types|place|severities|: |- |\n|\n  |[|{|"|, |#'.split('|'),
  );
  await fc.assert(
    fc.asyncProperty(file, fc.array(piece, { maxLength: 25 }), async (name, pieces) => {
      const text = pieces.join('');
      const { snapshot } = await openYaml(name, text, FILES);
      for (let offset = 0; offset <= text.length; offset++)
        yamlHover(snapshot, snapshot.lines.positionAt(offset), {
          trusted: true,
          commands: [],
          linesOf: () => undefined,
        });
    }),
    { numRuns: 200 },
  );
});

describe('the passage of an annotation', () => {
  const text = `Source: Sky

It rained. "*Mr* Li <b>came</b>
to New York, it is said." He left.

${'Long '.repeat(60)}Rome ${'words '.repeat(60)}
`;
  const SENTENCE =
    '"*Mr* Li &lt;b&gt;came&lt;/b&gt; to **New York**, it is said." | [line 4](file:///w/seeds/a.txt#L4)';

  async function passage(marked: string): Promise<string | undefined> {
    const { text: sidecar, position } = withCursor(marked);
    const { workspace, snapshot } = await openYaml(SIDECAR, sidecar, { ...FILES, 'seeds/a.txt': text });
    const options = { trusted: true, commands: [], linesOf: (uri: string) => workspace.linesOf(uri) };
    const found = yamlHover(snapshot, position, { ...options, seed: workspace.annotatedSeed(snapshot) });
    const { value } = (found?.contents ?? { value: undefined }) as { value: string | undefined };
    return value?.replaceAll('\\', '').replaceAll('\n\n', ' | ');
  }

  test.each<[string, string | undefined]>([
    ['annotations:\n  - {id: a$01, type: place, quote: New York}\n', SENTENCE],
    ['annotations:\n  - {id: a1, type: place, quote: New $0York}\n', SENTENCE],
    ['annotations:\n  - {id: a1, type: place, quote: New York, at: 4$02}\n', SENTENCE],
    [
      'annotations:\n  - {id: a1, type: place, quote: [Li, N$0ew]}\n',
      '"*Mr* **Li** &lt;b&gt;came&lt;/b&gt; to **New** York, it is said." | [line 3](file:///w/seeds/a.txt#L3)',
    ],
    ['annotations:\n  - {id: a1, type: place, quote: Ze$0d}\n', 'This annotation has no place in the text.'],
    [
      'annotations:\n  - {id: a1, type: place, quote: New York}\nrelations:\n  - {id: r, type: x, from: a$01, to: a1}\n',
      `**a1** · New York | place | ${SENTENCE}`,
    ],
    ['annotations:\n  - {id: a1, type: place, quote: New York, note: hel$0lo}\n', undefined],
  ])('%j', async (marked, expected) => {
    expect(await passage(marked)).toBe(expected);
  });

  test('a long sentence is cut on either side', async () => {
    const card = await passage('annotations:\n  - {id: a1, type: place, quote: R$0ome}\n');
    expect(card).toMatch(/^…(?:[a-z]*) (?:Long )+\*\*Rome\*\* (?:words )+[a-z]*… \| /i);
    expect(card?.length).toBeLessThan(500);
  });
});
