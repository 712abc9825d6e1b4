import type { Problem } from '../text/problem.ts';
import type { Span } from '../text/span.ts';
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
 * says: only its places in the file are others.
 */
export class EntryReader<T extends { readonly span: Span; readonly id?: string }> {
  private readonly known = new WeakMap<YamlItem, Said<T>>();
  private readonly readOne: ReadEntry<T>;

  constructor(readOne: ReadEntry<T>) {
    this.readOne = readOne;
  }

  read(item: YamlItem, index: number, problems: Problem[]): T | undefined {
    const origin = originOf(item);
    const said = this.saidIn(origin.item, index);
    for (const problem of said.problems) problems.push(moved(problem, origin.by));
    return moved(said.value, origin.by);
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

/** A value with all places in it moved by `by`, at any depth: whatever has a start and an end. */
function moved<T>(value: T, by: number): T {
  return by === 0 ? value : (movedIn(value, by) as T);
}

function movedIn(value: unknown, by: number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  // Of texts the list stays the same one.
  if (Array.isArray(value)) return typeof value[0] === 'object' ? value.map((item) => movedIn(item, by)) : value;
  if (value instanceof Map) {
    const [first] = value.values();
    return typeof first === 'object' ? new Map([...value].map(([key, item]) => [key, movedIn(item, by)])) : value;
  }
  const { start, end } = value as Partial<Span>;
  if (typeof start === 'number' && typeof end === 'number') return { start: start + by, end: end + by };
  const result: Record<string, unknown> = { ...value };
  for (const key in result) if (typeof result[key] === 'object') result[key] = movedIn(result[key], by);
  return result;
}
