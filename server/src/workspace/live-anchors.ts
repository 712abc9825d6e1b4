import { anchorAll } from '../annotations/anchor/anchor.ts';
import { narrowed } from '../annotations/live/replacement.ts';
import { comesBack, follow, placeOf, type Replacement, type Tracked, track } from '../annotations/live/tracked.ts';
import { normalLineEnds } from '../annotations/normal.ts';
import { type Origins, placeAll } from '../annotations/place.ts';
import type { Annotation, Place, PlacedAnnotation, Sidecar } from '../annotations/types.ts';
import { PointIndex } from '../text/codepoints.ts';
import type { TextLines } from '../text/lines.ts';
import { distance } from '../text/similar.ts';
import type { Span } from '../text/span.ts';
import { CutPassages } from './cut-passages.ts';
import { EarlierTexts } from './earlier-texts.ts';
import {
  type Before,
  byName,
  type Live,
  named,
  nameOf,
  placeBeside,
  saysTheSame,
  spansOf,
  textIn,
} from './live-entries.ts';

/** Former entries that are followed on. */
const MOST_FORMER = 100;
/** What is longer than a quote by so much, and goes or comes at once, is a passage with the quote in it. */
const PASSAGE = 8;
/** The share of its characters that may be others in words that were replaced with their passage. */
const MOST_CHANGED = 0.25;

/**
 * The annotations of an open seed, from where they were found on through every change of the text. An undo brings back
 * exactly what a deletion took: the text that comes back is known again. What is cut and pasted goes along. What was replaced
 * as a whole, by a checkout or a program, is looked for in the text that took its place by the one in which it stood last.
 */
export class LiveAnchors {
  /** The sidecar's own `text`. */
  private own: string | undefined;
  private origins: Origins = {};
  private items: readonly Live[] = [];
  /** The entries as the sidecar has them. */
  private annotations: readonly Annotation[] = [];
  /** Entries that said something else before, followed on: an undo of what changed them brings them back. */
  private former: readonly Live[] = [];
  private readonly earlier = new EarlierTexts();
  private placed: readonly PlacedAnnotation[] | undefined = NONE;
  private readonly passages = new CutPassages();

  /** The code units from `start` to before `end` of the text `before` gave way to others, which makes it `after`. */
  change(start: number, end: number, inserted: string, before: TextLines, after: TextLines): void {
    if (this.items.length + this.former.length === 0) return;
    const removed = before.slice(start, end);
    const by = narrowed(start, removed, inserted);
    if (by.start === by.end && by.length === 0) return;
    this.placed = undefined;
    // It is no longer the text that the sidecar names; that one is among the earlier ones.
    if (this.origins.textId !== undefined) this.origins = { bases: this.origins.bases };
    this.passages.replaced(by.start, by.end, by.length);
    const cut = new Map<number, readonly Span[]>();
    const message = this.earlier.beginning(before, this.items, by.start);
    let [loses, differs] = [false, false];
    this.items = this.items.map((item, index) => {
      const at = follow(item.at, by);
      const unplaced = at.lost || at.found.spans.length === 0;
      const lost = at !== item.at && lostMore(item.at, at, by);
      loses ||= lost;
      differs ||= !comesBack(item.at, at, by) || (unplaced && mayTell({ ...item, at }, by, removed));
      if (lost && !item.at.lost && by.start <= item.at.region.start && item.at.region.end <= by.end)
        cut.set(
          index,
          spansOf(item.at).map((span) => ({ start: span.start - by.start, end: span.end - by.start })),
        );
      const again = item.again || (unplaced && (lost ? tells(at, by) : mayTell({ ...item, at }, by, inserted)));
      if (at === item.at) return again === item.again ? item : { ...item, again };
      if (!lost || item.before !== undefined) return { at, before: item.before, again };
      const spans = spansOf(message.items[index]?.at ?? item.at);
      return { at, before: { lines: message.lines, spans, replaced: replaces(at, by) }, again };
    });
    const followed = this.items;
    if (cut.size > 0) this.carry(this.passages.went(before.slice(by.start, by.end), cut));
    if (by.length > 0) this.carry(this.passages.cameIn(inserted, start));
    const isCarried = this.items !== followed;
    this.former = this.former.map((item) => ({ ...item, at: follow(item.at, by) }));
    this.earlier.changed(by, { loses, differs: differs || isCarried });
    this.restore(after);
  }

