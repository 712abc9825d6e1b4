import { linkAddress } from '../facts/link-address.ts';
import type { Dossier, DossierFact, DossierLink, DossierPlace, DossierSentence } from '../formats/dossier.ts';
import type { CancellationToken } from '../ports.ts';
import { labelOfType } from '../project/labels.ts';
import {
  type EntityKey,
  type IndexedName,
  type IndexedSeed,
  type IndexedSentence,
  type NameIndex,
  nameOfKey,
  type SeedMentions,
} from '../workspace/index/types.ts';
import type { Knowledge, KnownEntity } from '../workspace/snapshot.ts';
import { sourcePlaces } from '../workspace/source-places.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { statementsFor } from './dossier-statements.ts';

/** What is named in the same sentences: more says little. */
const MOST_COMPANY = 25;
/** Files that are read in one go. */
const AT_ONCE = 200;
/** Shorter sentences may well be written twice: they count as one only of one date. */
const TELLING = 40;

export interface DossierContext {
  readonly names: NameIndex;
  readonly knowledge: Pick<Knowledge, 'entities' | 'project'>;
  /** Links of facts files may be clicked. */
  readonly trusted: boolean;
  /** Of more sentences those of the seeds that were published last are taken. */
  readonly mostSentences: number;
  /** The words of sentences, on one line each; undefined where they cannot be read. */
  textsOf(places: readonly Standing[]): Promise<readonly (string | undefined)[]>;
  /** The path of a file, as it is shown. */
  pathOf(uri: string): string;
  /** Where a link to a line of a file leads; counted from 0. */
  addressOf(uri: string, line: number): string;
  /** The file that the source of a fact means, if it is one. */
  sourceOf(factsUri: string, source: string): Promise<string | undefined>;
  /** Line of an entry in its facts file, counted from 0. */
  lineOf(known: KnownEntity): number;
  /** Hears how many of the seeds have been read. */
  seen(done: number, all: number): void;
}

/** A sentence and where it stands. */
export interface Standing {
  readonly uri: string;
  readonly sentence: IndexedSentence;
}

/** What a workspace knows of its facts files. */
export function factsOf(workspace: Workspace): Pick<DossierContext, 'knowledge' | 'sourceOf' | 'lineOf'> {
  return {
    knowledge: workspace.ownKnowledge,
    sourceOf(factsUri, source) {
      const bases = { folder: workspace.folderOf(factsUri), projectUri: workspace.projectUri(factsUri) };
      return workspace.firstThere(sourcePlaces(factsUri, source, bases));
    },
    lineOf: ({ entity, uri }) => workspace.linesOf(uri)?.positionAt(entity.span.start).line ?? 0,
  };
}

/** All that facts and seeds say of something; undefined when the asker no longer wants it. */
export async function dossierOf(
  key: EntityKey,
  context: DossierContext,
  token: CancellationToken,
): Promise<Dossier | undefined> {
  const { names, knowledge } = context;
  const about = nameOfKey(key);
  const known = about.entity === undefined ? undefined : knowledge.entities.get(about.entity);
  const seeds = names.mentionsOf(key);
  const named = await sentencesOf(seeds, context, token);
  if (named === undefined) return undefined;
  const statements = statementsFor(names.statementsOf(key), (seed, line) => placeOf(seed, line, context));
  const facts = known === undefined ? [] : await factsFor(known, context);
  return {
    name: nameText(about, knowledge),
    type: typeText(about, knowledge),
    description: known?.entity.description,
    aliases: known?.entity.aliases ?? [],
    seeds: seeds.length,
    mentions: seeds.reduce((sum, { mentions }) => sum + mentions.length, 0),
    notes: [...stateNotes(names), ...named.notes, ...statements.notes],
    facts,
    statements: statements.statements,
    sentences: named.sentences,
    company: names.companyOf(key, MOST_COMPANY).map(({ name, sentences }) => ({
      name: nameText(name, knowledge),
      type: typeText(name, knowledge),
      sentences,
    })),
    links: known === undefined ? [] : linksOf(known, context),
  };
}

function nameText({ entity, text }: IndexedName, { entities }: DossierContext['knowledge']): string {
  return (entity === undefined ? undefined : entities.get(entity)?.entity.name) ?? text;
}

function typeText({ entity, type }: IndexedName, { entities, project }: DossierContext['knowledge']): string {
  return labelOfType(project, entity === undefined ? type : (entities.get(entity)?.entity.type ?? ''));
}

function stateNotes({ state: { seeds, read, named } }: NameIndex): string[] {
  const said = (count: number) => count.toLocaleString('en-GB');
  if (seeds === 0) return ['No seed has been read so far.'];
  if (read < seeds) return [`So far ${said(read)} of ${said(seeds)} seeds have been read.`];
  return named < seeds
    ? [
        `In ${said(seeds - named)} of ${said(seeds)} seeds only names by facts, rules and lists have been looked for so far.`,
      ]
    : [];
}

async function factsFor({ entity, uri }: KnownEntity, context: DossierContext): Promise<DossierFact[]> {
  // Many facts may have one source, and each is looked for on the disk.
  const sources = new Map<string, DossierLink>();
  for (const { source } of entity.facts)
    if (source !== undefined && !sources.has(source)) sources.set(source, await sourceLink(source, uri, context));
  return entity.facts.map(({ what, value, on, from, to, source }) => ({
    what,
    value,
    on,
    from,
    to,
    source: source === undefined ? undefined : sources.get(source),
  }));
}

