import { type Stats, statSync } from 'node:fs';
import type { FileStamp, Stamps } from '../../ports.ts';
import { pathOfUri } from './files.ts';

/** Milliseconds in which a file may change again without another time. */
const TOO_FRESH = 2_000;

export const fileStamps: Stamps = (uris) => {
  const latest = Date.now() - TOO_FRESH;
  return uris.map((uri): FileStamp | undefined => {
    const stats = statOf(uri);
    return stats && { time: stats.mtimeMs > latest ? Number.NaN : stats.mtimeMs, size: stats.size };
  });
};

function statOf(uri: string): Stats | undefined {
  const path = uri.startsWith('file:') ? pathOfUri(uri) : undefined;
  if (path === undefined) return undefined;
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
