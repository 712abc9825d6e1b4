import { Decoder } from '../../src/names/model/decode.ts';
import { EvidenceCounts, evidenceOf } from '../../src/names/model/evidence.ts';
import { DOCUMENT_BIT } from '../../src/names/model/features.ts';
import { readModel, STEPS } from '../../src/names/model/format.ts';
import { KeyMap } from '../../src/names/model/hash.ts';
import { KINDS, LABELS } from '../../src/names/model/labels.ts';
import type { Lexicon } from '../../src/names/model/lexicon.ts';
import { eachRun, NameRecognizer } from '../../src/names/model/recognizer.ts';
import { fitCalibration, type Judged, judge } from './calibrate.ts';
import { train, type Weights } from './crf.ts';
import { type Corpus, type Names, variants } from './documents.ts';
import { LabelSets } from './lattice.ts';
import { madeNews } from './news.ts';
import { packModel, type Unpacked } from './pack.ts';
import { randomFrom } from './random.ts';
import { Dictionary, evidenceKeys, type Prepared, prepare, samplesOf } from './samples.ts';
import { silver } from './silver.ts';

export interface BuildOptions {
  readonly seed: number;
  readonly epochs: number;
  readonly rate: number;
  readonly lasso: number;
  readonly drop: number;
  /** Features that occur less often are left out. */
  readonly least: number;
  /** Weights that are smaller are left out of the file. */
  readonly prune: number;
  readonly families: number;
  /** How much the corpora count, by name; 1 where nothing is said. */
  readonly weights: Readonly<Record<string, number>>;
  readonly calibrate: boolean;
  readonly names: Names;
  /** Documents without labels, of which the model learns what it is sure of. */
  readonly unlabelled: readonly string[];
  readonly log: (line: string) => void;
}

/** How often each pattern of made news is filled. */
const MADE_TIMES = 10;

type Extra = { offsets: Int32Array; keys: Int32Array };
type Entries = ReadonlyMap<number, number>;

/** The bytes of a model that is trained on the corpora. */
export function buildModel(
  corpora: readonly Corpus[],
  phrases: Entries,
  words: Entries,
  options: BuildOptions,
): Uint8Array {
  const { log, families, prune } = options;
  let calibration = straight();
  if (options.calibrate) {
    // A tenth is held back, the model of the rest is asked about it.
    const held = part(corpora, (i) => i % 10 === 3);
    const rest = part(corpora, (i) => i % 10 !== 3);
    const model = readModel(packModel(learn(gather(rest, phrases, words, options), calibration, options), prune));
    const recognizer = new NameRecognizer(model, families);
    const judged: Judged[] = held.flatMap((corpus) => judge(corpus, recognizer));
    calibration = fitCalibration(judged);
    log(`calibrated on ${judged.length} mentions`);
  }
  const material = gather(corpora, phrases, words, options);
  if (options.unlabelled.length > 0) {
    const teacher = readModel(packModel(learn(material, straight(), options), prune));
    const given = silver(options.unlabelled, teacher, families);
    const documents = { name: 'silver', documents: given.map(({ document }) => document) };
    const weight = options.weights.silver ?? 1;
    const prepared = prepare(documents, material.lexicon, material.sets, families, weight);
    prepared.forEach((one, i) => {
      const { labels, evidence } = given[i] as (typeof given)[number];
      if (families & DOCUMENT_BIT) material.extras.set(one, evidenceKeys(one, labels, evidence));
      material.prepared.push(one);
    });
    log(`${given.length} documents without labels were given some`);
  }
  return packModel(learn(material, calibration, options), prune);
}

function straight(): Float32Array {
  return Float32Array.from({ length: KINDS.length * (STEPS + 1) }, (_, i) => (i % (STEPS + 1)) / STEPS);
}

function part(corpora: readonly Corpus[], takes: (i: number) => boolean): Corpus[] {
  return corpora.map(({ name, documents }) => ({ name, documents: documents.filter((_, i) => takes(i)) }));
}

export function lexiconOf(phrases: Entries, words: Entries): Lexicon {
  const map = (entries: Entries) => {
    const keys = new KeyMap(entries.size);
    for (const [key, value] of entries) keys.set(key, value);
    return keys;
  };
  return { phrases: map(phrases), words: map(words) };
}

