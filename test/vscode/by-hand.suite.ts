import * as vscode from 'vscode';
import { equal, ok } from './assert.ts';
import { hasKeyboard, inText, keysIn, pressAll, see } from './support/keys.ts';
import { inspect } from './support/seedmark.ts';
import { cleanUp, onDisk, openSeed, unsaved } from './support/seeds.ts';
import { untilEqual } from './support/until.ts';

const TEXT = `Source: Example News
Published: 2021-07-05
Title: Twenty places
Author: A. Writer
URL: https://news.example/places

France, Spain, Italy, Poland, Japan, Canada, Brazil, Mexico, Egypt and Kenya came.
Norway, Sweden, Finland, Denmark, Chile, Peru, Cuba, Ghana, Nepal and Qatar stayed.
`;

suite('Tagging by hand', () => {
  teardown(cleanUp);

  test('twenty mentions by keyboard, three keys each: the next one, the chord, a letter', async function () {
    if (!hasKeyboard) return this.skip();
    const { document, editor, sidecar } = await openSeed(TEXT, 'by-hand');
    const { request } = await inspect();
    const found = await request<{ readonly suggestions: readonly { readonly text: string }[] }>(
      'seedmark/suggestions',
      { uri: document.uri.toString() },
    );
    const names = found.suggestions.map(({ text }) => text);
    ok(names.length >= 20, `only ${names.length} mentions`);
    let keys = 0;
    for (const [index, name] of names.entries()) {
      const next = [inText, 'Shift+Alt+N'];
      await pressAll(...next);
      await untilEqual('the next mention', () => document.getText(editor.selection), name);
      const tag = [inText, 'Shift+Alt+T', see(name), 'l'];
      await pressAll(...tag);
      await untilEqual('it is tagged', async () => count(await onDisk(sidecar)), index + 1);
      keys += keysIn(next) + keysIn(tag);
    }
    console.log(`[test]       ${(keys / names.length).toFixed(2)} keys a mention, ${names.length} mentions`);
    ok(keys / names.length <= 3, `${keys} keys`);
    equal(document.getText(), TEXT);
    await untilEqual('unsaved', unsaved, []);
    await pressAll(inText);
    await vscode.commands.executeCommand('undo');
    await untilEqual('after one undo', async () => count(await onDisk(sidecar)), names.length - 1);
  });
});

function count(sidecar: string | undefined): number {
  return (sidecar ?? '').split('  quote: ').length - 1;
}
