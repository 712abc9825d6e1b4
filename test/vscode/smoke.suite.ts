import * as vscode from 'vscode';
import { equal, ok } from './assert.ts';

suite('Seedmark', () => {
  const id = 'seedmark.seedmark';

  test('is found by VS Code', () => {
    ok(vscode.extensions.getExtension(id), `no extension ${id} among ${vscode.extensions.all.length}`);
  });

  test('knows a .seed file and starts with it', async () => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    ok(folder, 'no folder is open');
    const file = vscode.Uri.joinPath(folder.uri, 'smoke.seed');
    await vscode.workspace.fs.writeFile(
      file,
      new TextEncoder().encode('Source: Smoke\nPublished: 2021-07-05\nTitle: Smoke\n\nA line.\n'),
    );
    try {
      const document = await vscode.workspace.openTextDocument(file);
      await vscode.window.showTextDocument(document);
      equal(document.languageId, 'seed');
      await started(id);
    } finally {
      await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
      await vscode.workspace.fs.delete(file);
    }
  });
});

/** VS Code has no event for "an extension has started", so this looks again after every turn. */
async function started(id: string): Promise<void> {
  while (vscode.extensions.getExtension(id)?.isActive !== true) await new Promise((resolve) => setTimeout(resolve, 20));
}
