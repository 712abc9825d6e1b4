import {
  type Disposable,
  Position,
  Range,
  type TextDocument,
  type TextEditor,
  type TextEditorDecorationType,
  window,
  workspace,
} from 'vscode';
import type { AnnotationInfo, Range as ProtocolRange } from '../../../server/src/protocol.ts';
import type { Overviews } from '../overviews.ts';
import { isSeed } from '../selector.ts';
import { type Arrangement, arrange, outdated } from './arrange.ts';
import { makeKind } from './kinds.ts';

/** Up to here all annotations of a document are drawn, beyond only those near the screen: more makes typing lag. */
const DRAWN_AT_ONCE = 5000;
/** Lines above and below the screen that are drawn too, so that scrolling shows no gap. */
const MARGIN = 100;
/** Rest after the last scrolling step. */
const SCROLL_DELAY = 50;

const nothing: Arrangement = new Map();

/** Draws annotations: what semantic tokens cannot show, since of two that overlap one vanishes. */
export class Decorations implements Disposable {
  private readonly kinds = new Map<string, TextEditorDecorationType>();
  private readonly drawn = new WeakMap<TextEditor, Arrangement>();
  /** Where each document was first edited since it was drawn. */
  private readonly edited = new WeakMap<TextEditor, Position>();
  private readonly listeners: readonly Disposable[];
  private scrolled: unknown;

  private readonly overviews: Overviews;

  constructor(overviews: Overviews) {
    this.overviews = overviews;
    this.listeners = [
      overviews.onDidChange((document) => this.drawDocument(document)),
      window.onDidChangeVisibleTextEditors((editors) => {
        for (const editor of editors) this.draw(editor);
      }),
      window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => {
        if (!isLarge(this.overviews.of(textEditor.document)?.annotations)) return;
        clearTimeout(this.scrolled);
        this.scrolled = setTimeout(() => this.draw(textEditor), SCROLL_DELAY);
      }),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (isSeed(document)) for (const { range } of contentChanges) this.noteEdit(document, range.start);
      }),
    ];
  }

  /** What was last drawn in an editor. */
  shownIn(editor: TextEditor): Arrangement {
    return this.drawn.get(editor) ?? nothing;
  }

  dispose(): void {
    clearTimeout(this.scrolled);
    for (const listener of this.listeners) listener.dispose();
    for (const kind of this.kinds.values()) kind.dispose();
  }

  private drawDocument(document: TextDocument): void {
    for (const editor of window.visibleTextEditors) if (editor.document === document) this.draw(editor);
  }

  private noteEdit(document: TextDocument, start: Position): void {
    for (const editor of window.visibleTextEditors) {
      if (editor.document !== document) continue;
      const before = this.edited.get(editor);
      if (before === undefined || start.isBefore(before)) this.edited.set(editor, start);
    }
  }

  private draw(editor: TextEditor): void {
    const overview = isSeed(editor.document) ? this.overviews.of(editor.document) : undefined;
    // Places of an older text would be wrong; VS Code has moved those that are drawn.
    if (overview !== undefined && overview.version !== editor.document.version) return;
    const now = overview ? arrange(overview.annotations, nearTo(editor, overview.annotations)) : nothing;
    for (const name of outdated(this.shownIn(editor), now, this.edited.get(editor)))
      editor.setDecorations(this.kind(name), (now.get(name) ?? []).map(toRange));
    this.drawn.set(editor, now);
    this.edited.delete(editor);
  }

  private kind(name: string): TextEditorDecorationType {
    const known = this.kinds.get(name);
    if (known) return known;
    const kind = makeKind(name);
    this.kinds.set(name, kind);
    return kind;
  }
}

function nearTo(
  { visibleRanges }: TextEditor,
  annotations: readonly AnnotationInfo[],
): (range: ProtocolRange) => boolean {
  if (!isLarge(annotations)) return () => true;
  const near = visibleRanges.map(({ start, end }) => [start.line - MARGIN, end.line + MARGIN] as const);
  return ({ start, end }) => near.some(([first, last]) => start.line <= last && end.line >= first);
}

function isLarge(annotations: readonly AnnotationInfo[] | undefined): boolean {
  return annotations !== undefined && annotations.length > DRAWN_AT_ONCE;
}

function toRange({ start, end }: ProtocolRange): Range {
  return new Range(new Position(start.line, start.character), new Position(end.line, end.character));
}
