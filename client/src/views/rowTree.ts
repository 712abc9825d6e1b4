import type { Range } from '../../../server/src/protocol.ts';
import type { About, Row } from './row.ts';

/**
 * A row as VS Code holds it: the same object as long as the row stands where it stands, so that the tree can be told to draw
 * just this one again. Menus hand it to commands, which read `uri` and what the row is about.
 */
export class RowNode implements About {
  readonly path: string;
  readonly parent: RowNode | undefined;
  children: readonly RowNode[] = [];
  row: Row;
  uri: string;
  ids?: readonly string[];
  group?: string;
  range?: Range;
  ranges?: readonly Range[];
  key?: string;
  name?: string;
  /** Of a lazy row: the rows below are known. */
  filled = false;

  constructor(row: Row, uri: string, parent: RowNode | undefined) {
    this.parent = parent;
    this.path = pathOf(parent, row);
    this.row = row;
    this.uri = uri;
    this.take(row, uri);
  }

  take(row: Row, uri: string): void {
    this.row = row;
    this.uri = uri;
    Object.assign(this, row.about);
  }

  /** Of a lazy row: the rows below are to be asked for again. */
  forget(): void {
    this.children = [];
    this.filled = false;
  }
}

/** What is to be drawn again: single rows with what is below them, or all. */
export type Redraw = 'all' | readonly RowNode[];

/** Of so many changed rows of one parent, the parent is drawn again instead. */
const MOST_SINGLE = 20;

/** The rows of a view, kept from one state to the next, so that only what changed is drawn again. */
export class RowTree {
  roots: readonly RowNode[] = [];

  /** Takes the rows as they are now; answers what looks different. */
  replace(rows: readonly Row[], uri: string): Redraw {
    const redraw: RowNode[] = [];
    const { nodes, all } = reconcile(this.roots, rows, uri, undefined, redraw);
    this.roots = nodes;
    return all ? 'all' : redraw;
  }

  /** Takes the rows below a lazy one; answers what looks different. */
  fill(node: RowNode, rows: readonly Row[]): readonly RowNode[] {
    const redraw: RowNode[] = [];
    const { nodes, all } = reconcile(node.children, rows, node.uri, node, redraw);
    node.children = nodes;
    node.filled = true;
    return all ? [node] : redraw;
  }

  /** Whether a row is still one of the tree. */
  has(node: RowNode): boolean {
    const siblings = node.parent === undefined ? this.roots : node.parent.children;
    return siblings.includes(node) && (node.parent === undefined || this.has(node.parent));
  }

  /** All lazy rows whose rows below are known, outer ones first. */
  filled(): RowNode[] {
    const found: RowNode[] = [];
    for (let level = this.roots; level.length > 0; level = level.flatMap(({ children }) => children))
      found.push(...level.filter(({ filled }) => filled));
    return found;
  }

  /** The first row that a test holds for, outer rows first. */
  find(test: (node: RowNode) => boolean): RowNode | undefined {
    return findIn(this.roots, test);
  }
}

function findIn(nodes: readonly RowNode[], test: (node: RowNode) => boolean): RowNode | undefined {
  for (const node of nodes) if (test(node)) return node;
  for (const node of nodes) {
    const found = findIn(node.children, test);
    if (found) return found;
  }
  return undefined;
}

/** `all` says that the rows themselves are others than before, so that their parent must be drawn again. */
function reconcile(
  before: readonly RowNode[],
  rows: readonly Row[],
  uri: string,
  parent: RowNode | undefined,
  redraw: RowNode[],
): { readonly nodes: readonly RowNode[]; readonly all: boolean } {
  const known = new Map(before.map((node) => [node.path, node]));
  const changed: RowNode[] = [];
  const nodes = rows.map((row) => {
    const node = known.get(pathOf(parent, row)) ?? new RowNode(row, uri, parent);
    const looked = node.row;
    node.take(row, uri);
    const inner: RowNode[] = [];
    // What is below a lazy row stays until somebody has asked again.
    const below = row.lazy
      ? { nodes: node.children, all: false }
      : reconcile(node.children, row.children, uri, node, inner);
    node.children = below.nodes;
    if (below.all || !looksAlike(looked, row)) changed.push(node);
    else redraw.push(...inner);
    return node;
  });
  const same = nodes.length === before.length && nodes.every((node, index) => node === before[index]);
  if (!same || changed.length > MOST_SINGLE) return { nodes, all: true };
  redraw.push(...changed);
  return { nodes, all: false };
}

function pathOf(parent: RowNode | undefined, { id }: Row): string {
  return parent === undefined ? id : `${parent.path}/${id}`;
}

/** Places and what commands are told are read when they are needed: nobody sees that they changed. */
function looksAlike(a: Row, b: Row): boolean {
  return (
    a === b ||
    (a.label === b.label &&
      a.description === b.description &&
      a.tooltip === b.tooltip &&
      a.spoken === b.spoken &&
      a.kind === b.kind &&
      a.icon.name === b.icon.name &&
      a.icon.color === b.icon.color &&
      a.strong?.[0] === b.strong?.[0] &&
      a.strong?.[1] === b.strong?.[1] &&
      a.children.length > 0 === b.children.length > 0 &&
      (a.place === undefined) === (b.place === undefined))
  );
}
