import type { Span } from '../text/span.ts';

/** Passages that are remembered. */
const MOST = 50;
/** Larger ones are compared with the text in which they stood, as a whole. */
const LARGEST = 200_000;
/** A shorter passage says too little of itself to be known later than right after it was cut. */
const LONG = 40;

/** A passage that was cut out, with the entries that stood in it by their number, and where in it. */
interface Cut {
  readonly text: string;
  readonly inside: ReadonlyMap<number, readonly Span[]>;
  /** Messages since. */
  age: number;
}

/** A passage that came in with the message that is under way. */
interface Pasted {
  readonly text: string;
  readonly start: number;
}

/**
 * What was cut out of a text and comes in again is the same: its annotations go with it, whatever stands around it. Editors
 * cut first and paste then, or, to move a line, write it anew and take the old one away.
 */
export class CutPassages {
  private cuts: Cut[] = [];
  private pasted: Pasted[] = [];

  /** Text came in at `start`: where the entries stand now that were cut out with it. */
  cameIn(text: string, start: number): ReadonlyMap<number, readonly Span[]> {
    const found = new Map<number, readonly Span[]>();
    if (text.length > LARGEST) return found;
    for (const cut of this.cuts) {
      const at = onlyPlace(text, cut.text);
      if (at === undefined) continue;
      for (const [index, spans] of cut.inside) found.set(index, moved(spans, start + at));
    }
    if (text.length > 1) this.pasted.push({ text, start });
    return found;
  }

  /** Text went: where the entries that stood in it stand, if it came in elsewhere with the same message. */
  went(text: string, inside: ReadonlyMap<number, readonly Span[]>): ReadonlyMap<number, readonly Span[]> {
    const found = new Map<number, readonly Span[]>();
    if (text.length > LARGEST) return found;
    const copy = this.pasted.find((one) => onlyPlace(one.text, text) !== undefined);
    if (copy !== undefined) {
      const at = copy.start + (onlyPlace(copy.text, text) ?? 0);
      for (const [index, spans] of inside) found.set(index, moved(spans, at));
      return found;
    }
    this.cuts.push({ text, inside, age: 0 });
    if (this.cuts.length > MOST) this.cuts.shift();
    return found;
  }

  /** What came in before moves with the text. */
  replaced(start: number, end: number, length: number): void {
    this.pasted = this.pasted.flatMap((one) => {
      if (start >= one.start + one.text.length) return [one];
      return end <= one.start ? [{ ...one, start: one.start + length - (end - start) }] : [];
    });
  }

  endMessage(): void {
    this.pasted = [];
    for (const cut of this.cuts) cut.age++;
    this.cuts = this.cuts.filter(({ age, text }) => age <= 1 || text.length >= LONG);
  }

  /** The entries are others now. */
  forget(): void {
    this.cuts = [];
    this.pasted = [];
  }
}

function onlyPlace(text: string, passage: string): number | undefined {
  const at = text.indexOf(passage);
  return at === -1 || text.includes(passage, at + 1) ? undefined : at;
}

function moved(spans: readonly Span[], by: number): Span[] {
  return spans.map(({ start, end }) => ({ start: start + by, end: end + by }));
}
