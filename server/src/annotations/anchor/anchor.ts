import search from 'approx-string-match';
import type { Span } from '../../text/span.ts';
import { insidePair, NormalText, normalLineEnds } from '../normal.ts';
import { lowerBound } from './bound.ts';
import { type Context, contextAfter, contextBefore, extension } from './extend.ts';
import { FoldedText, fold } from './folded.ts';
import { Grams } from './grams.ts';
import { KeptLines } from './lines.ts';
import { type Occurrence, Occurrences } from './occurrences.ts';
import { spansAtPosition } from './position.ts';
import type { AnchorCandidate, Anchored, AnchorState, Selector } from './types.ts';

/** Where it was looked for: the text as it is now, and the one from which the positions were taken, if it is at hand. */
export interface Texts {
  readonly text: string;
  readonly base?: string | undefined;
}

/*
 * What speaks for a place is counted in signs: those of the context that stand next to it, and of a long quote those
 * that agree. Names are told by their context alone, since the same name stands in other places, too.
 */

/** Signs that must speak for a place … */
const LEAST = 22;
/** … where the quote is as long as a sentence, fewer … */
const LEAST_LONG = 10;
const SENTENCE = 40;
/** … of a short context this share. */
const LEAST_SHARE = 0.55;
/** Of them in the quote's own sentence; the sentence in front of it may be followed by another that begins alike. */
const LEAST_INNER = 8;
const INNER_SHARE = 0.5;
const INNER_LEAST_SHARE = 0.3;
/** … and by how many it must be ahead of the next one. */
const MARGIN = 5;
/** Two places that are nearly as good may be a passage and its repetition. */
const MARGIN_REPEATED = 70;
const LEAST_REPEATED = 24;
const MOST_REPEATED = 600;
const REPEATED = 0.7;
/** A neighbour that is so far away tells nothing, and how well a place must fit to it. */
const NEAR = 400;
const NEAR_ENOUGH = 60;
const NEAR_LEAD = 24;
/** A quote that changed must have so many on both sides, unless it is long. */
const LEAST_FUZZY = 7;
/** From this length on a quote speaks for itself. */
const LONG = 24;
/** What a wrong sign of a quote takes away. */
const ERROR = 2.2;
/** The share of a quote that may have changed. */
const MOST_CHANGED = 0.45;
/** Context that is taken from a base text, on each side. */
const BASE_CONTEXT = 64;
/** So many signs of the context on each side, where all of them stand in one place only, leave no doubt. */
const SURE = 32;
/** … unless so many stand at another place, too. */
const RIVAL = 20;
/** Places that are looked at closely. */
const MOST_CANDIDATES = 8;
/** Places of one that has none for sure that are named. */
const MOST_PROPOSED = 5;
/** How far an edge of changed words may be off, and how much of the context tells where it is. */
const MOST_OFF = 8;
const EDGE = 4;
/** How far behind its predecessor a part of a quote may stand. */
const MOST_APART = 2000;
/** Places of the last part that are compared by what stands behind them. */
const MOST_ENDS = 24;
/** Longer parts of quotes are compared by their beginning and end only. */
const MOST_SEARCHED = 1200;

/** Where annotations stand in a text, in their order. A place is never guessed: see {@link AnchorState}. */
export function anchorAll<T extends Selector>(annotations: readonly T[], texts: Texts): Anchored<T>[] {
  const anchorer = new Anchorer(texts);
  const sought = annotations.map((annotation) => anchorer.seek(annotation));
  for (const item of sought) anchorer.place(item);
  anchorer.separate(sought);
  anchorer.followNeighbours(sought);
  return sought.map((item, index) => anchorer.answer(annotations[index] as T, item));
}

interface Candidate {
  readonly start: number;
  readonly end: number;
  readonly errors: number;
  /** All parts. */
  readonly spans: readonly Span[];
  /** The parts in the text as it is, where they are known there: blanks at an edge are lost in a folded one. */
  readonly original?: readonly Span[] | undefined;
  readonly before: number;
  readonly after: number;
  /** Signs of the context in the quote's own sentence. */
  readonly inner: number;
  /** Signs that speak for it. */
  readonly points: number;
}

interface Match extends Span {
  readonly errors: number;
}

