import { Range, Selection, type TextDocument, TextEditorRevealType, window } from 'vscode';
import type { Range as ProtocolRange } from '../../../server/src/protocol.ts';

/** Shows where something was done: the cursor goes there, in an editor of the document that is in sight. */
export function reveal(document: TextDocument, [first]: readonly ProtocolRange[]): void {
  const editor = window.visibleTextEditors.find((one) => one.document === document);
  if (editor === undefined || first === undefined) return;
  const range = new Range(first.start.line, first.start.character, first.end.line, first.end.character);
  editor.selection = new Selection(range.start, range.start);
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
}
