import { CancellationTokenSource, commands, ProgressLocation, window, workspace } from 'vscode';
import {
  type DossierParams,
  type DossierResult,
  dossierRequest,
  type NameAtParams,
  type NameRow,
  nameAtRequest,
  type Position,
} from '../../../server/src/protocol.ts';
import { announce } from '../announce.ts';
import { tell } from '../messages.ts';
import { isSeed } from '../selector.ts';
import type { Server } from '../server.ts';
import { readDossierArgument } from './argument.ts';
import { pickName } from './pickName.ts';
import { quoted } from './words.ts';

/** What takes longer than this is shown to be under way. */
const SHOWN_AFTER = 700;

/**
 * "Dossier…": all that facts and seeds say of something, as a Markdown document that can be kept and gone on with. An argument
 * `{ key }` or `{ uri, position }` says of what.
 */
export async function dossier(server: Server, argument: unknown): Promise<void> {
  const key = await keyFor(server, argument);
  if (key === undefined) return;
  const result = await ask(server, { key });
  if (result === undefined) return;
  if ('problem' in result) return tell(result);
  const document = await workspace.openTextDocument({ language: 'markdown', content: result.content });
  await window.showTextDocument(document, { preview: false });
  try {
    // In front of the text: it is read first, and the text is one tab away.
    await commands.executeCommand('markdown.showPreview', document.uri);
  } catch {
    // Somebody has switched off VS Code's own Markdown: the text is there.
  }
  announce(`Dossier of ${quoted(result.name)}`);
}

async function keyFor(server: Server, argument: unknown): Promise<string | undefined> {
  const { key, at } = readDossierArgument(argument);
  if (key !== undefined) return key;
  if (at !== undefined) {
    const row = await nameAt(server, at);
    if (row === undefined)
      tell({ problem: 'No name stands here. Put the cursor into one, or choose one from the list.' });
    else return row.key;
  }
  const row = await pickName(server, 'Dossier of…', await nameAtCursor(server));
  return row?.key;
}

async function nameAtCursor(server: Server): Promise<NameRow | undefined> {
  const editor = window.activeTextEditor;
  if (editor === undefined || !isSeed(editor.document)) return undefined;
  const { line, character } = editor.selection.start;
  return nameAt(server, { uri: editor.document.uri.toString(), position: { line, character } });
}

async function nameAt(
  server: Server,
  params: { readonly uri: string; readonly position: Position },
): Promise<NameRow | undefined> {
  const asked: NameAtParams = params;
  return (await server.request<NameRow | null>(nameAtRequest, asked)) ?? undefined;
}

/** Undefined where the user has stopped it. */
async function ask(server: Server, params: DossierParams): Promise<DossierResult | undefined> {
  const source = new CancellationTokenSource();
  let report: (percentage: number | undefined, message: string | undefined) => void = () => undefined;
  const asked = server.requestLong<DossierResult>(dossierRequest, params, source.token, (percentage, message) =>
    report(percentage, message),
  );
  try {
    const early = await Promise.race([asked, rest(SHOWN_AFTER)]);
    if (early !== undefined) return early;
    const options = { location: ProgressLocation.Notification, title: 'Writing a dossier', cancellable: true };
    return await window.withProgress(options, (progress, token) => {
      let done = 0;
      token.onCancellationRequested(() => source.cancel());
      report = (percentage = done, message) => {
        const read = message === undefined ? {} : { message: `${message} seeds` };
        progress.report({ increment: percentage - done, ...read });
        done = percentage;
      };
      return asked;
    });
  } catch (error) {
    if (source.token.isCancellationRequested) return undefined;
    throw error;
  } finally {
    source.dispose();
  }
}

function rest(milliseconds: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), milliseconds));
}
