import * as vscode from 'vscode';
import { equal, match, ok } from './assert.ts';
import { command, inspect, serverRuns } from './support/seedmark.ts';
import { cleanUp, onDisk, openSeed, REVIEW, rangeOf } from './support/seeds.ts';
import { until, untilEqual } from './support/until.ts';

suite('The language server', () => {
  teardown(cleanUp);

  test('is started again by the command, and goes on with what is open', async () => {
    const { document, sidecar } = await openSeed(REVIEW, 'restart');
    await command('seedmark.tag', { type: 'place', ranges: [rangeOf(document, 'Beijing')] });
    await command('seedmark.restartServer');
    await serverRuns();
    const hovers = await until('there are hovers again', async () => {
      const found = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        rangeOf(document, '2 July 2021').start,
      );
      return found.length > 0 && found;
    });
    equal(hovers.length, 1, 'the old server answers too');
    await command('seedmark.tag', { type: 'product', ranges: [rangeOf(document, 'Boss Zhipin')] });
    match((await onDisk(sidecar)) ?? '', /quote: Beijing[\s\S]*quote: Boss Zhipin/);
    await untilEqual('what is drawn', async () => Object.keys((await inspect()).drawn).sort(), ['place', 'product']);
  });

  test('may be started again several times at once', async () => {
    await openSeed(REVIEW, 'restarts');
    await Promise.all([
      command('seedmark.restartServer'),
      command('seedmark.restartServer'),
      command('seedmark.restartServer'),
    ]);
    await serverRuns();
    equal((await inspect()).serverState, 'running');
  });

  test('all commands of the manifest exist', async () => {
    await openSeed(REVIEW, 'commands');
    const { contributes } = vscode.extensions.getExtension('seedmark.seedmark')?.packageJSON ?? {};
    const declared: { command: string }[] = contributes?.commands ?? [];
    ok(declared.length > 0, 'no commands');
    const registered = await vscode.commands.getCommands(true);
    for (const { command } of declared) ok(registered.includes(command), `${command} is not registered`);
  });
});
