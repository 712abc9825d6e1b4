import type { Automaton, State } from './automaton.ts';
import { isSign, type Passage } from './cells.ts';
import type { Lexicon } from './lexicon.ts';

/**
 * Tells from the words that stand somewhere whether any pattern may match them, by the words alone: capitals, gaps and
 * the values of numbers are not asked, so it says yes too often and never no too often. Nearly all words of a text that
 * begin a pattern (“in the …”) do not go on with it, and a search costs many times as much as this.
 *
 * It is an automaton over the words of the lexicon, made of the one over classes as far as texts go through it.
 */
export class Lookahead {
  private readonly lexicon: Lexicon;
  private readonly numerals: readonly number[];
  private readonly nodes = new Map<string, Node>();
  private readonly root: Node;
  /** Where the words lead that patterns begin with, by place: most words of a text are asked no further. */
  private readonly first: (Node | boolean | undefined)[];

  /** `numerals`: the classes that number words make. */
  constructor(lexicon: Lexicon, { starts }: Automaton, numerals: readonly number[]) {
    this.lexicon = lexicon;
    this.numerals = numerals;
    this.root = new Node([{ state: { id: -1, ways: starts, accepts: [] }, rest: [] }]);
    this.first = new Array(lexicon.size).fill(undefined);
  }

  /** Whether a pattern may match from a cell on. */
  mayMatch({ text, cells, places }: Passage, index: number): boolean {
    let node = this.root;
    for (let at = index; at < cells.length; at++) {
      const cell = cells[at] as Passage['cells'][number];
      if (cell.kind === 'number' || (isSign(cell) && mayQuoteYear(text, cell.start, cell.end))) return true;
      const place = places[at] as number;
      if (place === 0) return false;
      const next = at === index ? this.begin(place) : this.go(node, place);
      if (typeof next === 'boolean') return next;
      node = next;
    }
    return false;
  }

  private begin(place: number): Node | boolean {
    let next = this.first[place];
    if (next === undefined) {
      next = this.step(this.root, place);
      this.first[place] = next;
    }
    return next;
  }

  private go(node: Node, place: number): Node | boolean {
    let next = node.next.get(place);
    if (next === undefined) {
      next = this.step(node, place);
      node.next.set(place, next);
    }
    return next;
  }

  /** Where a word leads: whether to a match, if that is known. */
  private step({ items }: Node, place: number): Node | boolean {
    const reached: Item[] = [];
    for (const { state, rest } of items) {
      if (rest.length > 0) {
        if (rest[0] === place) reached.push({ state, rest: rest.slice(1) });
        continue;
      }
      if (this.lexicon.beginsNumber(place) && this.numerals.some((id) => state.ways.has(id))) return true;
      for (const { class: id, rest: words } of this.lexicon.at(place)) {
        const edges = state.ways.get(id);
        if (edges === undefined) continue;
        const places = words.map((word) => this.lexicon.index(word, 0, word.length));
        for (const { to } of edges) reached.push({ state: to, rest: places });
      }
    }
    if (reached.some(({ state, rest }) => rest.length === 0 && state.accepts.length > 0)) return true;
    if (reached.length === 0) return false;
    const key = [...new Set(reached.map(({ state, rest }) => `${state.id}:${rest.join(',')}`))].sort().join(' ');
    let node = this.nodes.get(key);
    if (node === undefined) {
      node = new Node(reached);
      this.nodes.set(key, node);
    }
    return node;
  }
}

class Node {
  readonly items: readonly Item[];
  /** By place in the lexicon: where that word leads, or whether a match may be. */
  readonly next = new Map<number, Node | boolean>();

  constructor(items: readonly Item[]) {
    this.items = items;
  }
}

interface Item {
  readonly state: Pick<State, 'id' | 'ways' | 'accepts'>;
  /** Places of words that must stand before the state is reached. */
  readonly rest: readonly number[];
}

/** Whether it is an apostrophe, or what is written for one: “’82”. */
export function mayQuoteYear(text: string, start: number, end: number): boolean {
  return end - start === 1 && "'’‘`".includes(text.charAt(start));
}
