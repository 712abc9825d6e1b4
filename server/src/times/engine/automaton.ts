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

/**
 * A state of the patterns as they are written: what is left to read of one, and what comes behind it. Several may be
 * reached by the same parts. Where it leads is drawn when it is reached, since sub-patterns stand in sub-patterns.
 */
class Draft {
  readonly id: number;
  readonly accept: Accept | undefined;
  private readonly plan: Plan;
  private readonly pattern: Pattern;
  private readonly at: number;
  private readonly next: Draft | undefined;
  private freely: readonly Draft[] | undefined;
  private way: DraftEdge | undefined;

  constructor(plan: Plan, pattern: Pattern, at: number, next: Draft | undefined, accept?: Accept) {
    this.id = plan.drafts++;
    this.plan = plan;
    this.pattern = pattern;
    this.at = at;
    this.next = next;
    this.accept = accept;
  }

  /** States that are reached from it without reading anything. */
  get free(): readonly Draft[] {
    this.freely ??= this.draw();
    return this.freely;
  }

  /** What it reads, and where that leads. */
  get edge(): DraftEdge | undefined {
    this.freely ??= this.draw();
    return this.way;
  }

  private draw(): readonly Draft[] {
    const { plan, pattern, at } = this;
    const node = pattern[at];
    if (node === undefined) return this.next === undefined ? [] : [this.next];
    const behind = new Draft(plan, pattern, at + 1, this.next);
    if (node.kind === 'choice') return node.options.map((option) => new Draft(plan, option, 0, behind));
    this.way = { class: plan.classNumber(node.name), inside: node.inside, to: behind };
    return [];
  }
}

interface DraftEdge {
  readonly class: number;
  readonly inside: boolean;
  readonly to: Draft;
}

interface Plan {
  drafts: number;
  readonly classNumber: (name: string) => number;
}

/**
 * Builds the automaton: Thompson's construction, made deterministic by the subset construction, both as far as texts go
 * through it. Its size grows with the patterns as they are written, not with all the ways of reading them.
 */
export function automaton(
  patterns: readonly { readonly pattern: Pattern; readonly accept: Accept }[],
  classNumber: (name: string) => number,
): Automaton {
  const plan: Plan = { drafts: 0, classNumber };
  const first = new Set<Draft>();
  for (const { pattern, accept } of patterns) {
    // Each end is a state of its own, so that it says which rule it is of.
    const last = new Draft(plan, [], 0, undefined, accept);
    addReached(new Draft(plan, pattern, 0, last), first);
  }
  return { starts: new States().of(first).ways };
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
    this.drafts = drafts.filter(({ edge }) => edge !== undefined);
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
    const reached = new Map<number, { class: number; inside: boolean; to: Draft[] }>();
    for (const { edge } of this.drafts) {
      if (edge === undefined) continue;
      const { class: id, inside, to } = edge;
      const key = id * 2 + (inside ? 1 : 0);
      let way = reached.get(key);
      if (way === undefined) {
        way = { class: id, inside, to: [] };
        reached.set(key, way);
      }
      way.to.push(to);
    }
    const ways = new Map<number, Edge[]>();
    for (const { class: id, inside, to } of reached.values()) {
      const edge = new LazyEdge(id, inside, to, this.states);
      const same = ways.get(id);
      if (same === undefined) ways.set(id, [edge]);
      else same.push(edge);
    }
    return ways;
  }
}

class LazyEdge implements Edge {
  readonly class: number;
  readonly inside: boolean;
  private readonly drafts: readonly Draft[];
  private readonly states: States;
  private state: State | undefined;

  constructor(id: number, inside: boolean, drafts: readonly Draft[], states: States) {
    this.class = id;
    this.inside = inside;
    this.drafts = drafts;
    this.states = states;
  }

  get to(): State {
    if (this.state === undefined) {
      const reached = new Set<Draft>();
      for (const draft of this.drafts) addReached(draft, reached);
      this.state = this.states.of(reached);
    }
    return this.state;
  }
}

/** All that is reached from a draft without reading anything, itself included. */
function addReached(from: Draft, all: Set<Draft>): void {
  if (all.has(from)) return;
  all.add(from);
  for (const next of from.free) addReached(next, all);
}
