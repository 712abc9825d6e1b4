import { normalLineEnds } from '../normal.ts';
import { choose } from './choose.ts';
import { BASE_CONTEXT, OtherWords } from './elsewhere.ts';
import { contextAfter, contextBefore } from './extend.ts';
import { Finder } from './finder.ts';
import { FoldedText, fold } from './folded.ts';
import { KeptLines } from './lines.ts';
import { followNeighbours, separate } from './neighbours.ts';
import { partsFrom } from './parts.ts';
import { spansAtPosition } from './position.ts';
import { byPoints, type Candidate, type Sought } from './sought.ts';
import type { AnchorCandidate, Anchored, Selector } from './types.ts';
import { holds, scoreOf } from './weigh.ts';

/** Where it was looked for: the text as it is now, and the one from which the positions were taken, if it is at hand. */
export interface Texts {
  readonly text: string;
  readonly base?: string | undefined;
}

/** Places of one that has none for sure that are named. */
const MOST_PROPOSED = 5;

/** Where annotations stand in a text, in their order. A place is never guessed: see {@link AnchorState}. */
export function anchorAll<T extends Selector>(annotations: readonly T[], texts: Texts): Anchored<T>[] {
  const anchorer = new Anchorer(texts);
  const sought = annotations.map((annotation) => anchorer.seek(annotation));
  for (const item of sought) anchorer.place(item);
  separate(sought);
  followNeighbours(sought, (item, start) => anchorer.finder.wholeAt(item, start));
  return sought.map((item, index) => anchorer.answer(annotations[index] as T, item));
}

class Anchorer {
  readonly finder: Finder;
  private readonly now: FoldedText;
  private readonly base: FoldedText | undefined;
  private readonly otherWords: OtherWords | undefined;
  private lines: KeptLines | undefined;

  constructor({ text, base }: Texts) {
    this.now = new FoldedText(text);
    this.finder = new Finder(this.now);
    if (base === undefined) return;
    this.base = new FoldedText(base);
    this.otherWords = new OtherWords(this.base, this.now.text);
  }

  seek(annotation: Selector): Sought {
    const parts = annotation.quote.map(fold);
    const first = parts[0] ?? '';
    const isSame = this.base?.original === this.now.original;
    const standing = spansAtPosition(annotation, this.finder.normal, { withContext: !isSame });
    const at = annotation.at === undefined ? undefined : this.now.unitOfPoint(annotation.at);
    let before = fold(annotation.before.slice(-BASE_CONTEXT));
    let after = fold(annotation.after.slice(0, BASE_CONTEXT));
    let inBase = annotation.at === undefined ? undefined : this.base?.unitOfPoint(annotation.at);
    if (first === '' || inBase === undefined || !this.base?.text.startsWith(first, inBase)) inBase = undefined;
    if (this.base && inBase !== undefined) {
      before = this.base.text.slice(Math.max(0, inBase - BASE_CONTEXT), inBase);
      const end = partsFrom(parts, inBase, inBase + first.length, contextAfter(after), this.base.text)?.at(-1)?.end;
      if (end !== undefined) after = this.base.text.slice(end, end + BASE_CONTEXT);
    }
    return {
      parts,
      quote: annotation.quote.map(normalLineEnds),
      literal: [
        normalLineEnds(annotation.before).slice(-BASE_CONTEXT),
        normalLineEnds(annotation.after).slice(0, BASE_CONTEXT),
      ],
      first,
      before: contextBefore(before),
      after: contextAfter(after),
      contextText: [before, after],
      at,
      inBase,
      standing: isSame || inBase === undefined ? standing : undefined,
      order: annotation.at,
      best: undefined,
      candidates: [],
      chosen: undefined,
      state: 'orphaned',
      wholes: [],
    };
  }

  place(item: Sought): void {
    if (item.first === '') return;
    const { finder } = this;
    item.wholes = finder.wholes(item);
    const sure =
      finder.standingPlace(item) ?? this.keptPlace(item) ?? finder.literalPlace(item) ?? finder.surePlace(item);
    if (sure !== undefined) {
      item.candidates = [sure];
      item.chosen = sure;
      item.state = 'moved';
      return;
    }
    item.candidates = finder.exactCandidates(item);
    this.choose(item);
    // The words as they were may also be a copy, and the place that is meant have a slip in it.
    if (item.chosen !== undefined && holds(item, item.chosen)) return;
    if (item.before.total + item.after.total === 0 && item.candidates.length > 0) return;
    const changed = finder.changedCandidates(item);
    if (changed.length === 0) return;
    item.candidates = byPoints([...item.candidates, ...changed], item);
    this.choose(item);
  }

  /** Where the quote stands in a line that did not change. */
  private keptPlace(item: Sought): Candidate | undefined {
    if (item.inBase === undefined || this.base === undefined || item.parts.length > 1) return undefined;
    const { start, end } = this.base.toOriginal({ start: item.inBase, end: item.inBase + item.first.length });
    this.lines ??= new KeptLines(this.base.original, this.now.original);
    const original = this.lines.placeOf(start, end);
    const place = original === undefined ? undefined : this.now.fromOriginal(original);
    if (place === undefined || !this.now.text.startsWith(item.first, place)) return undefined;
    return this.finder.wholeAt(item, place);
  }

  private choose(item: Sought): void {
    choose(item, this.now.text, (candidate) => this.otherWords?.explain(item, candidate) ?? false);
  }

  answer<T extends Selector>(annotation: T, item: Sought): Anchored<T> {
    const best = item.chosen ?? item.candidates[0];
    const score = best ? scoreOf(best.points) : 0;
    const candidates = item.chosen === undefined ? this.proposals(item) : NO_CANDIDATES;
    if (best === undefined || item.state === 'orphaned')
      return { annotation, state: 'orphaned', score, spans: [], candidates };
    const spans = best.original ?? best.spans.map((span) => this.now.toOriginal(span));
    if (item.state === 'ambiguous') return { annotation, state: 'ambiguous', score, spans, candidates };
    const asItWas = spans.every(
      ({ start, end }, part) =>
        normalLineEnds(this.now.original.slice(start, end)) === normalLineEnds(annotation.quote[part] ?? ''),
    );
    const here = item.standing?.[0]?.start === spans[0]?.start || best.start === item.at;
    const state = !asItWas ? 'fuzzy' : here ? 'exact' : 'moved';
    return { annotation, state, score, spans, candidates };
  }

  /** Places that a person may choose from. */
  private proposals({ candidates }: Sought): AnchorCandidate[] {
    return candidates.slice(0, MOST_PROPOSED).map(({ spans, points }) => ({
      spans: spans.map((span) => this.now.toOriginal(span)),
      score: scoreOf(points),
    }));
  }
}

const NO_CANDIDATES: readonly AnchorCandidate[] = [];