async function sourceLink(source: string, factsUri: string, context: DossierContext): Promise<DossierLink> {
  if (isClickable(source) && context.trusted) return { label: hostOf(source), address: source };
  const file = await context.sourceOf(factsUri, source);
  if (file === undefined) return { label: source, address: undefined };
  return { label: context.names.seed(file)?.title ?? context.pathOf(file), address: context.addressOf(file, 0) };
}

function linksOf(known: KnownEntity, context: DossierContext): DossierLink[] {
  const { entity, uri } = known;
  const outward = entity.links.map(([name, value]): DossierLink => {
    const address = linkAddress(name, value);
    const open = context.trusted && isClickable(address);
    return open ? { label: name, address } : { label: `${name}: ${value}`, address: undefined };
  });
  return [...outward, { label: context.pathOf(uri), address: context.addressOf(uri, context.lineOf(known)) }];
}

/** Files come from strangers: only what a browser or a mail program opens. */
function isClickable(address: string): boolean {
  return /^(?:https:\/\/|mailto:)/i.test(address);
}

function hostOf(address: string): string {
  return /^https:\/\/(?:www\.)?([^/?#]+)/i.exec(address)?.[1] ?? address;
}

function placeOf(seed: IndexedSeed, line: number, { pathOf, addressOf }: DossierContext): DossierPlace {
  const { uri, title, source, published } = seed;
  return { label: title ?? pathOf(uri), address: addressOf(uri, line), publisher: source, published };
}

interface Found {
  readonly seed: IndexedSeed;
  readonly sentence: IndexedSentence;
}

async function sentencesOf(
  seeds: readonly SeedMentions[],
  context: DossierContext,
  token: CancellationToken,
): Promise<{ readonly sentences: readonly DossierSentence[]; readonly notes: readonly string[] } | undefined> {
  const notes: string[] = [];
  const { taken, left } = newest(seeds, context.mostSentences);
  if (left > 0) notes.push(`Left out: ${sentenceCount(left)}. Here are those of the seeds that were published last.`);
  const merged = new Merged(context);
  let unreadable = 0;
  let done = 0;
  const uris = [...new Set(taken.map(({ seed }) => seed.uri))];
  for (const batch of batches(taken)) {
    const texts = await context.textsOf(batch.map(({ seed, sentence }) => ({ uri: seed.uri, sentence })));
    if (token.isCancellationRequested) return undefined;
    batch.forEach((found, i) => {
      const text = texts[i]?.trim();
      if (text === undefined || text === '') unreadable++;
      else merged.add(text, found);
    });
    done += new Set(batch.map(({ seed }) => seed.uri)).size;
    context.seen(done, uris.length);
  }
  if (unreadable > 0)
    notes.push(
      `Left out: ${sentenceCount(unreadable)} that cannot be read, since their files have changed or are gone.`,
    );
  return { sentences: merged.inOrder(), notes };
}

function sentenceCount(count: number): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? 'sentence' : 'sentences'}`;
}

/** The sentences, each once, in the order of the seeds; of too many those of the last dated seeds. */
function newest(
  seeds: readonly SeedMentions[],
  most: number,
): { readonly taken: readonly Found[]; readonly left: number } {
  const bySeed = seeds.map(({ seed, mentions }) => {
    const sentences = new Map(mentions.map(({ sentence }) => [sentence.start, sentence]));
    return [...sentences.values()].map((sentence) => ({ seed, sentence }));
  });
  let room = most;
  const take = new Map<number, readonly Found[]>();
  const isDated = (index: number) => seeds[index]?.seed.published !== undefined;
  const order = [...bySeed.keys()].reverse();
  for (const index of [...order.filter(isDated), ...order.filter((index) => !isDated(index))]) {
    const found = (bySeed[index] ?? []).slice(0, Math.max(0, room));
    room -= found.length;
    take.set(index, found);
  }
  const taken = bySeed.flatMap((_, index) => take.get(index) ?? []);
  return { taken, left: bySeed.reduce((sum, found) => sum + found.length, 0) - taken.length };
}

/** Parts in which no more than {@link AT_ONCE} files stand. */
function* batches(found: readonly Found[]): Generator<readonly Found[]> {
  let from = 0;
  let files = 0;
  for (let i = 0; i < found.length; i++) {
    if (found[i]?.seed.uri === found[i - 1]?.seed.uri) continue;
    if (files === AT_ONCE) {
      yield found.slice(from, i);
      from = i;
      files = 0;
    }
    files++;
  }
  if (from < found.length) yield found.slice(from);
}

/** Sentences by their words: what agencies send stands in many seeds, and is told once with all its places. */
class Merged {
  private readonly byWords = new Map<string, { text: string; date: string | undefined; places: DossierPlace[] }>();
  private readonly context: DossierContext;

  constructor(context: DossierContext) {
    this.context = context;
  }

  add(text: string, { seed, sentence }: Found): void {
    const date = sentence.date ?? seed.published;
    const words = text.length < TELLING ? `${date}\n${text}` : text;
    const place = placeOf(seed, sentence.line, this.context);
    const known = this.byWords.get(words);
    // Seeds come in the order of their publication: the first date stays.
    if (known === undefined) this.byWords.set(words, { text, date, places: [place] });
    else known.places.push(place);
  }

  inOrder(): readonly DossierSentence[] {
    // A stable sort: sentences of one day stay in the order of their seeds and lines.
    return [...this.byWords.values()].sort((a, b) => compare(a.date ?? LAST, b.date ?? LAST));
  }
}

/** Behind all dates. */
const LAST = '~';

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
