import type { CodeAction, Diagnostic, TextEdit as LspTextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import { insertField, renameField } from '../edits/metadata.ts';
import { FIELDS } from '../seed/fields.ts';
import { lineEnding } from '../seed/header.ts';
import type { TextEdit } from '../text/edit.ts';
import type { Position, TextLines } from '../text/lines.ts';
import type { SeedSnapshot } from '../workspace/snapshot.ts';
import { diagnostics } from './diagnostics.ts';

export interface CodeActionOptions {
  /** The client takes snippets in edits: the cursor goes where the value is to be typed. */
  readonly snippets: boolean;
}

/** Quick fixes for the findings that touch a range. Only metadata is edited. */
export function codeActions(
  snapshot: SeedSnapshot,
  range: { readonly start: Position; readonly end: Position },
  options: CodeActionOptions,
): CodeAction[] {
  const actions: CodeAction[] = [];
  for (const diagnostic of diagnostics(snapshot)) {
    if (!meets(diagnostic.range, range)) continue;
    const action = fix(snapshot, diagnostic, options);
    if (action) actions.push(action);
  }
  return actions;
}

function fix(snapshot: SeedSnapshot, diagnostic: Diagnostic, options: CodeActionOptions): CodeAction | undefined {
  const data = (diagnostic.data ?? {}) as Readonly<Record<string, string>>;
  switch (diagnostic.code) {
    case 'missing-metadata':
    case 'missing-recommended-metadata': {
      const info = FIELDS.find(({ key }) => key === data.key);
      if (!info) return undefined;
      const { edit, cursor } = insertField({
        header: snapshot.header,
        key: info.key,
        value: '',
        eol: lineEnding(snapshot.lines),
        start: snapshot.lines.line(0).startsWith('\ufeff') ? 1 : 0,
      });
      return {
        title: `Insert the missing field “${info.label}”`,
        kind: 'quickfix',
        diagnostics: [diagnostic],
        isPreferred: diagnostic.code === 'missing-metadata',
        edit: editWithCursor(snapshot, edit, cursor, options),
      };
    }
    case 'unknown-field': {
      const at = snapshot.lines.offsetAt(diagnostic.range.start);
      const footerAt = snapshot.lines.offsetOfLine(snapshot.footerLine);
      const found = snapshot.metadata.fields.find(
        ({ field, part }) => field.nameSpan.start + (part === 'footer' ? footerAt : 0) === at,
      );
      if (!found || !data.replacement) return undefined;
      const edit = renameField(found.field, data.replacement, found.part === 'footer' ? footerAt : 0);
      return {
        title: `Change “${found.field.name}” to “${data.replacement}”`,
        kind: 'quickfix',
        diagnostics: [diagnostic],
        isPreferred: true,
        edit: { changes: { [snapshot.uri]: [toLsp(snapshot.lines, edit)] } },
      };
    }
    default:
      return undefined;
  }
}

/** An edit that leaves the cursor where the user types on, for clients that can; else a plain one. */
function editWithCursor(
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

function toLsp(lines: TextLines, edit: TextEdit): LspTextEdit {
  return { range: { start: lines.positionAt(edit.start), end: lines.positionAt(edit.end) }, newText: edit.newText };
}

function meets(a: { start: Position; end: Position }, b: { start: Position; end: Position }): boolean {
  return before(a.start, b.end) && before(b.start, a.end);
}

function before(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character <= b.character);
}
