import * as vscode from 'vscode';
import { deepEqual, equal, ok } from './assert.ts';
import { command, inspect } from './support/seedmark.ts';
import {
  cleanUp,
  closeAll,
  folder,
  inFolder,
  onDisk,
  openSeed,
  REVIEW,
  rangeOf,
  show,
  sidecarOf,
  tabs,
  unsaved,
  write,
} from './support/seeds.ts';
import { until, untilEqual } from './support/until.ts';

suite('A sidecar follows its seed', () => {
  teardown(cleanUp);

  test('renamed and renamed back, with what was tagged', async () => {
    const { document, sidecar } = await openSeed(REVIEW, 'follow');
    await command('seedmark.tag', { type: 'place', ranges: [rangeOf(document, 'Beijing')] });
    const text = await onDisk(sidecar);
    ok(text, 'no sidecar');
    const renamed = fresh('renamed');
    await rename(document.uri, renamed);
    await untilEqual('sidecars', () => both(sidecar, sidecarOf(renamed)), [undefined, text]);
    await show(renamed);
    await untilEqual('what is drawn', async () => Object.keys((await inspect()).drawn), ['place']);
    await rename(renamed, document.uri);
    await untilEqual('sidecars, back', () => both(sidecar, sidecarOf(renamed)), [text, undefined]);
    await show(document.uri);
    await untilEqual('what is drawn, back', async () => Object.keys((await inspect()).drawn), ['place']);
    deepEqual(unsaved(), [], 'unsaved');
  });

  test('undoing the rename brings it back', async () => {
    const { document, sidecar } = await openSeed(REVIEW, 'undone');
    await write(sidecar, SIDECAR);
    const renamed = fresh('undone');
    await rename(document.uri, renamed);
    await untilEqual('sidecars', () => both(sidecar, sidecarOf(renamed)), [undefined, SIDECAR]);
    await show(renamed);
    await vscode.commands.executeCommand('undo');
    await untilEqual('sidecars, back', () => both(sidecar, sidecarOf(renamed)), [SIDECAR, undefined]);
  });

  test('into another folder', async () => {
    const { document, sidecar } = await openSeed(REVIEW, 'moved');
    await write(sidecar, SIDECAR);
    const moved = inFolder('seeds/vscode-test-below/moved.txt');
    inFolder('seeds/vscode-test-below/moved.txt.annotations.yaml');
    await rename(document.uri, moved);
    await untilEqual('sidecars', () => both(sidecar, sidecarOf(moved)), [undefined, SIDECAR]);
    // The folder with both: nothing is lost.
    const other = vscode.Uri.joinPath(folder(), 'seeds', 'vscode-test-other');
    await rename(vscode.Uri.joinPath(folder(), 'seeds', 'vscode-test-below'), other);
    await untilEqual('in the folder', () => onDisk(vscode.Uri.joinPath(other, 'moved.txt.annotations.yaml')), SIDECAR);
    await vscode.workspace.fs.delete(other, { recursive: true });
  });

  test('with changes that were not saved, and its tab', async () => {
    const { document, sidecar } = await openSeed(REVIEW, 'dirty');
    await write(sidecar, SIDECAR);
    const { document: entries } = await show(sidecar);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(sidecar, new vscode.Position(0, 0), '# mine\n');
    await vscode.workspace.applyEdit(edit);
    equal(entries.isDirty, true);
    const renamed = fresh('dirty');
    await rename(document.uri, renamed);
    await untilEqual('sidecars', () => both(sidecar, sidecarOf(renamed)), [undefined, `# mine\n${SIDECAR}`]);
    deepEqual(unsaved(), [], 'unsaved');
    // The tab follows the file a moment later.
    const name = sidecarOf(renamed).path.replace(/^.*\//, '');
    await untilEqual('tabs', () => tabs().filter((tab) => tab.endsWith('.annotations.yaml')), [name]);
  });

  test('never over another one', async () => {
    const { document, sidecar } = await openSeed(REVIEW, 'taken');
    await write(sidecar, SIDECAR);
    const renamed = fresh('taken');
    await write(sidecarOf(renamed), '# another\n');
    await rename(document.uri, renamed);
    // What comes behind it in turn shows that it had its turn.
    const { document: other, sidecar: behind } = await openSeed(REVIEW, 'behind');
    await command('seedmark.tag', { type: 'place', ranges: [rangeOf(other, 'Beijing')] });
    ok(await onDisk(behind), 'nothing was tagged');
    deepEqual(await both(sidecar, sidecarOf(renamed)), [SIDECAR, '# another\n'], 'sidecars');
  });

  test('when it was renamed elsewhere, a quick fix renames the sidecar', async () => {
    const { document, sidecar } = await openSeed(REVIEW, 'elsewhere');
    await closeAll();
    const entries = `${SIDECAR}  - {id: b2, type: organization, quote: Kanzhun Limited, before: "review of "}\n`;
    await write(sidecar, entries);
    const renamed = fresh('elsewhere');
    await vscode.workspace.fs.rename(document.uri, renamed);
    const { document: orphan } = await show(sidecar);
    const top = new vscode.Range(0, 0, 0, 0);
    const fix = await until('the rename is offered', async () => {
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        orphan.uri,
        top,
        vscode.CodeActionKind.QuickFix.value,
      );
      return actions.find(({ title }) => title.startsWith('Rename this file after'));
    });
    ok(fix.edit && (await vscode.workspace.applyEdit(fix.edit)), 'not applied');
    await untilEqual('sidecars', () => both(sidecar, sidecarOf(renamed)), [undefined, entries]);
    await show(renamed);
    await untilEqual('what is drawn', async () => Object.keys((await inspect()).drawn).sort(), [
      'organization',
      'place',
    ]);
  });

  test('deleted with its seed, and back when the seed comes back', async () => {
    const { document, sidecar } = await openSeed(REVIEW, 'deleted');
    const { uri } = document;
    await write(sidecar, SIDECAR);
    await closeAll();
    const deletion = new vscode.WorkspaceEdit();
    deletion.deleteFile(uri);
    ok(await vscode.workspace.applyEdit(deletion), 'not deleted');
    await untilEqual('the sidecar', () => onDisk(sidecar), undefined);
    // Another text under its name has nothing to do with them.
    const other = new vscode.WorkspaceEdit();
    other.createFile(uri, { contents: new TextEncoder().encode('Another text.') });
    ok(await vscode.workspace.applyEdit(other), 'not created');
    const { document: behind, sidecar: shown } = await openSeed(REVIEW, 'behind-deleted');
    await command('seedmark.tag', { type: 'place', ranges: [rangeOf(behind, 'Beijing')] });
    ok(await onDisk(shown), 'nothing was tagged');
    equal(await onDisk(sidecar), undefined);
    await vscode.workspace.fs.delete(uri);
    // As an undo of the deletion does.
    const creation = new vscode.WorkspaceEdit();
    creation.createFile(uri, { contents: new TextEncoder().encode(REVIEW) });
    ok(await vscode.workspace.applyEdit(creation), 'not created');
    await untilEqual('the sidecar, back', () => onDisk(sidecar), SIDECAR);
    await show(uri);
    await untilEqual('what is drawn', async () => Object.keys((await inspect()).drawn), ['place']);
  });

  test('the undo of a deletion in the Explorer brings both back', async () => {
    const { document, sidecar } = await openSeed(REVIEW, 'explorer');
    const { uri } = document;
    await write(sidecar, SIDECAR);
    await closeAll();
    const settings = vscode.workspace.getConfiguration('explorer');
    await settings.update('confirmDelete', false, vscode.ConfigurationTarget.Global);
    try {
      await vscode.commands.executeCommand('revealInExplorer', uri);
      await vscode.commands.executeCommand('deleteFile');
      await untilEqual('both', () => both(uri, sidecar), [undefined, undefined]);
      await vscode.commands.executeCommand('workbench.files.action.focusFilesExplorer');
      await vscode.commands.executeCommand('undo');
      await untilEqual('both, back', () => both(uri, sidecar), [REVIEW, SIDECAR]);
    } finally {
      await settings.update('confirmDelete', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  test('deleted elsewhere, its seed is missed', async () => {
    const { document, sidecar } = await openSeed(REVIEW, 'missed');
    await write(sidecar, SIDECAR);
    await closeAll();
    await vscode.workspace.fs.delete(document.uri);
    await show(sidecar);
    await untilEqual(
      'findings',
      () => vscode.languages.getDiagnostics(sidecar).map(({ code }) => (typeof code === 'object' ? code.value : code)),
      ['missing-seed'],
    );
    equal(await onDisk(sidecar), SIDECAR);
  });
});

const SIDECAR = 'seedmark: 1\nannotations:\n  - {id: a1, type: place, quote: Beijing}\n';

let count = 0;

/** A new name for a seed, which is deleted after the test with its sidecar. */
function fresh(name: string): vscode.Uri {
  const path = `seeds/vscode-test-renamed-${name}-${count++}.txt`;
  inFolder(`${path}.annotations.yaml`);
  return inFolder(path);
}

/** As the Explorer renames: the edit fires the same events. */
async function rename(from: vscode.Uri, to: vscode.Uri): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.renameFile(from, to);
  ok(await vscode.workspace.applyEdit(edit), 'not renamed');
}

async function both(...uris: readonly vscode.Uri[]): Promise<(string | undefined)[]> {
  return Promise.all(uris.map(onDisk));
}
