import { mkdir, open, readFile, rename, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { Cache, Log } from '../../ports.ts';
import { pathOfUri } from './files.ts';

/** Bytes of the text, as a number of four bytes; then the text in UTF-8, filled up to four bytes; then the numbers. */
const HEAD = 4;

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
      if (place === undefined) return undefined;
      const bytes = await readFile(place.file).catch(() => undefined);
      if (bytes === undefined || bytes.length < HEAD) return undefined;
      // The numbers are used where they lie, so they must begin at a multiple of their size.
      const whole = bytes.byteOffset % 4 === 0 ? bytes : Buffer.from(Uint8Array.from(bytes).buffer);
      const length = Math.min(whole.readUInt32LE(0), whole.length - HEAD);
      const start = HEAD + Math.ceil(length / 4) * 4;
      const count = Math.max(0, Math.floor((whole.length - start) / 4));
      return {
        text: whole.toString('utf8', HEAD, HEAD + length),
        numbers: new Int32Array(whole.buffer, whole.byteOffset + Math.min(start, whole.length & ~3), count),
      };
    },
    async write(name, { text, numbers }) {
      const place = pathOf(name);
      if (place === undefined) return;
      const unnamed = join(place.path, `.${name}-${process.pid}.tmp`);
      try {
        await mkdir(place.path, { recursive: true });
        const bytes = Buffer.from(text, 'utf8');
        const head = Buffer.alloc(HEAD);
        head.writeUInt32LE(bytes.length);
        const fill = Buffer.alloc((4 - (bytes.length % 4)) % 4);
        const handle = await open(unnamed, 'w', 0o600);
        try {
          await handle.writev([head, bytes, fill, Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength)]);
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
