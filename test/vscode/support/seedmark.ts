import * as vscode from 'vscode';
import { ok } from '../assert.ts';
import { until } from './until.ts';

/** What `client/src/extension.ts` lets tests look at. */
export interface Inspection {
  readonly serverState: 'starting' | 'running' | 'stopped';
  readonly statusText: string | undefined;
  readonly isBusy: boolean;
  readonly drawn: Readonly<Record<string, readonly (readonly number[])[]>>;
  readonly relationEnds: readonly string[];
  readonly views: Readonly<Record<'annotations' | 'suggestions' | 'entities', ShownView>>;
  request<Result>(method: string, params: object): Promise<Result>;
}

export interface ShownView {
  readonly visible: boolean;
  readonly message: string;
  readonly badge: number | undefined;
  readonly selected: readonly string[];
  readonly rows: readonly ShownRow[];
}

export interface ShownRow {
  readonly label: string;
  readonly description: string;
  readonly kind: string;
  readonly children: readonly ShownRow[];
}

const ID = 'seedmark.seedmark';

/** Starts the extension, if need be, and looks into it. */
export async function inspect(): Promise<Inspection> {
  const extension = vscode.extensions.getExtension<(() => Inspection) | undefined>(ID);
  ok(extension, `no extension ${ID}`);
  const look = await extension.activate();
  ok(look, 'the extension does not know that this is a test');
  return look();
}

export async function serverRuns(): Promise<void> {
  await until('the server runs', async () => {
    const { serverState } = await inspect();
    if (serverState === 'stopped') throw new Error('The language server does not start.');
    return serverState === 'running';
  });
}

/** No edit is under way, nothing is being saved, and VS Code knows of the last save. */
export async function atRest(): Promise<void> {
  await until('nothing is being written', async () => !(await inspect()).isBusy);
}

/** Runs one of our commands without a user. */
export function command(id: `seedmark.${string}`, argument?: object): Thenable<unknown> {
  return vscode.commands.executeCommand(id, argument);
}
