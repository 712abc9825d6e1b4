import type { Span } from '../../text/span.ts';
import { insidePair, NormalText } from '../normal.ts';
import { lowerBound } from './bound.ts';
import { ChangedWords } from './changed.ts';
import { extension } from './extend.ts';
import type { FoldedText } from './folded.ts';
import { Grams } from './grams.ts';
import { type Occurrence, Occurrences } from './occurrences.ts';
import { partsFrom } from './parts.ts';
import { byPoints, type Candidate, type Sought } from './sought.ts';
import { LONG, ownPoints } from './weigh.ts';

/** So many signs of the context, where all of them stand in one place only, leave no doubt. */
const SURE = 32;
/** … unless so many stand at another place, too. */
const RIVAL = 20;
/** Places that are looked at closely. */
const MOST_CANDIDATES = 8;

/** Finds the places of a text at which annotations may stand. */
export class Finder {
  readonly normal: NormalText;
  private readonly now: FoldedText;
  private readonly grams: Grams;
  private readonly changedWords: ChangedWords;
  private readonly occurrences = new Map<string, Occurrences>();

  constructor(now: FoldedText) {
    this.now = now;
    this.normal = new NormalText(now.original);
    this.grams = new Grams(now.text);
    this.changedWords = new ChangedWords(now.text, this.grams);
  }

  /** The stored position, if all stands there; whether other places are as good is noted. */
  standingPlace(item: Sought): Candidate | undefined {
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
  literalPlace({ inBase, quote, literal, before, after }: Sought): Candidate | undefined {
    const [part = ''] = quote;
    if (inBase.length > 0 || quote.length > 1 || part.length > LONG || !/^\s|\s$/.test(part)) return undefined;
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

  /** The one place where the quote stands with all that is next to it, which most do: nothing needs to be weighed then. */
  surePlace(item: Sought): Candidate | undefined {
    const { before, after, wholes } = item;
    const [place] = wholes;
    if (place === undefined || wholes.length > 1 || before.signs.length + after.signs.length < SURE) return undefined;
    return this.hasRival(item, place) ? undefined : this.wholeAt(item, place);
  }

  exactCandidates(item: Sought): Candidate[] {
    const best = this.best(item)
      .slice(0, MOST_CANDIDATES)
      .map(({ start }) => start);
    const chosen = new Set([...item.wholes.slice(0, MOST_CANDIDATES), ...best]);
    const candidates = [...chosen].flatMap((start) => this.candidate(item, start, start + item.first.length, 0) ?? []);
    return byPoints(candidates, item);
  }

  /** Where the words changed a little. */
  changedCandidates(item: Sought): Candidate[] {
    return this.changedWords
      .of(item)
      .flatMap(({ start, end, errors }) => this.candidate(item, start, end, errors) ?? []);
  }

  /** A place of a quote in one part at which all of its context is known to stand. */
  wholeAt({ before, after, first }: Sought, start: number): Candidate {
    const end = start + first.length;
    const inner = before.inner + after.inner;
    const points = before.total + after.total + ownPoints(first.length, 0);
    const spans = [{ start, end }];
    return { start, end, errors: 0, spans, before: before.total, after: after.total, inner, points };
  }

  /** Whether much of the context of a quote stands at another place, too, of which something holds. */
  hasRival(item: Sought, place: number, holds: (start: number) => boolean = () => true): boolean {
    return this.occurrencesOf(item.first).someRival(item, place, RIVAL, holds);
  }

  /** Of the places at which all of the context stands those nearest to the stored position. */
  nearestWholes(item: Sought): Candidate[] {
    const near = item.at ?? 0;
    const index = lowerBound(item.wholes, (start) => start >= near);
    const around = item.wholes.slice(Math.max(0, index - MOST_CANDIDATES), index + MOST_CANDIDATES);
    const whole = around.map((start) => this.wholeAt(item, start));
    return byPoints(whole, item).slice(0, MOST_CANDIDATES);
  }

  /** Parts of a quote that are known to stand as they stood, with what is next to them. */
  wholeParts(item: Sought, spans: readonly Span[]): Candidate {
    const start = spans[0]?.start ?? 0;
    return { ...this.wholeAt(item, start), end: spans.at(-1)?.end ?? start, spans };
  }

  /** Everywhere that a quote in one part stands with all of its context. */
  wholes(item: Sought): readonly number[] {
    return item.parts.length === 1 ? this.occurrencesOf(item.first).whole(item, item.at ?? 0) : [];
  }

  private best(item: Sought): readonly Occurrence[] {
    item.best ??= this.occurrencesOf(item.first).best(item, item.at ?? 0);
    return item.best;
  }

  candidate(item: Sought, start: number, end: number, errors: number): Candidate | undefined {
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
}
