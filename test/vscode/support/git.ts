import * as vscode from 'vscode';
import { hasKeyboard } from './keys.ts';
import { inFolder } from './seeds.ts';
import { until } from './until.ts';

/** Whether the runner that presses keys is there: it also runs git. */
export const hasGit = hasKeyboard;

const NOBODY = [
  '-c',
  'user.name=N',
  '-c',
  'user.email=n@example.org',
  '-c',
  'init.defaultBranch=main',
  '-c',
  'advice.detachedHead=false',
];

let count = 0;

/** Asks the runner to run git in a folder; false where there is none, or it failed. */
export async function git(folder: vscode.Uri, ...args: readonly string[]): Promise<boolean> {
  const answer = inFolder(`git-${count++}.txt`);
  console.log(
    `[test] ${JSON.stringify({ git: { folder: folder.path, args: [...NOBODY, ...args], answer: answer.path } })}`,
  );
  const status = await until(`git ${args[0]} has ended`, async () => {
    try {
      return new TextDecoder().decode(await vscode.workspace.fs.readFile(answer));
    } catch {
      return undefined;
    }
  });
  return status === '0';
}
