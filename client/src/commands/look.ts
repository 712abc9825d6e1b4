import { Range, type TextEditor, TextEditorRevealType, ThemeColor, window } from 'vscode';
import type { Range as ProtocolRange } from '../../../server/src/protocol.ts';

/** Marks a place in an editor as long as it is looked at. */
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
    if (first) this.editor.revealRange(toRange(first), TextEditorRevealType.InCenter);
  }

  end(): void {
    this.mark.dispose();
    if (this.before) this.editor.revealRange(this.before, TextEditorRevealType.AtTop);
  }
}

export function toRange({ start, end }: ProtocolRange): Range {
  return new Range(start.line, start.character, end.line, end.character);
}
