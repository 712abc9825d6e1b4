import type { Rule } from '../language.ts';
import type { Pattern } from './patterns.ts';

/** A state of the automaton that all patterns of a language make together. */
export interface State {
  readonly id: number;
  readonly edges: readonly Edge[];
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
export type Starts = readonly (readonly Edge[] | undefined)[];

interface Draft {
  readonly id: number;
  /** Ways on that read nothing. */
  readonly free: Draft[];
  readonly edges: { readonly class: number; readonly inside: boolean; readonly to: Draft }[];
  accept: Accept | undefined;
}

/**
 * Builds the automaton (Thompson's construction with the empty moves taken out). Its size grows with the patterns as
 * they are written, not with all the ways of reading them.
 */
export function automaton(
  patterns: readonly { readonly pattern: Pattern; readonly accept: Accept }[],
  classNumber: (name: string) => number,
): Starts {
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
  const states = new Map<Draft, { id: number; edges: Edge[]; accepts: Accept[] }>();
  const stateOf = (from: Draft) => {
    const known = states.get(from);
    if (known !== undefined) return known;
    const state = { id: states.size, edges: [] as Edge[], accepts: [] as Accept[] };
    states.set(from, state);
    const seen = new Set<Draft>();
    const visit = (at: Draft) => {
      if (seen.has(at)) return;
      seen.add(at);
      if (at.accept !== undefined) state.accepts.push(at.accept);
      for (const { class: id, inside, to } of at.edges) state.edges.push({ class: id, inside, to: stateOf(to) });
      for (const next of at.free) visit(next);
    };
    visit(from);
    return state;
  };
  const starts: Edge[][] = [];
  for (const edge of stateOf(start).edges) {
    const list = starts[edge.class] ?? [];
    list.push(edge);
    starts[edge.class] = list;
  }
  return starts;
}
