import { describe, expect, test } from 'vitest';
import { type DossierContext, dossierOf, type Standing } from '../../server/src/exchange/dossier.ts';
import type { Dossier } from '../../server/src/formats/dossier.ts';
import { packSeed, type SeedData } from '../../server/src/workspace/index/record.ts';
import { IndexStore } from '../../server/src/workspace/index/store.ts';
import { keyOfEntity, keyOfName } from '../../server/src/workspace/index/types.ts';
import { indexed, seedData } from '../support/index.ts';
import { NEVER_CANCELLED, ROOT } from '../support/world.ts';

const FILES = {
  'facts/f.yaml': `entities:
  - id: zed
    type: person
    name: Zed Quux
    aliases: [Old Zed]
    description: Master of the Ever Given
    facts:
      - {what: rank, value: Master, from: 2001, source: seeds/a.txt}
      - {what: home, value: Ghent, source: "https://www.a.example/x"}
      - {what: born, value: "1970", source: "http://a.example"}
      - {what: shoe, value: "44", source: gone/x.txt}
    links: {wikidata: Q1, note: "javascript:alert(1)"}
  - {id: acme, type: organization, name: Acme Widgets}
`,
  'seeds/a.txt':
    'Source: Harbour Times\nPublished: 2020-01-02\nTitle: Zed Quux hired\n\nAcme Widgets hired Zed Quux.\n',
  'seeds/b.txt': 'Published: 2021-07-06\n\nOld Zed left Acme Widgets.\n',
  'seeds/c.txt': 'Source: A\n\nZed Quux slept.\n',
};

async function made(more: Partial<DossierContext> = {}): Promise<Dossier | undefined> {
  const { workspace, names } = await indexed(FILES);
  const context: DossierContext = {
    names,
    knowledge: workspace.ownKnowledge,
    trusted: true,
    mostSentences: 100,
    textsOf: (places) => workspace.sentenceTexts(places),
    pathOf: (uri) => uri.slice(ROOT.length),
    addressOf: (uri, line) => `/${uri.slice(ROOT.length)}#L${line + 1}`,
    sourceOf: (_, source) => workspace.firstThere([ROOT + source]),
    lineOf: () => 1,
    seen: () => undefined,
    ...more,
  };
  return dossierOf(keyOfEntity('zed'), context, NEVER_CANCELLED);
}

describe('the dossier of an entry of the facts files', () => {
  test('what the facts say, with sources that can be opened', async () => {
    const dossier = await made();
    expect(dossier).toMatchObject({ name: 'Zed Quux', type: 'Person', aliases: ['Old Zed'], seeds: 3, mentions: 4 });
    expect(dossier?.facts.map(({ what, source }) => [what, source?.label, source?.address])).toEqual([
      ['rank', 'Zed Quux hired', '/seeds/a.txt#L1'],
      ['home', 'a.example', 'https://www.a.example/x'],
      ['born', 'http://a.example', undefined],
      ['shoe', 'gone/x.txt', undefined],
    ]);
    expect(dossier?.links).toEqual([
      { label: 'wikidata', address: 'https://www.wikidata.org/wiki/Q1' },
      { label: 'note: javascript:alert(1)', address: undefined },
      { label: 'facts/f.yaml', address: '/facts/f.yaml#L2' },
    ]);
  });

  test('no link of a facts file may be clicked in a workspace that is not trusted', async () => {
    const dossier = await made({ trusted: false });
    expect(dossier?.facts[1]?.source).toEqual({ label: 'https://www.a.example/x', address: undefined });
    expect(dossier?.links[0]).toEqual({ label: 'wikidata: Q1', address: undefined });
  });

  test('the sentences by the dates that they give, or were published', async () => {
    const dossier = await made();
    expect(
      dossier?.sentences.map(({ date, text, places }) => [date, text, places.map(({ address }) => address)]),
    ).toEqual([
      ['2020-01-02', 'Zed Quux hired', ['/seeds/a.txt#L3']],
      ['2020-01-02', 'Acme Widgets hired Zed Quux.', ['/seeds/a.txt#L5']],
      ['2021-07-06', 'Old Zed left Acme Widgets.', ['/seeds/b.txt#L3']],
      [undefined, 'Zed Quux slept.', ['/seeds/c.txt#L3']],
    ]);
    expect(dossier?.sentences[0]?.places[0]).toMatchObject({ label: 'Zed Quux hired', publisher: 'Harbour Times' });
    expect(dossier?.company).toEqual([{ name: 'Acme Widgets', type: 'Organisation', sentences: 2 }]);
  });

  test('too many sentences: those of the seeds that were published last, and a line that says so', async () => {
    const dossier = await made({ mostSentences: 2 });
    expect(dossier?.sentences.map(({ text }) => text)).toEqual(['Zed Quux hired', 'Old Zed left Acme Widgets.']);
    expect(dossier?.notes).toContain('Left out: 2 sentences. Here are those of the seeds that were published last.');
  });

  test('files that are gone leave a line that says so', async () => {
    const dossier = await made({ textsOf: async (places) => places.map(() => undefined) });
    expect(dossier?.sentences).toEqual([]);
    expect(dossier?.notes).toContain(
      'Left out: 4 sentences that cannot be read, since their files have changed or are gone.',
    );
  });
});