interface Sought {
  readonly parts: readonly string[];
  /** The parts and the stored context as they are, with LF for every line end. */
  readonly quote: readonly string[];
  readonly literal: readonly [string, string];
  readonly first: string;
  readonly before: Context;
  readonly after: Context;
  readonly contextText: readonly [string, string];
  /** The stored position in the folded text. */
  readonly at: number | undefined;
  /** Where the quote stands in the folded base text, if it does. */
  readonly inBase: number | undefined;
  /** Where quote and context stand word for word at the stored position, in units of the text as it is. */
  readonly standing: readonly Span[] | undefined;
  /** The stored position in the order of the base, to tell neighbours. */
  readonly order: number | undefined;
  /** The places that share most of the context. */
  best: readonly Occurrence[] | undefined;
  candidates: Candidate[];
  chosen: Candidate | undefined;
  state: AnchorState;
  /** Everywhere that all of the context stands. */
  wholes: readonly number[];
}

class Anchorer {
  private readonly now: FoldedText;
  private readonly base: FoldedText | undefined;
  private readonly normal: NormalText;
  private lines: KeptLines | undefined;
  private readonly grams: Grams;
  private baseGrams: Grams | undefined;
  private readonly occurrences = new Map<string, Occurrences>();
  private readonly placesInBase = new Map<string, readonly number[]>();
  private readonly contexts = new Map<string, readonly [Context, Context]>();

  constructor({ text, base }: Texts) {
    this.now = new FoldedText(text);
    this.normal = new NormalText(text);
    this.grams = new Grams(this.now.text);
    this.base = base === undefined ? undefined : new FoldedText(base);
  }

  seek(annotation: Selector): Sought {
    const parts = annotation.quote.map(fold);
    const first = parts[0] ?? '';
    const isSame = this.base?.original === this.now.original;
    const standing = spansAtPosition(annotation, this.normal, { withContext: !isSame });
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
    if (item.parts.length === 1) item.wholes = this.occurrencesOf(item.first).whole(item, item.at ?? 0);
    const standing = this.standingPlace(item);
    const sure = standing ?? this.keptPlace(item) ?? this.literalPlace(item) ?? this.surePlace(item);
    if (sure !== undefined) {
      item.candidates = [sure];
      item.chosen = sure;
      item.state = 'moved';
      return;
    }
    item.candidates = this.exactCandidates(item);
    this.choose(item);
    // The words as they were may also be a copy, and the place that is meant have a slip in it.
    if (item.chosen !== undefined && holds(item, item.chosen)) return;
    if (item.before.total + item.after.total === 0 && item.candidates.length > 0) return;
    const changed = this.changedCandidates(item);
    if (changed.length === 0) return;
    item.candidates = byPoints([...item.candidates, ...changed], item);
    this.choose(item);
  }

  /** The stored position, if all stands there; whether other places are as good is noted. */
  private standingPlace(item: Sought): Candidate | undefined {
    const { standing } = item;
    const [head] = standing ?? [];
    if (standing === undefined || head === undefined) return undefined;
    const spans = standing.map(({ start, end }) => ({
      start: this.now.fromOriginal(start),
      end: this.now.fromOriginal(end),
    }));
    const start = spans[0]?.start ?? 0;
    return { ...this.wholeAt(item, start), end: spans.at(-1)?.end ?? start, spans, original: standing };
  }

  /** The one place where a quote stands word for word with its context: one that begins or ends in blanks is told by nothing else. */
  private literalPlace({ inBase, quote, literal, before, after }: Sought): Candidate | undefined {
    const [part = ''] = quote;
    if (inBase !== undefined || quote.length > 1 || part.length > LONG || !/^\s|\s$/.test(part)) return undefined;
    const { text } = this.normal;
    const words = literal[0] + part + literal[1];
    const place = text.indexOf(words);
    if (place === -1 || text.indexOf(words, place + 1) !== -1) return undefined;
    const start = place + literal[0].length;
    const end = start + part.length;
    if (insidePair(text, start) || insidePair(text, end)) return undefined;
    const original = this.normal.toOriginal({ start, end });
    const span = { start: this.now.fromOriginal(original.start), end: this.now.fromOriginal(original.end) };
    const both = before.total + after.total;
    return {
      ...span,
      errors: 0,
      spans: [span],
      original: [original],
      before: before.total,
      after: after.total,
      inner: before.inner + after.inner,
      points: both,
    };
  }

