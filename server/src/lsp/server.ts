import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  RequestType,
  type WorkspaceFolder,
} from 'vscode-languageserver';
import { codeActions } from '../features/code-actions.ts';
import { diagnostics } from '../features/diagnostics.ts';
import { hover } from '../features/hover.ts';
import { annotationsAt, overview } from '../features/overview.ts';
import { semanticTokens, semanticTokensDelta, semanticTokensRange } from '../features/semantic-tokens.ts';
import { tagTargets } from '../features/tag-targets.ts';
import type { Files, Ports } from '../ports.ts';
import {
  type AnnotationInfo,
  type AnnotationsAtParams,
  annotationsAtRequest,
  changedNotification,
  type EditResult,
  type Overview,
  type OverviewParams,
  overviewRequest,
  type PrepareTagParams,
  type PrepareTagResult,
  prepareTagRequest,
  type RemoveParams,
  removeRequest,
  type TagParams,
  tagRequest,
} from '../protocol.ts';
import type { Snapshot } from '../workspace/snapshot.ts';
import { Workspace } from '../workspace/workspace.ts';
import { remove, tag } from './annotate.ts';
import { type ClientAbilities, readAbilities, serverCapabilities } from './capabilities.ts';
import { DiagnosticResults } from './diagnostic-results.ts';
import { cancelled, guarded, guardedNotification, isPosition, isRange, uriOf } from './guard.ts';
import { TokenResults } from './token-results.ts';
import { normalizeUri } from './uri.ts';

/** Files below a workspace folder whose change on disk we must hear of. */
const WATCHED = ['**/*.annotations.yaml', '**/*.facts.yaml', '**/facts/**/*.yaml', '**/seedmark.yaml'];
/** Milliseconds in which several changes of facts or annotations become one refresh of the editor. */
const REFRESH_AFTER = 50;

/**
 * Wires a connection to the workspace and the features, and listens.
 *
 * @param makePorts gives the world's ports; `remote` are files that the client reads for us.
 */
