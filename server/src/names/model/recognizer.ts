import { type Span, shift } from '../../text/span.ts';
import { tokenize } from '../../text/tokens.ts';
import { Decoder, eachMention } from './decode.ts';
import { addDescriptions, addOrganization, ELSEWHERE } from './descriptions.ts';
import { type DocumentEvidence, type Entries, EvidenceCounts, evidenceOf } from './evidence.ts';
import { isDescribed, readEvidence } from './evidence-reader.ts';
import { ALL_FAMILIES, DOCUMENT_BIT, FeatureReader } from './features.ts';
import { type Model, STEPS } from './format.ts';
import { KINDS, type Kind, LABELS } from './labels.ts';
import { pieceEnds } from './pieces.ts';
import { wordsOf } from './sentence.ts';
import { SentenceStore, type Stored } from './store.ts';
import {
  ADDRESS,
  copyWords,
  isCapital,
  isCommon,
  NO_CAPITALS,
  PLAIN,
  WordBuffer,
  type WordList,
  type Words,
} from './words.ts';

/** A name that the model sees, in code units of its block. */
export interface ModelMention extends Span {
  readonly kind: Kind;
  /** How often mentions that look like this one are right, 0 to 1. */
  readonly score: number;
}

/**
 * A sentence, or a line of a list, after the first pass. Depends on its text alone, so blocks that hold the same sentence
 * share it. Its words and weights are the recognizer's, and stay until many others have been read.
 */
export interface SentenceReading extends Stored {
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
  private readonly store: SentenceStore<SentenceReading>;
  private readonly buffer = new WordBuffer();
  /** Weights and labels of the second pass; they hold until the next one. */
  private again = { emissions: new Float32Array(0), labels: new Uint8Array(0) };

  constructor(model: Model, families = ALL_FAMILIES, store = new SentenceStore<SentenceReading>()) {
    this.model = model;
    this.families = families;
    this.decoder = new Decoder(model.transitions);
    this.reader = new FeatureReader(families);
    this.store = store;
  }

  /** The words of the sentences that were read last. */
  get words(): WordList {
    return this.store.words;
  }

