import { type Span, shift } from '../../text/span.ts';
import { tokenize } from '../../text/tokens.ts';
import { Decoder, eachMention } from './decode.ts';
import { type DocumentEvidence, type Entries, EvidenceCounts, evidenceOf, readEvidence } from './evidence.ts';
import { ALL_FAMILIES, DOCUMENT_BIT, FeatureReader } from './features.ts';
import { type Model, STEPS } from './format.ts';
import { KeptSentences } from './kept.ts';
import { KINDS, type Kind, LABELS } from './labels.ts';
import { ADDRESS, isCapital, listOf, pieceEnds, WordBuffer, type WordList, wordsOf } from './sentence.ts';

/** A name that the model sees, in code units of its block. */
export interface ModelMention extends Span {
  readonly kind: Kind;
  /** How often mentions that look like this one are right, 0 to 1. */
  readonly score: number;
}

/**
 * A sentence, or a line of a list, after the first pass; positions count from its start. Depends on its text alone, so
 * blocks that hold the same sentence share it.
 */
export interface SentenceReading {
  readonly text: string;
  readonly words: WordList;
  /** Weights of the labels of each word without the document. */
  readonly emissions: Float32Array;
  /** Labels of the first pass. */
  readonly labels: Uint8Array;
  readonly said: Said;
}

/** What a sentence says to the others of its document, and what it hears of them. */
export interface Said {
  readonly entries: Entries;
  /** Its capitalised words, as hashes in lower case: what the document says of these is all that the second pass reads. */
  readonly capitals: Int32Array;
}

/** A block after the first pass. */
export interface BlockReading {
  readonly sentences: readonly { readonly start: number; readonly reading: SentenceReading }[];
}

/** Finds names in two passes: each sentence alone, then each with what all of its document together say. */
export class NameRecognizer {
  private readonly model: Model;
  private readonly decoder: Decoder;
  private readonly reader: FeatureReader;
  private readonly families: number;
  private readonly kept: KeptSentences;
  private readonly buffer = new WordBuffer();

  constructor(model: Model, families = ALL_FAMILIES, kept = new KeptSentences()) {
    this.model = model;
    this.families = families;
    this.decoder = new Decoder(model.transitions);
    this.reader = new FeatureReader(families);
    this.kept = kept;
  }

  /** The first pass: reads nothing but the block. */
  read(text: string): BlockReading {
    const sentences: { start: number; reading: SentenceReading }[] = [];
    let start = 0;
    for (const end of pieceEnds(text)) {
      if (end > start) sentences.push({ start, reading: this.sentence(text.slice(start, end)) });
      start = end;
    }
    return { sentences };
  }

  /** The first pass over what {@link read} takes for a sentence. */
  sentence(text: string): SentenceReading {
    const known = this.kept.get(text);
    if (known !== undefined) return known;
    const words = wordsOf(text, tokenize(text), this.model.lexicon, [text.length], this.buffer);
    const emissions = new Float32Array(words.count * LABELS);
    const { reader } = this;
    for (let i = 0; i < words.count; i++) {
      if (words.style[i] === ADDRESS) {
        emissions[i * LABELS] = CERTAIN;
        continue;
      }
      reader.read(words, i);
      this.addWeights(emissions, i * LABELS);
    }
    const labels = this.decode(words, emissions);
    const said = { entries: evidenceOf(text, words, labels), capitals: capitalsOf(words) };
    const reading = { text, words: listOf(words), emissions, labels, said };
    this.kept.add(text, reading);
    return reading;
  }

  /** The second pass over a block. */
  mentions({ sentences }: BlockReading, evidence: DocumentEvidence): ModelMention[] {
    return sentences.flatMap(({ start, reading }) => moved(this.mentionsIn(reading, evidence), start));
  }

  /**
   * The second pass over a sentence, positions counted from its start. Besides the sentence it depends on what the evidence
   * says of its capitalised words.
   */
  mentionsIn(reading: SentenceReading, evidence: DocumentEvidence): ModelMention[] {
    const { text, words } = reading;
    const mentions: ModelMention[] = [];
    const { emissions, labels } = this.secondPass(reading, evidence);
    eachRun(words, (first, next) => {
      let weighed = false;
      eachMention(labels, first, next, (given, begin, to) => {
        // "Mr. Okoro" is a person, and the title is no part of the name.
        const from = begin + titlesAt(text, words, begin, to);
        const kind = from > begin ? PERSON : given;
        if (!weighed) this.decoder.weigh(emissions, first, next);
        weighed = true;
        const score = this.calibrated(kind, this.decoder.probability(given, begin - first, to - first));
        const start = words.start[from] as number;
        mentions.push({ start, end: words.end[to - 1] as number, kind: KINDS[kind] as Kind, score });
      });
    });
    return mentions;
  }

