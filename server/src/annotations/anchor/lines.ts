import { diffArrays } from 'diff';

/** Changed lines beyond which a comparison would take too long; what it would have told is then found by context. */
const MOST_CHANGED = 3000;
/** A shorter line says too little of itself: a rule, a date, a name. */
const LEAST_LENGTH = 24;

/** Where the lines of a base text that stand unchanged in a new one begin there. */
export class KeptLines {
  private readonly base: readonly number[];
  /** For each line of the base where it begins in the new text; -1 where it changed. */
  private readonly places: Int32Array;
  private readonly ends: readonly number[];

  constructor(base: string, text: string) {
    const before = linesOf(base);
    const after = linesOf(text);
    this.base = before.starts;
    this.ends = before.starts.map((start, index) => start + (before.lines[index]?.length ?? 0));
    this.places = new Int32Array(before.lines.length).fill(-1);
    const changes = diffArrays(before.lines, after.lines, { maxEditLength: MOST_CHANGED });
    if (changes === undefined) return;
    const once = new Map<string, boolean>();
    for (const line of after.lines) once.set(line, !once.has(line));
    // Of a line that stands twice a comparison keeps any one.
    const tells = (line: string) => line.length >= LEAST_LENGTH && once.get(line) === true;
    let from = 0;
    let to = 0;
    for (const { added, removed, count } of changes) {
      if (!added && !removed)
        for (let k = 0; k < count; k++)
          if (tells(before.lines[from + k] ?? '')) this.places[from + k] = after.starts[to + k] ?? -1;
      if (!added) from += count;
      if (!removed) to += count;
    }
  }

  /** Where a span of the base that lies in one kept line begins in the new text. */
  placeOf(start: number, end: number): number | undefined {
    let low = 0;
    let high = this.base.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.base[middle] ?? 0) <= start) low = middle;
      else high = middle - 1;
    }
    const place = this.places[low] ?? -1;
    if (place === -1 || end > (this.ends[low] ?? 0)) return undefined;
    return place + start - (this.base[low] ?? 0);
  }
}

function linesOf(text: string): { lines: string[]; starts: number[] } {
  const lines: string[] = [];
  const starts: number[] = [];
  let start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  for (const found of text.matchAll(/\r\n?|\n/g)) {
    lines.push(text.slice(start, found.index));
    starts.push(start);
    start = found.index + found[0].length;
  }
  lines.push(text.slice(start));
  starts.push(start);
  return { lines, starts };
}
