import { commands, Disposable, type Memento, type TextEditor, window } from 'vscode';
import type { Overview } from '../../../server/src/protocol.ts';
import { count } from '../commands/words.ts';
import type { Overviews } from '../overviews.ts';
import type { ActiveSeed } from './activeSeed.ts';
import { type AnnotationOrder, annotationRows, filterMessage, orphansOf } from './annotationRows.ts';
import { annotationAt } from './atCursor.ts';
import { RowsView, type ShownRow } from './rowsView.ts';
import type { RowNode } from './rowTree.ts';
import { ANNOTATIONS_VIEW } from './table.ts';

/** Where the order is remembered. */
const ORDER = 'annotationsOrder';

/** What tests may look at. */
export interface ShownView {
  readonly visible: boolean;
  readonly message: string;
  readonly badge: number | undefined;
  /** Labels of the rows that are selected. */
  readonly selected: readonly string[];
  readonly rows: readonly ShownRow[];
}

/** The view *Annotations*: those of the active seed. It follows the cursor, and is followed by it. */
export class AnnotationsView implements Disposable {
  private readonly view = new RowsView(ANNOTATIONS_VIEW);
  private filtered = '';
  private readonly listeners: Disposable;

  private readonly seed: ActiveSeed;
  private readonly overviews: Overviews;
  private readonly memory: Memento;

  constructor(seed: ActiveSeed, overviews: Overviews, memory: Memento) {
    this.seed = seed;
    this.overviews = overviews;
    this.memory = memory;
    this.listeners = Disposable.from(
      seed.onDidChange(() => this.update()),
      overviews.onDidChange((document) => document === seed.document && this.update()),
      this.view.tree.onDidChangeVisibility(() => this.update()),
      window.onDidChangeTextEditorSelection(({ textEditor }) => this.follow(textEditor)),
    );
    void commands.executeCommand('setContext', 'seedmark.annotationsOrder', this.order);
    this.update();
  }

  get order(): AnnotationOrder {
    return this.memory.get(ORDER) === 'text' ? 'text' : 'type';
  }

  async setOrder(order: AnnotationOrder): Promise<void> {
    await this.memory.update(ORDER, order);
    await commands.executeCommand('setContext', 'seedmark.annotationsOrder', order);
    this.update();
  }

  get filter(): string {
    return this.filtered;
  }

  set filter(filter: string) {
    this.filtered = filter.trim();
    void commands.executeCommand('setContext', 'seedmark.annotationsFiltered', this.filtered !== '');
    this.update();
  }

  focused(): Promise<RowNode | undefined> {
    return this.view.focused();
  }

  get shown(): ShownView {
    const { visible, message, badge, selection } = this.view.tree;
    const selected = selection.map(({ row }) => row.label);
    return { visible, message: message ?? '', badge: badge?.value, selected, rows: this.view.shown };
  }

  dispose(): void {
    this.listeners.dispose();
    this.view.dispose();
  }

  private update(): void {
    const { document } = this.seed;
    const known = document && this.overviews.of(document);
    const overview: Pick<Overview, 'annotations' | 'relations'> = known ?? { annotations: [], relations: [] };
    const orphans = orphansOf(overview.annotations).length;
    const { tree } = this.view;
    tree.badge =
      orphans === 0 ? undefined : { value: orphans, tooltip: `${count(orphans, 'annotation')} without a place` };
    // What nobody sees need not be made.
    if (!tree.visible) return;
    tree.description = document ? nameOf(document.uri.path) : '';
    tree.message = document ? messageOf(known, this.filtered) : '';
    this.view.replace(
      annotationRows(overview, { order: this.order, filter: this.filtered }),
      document?.uri.toString() ?? '',
    );
    if (window.activeTextEditor) this.follow(window.activeTextEditor);
  }

  /** Selects the row of the annotation that the cursor is in; the focus stays where it is. */
  private follow(editor: TextEditor): void {
    const { tree } = this.view;
    if (!tree.visible || editor.document !== this.seed.document) return;
    const annotations = this.overviews.of(editor.document)?.annotations ?? [];
    const [selected] = tree.selection;
    const at = annotationAt(annotations, editor.selection, selected?.row.place?.annotation);
    if (at === undefined || at.id === selected?.row.place?.annotation) return;
    const node = this.view.find(({ row }) => row.kind === 'annotation' && row.place?.annotation === at.id);
    // A view that is drawn anew at this moment does not know the row: it follows the next time.
    if (node) tree.reveal(node, { select: true, focus: false, expand: false }).then(undefined, () => undefined);
  }
}

/** What is said above the rows; '' leaves room for what an empty view says. */
function messageOf(overview: Overview | undefined, filter: string): string {
  return overview === undefined ? 'Reading this seed…' : (filterMessage(overview.annotations, filter) ?? '');
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
