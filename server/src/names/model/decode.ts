import { BEFORE, BEGIN, END, LABELS, mayBegin, mayEnd, OUTSIDE, partOf, SINGLE } from './labels.ts';

/** Weights of a label behind another, in rows by the label before. */
export type Transitions = Float32Array;

const NEVER = -1e30;
/** A share that changes no score that anybody sees. */
const NEGLIGIBLE = 1e-15;

/** Labels behind which no mention stands open, and labels that go on with one. */
const CLOSED: readonly number[] = Array.from({ length: LABELS }, (_, label) => label).filter(mayEnd);
const GOES_ON = Uint8Array.from({ length: LABELS }, (_, label) => (mayBegin(label) ? 0 : 1));

/** The best labels for words `first` to before `next` of `emissions` (a row of {@link LABELS} a word). */
export class Decoder {
  private readonly transitions: Transitions;
  private readonly factors: Float64Array;
  private back = new Uint8Array(0);
  private alpha = new Float64Array(0);
  private beta = new Float64Array(0);
  private scale = new Float64Array(0);
  private likely = new Float64Array(0);
  private readonly row = new Float32Array(LABELS);
  private readonly last = new Float32Array(LABELS);
  private readonly closed = new Uint8Array(LABELS);
  /** Between the best and the worst transition from a label that may end. */
  private readonly spread: number;

  constructor(transitions: Transitions) {
    this.transitions = transitions;
    this.factors = Float64Array.from(transitions, Math.exp);
    let least = Number.POSITIVE_INFINITY;
    let most = Number.NEGATIVE_INFINITY;
    for (const before of CLOSED)
      for (let label = 0; label < LABELS; label++) {
        if (GOES_ON[label] === 1) continue;
        least = Math.min(least, transitions[before * LABELS + label] as number);
        most = Math.max(most, transitions[before * LABELS + label] as number);
      }
    this.spread = most - least;
  }

  best(emissions: Float32Array, first: number, next: number, labels: Uint8Array): void {
    const count = next - first;
    if (count <= 0) return;
    this.grow(count);
    const { back, row, last, transitions, closed } = this;
    for (let label = 0; label < LABELS; label++)
      last[label] = mayBegin(label) ? (emissions[first * LABELS + label] as number) : NEVER;
    for (let i = 1; i < count; i++) {
      const from = (first + i) * LABELS;
      // Whatever comes next, a label so far behind the best one is not the one before it.
      let most = NEVER * 2;
      for (let k = 0; k < CLOSED.length; k++) most = Math.max(most, last[CLOSED[k] as number] as number);
      let open = 0;
      for (let k = 0; k < CLOSED.length; k++)
        if ((last[CLOSED[k] as number] as number) >= most - this.spread) closed[open++] = CLOSED[k] as number;
      for (let label = 0; label < LABELS; label++) {
        const goesOn = GOES_ON[label] === 1;
        const allowed = goesOn ? (BEFORE[label] as Uint8Array) : closed;
        const many = goesOn ? allowed.length : open;
        let best = NEVER * 2;
        let choice = 0;
        for (let k = 0; k < many; k++) {
          const before = allowed[k] as number;
          const score = (last[before] as number) + (transitions[before * LABELS + label] as number);
          if (score > best) {
            best = score;
            choice = before;
          }
        }
        row[label] = best + (emissions[from + label] as number);
        back[i * LABELS + label] = choice;
      }
      last.set(row);
    }
    let label = 0;
    let best = NEVER * 2;
    for (let k = 0; k < LABELS; k++) {
      if (!mayEnd(k) || (last[k] as number) <= best) continue;
      best = last[k] as number;
      label = k;
    }
    for (let i = count - 1; i >= 0; i--) {
      labels[first + i] = label;
      label = back[i * LABELS + label] as number;
    }
  }

