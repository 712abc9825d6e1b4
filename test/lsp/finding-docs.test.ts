import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { diagnostics } from '../../server/src/features/diagnostics.ts';
import { readAbilities } from '../../server/src/lsp/capabilities.ts';
import { type RunningServer, startServer } from '../support/server.ts';
import { openSeed } from '../support/world.ts';

/** Each diagnostic leads to the page of its finding, where it is known where the pages are. */

let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

test('without a word of the client the pages beside the bundle are taken', async () => {
  const uri = await server.open('a.seed', 'Source: A\nPublised: 2021-07-05\n\nText.\n');
  const { items } = await server.connection.sendRequest<{
    items: { code: string; codeDescription?: { href: string } }[];
  }>('textDocument/diagnostic', { textDocument: { uri } });
  expect(items.map(({ code }) => code)).toContain('unknown-field');
  for (const { code, codeDescription } of items) {
    expect(codeDescription?.href).toMatch(new RegExp(`^file:///.*/docs/findings/${code}\\.md$`));
    expect(existsSync(fileURLToPath(codeDescription?.href ?? ''))).toBe(true);
  }
});

test.each([
  [{ docs: 'https://example.org/docs/' }, 'file:///here/docs', 'https://example.org/docs'],
  [{}, 'file:///here/docs', 'file:///here/docs'],
  [{ docs: '' }, 'file:///here/docs', 'file:///here/docs'],
  [{ docs: 7 }, undefined, undefined],
  [undefined, undefined, undefined],
])('a client that says %j, on a machine with %s: %s', (initializationOptions, own, expected) => {
  const params = { processId: null, rootUri: null, capabilities: {}, initializationOptions };
  expect(readAbilities(params, own).docs).toBe(expected);
});

test('where nobody knows the pages, nothing is linked', async () => {
  const { snapshot } = await openSeed('Source: A\n\nText.\n');
  const href = (docs?: string) => diagnostics(snapshot, undefined, docs)[0]?.codeDescription?.href;
  expect(href()).toBeUndefined();
  expect(href('x:/docs')).toBe('x:/docs/findings/missing-metadata.md');
});
