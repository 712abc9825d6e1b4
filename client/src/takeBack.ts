import type { TextDocument } from 'vscode';
import { Uri } from 'vscode';
import type { FileEdit, Refusal } from '../../server/src/protocol.ts';
import type { AnnotationEdits, FileChange } from './apply.ts';
import { openDocument } from './tabs.ts';

/**
 * Writes files as they were before an edit, as a step of its own that can be undone. VS Code's undo needs the focus in the
 * editor, where a key pressed in that moment would write into the seed.
 */
export function takeBack(
  edits: AnnotationEdits,
  seed: TextDocument,
  changes: readonly FileChange[],
): Promise<Refusal | undefined> {
  return edits.run(seed, async () => {
    const files: FileEdit[] = [];
    for (const { uri, before, after } of changes) {
      const document = openDocument(Uri.parse(uri));
      if (document?.getText() !== after)
        return { problem: 'The annotations were changed since, so this step cannot be taken back here.', uri };
      const { start, end, newText } = difference(after, before);
      const range = { start: toPosition(document, start), end: toPosition(document, end) };
      files.push({ uri, create: false, edits: [{ range, newText }] });
    }
    return { files };
  });
}

/** What is to be replaced in a text to make another one of it; nothing that both have at their ends, by whole lines. */
export function difference(from: string, to: string): { start: number; end: number; newText: string } {
  const limit = Math.min(from.length, to.length);
  let start = 0;
  while (start < limit && from[start] === to[start]) start++;
  start = from.lastIndexOf('\n', start - 1) + 1;
  let tail = 0;
  while (tail < limit - start && from[from.length - 1 - tail] === to[to.length - 1 - tail]) tail++;
  while (tail > 0 && from[from.length - 1 - tail] !== '\n') tail--;
  return { start, end: from.length - tail, newText: to.slice(start, to.length - tail) };
}

function toPosition(document: TextDocument, offset: number): { line: number; character: number } {
  const { line, character } = document.positionAt(offset);
  return { line, character };
}
