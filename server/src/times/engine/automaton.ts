import type { Rule } from '../language.ts';
import type { Pattern } from './patterns.ts';

/** A state of the automaton that all patterns of a language make together. */
export interface State {
  readonly id: number;
  readonly edges: readonly Edge[];
  /** Its edges by their classes. */
  readonly ways: ReadonlyMap<number, readonly Edge[]>;
  /** The rule whose pattern ends here, and its position among the rules. */
  readonly accepts: readonly Accept[];
}

/** What a part of some class leads to. */
export interface Edge {
  readonly class: number;
  readonly inside: boolean;
  readonly to: State;
}

export interface Accept {
  readonly rule: Rule;
  /** The smallest wins between equally long matches. */
  readonly order: number;
}

/** The automaton: where it begins, by the class of the first part, so that words that begin nothing cost one look-up. */
export interface Automaton {
  readonly starts: readonly (readonly Edge[] | undefined)[];
  /** States; their numbers are below it. */
  readonly size: number;
}

interface Draft {
  readonly id: number;
  /** Ways on that read nothing. */
  readonly free: Draft[];
  readonly edges: { readonly class: number; readonly inside: boolean; readonly to: Draft }[];
  accept: Accept | undefined;
}

/**
 * Builds the automaton: Thompson's construction, made deterministic. Its size grows with the patterns as they are written,
 * not with all the ways of reading them.
 */
export function automaton(
  patterns: readonly { readonly pattern: Pattern; readonly accept: Accept }[],
  classNumber: (name: string) => number,
): Automaton {
  const drafts: Draft[] = [];
  const draft = (): Draft => {
    const made: Draft = { id: drafts.length, free: [], edges: [], accept: undefined };
    drafts.push(made);
    return made;
  };
  const draw = (pattern: Pattern, from: Draft): Draft => {
    let at = from;
    for (const node of pattern) {
      const next = draft();
      if (node.kind === 'class') at.edges.push({ class: classNumber(node.name), inside: node.inside, to: next });
      else for (const option of node.options) draw(option, at).free.push(next);
      at = next;
    }
    return at;
  };
  const start = draft();
  for (const { pattern, accept } of patterns) {
    const end = draw(pattern, start);
    if (end === start) continue;
    // Each end is a state of its own, so that it says which rule it is of.
    const last = draft();
    last.accept = accept;
    end.free.push(last);
  }
  // Ways that read the same are one state (the subset construction), so that a word is followed once.
  const states = new Map<string, { id: number; edges: Edge[]; ways: Map<number, Edge[]>; accepts: Accept[] }>();
  const stateOf = (drafted: ReadonlySet<Draft>): State => {
    const key = [...drafted]
      .map(({ id }) => id)
      .sort((a, b) => a - b)
      .join(' ');
    const known = states.get(key);
    if (known !== undefined) return known;
    const state = { id: states.size, edges: [] as Edge[], ways: new Map<number, Edge[]>(), accepts: [] as Accept[] };
    states.set(key, state);
    const next = new Map<number, { class: number; inside: boolean; to: Set<Draft> }>();
    for (const { accept, edges } of drafted) {
      if (accept !== undefined && !state.accepts.some(({ order }) => order === accept.order))
        state.accepts.push(accept);
      for (const { class: id, inside, to } of edges) {
        const same = id * 2 + (inside ? 1 : 0);
        const way = next.get(same) ?? { class: id, inside, to: new Set() };
        next.set(same, way);
        addReached(to, way.to);
      }
    }
    for (const { class: id, inside, to } of next.values()) {
      const edge = { class: id, inside, to: stateOf(to) };
      state.edges.push(edge);
      const same = state.ways.get(id);
      if (same === undefined) state.ways.set(id, [edge]);
      else same.push(edge);
    }
    return state;
  };
  const first = new Set<Draft>();
  addReached(start, first);
  const starts: (readonly Edge[])[] = [];
  for (const [id, edges] of stateOf(first).ways) starts[id] = edges;
  return { starts, size: states.size };
}

/** All that is reached from a draft without reading anything, itself included. */
function addReached(from: Draft, all: Set<Draft>): void {
  if (all.has(from)) return;
  all.add(from);
  for (const next of from.free) addReached(next, all);
}
