import type { PlacedAnnotation } from '../annotations/types.ts';
import { findWords } from '../text/find-words.ts';
import { isHyphen } from '../text/signs.ts';
import { isWithin, type Span, shift } from '../text/span.ts';
import { rejectedBy, rejectedName, type Section } from './section.ts';

/** A way in which a name is written that is looked for. */
export interface SoughtForm {
  readonly text: string;
  /** Short for the entity in the document that was asked about: in others it may be short for another one. */
  readonly isShort: boolean;
}

/** A place where one of some forms stands in the title or the body of a seed. */
export interface FoundForm extends Span {
  readonly form: SoughtForm;
  /** The section that holds it, by its number, and where that begins. */
  readonly section: number;
  readonly sectionStart: number;
  /** The paragraph, or the value of the title. */
  readonly within: Span;
}

/** A seed as far as a search reads it. */
export interface SearchedText {
  readonly text: string;
  readonly sections: Iterable<Section>;
  /** The value of the title, by the part that holds it; spans count from where that begins. */
  readonly title: (Span & { readonly part: 'header' | 'footer' }) | undefined;
}

/** Where forms stand in the title or the body, from left to right without overlaps. Other metadata do not count. */
export function findForms({ text, sections, title }: SearchedText, forms: readonly SoughtForm[]): FoundForm[] {
  const words = findWords(
    text,
    forms.map((form) => form.text),
  );
  const found: FoundForm[] = [];
  let next = 0;
  let sectionStart = 0;
  let section = 0;
  for (const { segment } of sections) {
    const end = sectionStart + segment.text.length;
    const within = partOf(segment, title, sectionStart);
    for (; (words[next]?.start ?? end) < end; next++) {
      const { start, end: behind, form } = words[next] as (typeof words)[number];
      const sought = forms[form];
      if (within === undefined || sought === undefined || start < within.start || behind > within.end) continue;
      found.push({ start, end: behind, form: sought, section, sectionStart, within });
    }
    if (next >= words.length) break;
    section++;
    sectionStart = end;
  }
  return found;
}

function partOf({ kind, text }: Section['segment'], title: SearchedText['title'], start: number): Span | undefined {
  if (kind === 'paragraph') return { start, end: start + text.length };
  return title?.part === kind ? shift(title, start) : undefined;
}

/** A place that is offered. */
export interface OfferedForm extends FoundForm {
  /** The longer name in which alone the words stand. */
  readonly inside: Span | undefined;
}

/** A place where a name may be tagged, and how many there are where that was decided before. */
export interface Offer {
  readonly offered: readonly OfferedForm[];
  readonly annotated: number;
  readonly rejected: number;
}

/** Longer annotations are of passages, and no names. */
const LONGEST_NAME = 100;

/**
 * Which of the places found are to be offered: not those that are annotated already, in whatever way, or were rejected as this
 * type.
 *
 * @param sections those that hold the places, by their numbers, worked out.
 */
export function offer(
  text: string,
  found: readonly FoundForm[],
  sections: ReadonlyMap<number, Section>,
  placed: readonly PlacedAnnotation[],
  type: string | undefined,
): Offer {
  const known = new Map<string, PlacedAnnotation[]>();
  for (const one of placed) {
    const [span, second] = one.spans;
    if (span === undefined || second !== undefined) continue;
    const list = known.get(keyOf(span));
    if (list === undefined) known.set(keyOf(span), [one]);
    else list.push(one);
  }
  const names = longerNames(placed);
  const everywhere = rejectedBy(placed.map(({ annotation }) => annotation));
  let [annotated, rejected] = [0, 0];
  const offered: OfferedForm[] = [];
  for (const one of found) {
    const here = known.get(keyOf(one)) ?? [];
    if (here.some(({ annotation }) => annotation.status !== 'rejected')) annotated++;
    else if (here.some(({ annotation }) => annotation.type === type)) rejected++;
    else if (type !== undefined && everywhere.has(rejectedName(type, text.slice(one.start, one.end)))) rejected++;
    else offered.push({ ...one, inside: insideOf(text, one, sections.get(one.section), names, known) });
  }
  return { offered, annotated, rejected };
}

function keyOf({ start, end }: Span): string {
  return `${start}-${end}`;
}

/** Annotated names, by where they begin. */
function longerNames(placed: readonly PlacedAnnotation[]): readonly Span[] {
  return placed
    .filter(({ annotation }) => annotation.status !== 'rejected')
    .flatMap(({ spans }) => (spans.length === 1 ? spans : []))
    .filter(({ start, end }) => end - start <= LONGEST_NAME)
    .sort((a, b) => a.start - b.start);
}

/** The longer name that somebody annotated or that was recognised round a place, or of which it is one half. */
function insideOf(
  text: string,
  place: FoundForm,
  section: Section | undefined,
  annotated: readonly Span[],
  known: ReadonlyMap<string, readonly PlacedAnnotation[]>,
): Span | undefined {
  for (let at = behindStart(annotated, place.start) - 1; at >= 0; at--) {
    const name = annotated[at] as Span;
    if (place.start - name.start > LONGEST_NAME) break;
    if (isWithin(place, name)) return name;
  }
  if (section === undefined) return hyphenated(text, place);
  const local = shift(place, -place.sectionStart);
  const { mentions, times } = section.analysis;
  for (const spans of [mentions, times]) {
    // Neither overlap among themselves.
    const around = spans[behindStart(spans, local.start) - 1];
    if (around === undefined || !isWithin(local, around)) continue;
    const name = shift(around, place.sectionStart);
    const said = known.get(keyOf(name)) ?? [];
    if (said.some(({ annotation }) => annotation.status === 'rejected' && annotation.type === around.type)) continue;
    return name;
  }
  return hyphenated(text, place);
}

/** How many of spans, sorted by where they begin, begin at a place or before it. */
function behindStart(sorted: readonly Span[], start: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as Span).start <= start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** "Smith" in "Smith-Jones", not "US" in "US-led". */
function hyphenated(text: string, { start, end }: Span): Span | undefined {
  const behind = isHyphen(text.charCodeAt(end)) ? /^.\p{Lu}[\p{L}\p{M}]*/u.exec(text.slice(end, end + 40)) : null;
  const before = isHyphen(text.charCodeAt(start - 1))
    ? /\p{Lu}[\p{L}\p{M}]*.$/u.exec(text.slice(Math.max(0, start - 40), start))
    : null;
  if (behind === null && before === null) return undefined;
  return { start: start - (before?.[0].length ?? 0), end: end + (behind?.[0].length ?? 0) };
}
