import { byteOf, checksum, HEADER, MAGIC } from '../../src/names/model/format.ts';
import { LABELS, mayFollow } from '../../src/names/model/labels.ts';

/** A model as it is trained. */
export interface Unpacked {
  /** Ascending keys of the features kept, and for each a row of {@link LABELS} weights. */
  readonly keys: Int32Array;
  readonly weights: Float32Array;
  readonly transitions: Float32Array;
  readonly calibration: Float32Array;
  readonly phrases: ReadonlyMap<number, number>;
  /** Cluster in the low byte, use in the next. */
  readonly words: ReadonlyMap<number, number>;
}

/** The bytes of a model file: see `format.ts`, which reads them. Weights below `least` are left out. */
export function packModel(model: Unpacked, least = 0): Uint8Array {
  const output = new Output();
  let most = 0;
  for (const weight of model.weights) most = Math.max(most, Math.abs(weight));
  output.byte(LABELS);
  output.float(most || 1);
  for (let before = 0; before < LABELS; before++)
    for (let label = 0; label < LABELS; label++)
      if (mayFollow(before, label)) output.float(model.transitions[before * LABELS + label] as number);
  for (const point of model.calibration) output.byte(Math.round(point * 255));
  const keys: number[] = [];
  const counts: number[] = [];
  const labels: number[] = [];
  const weights: number[] = [];
  for (let i = 0; i < model.keys.length; i++) {
    let count = 0;
    for (let label = 0; label < LABELS; label++) {
      const weight = model.weights[i * LABELS + label] as number;
      const byte = byteOf(weight, most || 1);
      if (Math.abs(weight) < least || byte === 128) continue;
      labels.push(label);
      weights.push(byte);
      count++;
    }
    if (count === 0) continue;
    keys.push(model.keys[i] as number);
    counts.push(count);
  }
  writeKeys(output, keys);
  output.bytes(counts);
  output.bytes(labels);
  output.bytes(weights);
  const groups = new Map<number, number[]>();
  for (const [key, mask] of model.phrases) {
    const group = groups.get(mask);
    if (group === undefined) groups.set(mask, [key]);
    else group.push(key);
  }
  output.int(groups.size);
  for (const [mask, group] of [...groups].sort((a, b) => a[0] - b[0])) {
    output.int(mask);
    writeKeys(
      output,
      group.sort((a, b) => a - b),
    );
  }
  const words = [...model.words].sort((a, b) => a[0] - b[0]);
  writeKeys(
    output,
    words.map(([key]) => key),
  );
  output.bytes(words.map(([, entry]) => entry & 0xff));
  output.bytes(words.map(([, entry]) => entry >> 8));
  return output.finish();
}

function writeKeys(output: Output, keys: readonly number[]): void {
  const mean = keys.length === 0 ? 1 : (keys[keys.length - 1] as number) / keys.length;
  const rice = Math.max(0, Math.min(27, Math.round(Math.log2(Math.max(1, mean * 0.7)))));
  const bits = new Bits();
  let last = 0;
  for (const key of keys) {
    const gap = key - last;
    last = key;
    for (let ones = Math.floor(gap / 2 ** rice); ones > 0; ones--) bits.add(1);
    bits.add(0);
    for (let bit = 0; bit < rice; bit++) bits.add((gap >> bit) & 1);
  }
  output.int(keys.length);
  output.byte(rice);
  output.int(bits.bytes.length);
  output.bytes(bits.bytes);
}

class Bits {
  readonly bytes: number[] = [];
  private count = 0;

  add(bit: number): void {
    if ((this.count & 7) === 0) this.bytes.push(0);
    if (bit === 1) this.bytes[this.bytes.length - 1] = (this.bytes.at(-1) as number) | (1 << (this.count & 7));
    this.count++;
  }
}

class Output {
  private data = new Uint8Array(1 << 20);
  private at = HEADER;

  private room(count: number): number {
    const at = this.at;
    this.at += count;
    if (this.at > this.data.length) {
      const larger = new Uint8Array(Math.max(this.at, this.data.length * 2));
      larger.set(this.data);
      this.data = larger;
    }
    return at;
  }

  byte(value: number): void {
    const at = this.room(1);
    this.data[at] = value;
  }

  int(value: number): void {
    const at = this.room(4);
    new DataView(this.data.buffer).setUint32(at, value);
  }

  float(value: number): void {
    const at = this.room(4);
    new DataView(this.data.buffer).setFloat32(at, value);
  }

  bytes(values: ArrayLike<number>): void {
    const at = this.room(values.length);
    this.data.set(values, at);
  }

  finish(): Uint8Array {
    const bytes = this.data.slice(0, this.at);
    const view = new DataView(bytes.buffer);
    view.setUint32(0, MAGIC);
    view.setUint32(4, bytes.length);
    view.setUint32(8, checksum(bytes, HEADER));
    return bytes;
  }
}
