import type { NameRecognizer } from '../../names/model/recognizer.ts';
import type { FileContent, Files } from '../../ports.ts';
import { metadataOf } from '../../seed/metadata.ts';
import { parseSeed } from '../../seed/seed.ts';
import { contentHash } from '../../text/content-hash.ts';
import { EMPTY_CORPUS } from '../corpus.ts';
import { sidecarOf } from '../kinds.ts';
import type { OriginTexts } from '../origins.ts';
import { Section } from '../section.ts';
import { publishedOf } from '../seed-document.ts';
import type { Knowledge } from '../snapshot.ts';
import { readStored } from '../stored-seed.ts';
import { type ReadJob, type ReadResult, type SeedRead, type SeedToRead, stampOf } from './jobs.ts';
import { type CutSeed, readMetadata, readQuickly, readWhole } from './read-seed.ts';
import { packSeed, type SeedData } from './record.ts';
import { Strings } from './strings.ts';

/** What a reader of seeds reads with. */
export interface ReadingContext {
  readonly files: Files;
  readonly knowledgeOf: (uri: string) => Knowledge;
  /** The model of names, read when it is first needed; undefined where there is none. */
  readonly recognizer: () => Promise<NameRecognizer | undefined>;
  readonly origins: OriginTexts;
  readonly today: () => string;
  /** Runs steps to their end, with breaks where others wait. */
  readonly run: <T>(steps: Generator<void, T>) => Promise<T>;
}

/** Reads seeds and packs what is found, in the thread that it is called in. */
export async function readSeeds({ depth, seeds, words = [] }: ReadJob, context: ReadingContext): Promise<ReadResult> {
  const strings = new Strings();
  const uris = seeds.flatMap(({ uri }) => (depth === 'metadata' ? [uri] : [uri, sidecarOf(uri)]));
  const contents = await context.files.readMany(uris);
  const step = uris.length / Math.max(1, seeds.length);
  const recognizer = depth === 'names' ? await context.recognizer() : undefined;
  const sought = new Set(words.map(firstWord));
  const found: SeedRead[] = [];
  for (const [i, asked] of seeds.entries()) {
    const seed = contents[i * step];
    const sidecar = step === 1 ? undefined : contents[i * step + 1];
    if (seed === undefined) {
      found.push({ state: 'gone' });
      continue;
    }
    const content = contentOf(seed, sidecar);
    const stamp = depth === 'metadata' ? undefined : stampOf(seed.stamp, sidecar?.stamp);
    if (
      asked.unless !== undefined &&
      sameContent(asked.unless, content) &&
      !(asked.ifTouched === true && mayHold(seed.text, sought))
    ) {
      found.push({ state: 'same', stamp });
      continue;
    }
    const data = await readOne(asked, seed, sidecar, content);
    found.push({ state: 'read', record: packSeed(data, strings), stamp });
  }
  return { strings: strings.all(), seeds: found };

  async function readOne(
    { uri, known }: SeedToRead,
    seed: FileContent,
    sidecar: FileContent | undefined,
    content: readonly [number, number],
  ): Promise<SeedData> {
    const cut = await cutSeed(uri, seed, sidecar, content, context);
    if (depth === 'metadata') return readMetadata(cut);
    if (depth === 'rules') return readQuickly(cut);
    const model = known !== undefined && sameContent(known.content, content) ? known.model : undefined;
    return context.run(readWhole(cut, recognizer, model));
  }
}

export function sameContent(a: readonly [number, number], b: readonly [number, number]): boolean {
  return a[0] === b[0] && a[1] === b[1];
}

/** The first letters or digits of an alias in lower case: whatever matches the alias has them, too. */
function firstWord(alias: string): string {
  return /[\p{L}\p{N}]+/u.exec(alias)?.[0].toLowerCase() ?? '';
}

/** Whether a text may hold one of some names. */
function mayHold(text: string, firstWords: ReadonlySet<string>): boolean {
  const lower = text.toLowerCase();
  for (const word of firstWords) if (lower.includes(word)) return true;
  return false;
}

/** What a record is made of besides facts and project: the seed's text and its sidecar's. */
export function contentOf(seed: FileContent, sidecar: FileContent | undefined): readonly [number, number] {
  const hash = contentHash(seed.text);
  if (sidecar === undefined || sidecar.text.trim() === '') return hash;
  const other = contentHash(sidecar.text, 1);
  return [hash[0] ^ other[0], hash[1] ^ other[1]];
}

/** A seed that nobody annotated is cut without making a document of it, which costs a third. */
async function cutSeed(
  uri: string,
  seed: FileContent,
  sidecar: FileContent | undefined,
  content: readonly [number, number],
  context: ReadingContext,
): Promise<CutSeed> {
  const knowledge = context.knowledgeOf(uri);
  if (sidecar !== undefined && sidecar.text.trim() !== '') {
    const { origins, today } = context;
    const read = await readStored(uri, { seed, sidecar }, { knowledge, corpus: EMPTY_CORPUS, origins, today });
    if ('snapshot' in read) {
      const { metadata, published, sections, annotations } = read.snapshot;
      return { uri, metadata, published, sections: [...sections], annotations, content };
    }
  }
  const { segments } = parseSeed(seed.text);
  const metadata = metadataOf(
    segments.find(({ kind }) => kind === 'header'),
    segments.find(({ kind }) => kind === 'footer'),
  );
  const sections = segments.map((segment) => new Section(segment, knowledge.names));
  return { uri, metadata, published: publishedOf(metadata), sections, annotations: [], content };
}
