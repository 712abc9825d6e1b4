import { Range, Selection, type TextDocument, type TextEditor, TextEditorRevealType, ThemeColor, window } from 'vscode';
import type { Range as ProtocolRange } from '../../server/src/protocol.ts';

/** Marks places in an editor as long as they are looked at, and shows them in its middle. */
export class Look {
  private readonly mark = window.createTextEditorDecorationType({
    backgroundColor: new ThemeColor('editor.findMatchHighlightBackground'),
    outline: '1px solid',
    outlineColor: new ThemeColor('focusBorder'),
  });
  private readonly before: Range | undefined;
  private readonly editor: TextEditor;

  constructor(editor: TextEditor) {
    this.editor = editor;
    this.before = editor.visibleRanges[0];
  }

  at(ranges: readonly ProtocolRange[]): void {
    const [first] = ranges;
    this.editor.setDecorations(this.mark, ranges.map(toRange));
    // A picker covers the lines at the top.
    if (first) this.editor.revealRange(toRange(first), TextEditorRevealType.InCenter);
  }

  /** @param stay the cursor goes to the place looked at last; else the editor shows what it showed before. */
  end(stay?: ProtocolRange): void {
    this.mark.dispose();
    if (stay !== undefined) {
      const { start } = toRange(stay);
      this.editor.selection = new Selection(start, start);
    } else if (this.before) this.editor.revealRange(this.before, TextEditorRevealType.AtTop);
  }
}

/** An editor of a document that is in sight. */
export function editorOf(document: TextDocument): TextEditor | undefined {
  const { activeTextEditor, visibleTextEditors } = window;
  return activeTextEditor?.document === document
    ? activeTextEditor
    : visibleTextEditors.find((one) => one.document === document);
}

export function toRange({ start, end }: ProtocolRange): Range {
  return new Range(start.line, start.character, end.line, end.character);
}
