import { insidePair } from '../annotations/normal.ts';
import type { PlacedAnnotation } from '../annotations/types.ts';
import type { Occurrence, OccurrenceForm, Occurrences, Range, SeedOccurrences } from '../protocol.ts';
import { flatWords } from '../text/flat-text.ts';
import { flatLine, onOneLine } from '../text/shorten.ts';
import type { Span } from '../text/span.ts';
import { isPossessive } from '../text/token-words.ts';
import type { OfferedForm, SoughtForm } from '../workspace/occurrences.ts';
import { entityOf, referentsOf } from '../workspace/referents.ts';
import type { SearchedSeed, SearchResult } from '../workspace/seed-search.ts';
import type { SeedSnapshot } from '../workspace/snapshot.ts';
import { locate } from './locate.ts';
import { sentenceAround } from './sentence.ts';
import { tagTargets, typeChoices } from './tag-targets.ts';

/** What "Tag All Occurrences…" looks for, and what is known of it. */
export interface Sought {
  readonly ranges: readonly Range[];
  readonly type: string | undefined;
  readonly entity: string | undefined;
  readonly forms: readonly OccurrenceForm[];
}

/** Nobody looks for longer words, or for more ways to write them. */
const LONGEST = 300;
const MOST_FORMS = 60;

/**
 * The words selected, or the annotation, mention or word under a cursor, with the other ways in which their entity is written.
 * Undefined where there are no words.
 *
 * @param chosen the forms that are to be looked for; the words themselves where nobody chose.
 */
export function sought(
  snapshot: SeedSnapshot,
  ranges: readonly Range[],
  chosen: readonly string[] | undefined,
): Sought | undefined {
  const all = ranges.flatMap((range) => wordsAt(snapshot, range) ?? []);
  const [first] = all;
  if (first === undefined) return undefined;
  const isCommon = <K extends 'type' | 'entity'>(key: K) => all.every((words) => words[key] === first[key]);
  const type = isCommon('type') ? first.type : undefined;
  const entity = isCommon('entity') ? first.entity : undefined;
  const forms = new Map<string, Omit<OccurrenceForm, 'sought'>>();
  const add = (text: string, kind: OccurrenceForm['kind']) => {
    const key = flatWords(text);
    if (key !== '' && key.length <= LONGEST && forms.size < MOST_FORMS && !forms.has(key))
      forms.set(key, { text: onOneLine(key, LONGEST), kind });
  };
  for (const { text } of all) add(text, 'text');
  for (const name of entityNames(snapshot, entity)) add(name, 'name');
  if (type !== undefined) for (const { text } of all) addReferents(snapshot, type, text, add);
  for (const { text, kind } of [...forms.values()])
    if (kind !== 'short' && mayBeHeadline(text)) add(text.toUpperCase(), 'capitals');
  const isSought = ({ text, kind }: Omit<OccurrenceForm, 'sought'>) => chosen?.includes(text) ?? kind === 'text';
  return {
    ranges: all.map(({ range }) => range),
    type,
    entity,
    forms: [...forms.values()].map((form) => ({ ...form, sought: isSought(form) })),
  };
}

/** The forms that are to be looked for, as a search takes them. */
export function soughtForms({ forms }: Sought): SoughtForm[] {
  return forms.filter((form) => form.sought).map(({ text, kind }) => ({ text, isShort: kind === 'short' }));
}

/** The answer to a request: positions and sentences of what was found. */
export function occurrences(
  snapshot: SeedSnapshot,
  { ranges, type, entity, forms }: Sought,
  result: SearchResult,
): Occurrences {
  const entityName = entity === undefined ? undefined : snapshot.knowledge.entities.get(entity)?.entity.name;
  return {
    version: snapshot.version,
    ranges,
    ...(type === undefined ? {} : { type }),
    ...(entity === undefined ? {} : { entity }),
    ...(entityName === undefined ? {} : { entityName }),
    types: typeChoices(snapshot),
    forms,
    seeds: result.seeds.map(seedOccurrences),
    searched: result.searched,
    unreadable: result.unreadable,
    more: result.more,
  };
}

/** Words in a seed, and what they are known as. */
interface Words {
  readonly range: Range;
  readonly text: string;
  readonly type: string | undefined;
  readonly entity: string | undefined;
}

function wordsAt(snapshot: SeedSnapshot, range: Range): Words | undefined {
  const { lines } = snapshot;
  const [start, end] = [lines.offsetAt(range.start), lines.offsetAt(range.end)].sort((a, b) => a - b) as [
    number,
    number,
  ];
  const annotated = start === end ? annotationAt(snapshot, start) : undefined;
  if (annotated !== undefined) return knownWords(snapshot, annotated.spans[0] as Span, annotated);
  const target = tagTargets(snapshot, [range]).targets[0];
  if (target === undefined) return undefined;
  const span = { start: lines.offsetAt(target.range.start), end: lines.offsetAt(target.range.end) };
  const own = annotationOf(snapshot, span);
  return knownWords(
    snapshot,
    own !== undefined || target.type !== undefined ? span : withoutPossessive(snapshot, span),
    own,
  );
}