  /** Where the quote stands in a line that did not change. */
  private keptPlace(item: Sought): Candidate | undefined {
    if (item.inBase === undefined || this.base === undefined || item.parts.length > 1) return undefined;
    const { start, end } = this.base.toOriginal({ start: item.inBase, end: item.inBase + item.first.length });
    this.lines ??= new KeptLines(this.base.original, this.now.original);
    const original = this.lines.placeOf(start, end);
    const place = original === undefined ? undefined : this.now.fromOriginal(original);
    if (place === undefined || !this.now.text.startsWith(item.first, place)) return undefined;
    return this.wholeAt(item, place);
  }

  private wholeAt({ before, after, first }: Sought, start: number): Candidate {
    const end = start + first.length;
    const inner = before.inner + after.inner;
    const points = before.total + after.total + ownPoints(first.length, 0);
    const spans = [{ start, end }];
    return { start, end, errors: 0, spans, before: before.total, after: after.total, inner, points };
  }

  /** The one place where the quote stands with all that is next to it, which most do: nothing needs to be weighed then. */
  private surePlace(item: Sought): Candidate | undefined {
    const { before, after, wholes } = item;
    const [place] = wholes;
    if (place === undefined || wholes.length > 1 || before.signs.length + after.signs.length < SURE) return undefined;
    const close = this.best(item).some(({ start, run }) => start !== place && run >= RIVAL);
    return close ? undefined : this.wholeAt(item, place);
  }

  private choose(item: Sought): void {
    item.chosen = undefined;
    item.state = 'orphaned';
    const [first] = item.candidates;
    if (first === undefined) return;
    if (item.before.total + item.after.total === 0 && first.errors === 0) {
      const here = item.candidates.find(({ start }) => start === item.at);
      item.chosen = here ?? (item.candidates.length === 1 ? first : undefined);
      item.state = item.chosen ? 'moved' : 'ambiguous';
      return;
    }
    const able = item.candidates.filter((candidate) => enough(item, candidate));
    let best = able.find((candidate) => !this.belongsElsewhere(item, candidate));
    if (best === undefined) return;
    const { start, end, points } = best;
    const next = able.find(
      (other) =>
        (other.start >= end || other.end <= start) &&
        points - other.points < MARGIN_REPEATED &&
        !this.belongsElsewhere(item, other),
    );
    if (next !== undefined) {
      const [one, two] = next.start < best.start ? [next, best] : [best, next];
      // Said twice in a row: what was there stands first, what was added behind it. What is said again and again was so before.
      if (item.wholes.length <= 2 && !(whole(item, best) && best.start === item.at) && this.repeats(one, two))
        best = one;
      else if (
        points - next.points < MARGIN &&
        !(item.inBase === undefined && whole(item, best) && !whole(item, next))
      ) {
        item.state = 'ambiguous';
        return;
      }
    }
    item.chosen = best;
    item.state = best.errors > 0 ? 'fuzzy' : 'moved';
  }

  /** Whether the same words of the base text, standing elsewhere in it, explain a place better than these do. */
  private belongsElsewhere(item: Sought, candidate: Candidate): boolean {
    if (item.inBase === undefined || this.base === undefined || item.parts.length > 1) return false;
    if (candidate.before + candidate.after >= item.before.total + item.after.total - MARGIN) return false;
    const own = candidate.before + candidate.after;
    const { text } = this.now;
    if (candidate.errors > 0 && item.first.length >= LONG) {
      const words = text.slice(candidate.start, candidate.end).slice(0, MOST_SEARCHED);
      this.baseGrams ??= new Grams(this.base.text);
      const starts = this.baseGrams.starts(words);
      for (const start of starts) {
        const region = this.baseGrams.clip({ start: start - 48, end: start + words.length + 48 });
        const matches = search(this.base.text.slice(region.start, region.end), words, candidate.errors - 1);
        const behind = item.inBase + item.first.length;
        const overlapping = (match: Span) =>
          Math.min(region.start + match.end, behind) - Math.max(region.start + match.start, item.inBase ?? 0);
        if (matches.some((match) => overlapping(match) * 2 < words.length)) return true;
      }
    }
    for (const place of this.basePlaces(item.first)) {
      if (place === item.inBase) continue;
      const [before, after] = this.baseContext(place, place + item.first.length);
      const points = extension(before, text, candidate.start, -1).all + extension(after, text, candidate.end, 1).all;
      if (points > own + 1) return true;
    }
    return false;
  }

