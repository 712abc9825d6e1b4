import type { Replacement } from '../annotations/live/tracked.ts';
import type { TextLines } from '../text/lines.ts';
import type { Live } from './live-entries.ts';

/** Texts that are remembered: an undo that comes later looks for the context of what it brings back instead. */
const MOST = 200;
/** Code units at the edges of a change that are compared before all of it is. */
const EDGE = 64;

/** What a replacement did to annotations that its opposite does not undo. */
interface Effect {
  /** It took characters of some. */
  readonly loses: boolean;
  /** Some would not be followed as they were. */
  readonly differs: boolean;
}

/** A text at the beginning of a message, and what is another in the present one. */
interface EarlierText {
  readonly lines: TextLines;
  readonly items: readonly Live[];
  /** The part of that text, from `start` on, that gave way to `length` code units of the present one. */
  readonly start: number;
  readonly removed: number;
  readonly length: number;
  /** Whether annotations lost characters with that message. */
  readonly loses: boolean;
}

/**
 * The texts that an undo may bring back, with where annotations stood in them. They are those at the beginning of messages,
 * since it takes back a message as a whole; and only where following the undo would not lead to the same places.
 */
export class EarlierTexts {
  private texts: readonly EarlierText[] = [];
  /** The text at the beginning of the message that is under way. */
  private message: EarlierText | undefined;
  /** Whether it is among the others, as the last one. */
  private isKept = false;

  /** The present text is about to change at `start`: gives the one at the beginning of the message. */
  beginning(lines: TextLines, items: readonly Live[], start: number): Pick<EarlierText, 'lines' | 'items'> {
    this.message ??= { lines: lines.lean(), items, start, removed: 0, length: 0, loses: false };
    return this.message;
  }

  /** The text that {@link beginning} was told of has changed. */
  changed(by: Replacement, { loses, differs }: Effect): void {
    if (this.message === undefined) return;
    this.message = { ...widened(this.message, by), loses: this.message.loses || loses };
    const others = (this.isKept ? this.texts.slice(0, -1) : this.texts).map((one) => widened(one, by));
    this.texts = this.isKept ? [...others, this.message] : others;
    if (loses || differs) this.keep();
  }

  /** Of the message that is under way an undo would not bring back all. */
  keep(): void {
    if (this.message === undefined || this.isKept) return;
    this.texts = atMost(MOST, [...this.texts, this.message]);
    this.isKept = true;
  }

  /** Where annotations stood in the text that is the present one again, if it is one of these. */
  itemsOf(lines: TextLines): readonly Live[] | undefined {
    const index = this.texts.findLastIndex(
      (one) => one.removed === one.length && isSame(one.lines, lines, one.start, one.start + one.length),
    );
    const items = this.texts[index]?.items;
    if (items !== undefined) this.texts = this.texts.slice(0, index);
    return items;
  }

  endMessage(): void {
    this.message = undefined;
    this.isKept = false;
  }

  forget(): void {
    this.endMessage();
    this.texts = [];
  }
}

/** If they are too many, without one: the first that lost nothing, as whoever holds backspace down passes many, else the first. */
function atMost(count: number, texts: readonly EarlierText[]): readonly EarlierText[] {
  if (texts.length <= count) return texts;
  const last = texts.length - 1;
  const dropped = Math.max(
    0,
    texts.findIndex(({ loses }, index) => !loses && index < last),
  );
  return texts.filter((_, index) => index !== dropped);
}

/** Whether two texts are the same between two places. Those that are not mostly differ where they were changed first or last. */
function isSame(one: TextLines, other: TextLines, start: number, end: number): boolean {
  const same = (from: number, to: number) => one.slice(from, to) === other.slice(from, to);
  return same(start, Math.min(end, start + EDGE)) && same(Math.max(start, end - EDGE), end) && same(start, end);
}

/** What is another between an earlier text and the present one after one more replacement. */
function widened(one: EarlierText, by: Replacement): EarlierText {
  const start = Math.min(one.start, by.start);
  const end = Math.max(one.start + one.length, by.end);
  return {
    ...one,
    start,
    removed: one.removed + (one.start - start) + (end - one.start - one.length),
    length: end - start + by.length - (by.end - by.start),
  };
}
