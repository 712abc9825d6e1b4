import { type Memento, ProgressLocation, type QuickPickItem, Uri, window, workspace } from 'vscode';
import {
  type Export,
  type ExportFormat,
  type ExportParams,
  type ExportResult,
  exportRequest,
  type Formats,
  formatsRequest,
  type IsSeedParams,
  isSeedRequest,
} from '../../../server/src/protocol.ts';
import { inform, tell, type WayOut } from '../messages.ts';
import { isSeed, looksOurs } from '../selector.ts';
import type { Server } from '../server.ts';
import { openDocument } from '../tabs.ts';
import { readExportArgument } from './argument.ts';
import { lastUsedFirst } from './lastUsed.ts';
import { count, plain } from './words.ts';

const LAST_USED = 'seedmark.lastUsedExport';

export interface ExportNeeds {
  readonly server: Server;
  /** Where the format used last is remembered. */
  readonly memory: Memento;
}

/**
 * "Export…": the annotations of this seed, or of all seeds of the workspace, into a file that other tools read. An argument
 * `{ format?, scope?, target?, rejected?, mark?, uri? }` answers beforehand what would be asked.
 */
export async function exportAnnotations({ server, memory }: ExportNeeds, argument: unknown): Promise<void> {
  const given = readExportArgument(argument);
  const { exports } = await server.request<Formats>(formatsRequest, {});
  const form =
    given.format === undefined
      ? await pickForm(exports, memory.get<string>(LAST_USED))
      : formOf(exports, given.format, given.mark);
  if (form === undefined) return;
  const seed = given.uri === undefined ? activeSeed() : Uri.parse(given.uri);
  const what = given.scope === undefined ? await pickScope(seed) : { scope: given.scope, rejected: given.rejected };
  if (what === undefined) return;
  const uri = what.scope === 'document' ? seed : undefined;
  if (what.scope === 'document' && uri === undefined) {
    return tell({ problem: 'No seed is in sight. Open the seed whose annotations are to be exported.' });
  }
  const target = given.target === undefined ? await askTarget(form.format, uri) : Uri.parse(given.target);
  if (target === undefined) return;
  if (await isOurs(server, target)) {
    return tell({
      problem: `${workspace.asRelativePath(target)} is, or would be, a file of the project itself: a seed, or one that belongs to seeds. Choose another name.`,
    });
  }
  const params: ExportParams = {
    format: form.format.id,
    rejected: what.rejected,
    mark: form.mark,
    ...(uri === undefined ? {} : { uri: uri.toString() }),
  };
  const result = await ask(server, params);
  if (result === undefined) return;
  if ('problem' in result) return tell(result);
  if (result.annotations === 0 && result.failures.length === 0) {
    const where = uri === undefined ? 'in this workspace' : 'in this seed';
    return tell({ problem: `There is nothing to export ${where}, so no file was written. Tag something first.` });
  }
  await workspace.fs.writeFile(target, new TextEncoder().encode(result.content));
  if (given.format === undefined) await memory.update(LAST_USED, form.id);
  report(result, target);
}

interface Form {
  readonly id: string;
  readonly format: ExportFormat;
  readonly mark: boolean;
}

function formOf(formats: readonly ExportFormat[], id: string, mark: boolean): Form | undefined {
  const format = formats.find((one) => one.id === id);
  if (format !== undefined) return { id, format, mark: mark && format.takesMark };
  tell({ problem: `There is no format “${id}”. There are ${formats.map((one) => one.id).join(', ')}.` });
  return undefined;
}

async function pickForm(formats: readonly ExportFormat[], lastUsed: string | undefined): Promise<Form | undefined> {
  const forms = formats.flatMap((format): (Form & QuickPickItem)[] => {
    const { id, label, description } = format;
    const plainForm = { id, format, mark: false, label, description };
    if (!format.takesMark) return [plainForm];
    const marked = 'With a byte order mark in front, by which Excel tells that it is UTF-8';
    return [plainForm, { id: `${id}+mark`, format, mark: true, label: `${label} for Excel`, description: marked }];
  });
  return window.showQuickPick(lastUsedFirst(forms, lastUsed), {
    title: 'Export: Format',
    placeHolder: 'Who shall read it?',
    matchOnDescription: true,
  });
}

