import { mkdir, open, readFile, rename, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { Cache, Log } from '../../ports.ts';
import { cacheParts, readCacheBytes } from '../cache-bytes.ts';
import { pathOfUri } from './files.ts';

/** A cache in a folder of our own; `folder` is asked at each use, for its URI; undefined where there is none. */
export function folderCache(folder: () => string | undefined, log: Log): Cache {
  const pathOf = (name: string) => {
    const uri = folder();
    const path = uri === undefined ? undefined : pathOfUri(uri);
    return path === undefined ? undefined : { path, file: join(path, name) };
  };
  return {
    async read(name) {
      const place = pathOf(name);
      const bytes = place && (await readFile(place.file).catch(() => undefined));
      return bytes && readCacheBytes(bytes);
    },
    async write(name, file) {
      const place = pathOf(name);
      if (place === undefined) return;
      const unnamed = join(place.path, `.${name}-${process.pid}.tmp`);
      try {
        await mkdir(place.path, { recursive: true });
        const handle = await open(unnamed, 'w', 0o600);
        try {
          for (const part of cacheParts(file)) await handle.write(part);
        } finally {
          await handle.close();
        }
        await rename(unnamed, place.file);
      } catch (error) {
        await unlink(unnamed).catch(() => undefined);
        log.info(`What is known of the seeds could not be kept in ${place.path}: ${String(error)}`);
      }
    },
  };
}
