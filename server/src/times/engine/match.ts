import type { Token } from '../../text/tokens.ts';
import type { Fields, MatchView, Rule } from '../language.ts';
import type { Edge, State } from './automaton.ts';
import { type Cell, cellsOf, type Passage } from './cells.ts';
import type { Grammar } from './grammar.ts';
import { isCapital } from './lexicon.ts';
import { wordOf } from './numerals.ts';
import { type Part, type PlacedPart, partsAt } from './parts.ts';
import { FARTHEST } from './scratch.ts';
import { tenseAround } from './surroundings.ts';

/** An expression that a pattern found. */
export interface Match {
  readonly rule: Rule;
  /** Cells of the expression, half-open. */
  readonly first: number;
  readonly last: number;
  /** All parts of the pattern in order, those of the surroundings that it asked for too. */
  readonly parts: readonly PlacedPart[];
}

/** All expressions of a text from left to right, without overlaps: the longest that begins first wins. */
export function matches(
  grammar: Grammar,
  text: string,
  tokens: readonly Token[],
): { cells: readonly Cell[]; found: Match[] } {
  const { lexicon } = grammar;
  const cells = cellsOf(text, tokens, (all, start, end) => lexicon.isKnown(all, start, end));
  const passage = { text, cells, places: lexicon.places(text, cells) };
  let matcher: Matcher | undefined;
  const found: Match[] = [];
  for (let at = 0; at < cells.length; ) {
    if (!grammar.lookahead.mayMatch(passage, at)) {
      at++;
      continue;
    }
    matcher ??= new Matcher(grammar, passage);
    const match = matcher.at(at);
    if (match === undefined) {
      at++;
      continue;
    }
    // Surroundings at its front may hide a longer expression that begins where this one does.
    const own = match.first > at ? matcher.at(match.first) : undefined;
    const best = own !== undefined && own.last > match.last ? own : match;
    found.push(best);
    at = Math.max(best.last, at + 1);
  }
  return { cells, found };
}

type Candidate = Match & { readonly order: number };

class Matcher {
  readonly grammar: Grammar;
  readonly passage: Passage;
  private readonly cells: readonly Cell[];
  /** The way through the automaton to where the search stands. */
  private readonly way: Part[] = [];
  private open = -1;
  private close = -1;
  private candidates: Candidate[] = [];

  constructor(grammar: Grammar, passage: Passage) {
    this.grammar = grammar;
    this.passage = passage;
    this.cells = passage.cells;
    grammar.known.clear();
  }

  at(index: number): Match | undefined {
    const parts = this.partsOf(index);
    if (parts.length === 0) return undefined;
    if (this.candidates.length > 0) this.candidates = [];
    this.grammar.visited.begin();
    for (const part of parts) {
      const edges = this.grammar.automaton.starts.get(part.class);
      if (edges !== undefined) for (const edge of edges) this.follow(edge, part, index, index);
    }
    if (this.candidates.length === 0) return undefined;
    this.candidates.sort((a, b) => b.last - b.first - (a.last - a.first) || a.order - b.order);
    return this.candidates.find(
      ({ rule, first, last, parts }) => rule.when === undefined || rule.when(new View(this, rule, first, last, parts)),
    );
  }

  private walk(state: State, index: number, start: number): void {
    for (const { rule, order } of state.accepts)
      if (this.open >= 0)
        this.candidates.push({ rule, order, first: this.open, last: this.close, parts: placed(this.way, start) });
    if (!state.goesOn || index >= this.cells.length) return;
    const parts = this.partsOf(index);
    if (parts.length === 0 || !this.isNear(index)) return;
    for (const part of parts) {
      const edges = state.ways.get(part.class);
      if (edges !== undefined) for (const edge of edges) this.follow(edge, part, index, start);
    }
  }