interface Scope {
  readonly scope: 'document' | 'workspace';
  readonly rejected: boolean;
}

async function pickScope(seed: Uri | undefined): Promise<Scope | undefined> {
  const document = seed && plain(workspace.asRelativePath(seed));
  const scopes: (Scope & QuickPickItem)[] = [];
  if (document !== undefined)
    scopes.push({ scope: 'document', rejected: false, label: 'This seed', description: document });
  scopes.push({ scope: 'workspace', rejected: false, label: 'All seeds of the workspace' });
  const rejected = 'also what was rejected';
  for (const scope of [...scopes])
    scopes.push({ ...scope, rejected: true, description: [scope.description, rejected].filter(Boolean).join(' · ') });
  return window.showQuickPick(scopes, {
    title: 'Export: Annotations',
    placeHolder: 'Of which seeds? Those that were rejected are left out unless you ask for them.',
    matchOnDescription: true,
  });
}

function activeSeed(): Uri | undefined {
  const active = window.activeTextEditor ?? window.visibleTextEditors.find(({ document }) => isSeed(document));
  return active && isSeed(active.document) ? active.document.uri : undefined;
}

/** Whether a file is a seed, by its name, by the project or because somebody treats it as one, or belongs to seeds. */
async function isOurs(server: Server, target: Uri): Promise<boolean> {
  const open = openDocument(target);
  if (looksOurs(target) || (open !== undefined && isSeed(open))) return true;
  const params: IsSeedParams = { uri: target.toString() };
  return server.namesSeeds && (await server.request<boolean>(isSeedRequest, params));
}

/** Beside the seed, or in the workspace folder. */
async function askTarget({ label, extension }: ExportFormat, seed: Uri | undefined): Promise<Uri | undefined> {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const proposed =
    seed !== undefined && seed.scheme !== 'untitled'
      ? seed.with({ path: `${seed.path.replace(/\.[^./]*$/, '')}.${extension}` })
      : folder && Uri.joinPath(folder, `annotations.${extension}`);
  return window.showSaveDialog({
    title: `Export as ${label}`,
    filters: { [label]: [extension] },
    ...(proposed === undefined ? {} : { defaultUri: proposed }),
  });
}

/** Undefined where the user has stopped it. */
async function ask(server: Server, params: ExportParams): Promise<ExportResult | undefined> {
  if (params.uri !== undefined) return server.request<ExportResult>(exportRequest, params);
  const options = { location: ProgressLocation.Notification, title: 'Exporting annotations', cancellable: true };
  return window.withProgress(options, async (progress, token) => {
    let done = 0;
    try {
      return await server.requestLong<ExportResult>(exportRequest, params, token, (percentage = done, message) => {
        progress.report({
          increment: percentage - done,
          ...(message === undefined ? {} : { message: `${message} seeds` }),
        });
        done = percentage;
      });
    } catch (error) {
      if (token.isCancellationRequested) return undefined;
      throw error;
    }
  });
}

function report({ seeds, annotations, unplaced, failures }: Export, target: Uri): void {
  const name = workspace.asRelativePath(target);
  const without = unplaced === 0 ? '' : ` (${unplaced} without a place)`;
  const said = `${count(annotations, 'annotation')}${without} of ${count(seeds, 'seed')} exported to ${name}.`;
  const open: WayOut = { label: 'Open Export', run: () => window.showTextDocument(target) };
  const [first, ...others] = failures;
  if (first === undefined) inform(said, open);
  else {
    const more = others.length === 0 ? '' : ` So it is with ${count(others.length, 'other file')}.`;
    tell({ problem: `${said} Not all could be read. ${first.problem}${more}`, uri: first.uri }, open);
  }
}