  /** Entries go with the passage that they stood in. */
  private carry(places: ReadonlyMap<number, readonly Span[]>): void {
    if (places.size === 0) return;
    this.items = this.items.map((item, index) => {
      const spans = places.get(index);
      if (spans === undefined || !item.at.lost) return item;
      const state = item.at.found.state === 'fuzzy' ? 'fuzzy' : 'moved';
      const found = { ...item.at.found, state, spans, candidates: [] } as const;
      return { at: track(found, 0), before: undefined, again: false };
    });
  }

  /** Of a text that comes back the places come back. */
  private restore(lines: TextLines): void {
    const items = this.earlier.itemsOf(lines);
    if (items === undefined) return;
    const [known, present] = [byName(items), byName(this.items)];
    this.items = this.items.map((item) => {
      const { annotation } = item.at.found;
      const then = named([known], annotation);
      if (then === undefined) return item;
      // Its position may have been written anew, unless two have its name.
      const at = present.get(nameOf(annotation))?.length === 1 ? annotation.at : then.at.found.annotation.at;
      if (!saysTheSame({ ...then.at.found.annotation, at }, annotation)) return item;
      return { ...then, at: { ...then.at, found: { ...then.at.found, annotation } } };
    });
    // What follows in the same message begins with a text that is known.
    this.endMessage();
  }

  private endMessage(): void {
    this.earlier.endMessage();
    this.passages.endMessage();
  }

  /** Another sidecar: what it says as before stays where it is, all else is found anew. */
  setSidecar(sidecar: Sidecar | undefined, lines: TextLines, origins: Origins): void {
    this.endMessage();
    this.passages.forget();
    this.own = sidecar?.text;
    this.origins = origins;
    this.placed = undefined;
    const known = [...this.items, ...this.former];
    if (sidecar === undefined) {
      this.items = [];
      this.annotations = [];
      this.former = [];
      this.earlier.forget();
      return;
    }
    this.items = placeBeside(sidecar, [this.items, this.former], lines, origins);
    this.annotations = sidecar.annotations;
    const says = byName(this.items);
    this.former = known
      .filter(({ at: { found } }) => {
        const now = says.get(nameOf(found.annotation)) ?? [];
        return !now.some(({ at }) => saysTheSame(at.found.annotation, found.annotation));
      })
      .slice(0, MOST_FORMER);
  }

  /** Finds the places of other readings of the sidecar in the present text: what they say as this one does stands where it does here. */
  placer(lines: TextLines): Place {
    const placed = this.all(lines);
    const { items, origins, annotations } = this;
    return (sidecar) =>
      sidecar.annotations === annotations
        ? placed
        : placeBeside(sidecar, [items], lines, origins).map(({ at }) => placeOf(at, textIn(lines)));
  }

  /** All annotations in the order of the sidecar. */
  all(lines: TextLines): readonly PlacedAnnotation[] {
    if (this.placed === undefined) {
      const text = textIn(lines);
      this.placed = this.items.map(({ at }) => placeOf(at, text));
    }
    return this.placed;
  }

  /**
   * After the changes of one message: looks for what was replaced or cut out, by the text in which it stood last, else as
   * for the first time. Not put off until somebody asks, since then it would depend on who asks when.
   */
  lookAgain(lines: TextLines): void {
    const { items } = this;
    this.look(lines);
    if (this.items.some(({ at }, index) => at !== items[index]?.at)) this.earlier.keep();
    this.endMessage();
  }

  private look(lines: TextLines): void {
    const text = textIn(lines);
    if (this.items.some(({ at }) => at.lost)) this.items = this.items.map((item) => cameBack(item, text));
    if (!this.items.some(({ again }) => again)) return;
    const groups = new Map<TextLines | undefined, number[]>();
    for (const [index, { at, before, again }] of this.items.entries()) {
      // Of one that a passage took a part of, what is left may be half a word.
      if (!again || (before?.replaced !== true && placeOf(at, text).spans.length > 0)) continue;
      const group = groups.get(before?.lines);
      if (group) group.push(index);
      else groups.set(before?.lines, [index]);
    }
    if (groups.size === 0) return;
    const items = [...this.items];
    for (const [base, indices] of groups) {
      const lost = indices.map((index) => items[index] as Live);
      const found = base === undefined ? this.foundAnew(lost, lines) : foundFrom(base, lost, lines);
      for (const [k, index] of indices.entries()) {
        const item = lost[k] as Live;
        const next = settled(item, found[k] as PlacedAnnotation, lines);
        const stays = next.at?.found.spans.length === 0 && placeOf(item.at, text).spans.length > 0;
        items[index] = stays ? { ...item, again: false } : { ...item, ...next };
      }
    }
    this.items = items;
  }