  private basePlaces(quote: string): readonly number[] {
    const known = this.placesInBase.get(quote);
    if (known) return known;
    const places: number[] = [];
    const text = this.base?.text ?? '';
    for (let at = text.indexOf(quote); at !== -1 && places.length < MOST_CANDIDATES; at = text.indexOf(quote, at + 1))
      places.push(at);
    this.placesInBase.set(quote, places);
    return places;
  }

  private baseContext(start: number, end: number): readonly [Context, Context] {
    const key = `${start} ${end}`;
    const known = this.contexts.get(key);
    if (known) return known;
    const text = this.base?.text ?? '';
    const made = [
      contextBefore(text.slice(Math.max(0, start - BASE_CONTEXT), start)),
      contextAfter(text.slice(end, end + BASE_CONTEXT)),
    ] as const;
    this.contexts.set(key, made);
    return made;
  }

  /** Whether two places lie in a passage and its repetition right behind it. */
  private repeats(one: Candidate, two: Candidate): boolean {
    const by = two.start - one.start;
    if (by > MOST_REPEATED || by < LEAST_REPEATED) return false;
    const { text } = this.now;
    const before = contextBefore(text.slice(Math.max(0, one.start - by), one.start));
    const after = contextAfter(text.slice(one.end, one.start + by));
    const same = extension(before, text, two.start, -1).all + extension(after, text, two.end, 1).all;
    return same + one.end - one.start >= by * REPEATED;
  }

  private exactCandidates(item: Sought): Candidate[] {
    const chosen = this.best(item).slice(0, MOST_CANDIDATES);
    const candidates = chosen.flatMap(({ start }) => this.candidate(item, start, start + item.first.length, 0) ?? []);
    return byPoints(candidates, item);
  }

  private best(item: Sought): readonly Occurrence[] {
    item.best ??= this.occurrencesOf(item.first).best(item, item.at ?? 0);
    return item.best;
  }

  private changedCandidates(item: Sought): Candidate[] {
    const [before, after] = item.contextText;
    const near = before.slice(-40);
    const far = item.parts.length === 1 ? after.slice(0, 40) : '';
    const { first } = item;
    if (first.length < 3) return [];
    const head = first.length > MOST_SEARCHED ? first.slice(0, MOST_SEARCHED / 2) : first;
    const pattern = near + head + (head === first ? far : '');
    const found = new Map<number, Candidate>();
    for (const start of this.grams.starts(pattern)) {
      for (const match of this.search(head, start + near.length)) {
        if (found.has(match.start)) continue;
        const full = head === first ? match : this.toEnd(first, match);
        if (full === undefined) continue;
        const { start: begin, end } = this.toEdges(item, full);
        const candidate = this.candidate(item, begin, end, full.errors);
        if (candidate) found.set(match.start, candidate);
      }
    }
    return [...found.values()].filter(({ errors }) => errors > 0);
  }

  /** Where words stand, changed a little, near a place. */
  private search(words: string, near: number): Match[] {
    const { text } = this.now;
    const slack = 48 + Math.floor(words.length / 3);
    const start = Math.max(0, near - slack);
    const region = text.slice(start, near + words.length + slack);
    return search(region, words, Math.floor(words.length * MOST_CHANGED))
      .slice(0, 8)
      .map((match) => ({ start: start + match.start, end: start + match.end, errors: match.errors }));
  }

  /** A long quote is known by its beginning and its end: where the end stands behind the beginning that was found. */
  private toEnd(quote: string, head: Match): Match | undefined {
    const length = MOST_SEARCHED / 2;
    const [tail] = this.search(quote.slice(-length), head.start + quote.length - length);
    if (tail === undefined || tail.end <= head.end) return undefined;
    const errors = Math.round(((head.errors + tail.errors) * quote.length) / MOST_SEARCHED);
    return { start: head.start, end: tail.end, errors };
  }

