import {
  commands,
  Disposable,
  EventEmitter,
  MarkdownString,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  type TreeItemLabel,
  type TreeView,
  Uri,
  window,
} from 'vscode';
import type { Row, RowIcon } from './row.ts';
import { type RowNode, RowTree } from './rowTree.ts';
import { show } from './show.ts';

/** What a view shows, for tests: VS Code does not tell what is drawn. */
export interface ShownRow {
  readonly label: string;
  readonly description: string;
  readonly kind: string;
  readonly children: readonly ShownRow[];
}

/** A tree view over rows: it draws again only what changed, and a click shows the place of a row without leaving the view. */
export class RowsView implements Disposable, TreeDataProvider<RowNode> {
  readonly tree: TreeView<RowNode>;
  private readonly rows = new RowTree();
  private readonly changed = new EventEmitter<RowNode | RowNode[] | undefined>();
  private readonly registered: Disposable;
  private readonly reveal: string;
  private readonly load: (node: RowNode) => Promise<readonly Row[] | undefined>;
  /** Paths of the rows that somebody has opened. */
  private readonly opened = new Set<string>();
  readonly onDidChangeTreeData = this.changed.event;

  /**
   * @param id As `package.json` declares the view.
   * @param load Asks for the rows below a lazy one; undefined where nobody answers.
   */
  constructor(id: string, load: (node: RowNode) => Promise<readonly Row[] | undefined> = async () => undefined) {
    this.load = load;
    // An inner command, which no menu and no key names: it takes the row itself.
    this.reveal = `${id}.revealRow`;
    this.tree = window.createTreeView<RowNode>(id, { treeDataProvider: this, showCollapseAll: true });
    this.registered = Disposable.from(
      this.tree,
      this.tree.onDidExpandElement(({ element }) => this.opened.add(element.path)),
      this.tree.onDidCollapseElement(({ element }) => this.opened.delete(element.path)),
      commands.registerCommand(this.reveal, (node: RowNode) => this.show(node)),
    );
  }

  get shown(): readonly ShownRow[] {
    return this.rows.roots.map(shownRow);
  }

  /** Takes the rows as they are now, of a seed. */
  replace(rows: readonly Row[], uri: string): void {
    const redraw = this.rows.replace(rows, uri);
    if (redraw === 'all') this.changed.fire(undefined);
    else if (redraw.length > 0) this.changed.fire([...redraw]);
  }

  /** Asks again for what is below lazy rows that are open. What is below others is forgotten, and asked for when they are opened. */
  async refill(): Promise<void> {
    for (const node of this.rows.filled()) {
      if (!this.rows.has(node)) continue;
      const rows = this.opened.has(node.path) ? await this.load(node) : undefined;
      let redraw: readonly RowNode[] = [node];
      if (rows === undefined) node.forget();
      else redraw = this.rows.fill(node, rows);
      if (redraw.length > 0) this.changed.fire([...redraw]);
    }
  }

  find(test: (node: RowNode) => boolean): RowNode | undefined {
    return this.rows.find(test);
  }

  /** The row that has the focus in the view: arrow keys move it, and selecting it is what tells us. */
  async focused(): Promise<RowNode | undefined> {
    await commands.executeCommand('list.selectAndPreserveFocus');
    return this.tree.selection[0];
  }

  async getChildren(node?: RowNode): Promise<RowNode[]> {
    if (node?.row.lazy && !node.filled) {
      const rows = await this.load(node);
      if (rows !== undefined) this.rows.fill(node, rows);
    }
    return [...(node ? node.children : this.rows.roots)];
  }

  getParent(node: RowNode): RowNode | undefined {
    return node.parent;
  }

  getTreeItem(node: RowNode): TreeItem {
    const { label, strong, description, icon, tooltip, spoken, kind, open, place, run } = node.row;
    const text: string | TreeItemLabel = strong ? { label, highlights: [[strong[0], strong[1]]] } : label;
    const item = new TreeItem(text, collapsible(open));
    item.id = node.path;
    item.description = description;
    item.iconPath = themeIcon(icon);
    if (tooltip !== undefined) item.tooltip = new MarkdownString(tooltip);
    item.accessibilityInformation = { label: spoken };
    item.contextValue = kind;
    if (place) item.command = { command: this.reveal, title: 'Show in Text', arguments: [node] };
    if (run !== undefined) item.command = { command: run, title: label };
    return item;
  }

  dispose(): void {
    this.registered.dispose();
    this.changed.dispose();
  }

  private async show(node: RowNode): Promise<void> {
    const ranges = node.row.place?.ranges ?? [];
    if (ranges.length > 0) await show(Uri.parse(node.uri), ranges, { preserveFocus: true });
  }
}

function collapsible(open: Row['open']): TreeItemCollapsibleState {
  if (open === undefined) return TreeItemCollapsibleState.None;
  return open === 'expanded' ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
}

function themeIcon({ name, color }: RowIcon): ThemeIcon {
  return color === undefined ? new ThemeIcon(name) : new ThemeIcon(name, new ThemeColor(color));
}

function shownRow({ row, children }: RowNode): ShownRow {
  const { label, description, kind } = row;
  return { label, description, kind, children: children.map(shownRow) };
}