/** The innermost annotation of one passage that a cursor is in. */
function annotationAt(snapshot: SeedSnapshot, at: number): PlacedAnnotation | undefined {
  let best: PlacedAnnotation | undefined;
  for (const placed of snapshot.annotations) {
    const [span, second] = placed.spans;
    if (span === undefined || second !== undefined || placed.annotation.status === 'rejected') continue;
    if (at < span.start || at > span.end) continue;
    const known = best?.spans[0];
    if (known === undefined || span.end - span.start < known.end - known.start) best = placed;
  }
  return best;
}

function annotationOf(snapshot: SeedSnapshot, { start, end }: Span): PlacedAnnotation | undefined {
  return snapshot.annotations.find(
    ({ annotation, spans }) =>
      annotation.status !== 'rejected' && spans.length === 1 && spans[0]?.start === start && spans[0].end === end,
  );
}

/** A possessive that was selected along is not part of the name. */
function withoutPossessive({ lines, knowledge }: SeedSnapshot, { start, end }: Span): Span {
  const text = lines.slice(start, end);
  if (text.length < 3 || !isPossessive(text, text.length - 2)) return { start, end };
  const isName = knowledge.names.matcher.match(text).some((name) => name.start === 0 && name.end === text.length);
  return isName ? { start, end } : { start, end: end - 2 };
}

function knownWords(snapshot: SeedSnapshot, span: Span, placed: PlacedAnnotation | undefined): Words {
  const { lines } = snapshot;
  const range = { start: lines.positionAt(span.start), end: lines.positionAt(span.end) };
  const text = lines.slice(span.start, span.end);
  const recognised = recognisedAs(snapshot, range, text);
  const type = placed?.annotation.type ?? recognised?.type;
  // What is said of another type is of another thing.
  const entity = placed?.annotation.entity ?? (recognised?.type === type ? recognised?.entity : undefined);
  return { range, text, type, entity };
}

/** What was recognised just there; else what the facts and lists know by this name. */
function recognisedAs(
  snapshot: SeedSnapshot,
  { start }: Range,
  text: string,
): { readonly type: string; readonly entity: string | undefined } | undefined {
  const place = locate(snapshot, start);
  const mentions = place?.section.analysis.mentions ?? [];
  const times = place?.section.analysis.times ?? [];
  const isJustThere = (one: Span) => one.start === place?.offset && one.end - one.start === text.length;
  const mention = mentions.find(isJustThere);
  if (mention !== undefined) return { type: mention.type, entity: entityOf(snapshot, mention, text) };
  const time = times.find(isJustThere);
  if (time !== undefined) return { type: time.type, entity: undefined };
  const name = snapshot.knowledge.names.matcher
    .match(text)
    .find(({ start: from, end }) => from === 0 && end === text.length);
  return name && { type: name.type, entity: name.entity };
}

function entityNames({ knowledge }: SeedSnapshot, id: string | undefined): readonly string[] {
  const entity = id === undefined ? undefined : knowledge.entities.get(id)?.entity;
  return entity === undefined ? [] : [entity.name, ...entity.aliases];
}

/** The full name that this document uses for a short one, and its other short forms. */
function addReferents(
  snapshot: SeedSnapshot,
  type: string,
  text: string,
  add: (text: string, kind: OccurrenceForm['kind']) => void,
): void {
  const referents = referentsOf(snapshot);
  const full = referents.fullOf(type, text)?.text ?? text;
  add(full, 'name');
  for (const form of referents.formsOf(type, full)) add(form, 'short');
}

/** Whether a name is another word in capitals, and not as likely another thing: "US" is not "Us". */
function mayBeHeadline(text: string): boolean {
  return text.toUpperCase() !== text && text.toLowerCase() !== text && (text.length > 4 || /\s/.test(text));
}

function seedOccurrences(seed: SearchedSeed): SeedOccurrences {
  const { uri, lines, version, mark, offered, annotated, rejected } = seed;
  const text = lines.toString();
  return {
    uri,
    ...(version === undefined ? {} : { version }),
    ...(mark === undefined ? {} : { mark }),
    occurrences: offered.map((place) => occurrence(seed, text, place)),
    annotated,
    rejected,
  };
}

/** So much of a sentence is shown on either side of the words. */
const AROUND = 200;

/** A place that is not inside of a character. */
function outside(text: string, at: number, by: 1 | -1): number {
  return insidePair(text, at) ? at + by : at;
}

function occurrence({ lines }: SearchedSeed, text: string, { start, end, within, inside }: OfferedForm): Occurrence {
  const whole = sentenceAround(text, { start, end }, within);
  const from = outside(text, Math.max(whole.start, start - AROUND), -1);
  const to = outside(text, Math.min(whole.end, end + AROUND), 1);
  const before = (from > whole.start ? '…' : '') + flatLine(text.slice(from, start)).trimStart();
  const words = flatLine(text.slice(start, end));
  const behind = flatLine(text.slice(end, to)).trimEnd() + (to < whole.end ? '…' : '');
  return {
    range: { start: lines.positionAt(start), end: lines.positionAt(end) },
    sentence: before + words + behind,
    start: before.length,
    end: before.length + words.length,
    ...(inside === undefined ? {} : { inside: flatLine(text.slice(inside.start, inside.end)) }),
  };
}
