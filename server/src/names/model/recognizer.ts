import type { Span } from '../../text/span.ts';
import { type Token, tokenize } from '../../text/tokens.ts';
import { Decoder, eachMention } from './decode.ts';
import { type DocumentEvidence, EvidenceCounts, evidenceOf, readEvidence } from './evidence.ts';
import { ALL_FAMILIES, DOCUMENT_BIT, FeatureReader } from './features.ts';
import { type Model, STEPS } from './format.ts';
import { KINDS, type Kind, LABELS } from './labels.ts';
import { ADDRESS, isCapital, type Words, wordsOf } from './sentence.ts';

/** A name that the model sees, in code units of its block. */
export interface ModelMention extends Span {
  readonly kind: Kind;
  /** How often mentions that look like this one are right, 0 to 1. */
  readonly score: number;
}

/** A block after the first pass: all that the second needs, and what it says to the other blocks. */
export interface BlockAnalysis {
  readonly text: string;
  /** Labels of the first pass. */
  readonly labels: Uint8Array;
  readonly evidence: EvidenceCounts;
  /** About 250 bytes a word: see {@link slim}. */
  readonly read: ReadWords | undefined;
}

interface ReadWords {
  readonly words: Words;
  /** Weights of the labels of each word without the document. */
  readonly emissions: Float32Array;
}

/** The analysis without what can be worked out again, for documents that are too long to keep it all. */
export function slim(block: BlockAnalysis): BlockAnalysis {
  return { ...block, read: undefined };
}

/** Finds names in two passes: each block alone, then each with what the blocks together say. */
export class NameRecognizer {
  private readonly model: Model;
  private readonly decoder: Decoder;
  private readonly reader: FeatureReader;
  private readonly families: number;

  constructor(model: Model, families = ALL_FAMILIES) {
    this.model = model;
    this.families = families;
    this.decoder = new Decoder(model.transitions);
    this.reader = new FeatureReader(families);
  }

  /** The first pass: reads nothing but the block. */
  analyze(text: string, tokens: readonly Token[] = tokenize(text)): BlockAnalysis {
    const read = this.readWords(text, tokens);
    const labels = this.decode(read.words, read.emissions);
    return { text, labels, evidence: evidenceOf(text, read.words, labels), read };
  }

  private readWords(text: string, tokens: readonly Token[]): ReadWords {
    const words = wordsOf(text, tokens, this.model.lexicon);
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
    return { words, emissions };
  }

  /** The second pass. Which keys of the evidence it reads is all that it depends on besides the block. */
  mentions(block: BlockAnalysis, evidence: DocumentEvidence): ModelMention[] {
    const { words, emissions, labels } = this.secondPass(block, evidence);
    const mentions: ModelMention[] = [];
    eachSentence(words, (first, next) => {
      let weighed = false;
      eachMention(labels, first, next, (given, begin, to) => {
        // "Mr. Okoro" is a person, and the title is no part of the name.
        const from = begin + titlesAt(block.text, words, begin, to);
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

  /** Weights and labels of each word with what the document says. */
  secondPass(block: BlockAnalysis, evidence: DocumentEvidence): ReadWords & { readonly labels: Uint8Array } {
    const { labels } = block;
    const read = block.read ?? this.readWords(block.text, tokenize(block.text));
    const { words } = read;
    if ((this.families & DOCUMENT_BIT) === 0) return { ...read, labels };
    const emissions = read.emissions.slice();
    for (let i = 0; i < words.count; i++) {
      if (!isCapital(words, i) || words.style[i] === ADDRESS) continue;
      this.reader.count = 0;
      readEvidence(this.reader, words, i, labels, evidence);
      this.addWeights(emissions, i * LABELS);
    }
    return { words, emissions, labels: this.decode(words, emissions) };
  }

  /** All of a document at once: its blocks' mentions, in order. */
  document(blocks: readonly string[]): ModelMention[][] {
    const analyses = blocks.map((text) => this.analyze(text));
    const evidence = new EvidenceCounts();
    for (const analysis of analyses) evidence.addAll(analysis.evidence);
    return analyses.map((analysis) => this.mentions(analysis, evidence));
  }

  private decode(words: Words, emissions: Float32Array): Uint8Array {
    const labels = new Uint8Array(words.count);
    eachSentence(words, (first, next) => this.decoder.best(emissions, first, next, labels));
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

const PERSON = KINDS.indexOf('person');
const TITLES = new Set(['mr', 'mrs', 'ms', 'dr', 'prof', 'mr.', 'mrs.', 'ms.', 'dr.', 'prof.', 'sir', 'mx', 'mx.']);

/** How many words of a mention are titles before a name. */
function titlesAt(text: string, words: Words, from: number, to: number): number {
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

export function eachSentence(words: Words, found: (first: number, next: number) => void): void {
  for (let first = 0; first < words.count; ) {
    const next = words.next[first] as number;
    found(first, next);
    first = next;
  }
}
