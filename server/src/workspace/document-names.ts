import { EvidenceCounts } from '../names/model/evidence.ts';
import { type Changes, concerns, exchange } from '../names/model/exchange.ts';
import type { ModelMention, NameRecognizer, Said } from '../names/model/recognizer.ts';
import type { Block } from '../seed/types.ts';
import type { Chunk, Sequence } from '../text/sequence.ts';
import type { ModelMentions, Section } from './section.ts';

/** What is known of a block. */
interface Known {
  /** By the first pass. */
  readonly said: readonly Said[];
  /** What it says is part of the evidence. */
  counted: boolean;
  /** By the second pass; undefined before it. */
  mentions: ModelMentions | undefined;
  /** The evidence was another one when the second pass saw it. */
  stale: boolean;
}

/**
 * What the model finds in one document. The first pass reads a block for itself; what all blocks say is counted, and
 * the second pass reads each block with the counts. An edit takes out what the changed blocks said and puts in what they
 * say now; only blocks that would see a difference are read again. Owned by the document.
 */
export class DocumentNames {
  private readonly recognizer: NameRecognizer;
  private readonly evidence = new EvidenceCounts();
  private readonly known = new WeakMap<Block, Known>();
  /** Blocks, counted ones, in which a word stands with a capital. */
  private readonly readers = new Map<number, number>();
  /** The sections whose blocks are counted, as far as they had been read. */
  private settled: Sequence<Section> | undefined;
  /** Chunks whose blocks are all counted, and chunks whose sections have all that the model finds. */
  private readonly counted = new WeakSet<Chunk<Section>>();
  private readonly applied = new WeakSet<Chunk<Section>>();
  /** Second passes so far: what an edit costs. */
  passes = 0;

  constructor(recognizer: NameRecognizer) {
    this.recognizer = recognizer;
  }

  /** The first pass. */
  read(block: Block): void {
    if (this.known.has(block)) return;
    const said = this.recognizer.read(block.text).sentences.map(({ reading }) => reading.said);
    this.known.set(block, { said, counted: false, mentions: undefined, stale: false });
  }

  /** Brings the evidence to what the blocks say that stand in the document now, as far as they have been read. */
  settle(sections: Sequence<Section>): void {
    const gone = this.leave(sections);
    const come: Known[] = [];
    sections.eachChunk((chunk) => {
      if (this.counted.has(chunk)) return;
      let all = true;
      for (const block of readable(chunk.items)) {
        const known = this.known.get(block);
        if (known === undefined) all = false;
        else if (!known.counted) come.push(known);
      }
      if (all) this.counted.add(chunk);
    });
    this.settled = sections;
    if (gone.length + come.length === 0) return;
    const entriesOf = (all: readonly Known[]) => all.flatMap(({ said }) => said.map(({ entries }) => entries));
    const changes = exchange(this.evidence, entriesOf(gone), entriesOf(come));
    for (const known of gone) this.hears(known, -1);
    // Of all words in an edited paragraph hardly any stands elsewhere and changed.
    const words = new Set([...changes.words].filter((word) => this.readers.has(word)));
    const pairs = changes.pairs.filter((pair) => pair.every((word) => this.readers.has(word)));
    for (const known of come) this.hears(known, 1);
    if (words.size + pairs.length > 0) this.disturb(sections, { words, pairs });
  }

  /** Blocks that are counted and no longer part of the document. */
  private leave(sections: Sequence<Section>): Known[] {
    const before = this.settled;
    if (before === undefined || before === sections) return [];
    const { prefix, suffix } = before.difference(sections);
    const present = new Set<Block>();
    sections.each(
      ({ segment }) => {
        for (const block of segment.blocks) present.add(block);
      },
      prefix,
      sections.length - suffix,
    );
    const gone: Known[] = [];
    before.each(
      ({ segment }) => {
        for (const block of segment.blocks) {
          const known = this.known.get(block);
          if (known?.counted && !present.has(block)) gone.push(known);
        }
      },
      prefix,
      before.length - suffix,
    );
    return gone;
  }

