import type { CancellationToken } from 'vscode-languageserver';
import { type DossierContext, dossierOf, factsOf } from '../exchange/dossier.ts';
import { writeDossier } from '../formats/dossier.ts';
import type { DossierResult } from '../protocol.ts';
import { shorten } from '../text/shorten.ts';
import { nameOfKey } from '../workspace/index/types.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { cancelled } from './guard.ts';
import { pathOf } from './hand-over.ts';

/** More sentences make a document that an editor is slow with. */
const MOST_SENTENCES = 2_000;

export const noDossier: DossierResult = {
  problem: 'No dossier was written: the request failed. The log says more (Seedmark: Show Log).',
};

/** All that is known of something now, as a document of this workspace. */
export async function dossierFor(
  workspace: Workspace,
  key: string,
  { trusted, seen }: { readonly trusted: boolean; readonly seen: DossierContext['seen'] },
  token: CancellationToken,
): Promise<DossierResult> {
  const context: DossierContext = {
    names: workspace.names,
    ...factsOf(workspace),
    trusted,
    mostSentences: MOST_SENTENCES,
    textsOf: (places) => workspace.sentenceTexts(places),
    pathOf: (uri) => pathOf(workspace, uri),
    addressOf: (uri, line) => `${addressOf(workspace, uri)}#L${line + 1}`,
    seen,
  };
  const { entity, text } = nameOfKey(key);
  const isKnown = entity !== undefined && context.knowledge.entities.has(entity);
  if (!isKnown && workspace.names.total(key) === undefined)
    return { problem: `Nothing is known of “${shorten(text)}”: no seed names it any more, and no facts file has it.` };
  const dossier = await dossierOf(key, context, token);
  if (dossier === undefined) throw cancelled();
  return { name: dossier.name, content: writeDossier(dossier) };
}

/**
 * From the workspace folder on, with a slash in front: editors and forges take that for the folder of the project, so that
 * the document may be saved anywhere in it and goes on a journey with it. With several folders that would mean the wrong one.
 */
function addressOf(workspace: Workspace, uri: string): string {
  const folder = workspace.folderOf(uri);
  return folder === undefined || workspace.folderCount > 1 ? uri : `/${uri.slice(folder.length)}`;
}
