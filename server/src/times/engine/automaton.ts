import type { Rule } from '../language.ts';
import type { Pattern } from './patterns.ts';

/**
 * A state of the automaton that all patterns of a language make together. Where it leads is worked out when first asked
 * for: a text goes through a small part of thousands of states, and nobody waits for the rest.
 */
export interface State {
  readonly id: number;
  /** The rules whose patterns end here, and their positions among the rules. */
  readonly accepts: readonly Accept[];
  /** Whether it leads anywhere. */
  readonly goesOn: boolean;
  /** All that it leads to, by the class of the part that is read. */
  readonly ways: ReadonlyMap<number, readonly Edge[]>;
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
  readonly starts: ReadonlyMap<number, readonly Edge[]>;
}

/** A state of the patterns as they are written: several may be reached by the same parts. */
interface Draft {
  readonly id: number;
  /** Ways on that read nothing. */
  readonly free: Draft[];
  readonly edges: { readonly class: number; readonly inside: boolean; readonly to: Draft }[];
  accept: Accept | undefined;
}

/**
 * Builds the automaton: Thompson's construction, made deterministic by the subset construction as far as texts go through
 * it. Its size grows with the patterns as they are written, not with all the ways of reading them.
 */
export function automaton(
  patterns: readonly { readonly pattern: Pattern; readonly accept: Accept }[],
  classNumber: (name: string) => number,
): Automaton {
  const start = drawn(patterns, classNumber);
  const first = new Set<Draft>();
  addReached(start, first);
  return { starts: new States().of(first).ways };
}

function drawn(
  patterns: readonly { readonly pattern: Pattern; readonly accept: Accept }[],
  classNumber: (name: string) => number,
): Draft {
  let count = 0;
  const draft = (): Draft => ({ id: count++, free: [], edges: [], accept: undefined });
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
  return start;
}

/** Ways that read the same are one state, so that a word is followed once. */
class States {
  private readonly known = new Map<string, State>();

  of(drafts: ReadonlySet<Draft>): State {
    const ids: number[] = [];
    for (const { id } of drafts) ids.push(id);
    const key = ids.sort((a, b) => a - b).join(' ');
    let state = this.known.get(key);
    if (state === undefined) {
      state = new LazyState(this.known.size, [...drafts], this);
      this.known.set(key, state);
    }
    return state;
  }
}

class LazyState implements State {
  readonly id: number;
  readonly accepts: readonly Accept[];
  readonly goesOn: boolean;
  private readonly drafts: readonly Draft[];
  private readonly states: States;
  private found: ReadonlyMap<number, readonly Edge[]> | undefined;

  constructor(id: number, drafts: readonly Draft[], states: States) {
    this.id = id;
    this.states = states;
    this.drafts = drafts.filter(({ edges }) => edges.length > 0);
    this.goesOn = this.drafts.length > 0;
    const accepts = new Map<number, Accept>();
    for (const { accept } of drafts) if (accept !== undefined) accepts.set(accept.order, accept);
    this.accepts = [...accepts.values()];
  }

  get ways(): ReadonlyMap<number, readonly Edge[]> {
    this.found ??= this.find();
    return this.found;
  }

  private find(): Map<number, readonly Edge[]> {
    const reached = new Map<number, { class: number; inside: boolean; to: Set<Draft> }>();
    for (const { edges } of this.drafts)
      for (const { class: id, inside, to } of edges) {
        const key = id * 2 + (inside ? 1 : 0);
        let way = reached.get(key);
        if (way === undefined) {
          way = { class: id, inside, to: new Set() };
          reached.set(key, way);
        }
        addReached(to, way.to);
      }
    const ways = new Map<number, Edge[]>();
    for (const { class: id, inside, to } of reached.values()) {
      const edge: Edge = { class: id, inside, to: this.states.of(to) };
      const same = ways.get(id);
      if (same === undefined) ways.set(id, [edge]);
      else same.push(edge);
    }
    return ways;
  }
}

/** All that is reached from a draft without reading anything, itself included. */
function addReached(from: Draft, all: Set<Draft>): void {
  if (all.has(from)) return;
  all.add(from);
  for (const next of from.free) addReached(next, all);
}
