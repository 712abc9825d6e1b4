import { afterEach, expect, test } from 'vitest';
import type { CodeAction, Hover, SemanticTokens, WorkspaceEdit } from 'vscode-languageserver-types';
import { TOKEN_TYPES } from '../../server/src/protocol.ts';
import { type RunningServer, startServer } from '../support/server.ts';

const SEED = 'Source: Skylark Published: 2021-07-05\n\nAngela Brandt flew to Canada. Ms Brandt was 40.\n';

let server: RunningServer;
afterEach(async () => {
  await server.stop();
});

/** Opens the seed, and resolves when the server says that it knows more of it than before: its model was read. */
async function opened(files: Readonly<Record<string, string>> = {}): Promise<string> {
  let refreshed: () => void = () => undefined;
  const asked = new Promise<void>((resolve) => {
    refreshed = resolve;
  });
  server = await startServer(files, {
    capabilities: { semanticTokens: { refreshSupport: true } },
    prepare: (connection) =>
      connection.onRequest('workspace/semanticTokens/refresh', () => {
        refreshed();
        return null;
      }),
  });
  const uri = await server.open('a.seed', SEED);
  await asked;
  return uri;
}

/** What is coloured in the third line, with its type. */
async function colored(uri: string): Promise<string[]> {
  const { data } = await server.connection.sendRequest<SemanticTokens>('textDocument/semanticTokens/full', {
    textDocument: { uri },
  });
  const found: string[] = [];
  let line = 0;
  let character = 0;
  for (let i = 0; i < data.length; i += 5) {
    const [lines = 0, characters = 0, length = 0, type = 0] = data.slice(i, i + 4);
    character = lines === 0 ? character + characters : characters;
    line += lines;
    if (line !== 2) continue;
    found.push(`${SEED.split('\n')[2]?.slice(character, character + length)}: ${TOKEN_TYPES[type]}`);
  }
  return found;
}

const at = (uri: string, character: number) => ({ textDocument: { uri }, position: { line: 2, character } });

test('names that stand on no list are coloured as soon as the model has been read', async () => {
  const uri = await opened();
  expect(await colored(uri)).toEqual(['Angela Brandt: person', 'Canada: place', 'Brandt: person']);
});

test('the hover says that the model found a name, how sure it is, and what the name is in full', async () => {
  const uri = await opened();
  const hover = await server.connection.sendRequest<Hover>('textDocument/hover', at(uri, 34));
  const { value } = hover.contents as { value: string };
  expect(value).toMatch(/^\*\*Angela Brandt\*\* · Person · by the model, 0\.\d\d/);
  expect(value).toContain('Written “Brandt” here');
});

test('an editor that runs no commands of ours gets the edit when the action is resolved', async () => {
  const uri = await opened();
  const position = { line: 2, character: 3 };
  const actions = await server.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri },
    range: { start: position, end: position },
    context: { diagnostics: [] },
  });
  const edited = async (title: RegExp): Promise<WorkspaceEdit | undefined> => {
    const action = actions.find((one) => title.test(one.title));
    return (await server.connection.sendRequest<CodeAction>('codeAction/resolve', action)).edit;
  };
  const tagged = JSON.stringify(await edited(/^Tag as person$/));
  expect(tagged).toContain('a.seed.annotations.yaml');
  expect(tagged).toContain('quote: Angela Brandt');
  expect(JSON.stringify(await edited(/^Not an entity/))).toContain('status: rejected');
  const never = JSON.stringify(await edited(/^Never a name/));
  expect(never).toContain('seedmark.yaml');
  expect(never).toContain('- Angela Brandt');
});

test('a threshold of the project hides what is not sure enough', async () => {
  const uri = await opened({ 'seedmark.yaml': 'thresholds: {person: never}\n' });
  expect(await colored(uri)).toEqual(['Canada: place']);
});
