import { env, InputBoxValidationSeverity, languages, Uri, type WorkspaceFolder, window, workspace } from 'vscode';
import {
  type CheckValueParams,
  checkValueRequest,
  type DraftSeedParams,
  type DraftSeedResult,
  draftSeedRequest,
  type ValueCheck,
} from '../../../server/src/protocol.ts';
import { isThere } from '../fileState.ts';
import { tell } from '../messages.ts';
import { isSeed, looksOurs, SEED } from '../selector.ts';
import type { Server } from '../server.ts';
import { readNewSeedArgument } from './argument.ts';
import { nameRange, numbered, pathProblem, tidyPath } from './seedPath.ts';
import { plainLine } from './words.ts';

export interface NewSeedNeeds {
  readonly server: Server;
}

/** No folder holds more files of one name than this. */
const MOST_NUMBERS = 1_000;

/**
 * "New Seed from Clipboard…": the pasted text with a header in front, in a new file. Asks for what the text does not say,
 * then for the path; Escape leaves everything as it was. An argument `{ answers?, path? }` answers beforehand what would
 * be asked.
 */
export async function newSeedFromClipboard({ server }: NewSeedNeeds, argument: unknown): Promise<void> {
  const given = readNewSeedArgument(argument);
  const text = await env.clipboard.readText();
  if (text.trim() === '') {
    return tell({ problem: 'The clipboard holds no text. Copy an article first, then run this command again.' });
  }
  const folder = await chooseFolder();
  if (folder === 'none chosen') return;
  const ask = async (answers: Readonly<Record<string, string>>): Promise<DraftSeedResult> => {
    const params: DraftSeedParams = { text, answers, ...(folder ? { folder: folder.uri.toString() } : {}) };
    const draft = await server.request<DraftSeedResult | null>(draftSeedRequest, params);
    if (draft === null) throw new Error('The language server could not read the text.');
    return draft;
  };
  let draft = await ask(given.answers);
  const steps = draft.missing.length + (folder && given.path === undefined ? 1 : 0);
  if (draft.missing.length > 0) {
    const answers = { ...given.answers };
    for (const [index, field] of draft.missing.entries()) {
      const value = await askField(server, field, title(index + 1, steps));
      if (value === undefined) return;
      answers[field.key] = value;
    }
    draft = await ask(answers);
  }
  const seed = draft.head + text.slice(draft.rest);
  if (folder === undefined) {
    // There is no place to write to: the user saves it where it shall be.
    await window.showTextDocument(await workspace.openTextDocument({ language: SEED, content: seed }));
    return;
  }
  const uri =
    given.path === undefined ? await askPath(folder, draft.path, title(steps, steps)) : takePath(folder, given.path);
  if (uri === undefined) return;
  if (await isThere(uri)) {
    return tell({
      problem: `${workspace.asRelativePath(uri)} is there already, so nothing was written. Run the command again with another path.`,
      uri: uri.toString(),
    });
  }
  await workspace.fs.writeFile(uri, new TextEncoder().encode(seed));
  const document = await workspace.openTextDocument(uri);
  const opened = isSeed(document) ? document : await languages.setTextDocumentLanguage(document, SEED);
  await window.showTextDocument(opened, { preview: false });
}

function title(step: number, steps: number): string {
  return steps > 1 ? `New Seed (${step} of ${steps})` : 'New Seed';
}

/** The folder of the active editor, or the only one; asks where there are several. */
async function chooseFolder(): Promise<WorkspaceFolder | undefined | 'none chosen'> {
  const folders = workspace.workspaceFolders ?? [];
  if (folders.length <= 1) return folders[0];
  const active = window.activeTextEditor?.document.uri;
  const own = active && workspace.getWorkspaceFolder(active);
  if (own) return own;
  const placeHolder = 'Into which folder shall the new seed go?';
  return (await window.showWorkspaceFolderPick({ placeHolder, ignoreFocusOut: true })) ?? 'none chosen';
}

/** '' where the field is left out; undefined where the user wants no new seed at all. */
async function askField(
  server: Server,
  { key, label, meaning, proposal }: DraftSeedResult['missing'][number],
  title: string,
): Promise<string | undefined> {
  const check = async (value: string): Promise<ValueCheck> => {
    const params: CheckValueParams = { key, value };
    const result = await server.request<ValueCheck | null>(checkValueRequest, params);
    return result ?? { written: value.trim(), doubtful: false };
  };
  // VS Code looks at what is proposed only when it is changed or taken.
  const { problem: doubt } = await check(proposal);
  return window.showInputBox({
    title,
    value: proposal,
    prompt: plainLine(`${label}: ${doubt ?? meaning} Leave it empty if nobody knows.`),
    placeHolder: label,
    // To look something up in the browser must not throw away what was answered before.
    ignoreFocusOut: true,
    validateInput: async (value) => {
      const { problem, written, doubtful } = await check(value);
      // What may be so in the source is said, and taken all the same.
      if (problem !== undefined && doubtful)
        return { message: plainLine(problem), severity: InputBoxValidationSeverity.Warning };
      if (problem !== undefined) return plainLine(problem);
      if (written === value.trim()) return undefined;
      return { message: plainLine(`Will be written as ${written}.`), severity: InputBoxValidationSeverity.Info };
    },
  });
}

/** A path at which no file is; one that is taken is refused, and a free one proposed. */
async function askPath(folder: WorkspaceFolder, proposed: string, title: string): Promise<Uri | undefined> {
  let value = await freePath(folder, proposed);
  let prompt = plainLine(`Where to save it, from the folder “${folder.name}” on.`);
  for (;;) {
    const typed = await window.showInputBox({
      title,
      value,
      valueSelection: nameRange(value),
      prompt,
      ignoreFocusOut: true,
      validateInput: (path) => {
        const problem = pathProblem(path);
        return problem === undefined ? pathAdvice(folder, path) : plainLine(problem);
      },
    });
    if (typed === undefined) return undefined;
    const uri = Uri.joinPath(folder.uri, tidyPath(typed));
    if (!(await isThere(uri))) return uri;
    value = await freePath(folder, tidyPath(typed));
    prompt = `${plainLine(tidyPath(typed))} is there already and stays as it is. This path is free.`;
  }
}

function pathAdvice(
  folder: WorkspaceFolder,
  path: string,
): { message: string; severity: InputBoxValidationSeverity } | undefined {
  if (looksOurs(Uri.joinPath(folder.uri, tidyPath(path)))) return undefined;
  const message =
    'By itself VS Code takes for seeds what ends in .seed, and .txt files in a folder “seeds”. “Treat as Seed” can name others.';
  return { message, severity: InputBoxValidationSeverity.Info };
}

function takePath(folder: WorkspaceFolder, path: string): Uri | undefined {
  const problem = pathProblem(path);
  if (problem === undefined) return Uri.joinPath(folder.uri, tidyPath(path));
  tell({ problem });
  return undefined;
}

async function freePath(folder: WorkspaceFolder, path: string): Promise<string> {
  let free = path;
  for (let number = 2; number < MOST_NUMBERS && (await isThere(Uri.joinPath(folder.uri, free))); number++) {
    free = numbered(path, number);
  }
  return free;
}
