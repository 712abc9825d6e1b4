import * as vscode from 'vscode';

/** Whether somebody can press keys for us: the runner of the embedded VS Code, in its browser. */
export const hasKeyboard = vscode.env.uiKind === vscode.UIKind.Web;

/**
 * Asks the runner to press keys in the quick pick or input box that is open, or about to open; `@` and a text wait for the
 * box whose title says it. `scripts/lib/marks.mjs` reads the line.
 */
export function press(...keys: readonly string[]): void {
  console.log(`[test] ${JSON.stringify({ press: keys })}`);
}
