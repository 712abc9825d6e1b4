import * as vscode from 'vscode';
import { ok } from '../assert.ts';
import { serverRuns } from './seedmark.ts';
import { until } from './until.ts';

/** A seed with everything that is recommended, so that it has no findings of its own. */
export const REVIEW = `Source: Example News Published: 2021-07-05
Title: Three more platforms under review
Author: A. Writer
URL: https://news.example/review

Regulators in Beijing opened a review of Kanzhun Limited, the owner of Boss Zhipin, on 2 July 2021.
Wang Wenbin, a spokesman for the Ministry of Foreign Affairs of China, said nothing about Kanzhun Limited.
`;

/** A seed that a test wrote, shown in the only editor. */
export interface OpenSeed {
  readonly document: vscode.TextDocument;
  readonly editor: vscode.TextEditor;
  readonly sidecar: vscode.Uri;
}

const written: vscode.Uri[] = [];
/** VS Code may still hold the text of a file of the same name that an earlier test has deleted. */
let count = 0;

/** Writes a seed into the workspace and shows it; the server runs when this is done. */
export async function openSeed(text: string, name = 'seed'): Promise<OpenSeed> {
  const uri = vscode.Uri.joinPath(folder(), 'seeds', `vscode-test-${name}-${count++}.txt`);
  await write(uri, text);
  const shown = await show(uri);
  await serverRuns();
  return shown;
}

export async function show(uri: vscode.Uri): Promise<OpenSeed> {
  // As a click in the Explorer does it: a document opened by the API stays open for minutes after its tab is closed.
  await vscode.commands.executeCommand('vscode.open', uri, { preview: false });
  const editor = await until('the file is shown', () => {
    const active = vscode.window.activeTextEditor;
    return active?.document.uri.toString() === uri.toString() && active;
  });
  return { document: editor.document, editor, sidecar: sidecarOf(uri) };
}

/** Closes every editor without saving and deletes what the test wrote. */
export async function cleanUp(): Promise<void> {
  await closeAll();
  for (const uri of written.splice(0)) {
    await remove(uri);
    await remove(sidecarOf(uri));
  }
}

export async function closeAll(): Promise<void> {
  // An editor with unsaved changes would ask.
  while (vscode.window.tabGroups.all.some(({ tabs }) => tabs.length > 0)) {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  // Tabs go before extensions hear that their editors are gone.
  await until('no editor is left', () => vscode.window.activeTextEditor === undefined);
}

export function sidecarOf(seed: vscode.Uri): vscode.Uri {
  return seed.with({ path: `${seed.path}.annotations.yaml` });
}

export async function write(uri: vscode.Uri, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  written.push(uri);
}

/** What stands on the disk; undefined where there is no file. */
export async function onDisk(uri: vscode.Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}

/** The first place of some words in a document. */
export function rangeOf(document: vscode.TextDocument, words: string): vscode.Range {
  const at = document.getText().indexOf(words);
  ok(at >= 0, `“${words}” is not in the text`);
  return new vscode.Range(document.positionAt(at), document.positionAt(at + words.length));
}

/** Files with unsaved changes, whether shown or not. */
export function unsaved(): readonly string[] {
  return vscode.workspace.textDocuments
    .filter((document) => document.isDirty)
    .map((document) => document.uri.toString());
}

/** Names of the files that have a tab. */
export function tabs(): readonly string[] {
  return vscode.window.tabGroups.all.flatMap((group) => group.tabs.map((tab) => tab.label));
}

/** A file below the workspace folder, deleted after the test if it is there. */
export function inFolder(path: string): vscode.Uri {
  const uri = vscode.Uri.joinPath(folder(), path);
  written.push(uri);
  return uri;
}

export function folder(): vscode.Uri {
  const [first] = vscode.workspace.workspaceFolders ?? [];
  ok(first, 'no folder is open');
  return first.uri;
}

async function remove(uri: vscode.Uri): Promise<void> {
  try {
    await vscode.workspace.fs.delete(uri);
  } catch {
    // It was never made, or is gone already.
  }
}
