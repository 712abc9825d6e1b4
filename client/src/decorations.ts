import {
  DecorationRangeBehavior,
  type Disposable,
  OverviewRulerLane,
  type Position,
  Range,
  type TextDocument,
  type TextEditor,
  type TextEditorDecorationType,
  ThemeColor,
  window,
} from 'vscode';
import type { AnnotationInfo } from '../../server/src/protocol.ts';
import type { Overviews } from './overviews.ts';
import { isSeed } from './selector.ts';

/** Up to here all annotations of a document are drawn, beyond only those near the screen: more makes typing lag. */
const DRAWN_AT_ONCE = 5000;
/** Lines above and below the screen that are drawn too, so that scrolling shows no gap. */
const MARGIN = 100;
/** Rest after the last scrolling step. */
const SCROLL_DELAY = 50;

const SUGGESTED = 'suggested';
/** Of two boxes in one colour, one inside the other, the inner one: VS Code melts boxes of one kind that touch. */
const INNER = ' inside';

/** What an editor shows, by kind: a colour's name for boxes (and ` inside` for those inside their like), `suggested` for suggestions. */
export type Drawn = ReadonlyMap<string, readonly Range[]>;

/**
 * Draws annotations: what semantic tokens cannot show, since of two that overlap one vanishes. A confirmed annotation is
 * a box in its type's colour, so that nested ones show where each begins and ends; a suggestion has a dotted line.
 */
export class Decorations implements Disposable {
  private readonly kinds = new Map<string, TextEditorDecorationType>();
  private readonly drawn = new WeakMap<TextEditor, Drawn>();
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
    ];
  }

  /** What was last drawn in an editor. */
  shownIn(editor: TextEditor): Drawn {
    return this.drawn.get(editor) ?? new Map();
  }

  dispose(): void {
    clearTimeout(this.scrolled);
    for (const listener of this.listeners) listener.dispose();
    for (const kind of this.kinds.values()) kind.dispose();
  }

  private drawDocument(document: TextDocument): void {
    for (const editor of window.visibleTextEditors) if (editor.document === document) this.draw(editor);
  }

  private draw(editor: TextEditor): void {
    const overview = isSeed(editor.document) ? this.overviews.of(editor.document) : undefined;
    const before = this.shownIn(editor);
    // Places of an older text would be wrong; VS Code has moved those that are drawn.
    if (overview !== undefined && overview.version !== editor.document.version) return;
    const next = overview ? arrange(overview.annotations, editor.visibleRanges) : new Map<string, readonly Range[]>();
    for (const kind of before.keys()) if (!next.has(kind)) editor.setDecorations(this.kind(kind), []);
    for (const [kind, ranges] of next) editor.setDecorations(this.kind(kind), ranges);
    this.drawn.set(editor, next);
  }

  private kind(name: string): TextEditorDecorationType {
    const known = this.kinds.get(name);
    if (known) return known;
    const kind = name === SUGGESTED ? suggestion() : box(name.replace(INNER, ''));
    this.kinds.set(name, kind);
    return kind;
  }
}

function box(color: string): TextEditorDecorationType {
  const line = new ThemeColor(`seedmark.${color}`);
  return window.createTextEditorDecorationType({
    backgroundColor: new ThemeColor(`seedmark.${color}.background`),
    border: '1px solid',
    borderColor: line,
    borderRadius: '3px',
    rangeBehavior: DecorationRangeBehavior.ClosedClosed,
    overviewRulerColor: line,
    overviewRulerLane: OverviewRulerLane.Center,
  });
}

/** Only a line: the colour of the text says the type. The line takes its colour from the theme by VS Code's variable for it. */
function suggestion(): TextEditorDecorationType {
  const line = 'underline dotted 2px var(--vscode-seedmark-suggestion)';
  return window.createTextEditorDecorationType({
    textDecoration: `none; text-decoration: ${line}; text-underline-offset: 3px; text-decoration-skip-ink: none`,
    rangeBehavior: DecorationRangeBehavior.ClosedClosed,
    overviewRulerColor: new ThemeColor('seedmark.suggestion'),
    overviewRulerLane: OverviewRulerLane.Center,
  });
}

/** The ranges to draw by kind; outer spans first, and first the kinds that hold the longest. */
function arrange(annotations: readonly AnnotationInfo[], visible: readonly Range[]): Drawn {
  const near = isLarge(annotations) ? visible.map(widened) : undefined;
  const spans: { readonly kind: string; readonly range: Range }[] = [];
  for (const { status, color, ranges } of annotations) {
    if (status === 'rejected') continue;
    for (const { start, end } of ranges) {
      const range = new Range(start.line, start.character, end.line, end.character);
      if (near && !near.some((one) => one.intersection(range))) continue;
      spans.push({ kind: status === 'suggested' ? SUGGESTED : color, range });
    }
  }
  spans.sort((a, b) => outerFirst(a.range, b.range));
  const depth = nesting(spans.map(({ range }) => range));
  const kinds = new Map<string, { ranges: Range[]; depth: number }>();
  const open: { kind: string; end: Position }[] = [];
  spans.forEach(({ kind: plain, range }, index) => {
    while (open.length > 0 && open.at(-1)?.end.isBeforeOrEqual(range.start)) open.pop();
    const like = open.findLast(({ kind }) => kind === plain || kind === plain + INNER);
    const kind = like?.kind === plain && plain !== SUGGESTED ? plain + INNER : plain;
    open.push({ kind, end: range.end });
    const entry = kinds.get(kind) ?? { ranges: [], depth: 0 };
    entry.ranges.push(range);
    entry.depth = Math.max(entry.depth, depth[index] ?? 0);
    kinds.set(kind, entry);
  });
  return new Map([...kinds].sort(([, a], [, b]) => a.depth - b.depth).map(([kind, { ranges }]) => [kind, ranges]));
}

function outerFirst(a: Range, b: Range): number {
  return a.start.compareTo(b.start) || b.end.compareTo(a.end);
}

/** How many ranges each range begins inside, for ranges sorted by their start. */
function nesting(ranges: readonly Range[]): readonly number[] {
  const open: Range[] = [];
  return ranges.map((range) => {
    while (open.length > 0 && open.at(-1)?.end.isBeforeOrEqual(range.start)) open.pop();
    open.push(range);
    return open.length - 1;
  });
}

function widened({ start, end }: Range): Range {
  return new Range(Math.max(0, start.line - MARGIN), 0, end.line + MARGIN, 0);
}

function isLarge(annotations: readonly AnnotationInfo[] | undefined): boolean {
  return annotations !== undefined && annotations.length > DRAWN_AT_ONCE;
}
