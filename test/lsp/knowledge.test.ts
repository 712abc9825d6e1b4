import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  type ChangedParams,
  changedNotification,
  type DossierResult,
  dossierRequest,
  type ListFilesParams,
  listFilesRequest,
  type NameRow,
  type NameSeeds,
  type NameSentences,
  type Names,
  nameAtRequest,
  nameSeedsRequest,
  nameSentencesRequest,
  namesRequest,
} from '../../server/src/protocol.ts';
import { compileGlob } from '../../server/src/text/glob.ts';
import { type RunningServer, startServer } from '../support/server.ts';

const FACTS = `entities:
  - id: zed
    type: person
    name: Zed Quux
    facts: [{what: rank, value: Master, source: "https://a.example/x"}]
    links: {wikidata: Q1}
`;
const SEED = 'Source: Harbour Times\nPublished: 2021-07-05\nTitle: The lock\n\nZed Quux came. Then Zed Quux left.\n';

let server: RunningServer;
let told: ChangedParams[];

async function start(options: object = {}): Promise<void> {
  told = [];
  server = await startServer(
    { 'f.facts.yaml': FACTS, 'a b.seed': SEED, 'c.seed': 'It rained.\n' },
    {
      options: { files: true, ...options },
      prepare: (connection) => {
        connection.onNotification(changedNotification, (changed: ChangedParams) => void told.push(changed));
        // An editor of ours lists the files.
        connection.onRequest(listFilesRequest, ({ folder, globs }: ListFilesParams) =>
          ['f.facts.yaml', 'a b.seed', 'c.seed']
            .filter((name) => globs.some((glob) => compileGlob(glob).test(name)))
            .map((name) => `${folder.replace(/\/?$/, '/')}${encodeURIComponent(name)}`),
        );
      },
    },
  );
}
beforeEach(() => start());
afterEach(async () => {
  await server.stop();
});

const request = <R>(method: string, params: object): Promise<R> => server.connection.sendRequest(method, params);

/** Zed, as soon as the seed that names him has been read. */
async function zed(): Promise<NameRow> {
  return vi.waitFor(async () => {
    const { rows } = await request<Names>(namesRequest, { query: 'zed' });
    const [row] = rows;
    if (row === undefined) throw new Error('nobody has read the seed yet');
    return row;
  });
}

describe('what the seeds name', () => {
  test('level by level', async () => {
    const row = await zed();
    expect(row).toEqual({
      key: '#zed',
      name: 'Zed Quux',
      type: 'person',
      label: 'Person',
      color: 'person',
      seeds: 1,
      mentions: 2,
      entity: 'zed',
    });
    const { seeds, total } = await request<NameSeeds>(nameSeedsRequest, { key: row.key });
    expect(total).toBe(1);
    expect(seeds).toEqual([
      {
        uri: server.uri('a%20b.seed'),
        path: 'a b.seed',
        title: 'The lock',
        source: 'Harbour Times',
        published: '2021-07-05',
        mentions: 2,
      },
    ]);
    // Another spelling of the same address.
    const asked = { key: row.key, uri: server.uri('a b.seed') };
    const { sentences } = await request<NameSentences>(nameSentencesRequest, asked);
    expect(sentences.map(({ text, start, end }) => [text, text.slice(start, end)])).toEqual([
      ['Zed Quux came.', 'Zed Quux'],
      ['Then Zed Quux left.', 'Zed Quux'],
    ]);
  });

  test('at a position', async () => {
    await zed();
    const uri = await server.open('a%20b.seed', SEED);
    const at = (character: number) => request(nameAtRequest, { uri, position: { line: 4, character } });
    expect(await at(3)).toMatchObject({ key: '#zed', mentions: 2 });
    expect(await at(10)).toBeNull();
    expect(await request(nameAtRequest, { uri, position: 'x' })).toBeNull();
    expect(await request(nameAtRequest, { uri: server.uri('c.seed'), position: { line: 0, character: 0 } })).toBeNull();
  });

  test('how far the seeds are read is told without being asked', async () => {
    await vi.waitFor(() => expect(told.at(-1)?.names).toMatchObject({ seeds: 2, read: 2 }));
  });

  test.each([
    [namesRequest, { query: 5, types: 7, limit: 'x' }],
    [nameSeedsRequest, {}],
    [nameSentencesRequest, { key: 5, uri: null }],
    [dossierRequest, { key: null }],
  ])('%s with senseless parameters is no failure', async (method, params) => {
    expect(await request(method, params)).toMatchObject({});
  });
});

describe('a dossier', () => {
  test('with links that count from the workspace folder', async () => {
    const { key } = await zed();
    const result = await request<DossierResult>(dossierRequest, { key });
    if (!('content' in result)) throw new Error(result.problem);
    expect(result.name).toBe('Zed Quux');
    expect(result.content).toContain('Zed Quux came. — [The lock](/a%20b.seed#L5), Harbour Times\n');
    expect(result.content).toContain('- [f.facts.yaml](/f.facts.yaml#L2)\n');
  });

  test('of nothing that is known is refused', async () => {
    await zed();
    expect(await request(dossierRequest, { key: 'person\nNobody' })).toEqual({
      problem: 'Nothing is known of “Nobody”: no seed names it any more, and no facts file has it.',
    });
  });

  test.each([true, false])('links out may be clicked where the workspace is trusted: %s', async (trusted) => {
    await server.stop();
    await start({ trusted });
    const { key } = await zed();
    const result = await request<DossierResult>(dossierRequest, { key });
    const content = 'content' in result ? result.content : '';
    expect(content.includes('](https://www.wikidata.org/wiki/Q1)')).toBe(trusted);
    expect(content.includes('](https://a.example/x)')).toBe(trusted);
  });
});
