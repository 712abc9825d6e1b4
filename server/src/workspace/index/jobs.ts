import type { FileStamp, Stamps } from '../../ports.ts';
import { sidecarOf } from '../kinds.ts';
import type { PackedMentions } from './model-mentions.ts';
import type { Depth } from './read-seed.ts';
import type { SeedRecord } from './record.ts';

/** What a reader of seeds is asked; plain data, so that it may be in another thread. */
export interface ReadJob {
  readonly depth: Depth;
  readonly seeds: readonly SeedToRead[];
  /** Aliases that came or went. */
  readonly words?: readonly string[];
}

export interface SeedToRead {
  readonly uri: string;
  /** What the model found before, with the content that it was found in: it counts if that is still the content. */
  readonly known?: { readonly content: readonly [number, number]; readonly model: PackedMentions } | undefined;
  /** The record of this content and depth is at hand: only another content is read. */
  readonly unless?: readonly [number, number] | undefined;
  /** But what is at hand was made with other facts: it holds if none of the job's words stands in the seed. */
  readonly ifTouched?: boolean | undefined;
}

/** What a reader found, for each seed that was asked for, in order. */
export interface ReadResult {
  /** The texts of the records, by number; the first one stands for none. */
  readonly strings: readonly string[];
  readonly seeds: readonly SeedRead[];
}

export interface SeedRead {
  /** `gone`: there is no such file that could be read. `same`: the content is what was said. */
  readonly state: 'read' | 'same' | 'gone';
  readonly record?: SeedRecord | undefined;
  /** What the file system says of the files, see {@link Stamp}; undefined where it says nothing, or nothing that can be trusted. */
  readonly stamp?: Stamp | undefined;
}

/**
 * Modification time and size of a seed, modification time of its sidecar (0 without one): as long as they stay, so do the
 * files.
 */
export type Stamp = readonly [number, number, number];

/** The stamps of seeds; undefined of one that is not there, or that cannot be trusted. */
export function seedStamps(stamps: Stamps, uris: readonly string[]): (Stamp | undefined)[] {
  const found = stamps(uris.flatMap((uri) => [uri, sidecarOf(uri)]));
  return uris.map((_, i) => stampOf(found[2 * i], found[2 * i + 1]));
}

/** The stamp of a seed and its sidecar; undefined where it cannot be trusted. */
export function stampOf(seed: FileStamp | undefined, sidecar: FileStamp | undefined): Stamp | undefined {
  if (seed === undefined || Number.isNaN(seed.time) || Number.isNaN(sidecar?.time)) return undefined;
  return [seed.time, seed.size, sidecar?.time ?? 0];
}

export function sameStamp(a: Stamp | undefined, b: Stamp | undefined): boolean {
  return a !== undefined && b !== undefined && a[0] === b[0] && a[1] === b[1] && a[2] === b[2];
}

/** The facts and project files, by their URIs; undefined for one that is gone. */
export type KnowledgeFiles = readonly (readonly [uri: string, text: string | undefined])[];

/** Reads seeds for the index. */
export interface SeedReader {
  /** Takes the present texts of facts and project files that changed. Jobs that are given later are read with them. */
  setKnowledge(files: KnowledgeFiles): void;
  read(job: ReadJob): Promise<ReadResult>;
  /** What the file system says of seeds and their sidecars; undefined where it says nothing. */
  stamps(uris: readonly string[]): Promise<readonly (Stamp | undefined)[] | undefined>;
  close(): void;
}
