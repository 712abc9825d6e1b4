import { LABELS } from './labels.ts';
import type { WordList } from './words.ts';

/** A sentence of which words and weights are kept. */
export interface Stored {
  readonly text: string;
  /** Its first word among those of the store; they are overwritten when as many others were read. */
  readonly base: number;
  readonly count: number;
}

/** Words that are kept; with their weights each takes 155 bytes. */
const MOST_WORDS = 48_000;

/**
 * The words and weights of the sentences that were read last. All of them stand in a few long arrays, round and round, since
 * arrays of their own for each sentence would leave a long text's worth of crumbs in memory.
 */
export class SentenceStore<S extends Stored> {
  words: WordList;
  /** Weights of the labels of each word without the document, in rows of {@link LABELS}. */
  emissions: Float32Array;
  /** Labels of the first pass. */
  labels: Uint8Array;

  private size: number;
  private next = 0;
  private readonly byText = new Map<string, S>();
  /** In the order in which they will be overwritten; those before `oldest` have been. */
  private order: S[] = [];
  private oldest = 0;

  /** @param size words that are kept. */
  constructor(size = MOST_WORDS) {
    this.size = size;
    this.words = newList(size);
    this.emissions = new Float32Array(size * LABELS);
    this.labels = new Uint8Array(size);
  }

  get(text: string): S | undefined {
    return this.byText.get(text);
  }

  /** Room for so many words, with weights of 0: the number of the first. What stood there is forgotten. */
  take(count: number): number {
    if (count > this.size) this.grow(count);
    if (this.next + count > this.size) {
      this.overwrite(this.next, this.size);
      this.next = 0;
    }
    const base = this.next;
    this.next += count;
    this.overwrite(base, this.next);
    this.emissions.fill(0, base * LABELS, this.next * LABELS);
    return base;
  }

  add(sentence: S): void {
    this.byText.set(sentence.text, sentence);
    this.order.push(sentence);
  }

  /** Forgets the sentences from word `from` to before `to`: they are the oldest. */
  private overwrite(from: number, to: number): void {
    for (; this.oldest < this.order.length; this.oldest++) {
      const { text, base, count } = this.order[this.oldest] as S;
      // A sentence without words, of blanks, stands nowhere.
      if (count > 0 && (base >= to || base + count <= from)) break;
      this.byText.delete(text);
    }
    if (this.oldest < 1024) return;
    this.order = this.order.slice(this.oldest);
    this.oldest = 0;
  }

  /** Begins anew with more room: a single sentence was longer than all. */
  private grow(count: number): void {
    this.size = count * 2;
    this.words = newList(this.size);
    this.emissions = new Float32Array(this.size * LABELS);
    this.labels = new Uint8Array(this.size);
    this.next = 0;
    this.byText.clear();
    this.order = [];
    this.oldest = 0;
  }
}

function newList(size: number): WordList {
  const ints = () => new Int32Array(size);
  return {
    count: size,
    start: ints(),
    end: ints(),
    lower: ints(),
    style: new Uint8Array(size),
    first: ints(),
    next: ints(),
  };
}
