import type { Connection } from 'vscode-languageserver';
import { type GuardContext, guardedNotification, isRange, uriOf } from './guard.ts';
import { normalizeUri } from './uri.ts';

/** Takes in what the editor says of its documents and of files on disk. `closed` hears of documents that were closed. */
export function registerDocuments(connection: Connection, context: GuardContext, closed: (uri: string) => void): void {
  const { workspace } = context;
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
      closed(uri);
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