/** The dossier of Zed after made-up records, with the texts of sentences by the numbers where they begin. */
async function ofRecords(
  seeds: readonly Partial<SeedData>[],
  texts: readonly string[] = [],
  more: Partial<DossierContext> = {},
): Promise<Dossier | undefined> {
  const store = new IndexStore();
  seeds.forEach((seed, i) => {
    const data = seedData({ uri: `file:///w/${i}.seed`, mentions: [{ key: ZED }], ...seed });
    store.set(data.uri, packSeed(data, store.strings));
  });
  return dossierOf(
    ZED,
    {
      names: store,
      knowledge: { entities: new Map(), project: { types: [] } as never },
      trusted: true,
      mostSentences: 1_000,
      textsOf: async (places) =>
        places.map(({ uri, sentence }) => texts[sentence.start / 10] ?? `${uri} ${sentence.start}`),
      pathOf: (uri) => uri.slice(8),
      addressOf: (uri, line) => `${uri}#L${line + 1}`,
      sourceOf: async () => undefined,
      lineOf: () => 0,
      seen: () => undefined,
      ...more,
    },
    NEVER_CANCELLED,
  );
}

const ZED = keyOfName('person', 'Zed Quux');
const TELLING = 'The harbour board said that Zed Quux had left for good on Monday.';

describe('a dossier of records', () => {
  test('what agencies send stands once, with all its places and the first date', async () => {
    const dossier = await ofRecords([{ published: '2021-07-06' }, { published: '2021-07-05' }], [TELLING]);
    expect(dossier?.sentences).toHaveLength(1);
    expect(dossier?.sentences[0]).toMatchObject({ date: '2021-07-05' });
    expect(dossier?.sentences[0]?.places.map(({ published }) => published)).toEqual(['2021-07-05', '2021-07-06']);
  });

  test('short sentences of different days are different ones', async () => {
    const dossier = await ofRecords([{ published: '2021-07-06' }, { published: '2021-07-05' }], ['Zed left.']);
    expect(dossier?.sentences.map(({ date }) => date)).toEqual(['2021-07-05', '2021-07-06']);
  });

  test('a date of the sentence’s own goes before that of its publication', async () => {
    const sentences = [
      { start: 0, end: 5, line: 0, date: '2019' },
      { start: 10, end: 15, line: 1, date: undefined },
    ];
    const mentions = seedData({ mentions: [{ key: ZED }, { key: ZED }] }).mentions;
    const dossier = await ofRecords([{ published: '2021-07-06', sentences, mentions }]);
    expect(dossier?.sentences.map(({ date }) => date)).toEqual(['2019', '2021-07-06']);
  });

  test('what seeds say, each once, descriptions and roles first', async () => {
    const said = (kind: string, value: string, employer?: string) => ({ kind, key: ZED, sentence: 0, value, employer });
    const dossier = await ofRecords([
      { published: '2021-07-05', statements: [said('alias', 'Old Zed'), said('role', 'Master', 'Acme')] },
      {
        published: '2021-07-06',
        statements: [said('role', 'master', 'Acme'), said('nickname', 'Z'), said('description', 'a sailor')],
      },
    ]);
    expect(
      dossier?.statements.map(({ kind, value, employer, places }) => [kind, value, employer, places.length]),
    ).toEqual([
      ['description', 'a sailor', undefined, 1],
      ['role', 'Master', 'Acme', 2],
      ['alias', 'Old Zed', undefined, 1],
      ['nickname', 'Z', undefined, 1],
    ]);
  });

  test('files are read two hundred at a time', async () => {
    const asked: number[] = [];
    const textsOf = async (places: readonly Standing[]) => {
      asked.push(new Set(places.map(({ uri }) => uri)).size);
      return places.map(({ uri }) => uri);
    };
    const seen: (readonly [number, number])[] = [];
    const dossier = await ofRecords(Array(450).fill({}), [], { textsOf, seen: (done, all) => seen.push([done, all]) });
    expect(asked).toEqual([200, 200, 50]);
    expect(seen).toEqual([
      [200, 450],
      [400, 450],
      [450, 450],
    ]);
    expect(dossier?.sentences).toHaveLength(450);
  });

  test('nobody is answered who no longer asks', async () => {
    const store = new IndexStore();
    const data = seedData({ mentions: [{ key: ZED }] });
    store.set(data.uri, packSeed(data, store.strings));
    const context = {
      names: store,
      mostSentences: 10,
      textsOf: async () => ['x'],
      knowledge: { entities: new Map(), project: { types: [] } },
    } as unknown as DossierContext;
    expect(await dossierOf(ZED, context, { isCancellationRequested: true })).toBeUndefined();
  });

  test('says how far the seeds have been read', async () => {
    expect((await ofRecords([{ named: false }, {}]))?.notes).toEqual([
      'In 1 of 2 seeds only names by facts, rules and lists have been looked for so far.',
    ]);
  });
});
