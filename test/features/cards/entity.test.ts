import { describe, expect, test } from 'vitest';
import { type CardOptions, cardIn } from '../../support/cards.ts';

const FACTS = `entities:
  - id: acme
    type: organization
    name: Acme Widgets
    aliases: [Acme]
  - {id: zed, type: person, name: Zed Quux, description: A *clerk*}
  - {id: bolt, type: organization, name: Bolt Works}
`;
const COMMANDS = 'review tag tagAll linkEntity addFact showMentions dossier'.split(' ').map((id) => `seedmark.${id}`);

/** The paragraphs of a card, without backslashes and the root of the workspace. */
async function paragraphs(files: Readonly<Record<string, string>>, options?: CardOptions): Promise<string[]> {
  const card = (await cardIn({ 'facts/f.yaml': FACTS, ...files }, options)) ?? '';
  expect(card).not.toMatch(/\n\n\n|^\s|\s$/);
  return card.replaceAll('\\', '').replaceAll('file:///w/', '').split('\n\n');
}

const SEEDS = {
  'seeds/a.txt': 'Source: Sky Published: 2021-07-05\n\nAc$0me fell. On 1 July 2021 Bolt Works sued Acme Widgets.\n',
  'seeds/b.txt': 'Source: Rain Published: 2021-07-03\n\nZed Quux left Acme. Bolt Works and Zed Quux knew Acme.\n',
  'seeds/c.txt': 'Source: Old Published: 2019-01-01\n\nAcme began.\n',
};

test('what the seeds tell: the latest sentences, how often, from when to when, with whom', async () => {
  expect(await paragraphs(SEEDS)).toEqual([
    '$(briefcase) **Acme Widgets** · Organisation · from your facts',
    [
      '[2021-07-03](seeds/b.txt#L3): Zed Quux left **Acme**.',
      '[2021-07-03](seeds/b.txt#L3): Bolt Works and Zed Quux knew **Acme**.',
      '[2021-07-01](seeds/a.txt#L3): On 1 July 2021 Bolt Works sued **Acme Widgets**.',
    ].join('  \n'),
    '5 mentions in 3 seeds, 2019-01-01 – 2021-07-05 · with Bolt Works (2), Zed Quux (2)',
    '[f.yaml](facts/f.yaml#L2)',
    'Written “Acme” here. Once more in this document: [line 3](seeds/a.txt#L3)',
  ]);
});

test('what can be done stands in the second line', async () => {
  const card = await cardIn({ 'facts/f.yaml': FACTS, ...SEEDS }, { commands: COMMANDS });
  const links = [...(card?.split('\n\n')[1] ?? '').matchAll(/\[([^\]]+)\]\(command:(\S+?)\?(\S+?)\)/g)];
  const range = { start: { line: 2, character: 0 }, end: { line: 2, character: 4 } };
  const uri = 'file:///w/seeds/a.txt';
  expect(links.map(([, label, id, query = '']) => [label, id, JSON.parse(decodeURIComponent(query))])).toEqual([
    ['Review', 'seedmark.review', [{ uri, range }]],
    ['Tag', 'seedmark.tag', [{ uri, ranges: [range] }]],
    ['Tag all', 'seedmark.tagAll', [{ uri, ranges: [range] }]],
    ['Link', 'seedmark.linkEntity', [{ uri, ranges: [range] }]],
    ['Add fact', 'seedmark.addFact', [{ uri, ranges: [range], entity: 'acme' }]],
    ['Show all', 'seedmark.showMentions', [{ key: '#acme', uri, position: range.start }]],
    ['Dossier', 'seedmark.dossier', [{ key: '#acme' }]],
  ]);
});

