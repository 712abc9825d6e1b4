import * as vscode from 'vscode';
import { ok } from '../assert.ts';

/** Codes of the findings of a document, sorted. */
export function codes(document: vscode.TextDocument): string[] {
  return vscode.languages
    .getDiagnostics(document.uri)
    .map(({ code }) => String(typeof code === 'object' ? code.value : code))
    .sort();
}

/** All that is offered for a range, or for a whole document. */
export async function actions(
  document: vscode.TextDocument,
  range = new vscode.Range(0, 0, document.lineCount, 0),
): Promise<vscode.CodeAction[]> {
  const found = await vscode.commands.executeCommand<(vscode.CodeAction | vscode.Command)[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    range,
  );
  return found.filter((action): action is vscode.CodeAction => 'edit' in action || 'kind' in action);
}

export async function quickFix(document: vscode.TextDocument, title: RegExp): Promise<vscode.CodeAction | undefined> {
  return (await actions(document)).find((action) => title.test(action.title));
}

/** What VS Code does when an action is picked: its edit, then its command. */
export async function apply({ edit, command, title }: vscode.CodeAction): Promise<void> {
  ok(edit ?? command, `“${title}” has neither an edit nor a command`);
  if (edit) ok(await vscode.workspace.applyEdit(edit), `“${title}” was not applied`);
  if (command) await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
}
