import { commands, type TextDocument, Uri, window, workspace } from 'vscode';
import {
  type AddSeedGlobParams,
  addSeedGlobRequest,
  type EditResult,
  type SeedGlobsParams,
  type SeedGlobsResult,
  seedGlobsRequest,
} from '../../../server/src/protocol.ts';
import { applyAndSave } from '../apply.ts';
import { inform, tell, type WayOut } from '../messages.ts';
import type { SeedLanguage } from '../seedLanguage.ts';
import { isOurYaml, isSeed } from '../selector.ts';
import type { Server } from '../server.ts';
import { readTreatArgument } from './argument.ts';
import type { CommandId } from './table.ts';
import { plain, quoted } from './words.ts';

export interface TreatNeeds {
  readonly server: Server;
  readonly language: SeedLanguage;
}

/**
 * "Treat as Seed": the document becomes a seed, and the project may remember it. An argument `{ uri?, remember?, glob? }`
 * answers beforehand what would be asked; `remember` is "file", "like" or "no".
 */
export async function treatAsSeed({ server, language }: TreatNeeds, argument: unknown): Promise<void> {
  const { uri, remember, glob } = readTreatArgument(argument);
  const document =
    uri === undefined ? window.activeTextEditor?.document : await workspace.openTextDocument(Uri.parse(uri));
  if (document === undefined) return tell({ problem: 'Open the text first that shall be treated as a seed.' });
  const name = document.uri.path.slice(document.uri.path.lastIndexOf('/') + 1);
  if (isOurYaml(document.uri)) {
    return tell({
      problem: `${quoted(name)} holds annotations, facts or the project: it belongs to seeds and is none.`,
    });
  }
  const wasSeed = isSeed(document);
  if (!wasSeed) await language.treat(document);
  if (remember === 'no') return;
  if (glob !== undefined) return add(server, document, glob);

  const params: SeedGlobsParams = { uri: document.uri.toString() };
  const globs: SeedGlobsResult = canBeNamed(document) ? await server.request(seedGlobsRequest, params) : { like: [] };
  if (globs.file === undefined) {
    if (wasSeed) tell({ problem: `${quoted(name)} is a seed already.` });
    return;
  }
  if (remember === 'file') return add(server, document, globs.file);
  if (remember === 'like') {
    const picked = await pickGlob(globs.like, name);
    return picked === undefined ? undefined : add(server, document, picked);
  }
  offer(document, name, globs);
}

/** Only files of the workspace: `seeds:` names paths below the folder of its file. */
function canBeNamed(document: TextDocument): boolean {
  return !document.isUntitled && workspace.getWorkspaceFolder(document.uri) !== undefined;
}

/** Does not wait: the user may read on and decide later. */
function offer(document: TextDocument, name: string, globs: SeedGlobsResult): void {
  const uri = document.uri.toString();
  const again = (label: string, remember: 'file' | 'like'): WayOut => ({
    label,
    run: () => commands.executeCommand('seedmark.treatAsSeed' satisfies CommandId, { uri, remember }),
  });
  const ways = [again('This File', 'file'), ...(globs.like.length > 0 ? [again('Files Like It…', 'like')] : [])];
  inform(
    `${quoted(name)} is a seed until it is closed. Shall seedmark.yaml remember it, for everybody who works here?`,
    ...ways,
    { label: 'Not Now', run: () => undefined },
  );
}

async function pickGlob(globs: readonly string[], name: string): Promise<string | undefined> {
  const items = globs.map((glob) => ({ glob, label: plain(glob), description: plain(describe(glob)) }));
  const picked = await window.showQuickPick(items, {
    title: `Files Like ${plain(quoted(name))}`,
    placeHolder: 'Which files are seeds? The pattern is added to “seeds:” in seedmark.yaml.',
    ignoreFocusOut: true,
  });
  return picked?.glob;
}

function describe(glob: string): string {
  const ending = /\*(\.[^/]*)$/.exec(glob)?.[1];
  const files = ending === undefined ? 'all files' : `all ${ending} files`;
  const folder = glob.replace(/(?:\*\*\/)?[^/]*$/, '').replace(/\/$/, '');
  const where = folder === '' ? 'beside seedmark.yaml' : `in ${quoted(folder)}`;
  return glob.includes('**/') ? `${files} ${where} and below` : `${files} ${where}`;
}

async function add(server: Server, document: TextDocument, glob: string): Promise<void> {
  const params: AddSeedGlobParams = { uri: document.uri.toString(), glob };
  const refusal = await applyAndSave(() => server.request<EditResult>(addSeedGlobRequest, params));
  if (refusal) tell(refusal);
}
