import { afterEach, expect, test } from 'vitest';
import type { Hover } from 'vscode-languageserver-types';
import type { IndexState } from '../../server/src/protocol.ts';
import { type RunningServer, startServer } from '../support/server.ts';

const FACTS = 'entities:\n  - {id: zed, type: person, name: Zed Quux}\n';
const SEED = 'Source: Sky Published: 2021-07-05\n\nZed Quux came.\n';

let server: RunningServer;
afterEach(async () => {
  await server.stop();
});

async function cardAt(uri: string, line: number, character: number): Promise<string> {
  const hover = await server.connection.sendRequest<Hover>('textDocument/hover', {
    textDocument: { uri },
    position: { line, character },
  });
  return (hover.contents as { value: string }).value.replaceAll('\\', '').replaceAll(`${server.uri('')}`, '');
}

test('a card tells what other seeds say, in seeds and in facts files', async () => {
  server = await startServer({
    'f.facts.yaml': FACTS,
    'a.seed': SEED,
    'b.seed':
      'Source: Rain Published: 2021-07-04\n\nNobody knew it.\nZed Quux, the owner of a dog, left on 3 July 2021.\n',
  });
  for (;;) {
    const { seeds, named, busy } = await server.connection.sendRequest<IndexState>('seedmark/indexState', {});
    if (!busy && seeds === 2 && named === 2) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const told = [
    '“the owner of a dog” · [Rain, 2021-07-04](b.seed#L4)',
    '[2021-07-03](b.seed#L4): **Zed Quux**, the owner of a dog, left on 3 July 2021.',
    '2 mentions in 2 seeds, 2021-07-04 – 2021-07-05',
    '[f.facts.yaml](f.facts.yaml#L2)',
  ];
  const seed = await server.open('a.seed', SEED);
  const card = (await cardAt(seed, 2, 3)).split('\n\n');
  // Icons are drawn by our client only.
  expect(card).toEqual(['**Zed Quux** · Person · from your facts', ...told, 'Nowhere else in this document.']);
  const facts = await server.open('f.facts.yaml', FACTS);
  expect((await cardAt(facts, 1, 10)).split('\n\n')).toEqual([
    '**Zed Quux** · Person',
    told[0],
    `[2021-07-05](a.seed#L3): **Zed Quux** came.  \n${told[1]}`,
    ...told.slice(2),
  ]);
});
