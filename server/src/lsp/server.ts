import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type WorkspaceFolder,
} from 'vscode-languageserver';
import type { Ports } from '../ports.ts';
import { type ChangedParams, changedNotification } from '../protocol.ts';
import { Workspace } from '../workspace/workspace.ts';
import { type ClientAbilities, readAbilities, serverCapabilities } from './capabilities.ts';
import { registerCodeLenses } from './code-lenses.ts';
import { registerCommands } from './commands.ts';
import { registerDocuments } from './documents.ts';
import { registerFacts } from './facts-requests.ts';
import { guardedNotification } from './guard.ts';
import { registerHandOver } from './hand-over.ts';
import { showIndexing } from './indexing.ts';
import { registerKnowledge } from './knowledge.ts';
import { registerLanguageFeatures } from './language-features.ts';
import { registerNavigation } from './navigation.ts';
import { registerOccurrences } from './occurrences.ts';
import { pushDiagnostics } from './push-diagnostics.ts';
import { registerReadingAids } from './reading-aids.ts';
import { registerSeedMaking } from './seed-making.ts';
import { settingsOf } from './settings.ts';
import { registerTagAll } from './tag-all.ts';
import { normalizeUri } from './uri.ts';

/** Files below a workspace folder whose change on disk we must hear of. */
const WATCHED = [
  '**/*.annotations.yaml',
  '**/*.facts.yaml',
  '**/facts/**/*.yaml',
  '**/seedmark.yaml',
  '**/*.seed',
  '**/*.txt',
];
/** Milliseconds in which several changes of facts or annotations become one refresh of the editor. */
const REFRESH_AFTER = 50;

/** What the world may know of the session it serves. Functions: there are no answers before the client has spoken. */
export interface Session {
  /** The client answers our own requests for files. */
  readonly ours: () => boolean;
  /** The workspace is trusted: programs may be started for it. */
  readonly trusted: () => boolean;
  /** URI of a folder in which texts may be kept; none in a workspace that is not trusted. */
  readonly storage: () => string | undefined;
  /** URIs of the workspace folders. */
  readonly folders: () => readonly string[];
}

/** What this program is. */
export interface Program {
  readonly version: string;
  /** Tells its sources and data from all others. */
  readonly build: string;
}

/**
 * Wires a connection to the workspace and the features, and listens.
 *
 * @param makePorts gives the world's ports.
 * @param docs URI of the folder whose pages explain the findings, for clients that do not say where it is.
 */
export function startServer(
  connection: Connection,
  makePorts: (session: Session) => Ports,
  { version, build }: Program,
  docs?: string,
): void {
  let abilities: ClientAbilities | undefined;
  let folders: string[] = [];
  const ports = makePorts({
    ours: () => abilities?.ours === true,
    trusted: () => abilities?.trusted === true,
    storage: () => (abilities?.trusted === true ? abilities.storage : undefined),
    folders: () => folders,
  });
  const { log } = ports;
  const workspace = new Workspace(ports, refreshSoon, { program: build, namesChanged: () => indexing.changed() });
  const context = { workspace, log };
  const settings = settingsOf(
    connection,
    context,
    () => abilities,
    ({ timeHints, codeLens }) => {
      if (timeHints) refreshHints();
      if (codeLens) lenses.refresh();
    },
  );
  const lenses = registerCodeLenses(connection, context, () => abilities, settings.current);
  const indexing = showIndexing(connection, context, ports.clock, () => abilities);
  const pushed = pushDiagnostics(connection, context, ports.clock, () => abilities);
  let refreshing = false;

  function refreshSoon(): void {
    if (refreshing || !abilities) return;
    refreshing = true;
    ports.clock.later(REFRESH_AFTER, () => {
      refreshing = false;
      if (abilities?.refreshTokens) connection.languages.semanticTokens.refresh();
      if (abilities?.refreshDiagnostics) connection.languages.diagnostics.refresh();
      // What somebody annotated a time as is shown behind it.
      refreshHints();
      void settings.current().then(({ codeLens }) => codeLens && lenses.refresh());
      const { namesSeeds, names } = workspace;
      const changed: ChangedParams = { namesSeeds, names: { revision: names.revision, ...names.state } };
      if (abilities?.ours) void connection.sendNotification(changedNotification, changed);
      pushed.refresh();
    });
  }

  function refreshHints(): void {
    if (abilities?.refreshHints) void connection.languages.inlayHint.refresh();
  }

  connection.onInitialize((params: InitializeParams) => {
    abilities = readAbilities(params, docs);
    folders = foldersOf(params.workspaceFolders, params.rootUri);
    return { capabilities: serverCapabilities(), serverInfo: { name: 'seedmark', version } };
  });

  connection.onShutdown(() => workspace.keepIndex());

  connection.onInitialized(() => {
    workspace.setFolders(folders, { index: 'names' });
    settings.start();
    if (abilities?.watchFiles)
      void connection.client
        .register(DidChangeWatchedFilesNotification.type, { watchers: WATCHED.map((globPattern) => ({ globPattern })) })
        .catch((error) => log.warn(`The editor does not watch files for us: ${String(error)}`));
    if (abilities?.folderChanges)
      connection.workspace.onDidChangeWorkspaceFolders(
        guardedNotification(context, 'workspace folders', ({ added, removed }) => {
          const gone = new Set(removed.map(({ uri }) => normalizeUri(uri)));
          folders = folders.filter((uri) => !gone.has(uri)).concat(added.map(({ uri }) => normalizeUri(uri)));
          workspace.setFolders(folders, { index: 'names' });
        }),
      );
    log.info(`Seedmark ${version}: ${folders.length} workspace folder(s)`);
  });

  const forget = registerLanguageFeatures(connection, context, ports, () => abilities);
  const forgetOverview = registerCommands(connection, context, ports);
  registerDocuments(connection, context, {
    changed: pushed.changed,
    closed(uri) {
      forget(uri);
      forgetOverview(uri);
      pushed.closed(uri);
    },
  });
  registerReadingAids(connection, context, () => abilities, settings.current);
  registerNavigation(connection, context, () => abilities);
  registerOccurrences(connection, context, ports);
  registerTagAll(connection, context, ports);
  registerSeedMaking(connection, context, ports);
  registerHandOver(connection, context, ports);
  registerFacts(connection, context);
  registerKnowledge(connection, context, ports, () => abilities?.trusted === true);

  connection.listen();
}

function foldersOf(
  folders: readonly WorkspaceFolder[] | null | undefined,
  rootUri: string | null | undefined,
): string[] {
  if (Array.isArray(folders)) return folders.map(({ uri }) => normalizeUri(uri));
  return typeof rootUri === 'string' ? [normalizeUri(rootUri)] : [];
}
