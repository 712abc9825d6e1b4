import type { CodeAction, Diagnostic, TextEdit as LspTextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import type { SidecarFix } from '../../protocol.ts';
import type { TextEdit } from '../../text/edit.ts';
import type { TextLines } from '../../text/lines.ts';
import type { Finding } from '../../workspace/findings.ts';
import type { SeedSnapshot } from '../../workspace/snapshot.ts';

export interface CodeActionOptions {
  /** The client takes snippets in edits: the cursor goes where the value is to be typed. */
  readonly snippets: boolean;
  /** URI of the folder whose pages explain the findings, if it is known. */
  readonly docs?: string | undefined;
  /** Commands of the client that an action may run. */
  readonly commands?: readonly string[];
}

/** A finding that is to be mended, and where. */
export interface FixInput {
  readonly snapshot: SeedSnapshot;
  readonly finding: Finding;
  readonly diagnostic: Diagnostic;
  readonly options: CodeActionOptions;
}

/** Makes the quick fixes of a finding; none where nothing can be done for the user. */
export type FixMaker = (input: FixInput) => CodeAction[];

/** A quick fix that edits the seed's metadata. */
export function editFix(
  { snapshot, diagnostic }: FixInput,
  title: string,
  edits: readonly TextEdit[],
  preferred = false,
): CodeAction {
  return {
    title,
    kind: 'quickfix',
    diagnostics: [diagnostic],
    isPreferred: preferred,
    edit: { changes: { [snapshot.uri]: edits.map((edit) => toLsp(snapshot.lines, edit)) } },
  };
}

/** A quick fix that writes into the annotations file; `lsp/` turns what it carries into a command or an edit. */
export function sidecarFix({ diagnostic }: FixInput, title: string, fix: SidecarFix): CodeAction {
  return { title, kind: 'quickfix', diagnostics: [diagnostic], data: fix };
}

/** An edit that leaves the cursor where the user types on, for clients that can; else a plain one. */
export function editWithCursor(
  snapshot: SeedSnapshot,
  edit: TextEdit,
  cursor: number,
  options: CodeActionOptions,
): WorkspaceEdit {
  const plain = toLsp(snapshot.lines, edit);
  if (!options.snippets) return { changes: { [snapshot.uri]: [plain] } };
  const at = cursor - edit.start;
  const snippet = `${escapeSnippet(edit.newText.slice(0, at))}$0${escapeSnippet(edit.newText.slice(at))}`;
  return {
    documentChanges: [
      {
        textDocument: { uri: snapshot.uri, version: snapshot.version },
        edits: [{ range: plain.range, snippet: { kind: 'snippet', value: snippet } }],
      },
    ],
  };
}

function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

export function toLsp(lines: TextLines, edit: TextEdit): LspTextEdit {
  return { range: { start: lines.positionAt(edit.start), end: lines.positionAt(edit.end) }, newText: edit.newText };
}
