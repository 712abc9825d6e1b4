import type { NameRecognizer } from '../../names/model/recognizer.ts';
import { recognize } from '../../names/recognize.ts';
import type { Mention } from '../../names/types.ts';
import { type Metadata, metadataOf } from '../../seed/metadata.ts';
import { parseSeed } from '../../seed/seed.ts';
import type { Segment } from '../../seed/types.ts';
import { contentHash } from '../../text/content-hash.ts';
import { shift } from '../../text/span.ts';
import { namedAtOnce } from '../recognize.ts';
import { collect, fullNames, fullNamesOf } from '../referents.ts';
import { Section } from '../section.ts';
import { publishedOf } from '../seed-document.ts';
import type { Knowledge, SeedSnapshot } from '../snapshot.ts';
import { resolvedInOrder } from '../time-values.ts';
import { describeMetadata, describeSeed, type ReadSeed } from './describe-seed.ts';
import type { SeedData } from './record.ts';

/**
 * What the index keeps of a text without asking the model: metadata, and names by facts, rules and lists. It comes first,
 * since it takes a twentieth of the time.
 */
export function readQuickly(uri: string, text: string, knowledge: Knowledge): SeedData {
  const { segments } = parseSeed(text);
  const metadata = metadataIn(segments);
  const published = publishedOf(metadata);
  const sections = segments.map((segment) => new Section(segment, knowledge.names));
  const found = new Map(sections.map((section) => [section, ruled(section)]));
  const mentionsOf = (section: Section) => found.get(section) ?? [];
  const referents = collect(fullNamesOf(sections, mentionsOf));
  const read = { uri, metadata, published, sections, mentionsOf, referents, annotations: [], times: undefined };
  return assemble(read, { named: false, content: contentHash(text) });
}

/** The same with all that is found in the end; see `recognizeText`. */
export function readWhole(
  uri: string,
  text: string,
  knowledge: Knowledge,
  recognizer: NameRecognizer | undefined,
): SeedData {
  const { segments } = parseSeed(text);
  const metadata = metadataIn(segments);
  const published = publishedOf(metadata);
  const sections = namedAtOnce(
    segments.map((segment) => new Section(segment, knowledge.names)),
    recognizer,
  );
  for (const section of sections) section.workOut('names');
  return wholeOf({ uri, metadata, published, sections, annotations: [] }, contentHash(text));
}

/** The same of a snapshot whose names have been worked out. */
export function readSnapshot(snapshot: SeedSnapshot, content: readonly [number, number]): SeedData {
  const { uri, metadata, published, annotations } = snapshot;
  return wholeOf({ uri, metadata, published, sections: [...snapshot.sections], annotations }, content);
}

function wholeOf(
  seed: Pick<ReadSeed, 'uri' | 'metadata' | 'published' | 'sections' | 'annotations'>,
  content: readonly [number, number],
): SeedData {
  const referents = collect(fullNames(seed.sections));
  const times = resolvedInOrder(seed.sections, seed.published);
  const mentionsOf = (section: Section) => section.analysis.mentions;
  return assemble({ ...seed, mentionsOf, referents, times }, { named: true, content });
}

function assemble(read: ReadSeed, head: Pick<SeedData, 'named' | 'content'>): SeedData {
  return {
    uri: read.uri,
    ...head,
    body: [0, 0],
    ...describeMetadata(read.metadata, read.published),
    ...describeSeed(read),
    statements: [],
    signature: [],
    model: [],
  };
}

/** Names of a section by facts, rules and lists alone. */
function ruled({ segment, names }: Section): Mention[] {
  return segment.blocks.flatMap((block) =>
    recognize(block, names).map((mention) => ({ ...mention, ...shift(mention, block.start) })),
  );
}

function metadataIn(segments: readonly Segment[]): Metadata {
  return metadataOf(
    segments.find(({ kind }) => kind === 'header'),
    segments.find(({ kind }) => kind === 'footer'),
  );
}
