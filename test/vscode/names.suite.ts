import * as vscode from 'vscode';
import { equal, match, ok } from './assert.ts';
import { actions, apply } from './support/findings.ts';
import { cleanUp, onDisk, openSeed, rangeOf, sidecarOf } from './support/seeds.ts';
import { until, untilEqual } from './support/until.ts';

const SEED =
  'Source: Example News Published: 2021-07-05\nTitle: A flight\n\nAngela Brandt flew to Canada. Ms Brandt was 40.\n';

suite('Names that the model finds', () => {
  teardown(cleanUp);

  test('come into an open seed by themselves, with what they are and how sure that is', async () => {
    const { document } = await openSeed(SEED);
    const text = await until('the model has been read', async () => {
      const said = await hover(document, 'Angela Brandt');
      return said.includes('by the model') && said;
    });
    match(text, /\*\*Angela Brandt\*\* · Person · by the model, 0\.\d\d/);
    match(await hover(document, 'Brandt was'), /\*\*Angela Brandt\*\* · Person/);
  });

  test('“Not an entity” is written beside the seed, and undone like everything else', async () => {
    const { document } = await openSeed(SEED);
    const title = 'Not an entity: “Angela Brandt” is no person here';
    const action = await until('the action is offered', async () => (await at(document, title)) ?? false);
    await apply(action);
    match((await onDisk(sidecarOf(document.uri))) ?? '', /quote: Angela Brandt[\s\S]*status: rejected/);
    await untilEqual('it is offered no longer', async () => (await at(document, title))?.title, undefined);
    equal(document.isDirty, false);
    await vscode.commands.executeCommand('undo');
    await untilEqual('it is offered again', async () => (await at(document, title))?.title, title);
  });

  test('“Never a name” is written into seedmark.yaml', async () => {
    const { document } = await openSeed(SEED);
    const title = 'Never a name: add “Angela Brandt” to seedmark.yaml';
    const action = await until('the action is offered', async () => (await at(document, title)) ?? false);
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    ok(folder, 'no folder is open');
    const project = vscode.Uri.joinPath(folder.uri, 'seedmark.yaml');
    const before = await onDisk(project);
    try {
      await apply(action);
      match((await onDisk(project)) ?? '', /never:[\s\S]*Angela Brandt/);
      await untilEqual('it is no name', async () => (await hover(document, 'Angela Brandt')).includes('model'), false);
    } finally {
      if (before === undefined) await vscode.workspace.fs.delete(project);
      else await vscode.workspace.fs.writeFile(project, new TextEncoder().encode(before));
    }
  });
});

async function hover(document: vscode.TextDocument, words: string): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    rangeOf(document, words).start,
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (typeof content === 'string' ? content : content.value))
    .join('\n');
}

/** The action of a title where the name stands. */
async function at(document: vscode.TextDocument, title: string): Promise<vscode.CodeAction | undefined> {
  const { start } = rangeOf(document, 'Angela Brandt');
  const offered = await actions(document, new vscode.Range(start, start));
  return offered.find((action) => action.title === title);
}
