import type { Connection } from 'vscode-languageserver';
import { type GuardContext, guardedNotification, isRange, uriOf } from './guard.ts';
import { normalizeUri } from './uri.ts';

/** Hears of documents after the workspace has. */
export interface DocumentListener {
  /** It was opened, or its text changed. */
  changed(uri: string): void;
  closed(uri: string): void;
}

/** Takes in what the editor says of its documents and of files on disk. */
export function registerDocuments(connection: Connection, context: GuardContext, listener: DocumentListener): void {
  const { workspace } = context;
  connection.onDidOpenTextDocument(
    guardedNotification(context, 'didOpen', (params) => {
      const uri = uriOf(params);
      if (uri === undefined) return;
      const { text, version: at } = params.textDocument;
      workspace.open(uri, String(text ?? ''), Number(at) || 0);
      listener.changed(uri);
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
      listener.changed(uri);
    }),
  );
  connection.onDidCloseTextDocument(
    guardedNotification(context, 'didClose', (params) => {
      const uri = uriOf(params);
      if (uri === undefined) return;
      workspace.close(uri);
      listener.closed(uri);
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
}
