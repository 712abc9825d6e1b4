import type { Problem } from '../text/problem.ts';
import { type Span, shift } from '../text/span.ts';
import type { YamlItem, YamlNode } from '../yaml/read.ts';
import { originOf } from '../yaml/reread.ts';

/** What an entry says; undefined, with a problem, where it cannot be used at all. */
export type ReadEntry<T> = (node: YamlNode, index: number, problems: Problem[]) => T | undefined;

interface Said<T> {
  readonly value: T | undefined;
  readonly problems: readonly Problem[];
  readonly index: number;
}

/**
 * Reads the entries of lists. Of an entry that a later reading of the file has from an earlier one it is known what it
 * says: only its place in the file is another.
 */
export class EntryReader<T extends { readonly span: Span; readonly id?: string }> {
  private readonly known = new WeakMap<YamlItem, Said<T>>();
  private readonly readOne: ReadEntry<T>;
  private readonly move: (value: T, by: number) => T;

  /** @param move gives what an entry says with all its places moved. */
  constructor(readOne: ReadEntry<T>, move: (value: T, by: number) => T) {
    this.readOne = readOne;
    this.move = move;
  }

  read(item: YamlItem, index: number, problems: Problem[]): T | undefined {
    const origin = originOf(item);
    const said = this.saidIn(origin.item, index);
    for (const problem of said.problems) problems.push(moveProblem(problem, origin.by));
    return said.value === undefined || origin.by === 0 ? said.value : this.move(said.value, origin.by);
  }

  private saidIn(item: YamlItem, index: number): Said<T> {
    const known = this.known.get(item);
    // One without an id is called by its number.
    if (known !== undefined && (known.index === index || !known.value?.id?.startsWith('#'))) return known;
    const problems: Problem[] = [];
    const said = { value: this.readOne(item.value, index, problems), problems, index };
    this.known.set(item, said);
    return said;
  }
}

function moveProblem(problem: Problem, by: number): Problem {
  return by === 0 ? problem : { ...problem, span: shift(problem.span, by) };
}

export function moveSpan(span: Span | undefined, by: number): Span | undefined {
  return span && shift(span, by);
}
