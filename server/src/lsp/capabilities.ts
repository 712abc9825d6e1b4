import {
  type InitializeParams,
  InsertTextMode,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { REWRITE } from '../features/refactorings.ts';
import { legend } from '../features/semantic-tokens.ts';
import { ANNOTATE } from '../features/time-actions.ts';
import type { InitializationOptions } from '../protocol.ts';

/** What the client can do, read once from `initialize`. */
export interface ClientAbilities {
  /** It answers `seedmark/readFiles` and `seedmark/listFiles`, and knows our notifications. */
  readonly ours: boolean;
  readonly commands: readonly string[];
  readonly trusted: boolean;
  readonly snippets: boolean;
  /** Edits may say of which version of a document they are. */
  readonly versionedEdits: boolean;
  /** URI of the folder whose pages explain the findings, without a slash behind it. */
  readonly docs: string | undefined;
  /** URI of a folder in which texts may be kept. */
  readonly storage: string | undefined;
  /** Completions may be snippets. */
  readonly completionSnippets: boolean;
  /** Completions of several lines can be told to keep their indentation. */
  readonly completionAsIs: boolean;
  readonly watchFiles: boolean;
  readonly refreshTokens: boolean;
  readonly refreshDiagnostics: boolean;
  readonly refreshHints: boolean;
  readonly refreshLenses: boolean;
  /** It shows how far long work is. */
  readonly workDoneProgress: boolean;
  /** It asks for the tooltip of a hint when that is pointed at. */
  readonly resolvesTooltips: boolean;
  /** It answers when it is asked for its settings. */
  readonly configuration: boolean;
  /** It can be told to say when they change. */
  readonly configurationChanges: boolean;
  /** Settings that it said when it started. */
  readonly settings: unknown;
  /** It asks for findings; otherwise they are sent. */
  readonly pullDiagnostics: boolean;
  readonly folderChanges: boolean;
  /** An edit may rename files. */
  readonly renamesFiles: boolean;
  /** It takes no more folding ranges of one document; undefined where it does not say. */
  readonly foldingLimit: number | undefined;
}

/** `docs`: where the pages about findings are, unless the client knows better. */
export function readAbilities(params: InitializeParams, docs: string | undefined): ClientAbilities {
  const options = (params.initializationOptions ?? {}) as InitializationOptions;
  const { workspace, textDocument } = params.capabilities ?? {};
  const completion = textDocument?.completion?.completionItem;
  const insertTextModes = completion?.insertTextModeSupport?.valueSet;
  const foldingLimit = textDocument?.foldingRange?.rangeLimit;
  return {
    ours: options.files === true,
    commands: Array.isArray(options.commands) ? options.commands.filter((x) => typeof x === 'string') : [],
    // An editor without the notion of trust asks before it opens a folder, or trusts its user.
    trusted: options.trusted !== false,
    docs: (typeof options.docs === 'string' && options.docs !== '' ? options.docs : docs)?.replace(/\/$/, ''),
    storage: typeof options.storage === 'string' && options.storage !== '' ? options.storage : undefined,
    snippets: workspace?.workspaceEdit?.snippetEditSupport === true && workspace.workspaceEdit.documentChanges === true,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    completionSnippets: completion?.snippetSupport === true,
    completionAsIs: Array.isArray(insertTextModes) && insertTextModes.includes(InsertTextMode.asIs),
    watchFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    refreshTokens: workspace?.semanticTokens?.refreshSupport === true,
    refreshDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    workDoneProgress: params.capabilities?.window?.workDoneProgress === true,
    refreshHints: workspace?.inlayHint?.refreshSupport === true,
    refreshLenses: workspace?.codeLens?.refreshSupport === true,
    resolvesTooltips: textDocument?.inlayHint?.resolveSupport?.properties?.includes('tooltip') === true,
    configuration: workspace?.configuration === true,
    configurationChanges: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    settings: options.settings,
    pullDiagnostics: Boolean(textDocument?.diagnostic),
    renamesFiles:
      workspace?.workspaceEdit?.documentChanges === true &&
      workspace.workspaceEdit.resourceOperations?.includes('rename') === true,
    folderChanges: workspace?.workspaceFolders === true,
    foldingLimit: typeof foldingLimit === 'number' && foldingLimit > 0 ? foldingLimit : undefined,
  };
}

export function serverCapabilities(): ServerCapabilities {
  return {
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    semanticTokensProvider: { legend, full: { delta: true }, range: true },
    hoverProvider: true,
    inlayHintProvider: { resolveProvider: true },
    // For the values of metadata. In prose, and in YAML files, nothing comes of them.
    completionProvider: { triggerCharacters: [':', ';'] },
    diagnosticProvider: { identifier: 'seedmark', interFileDependencies: true, workspaceDiagnostics: false },
    codeActionProvider: { codeActionKinds: ['quickfix', REWRITE, ANNOTATE], resolveProvider: true },
    documentSymbolProvider: { label: 'Seedmark' },
    foldingRangeProvider: true,
    documentLinkProvider: { resolveProvider: true },
    selectionRangeProvider: true,
    documentHighlightProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    workspaceSymbolProvider: true,
    codeLensProvider: { resolveProvider: true },
    renameProvider: { prepareProvider: true },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  };
}