  /** Where words changed, their edges are where the context begins, if that stands close by; and no word is cut. */
  private toEdges({ first, before, after }: Sought, { start, end }: Match): Span {
    const { text } = this.now;
    const most = Math.min(MOST_OFF, first.length >> 1);
    let begin = nearest(start, most, (at) => agreesAt(before, text, at, -1)) ?? start;
    let behind = nearest(end, most, (at) => agreesAt(after, text, at, 1)) ?? end;
    if (behind <= begin) [begin, behind] = [start, end];
    for (let k = 0; k < most && begin > 0 && insideWord(text, begin) && isWord(first, 0); k++) begin--;
    for (let k = 0; k < most && insideWord(text, behind) && isWord(first, first.length - 1); k++) behind++;
    return { start: begin, end: behind };
  }

  private candidate(item: Sought, start: number, end: number, errors: number): Candidate | undefined {
    const { text } = this.now;
    const spans = partsFrom(item.parts, start, end, item.after, text);
    if (spans === undefined) return undefined;
    const last = spans.at(-1)?.end ?? end;
    const { all: before, inner: innerBefore } = extension(item.before, text, start, -1);
    const { all: after, inner: innerAfter } = extension(item.after, text, last, 1);
    const length = spans.reduce((sum, span) => sum + span.end - span.start, 0);
    const own = ownPoints(length, errors);
    return {
      start,
      end: last,
      errors,
      spans,
      before,
      after,
      inner: innerBefore + innerAfter,
      points: before + after + own,
    };
  }

  private occurrencesOf(quote: string): Occurrences {
    let known = this.occurrences.get(quote);
    if (known === undefined) {
      known = new Occurrences(this.now.text, quote, this.grams);
      this.occurrences.set(quote, known);
    }
    return known;
  }

  /** Where one of two annotations must be wrong, it is the one for which less speaks. */
  separate(all: readonly Sought[]): void {
    const taken = new Map<string, Sought>();
    for (const item of all) {
      if (item.chosen === undefined) continue;
      const key = `${item.chosen.start} ${item.first}`;
      const other = taken.get(key);
      if (other === undefined || other.chosen === undefined) {
        taken.set(key, item);
        continue;
      }
      if (other.order === item.order || item.order === undefined || other.order === undefined) continue;
      const lead = item.chosen.points - other.chosen.points;
      const loser = lead > 0 ? other : item;
      if (lead > 0) taken.set(key, item);
      loser.chosen = undefined;
      loser.state = 'orphaned';
    }
  }

  /** Of several places the one to which what stands next to it has moved, too. */
  followNeighbours(all: readonly Sought[]): void {
    const open = all.filter((item) => (isTied(item) || item.state === 'ambiguous') && item.order !== undefined);
    if (open.length === 0) return;
    const known = all
      .flatMap((item) =>
        item.chosen === undefined || item.order === undefined || isTied(item)
          ? []
          : { order: item.order, start: item.chosen.start },
      )
      .sort((a, b) => a.order - b.order);
    for (const item of open) {
      const order = item.order ?? 0;
      const index = lowerBound(known, ({ order: other }) => other > order);
      const expected = [known[index - 1], known[index]].flatMap((neighbour) =>
        neighbour === undefined || Math.abs(neighbour.order - order) > NEAR
          ? []
          : neighbour.start + order - neighbour.order,
      );
      const far = (start: number) => Math.min(...expected.map((place) => Math.abs(place - start)));
      // The position tells where nothing speaks against it.
      if (expected.length === 0 || (item.chosen !== undefined && far(item.chosen.start) <= NEAR_ENOUGH)) continue;
      const ranked = this.tiedPlaces(item, expected).sort((a, b) => far(a.start) - far(b.start));
      const [best, next] = ranked;
      if (best === undefined || far(best.start) > NEAR_ENOUGH) continue;
      if (next !== undefined && far(next.start) < 2 * far(best.start) + NEAR_LEAD) continue;
      item.chosen = best;
      item.state = best.errors > 0 ? 'fuzzy' : 'moved';
    }
  }