describe('what it is', () => {
  const head = (published: string) => `Source: Sky Published: ${published}\n\n`;

  test.each<[string, Record<string, string>, string]>([
    [
      'what most seeds say',
      {
        'seeds/a.txt': `${head('2021-07-05')}Ac$0me rose.\n`,
        'seeds/b.txt': `${head('2021-07-01')}Acme Widgets, the owner of Bolt Works, fell.\n`,
        'seeds/c.txt': `${head('2021-07-02')}Acme Widgets, the owner of Bolt Works, stood.\n`,
        'seeds/d.txt': `${head('2021-07-03')}Acme Widgets, the maker of good widgets, sat.\n`,
      },
      '“the owner of Bolt Works” · [Sky, 2021-07-02](seeds/c.txt#L3)',
    ],
    [
      'of sayings that are as frequent the last one',
      {
        'seeds/a.txt': `${head('2021-07-05')}Ac$0me rose.\n`,
        'seeds/b.txt': `${head('2021-07-03')}Acme Widgets, the owner of Bolt Works, fell.\n`,
        'seeds/c.txt': `${head('2021-07-02')}Acme Widgets, the maker of good widgets, sat.\n`,
      },
      '“the owner of Bolt Works” · [Sky, 2021-07-03](seeds/b.txt#L3)',
    ],
    [
      'what it is called, if nothing else',
      {
        'seeds/a.txt': `${head('2021-07-05')}Bolt W$0orks rose.\n`,
        'seeds/b.txt': 'Title: No day\n\nBolt Works (BW) fell.\n',
      },
      'short “BW” · [b.txt](seeds/b.txt#L3)',
    ],
    [
      'the facts say it better',
      {
        'seeds/a.txt': `${head('2021-07-05')}Zed Q$0uux rose.\n`,
        'seeds/b.txt': `${head('2021-07-03')}Zed Quux, the owner of Bolt Works, fell.\n`,
      },
      'A *clerk*',
    ],
  ])('%s', async (_name, files, expected) => {
    expect((await paragraphs(files))[1]).toBe(expected);
  });

  test('an office with the house that it is held in', async () => {
    const [, said] = await paragraphs({
      'facts/f.yaml': `${FACTS}  - {id: tom, type: person, name: Tom Burt}\n`,
      'seeds/a.txt': `${head('2021-07-05')}Tom B$0urt rose.\n`,
      'seeds/b.txt': `${head('2021-07-03')}Bolt Works Vice President Tom Burt fell.\n`,
    });
    expect(said).toBe('“Vice President”, Bolt Works · [Sky, 2021-07-03](seeds/b.txt#L3)');
  });
});

describe('sentences', () => {
  const facts = 'entities:\n  - {id: acme, type: organization, name: Acme}\n';
  const news = async (files: Record<string, string>) => {
    const all = await paragraphs({ 'facts/f.yaml': facts, ...files });
    return all.find((part) => part.startsWith('[') && part.includes('): '))?.split('  \n');
  };

  test('copies of one, also of the one that is read, are told once', async () => {
    const copied = 'Acme was put under review on Friday.';
    expect(
      await news({
        'seeds/a.txt': `Published: 2021-07-05\n\nAcme ro$0se.\n`.replace('Acme ro$0se', 'Ac$0me rose'),
        'seeds/b.txt': `Published: 2021-07-04\n\nAcme rose. ${copied}\n`,
        'seeds/c.txt': `Published: 2021-07-03\n\n${copied}\n`,
        'seeds/d.txt': `Published: 2021-07-02\n\n${copied.replace(' on', '\non')}\n`,
      }),
    ).toEqual(['[2021-07-02](seeds/b.txt#L3): **Acme** was put under review on Friday.']);
  });

  test('long ones are cut round the name, and what has no date is named by its file', async () => {
    const much = 'it is said by those who know, ';
    expect(
      await news({
        'seeds/a.txt': 'Published: 2021-07-05\n\nAc$0me.\n',
        'seeds/b.txt': `Title: B\n\nNow ${much.repeat(4)}that old Acme ${much.repeat(6)}fell.\n`,
        'seeds/c.txt':
          'Published: 2021-01\n\nFor years nobody had heard anything of the old\nfirm of Acme, but then all at once its name was in every\npaper of the town.\n',
      }),
    ).toEqual([
      '[2021-01](seeds/c.txt#L4): …anything of the old firm of **Acme**, but then all at once its name was in every…',
      '[b.txt](seeds/b.txt#L3): …by those who know, that old **Acme** it is said by those who know, it is said by…',
    ]);
  });
});

describe('how often', () => {
  test('what stands in this document alone is left to its last line', async () => {
    expect(await paragraphs({ 'seeds/a.txt': 'Published: 2021-07-05\n\nAc$0me hired Zed Quux.\n\nAcme.\n' })).toEqual([
      '$(briefcase) **Acme Widgets** · Organisation · from your facts',
      '[2021-07-05](seeds/a.txt#L5): **Acme**.',
      'Mentioned with Zed Quux',
      '[f.yaml](facts/f.yaml#L2)',
      'Once more in this document: [line 5](seeds/a.txt#L5)',
    ]);
  });

  test('nothing is said of a value', async () => {
    const card = await paragraphs({ 'seeds/a.txt': 'Title: A\n\nIt cost 5 do$0llars.\n' }, { commands: COMMANDS });
    expect(card.join()).not.toMatch(/mention|Dossier|Add fact/);
  });
});

