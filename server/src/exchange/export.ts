import {
  type AnnotatedDocument,
  annotationsToWrite,
  type ExchangeFormat,
  type WriteOptions,
} from '../formats/types.ts';
import type { CancellationToken, Ports } from '../ports.ts';
import { sidecarOf } from '../workspace/kinds.ts';
import type { SeedRead } from '../workspace/stored-seed.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { documentOf } from './document.ts';

/** What went into a file. */
export interface ExportCounts {
  /** Seeds that have annotations in it. */
  readonly seeds: number;
  readonly annotations: number;
  /** Of these, those that have no place in their text. */
  readonly unplaced: number;
}

export interface ExportRequest {
  readonly format: ExchangeFormat;
  readonly options: WriteOptions;
  /** The path of a seed, as it shall be written. */
  readonly pathOf: (uri: string) => string;
}

/** Writes seeds in a format, as they come, and counts. */
export async function exportSeeds(
  seeds: AsyncIterable<SeedRead>,
  { format, options, pathOf }: ExportRequest,
  write: (piece: string) => Promise<void> | void,
): Promise<ExportCounts> {
  const counts = { seeds: 0, annotations: 0, unplaced: 0 };
  async function* documents(): AsyncGenerator<AnnotatedDocument> {
    for await (const read of seeds) {
      if (!('snapshot' in read)) continue;
      const { snapshot } = read;
      const document = documentOf(snapshot, pathOf(snapshot.uri));
      const annotations = annotationsToWrite(document, options);
      if (annotations.length === 0) continue;
      counts.seeds++;
      counts.annotations += annotations.length;
      counts.unplaced += annotations.filter(({ spans }) => spans.length === 0).length;
      yield document;
    }
  }
  for await (const piece of format.write(documents(), options)) await write(piece);
  return counts;
}

/** Files that are read in one go. */
const AT_ONCE = 100;

/**
 * Seeds with their annotations, in order, each read when its turn has come; ends early when the asker no longer wants
 * them. `seen` hears how many are done.
 */
export async function* readSeeds(
  uris: readonly string[],
  workspace: Workspace,
  { files, clock }: Pick<Ports, 'files' | 'clock'>,
  token: CancellationToken,
  seen: (done: number) => void = () => undefined,
): AsyncGenerator<SeedRead> {
  for (let i = 0; i < uris.length; i += AT_ONCE) {
    const batch = uris.slice(i, i + AT_ONCE);
    const contents = await files.readMany([...batch, ...batch.map(sidecarOf)]);
    for (const [k, uri] of batch.entries()) {
      // Others get their turn between two seeds.
      await clock.yield();
      if (token.isCancellationRequested) return;
      yield await workspace.readSeed(uri, { seed: contents[k], sidecar: contents[batch.length + k] });
      seen(i + k + 1);
    }
  }
}