  /** The places among which nothing but neighbours tells: of many those next to where they are expected. */
  private tiedPlaces(item: Sought, expected: readonly number[]): Candidate[] {
    if (!isTied(item)) {
      const points = item.candidates[0]?.points ?? 0;
      return item.candidates.filter((candidate) => enough(item, candidate) && points - candidate.points < MARGIN);
    }
    const near = new Set<number>();
    for (const place of expected) {
      const index = lowerBound(item.wholes, (start) => start >= place);
      for (const start of item.wholes.slice(Math.max(0, index - 2), index + 2)) near.add(start);
    }
    return [...near].map((start) => this.wholeAt(item, start));
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

/** Each later part where it first stands behind its predecessor, the last one where the context behind agrees best. */
function partsFrom(
  parts: readonly string[],
  start: number,
  end: number,
  after: Context,
  text: string,
): Span[] | undefined {
  const spans = [{ start, end }];
  for (const [index, part] of parts.entries()) {
    if (index === 0) continue;
    const from = spans.at(-1)?.end ?? 0;
    const within = text.slice(from, from + MOST_APART + part.length);
    let best: number | undefined;
    let most = -1;
    let looked = 0;
    for (let at = within.indexOf(part); at !== -1 && looked < MOST_ENDS; at = within.indexOf(part, at + 1), looked++) {
      if (cutsPair(text, from + at, part.length)) continue;
      const { all } = index === parts.length - 1 ? extension(after, text, from + at + part.length, 1) : NOTHING;
      if (all > most) [best, most] = [from + at, all];
      if (index < parts.length - 1) break;
    }
    if (best === undefined) return undefined;
    spans.push({ start: best, end: best + part.length });
  }
  return spans;
}

const NOTHING = { all: 0 };

/** Half a character is no place: a broken quote must not split whole ones. */
function cutsPair(text: string, at: number, length: number): boolean {
  return insidePair(text, at) || insidePair(text, at + length);
}

/** Whether all of the context stands in several places. */
function isTied({ wholes }: Sought): boolean {
  return wholes.length > 1;
}

const NO_CANDIDATES: readonly AnchorCandidate[] = [];

/** Whether all of quote and context stand at a place. */
function whole({ before, after }: Sought, candidate: Candidate): boolean {
  return candidate.errors === 0 && candidate.before + candidate.after >= before.total + after.total - 0.01;
}

/** Whether most of the context stands next to a place. */
function holds({ before, after }: Sought, candidate: Candidate): boolean {
  return (candidate.before + candidate.after) * 2 >= before.total + after.total;
}

function byPoints(candidates: Candidate[], item: Sought): Candidate[] {
  const far = ({ start }: Candidate) => Math.abs(start - (item.at ?? 0));
  return candidates.sort((a, b) => b.points - a.points || far(a) - far(b));
}

function enough({ before, after }: Sought, candidate: Candidate): boolean {
  const length = candidate.end - candidate.start;
  const least = Math.min(length < SENTENCE ? LEAST : LEAST_LONG, (before.total + after.total) * LEAST_SHARE);
  if (candidate.points < least) return false;
  const inner = before.inner + after.inner;
  if (length < LONG && candidate.inner < Math.min(LEAST_INNER, inner * INNER_SHARE)) return false;
  if (length < LONG && candidate.inner < inner * INNER_LEAST_SHARE) return false;
  if (candidate.errors === 0 || length >= LONG) return true;
  return (
    candidate.before >= Math.min(LEAST_FUZZY, before.total * LEAST_SHARE) &&
    candidate.after >= Math.min(LEAST_FUZZY, after.total * LEAST_SHARE)
  );
}

/** The offset nearest to one for which something holds. */
function nearest(at: number, most: number, holdsAt: (at: number) => boolean): number | undefined {
  for (let k = 0; k <= most; k++) {
    if (holdsAt(at + k)) return at + k;
    if (k > 0 && holdsAt(at - k)) return at - k;
  }
  return undefined;
}

/** Whether the signs of a context that are next to the quote stand next to an offset. */
function agreesAt({ signs }: Context, text: string, at: number, step: 1 | -1): boolean {
  if (signs.length < EDGE || at < 0 || at > text.length) return false;
  const from = step === 1 ? at : at - 1;
  for (let k = 0; k < EDGE; k++) if (text.charCodeAt(from + step * k) !== signs[k]) return false;
  return true;
}

function insideWord(text: string, at: number): boolean {
  return isWord(text, at - 1) && isWord(text, at);
}

function isWord(text: string, at: number): boolean {
  return /[\p{L}\p{N}]/u.test(text[at] ?? '');
}

/** What a quote says for itself. */
function ownPoints(length: number, errors: number): number {
  return length >= LONG ? length - LONG / 2 - ERROR * errors : -ERROR * errors;
}

function scoreOf(points: number): number {
  return points <= 0 ? 0 : points / (points + LEAST);
}