  private hears(known: Known, by: 1 | -1): void {
    known.counted = by === 1;
    for (const { capitals } of known.said)
      for (const word of capitals) {
        const count = (this.readers.get(word) ?? 0) + by;
        if (count === 0) this.readers.delete(word);
        else this.readers.set(word, count);
      }
  }

  private disturb(sections: Sequence<Section>, changes: Changes): void {
    sections.eachChunk((chunk) => {
      for (const block of readable(chunk.items)) {
        const known = this.known.get(block);
        if (known?.mentions === undefined || known.stale) continue;
        if (!known.said.some((one) => concerns(changes, one))) continue;
        known.stale = true;
        this.applied.delete(chunk);
      }
    });
  }

  /** The second pass. */
  find(block: Block): void {
    const known = this.known.get(block);
    // What it says itself is taken off the evidence: it must be part of it.
    if (known === undefined || !known.counted || (known.mentions !== undefined && !known.stale)) return;
    this.passes++;
    const mentions = this.recognizer.mentions(this.recognizer.read(block.text), this.evidence);
    known.stale = false;
    // The same list as long as it says the same, so that whoever shows it need not look.
    if (known.mentions === undefined || !equal(known.mentions, mentions)) known.mentions = mentions;
  }

  private isFound(block: Block): boolean {
    const known = this.known.get(block);
    return known?.mentions !== undefined && !known.stale;
  }

  /** The sections with what the model finds in them now; those that stand as they were are the same. */
  apply(sections: Sequence<Section>): Sequence<Section> {
    const result = sections.map(
      (section) => this.applyTo(section),
      (chunk) => this.applied.has(chunk),
    );
    result.eachChunk((chunk) => {
      if (readable(chunk.items).every((block) => this.isFound(block))) this.applied.add(chunk);
    });
    // They are other sections of the same blocks: nothing to count anew.
    if (this.settled === sections) this.settled = result;
    return result;
  }

  private applyTo(section: Section): Section {
    const { blocks } = section.segment;
    const model = blocks.map((block) => this.known.get(block)?.mentions);
    if (model.every((found) => found === undefined)) return section;
    const isSame = section.model !== undefined && model.every((found, i) => (found ?? NOTHING) === section.model?.[i]);
    return isSame ? section : section.withModel(model.map((found) => found ?? NOTHING));
  }

  /** The blocks of a document that wait for a pass. */
  waiting(sections: Sequence<Section>, pass: Pass): Block[] {
    const waiting: Block[] = [];
    const done = pass === 'first' ? this.counted : this.applied;
    sections.eachChunk((chunk) => {
      if (!done.has(chunk)) waiting.push(...this.waitingIn(chunk.items, pass));
    });
    return waiting;
  }

  /** Those of them in some sections. */
  waitingIn(sections: readonly Section[], pass: Pass): Block[] {
    return readable(sections).filter((block) => !(pass === 'first' ? this.known.has(block) : this.isFound(block)));
  }

  /** The sections that came since the evidence was settled; none at first, when all are new. */
  comers(sections: Sequence<Section>): Section[] {
    if (this.settled === undefined || this.settled === sections) return [];
    const { prefix, suffix } = this.settled.difference(sections);
    const comers: Section[] = [];
    sections.each((section) => comers.push(section), prefix, sections.length - suffix);
    return comers;
  }
}

/** The first reads a block alone, the second with what its document says. */
export type Pass = 'first' | 'second';

const NOTHING: ModelMentions = [];

/** The blocks that the model reads: running text, titles and keywords. What other fields name, their meaning says. */
function readable(sections: readonly Section[]): Block[] {
  return sections.flatMap(({ segment }) =>
    segment.blocks.filter(({ field }) => field === undefined || field === 'title' || field === 'keywords'),
  );
}

function equal(a: ModelMentions, b: ModelMentions): boolean {
  return (
    a.length === b.length &&
    a.every((x, i) => {
      const y = b[i] as ModelMention;
      return x.start === y.start && x.end === y.end && x.kind === y.kind && x.score === y.score;
    })
  );
}
