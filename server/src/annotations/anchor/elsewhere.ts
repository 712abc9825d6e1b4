import search from 'approx-string-match';
import type { Span } from '../../text/span.ts';
import { type Context, contextAfter, contextBefore, extension } from './extend.ts';
import type { FoldedText } from './folded.ts';
import { Grams } from './grams.ts';
import type { Candidate, Sought } from './sought.ts';
import { LONG } from './weigh.ts';

/** Other places of a quote in the base that are looked at. */
const MOST_PLACES = 8;
/** Longer quotes are compared by so much of their beginning. */
const MOST_SEARCHED = 1200;
/** Context that is taken from a base text, on each side; as much as a stored context has. */
export const BASE_CONTEXT = 64;
/** So many signs of its context may be missing at a place that is a quote's own beyond doubt. */
const NEARLY_ALL = 5;

/** Tells places that are other words of the base text, which have only moved next to where the quote was. */
export class OtherWords {
  private readonly base: FoldedText;
  private readonly text: string;
  private baseGrams: Grams | undefined;
  private readonly placesInBase = new Map<string, readonly number[]>();
  private readonly contexts = new Map<string, readonly [Context, Context]>();

  constructor(base: FoldedText, text: string) {
    this.base = base;
    this.text = text;
  }

  /** Whether the same words of the base text, standing elsewhere in it, explain a place better than these do. */
  explain(item: Sought, candidate: Candidate): boolean {
    if (item.inBase === undefined || item.parts.length > 1) return false;
    if (candidate.before + candidate.after >= item.before.total + item.after.total - NEARLY_ALL) return false;
    const own = candidate.before + candidate.after;
    const { text } = this;
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
    const text = this.base.text;
    for (let at = text.indexOf(quote); at !== -1 && places.length < MOST_PLACES; at = text.indexOf(quote, at + 1))
      places.push(at);
    this.placesInBase.set(quote, places);
    return places;
  }

  private baseContext(start: number, end: number): readonly [Context, Context] {
    const key = `${start} ${end}`;
    const known = this.contexts.get(key);
    if (known) return known;
    const text = this.base.text;
    const made = [
      contextBefore(text.slice(Math.max(0, start - BASE_CONTEXT), start)),
      contextAfter(text.slice(end, end + BASE_CONTEXT)),
    ] as const;
    this.contexts.set(key, made);
    return made;
  }
}
