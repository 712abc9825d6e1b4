import { Range, type TextDocument, Uri, WorkspaceEdit, workspace } from 'vscode';
import type { FillMetadataResult, Refusal } from '../../server/src/protocol.ts';

/** How often an edit is computed anew because the user typed while the server computed it. */
const ATTEMPTS = 3;

/**
 * The one way an edit of ours reaches a seed: of its metadata only, as one undo step, and left to the user to save.
 * Answers what could not be written, or why nothing was.
 */
export async function applyMetadata(
  seed: TextDocument,
  compute: (version: number) => Promise<FillMetadataResult>,
): Promise<readonly string[] | Refusal> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const { version } = seed;
    const result = await compute(version);
    if (seed.version !== version) continue;
    if ('problem' in result) return result;
    const edit = new WorkspaceEdit();
    for (const { uri, edits } of result.files) {
      for (const { range, newText } of edits) {
        const { start, end } = range;
        edit.replace(Uri.parse(uri), new Range(start.line, start.character, end.line, end.character), newText);
      }
    }
    if (edit.size === 0 || (await workspace.applyEdit(edit))) return result.left;
    return { problem: 'VS Code did not apply the change. The file may be read-only, or have changed meanwhile.' };
  }
  return { problem: 'The seed is being changed by something else at this moment. Try again.' };
}