  /** Weights and labels of each word of a sentence with what the document says. */
  secondPass(
    { words, emissions: alone, labels }: SentenceReading,
    evidence: DocumentEvidence,
  ): { readonly emissions: Float32Array; readonly labels: Uint8Array } {
    if ((this.families & DOCUMENT_BIT) === 0) return { emissions: alone, labels };
    let emissions: Float32Array | undefined;
    for (let i = 0; i < words.count; i++) {
      if (!isCapital(words, i) || words.style[i] === ADDRESS) continue;
      this.reader.count = 0;
      readEvidence(this.reader, words, i, labels, evidence);
      if (this.reader.count === 0) continue;
      emissions ??= alone.slice();
      this.addWeights(emissions, i * LABELS);
    }
    // Of most sentences the document says nothing.
    return emissions === undefined
      ? { emissions: alone, labels }
      : { emissions, labels: this.decode(words, emissions) };
  }

  /** All of a document at once: its blocks' mentions, in order. */
  document(blocks: readonly string[]): ModelMention[][] {
    const readings = blocks.map((text) => this.read(text));
    const evidence = new EvidenceCounts();
    for (const { sentences } of readings) for (const { reading } of sentences) evidence.add(reading.said.entries);
    return readings.map((reading) => this.mentions(reading, evidence));
  }

  private decode(words: WordList, emissions: Float32Array): Uint8Array {
    const labels = new Uint8Array(words.count);
    eachRun(words, (first, next) => this.decoder.best(emissions, first, next, labels));
    return labels;
  }

  private addWeights(emissions: Float32Array, row: number): void {
    const { rows, offsets, weights, values } = this.model;
    const { keys, count } = this.reader;
    for (let f = 0; f < count; f++) {
      const feature = rows.get(keys[f] as number, -1);
      if (feature < 0) continue;
      const end = (offsets[feature + 1] as number) * 2;
      for (let at = (offsets[feature] as number) * 2; at < end; at += 2) {
        const label = row + (weights[at] as number);
        emissions[label] = (emissions[label] as number) + (values[weights[at + 1] as number] as number);
      }
    }
  }

  /** Between two points of the table, in between. */
  private calibrated(kind: number, probability: number): number {
    const place = Math.min(STEPS - 1e-6, Math.max(0, probability * STEPS));
    const step = Math.floor(place);
    const at = kind * (STEPS + 1) + step;
    const low = this.model.calibration[at] as number;
    const high = this.model.calibration[at + 1] as number;
    return low + (high - low) * (place - step);
  }
}

function capitalsOf(words: WordList): Int32Array {
  const capitals = new Set<number>();
  for (let i = 0; i < words.count; i++) if (isCapital(words, i)) capitals.add(words.lower[i] as number);
  return Int32Array.from(capitals);
}

const PERSON = KINDS.indexOf('person');
const TITLES = new Set(['mr', 'mrs', 'ms', 'dr', 'prof', 'mr.', 'mrs.', 'ms.', 'dr.', 'prof.', 'sir', 'mx', 'mx.']);

/** Mentions of a sentence as those of its block. */
export function moved(mentions: readonly ModelMention[], by: number): ModelMention[] {
  return mentions.map((mention) => ({ ...mention, ...shift(mention, by) }));
}

/** How many words of a mention are titles before a name. */
function titlesAt(text: string, words: WordList, from: number, to: number): number {
  let count = 0;
  while (from + count + 1 < to) {
    const start = words.start[from + count] as number;
    const end = words.end[from + count] as number;
    if (end - start > 5 || !TITLES.has(text.slice(start, end).toLowerCase())) break;
    count++;
  }
  return count;
}

/** Weight of "outside" for what is never a name. */
const CERTAIN = 50;

/** Calls `found` with each run of words that is decoded as one: as a rule a sentence. */
export function eachRun(words: Pick<WordList, 'count' | 'next'>, found: (first: number, next: number) => void): void {
  for (let first = 0; first < words.count; ) {
    const next = words.next[first] as number;
    found(first, next);
    first = next;
  }
}
