import { commands, type Disposable, window } from 'vscode';
import { isSeed } from './selector.ts';

/** Says once that a seed was shown: the first step of the walkthrough is then done. */
export function tellSeedShown(): Disposable {
  const look = () => {
    if (!window.visibleTextEditors.some(({ document }) => isSeed(document))) return;
    void commands.executeCommand('setContext', 'seedmark.seedShown', true);
    listener.dispose();
  };
  const listener = window.onDidChangeVisibleTextEditors(look);
  look();
  return listener;
}
