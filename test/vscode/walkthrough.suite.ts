import * as vscode from 'vscode';
import { deepEqual, equal, ok } from './assert.ts';
import { command } from './support/seedmark.ts';
import { cleanUp, openSeed, tabs } from './support/seeds.ts';
import { until } from './support/until.ts';

const SEED = 'Source: Example News Published: 2021-07-05\n\nRegulators in Beijing opened a review.\n';

suite('The walkthrough', () => {
  teardown(cleanUp);

  const open = async () => {
    await vscode.commands.executeCommand('workbench.action.openWalkthrough', 'seedmark.seedmark#seedmark.start');
    await until('the walkthrough is shown', () => vscode.window.activeTextEditor === undefined && tabs().length > 0);
  };

  test('every command that it links to is there', async () => {
    const { contributes } = vscode.extensions.getExtension('seedmark.seedmark')?.packageJSON ?? {};
    const text: string = decodeURIComponent(
      contributes.walkthroughs[0].steps.map((step: { description: string }) => step.description).join('\n'),
    );
    const linked = [...text.matchAll(/\(command:([\w.]+)|"((?:workbench|editor)\.action\.[\w.]+)"/g)].map(
      ([, id, inside]) => id ?? inside ?? '',
    );
    ok(linked.length >= 7, `only ${linked.join()}`);
    const all = new Set(await vscode.commands.getCommands(true));
    deepEqual(
      linked.filter((id) => !all.has(id)),
      [],
    );
  });

  test('opens, and its buttons act on the seed that is open behind it', async () => {
    const { document } = await openSeed(SEED, 'walkthrough');
    await open();
    await command('seedmark.fillMetadata', { values: { title: 'Review' } });
    equal(document.getText(), SEED.replace('\n', '\nTitle: Review\n'));
    equal(vscode.window.activeTextEditor?.document.uri.toString(), document.uri.toString());
    await vscode.commands.executeCommand('undo');
    equal(document.getText(), SEED);
  });
});