describe('facts', () => {
  const facts = (more: string) =>
    `entities:\n  - {id: acme, type: organization, name: Acme, ${more}}\n  - {id: zed, type: person, name: Zed Quux}\n`;
  const seed = { 'seeds/a.txt': 'Title: A\n\nAc$0me.\n', 'seeds/sub/b.txt': 'Title: B\n\nx\n' };

  test.each<[string, string, string | undefined]>([
    ['no facts, no table', 'facts: []', undefined],
    [
      'a seed by its path',
      'facts: [{what: a, value: b, source: seeds/sub/b.txt}]',
      '| a | b | [source](seeds/sub/b.txt#L1) |',
    ],
    [
      'a line of it',
      'facts: [{what: a, value: b, on: 2021-01, source: "seeds/sub/b.txt#L3"}]',
      '| a | b | 2021-01 · [source](seeds/sub/b.txt#L3) |',
    ],
    [
      'a seed from the folder of the facts',
      'facts: [{what: a, value: b, source: ../seeds/a.txt}]',
      '| a | b | [source](seeds/a.txt#L1) |',
    ],
    ['what is not there', 'facts: [{what: a, value: b, source: seeds/gone.txt}]', '| a | b | seeds/gone.txt |'],
    ['what lies outside', 'facts: [{what: a, value: b, source: ../../seeds/a.txt}]', '| a | b | ../../seeds/a.txt |'],
    ['what a command is', 'facts: [{what: a, value: b, source: "command:x"}]', '| a | b | command:x |'],
    [
      'relations come behind facts',
      'facts: [{what: a, value: b, from: 2020, to: 2021}], relations: [{type: hired, entity: zed, on: 2020-02-02}, {type: knows, entity: nobody}]',
      '| a | b | 2020 – 2021 |\n| hired | Zed Quux | 2020-02-02 |\n| knows | nobody |  |',
    ],
    [
      'five at most',
      `facts: [${'abcdefg'.split('').map((what) => `{what: ${what}, value: v}`)}]`,
      `${'abcde'
        .split('')
        .map((what) => `| ${what} | v |  |`)
        .join('\n')}\n| | *2 more* | |`,
    ],
  ])('%s', async (_name, more, rows) => {
    const [, table] = await paragraphs({ ...seed, 'facts/f.yaml': facts(more) });
    if (rows === undefined) expect(table).not.toContain('|');
    else expect(table?.replace('| | | |\n|:--|:--|:--|\n', '')).toBe(rows);
  });

  test('without trust no source can be followed', async () => {
    const more = 'facts: [{what: a, value: b, source: seeds/a.txt}, {what: c, value: d, source: "https://e.org/"}]';
    const [, table] = await paragraphs({ ...seed, 'facts/f.yaml': facts(more) }, { trusted: false });
    expect(table).toContain('| a | b | seeds/a.txt |\n| c | d | source |');
  });
});

describe('the same card', () => {
  const files = { 'seeds/a.txt': 'Source: Sky Published: 2021-07-05\n\nAcme Widgets fell.\n' };
  const rest = [
    '[2021-07-05](seeds/a.txt#L3): **Acme Widgets** fell.',
    '1 mention in 1 seed, 2021-07-05',
    '[f.yaml](facts/f.yaml#L2)',
  ];

  test.each<[string, string, string]>([
    ['at an id', 'facts/f.yaml', FACTS.replace('id: acme', 'id: ac$0me')],
    ['at a name', 'facts/f.yaml', FACTS.replace('Acme Widgets', 'Acme Wi$0dgets')],
    ['at an entity of an annotation', 'seeds/b.txt.annotations.yaml', 'annotations:\n  - entity: ac$0me\n'],
  ])('%s', async (_name, file, text) => {
    const card = await paragraphs({ ...files, [file]: text });
    expect(card).toEqual(['$(briefcase) **Acme Widgets** · Organisation', ...rest]);
  });

  test('at an annotation in the seed', async () => {
    const sidecar = 'annotations:\n  - {id: a1, type: organization, quote: The Firm, entity: acme}\n';
    const card = await paragraphs({
      ...files,
      'seeds/b.txt': 'Published: 2021-07-06\n\nThe Fi$0rm sat.\n',
      'seeds/b.txt.annotations.yaml': sidecar,
    });
    expect(card).toEqual([
      '$(briefcase) **Acme Widgets** · Organisation · annotated',
      rest[0],
      '2 mentions in 2 seeds, 2021-07-05 – 2021-07-06',
      rest[2],
    ]);
  });

  test('of facts without a seed nothing but what they say', async () => {
    const card = await paragraphs({ 'facts/f.yaml': FACTS.replace('id: zed', 'id: z$0ed') }, { commands: COMMANDS });
    expect(card[0]).toBe('$(person) **Zed Quux** · Person');
    expect(card[1]?.match(/command:[\w.]+/g)).toEqual(
      ['showMentions', 'dossier'].map((id) => `command:seedmark.${id}`),
    );
    expect(card.slice(2)).toEqual(['A *clerk*', '[f.yaml](facts/f.yaml#L6)']);
  });
});
