import * as vscode from 'vscode';
import { until } from './until.ts';

/** VS Code answers the command before it has loaded the file and done it. */
export async function changed(file: vscode.Uri, what: 'undo' | 'redo'): Promise<void> {
  let done = false;
  const listener = vscode.workspace.onDidChangeTextDocument(({ document, reason }) => {
    done ||= reason !== undefined && document.uri.toString() === file.toString();
  });
  try {
    await vscode.commands.executeCommand(what);
    await until(`${what} has happened`, () => done);
  } finally {
    listener.dispose();
  }
}
