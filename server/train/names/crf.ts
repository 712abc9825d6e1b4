import { BEFORE, LABELS, mayBegin, mayEnd } from '../../src/names/model/labels.ts';
import { randomFrom, shuffle } from './random.ts';

/** A sentence as the trainer sees it: numbers of features, word by word. */
export interface Sample {
  readonly count: number;
  /** Where the features of a word begin in `features`; one entry more than words. */
  readonly offsets: Int32Array;
  readonly features: Int32Array;
  /** The same for what the document says; undefined where it says nothing. */
  readonly more: { readonly offsets: Int32Array; readonly features: Int32Array } | undefined;
  /** Number of the set of labels that each word may have. */
  readonly allowed: Int32Array;
  /** How much the sample counts. */
  readonly weight: number;
}

export interface Settings {
  readonly epochs: number;
  readonly rate: number;
  /** L1: how strongly weights that hardly help are drawn to nothing. */
  readonly lasso: number;
  /** Share of the features that a visit leaves out, so that no feature relies on another. */
  readonly drop: number;
  readonly seed: number;
  readonly log?: (line: string) => void;
}

export interface Weights {
  readonly features: Float32Array;
  readonly transitions: Float32Array;
}

const TINY = 1e-3;

/**
 * A linear-chain conditional random field over sets of allowed labels: pushes up what a corpus allows against all that
 * is possible, so that what it does not mark teaches nothing. AdaGrad with lazy L1, one sentence at a time.
 */
export function train(
  samples: readonly Sample[],
  featureCount: number,
  sets: readonly Uint8Array[],
  settings: Settings,
): Weights {
  const { epochs, rate, lasso, drop, seed } = settings;
  const weights = new Float32Array(featureCount * LABELS);
  const squares = new Float32Array(featureCount * LABELS).fill(0.1);
  const seen = new Int32Array(featureCount);
  const transitions = new Float32Array(LABELS * LABELS);
  const transitionSquares = new Float32Array(LABELS * LABELS).fill(1);
  // The mean over the later epochs is steadier than where the last one happens to end.
  const sum = new Float32Array(weights.length);
  const transitionSum = new Float32Array(transitions.length);
  let summed = 0;
  const random = randomFrom(seed);
  const order = Int32Array.from(samples, (_, i) => i);
  const lattice = new Lattice();
  const penalty = lasso / samples.length;
  let step = 0;
  const shrink = (feature: number) => {
    const lag = step - (seen[feature] as number);
    seen[feature] = step;
    if (lag <= 0 || penalty === 0) return;
    const by = rate * penalty * lag;
    for (let at = feature * LABELS; at < (feature + 1) * LABELS; at++) {
      const weight = weights[at] as number;
      if (weight === 0) continue;
      const less = Math.abs(weight) - by / Math.sqrt(squares[at] as number);
      weights[at] = less <= 0 ? 0 : weight > 0 ? less : -less;
    }
  };
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    let loss = 0;
    for (const index of order) {
      const sample = samples[index] as Sample;
      step++;
      const withMore = sample.more !== undefined && random() < 0.5;
      const size = sample.features.length + (withMore ? (sample.more as { features: Int32Array }).features.length : 0);
      lattice.start(sample.count, size);
      const { emissions, active, ends } = lattice;
      let used = 0;
      for (let i = 0; i < sample.count; i++) {
        used = take(sample.offsets, sample.features, i, used);
        if (withMore && sample.more !== undefined) used = take(sample.more.offsets, sample.more.features, i, used);
        ends[i] = used;
      }
      loss += sample.weight * lattice.run(transitions, sample.allowed, sets);
      const { delta } = lattice;
      let at = 0;
      for (let i = 0; i < sample.count; i++) {
        const end = ends[i] as number;
        let live = 0;
        for (let label = 0; label < LABELS; label++) {
          const d = (delta[i * LABELS + label] as number) * sample.weight;
          delta[i * LABELS + label] = d;
          if (Math.abs(d) > TINY) lattice.live[live++] = label;
        }
        if (live === 0) {
          at = end;
          continue;
        }
        for (; at < end; at++) {
          const row = (active[at] as number) * LABELS;
          for (let k = 0; k < live; k++) {
            const label = lattice.live[k] as number;
            const d = delta[i * LABELS + label] as number;
            const square = (squares[row + label] as number) + d * d;
            squares[row + label] = square;
            weights[row + label] = (weights[row + label] as number) - (rate * d) / Math.sqrt(square);
          }
        }
      }
      for (let k = 0; k < transitions.length; k++) {
        const d = (lattice.transitionDelta[k] as number) * sample.weight;
        if (d === 0) continue;
        const square = (transitionSquares[k] as number) + d * d;
        transitionSquares[k] = square;
        transitions[k] = (transitions[k] as number) - (rate * d) / Math.sqrt(square);
      }

      function take(offsets: Int32Array, features: Int32Array, i: number, from: number): number {
        let place = from;
        const end = offsets[i + 1] as number;
        for (let k = offsets[i] as number; k < end; k++) {
          if (drop > 0 && random() < drop) continue;
          const feature = features[k] as number;
          if (seen[feature] !== step) shrink(feature);
          active[place++] = feature;
          const row = feature * LABELS;
          for (let label = 0; label < LABELS; label++)
            emissions[i * LABELS + label] =
              (emissions[i * LABELS + label] as number) + (weights[row + label] as number);
        }
        return place;
      }
    }
    if ((epoch + 1) * 2 > epochs) {
      step++;
      for (let feature = 0; feature < featureCount; feature++) shrink(feature);
      for (let at = 0; at < sum.length; at++) sum[at] = (sum[at] as number) + (weights[at] as number);
      for (let at = 0; at < transitions.length; at++)
        transitionSum[at] = (transitionSum[at] as number) + (transitions[at] as number);
      summed++;
    }
    settings.log?.(`epoch ${epoch + 1} of ${epochs}: loss ${(loss / samples.length).toFixed(4)}`);
  }
  for (let at = 0; at < sum.length; at++) sum[at] = (sum[at] as number) / summed;
  for (let at = 0; at < transitionSum.length; at++) transitionSum[at] = (transitionSum[at] as number) / summed;
  return { features: sum, transitions: transitionSum };
}

