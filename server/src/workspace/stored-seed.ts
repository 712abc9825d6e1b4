import { readSidecar } from '../annotations/sidecar.ts';
import type { Sidecar } from '../annotations/types.ts';
import type { FileContent } from '../ports.ts';
import { TextLines } from '../text/lines.ts';
import type { Problem } from '../text/problem.ts';
import type { Corpus } from './corpus.ts';
import { sidecarOf } from './kinds.ts';
import type { OriginTexts } from './origins.ts';
import { SeedDocument } from './seed-document.ts';
import type { Knowledge, SeedSnapshot } from './snapshot.ts';

/** A seed with its annotations, or why there is none. */
export type SeedRead = FoundSeed | UnreadableSeed;

export interface FoundSeed {
  readonly snapshot: SeedSnapshot;
  /** Where its annotations file is damaged: the other entries were read all the same. */
  readonly damage: SidecarDamage | undefined;
}

export interface SidecarDamage {
  readonly problem: Problem;
  readonly lines: TextLines;
}

export interface UnreadableSeed {
  /** The file that cannot be read: the seed or its annotations file. */
  readonly uri: string;
  /** As the rest of a sentence. */
  readonly reason: string;
}

export interface StoredFiles {
  readonly seed: FileContent | undefined;
  /** Undefined where there is none. */
  readonly sidecar: FileContent | undefined;
}

/** What a seed is read with. */
export interface StoredContext {
  readonly knowledge: Knowledge;
  readonly corpus: Corpus;
  readonly origins: OriginTexts;
  readonly today: () => string;
}

/** A seed as it is stored, read once: nothing of it is kept, and nothing hears when it changes. */
export async function readStored(uri: string, files: StoredFiles, context: StoredContext): Promise<SeedRead> {
  const { seed, sidecar } = files;
  const sidecarUri = sidecarOf(uri);
  if (seed === undefined) return { uri, reason: 'it cannot be read' };
  if (!seed.utf8) return { uri, reason: NOT_UTF8 };
  if (sidecar !== undefined && !sidecar.utf8) return { uri: sidecarUri, reason: NOT_UTF8 };
  const { knowledge, corpus, origins, today } = context;
  const document = new SeedDocument(uri, sidecarUri, seed.text, 0, knowledge, corpus, today);
  if (sidecar === undefined || sidecar.text.trim() === '') return { snapshot: document.snapshot(), damage: undefined };
  const read = readSidecar(sidecar.text);
  document.setSidecar(read.sidecar, await origins.of(read.sidecar, uri, document.text));
  return { snapshot: document.snapshot(), damage: damageOf({ text: sidecar.text, ...read }) };
}

const NOT_UTF8 = 'it is not UTF-8; save it as UTF-8 first';

/** What is broken of an annotations file; undefined where it is whole. */
export function damageOf(read: {
  readonly text: string;
  readonly sidecar: Sidecar;
  readonly problems: readonly Problem[];
}): SidecarDamage | undefined {
  const { text, sidecar, problems } = read;
  if (!sidecar.damaged) return undefined;
  const problem = problems.find(({ code }) => code.startsWith('yaml-')) ?? problems[0];
  return problem && { problem, lines: TextLines.from(text) };
}
