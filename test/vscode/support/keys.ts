import * as vscode from 'vscode';
import { inFolder, onDisk } from './seeds.ts';
import { until } from './until.ts';

/** Whether somebody can press keys for us: the runner of the embedded VS Code, in its browser. */
export const hasKeyboard = vscode.env.uiKind === vscode.UIKind.Web;

/** Asks the runner to press keys in the quick pick or input box that is open, or about to open. `scripts/lib/marks.mjs` reads the line. */
export function press(...keys: readonly string[]): void {
  console.log(`[test] ${JSON.stringify({ press: keys })}`);
}

let count = 0;

/** The same, and resolves when all of them have been pressed. */
export async function pressAll(...keys: readonly string[]): Promise<void> {
  const answer = inFolder(`keys-${count++}.txt`);
  console.log(`[test] ${JSON.stringify({ press: keys, answer: answer.path })}`);
  await until('the keys are pressed', async () => (await onDisk(answer)) !== undefined);
}

/** Stands among keys: those behind it are pressed when the box says a text, as the title of the next step does. */
export function see(text: string): string {
  return `@${text}`;
}

/** Stands among keys: those behind it are pressed when a text has the focus, and no box. */
export const inText = '~';

/** How many keys, or chords of keys held together, a person presses. */
export function keysIn(keys: readonly string[]): number {
  return keys.filter((key) => key !== inText && !(key.length > 1 && key.startsWith('@'))).length;
}