  /** The labels of the first pass of a sentence that was read last. */
  labelsOf({ base, count }: SentenceReading): Uint8Array {
    return this.store.labels.slice(base, base + count);
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
    const known = this.store.get(text);
    if (known !== undefined) return known;
    const read = wordsOf(text, tokenize(text), this.model.lexicon, [text.length], this.buffer);
    const { count } = read;
    const base = this.store.take(count);
    const { words, emissions, labels } = this.store;
    copyWords(read, words, base);
    for (let i = 0; i < count; i++) {
      const row = (base + i) * LABELS;
      if (read.style[i] === ADDRESS || isFarFromNames(read, i)) {
        emissions[row] = CERTAIN;
        continue;
      }
      this.reader.read(read, i);
      this.addWeights(emissions, row);
    }
    const described = addDescriptions(read, emissions, base);
    const end = base + count;
    eachRun(words, base, end, (first, next) => this.decoder.best(emissions, first, next, labels));
    const said = {
      entries: evidenceOf(text, words, labels, base, end, described),
      capitals: capitalsOf(words, base, end),
    };
    const reading = { text, base, count, said };
    this.store.add(reading);
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
  mentionsIn({ text }: SentenceReading, evidence: DocumentEvidence): ModelMention[] {
    // Its words may have been overwritten since.
    const reading = this.sentence(text);
    const { base, count } = reading;
    const { words } = this.store;
    const mentions: ModelMention[] = [];
    const { emissions, labels, from } = this.secondPass(reading, evidence);
    eachRun(words, base, base + count, (run, behind) => {
      const first = run - from;
      let weighed = false;
      eachMention(labels, first, behind - from, (given, begin, to) => {
        // "Mr. Okoro" is a person, and the title is no part of the name.
        const name = begin + titlesAt(text, words, from + begin, from + to);
        const kind = name > begin ? PERSON : given;
        if (!weighed) this.decoder.weigh(emissions, first, behind - from);
        weighed = true;
        const score = this.calibrated(kind, this.decoder.probability(given, begin - first, to - first));
        const start = words.start[from + name] as number;
        mentions.push({ start, end: words.end[from + to - 1] as number, kind: KINDS[kind] as Kind, score });
      });
    });
    return mentions;
  }

  /**
   * Weights and labels of each word of a sentence with what the document says. Their first one is word `from` of the
   * recognizer's words, and they hold until the next call.
   */
  secondPass({ base, count }: SentenceReading, evidence: DocumentEvidence): SecondPass {
    const { words, emissions, labels } = this.store;
    const alone = { emissions, labels, from: 0 };
    if ((this.families & DOCUMENT_BIT) === 0) return alone;
    let isAgain = false;
    for (let i = base; i < base + count; i++) {
      if (!isCapital(words, i) || words.style[i] === ADDRESS) continue;
      this.reader.count = 0;
      readEvidence(this.reader, words, i, labels, evidence);
      if (this.reader.count === 0) continue;
      if (!isAgain) this.copyWeights(base, count);
      isAgain = true;
      this.addWeights(this.again.emissions, (i - base) * LABELS);
      if (isDescribed(words, i, evidence)) addOrganization(this.again.emissions, (i - base) * LABELS, ELSEWHERE);
    }
    // Of most sentences the document says nothing.
    if (!isAgain) return alone;
    const { again } = this;
    eachRun(words, base, base + count, (first, next) =>
      this.decoder.best(again.emissions, first - base, next - base, again.labels),
    );
    return { ...again, from: base };
  }

  private copyWeights(base: number, count: number): void {
    if (this.again.labels.length < count)
      this.again = { emissions: new Float32Array(count * 2 * LABELS), labels: new Uint8Array(count * 2) };
    this.again.emissions.set(this.store.emissions.subarray(base * LABELS, (base + count) * LABELS));
  }

  /** All of a document at once: its blocks' mentions, in order. */
  document(blocks: readonly string[]): ModelMention[][] {
    const evidence = new EvidenceCounts();
    for (const text of blocks) for (const { reading } of this.read(text).sentences) evidence.add(reading.said.entries);
    return blocks.map((text) => this.mentions(this.read(text), evidence));
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

interface SecondPass {
  readonly emissions: Float32Array;
  readonly labels: Uint8Array;
  readonly from: number;
}

function capitalsOf(words: WordList, first: number, next: number): Int32Array {
  const capitals = new Set<number>();
  for (let i = first; i < next; i++) if (isCapital(words, i)) capitals.add(words.lower[i] as number);
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

/** Small words in a row inside of a name are at most so many: "Bank of the West". */
const REACH = 2;

/**
 * Whether a word is one that texts write small, and so are those around it: no name is looked for there, which saves a third of
 * the work. Not where the writer uses no capitals at all.
 */
function isFarFromNames(words: Words, i: number): boolean {
  if (((words.line[i] as number) & NO_CAPITALS) !== 0) return false;
  const from = Math.max(words.first[i] as number, i - REACH);
  const to = Math.min((words.next[i] as number) - 1, i + REACH);
  for (let at = from; at <= to; at++)
    if (words.style[at] === PLAIN ? !isCommon(words, at) : isCapital(words, at)) return false;
  return true;
}

/** Weight of "outside" for what is never a name. */
const CERTAIN = 50;

/** Calls `found` with each run of words, from `from` to before `to`, that is decoded as one: as a rule a sentence. */
export function eachRun(
  words: Pick<WordList, 'next'>,
  from: number,
  to: number,
  found: (first: number, next: number) => void,
): void {
  for (let first = from; first < to; ) {
    const next = words.next[first] as number;
    found(first, next);
    first = next;
  }
}
