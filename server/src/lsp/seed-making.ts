import { type Connection, RequestType } from 'vscode-languageserver';
import { draftSeed } from '../edits/draft/draft.ts';
import { addToProject } from '../edits/project-list.ts';
import { globOfPath, globsLike } from '../edits/seed-globs.ts';
import type { Ports } from '../ports.ts';
import {
  type AddSeedGlobParams,
  addSeedGlobRequest,
  type DraftSeedParams,
  type DraftSeedResult,
  draftSeedRequest,
  type EditResult,
  type IsSeedParams,
  isSeedRequest,
  type SeedGlobsParams,
  type SeedGlobsResult,
  seedGlobsRequest,
} from '../protocol.ts';
import { fieldInfo } from '../seed/fields.ts';
import { folderOf } from '../workspace/kinds.ts';
import { pathBelow } from '../workspace/knowledge.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { editResult } from './edit-result.ts';
import { answered, type GuardContext } from './guard.ts';
import { normalizeUri } from './uri.ts';

/** Where new seeds go: the one folder whose text files are seeds by themselves. */
const FOLDER = 'seeds';

/** Answers what the commands ask that make seeds: of pasted text, and of files that are none yet. */
export function registerSeedMaking(connection: Connection, context: GuardContext, ports: Ports): void {
  const { workspace } = context;

  connection.onRequest(
    new RequestType<DraftSeedParams, DraftSeedResult | null, void>(draftSeedRequest),
    answered(context, draftSeedRequest, null, (params) => draft(workspace, ports, params)),
  );
  connection.onRequest(
    new RequestType<IsSeedParams, boolean, void>(isSeedRequest),
    answered(context, isSeedRequest, false, ({ uri }) => workspace.isNamedSeed(normalizeUri(String(uri)))),
  );
  connection.onRequest(
    new RequestType<SeedGlobsParams, SeedGlobsResult, void>(seedGlobsRequest),
    answered(context, seedGlobsRequest, { like: [] }, ({ uri }) => globsFor(workspace, normalizeUri(String(uri)))),
  );
  connection.onRequest(
    new RequestType<AddSeedGlobParams, EditResult, void>(addSeedGlobRequest),
    answered(context, addSeedGlobRequest, failed, ({ uri, glob }) =>
      addGlob(workspace, normalizeUri(String(uri)), String(glob)),
    ),
  );
}

const failed: EditResult = {
  problem: 'Nothing was written: the request failed. The log says more (Seedmark: Show Log).',
};

function draft(workspace: Workspace, ports: Ports, { text, folder, answers }: DraftSeedParams): DraftSeedResult | null {
  if (typeof text !== 'string') return null;
  const uri = typeof folder === 'string' ? normalizeUri(folder).replace(/\/?$/, '/') : undefined;
  const isBelowSeeds = uri?.includes(`/${FOLDER}/`) === true;
  // Of the project of the file that is to be: a nearer one may hold for the folder of seeds.
  const place = `${uri ?? ''}${isBelowSeeds ? '' : `${FOLDER}/`}`;
  const { fields, missing, head, rest, path } = draftSeed(text, {
    today: ports.clock.today(),
    required: workspace.knowledge(place).project.required,
    knownSources: workspace.knownSources(),
    defaultFolder: isBelowSeeds ? '' : FOLDER,
    ...(isAnswers(answers) ? { answers } : {}),
  });
  return {
    fields: fields.map(({ key, value, from, sure, state }) => ({ key, value, sure, state, ...(from ? { from } : {}) })),
    missing: missing.map((key) => {
      const { label, meaning } = fieldInfo(key);
      return { key, label, meaning, proposal: fields.find((field) => field.key === key)?.value ?? '' };
    }),
    head,
    rest,
    path,
  };
}

function isAnswers(answers: unknown): answers is Record<string, string> {
  return (
    typeof answers === 'object' &&
    answers !== null &&
    Object.values(answers).every((value) => typeof value === 'string')
  );
}

function globsFor(workspace: Workspace, uri: string): SeedGlobsResult {
  const project = workspace.projectFileFor(uri);
  const path = project === undefined ? undefined : pathBelow(uri, folderOf(project));
  if (path === undefined || workspace.isNamedSeed(uri)) return { like: [] };
  return { file: globOfPath(path), like: globsLike(path) };
}

async function addGlob(workspace: Workspace, uri: string, glob: string): Promise<EditResult> {
  const project = workspace.projectFileFor(uri);
  if (project === undefined)
    return {
      problem: 'This file lies in no folder of the workspace, so no seedmark.yaml can name it. Open its folder.',
    };
  const text = await workspace.presentText(project);
  return editResult(project, text, addToProject(text, 'seeds', glob));
}
