import { KeyMap } from './hash.ts';
import { KINDS, LABELS, mayFollow } from './labels.ts';
import type { Lexicon } from './lexicon.ts';

/** A model ready to be used: weights of labels by feature, what it knows of words, and what its scores are worth. */
export interface Model {
  /** Row of a feature by its key. */
  readonly rows: KeyMap;
  /** Where the weights of a row begin; one entry more than rows. */
  readonly offsets: Int32Array;
  /** Two bytes each: the label, and the weight as its number in `values`. */
  readonly weights: Uint8Array;
  /** Value of a weight by its byte. */
  readonly values: Float32Array;
  readonly transitions: Float32Array;
  readonly lexicon: Lexicon;
  /** By kind, {@link STEPS} + 1 points: how often mentions are right that the model gives a probability of 0, 1/20 … 1. */
  readonly calibration: Float32Array;
}

/** The name of its file. */
export const MODEL_FILE = 'names.model';

export const MAGIC = 0x534d4e31;
export const STEPS = 20;
export const HEADER = 12;

/** What the bytes of a model file say; throws where they are damaged or not of this version. */
export function readModel(bytes: Uint8Array): Model {
  const steps = readModelStepwise(bytes);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** The same in steps of a few milliseconds, between which others can have their turn. */
export function* readModelStepwise(bytes: Uint8Array): Generator<undefined, Model, undefined> {
  if (bytes.length < HEADER) throw new Error('The model of names is too short.');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0) !== MAGIC) throw new Error('This is no model of names, or one of another version.');
  if (view.getUint32(4) !== bytes.length) throw new Error('The model of names is cut off.');
  if (view.getUint32(8) !== checksum(bytes, HEADER)) throw new Error('The model of names is damaged.');
  const input = new Input(bytes, HEADER);
  if (input.byte() !== LABELS) throw new Error('The model of names has other labels.');
  const values = valuesOf(input.float());
  const transitions = new Float32Array(LABELS * LABELS);
  for (let before = 0; before < LABELS; before++)
    for (let label = 0; label < LABELS; label++)
      transitions[before * LABELS + label] = mayFollow(before, label) ? input.float() : -1e30;
  const calibration = new Float32Array(KINDS.length * (STEPS + 1));
  for (let i = 0; i < calibration.length; i++) calibration[i] = input.byte() / 255;
  yield;
  const keys = yield* readKeys(input);
  const offsets = new Int32Array(keys.length + 1);
  for (let i = 0; i < keys.length; i++) offsets[i + 1] = (offsets[i] as number) + input.byte();
  const size = offsets[keys.length] as number;
  const labels = input.bytes(size);
  const bytesOfWeights = input.bytes(size);
  const weights = new Uint8Array(size * 2);
  for (let i = 0; i < size; i++) {
    weights[2 * i] = labels[i] as number;
    weights[2 * i + 1] = bytesOfWeights[i] as number;
  }
  const rows = new KeyMap(keys.length);
  yield* inSteps(keys.length, (i) => rows.set(keys[i] as number, i));
  return { rows, offsets, weights, values, transitions, lexicon: yield* readLexicon(input), calibration };
}

/** Weights are kept as a sign and the square root of their size, so that small ones keep their differences. */
export function valuesOf(most: number): Float32Array {
  const values = new Float32Array(256);
  for (let byte = 0; byte < 256; byte++) {
    const step = (byte - 128) / 127;
    values[byte] = Math.sign(step) * step * step * most;
  }
  return values;
}

export function byteOf(weight: number, most: number): number {
  return 128 + Math.round(Math.sign(weight) * Math.sqrt(Math.min(1, Math.abs(weight) / most)) * 127);
}

/** FNV-1a. */
export function checksum(bytes: Uint8Array, from: number): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < bytes.length; at++) hash = Math.imul(hash ^ (bytes[at] as number), 0x01000193);
  return hash >>> 0;
}

function* readLexicon(input: Input): Generator<undefined, Lexicon, undefined> {
  const groups = input.int();
  const masks: number[] = [];
  const keys: Int32Array[] = [];
  let count = 0;
  for (let i = 0; i < groups; i++) {
    masks.push(input.int());
    const group = yield* readKeys(input);
    keys.push(group);
    count += group.length;
  }
  const phrases = new KeyMap(count);
  for (let i = 0; i < groups; i++) {
    const group = keys[i] as Int32Array;
    yield* inSteps(group.length, (at) => phrases.set(group[at] as number, masks[i] as number));
  }
  const known = yield* readKeys(input);
  const clusters = input.bytes(known.length);
  const uses = input.bytes(known.length);
  const words = new KeyMap(known.length);
  for (let i = 0; i < known.length; i++)
    words.set(known[i] as number, (clusters[i] as number) | ((uses[i] as number) << 8));
  return { phrases, words };
}

/** Ascending numbers, each as its distance from the one before: so many ones, a zero, `rice` bits. */
function* readKeys(input: Input): Generator<undefined, Int32Array, undefined> {
  const count = input.int();
  const rice = input.byte();
  const size = input.int();
  const bytes = input.bytes(size);
  if (count > size * 8) throw new Error('The model of names is damaged.');
  const keys = new Int32Array(count);
  let at = 0;
  let last = 0;
  yield* inSteps(count, (i) => {
    let ones = 0;
    while (at < size * 8 && ((bytes[at >> 3] as number) >> (at & 7)) & 1) {
      ones++;
      at++;
    }
    at++;
    let rest = 0;
    for (let bit = 0; bit < rice; bit++, at++) rest |= (((bytes[at >> 3] ?? 0) >> (at & 7)) & 1) << bit;
    last += ones * 2 ** rice + rest;
    keys[i] = last;
  });
  return keys;
}

/** A step takes a millisecond or two. */
const STEP = 20_000;

function* inSteps(count: number, each: (i: number) => void): Generator<undefined, void, undefined> {
  for (let i = 0; i < count; i++) {
    each(i);
    if (i % STEP === STEP - 1) yield;
  }
}

class Input {
  private readonly data: Uint8Array;
  private readonly view: DataView;
  private at: number;

  constructor(data: Uint8Array, at: number) {
    this.data = data;
    this.view = new DataView(data.buffer, data.byteOffset, data.byteLength);
    this.at = at;
  }

  private take(count: number): number {
    const at = this.at;
    if (count > this.data.length - at) throw new Error('The model of names is damaged.');
    this.at = at + count;
    return at;
  }

  byte(): number {
    return this.data[this.take(1)] as number;
  }

  int(): number {
    return this.view.getUint32(this.take(4));
  }

  float(): number {
    return this.view.getFloat32(this.take(4));
  }

  bytes(count: number): Uint8Array {
    const at = this.take(count);
    return this.data.subarray(at, at + count);
  }
}