  /** Reads a sentence for {@link probability}. */
  weigh(emissions: Float32Array, first: number, next: number): void {
    const count = next - first;
    if (count <= 0) return;
    this.grow(count);
    const { alpha, beta, scale, likely, factors, closed } = this;
    for (let i = 0; i < count; i++) {
      const from = (first + i) * LABELS;
      let most = NEVER;
      for (let label = 0; label < LABELS; label++) most = Math.max(most, emissions[from + label] as number);
      for (let label = 0; label < LABELS; label++)
        likely[i * LABELS + label] = Math.exp((emissions[from + label] as number) - most);
    }
    for (let i = 0; i < count; i++) {
      let sum = 0;
      const above = (i - 1) * LABELS;
      let open = 0;
      // Those of no account are left out; the values of a word add up to 1.
      if (i > 0)
        for (let k = 0; k < CLOSED.length; k++)
          if ((alpha[above + (CLOSED[k] as number)] as number) > NEGLIGIBLE) closed[open++] = CLOSED[k] as number;
      for (let label = 0; label < LABELS; label++) {
        let value = 0;
        if (i === 0) value = mayBegin(label) ? 1 : 0;
        else {
          const goesOn = GOES_ON[label] === 1;
          const allowed = goesOn ? (BEFORE[label] as Uint8Array) : closed;
          const many = goesOn ? allowed.length : open;
          for (let k = 0; k < many; k++) {
            const before = allowed[k] as number;
            value += (alpha[above + before] as number) * (factors[before * LABELS + label] as number);
          }
        }
        value *= likely[i * LABELS + label] as number;
        alpha[i * LABELS + label] = value;
        sum += value;
      }
      scale[i] = sum;
      for (let label = 0; label < LABELS; label++)
        alpha[i * LABELS + label] = (alpha[i * LABELS + label] as number) / sum;
    }
    let total = 0;
    for (let label = 0; label < LABELS; label++) {
      const open = mayEnd(label) ? 1 : 0;
      beta[(count - 1) * LABELS + label] = open;
      total += open * (alpha[(count - 1) * LABELS + label] as number);
    }
    for (let label = 0; label < LABELS; label++)
      beta[(count - 1) * LABELS + label] = (beta[(count - 1) * LABELS + label] as number) / total;
    for (let i = count - 2; i >= 0; i--) {
      const to = (i + 1) * LABELS;
      for (let label = 0; label < LABELS; label++) beta[i * LABELS + label] = 0;
      for (let label = 0; label < LABELS; label++) {
        const value = ((likely[to + label] as number) * (beta[to + label] as number)) / (scale[i + 1] as number);
        if (value < NEGLIGIBLE) continue;
        const allowed = BEFORE[label] as Uint8Array;
        for (let k = 0; k < allowed.length; k++) {
          const before = allowed[k] as number;
          beta[i * LABELS + before] =
            (beta[i * LABELS + before] as number) + value * (factors[before * LABELS + label] as number);
        }
      }
    }
  }

  /** How likely exactly this mention is, words `from` to before `to` counted from the first of the sentence. */
  probability(kind: number, from: number, to: number): number {
    const { alpha, beta, scale, likely, factors } = this;
    const base = 4 * kind;
    const begin = base + (to - from === 1 ? SINGLE : BEGIN);
    let value = alpha[from * LABELS + begin] as number;
    let label = begin;
    for (let i = from + 1; i < to; i++) {
      const next = base + (i === to - 1 ? END : BEGIN + 1);
      value *=
        ((factors[label * LABELS + next] as number) * (likely[i * LABELS + next] as number)) / (scale[i] as number);
      label = next;
    }
    return Math.min(1, value * (beta[(to - 1) * LABELS + label] as number));
  }

  /** How likely a label is at word `i` of the sentence. */
  marginal(i: number, label: number): number {
    return (this.alpha[i * LABELS + label] as number) * (this.beta[i * LABELS + label] as number);
  }

  private grow(count: number): void {
    if (this.back.length >= count * LABELS) return;
    const size = Math.max(64, count * 2);
    this.back = new Uint8Array(size * LABELS);
    this.alpha = new Float64Array(size * LABELS);
    this.beta = new Float64Array(size * LABELS);
    this.likely = new Float64Array(size * LABELS);
    this.scale = new Float64Array(size);
  }
}

/** Calls `found` for each mention that the labels give. */
export function eachMention(
  labels: Uint8Array,
  first: number,
  next: number,
  found: (kind: number, from: number, to: number) => void,
): void {
  let begin = first;
  for (let i = first; i < next; i++) {
    const label = labels[i] as number;
    if (label === OUTSIDE) continue;
    const part = partOf(label);
    if (part === BEGIN || part === SINGLE) begin = i;
    if (part === END || part === SINGLE) found((label - 1) >> 2, begin, i + 1);
  }
}