  private foundAnew(lost: readonly Live[], lines: TextLines): PlacedAnnotation[] {
    const annotations = lost.map(({ at }) => at.found.annotation);
    return placeAll({ text: this.own, annotations }, lines.toString(), { bases: this.origins.bases });
  }
}

/** Where annotations stand by an earlier text in which they all stood. */
function foundFrom(base: TextLines, lost: readonly Live[], lines: TextLines): PlacedAnnotation[] {
  // Not kept with it: of many earlier texts it would fill the memory.
  const whole = base.join(0, base.count);
  const points = new PointIndex(whole);
  const sought = lost.map(({ before }) => {
    const spans = before?.spans ?? [];
    const quote = spans.map(({ start, end }) => base.slice(start, end));
    return { quote, at: points.toPoints(spans[0]?.start ?? 0), before: '', after: '' };
  });
  return anchorAll(sought, { text: lines.toString(), base: whole }).map((found, index) => {
    const annotation = lost[index]?.at.found.annotation as Annotation;
    return { ...found, annotation, spans: found.state === 'ambiguous' ? [] : found.spans };
  });
}

/** One whose words were typed anew has the new characters from now on: what is typed next to them is not its own. */
function cameBack(item: Live, text: (span: Span) => string): Live {
  if (!item.at.lost || item.at.found.spans.length === 0) return item;
  const placed = placeOf(item.at, text);
  return placed.state === 'moved' ? { at: track(placed, 0), before: undefined, again: false } : item;
}

/** What was looked for again, as it is followed from now on. */
function settled({ at, before }: Live, found: PlacedAnnotation, lines: TextLines): Partial<Live> {
  if (found.spans.length === 0) return { at: { ...at, runs: [], found }, again: false };
  const quote = at.found.annotation.quote.map(normalLineEnds);
  const words = found.spans.map((span) => normalLineEnds(lines.slice(span.start, span.end)));
  const isAsQuoted = words.length === quote.length && words.every((word, part) => word === quote[part]);
  // Words like those that somebody deleted are not those words.
  const isKnown = before?.replaced && (isAsQuoted || looksLike(found, before, lines));
  if (found.state === 'fuzzy' && before !== undefined && !isKnown) {
    const candidates = [{ spans: found.spans, score: found.score }];
    return { at: { ...at, runs: [], found: { ...found, state: 'orphaned', spans: [], candidates } }, again: false };
  }
  const isChanged = at.found.state === 'fuzzy' || found.state === 'fuzzy';
  const state = isChanged && !isAsQuoted ? 'fuzzy' : 'moved';
  return { at: track({ ...found, state }, 0), before: undefined, again: false };
}

const NONE: readonly PlacedAnnotation[] = [];

/** Whether a replacement took characters of an annotation. */
function lostMore(before: Tracked, after: Tracked, { start, end }: Replacement): boolean {
  return (
    after.lost && (!before.lost || before.runs.some((part) => part.some((run) => run.start < end && start < run.end)))
  );
}

/** Whether a replacement may tell where the characters are that an annotation lost. */
function tells({ found }: Tracked, { start, end, length }: Replacement): boolean {
  const [quote = ''] = found.annotation.quote;
  return Math.max(length, end - start) > quote.length + PASSAGE;
}

/** Whether a text that comes in may tell where the characters are that an annotation lost before. */
function mayTell({ at, before }: Live, by: Replacement, inserted: string): boolean {
  return tells(at, by) && (before === undefined || mayHold(inserted, at));
}

/** Whether a text that came in may hold what was lost before: a look at the text in which it stood costs a comparison. */
function mayHold(inserted: string, { found }: Tracked): boolean {
  const [quote = ''] = found.annotation.quote;
  const words = quote.match(/[\p{L}\p{N}]+/gu) ?? [];
  return inserted.includes(words.reduce((longest, word) => (word.length > longest.length ? word : longest), ''));
}

/** Whether the words found are those that stood there before, but for a slip or a correction. */
function looksLike({ spans }: PlacedAnnotation, before: Before, lines: TextLines): boolean {
  return before.spans.every(({ start, end }, part) => {
    const span = spans[part];
    const limit = Math.floor((end - start) * MOST_CHANGED);
    return (
      span !== undefined && distance(before.lines.slice(start, end), lines.slice(span.start, span.end), limit) <= limit
    );
  });
}

/** Whether what was written may hold what was lost with its passage. */
function replaces({ found }: Tracked, { start, end, length }: Replacement): boolean {
  const [quote = ''] = found.annotation.quote;
  return Math.min(length, end - start) > quote.length + PASSAGE;
}
