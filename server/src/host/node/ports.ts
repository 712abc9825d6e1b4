import { randomBytes } from 'node:crypto';
import type { Clock, Files, Log, Ports } from '../../ports.ts';
import { noCache } from '../no-cache.ts';
import { noWorkers } from '../no-workers.ts';
import { blobsWith } from '../texts.ts';
import { today } from '../today.ts';
import { blobId, bytesOf } from './blob-id.ts';
import { folderCache } from './cache-folder.ts';
import { gitTexts } from './git-texts.ts';
import { installedModels } from './models.ts';
import { textFolder } from './text-folder.ts';
import { bundledWorkers } from './workers.ts';

/** Where earlier texts may be taken from, beside memory. All is asked at each use: what is allowed is not known at first. */
export interface TextSources {
  /** Git may be started. */
  readonly git: () => boolean;
  /** Folders of which no program may be run. */
  readonly avoided?: () => readonly string[];
  /** URI of a folder of our own in which texts, and what is known of seeds, are kept. */
  readonly storage?: () => string | undefined;
  /** Seeds may be read by threads. */
  readonly threads?: boolean;
}

/** The ports of a Node process. */
export function nodePorts(files: Files, log: Log, { git, avoided, storage, threads }: TextSources): Ports {
  return {
    files,
    log,
    clock,
    random: { bytes: (length) => randomBytes(length) },
    models: installedModels,
    cache: storage ? folderCache(storage, log) : noCache,
    workers: threads ? bundledWorkers() : noWorkers,
    blobs: blobsWith(idOf, [...(storage ? [textFolder(storage, log)] : []), gitTexts({ allowed: git, log, avoided })]),
  };
}

const clock: Clock = {
  now: () => performance.now(),
  today,
  yield: () => new Promise((resolve) => setImmediate(resolve)),
  later(milliseconds, work) {
    setTimeout(work, milliseconds);
  },
};

async function idOf(text: string, bom: boolean): Promise<string> {
  return blobId(bytesOf(text, bom));
}
