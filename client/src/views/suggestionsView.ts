import { commands, Disposable, type Memento } from 'vscode';
import { count } from '../commands/words.ts';
import type { ActiveSeed } from './activeSeed.ts';
import type { ShownView } from './annotationsView.ts';
import { RowsView } from './rowsView.ts';
import { type SuggestionOrder, suggestionRows } from './suggestionRows.ts';
import { SUGGESTIONS_VIEW } from './table.ts';
import type { Undecided } from './undecided.ts';

/** Where the order is remembered. */
const ORDER = 'suggestionsOrder';

/** The view *Suggestions*: what nobody has decided on in the active seed, asked for only while it is in sight. */
export class SuggestionsView implements Disposable {
  private readonly view = new RowsView(SUGGESTIONS_VIEW);
  private readonly listeners: Disposable;

  private readonly seed: ActiveSeed;
  private readonly undecided: Undecided;
  private readonly memory: Memento;

  constructor(seed: ActiveSeed, undecided: Undecided, memory: Memento) {
    this.seed = seed;
    this.undecided = undecided;
    this.memory = memory;
    const { tree } = this.view;
    this.listeners = Disposable.from(
      undecided.onDidChange(() => this.update()),
      tree.onDidChangeVisibility(({ visible }) => {
        undecided.watch(visible);
        this.update();
      }),
    );
    void commands.executeCommand('setContext', 'seedmark.suggestionsOrder', this.order);
    undecided.watch(tree.visible);
    this.update();
  }

  get order(): SuggestionOrder {
    return this.memory.get(ORDER) === 'text' ? 'text' : 'count';
  }

  async setOrder(order: SuggestionOrder): Promise<void> {
    await this.memory.update(ORDER, order);
    await commands.executeCommand('setContext', 'seedmark.suggestionsOrder', order);
    this.update();
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
    const { suggestions } = this.undecided;
    const { tree } = this.view;
    const open = suggestions?.length ?? 0;
    tree.badge = open === 0 ? undefined : { value: open, tooltip: `${count(open, 'suggestion')} to decide on` };
    if (!tree.visible) return;
    tree.message = document && suggestions === undefined ? 'Looking for names and times…' : '';
    const lineAt = (line: number) =>
      document !== undefined && line < document.lineCount ? document.lineAt(line).text : '';
    this.view.replace(suggestionRows(suggestions ?? [], this.order, lineAt), document?.uri.toString() ?? '');
  }
}
