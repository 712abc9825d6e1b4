import type { CodeAction, WorkspaceEdit } from 'vscode-languageserver';
import { APPLY_FIX, type EditResult, type SidecarFix } from '../protocol.ts';
import type { Snapshot } from '../workspace/snapshot.ts';

/**
 * A quick fix that writes into the annotations file, as the editor can run it: by our client's command, which saves the
 * file and makes the step undoable; else as it is, to be completed when the editor resolves it.
 */
export function withCommand(action: CodeAction, commands: readonly string[]): CodeAction {
  const { data, ...rest } = action;
  if (!isSidecarFix(data) || !commands.includes(APPLY_FIX)) return action;
  return { ...rest, command: { title: action.title, command: APPLY_FIX, arguments: [data] } };
}

/** An action whose edit says of which version it is: an editor refuses it where the text is another by then. */
export function withVersion(action: CodeAction, { uri, version }: Snapshot): CodeAction {
  const edits = action.edit?.changes?.[uri];
  return edits === undefined
    ? action
    : { ...action, edit: { documentChanges: [{ textDocument: { uri, version }, edits }] } };
}

export function isSidecarFix(data: unknown): data is SidecarFix {
  const { method, params } = (data ?? {}) as { method?: unknown; params?: unknown };
  return typeof method === 'string' && typeof params === 'object' && params !== null;
}

/** An edit as LSP writes it, files that are not there yet created first. */
export function toWorkspaceEdit(result: Extract<EditResult, { files: unknown }>): WorkspaceEdit {
  return {
    documentChanges: result.files.flatMap(({ uri, create, edits }) => [
      ...(create ? [{ kind: 'create' as const, uri, options: { ignoreIfExists: true } }] : []),
      { textDocument: { uri, version: null }, edits: [...edits] },
    ]),
  };
}
