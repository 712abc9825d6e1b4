import { commands, type Disposable, type TextEditor, window } from 'vscode';
import { isSeed } from './selector.ts';

/**
 * Says when a seed is shown, for the first step of the walkthrough. A pulse and no state: a walkthrough that is opened while
 * a context is set already takes its step for one that was never done.
 */
export function tellSeedShown(): Disposable {
  const look = async (editor: TextEditor | undefined) => {
    if (editor === undefined || !isSeed(editor.document)) return;
    await commands.executeCommand('setContext', 'seedmark.seedShown', true);
    await commands.executeCommand('setContext', 'seedmark.seedShown', undefined);
  };
  void look(window.activeTextEditor);
  return window.onDidChangeActiveTextEditor((editor) => void look(editor));
}
