import * as vscode from 'vscode';
import { ok } from '../assert.ts';
import { until } from './until.ts';

/** What `client/src/extension.ts` lets tests look at. */
export interface Inspection {
  readonly serverState: 'starting' | 'running' | 'stopped';
  readonly statusText: string | undefined;
  readonly isSaving: boolean;
  readonly drawn: Readonly<Record<string, readonly (readonly number[])[]>>;
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

/** Nothing is being saved, and VS Code knows of the last save. */
export async function atRest(): Promise<void> {
  await until('nothing is being saved', async () => !(await inspect()).isSaving);
}

/** Runs one of our commands without a user. */
export function command(
  id:
    | 'seedmark.tag'
    | 'seedmark.tagAll'
    | 'seedmark.removeAnnotation'
    | 'seedmark.placeAnnotation'
    | 'seedmark.fillMetadata'
    | 'seedmark.restartServer'
    | 'seedmark.newSeedFromClipboard'
    | 'seedmark.treatAsSeed',
  argument?: object,
): Thenable<unknown> {
  return vscode.commands.executeCommand(id, argument);
}
