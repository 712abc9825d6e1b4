import { mkdir, open, readdir, readFile, rename, stat, unlink, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import type { Log } from '../../ports.ts';
import { decode } from '../content.ts';
import type { TextStore } from '../texts.ts';
import { bytesOf, hasId } from './blob-id.ts';
import { pathOfUri } from './files.ts';

export interface FolderLimits {
  readonly mostFiles: number;
  readonly mostBytes: number;
}

const LIMITS: FolderLimits = { mostFiles: 2_000, mostBytes: 64 * 1024 * 1024 };
/** A file that a run wrote and did not live to name. */
const UNNAMED = /^\..*\.tmp$/;
/** Milliseconds after which nobody writes an unnamed file any more. */
const ABANDONED_AFTER = 60 * 60 * 1000;

/**
 * Texts in a folder of our own, one file each, named by its id. `folder` is asked at each use, for its URI; undefined
 * where there is none. What was not used for the longest goes first when there are too many.
 */
export function textFolder(
  folder: () => string | undefined,
  log: Log,
  { mostFiles, mostBytes }: FolderLimits = LIMITS,
): TextStore {
  // One piece of work at a time: counting and dropping would not fit together otherwise.
  let work: Promise<void> = Promise.resolve();
  let size: { files: number; bytes: number } | undefined;
  let told = false;

  /** Counts what is there, and drops the oldest if it is too much: down to four fifths, so that not every file counts anew. */
  async function tidy(path: string): Promise<{ files: number; bytes: number }> {
    const files: { name: string; bytes: number; used: number }[] = [];
    for (const name of await readdir(path)) {
      const info = await stat(join(path, name)).catch(() => undefined);
      if (info === undefined || !info.isFile()) continue;
      if (UNNAMED.test(name) && Date.now() - info.mtimeMs > ABANDONED_AFTER) await remove(join(path, name));
      else files.push({ name, bytes: info.size, used: info.mtimeMs });
    }
    const total = { files: files.length, bytes: files.reduce((sum, { bytes }) => sum + bytes, 0) };
    if (total.files <= mostFiles && total.bytes <= mostBytes) return total;
    for (const { name, bytes } of files.sort((a, b) => a.used - b.used)) {
      if (total.files <= mostFiles * 0.8 && total.bytes <= mostBytes * 0.8) break;
      await remove(join(path, name));
      total.files--;
      total.bytes -= bytes;
    }
    return total;
  }

  async function write(path: string, id: string, bytes: Buffer): Promise<void> {
    const now = new Date();
    const file = join(path, id);
    const there = await utimes(file, now, now).then(
      () => true,
      () => false,
    );
    if (there) return;
    await mkdir(path, { recursive: true });
    size ??= await tidy(path);
    const unnamed = join(path, `.${id}-${process.pid}.tmp`);
    try {
      const handle = await open(unnamed, 'w', 0o600);
      try {
        await handle.writeFile(bytes);
      } finally {
        await handle.close();
      }
      await rename(unnamed, file);
    } catch (error) {
      await remove(unnamed);
      throw error;
    }
    size.files++;
    size.bytes += bytes.length;
    if (size.files > mostFiles || size.bytes > mostBytes) size = await tidy(path);
  }

  return {
    async read(ids) {
      await work;
      const texts = new Map<string, string>();
      const path = pathOf(folder());
      if (path === undefined) return texts;
      for (const id of ids) {
        const bytes = await readFile(join(path, id)).catch(() => undefined);
        if (bytes === undefined) continue;
        const { text, utf8 } = decode(bytes);
        if (utf8 && hasId(bytes, id)) texts.set(id, text);
        // Somebody, or a disk, changed it: it is no use to anybody.
        else await remove(join(path, id));
      }
      return texts;
    },
    keep(id, text, bom) {
      const path = pathOf(folder());
      if (path === undefined) return;
      const bytes = bytesOf(text, bom);
      if (bytes.length > mostBytes / 4) return;
      work = work
        .then(() => write(path, id, bytes))
        .catch((error) => {
          if (!told) log.info(`Texts are not kept in ${path}: ${String(error)}`);
          told = true;
        });
    },
  };
}

function pathOf(uri: string | undefined): string | undefined {
  const path = uri === undefined ? undefined : pathOfUri(uri);
  return path === undefined ? undefined : join(path, 'texts');
}

async function remove(path: string): Promise<void> {
  await unlink(path).catch(() => undefined);
}