  private follow(edge: Edge, part: Part, index: number, start: number): void {
    const end = index + part.length;
    // States that were reached at a cell: the first way there is the one that counts.
    if (end - start >= FARTHEST || this.grammar.visited.wasAt(edge.to.id, end - start, edge.inside)) return;
    const [open, close] = [this.open, this.close];
    if (edge.inside) {
      if (open < 0) this.open = index;
      this.close = end;
    }
    this.way.push(part);
    this.walk(edge.to, end, start);
    this.way.pop();
    this.open = open;
    this.close = close;
  }

  /** A hard line end may be followed by an indent; a wider gap parts. */
  private isNear(index: number): boolean {
    return (this.cells[index] as Cell).start - (this.cells[index - 1] as Cell).end <= 12;
  }

  partsOf(index: number): readonly Part[] {
    const { known } = this.grammar;
    let parts = known.get(index);
    if (parts === undefined) {
      parts = partsAt(this.grammar, this.passage, index);
      known.set(index, parts);
    }
    return parts;
  }
}

/**
 * A class, since an object with a getter of its own has a hidden class of its own, which keeps the text alive until all of
 * memory is swept.
 */
class View implements MatchView {
  readonly fields: Fields;
  readonly written: string;
  readonly startsSentence: boolean;
  readonly characterBefore: string;
  readonly characterAfter: string;
  private readonly matcher: Matcher;
  private readonly first: number;
  private readonly last: number;

  constructor(matcher: Matcher, rule: Rule, first: number, last: number, parts: readonly Part[]) {
    const { text, cells } = matcher.passage;
    const start = (cells[first] as Cell).start;
    const end = (cells[last - 1] as Cell).end;
    this.matcher = matcher;
    this.first = first;
    this.last = last;
    this.fields = fieldsOf(parts, rule.fields);
    this.written = text.slice(start, end);
    this.startsSentence = first === 0 || /^[.!?]+$/.test(this.word(first - 1));
    this.characterBefore = text.charAt(start - 1);
    this.characterAfter = text.charAt(end);
  }

  // Rules take them out of the view, so they know it by themselves.
  readonly before = (distance: number) => this.word(this.first - distance);
  readonly after = (distance: number) => this.word(this.last - 1 + distance);
  readonly isBefore = (distance: number, name: string) => this.belongs(this.first - distance, name);
  readonly isAfter = (distance: number, name: string) => this.belongs(this.last - 1 + distance, name);
  readonly isCapitalBefore = (distance: number) => this.isCapital(this.first - distance);
  readonly isCapitalAfter = (distance: number) => this.isCapital(this.last - 1 + distance);

  get tense(): MatchView['tense'] {
    const { grammar, passage } = this.matcher;
    return tenseAround(grammar, passage.text, passage.cells, this.first, this.last);
  }

  private word(index: number): string {
    const { text, cells } = this.matcher.passage;
    return wordOf(text, cells[index]);
  }

  private belongs(index: number, name: string): boolean {
    // Beside the text there is nothing.
    if (index < 0 || index >= this.matcher.passage.cells.length) return false;
    const id = this.matcher.grammar.lexicon.number(name);
    return this.matcher.partsOf(index).some((part) => part.class === id);
  }

  private isCapital(index: number): boolean {
    const { text, cells } = this.matcher.passage;
    const cell = cells[index];
    return cell !== undefined && cell.kind === 'word' && isCapital(text, cell);
  }
}

/** What the parts of a match say together; the rule's own fields are what the parts do not say. */
export function fieldsOf(parts: readonly Part[], own: Fields | undefined): Fields {
  const fields: Record<string, string | number> = { ...own };
  for (const { field, value } of parts) if (field !== undefined) fields[field] = value;
  return fields as Fields;
}

function placed(parts: readonly Part[], start: number): PlacedPart[] {
  let end = start;
  return parts.map((part) => {
    end += part.length;
    return { class: part.class, field: part.field, value: part.value, length: part.length, end };
  });
}