export function startServer(
  connection: Connection,
  makePorts: (able: () => boolean) => Ports & { readonly files: Files },
  version: string,
): void {
  let abilities: ClientAbilities | undefined;
  const ports = makePorts(() => abilities?.ours === true);
  const { log } = ports;
  const workspace = new Workspace(ports, refreshSoon);
  const context = { workspace, log };
  const tokens = new TokenResults();
  const reports = new DiagnosticResults();
  let folders: string[] = [];
  let refreshing = false;

  function refreshSoon(): void {
    if (refreshing || !abilities) return;
    refreshing = true;
    ports.clock.later(REFRESH_AFTER, () => {
      refreshing = false;
      if (abilities?.refreshTokens) connection.languages.semanticTokens.refresh();
      if (abilities?.refreshDiagnostics) connection.languages.diagnostics.refresh();
      if (abilities?.ours) void connection.sendNotification(changedNotification);
    });
  }

  connection.onInitialize((params: InitializeParams) => {
    abilities = readAbilities(params);
    folders = foldersOf(params.workspaceFolders, params.rootUri);
    return { capabilities: serverCapabilities(), serverInfo: { name: 'seedmark', version } };
  });

  connection.onInitialized(() => {
    workspace.setFolders(folders);
    if (abilities?.watchFiles)
      void connection.client
        .register(DidChangeWatchedFilesNotification.type, { watchers: WATCHED.map((globPattern) => ({ globPattern })) })
        .catch((error) => log.warn(`The editor does not watch files for us: ${String(error)}`));
    if (abilities?.folderChanges)
      connection.workspace.onDidChangeWorkspaceFolders(
        guardedNotification(context, 'workspace folders', ({ added, removed }) => {
          const gone = new Set(removed.map(({ uri }) => normalizeUri(uri)));
          folders = folders.filter((uri) => !gone.has(uri)).concat(added.map(({ uri }) => normalizeUri(uri)));
          workspace.setFolders(folders);
        }),
      );
    log.info(`Seedmark ${version}: ${folders.length} workspace folder(s)`);
  });

  connection.onDidOpenTextDocument(
    guardedNotification(context, 'didOpen', (params) => {
      const uri = uriOf(params);
      if (uri === undefined) return;
      const { text, version: at } = params.textDocument;
      workspace.open(uri, String(text ?? ''), Number(at) || 0);
    }),
  );
  connection.onDidChangeTextDocument(
    guardedNotification(context, 'didChange', (params) => {
      const uri = uriOf(params);
      if (uri === undefined || !Array.isArray(params.contentChanges)) return;
      const changes = params.contentChanges.map((change) => {
        const range = 'range' in change && isRange(change.range) ? change.range : undefined;
        return { range, text: String(change.text ?? '') };
      });
      workspace.change(uri, changes, Number(params.textDocument.version) || 0);
    }),
  );
  connection.onDidCloseTextDocument(
    guardedNotification(context, 'didClose', (params) => {
      const uri = uriOf(params);
      if (uri === undefined) return;
      workspace.close(uri);
      tokens.forget(uri);
      reports.forget(uri);
    }),
  );
  connection.onDidChangeWatchedFiles(
    guardedNotification(context, 'didChangeWatchedFiles', (params) => {
      if (!Array.isArray(params?.changes)) return;
      workspace.filesChanged(
        params.changes.filter((c) => typeof c?.uri === 'string').map(({ uri }) => normalizeUri(uri)),
      );
    }),
  );

  connection.languages.semanticTokens.on(
    guarded(context, 'semanticTokens/full', { data: [] }, async (snapshot, _params, token) => {
      if (snapshot.kind !== 'seed') return { data: [] };
      if (!(await workspace.analyze(snapshot, token))) return Promise.reject(cancelled());
      return { ...semanticTokens(snapshot), resultId: tokens.add(snapshot.uri, snapshot.sections) };
    }),
  );
  connection.languages.semanticTokens.onDelta(
    guarded(context, 'semanticTokens/full/delta', { data: [] }, async (snapshot, { previousResultId }, token) => {
      if (snapshot.kind !== 'seed') return { data: [] };
      if (!(await workspace.analyze(snapshot, token))) return Promise.reject(cancelled());
      const before = tokens.get(snapshot.uri, previousResultId);
      const answer = before ? semanticTokensDelta(before, snapshot) : semanticTokens(snapshot);
      return { ...answer, resultId: tokens.add(snapshot.uri, snapshot.sections) };
    }),
  );
  connection.languages.semanticTokens.onRange(
    guarded(context, 'semanticTokens/range', { data: [] }, async (snapshot, { range }, token) => {
      if (snapshot.kind !== 'seed' || !isRange(range)) return { data: [] };
      const first = snapshot.lines.clamp(range.start).line;
      const last = snapshot.lines.clamp(range.end).line;
      if (!(await workspace.analyze(snapshot, token, first, last))) return Promise.reject(cancelled());
      return semanticTokensRange(snapshot, first, last);
    }),
  );

  connection.languages.diagnostics.on(
    guarded(context, 'diagnostic', { kind: 'full', items: [] }, async (snapshot, { previousResultId }, token) => {
      if (snapshot.kind === 'seed' && !(await workspace.analyze(snapshot, token))) return Promise.reject(cancelled());
      const items = diagnostics(snapshot, (uri) => workspace.linesOf(uri));
      return reports.report(snapshot.uri, items, previousResultId);
    }),
  );

  connection.onHover(
    guarded(context, 'hover', null, async (snapshot, { position }, token) => {
      if (snapshot.kind !== 'seed' || !isPosition(position)) return null;
      if (!(await workspace.analyze(snapshot, token))) return Promise.reject(cancelled());
      const { trusted = true, commands = [] } = abilities ?? {};
      return hover(snapshot, position, { trusted, commands, linesOf: (uri) => workspace.linesOf(uri) }) ?? null;
    }),
  );

  connection.onCodeAction(
    guarded(context, 'codeAction', null, async (snapshot, { range, context: asked }, token) => {
      if (snapshot.kind !== 'seed' || !isRange(range)) return null;
      const only = Array.isArray(asked?.only) ? asked.only : undefined;
      if (only && !only.some((kind) => kind === '' || kind === 'quickfix')) return null;
      if (!(await workspace.analyze(snapshot, token))) return Promise.reject(cancelled());
      return codeActions(snapshot, range, { snippets: abilities?.snippets === true });
    }),
  );

  connection.onRequest(
    new RequestType<OverviewParams, Overview | null, void>(overviewRequest),
    guarded(context, overviewRequest, null, async (snapshot, _params, token) => {
      if (snapshot.kind !== 'seed') return null;
      if (!(await workspace.analyze(snapshot, token))) return Promise.reject(cancelled());
      return overview(snapshot);
    }),
  );
  connection.onRequest(
    new RequestType<PrepareTagParams, PrepareTagResult | null, void>(prepareTagRequest),
    guarded(context, prepareTagRequest, null, (snapshot, { selections }) =>
      snapshot.kind === 'seed' && Array.isArray(selections) ? tagTargets(snapshot, selections.filter(isRange)) : null,
    ),
  );
  connection.onRequest(
    new RequestType<AnnotationsAtParams, AnnotationInfo[], void>(annotationsAtRequest),
    guarded(context, annotationsAtRequest, [], (snapshot, { range }) => {
      if (snapshot.kind !== 'seed' || !isRange(range)) return [];
      return annotationsAt(snapshot, snapshot.lines.offsetAt(range.start), snapshot.lines.offsetAt(range.end));
    }),
  );
  connection.onRequest(
    new RequestType<TagParams, EditResult, void>(tagRequest),
    guarded(context, tagRequest, notASeed, (snapshot, { ranges, type, by, version: counted }) =>
      typeof counted === 'number' && counted !== snapshot.version
        ? changedMeanwhile
        : isSeed(snapshot) && Array.isArray(ranges)
          ? tag(workspace, ports, snapshot, {
              ranges: ranges.filter(isRange),
              type: String(type),
              by: String(by ?? ''),
            })
          : notASeed,
    ),
  );
  connection.onRequest(
    new RequestType<RemoveParams, EditResult, void>(removeRequest),
    guarded(context, removeRequest, notASeed, (snapshot, { ids }) =>
      isSeed(snapshot) && Array.isArray(ids) ? remove(workspace, ports, snapshot, ids.map(String)) : notASeed,
    ),
  );

  connection.listen();
}

const changedMeanwhile: EditResult = { problem: 'The text changed meanwhile, so nothing was tagged. Try again.' };

const notASeed: EditResult = {
  problem:
    'Nothing was changed: this document is not open as a seed, or the request failed. The log says more (Seedmark: Show Log).',
};

function isSeed(snapshot: Snapshot): snapshot is Extract<Snapshot, { kind: 'seed' }> {
  return snapshot.kind === 'seed';
}

function foldersOf(
  folders: readonly WorkspaceFolder[] | null | undefined,
  rootUri: string | null | undefined,
): string[] {
  if (Array.isArray(folders)) return folders.map(({ uri }) => normalizeUri(uri));
  return typeof rootUri === 'string' ? [normalizeUri(rootUri)] : [];
}