/** All that a model is trained on. */
interface Material {
  readonly phrases: Entries;
  readonly words: Entries;
  readonly lexicon: Lexicon;
  readonly sets: LabelSets;
  readonly prepared: Prepared[];
  readonly extras: Map<Prepared, Extra>;
}

function gather(corpora: readonly Corpus[], phrases: Entries, words: Entries, options: BuildOptions): Material {
  const { families, seed } = options;
  const lexicon = lexiconOf(phrases, words);
  const sets = new LabelSets();
  const random = randomFrom(seed);
  const prepared: Prepared[] = [];
  const made: Prepared[] = [];
  for (const corpus of corpora) {
    const weight = options.weights[corpus.name] ?? 1;
    if (weight === 0) continue;
    for (const one of prepare(corpus, lexicon, sets, families, weight)) prepared.push(one);
    if (corpus.name !== 'redocred' && corpus.name !== 'crossner') continue;
    const copies = { name: corpus.name, documents: variants(corpus.documents, options.names, random) };
    for (const one of prepare(copies, lexicon, sets, families, weight)) made.push(one);
  }
  const news = { name: 'made', documents: madeNews(options.names, MADE_TIMES, seed) };
  const weight = options.weights.made ?? 1;
  if (weight > 0) for (const one of prepare(news, lexicon, sets, families, weight)) made.push(one);
  const extras = families & DOCUMENT_BIT ? firstPass(prepared, sets, options) : new Map<Prepared, Extra>();
  return { phrases, words, lexicon, sets, prepared: [...prepared, ...made], extras };
}

function learn(material: Material, calibration: Float32Array, options: BuildOptions): Unpacked {
  const { prepared, extras, sets, phrases, words } = material;
  const dictionary = new Dictionary(
    (function* () {
      for (const one of prepared) yield one.keys;
      for (const { keys } of extras.values()) yield keys;
    })(),
    options.least,
  );
  const samples = prepared.flatMap((one) => samplesOf(one, dictionary, extras.get(one), sets.rows));
  options.log(`${samples.length} sentences, ${dictionary.keys.length} features`);
  const weights = train(samples, dictionary.keys.length, sets.rows, options);
  return {
    keys: dictionary.keys,
    weights: weights.features,
    transitions: weights.transitions,
    calibration,
    phrases,
    words,
  };
}

/** What documents of several sentences say of their words, by a model that has not seen them. */
function firstPass(prepared: readonly Prepared[], sets: LabelSets, options: BuildOptions): Map<Prepared, Extra> {
  const extras = new Map<Prepared, Extra>();
  for (let fold = 0; fold < 2; fold++) {
    const known = prepared.filter((_, i) => i % 2 !== fold);
    const dictionary = new Dictionary(
      known.map((one) => one.keys),
      options.least,
    );
    const samples = known.flatMap((one) => samplesOf(one, dictionary, undefined, sets.rows));
    const weights = train(samples, dictionary.keys.length, sets.rows, {
      ...options,
      epochs: Math.min(5, options.epochs),
    });
    const decoder = new Decoder(weights.transitions.map((weight) => weight));
    for (let i = fold; i < prepared.length; i += 2) {
      const one = prepared[i] as Prepared;
      if (sentenceCount(one) < 2) continue;
      const labels = labelsOf(one, dictionary, weights, decoder);
      const evidence = new EvidenceCounts();
      evidence.add(evidenceOf(one.document.text, one.words, labels));
      extras.set(one, evidenceKeys(one, labels, evidence));
    }
  }
  return extras;
}

function sentenceCount(one: Prepared): number {
  let count = 0;
  eachRun(one.words, 0, one.words.count, () => count++);
  return count;
}

function labelsOf(one: Prepared, dictionary: Dictionary, weights: Weights, decoder: Decoder): Uint8Array {
  const emissions = new Float32Array(one.words.count * LABELS);
  for (let i = 0; i < one.words.count; i++) {
    for (let k = one.offsets[i] as number; k < (one.offsets[i + 1] as number); k++) {
      const feature = dictionary.number(one.keys[k] as number);
      if (feature < 0) continue;
      for (let label = 0; label < LABELS; label++)
        emissions[i * LABELS + label] =
          (emissions[i * LABELS + label] as number) + (weights.features[feature * LABELS + label] as number);
    }
  }
  const labels = new Uint8Array(one.words.count);
  eachRun(one.words, 0, one.words.count, (first, next) => decoder.best(emissions, first, next, labels));
  return labels;
}
