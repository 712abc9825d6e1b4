/** A mention by place and type, as people marked it or as the recogniser found it. */
export interface Marked {
  readonly start: number;
  readonly end: number;
  readonly type: string;
  /** How sure the recogniser was. */
  readonly score?: number;
}

/** Counts of one type: found, marked, and how many of the found are right. `half`: right type, other ends. */
export interface Counts {
  right: number;
  found: number;
  marked: number;
  half: number;
}

export interface Figures {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export function newCounts(): Counts {
  return { right: 0, found: 0, marked: 0, half: 0 };
}

export function exact({ right, found, marked }: Counts): Figures {
  return figures(right, found, marked);
}

/** A mention of the right type that overlaps what is marked counts half. */
export function partial({ right, half, found, marked }: Counts): Figures {
  return figures(right + half / 2, found, marked);
}

function figures(right: number, found: number, marked: number): Figures {
  const precision = found === 0 ? 0 : right / found;
  const recall = marked === 0 ? 0 : right / marked;
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

export interface Comparison {
  /** By type. */
  readonly counts: ReadonlyMap<string, Counts>;
  readonly all: Counts;
  readonly mistakes: readonly Mistake[];
}

/** What was found and is wrong, or is right and was not found; both where they overlap. */
export interface Mistake {
  readonly found: Marked | undefined;
  readonly right: Marked | undefined;
}

/** Compares what was found in a document with what is marked in it, of some types only. */
export function compare(marked: readonly Marked[], found: readonly Marked[], types: readonly string[]): Comparison {
  const counts = new Map(types.map((type) => [type, newCounts()]));
  const all = newCounts();
  const right = once(marked.filter(({ type }) => counts.has(type)));
  const seen = once(found.filter(({ type }) => counts.has(type)));
  const keys = new Set(right.map(keyOf));
  const seenKeys = new Set(seen.map(keyOf));
  const missed = new Set(right.filter((one) => !seenKeys.has(keyOf(one))));
  const count = (type: string, name: keyof Counts) => {
    all[name]++;
    (counts.get(type) as Counts)[name]++;
  };
  for (const { type } of right) count(type, 'marked');
  const mistakes: Mistake[] = [];
  const paired = new Set<Marked>();
  for (const one of seen) {
    count(one.type, 'found');
    if (keys.has(keyOf(one))) {
      count(one.type, 'right');
      continue;
    }
    const near = [...missed].filter((other) => other.start < one.end && one.start < other.end && !paired.has(other));
    const same = near.find(({ type }) => type === one.type) ?? near[0];
    if (same !== undefined) paired.add(same);
    if (same?.type === one.type) count(one.type, 'half');
    mistakes.push({ found: one, right: same });
  }
  for (const one of missed) if (!paired.has(one)) mistakes.push({ found: undefined, right: one });
  return { counts, all, mistakes };
}

export function addCounts(to: Counts, from: Counts): void {
  to.right += from.right;
  to.found += from.found;
  to.marked += from.marked;
  to.half += from.half;
}

function keyOf({ start, end, type }: Marked): string {
  return `${start} ${end} ${type}`;
}

function once(marked: readonly Marked[]): Marked[] {
  return [...new Map(marked.map((one) => [keyOf(one), one])).values()];
}
