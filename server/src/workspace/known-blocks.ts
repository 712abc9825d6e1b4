import type { Entries } from '../names/model/evidence.ts';
import type { Block } from '../seed/types.ts';
import type { Sequence } from '../text/sequence.ts';
import type { ModelMentions, Section } from './section.ts';

/** What is known of a block. As little as possible: a long text has tens of thousands. */
export interface Known {
  /** Its capitalised words: what the document says of these is all that the second pass reads. */
  readonly capitals: Int32Array;
  /** What it says, as long as that is no part of the evidence; after that it can be read again. */
  entries: readonly Entries[] | undefined;
  /** By the second pass; undefined before it. */
  mentions: ModelMentions | undefined;
  /** The evidence was another one when the second pass saw it. */
  stale: boolean;
}

/** A block that left its document while what it said was still counted. */
export interface Leaver {
  readonly block: Block;
  readonly known: Known;
  /** What it said, as soon as it has been read again. */
  entries: readonly Entries[] | undefined;
}

/**
 * What is known of the blocks of one document. A block that an edit made anew with the same text, as those of a long
 * paragraph, is known at once; what others said that left is to be taken out of the evidence.
 */
export class KnownBlocks {
  private readonly known = new WeakMap<Block, Known>();
  private readonly leaving = new Map<Block, Leaver>();
  private followed: Sequence<Section> | undefined;

  get(block: Block): Known | undefined {
    return this.known.get(block);
  }

  set(block: Block, known: Known): void {
    this.known.set(block, known);
  }

  /** Brings what is known to the present sections. */
  follow(sections: Sequence<Section>): void {
    const before = this.followed;
    this.followed = sections;
    if (before === undefined || before === sections) return;
    const { prefix, suffix } = before.difference(sections);
    const present = new Set<Block>();
    const come: Block[] = [];
    sections.each(
      (section) => {
        for (const block of section.segment.blocks) present.add(block);
        eachReadable([section], (block) => {
          if (!this.known.has(block)) come.push(block);
        });
      },
      prefix,
      sections.length - suffix,
    );
    const gone = new Map<string, Block[]>();
    const add = (block: Block) => {
      const same = gone.get(block.text);
      if (same === undefined) gone.set(block.text, [block]);
      else same.push(block);
    };
    // Nobody told those that left earlier what changed since; the others are taken first.
    for (const block of this.leaving.keys()) add(block);
    before.each(
      ({ segment }) => {
        for (const block of segment.blocks) if (this.known.has(block) && !present.has(block)) add(block);
      },
      prefix,
      before.length - suffix,
    );
    for (const block of come) {
      const same = gone.get(block.text)?.pop();
      if (same !== undefined) this.become(same, block);
    }
    for (const blocks of gone.values()) for (const block of blocks) this.leave(block);
  }

  private become(old: Block, block: Block): void {
    const known = this.known.get(old) as Known;
    if (this.leaving.delete(old)) known.stale = true;
    this.known.delete(old);
    this.known.set(block, known);
  }

  private leave(block: Block): void {
    const known = this.known.get(block) as Known;
    // What was never counted need not be taken out.
    if (known.entries !== undefined) this.known.delete(block);
    else if (!this.leaving.has(block)) this.leaving.set(block, { block, known, entries: undefined });
  }

  /** They are other sections of the same blocks: nothing to follow. */
  replaced(sections: Sequence<Section>, by: Sequence<Section>): void {
    if (this.followed === sections) this.followed = by;
  }

  /** Those that left and whose words are still counted. */
  leavers(): Iterable<Leaver> {
    return this.leaving.values();
  }

  leaver(block: Block): Leaver | undefined {
    return this.leaving.get(block);
  }

  forget({ block }: Leaver): void {
    this.leaving.delete(block);
    this.known.delete(block);
  }
}

/** The blocks that the model reads: running text, titles and keywords. What other fields name, their meaning says. */
export function eachReadable(sections: readonly Section[], visit: (block: Block) => void): void {
  for (const { segment } of sections)
    for (const block of segment.blocks)
      if (block.field === undefined || block.field === 'title' || block.field === 'keywords') visit(block);
}
