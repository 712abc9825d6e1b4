import { statSync } from 'node:fs';
import type { FileStamp, Stamps } from '../../ports.ts';
import { pathOfUri } from './files.ts';

/** Milliseconds in which a file may change again without another time. */
const TOO_FRESH = 2_000;

export const fileStamps: Stamps = (uris) =>
  uris.map((uri) => {
    const path = uri.startsWith('file:') ? pathOfUri(uri) : undefined;
    return path === undefined ? undefined : fileStamp(path);
  });

/** The stamp of a file; undefined of what is none, or cannot be asked for. */
export function fileStamp(path: string): FileStamp | undefined {
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats === undefined || !stats.isFile()) return undefined;
    return { time: stats.mtimeMs > Date.now() - TOO_FRESH ? Number.NaN : stats.mtimeMs, size: stats.size };
  } catch {
    return undefined;
  }
}
