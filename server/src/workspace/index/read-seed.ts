import type { NameRecognizer } from '../../names/model/recognizer.ts';
import { recognizeNames } from '../../names/recognize.ts';
import type { Mention } from '../../names/types.ts';
import type { Metadata } from '../../seed/metadata.ts';
import { contentHash } from '../../text/content-hash.ts';
import { signatureOf } from '../../text/minhash.ts';
import { Sequence } from '../../text/sequence.ts';
import { shift } from '../../text/span.ts';
import { DocumentNames } from '../document-names.ts';
import { collectWith, fullNames, fullNamesOf } from '../referents.ts';
import type { Section } from '../section.ts';
import type { SeedSnapshot } from '../snapshot.ts';
import { resolvedInOrder } from '../time-values.ts';
import { describeMetadata, describeSeed, type ReadSeed } from './describe-seed.ts';
import { type PackedMentions, packMentions, withPacked } from './model-mentions.ts';
import { isRead } from './read-blocks.ts';
import type { SeedData } from './record.ts';

/** A seed cut into sections, with its annotations where it has any. */
export interface CutSeed {
  readonly uri: string;
  readonly metadata: Metadata;
  /** ISO date of publication. */
  readonly published: string | undefined;
  readonly sections: readonly Section[];
  readonly annotations: SeedSnapshot['annotations'];
  readonly content: readonly [number, number];
}

/** How far a seed is read: its metadata; names by facts, rules and lists; or all that is found in the end. */
export type Depth = 'metadata' | 'rules' | 'names';

/** What the index keeps of a seed without looking for names. */
export function readMetadata(seed: CutSeed): SeedData {
  return {
    ...headOf(seed, { named: false, withBody: true }),
    sentences: [],
    mentions: [],
    statements: [],
  };
}

/**
 * The same with names by facts, rules and lists. It comes first, since asking the model takes twenty times as long. Times
 * are not looked for: what is really one ("May 2021") may stand among the names until then.
 */
export function readQuickly(seed: CutSeed): SeedData {
  const found = new Map(seed.sections.map((section) => [section, ruled(section)]));
  const mentionsOf = (section: Section) => found.get(section) ?? [];
  const referents = collectWith(fullNamesOf(seed.sections, mentionsOf), seed.annotations);
  const read: ReadSeed = { ...seed, mentionsOf, referents, times: undefined };
  return { ...headOf(seed, { named: false, withBody: false }), ...describeSeed(read) };
}

/**
 * The same with all that is found, step by step, so that whoever has other work can stop in between.
 *
 * @param known what the model found in this very text before: it is not asked again.
 */
export function* readWhole(
  seed: CutSeed,
  recognizer: NameRecognizer | undefined,
  known?: PackedMentions,
): Generator<void, SeedData> {
  let { sections } = seed;
  if (known !== undefined) sections = withPacked(sections, known);
  else if (recognizer !== undefined) {
    const names = new DocumentNames(recognizer);
    const all = Sequence.from(sections, ({ lineCount }) => lineCount);
    for (const block of names.waiting(all, 'first')) {
      names.read(block);
      yield;
    }
    names.settle(all);
    for (const block of names.waiting(all, 'second')) {
      names.find(block);
      yield;
    }
    const packed = packMentions([...names.apply(all)]);
    // As whoever reads it from what was kept, to the last bit of a score.
    sections = withPacked(sections, packed);
  }
  for (const section of sections) {
    section.workOut('names');
    yield;
  }
  return wholeOf({ ...seed, sections });
}

/** The same of a seed whose names have been worked out. */
export function wholeOf(seed: CutSeed): SeedData {
  const { sections, published } = seed;
  const referents = collectWith(fullNames(sections), seed.annotations);
  const times = resolvedInOrder(sections, published);
  const read: ReadSeed = { ...seed, mentionsOf: (section) => section.analysis.mentions, referents, times };
  return {
    ...headOf(seed, { named: true, withBody: true }),
    ...describeSeed(read, { statements: true }),
    model: packMentions(sections),
  };
}

function headOf(
  seed: CutSeed,
  { named, withBody }: { readonly named: boolean; readonly withBody: boolean },
): Omit<SeedData, 'sentences' | 'mentions' | 'statements'> {
  const { uri, metadata, published, content } = seed;
  return {
    uri,
    named,
    content,
    ...(withBody ? bodyIn(seed) : { body: [0, 0] as const, signature: [] }),
    ...describeMetadata(metadata, published),
    model: [],
  };
}

/** Shorter bodies are alike by chance: a caption, a line that says that the text is to come. */
const LEAST_BODY = 100;

/** By what a seed's body is told from others, and what it shares with them. */
function bodyIn({ sections }: CutSeed): Pick<SeedData, 'body' | 'signature'> {
  let body = '';
  for (const { segment } of sections) if (segment.kind === 'paragraph') body += segment.text;
  body = body.trim();
  return body.length < LEAST_BODY
    ? { body: [0, 0], signature: [] }
    : { body: contentHash(body), signature: signatureOf(body) };
}

/** Names of a section's title or text by facts, rules and lists alone. */
function ruled({ segment, names }: Section): Mention[] {
  const mentions: Mention[] = [];
  for (const block of segment.blocks) {
    if (!isRead(block)) continue;
    for (const mention of recognizeNames(block, names)) mentions.push({ ...mention, ...shift(mention, block.start) });
  }
  return mentions;
}
