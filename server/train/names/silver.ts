import { Decoder, eachMention } from '../../src/names/model/decode.ts';
import { type DocumentEvidence, EvidenceCounts } from '../../src/names/model/evidence.ts';
import type { Model } from '../../src/names/model/format.ts';
import { OUTSIDE } from '../../src/names/model/labels.ts';
import { eachRun, NameRecognizer } from '../../src/names/model/recognizer.ts';
import { isCapital } from '../../src/names/model/words.ts';
import type { Document, Entity } from './documents.ts';
import { UNSURE } from './lattice.ts';

const TYPES = ['PER', 'ORG', 'LOC', 'NORP', 'EVENT', 'WORK', 'PRODUCT', 'MISC'];
/** Surer than this it must be of a mention, and of a capitalised word that it is none. */
const SURE = 0.8;
const SURE_OUTSIDE = 0.9;

export interface Silver {
  readonly document: Document;
  /** Of the first pass. */
  readonly labels: Uint8Array;
  readonly evidence: DocumentEvidence;
}

/** What a model, the whole document before it, is sure of in texts without labels; the rest is left open. */
export function silver(texts: readonly string[], model: Model, families: number): Silver[] {
  const recognizer = new NameRecognizer(model, families);
  const decoder = new Decoder(model.transitions);
  return texts.map((text, number) => {
    const { sentences } = recognizer.read(text);
    const evidence = new EvidenceCounts();
    for (const { reading } of sentences) evidence.add(reading.said.entries);
    const entities: Entity[] = [];
    const given: number[] = [];
    for (const { start, reading } of sentences) {
      const { words } = recognizer;
      const { base, count } = reading;
      const { emissions, labels, from } = recognizer.secondPass(reading, evidence);
      const add = (first: number, next: number, type: string) =>
        entities.push({
          start: start + (words.start[from + first] as number),
          end: start + (words.end[from + next - 1] as number),
          type,
          raw: 'silver',
        });
      eachRun(words, base, base + count, (run, behind) => {
        const [first, next] = [run - from, behind - from];
        decoder.weigh(emissions, first, next);
        eachMention(labels, first, next, (kind, begin, to) => {
          const sure = decoder.probability(kind, begin - first, to - first) >= SURE;
          add(begin, to, sure ? (TYPES[kind] as string) : UNSURE);
        });
        for (let i = first; i < next; i++) {
          if (labels[i] !== OUTSIDE || !isCapital(words, from + i)) continue;
          if (decoder.marginal(i - first, OUTSIDE) < SURE_OUTSIDE) add(i, i + 1, UNSURE);
        }
      });
      given.push(...recognizer.labelsOf(reading));
    }
    const labels = Uint8Array.from(given);
    return { document: { id: `silver-${number}`, text, entities }, labels, evidence };
  });
}
