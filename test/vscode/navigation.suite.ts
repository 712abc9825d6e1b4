import * as vscode from 'vscode';
import { deepEqual, equal, ok } from './assert.ts';
import { command } from './support/seedmark.ts';
import { cleanUp, folder, inFolder, openSeed, rangeOf, show, write } from './support/seeds.ts';
import { until, untilEqual } from './support/until.ts';

/** An entry of the facts of the samples, by its name and by an alias. */
const HERE = 'Source: A Published: 2021-07-05\n\nBarack Obama came on 2 July 2021.\n\nMr Obama left.\n';
const THERE = 'Source: A Published: 2021-07-06\nTitle: A visit to the harbour of Vscodetest\n\nMr Obama stayed.\n';

suite('Navigation', () => {
  teardown(cleanUp);

  test('references of a name: in this seed, and in one that is closed', async () => {
    const closed = inFolder('seeds/vscode-test-closed.txt');
    await write(closed, THERE);
    const { document } = await openSeed(HERE, 'references');
    const position = rangeOf(document, 'Mr Obama').start.translate(0, 5);
    // VS Code puts them in the order of their files.
    const read = () => ofTests(references(document.uri, position));
    const here = nameOf(document.uri);
    await untilEqual('references', read, ['vscode-test-closed.txt 3:0', `${here} 2:0`, `${here} 4:0`]);
    // What is not saved yet counts as it stands in the editor.
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(2, 0), 'Then ');
    ok(await vscode.workspace.applyEdit(edit), 'the edit was not applied');
    await untilEqual('references', read, ['vscode-test-closed.txt 3:0', `${here} 2:5`, `${here} 4:0`]);
  });

  test('references of an entry of a facts file', async () => {
    const { document: seed } = await openSeed(HERE, 'entry');
    const { document } = await show(vscode.Uri.joinPath(folder(), 'facts/people.yaml'));
    const position = rangeOf(document, 'Barack Obama').start.translate(0, 2);
    const here = nameOf(seed.uri);
    await untilEqual('references', () => ofTests(references(document.uri, position)), [`${here} 2:0`, `${here} 4:0`]);
  });

  test('Go to Symbol in Workspace: an entry of the facts, a seed by its title', async () => {
    await write(inFolder('seeds/vscode-test-symbol.txt'), THERE);
    await openSeed(HERE, 'symbols');
    const found = await until('the title is found', async () => {
      const symbols = await symbolsOf('harbour of vscodetest');
      return symbols.length > 0 && symbols;
    });
    deepEqual(
      found.map(({ name, kind, location }) => [name, kind === vscode.SymbolKind.File, nameOf(location.uri)]),
      [['A visit to the harbour of Vscodetest', true, 'vscode-test-symbol.txt']],
    );
    const [obama] = await symbolsOf('barack obama');
    equal(obama?.name, 'Barack Obama');
    equal(obama && nameOf(obama.location.uri), 'people.yaml');
  });

  test('Show All Mentions: from the cursor, from the place that a link gives, and of an entity', async () => {
    const { document, editor } = await openSeed(HERE, 'mentions');
    const first = rangeOf(document, 'Barack Obama').start;
    const second = rangeOf(document, 'Mr Obama').start;
    const places = [
      [undefined, first],
      [{ uri: document.uri.toString(), position: { line: second.line, character: second.character } }, second],
      [{ entity: '#barack-obama' }, second],
    ] as const;
    editor.selection = new vscode.Selection(first, first);
    for (const [argument, at] of places) {
      await command('seedmark.showMentions', argument);
      // The peek shows its places in an editor of its own.
      await until('the peek is open', () => vscode.window.visibleTextEditors.length > 1);
      equal(editor.selection.active.isEqual(at), true, 'the cursor is elsewhere');
      await vscode.commands.executeCommand('closeReferenceSearch');
      await until('the peek is closed', () => vscode.window.visibleTextEditors.length === 1);
    }
  });

  test('a line above a seed says what is in it, if somebody wants it', async () => {
    const { document } = await openSeed(HERE, 'lens');
    const settings = vscode.workspace.getConfiguration('seedmark');
    const lenses = async () => {
      const found = await vscode.commands.executeCommand<vscode.CodeLens[] | undefined>(
        'vscode.executeCodeLensProvider',
        document.uri,
        9,
      );
      return (found ?? []).map(({ command: what }) => [what?.title, what?.command]);
    };
    deepEqual(await lenses(), []);
    try {
      await settings.update('codeLens', true, vscode.ConfigurationTarget.Global);
      await untilEqual('lenses', lenses, [
        ['1 entity', 'seedmark.annotations.focus'],
        ['1 date', ''],
        ['3 to review', 'seedmark.review'],
      ]);
    } finally {
      await settings.update('codeLens', undefined, vscode.ConfigurationTarget.Global);
    }
    await untilEqual('no lenses', lenses, []);
  });
});

function references(uri: vscode.Uri, position: vscode.Position): Thenable<vscode.Location[] | undefined> {
  return vscode.commands.executeCommand<vscode.Location[] | undefined>(
    'vscode.executeReferenceProvider',
    uri,
    position,
  );
}

/** The places in files that tests wrote; the samples name more. */
async function ofTests(found: Thenable<vscode.Location[] | undefined>): Promise<string[]> {
  return ((await found) ?? [])
    .filter(({ uri }) => nameOf(uri).startsWith('vscode-test-'))
    .map(({ uri, range }) => `${nameOf(uri)} ${range.start.line}:${range.start.character}`);
}

async function symbolsOf(query: string): Promise<vscode.SymbolInformation[]> {
  const found = await vscode.commands.executeCommand<vscode.SymbolInformation[] | undefined>(
    'vscode.executeWorkspaceSymbolProvider',
    query,
  );
  return found ?? [];
}

function nameOf(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}