/** Forward and backward sums over one sentence: with what is allowed, and with all that is possible. */
class Lattice {
  emissions = new Float64Array(0);
  delta = new Float64Array(0);
  active = new Int32Array(0);
  ends = new Int32Array(0);
  readonly live = new Int32Array(LABELS);
  readonly transitionDelta = new Float64Array(LABELS * LABELS);
  private likely = new Float64Array(0);
  private alpha = new Float64Array(0);
  private beta = new Float64Array(0);
  private scale = new Float64Array(0);
  private readonly factors = new Float64Array(LABELS * LABELS);
  private count = 0;

  start(count: number, features: number): void {
    this.count = count;
    if (this.ends.length < count) {
      const size = count * 2;
      this.emissions = new Float64Array(size * LABELS);
      this.delta = new Float64Array(size * LABELS);
      this.likely = new Float64Array(size * LABELS);
      this.alpha = new Float64Array(size * LABELS);
      this.beta = new Float64Array(size * LABELS);
      this.scale = new Float64Array(size);
      this.ends = new Int32Array(size);
    }
    if (this.active.length < features) this.active = new Int32Array(features * 2);
    this.emissions.fill(0, 0, count * LABELS);
  }

  /** Fills `delta` and `transitionDelta` with expected minus allowed; the loss. */
  run(transitions: Float32Array, allowed: Int32Array, sets: readonly Uint8Array[]): number {
    const { factors } = this;
    for (let k = 0; k < factors.length; k++) factors[k] = Math.exp(transitions[k] as number);
    this.delta.fill(0, 0, this.count * LABELS);
    this.transitionDelta.fill(0);
    const free = this.pass(1, undefined, sets);
    const bound = this.pass(-1, allowed, sets);
    return free - bound;
  }

  private pass(sign: number, allowed: Int32Array | undefined, sets: readonly Uint8Array[]): number {
    const { count, emissions, likely, alpha, beta, scale, factors, delta, transitionDelta } = this;
    let log = 0;
    for (let i = 0; i < count; i++) {
      const set = allowed === undefined ? undefined : sets[allowed[i] as number];
      let most = -1e30;
      for (let label = 0; label < LABELS; label++)
        if (set === undefined || set[label] === 1) most = Math.max(most, emissions[i * LABELS + label] as number);
      log += most;
      for (let label = 0; label < LABELS; label++)
        likely[i * LABELS + label] =
          set === undefined || set[label] === 1 ? Math.exp((emissions[i * LABELS + label] as number) - most) : 0;
    }
    for (let i = 0; i < count; i++) {
      let sum = 0;
      for (let label = 0; label < LABELS; label++) {
        const own = likely[i * LABELS + label] as number;
        let value = 0;
        if (own > 0) {
          if (i === 0) value = mayBegin(label) ? 1 : 0;
          else {
            const before = BEFORE[label] as Uint8Array;
            for (let k = 0; k < before.length; k++) {
              const b = before[k] as number;
              value += (alpha[(i - 1) * LABELS + b] as number) * (factors[b * LABELS + label] as number);
            }
          }
          value *= own;
        }
        alpha[i * LABELS + label] = value;
        sum += value;
      }
      if (!(sum > 1e-290)) sum = 1e-290;
      scale[i] = sum;
      log += Math.log(sum);
      for (let label = 0; label < LABELS; label++)
        alpha[i * LABELS + label] = (alpha[i * LABELS + label] as number) / sum;
    }
    let total = 0;
    const end = (count - 1) * LABELS;
    for (let label = 0; label < LABELS; label++) if (mayEnd(label)) total += alpha[end + label] as number;
    if (!(total > 1e-290)) total = 1e-290;
    log += Math.log(total);
    for (let label = 0; label < LABELS; label++) beta[end + label] = mayEnd(label) ? 1 / total : 0;
    for (let i = count - 1; i >= 0; i--) {
      const row = i * LABELS;
      for (let label = 0; label < LABELS; label++) {
        const p = (alpha[row + label] as number) * (beta[row + label] as number);
        delta[row + label] = (delta[row + label] as number) + sign * p;
      }
      if (i === 0) break;
      const last = row - LABELS;
      for (let label = 0; label < LABELS; label++) beta[last + label] = 0;
      for (let label = 0; label < LABELS; label++) {
        const value = ((likely[row + label] as number) * (beta[row + label] as number)) / (scale[i] as number);
        if (value === 0) continue;
        const before = BEFORE[label] as Uint8Array;
        for (let k = 0; k < before.length; k++) {
          const b = before[k] as number;
          const flow = value * (factors[b * LABELS + label] as number);
          beta[last + b] = (beta[last + b] as number) + flow;
          const p = flow * (alpha[last + b] as number);
          if (p > 1e-6)
            transitionDelta[b * LABELS + label] = (transitionDelta[b * LABELS + label] as number) + sign * p;
        }
      }
    }
    return log;
  }
}
