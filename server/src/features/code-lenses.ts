import type { CodeLens, Command } from 'vscode-languageserver-types';
import type { Chunk } from '../text/sequence.ts';
import { flatLine } from '../text/shorten.ts';
import { keyOfMention } from '../workspace/index/key-of.ts';
import { isIndexed } from '../workspace/index/types.ts';
import type { Section } from '../workspace/section.ts';
import type { SeedSnapshot } from '../workspace/snapshot.ts';
import { isText } from './suggestions.ts';

export interface LensOptions {
  /** The client's commands that a lens may run. */
  readonly commands: readonly string[];
  /** The command that shows the list of annotations, in an editor that has one. */
  readonly showAnnotations: string | undefined;
}

const PARTS = ['names', 'dates', 'review'] as const;

/** One of the numbers above a seed. */
export type LensPart = (typeof PARTS)[number];

/** What is counted when a lens comes into sight: of which seed, and what. */
export interface LensData {
  readonly uri: string;
  readonly part: LensPart;
}

/** The lenses above a seed, without their numbers: one each for names, dates, and what is to be reviewed. */
export function codeLenses({ uri, lines }: SeedSnapshot): CodeLens[] {
  if (lines.length === 0) return [];
  const start = { line: 0, character: 0 };
  return PARTS.map((part) => ({ range: { start, end: start }, data: { uri, part } satisfies LensData }));
}

export function isLensPart(value: unknown): value is LensPart {
  return PARTS.some((part) => part === value);
}

/** What a lens says and runs, as far as the names of the seed have been worked out: nothing is worked out for it. */
export function lensCommand(snapshot: SeedSnapshot, part: LensPart, options: LensOptions): Command {
  const { names, dates, review, isWhole } = countsOf(snapshot);
  const behind = isWhole ? '' : ' so far';
  if (part === 'dates') return plain(said(dates, 'date') + behind);
  if (part === 'names') {
    const title = said(names, 'entity', 'entities') + behind;
    const { showAnnotations } = options;
    return showAnnotations === undefined ? plain(title) : { title, command: showAnnotations };
  }
  if (review === 0) return plain(`nothing to review${behind}`);
  const title = `${review} to review${behind}`;
  if (!options.commands.includes(REVIEW)) return plain(title);
  return { title, command: REVIEW, arguments: [{ uri: snapshot.uri }] };
}

const REVIEW = 'seedmark.review';

/** A lens without a command is text: that is how editors tell. */
function plain(title: string): Command {
  return { title, command: '' };
}

function said(count: number, one: string, many = `${one}s`): string {
  return `${count === 0 ? 'no' : count} ${count === 1 ? one : many}`;
}

// ---- counting ------------------------------------------------------------------------------------------------------

/** Of the title and the body. */
interface Counts {
  /** Different things that are named. */
  readonly names: number;
  /** Places of dates and times of day. */
  readonly dates: number;
  /** What nobody has decided on, as `suggestions` tells it. */
  readonly review: number;
  readonly isWhole: boolean;
}

/** The lenses are resolved one by one; what is not whole may be more the next time. */
const known = new WeakMap<SeedSnapshot, Counts>();

function countsOf(snapshot: SeedSnapshot): Counts {
  const counts = known.get(snapshot) ?? count(snapshot);
  if (counts.isWhole) known.set(snapshot, counts);
  return counts;
}

function count(snapshot: SeedSnapshot): Counts {
  const named = new Map<string, Named>();
  const linked = new Map<string, string>();
  let dates = 0;
  let review = 0;
  let isWhole = true;
  const types = new Set(snapshot.knowledge.project.types.map(({ id }) => id));
  snapshot.sections.eachChunk((chunk) => {
    const part = partOf(chunk);
    for (const [key, name] of part.named) named.set(key, name);
    for (const [key, entity] of part.linked) linked.set(key, entity);
    for (const [type, places] of part.open) if (types.has(type)) review += places;
    dates += part.dates;
    isWhole &&= part.isWhole;
  });
  const keys = new Set<string>();
  for (const [key, { type, text }] of named) keys.add(keyOfMention(snapshot, { type, entity: linked.get(key) }, text));
  for (const { annotation, spans } of snapshot.annotations) {
    if (spans.length === 0 || annotation.status === 'rejected') continue;
    if (annotation.status === 'suggested') review++;
    if (!isIndexed(annotation.type)) continue;
    const { type, quote } = annotation;
    const text = flatLine(quote.join(' '));
    keys.add(keyOfMention(snapshot, { type, entity: annotation.entity ?? linked.get(`${type}\n${text}`) }, text));
  }
  return { names: keys.size, dates, review, isWhole };
}

interface Named {
  readonly type: string;
  readonly text: string;
}

/** What a chunk says; names by type and words. */
interface Part {
  readonly named: ReadonlyMap<string, Named>;
  /** Entries of the facts files that names are taken for. */
  readonly linked: ReadonlyMap<string, string>;
  /** Places that nobody has annotated, by type. */
  readonly open: ReadonlyMap<string, number>;
  readonly dates: number;
  readonly isWhole: boolean;
}

/** Kept with the chunk: a key touches one of them. */
function partOf(chunk: Chunk<Section>): Part {
  const before = counted.get(chunk);
  if (before !== undefined) return before;
  const named = new Map<string, Named>();
  const linked = new Map<string, string>();
  const open = new Map<string, number>();
  let dates = 0;
  let isWhole = true;
  for (const section of chunk.items) {
    if (!section.isWorkedOut('names')) {
      isWhole = false;
      continue;
    }
    const { text } = section.segment;
    for (const { start, end, type, entity } of section.analysis.mentions)
      if (entity !== undefined) linked.set(`${type}\n${flatLine(text.slice(start, end))}`, entity);
    for (const { start, end, type, annotated } of section.painted) {
      if (!isText(section, start)) continue;
      if (type === 'date' || type === 'time') dates++;
      if (annotated) continue;
      open.set(type, (open.get(type) ?? 0) + 1);
      if (!isIndexed(type)) continue;
      const words = flatLine(text.slice(start, end));
      named.set(`${type}\n${words}`, { type, text: words });
    }
  }
  const part = { named, linked, open, dates, isWhole };
  if (isWhole) counted.set(chunk, part);
  return part;
}

const counted = new WeakMap<Chunk<Section>, Part>();
