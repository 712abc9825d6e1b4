import { type Position, type Selection, type TextDocument, type TextEditor, Uri, window, workspace } from 'vscode';
import type { Range } from '../../../server/src/protocol.ts';
import { tell } from '../messages.ts';
import { isSeed, sameUri } from '../selector.ts';
import { hasTab } from '../tabs.ts';

/** What a command acts on: a seed, and where the user is in it. */
export interface Target {
  readonly document: TextDocument;
  /** The editor's selections; empty where the seed has no editor. */
  readonly selections: readonly Range[];
}

/** A seed whose annotations a command changes: one that has a file, since they are kept beside it. */
export async function findTarget(uri: string | undefined): Promise<Target | undefined> {
  const target = await findSeed(uri);
  if (target?.document.isUntitled !== true) return target;
  tell(
    { problem: 'Annotations are kept in a file beside the seed, so save the seed first.' },
    { label: 'Save…', run: () => target.document.save() },
  );
  return undefined;
}

/** The seed that a command was asked for, by default the active editor's. Tells the user and answers undefined where there is none. */
export async function findSeed(uri: string | undefined): Promise<Target | undefined> {
  const editor = uri === undefined ? (window.activeTextEditor ?? (await lastSeed())) : editorOf(Uri.parse(uri));
  const document =
    editor?.document ?? (uri === undefined ? undefined : await workspace.openTextDocument(Uri.parse(uri)));
  if (document === undefined || !isSeed(document)) {
    tell({
      problem:
        'This works in seeds. Open one first: a .seed file, or a .txt file in a folder “seeds”. “Treat as Seed” makes one of any other text.',
    });
    return undefined;
  }
  return { document, selections: editor?.selections.map(toRange) ?? [] };
}

/** Where no text has the focus, as with a button of the walkthrough: the seed that is in sight, or else one that has a tab. */
async function lastSeed(): Promise<TextEditor | undefined> {
  const visible = window.visibleTextEditors.find(({ document }) => isSeed(document));
  const document = visible?.document ?? workspace.textDocuments.find((one) => isSeed(one) && hasTab(one.uri));
  return document && window.showTextDocument(document, visible?.viewColumn);
}

function editorOf(uri: Uri): TextEditor | undefined {
  const active = window.activeTextEditor;
  if (active && sameUri(active.document.uri, uri)) return active;
  return window.visibleTextEditors.find((editor) => sameUri(editor.document.uri, uri));
}

function toRange({ start, end }: Selection): Range {
  return { start: toPosition(start), end: toPosition(end) };
}

function toPosition({ line, character }: Position): { line: number; character: number } {
  return { line, character };
}
