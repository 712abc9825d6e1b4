import type { DocumentEvidence } from '../../src/names/model/evidence.ts';
import { readEvidence } from '../../src/names/model/evidence-reader.ts';
import { FeatureReader } from '../../src/names/model/features.ts';
import type { Lexicon } from '../../src/names/model/lexicon.ts';
import { eachRun } from '../../src/names/model/recognizer.ts';
import { wordsOf } from '../../src/names/model/sentence.ts';
import { ADDRESS, isCapital, type Words } from '../../src/names/model/words.ts';
import { tokenize } from '../../src/text/tokens.ts';
import type { Sample } from './crf.ts';
import type { Corpus, Document } from './documents.ts';
import { isPassable, type LabelSets, latticeOf } from './lattice.ts';

/** A document with the keys of its features, word by word. */
export interface Prepared {
  readonly corpus: string;
  readonly document: Document;
  readonly words: Words;
  readonly allowed: Int32Array;
  readonly offsets: Int32Array;
  readonly keys: Int32Array;
  readonly weight: number;
}

export function prepare(
  corpus: Corpus,
  lexicon: Lexicon,
  sets: LabelSets,
  families: number,
  weight: number,
): Prepared[] {
  const reader = new FeatureReader(families);
  return corpus.documents.map((document) => {
    const words = wordsOf(document.text, tokenize(document.text), lexicon);
    const offsets = new Int32Array(words.count + 1);
    const keys: number[] = [];
    for (let i = 0; i < words.count; i++) {
      // Addresses are never names: the recognizer does not ask the model about them.
      if (words.style[i] !== ADDRESS) {
        reader.read(words, i);
        for (let k = 0; k < reader.count; k++) keys.push(reader.keys[k] as number);
      }
      offsets[i + 1] = keys.length;
    }
    const allowed = latticeOf(corpus.name, document, words, sets);
    return { corpus: corpus.name, document, words, allowed, offsets, keys: Int32Array.from(keys), weight };
  });
}

/** What the document says of its words, as keys: with the labels and the evidence of a first pass. */
export function evidenceKeys(
  prepared: Prepared,
  labels: Uint8Array,
  evidence: DocumentEvidence,
): { offsets: Int32Array; keys: Int32Array } {
  const { words } = prepared;
  const reader = new FeatureReader();
  const offsets = new Int32Array(words.count + 1);
  const keys: number[] = [];
  for (let i = 0; i < words.count; i++) {
    if (isCapital(words, i) && words.style[i] !== ADDRESS) {
      reader.count = 0;
      readEvidence(reader, words, i, labels, evidence);
      for (let k = 0; k < reader.count; k++) keys.push(reader.keys[k] as number);
    }
    offsets[i + 1] = keys.length;
  }
  return { offsets, keys: Int32Array.from(keys) };
}

/** Numbers of keys, in the order of the keys. */
export class Dictionary {
  readonly keys: Int32Array;
  private readonly slots: Int32Array;
  private readonly numbers: Int32Array;
  private readonly mask: number;

  /** Keys that occur at least so often. */
  constructor(all: Iterable<Int32Array>, least: number) {
    let size = 1 << 20;
    let slots = new Int32Array(size).fill(-1);
    let counts = new Int32Array(size);
    let used = 0;
    const place = (table: Int32Array, key: number) => {
      let slot = key & (table.length - 1);
      while (table[slot] !== -1 && table[slot] !== key) slot = (slot + 1) & (table.length - 1);
      return slot;
    };
    for (const keys of all) {
      for (const key of keys) {
        const slot = place(slots, key);
        if (slots[slot] === -1) {
          slots[slot] = key;
          used++;
        }
        counts[slot] = (counts[slot] as number) + 1;
        if (used * 2 < size) continue;
        size *= 2;
        const larger = new Int32Array(size).fill(-1);
        const moved = new Int32Array(size);
        for (let i = 0; i < slots.length; i++) {
          if (slots[i] === -1) continue;
          const to = place(larger, slots[i] as number);
          larger[to] = slots[i] as number;
          moved[to] = counts[i] as number;
        }
        slots = larger;
        counts = moved;
      }
    }
    const kept: number[] = [];
    for (let i = 0; i < slots.length; i++)
      if (slots[i] !== -1 && (counts[i] as number) >= least) kept.push(slots[i] as number);
    this.keys = Int32Array.from(kept).sort();
    let room = 16;
    while (room < kept.length * 2) room *= 2;
    this.slots = new Int32Array(room).fill(-1);
    this.numbers = new Int32Array(room);
    this.mask = room - 1;
    for (let i = 0; i < this.keys.length; i++) {
      const slot = place(this.slots, this.keys[i] as number);
      this.slots[slot] = this.keys[i] as number;
      this.numbers[slot] = i;
    }
  }

  /** The number of a key, -1 for one that is not kept. */
  number(key: number): number {
    let slot = key & this.mask;
    while (this.slots[slot] !== -1) {
      if (this.slots[slot] === key) return this.numbers[slot] as number;
      slot = (slot + 1) & this.mask;
    }
    return -1;
  }

  /** The numbers of the keys of words `first` to before `next`. */
  numbersOf(
    offsets: Int32Array,
    keys: Int32Array,
    first: number,
    next: number,
  ): { offsets: Int32Array; features: Int32Array } {
    const places = new Int32Array(next - first + 1);
    const features: number[] = [];
    for (let i = first; i < next; i++) {
      for (let k = offsets[i] as number; k < (offsets[i + 1] as number); k++) {
        const number = this.number(keys[k] as number);
        if (number >= 0) features.push(number);
      }
      places[i - first + 1] = features.length;
    }
    return { offsets: places, features: Int32Array.from(features) };
  }
}

/** The sentences of a document as samples. */
export function samplesOf(
  prepared: Prepared,
  dictionary: Dictionary,
  more: { offsets: Int32Array; keys: Int32Array } | undefined,
  sets: readonly Uint8Array[],
): Sample[] {
  const samples: Sample[] = [];
  eachRun(prepared.words, 0, prepared.words.count, (first, next) => {
    const allowed = prepared.allowed.slice(first, next);
    if (!isPassable(allowed, sets)) return;
    const base = dictionary.numbersOf(prepared.offsets, prepared.keys, first, next);
    const extra = more && dictionary.numbersOf(more.offsets, more.keys, first, next);
    samples.push({
      count: next - first,
      ...base,
      more: extra !== undefined && extra.features.length > 0 ? extra : undefined,
      allowed,
      weight: prepared.weight,
    });
  });
  return samples;
}
