import { type Disposable, Range, type TextEditor, ThemeColor, window } from 'vscode';
import type { Overviews } from '../overviews.ts';
import { isSeed } from '../selector.ts';
import { type EndLabel, endLabels } from './endLabels.ts';

/** Writes behind the other ends of its relations how the annotation at the cursor is related, as long as it is there. */
export class RelationEnds implements Disposable {
  private readonly kind = window.createTextEditorDecorationType({
    after: {
      color: new ThemeColor('editorCodeLens.foreground'),
      backgroundColor: new ThemeColor('editor.background'),
      fontStyle: 'italic',
      // Between the lines: what stands behind it would move aside, beyond the edge of the editor, since no line is wrapped anew.
      margin:
        '0 0 0 0.2em; position: absolute; top: -0.6em; font-size: 72%; line-height: 1; white-space: pre; z-index: 1',
    },
  });
  private readonly shown = new WeakMap<TextEditor, readonly EndLabel[]>();
  private readonly listeners: readonly Disposable[];
  private readonly overviews: Overviews;

  constructor(overviews: Overviews) {
    this.overviews = overviews;
    this.listeners = [
      window.onDidChangeTextEditorSelection(({ textEditor }) => this.draw(textEditor)),
      overviews.onDidChange((document) => {
        for (const editor of window.visibleTextEditors) if (editor.document === document) this.draw(editor);
      }),
    ];
  }

  /** What is written in an editor. */
  shownIn(editor: TextEditor): readonly EndLabel[] {
    return this.shown.get(editor) ?? [];
  }

  dispose(): void {
    for (const listener of this.listeners) listener.dispose();
    this.kind.dispose();
  }

  private draw(editor: TextEditor): void {
    const { document } = editor;
    const overview = isSeed(document) ? this.overviews.of(document) : undefined;
    // Places of an older text would be wrong.
    const labels = overview?.version === document.version ? endLabels(overview, editor.selection.active) : [];
    if (labels.length === 0 && this.shownIn(editor).length === 0) return;
    this.shown.set(editor, labels);
    editor.setDecorations(
      this.kind,
      labels.map(({ at, text }) => ({
        range: new Range(at.line, at.character, at.line, at.character),
        renderOptions: { after: { contentText: text } },
      })),
    );
  }
}
