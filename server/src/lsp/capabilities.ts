import { type InitializeParams, type ServerCapabilities, TextDocumentSyncKind } from 'vscode-languageserver';
import { REWRITE } from '../features/refactorings.ts';
import { legend } from '../features/semantic-tokens.ts';
import type { InitializationOptions } from '../protocol.ts';

/** What the client can do, read once from `initialize`. */
export interface ClientAbilities {
  /** It answers `seedmark/readFiles` and `seedmark/listFiles`, and knows our notifications. */
  readonly ours: boolean;
  readonly commands: readonly string[];
  readonly trusted: boolean;
  readonly snippets: boolean;
  readonly watchFiles: boolean;
  readonly refreshTokens: boolean;
  readonly refreshDiagnostics: boolean;
  readonly folderChanges: boolean;
}

export function readAbilities(params: InitializeParams): ClientAbilities {
  const options = (params.initializationOptions ?? {}) as InitializationOptions;
  const { workspace } = params.capabilities ?? {};
  return {
    ours: options.files === true,
    commands: Array.isArray(options.commands) ? options.commands.filter((x) => typeof x === 'string') : [],
    // An editor without the notion of trust asks before it opens a folder, or trusts its user.
    trusted: options.trusted !== false,
    snippets: workspace?.workspaceEdit?.snippetEditSupport === true && workspace.workspaceEdit.documentChanges === true,
    watchFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    refreshTokens: workspace?.semanticTokens?.refreshSupport === true,
    refreshDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    folderChanges: workspace?.workspaceFolders === true,
  };
}

export function serverCapabilities(): ServerCapabilities {
  return {
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    semanticTokensProvider: { legend, full: { delta: true }, range: true },
    hoverProvider: true,
    diagnosticProvider: { identifier: 'seedmark', interFileDependencies: true, workspaceDiagnostics: false },
    codeActionProvider: { codeActionKinds: ['quickfix', REWRITE], resolveProvider: true },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  };
}
