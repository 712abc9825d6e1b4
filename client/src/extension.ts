import { commands, type ExtensionContext, ExtensionMode, type LogOutputChannel, Uri, window, workspace } from 'vscode';
import { type BaseLanguageClient, type LanguageClientOptions, RevealOutputChannelOn } from 'vscode-languageclient';
import { APPLY_FIX, type InitializationOptions } from '../../server/src/protocol.ts';
import { AnnotationEdits } from './apply.ts';
import { registerCommands } from './commands/index.ts';
import { linkableCommands } from './commands/table.ts';
import { Decorations } from './decorations/decorations.ts';
import { RelationEnds } from './decorations/relationEnds.ts';
import { Overviews } from './overviews.ts';
import { SeedLanguage } from './seedLanguage.ts';
import { tellSeedShown } from './seedShown.ts';
import { documentSelector, looksOurs } from './selector.ts';
import { Server, type ServerState } from './server.ts';
import { sidecarsFollow } from './sidecarFollows.ts';
import { sidecarsGo } from './sidecarsGo.ts';
import { Status } from './status.ts';
import { Views } from './views/views.ts';

/** Also the section of the settings in which the language client looks for `trace.server`. */
export const CLIENT_ID = 'seedmark';
export const CLIENT_NAME = 'Seedmark';

/** What differs between the extension hosts. */
export type CreateClient = (options: LanguageClientOptions) => BaseLanguageClient;

/** What tests inside VS Code may look at: VS Code itself does not say what an extension has drawn. */
export interface Inspection {
  readonly serverState: ServerState;
  readonly statusText: string | undefined;
  readonly isBusy: boolean;
  /** Ranges by kind in the active editor, as `[start line, start character, end line, end character]`. */
  readonly drawn: Readonly<Record<string, readonly (readonly number[])[]>>;
  /** What is written behind the ends of relations in the active editor. */
  readonly relationEnds: readonly string[];
  readonly views: Views['shown'];
  /** Asks the server. */
  request<Result>(method: string, params: object): Promise<Result>;
}

export function start(context: ExtensionContext, createClient: CreateClient): (() => Inspection) | undefined {
  const log = window.createOutputChannel(CLIENT_NAME, { log: true });
  const folders = { extension: context.extensionUri, storage: context.storageUri };
  const server = new Server(() => createClient(clientOptions(context, log)), folders, log);
  const edits = new AnnotationEdits(log);
  const overviews = new Overviews(server, log);
  const decorations = new Decorations(overviews);
  const relationEnds = new RelationEnds(overviews);
  const views = new Views({ server, overviews, memory: context.globalState, log });
  const status = new Status(server, overviews);
  const language = new SeedLanguage(server, log);
  const registered = registerCommands({ server, edits, language, views, memory: context.workspaceState, log });
  context.subscriptions.push(
    log,
    overviews,
    decorations,
    relationEnds,
    views,
    status,
    edits,
    language,
    registered,
    tellSeedShown(),
    sidecarsFollow(edits, log),
    sidecarsGo(edits, log),
    // What may be read and followed depends on trust, and the server learns it when it starts.
    workspace.onDidGrantWorkspaceTrust(() => void server.restart()),
    { dispose: () => void commands.executeCommand('setContext', 'seedmark.active', false) },
  );
  void commands.executeCommand('setContext', 'seedmark.active', true);
  running = server;
  // Not waited for: the editor is usable meanwhile, and commands wait for it themselves.
  void server.restart();
  return context.extensionMode === ExtensionMode.Test
    ? () => inspect({ server, status, edits, decorations, relationEnds, views })
    : undefined;
}

export async function stop(): Promise<void> {
  await running?.stop();
  running?.dispose();
  running = undefined;
}

/** VS Code calls `deactivate` without the context. */
let running: Server | undefined;

function clientOptions(context: ExtensionContext, log: LogOutputChannel): LanguageClientOptions {
  return {
    documentSelector,
    outputChannel: log,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    initializationOptions: (): InitializationOptions => ({
      ...storageOf(context),
      files: true,
      commands: [...linkableCommands(), APPLY_FIX],
      trusted: workspace.isTrusted,
      docs: Uri.joinPath(context.extensionUri, 'docs').toString(),
    }),
    // Only the commands listed here run from a hover, and no HTML is drawn; icons are.
    markdown: { isTrusted: { enabledCommands: linkableCommands() }, supportHtml: false, supportThemeIcons: true },
    diagnosticPullOptions: {
      onChange: true,
      onTabs: true,
      match: (_selector, resource) => looksOurs(resource),
    },
  };
}

/** The folder in which texts are kept, where this machine has one: not in the browser, and not for a workspace that is not trusted. */
function storageOf({ storageUri, globalStorageUri }: ExtensionContext): Pick<InitializationOptions, 'storage'> {
  const folder = storageUri ?? globalStorageUri;
  return workspace.isTrusted && folder.scheme === 'file' ? { storage: folder.toString() } : {};
}

function inspect({ server, status, edits, decorations, relationEnds, views }: Inspected): Inspection {
  const editor = window.activeTextEditor;
  const drawn = editor ? [...decorations.shownIn(editor)] : [];
  return {
    serverState: server.state,
    statusText: status.text,
    isBusy: edits.isBusy,
    drawn: Object.fromEntries(
      drawn.map(([kind, ranges]) => [
        kind,
        ranges.map(({ start, end }) => [start.line, start.character, end.line, end.character]),
      ]),
    ),
    relationEnds: editor ? relationEnds.shownIn(editor).map(({ text }) => text) : [],
    views: views.shown,
    request: (method, params) => server.request(method, params),
  };
}

interface Inspected {
  readonly server: Server;
  readonly status: Status;
  readonly edits: AnnotationEdits;
  readonly decorations: Decorations;
  readonly relationEnds: RelationEnds;
  readonly views: Views;
}
