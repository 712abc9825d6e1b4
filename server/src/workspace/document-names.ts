import { type Entries, EvidenceCounts } from '../names/model/evidence.ts';
import { type Changes, concern, exchange } from '../names/model/exchange.ts';
import {
  type BlockReading,
  type ModelMention,
  moved,
  type NameRecognizer,
  type SentenceReading,
} from '../names/model/recognizer.ts';
import type { Block } from '../seed/types.ts';
import type { Chunk, Sequence } from '../text/sequence.ts';
import { eachReadable, type Known, KnownBlocks } from './known-blocks.ts';
import { KnownSentences } from './known-sentences.ts';
import type { ModelMentions, Section } from './section.ts';

/**
 * What the model finds in one document. The first pass reads a block for itself; what all blocks say is counted, and
 * the second pass reads each block with the counts. An edit takes out what the changed blocks said and puts in what they
 * say now; only blocks that would see a difference are read again. Owned by the document.
 */
export class DocumentNames {
  private readonly recognizer: NameRecognizer;
  private readonly evidence = new EvidenceCounts();
  private readonly known = new KnownBlocks();
  /** What the second pass found in the sentences that the recognizer keeps. */
  private readonly found = new KnownSentences();
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
    if (this.known.get(block) !== undefined) return;
    const capitals = new Set<number>();
    const { sentences } = this.recognizer.read(block.text);
    for (const { reading } of sentences) for (const word of reading.said.capitals) capitals.add(word);
    const entries = sentences.map(entriesOf);
    this.known.set(block, { capitals: Int32Array.from(capitals), entries, mentions: undefined, stale: false });
  }

  /**
   * Brings the evidence to what the blocks say that stand in the document now, as far as they have been read, and those
   * that left have been read again.
   *
   * @param where the only sections that may have been read since; all where it is not given.
   */
  settle(sections: Sequence<Section>, where?: readonly Stretch[]): void {
    this.known.follow(sections);
    const gone = [...this.known.leavers()].filter(({ entries }) => entries !== undefined);
    const come = new Set<Known>();
    const add = (block: Block) => {
      const known = this.known.get(block);
      if (known?.entries !== undefined) come.add(known);
      return known !== undefined;
    };
    if (where !== undefined) for (const stretch of where) eachReadable(itemsOf(sections, stretch), add);
    else
      sections.eachChunk((chunk) => {
        if (this.counted.has(chunk)) return;
        let all = true;
        eachReadable(chunk.items, (block) => {
          all = add(block) && all;
        });
        if (all) this.counted.add(chunk);
      });
    this.settled = sections;
    if (gone.length + come.size === 0) return;
    const changes = exchange(
      this.evidence,
      gone.flatMap(({ entries }) => entries ?? []),
      [...come].flatMap(({ entries }) => entries ?? []),
    );
    this.found.evidenceChanged(changes);
    for (const leaver of gone) {
      this.hears(leaver.known, -1);
      this.known.forget(leaver);
    }
    // Of all words in an edited paragraph hardly any stands elsewhere and changed.
    const words = new Set([...changes.words].filter((word) => this.readers.has(word)));
    const pairs = changes.pairs.filter((pair) => pair.every((word) => this.readers.has(word)));
    for (const known of come) {
      this.hears(known, 1);
      known.entries = undefined;
    }
    if (words.size + pairs.length > 0) this.disturb(sections, { words, pairs });
  }

  /** The blocks that left the document and wait to be read again, so that what they said can be taken out. */
  leaving(sections: Sequence<Section>): Block[] {
    this.known.follow(sections);
    return [...this.known.leavers()].filter(({ entries }) => entries === undefined).map(({ block }) => block);
  }

  readAgain(block: Block): void {
    const leaver = this.known.leaver(block);
    if (leaver !== undefined) leaver.entries = this.recognizer.read(block.text).sentences.map(entriesOf);
  }

  private hears({ capitals }: Known, by: 1 | -1): void {
    for (const word of capitals) {
      const count = (this.readers.get(word) ?? 0) + by;
      if (count === 0) this.readers.delete(word);
      else this.readers.set(word, count);
    }
  }

  private disturb(sections: Sequence<Section>, changes: Changes): void {
    const isConcerned = concern(changes);
    sections.eachChunk((chunk) => {
      eachReadable(chunk.items, (block) => {
        const known = this.known.get(block);
        if (known?.mentions === undefined || known.stale || !isConcerned(known)) return;
        known.stale = true;
        this.applied.delete(chunk);
      });
    });
  }

  /** The second pass. */
  find(block: Block): void {
    const known = this.known.get(block);
    // What it says itself is taken off the evidence: it must be part of it.
    if (known === undefined || known.entries !== undefined || (known.mentions !== undefined && !known.stale)) return;
    this.passes++;
    const mentions = this.recognizer
      .read(block.text)
      .sentences.flatMap(({ start, reading }) => moved(this.foundIn(reading), start));
    known.stale = false;
    // The same list as long as it says the same, so that whoever shows it need not look.
    if (known.mentions === undefined || !equal(known.mentions, mentions)) known.mentions = mentions;
  }

  private foundIn(sentence: SentenceReading): ModelMentions {
    let mentions = this.found.get(sentence);
    if (mentions === undefined) {
      mentions = this.recognizer.mentionsIn(sentence, this.evidence);
      this.found.set(sentence, mentions);
    }
    return mentions;
  }

  /**
   * The sections with what the model finds in them now; those that stand as they were are the same.
   *
   * @param where the only sections in which something may have been found since; all where it is not given.
   */
  apply(sections: Sequence<Section>, where?: readonly Stretch[]): Sequence<Section> {
    let result = sections;
    if (where === undefined) {
      result = sections.map(
        (section) => this.applyTo(section),
        (chunk) => this.applied.has(chunk),
      );
      result.eachChunk((chunk) => {
        if (this.applied.has(chunk)) return;
        let all = true;
        eachReadable(chunk.items, (block) => {
          all = all && this.isDone(block, 'second');
        });
        if (all) this.applied.add(chunk);
      });
    } else
      for (const { from, to } of where)
        for (let index = from; index < to; index++) {
          const section = result.at(index);
          const other = this.applyTo(section);
          if (other !== section) result = result.splice(index, 1, [other]);
        }
    // They are other sections of the same blocks: nothing to count anew.
    if (this.settled === sections) this.settled = result;
    this.known.replaced(sections, result);
    return result;
  }

  private applyTo(section: Section): Section {
    const { blocks } = section.segment;
    const model = blocks.map((block) => this.known.get(block)?.mentions);
    if (model.every((found) => found === undefined)) return section;
    const isSame = section.model !== undefined && model.every((found, i) => (found ?? NOTHING) === section.model?.[i]);
    return isSame ? section : section.withModel(model.map((found) => found ?? NOTHING));
  }

  /**
   * The blocks of a document that wait for a pass.
   *
   * @param where in these sections only.
   */
  waiting(sections: Sequence<Section>, pass: Pass, where?: readonly Stretch[]): Block[] {
    this.known.follow(sections);
    const waiting = new Set<Block>();
    const add = (block: Block) => {
      if (!this.isDone(block, pass)) waiting.add(block);
    };
    if (where !== undefined) for (const stretch of where) eachReadable(itemsOf(sections, stretch), add);
    else {
      const done = this.chunksDone(pass);
      sections.eachChunk((chunk) => {
        if (!done.has(chunk)) eachReadable(chunk.items, add);
      });
    }
    return [...waiting];
  }

  /** Whether the blocks that wait, or that left and are still counted, have no more code units than `limit`. */
  isFew(sections: Sequence<Section>, limit: number): boolean {
    this.known.follow(sections);
    let size = 0;
    for (const { block } of this.known.leavers()) size += block.text.length;
    sections.eachChunk((chunk) => {
      if (size > limit || (this.counted.has(chunk) && this.applied.has(chunk))) return;
      eachReadable(chunk.items, (block) => {
        if (!this.isDone(block, 'second')) size += block.text.length;
      });
    });
    return size <= limit;
  }

  private isDone(block: Block, pass: Pass): boolean {
    const known = this.known.get(block);
    return pass === 'first' ? known !== undefined : known?.mentions !== undefined && !known.stale;
  }

  private chunksDone(pass: Pass): WeakSet<Chunk<Section>> {
    return pass === 'first' ? this.counted : this.applied;
  }

  /** The sections that came since the evidence was settled; none at first, when all are new. */
  comers(sections: Sequence<Section>): Stretch {
    if (this.settled === undefined || this.settled === sections) return { from: 0, to: 0 };
    const { prefix, suffix } = this.settled.difference(sections);
    return { from: prefix, to: sections.length - suffix };
  }
}

/** Sections by their indices, from the first to before the last. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

function itemsOf(sections: Sequence<Section>, { from, to }: Stretch): Section[] {
  const items: Section[] = [];
  sections.each((section) => items.push(section), from, to);
  return items;
}

/** The first reads a block alone, the second with what its document says. */
export type Pass = 'first' | 'second';

const NOTHING: ModelMentions = [];

function entriesOf({ reading }: BlockReading['sentences'][number]): Entries {
  return reading.said.entries;
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
