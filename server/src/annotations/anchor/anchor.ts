import type { Span } from '../../text/span.ts';
import { normalLineEnds } from '../normal.ts';
import { BaseMap } from './base-map.ts';
import { choose } from './choose.ts';
import { type Context, contextAfter, contextBefore } from './extend.ts';
import { Finder } from './finder.ts';
import { FoldedText, fold } from './folded.ts';
import { followNeighbours, separate } from './neighbours.ts';
import { partsFrom } from './parts.ts';
import { spansAtPosition } from './position.ts';
import { byPoints, type Candidate, type Sought } from './sought.ts';
import type { AnchorCandidate, Anchored, Selector } from './types.ts';
import { holds, LONG, scoreOf, whole } from './weigh.ts';

/** Where it was looked for: the text as it is now, and the one from which the positions were taken, if it is at hand. */
export interface Texts {
  readonly text: string;
  readonly base?: string | undefined;
}

/**
 * Signs on each side of a quote that must stand next to it as they stood, where nothing else is asked. With 24 instead of
 * 16 more is weighed and nothing gets better (seeds 1 and 3).
 */
const KEPT_BESIDE = 16;
/** The share of a quote that the map must have kept in one place to propose it; 0.8 is no better (seeds 1 and 3). */
const KEPT = 0.6;
/** Of words at a place so large a share must come from one place of the base: 0.5 to 0.8 give the same (seeds 1 to 3). */
const ORIGIN = 0.6;
/** Signs beside words that stood elsewhere in the base which show that these have moved, not the quote. */
const KEPT_ELSEWHERE = 8;
/** Context that is compared on each side, in signs; of a base text as much as a stored one is long at most. */
const MOST_CONTEXT = 64;
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
  private mapped: BaseMap | undefined;

  constructor({ text, base }: Texts) {
    this.now = new FoldedText(text);
    this.finder = new Finder(this.now);
    if (base === undefined) return;
    this.base = new FoldedText(base);
  }

  /** Made when the first annotation asks for it: where all stand at their positions, nobody does. */
  private get map(): BaseMap | undefined {
    if (this.mapped === undefined && this.base !== undefined) this.mapped = new BaseMap(this.base, this.now);
    return this.mapped;
  }

  seek(annotation: Selector): Sought {
    const parts = annotation.quote.map(fold);
    const isSame = this.base?.original === this.now.original;
    const standing = spansAtPosition(annotation, this.finder.normal, { withContext: !isSame });
    const at = annotation.at === undefined ? undefined : this.now.unitOfPoint(annotation.at);
    let before = fold(annotation.before.slice(-MOST_CONTEXT));
    let after = fold(annotation.after.slice(0, MOST_CONTEXT));
    const inBase = this.spansInBase(annotation.at, parts, contextAfter(after));
    const end = inBase.at(-1)?.end;
    if (this.base !== undefined && inBase[0] !== undefined && end !== undefined) {
      before = this.base.text.slice(Math.max(0, inBase[0].start - MOST_CONTEXT), inBase[0].start);
      after = this.base.text.slice(end, end + MOST_CONTEXT);
    }
    return {
      parts,
      quote: annotation.quote.map(normalLineEnds),
      literal: [
        normalLineEnds(annotation.before).slice(-MOST_CONTEXT),
        normalLineEnds(annotation.after).slice(0, MOST_CONTEXT),
      ],
      first: parts[0] ?? '',
      before: contextBefore(before),
      after: contextAfter(after),
      contextText: [before, after],
      at,
      inBase,
      standing: isSame || inBase.length === 0 ? standing : undefined,
      order: annotation.at,
      best: undefined,
      candidates: [],
      chosen: undefined,
      fallback: undefined,
      state: 'orphaned',
      wholes: [],
    };
  }

  /** Where the parts of a quote stand in the base; empty where it does not stand at its position there. */
  private spansInBase(
    at: number | undefined,
    [first = '', ...rest]: readonly string[],
    after: Context,
  ): readonly Span[] {
    const start = at === undefined ? undefined : this.base?.unitOfPoint(at);
    if (this.base === undefined || start === undefined || first === '' || !this.base.text.startsWith(first, start))
      return [];
    return partsFrom([first, ...rest], start, start + first.length, after, this.base.text) ?? [];
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
    if (item.inBase.length === 0 && item.wholes.length > 2) {
      // One passage again and again: nothing that could be weighed tells which, but perhaps its neighbours do.
      item.candidates = finder.nearestWholes(item);
      item.state = 'ambiguous';
      return;
    }
    const isOther = (candidate: Candidate) => !whole(item, candidate) && this.isFromElsewhere(item, candidate);
    const exact = finder.exactCandidates(item);
    const mapped = this.mappedPlace(item);
    const isMapped = ({ start, end }: Span) => start === mapped?.start && end === mapped.end;
    item.candidates = mapped === undefined || exact.some(isMapped) ? exact : byPoints([...exact, mapped], item);
    choose(item, this.now.text, isOther);
    // The words as they were may also be a copy, and the place that is meant have a slip in it.
    const [best] = item.candidates;
    if (best !== undefined && item.state !== 'orphaned' && holds(item, best)) return;
    if (item.before.total + item.after.total === 0 && item.candidates.length > 0) return;
    const changed = finder.changedCandidates(item);
    if (changed.length === 0) return;
    item.candidates = byPoints([...item.candidates, ...changed], item);
    choose(item, this.now.text, isOther);
  }

  /** Where the signs of the base stand now, if what is next to them stands there, too, and no copy of them is as good. */
  private keptPlace(item: Sought): Candidate | undefined {
    const { map } = this;
    const [first] = item.inBase;
    const last = item.inBase.at(-1);
    if (map === undefined || first === undefined || last === undefined) return undefined;
    if (!map.isKept(first, KEPT_BESIDE, 0) || !map.isKept(last, 0, KEPT_BESIDE)) return undefined;
    const spans = item.inBase.flatMap((span) => (map.isKept(span, 0, 0) ? (map.spanOf(span) ?? []) : []));
    const isInOrder = spans.every(({ start }, part) => part === 0 || start >= (spans[part - 1]?.end ?? 0));
    const start = spans[0]?.start;
    if (spans.length < item.parts.length || !isInOrder || start === undefined) return undefined;
    if (spans.length > 1) return this.finder.wholeParts(item, spans);
    if (!map.isKept(first, KEPT_BESIDE, KEPT_BESIDE)) return undefined;
    const isCopy = (place: number) => !this.originElsewhere(item, { start: place, end: place + item.first.length });
    return this.finder.hasRival(item, start, isCopy) ? undefined : this.finder.wholeAt(item, start);
  }

  /** Where most signs of the quote stand now by the map, to be weighed like any other place. */
  private mappedPlace(item: Sought): Candidate | undefined {
    const { first } = item;
    const [span] = item.inBase;
    const place = span && item.parts.length === 1 ? this.map?.spanOf(span) : undefined;
    if (place === undefined) return undefined;
    const { start, end, kept } = place;
    if (kept < KEPT * Math.max(first.length, end - start)) return undefined;
    const isSame = end - start === first.length && this.now.text.startsWith(first, start);
    const errors = isSame ? 0 : Math.max(1, first.length - kept, end - start - kept);
    return this.finder.candidate(item, start, end, errors);
  }

  /** Whether the words at a place are others of the base that stood beside the same words as now. */
  private isFromElsewhere(item: Sought, place: Span): boolean {
    const origin = this.originElsewhere(item, place);
    if (origin === undefined) return false;
    return item.first.length >= LONG || this.map?.isKept(origin, KEPT_ELSEWHERE, KEPT_ELSEWHERE) === true;
  }

  /** Where in the base the words at a place stood, if not where the quote did. */
  private originElsewhere({ inBase: [span], parts }: Sought, { start, end }: Span): Span | undefined {
    if (this.map === undefined || span === undefined || parts.length > 1) return undefined;
    const origin = this.map.originOf({ start, end });
    if (origin === undefined || origin.kept < ORIGIN * (end - start)) return undefined;
    return origin.start < span.end && span.start < origin.end ? undefined : origin;
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
