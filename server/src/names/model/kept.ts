import type { SentenceReading } from './recognizer.ts';

/** A word of a reading takes about 250 bytes, mostly weights. */
const MOST_WORDS = 40_000;

/** The sentences that were read last, by their text: whoever types in one does not have those beside it read again. */
export class KeptSentences {
  private readonly byText = new Map<string, SentenceReading>();
  private words = 0;
  private readonly most: number;

  /** @param most words that are kept. */
  constructor(most = MOST_WORDS) {
    this.most = most;
  }

  get(text: string): SentenceReading | undefined {
    const reading = this.byText.get(text);
    if (reading === undefined) return undefined;
    // To the end of the line of those that may be dropped.
    this.byText.delete(text);
    this.byText.set(text, reading);
    return reading;
  }

  add(text: string, reading: SentenceReading): void {
    this.byText.set(text, reading);
    this.words += reading.words.count;
    for (const [oldest, { words }] of this.byText) {
      if (this.words <= this.most || oldest === text) return;
      this.byText.delete(oldest);
      this.words -= words.count;
    }
  }
}
