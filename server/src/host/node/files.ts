import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { URI } from 'vscode-uri';
import type { FileContent, Files } from '../../ports.ts';
import { compileGlob } from '../../text/glob.ts';
import { decode } from '../content.ts';

/** Files read at once: more gains nothing on a disk that is warm, and little on one that is not. */
const AT_ONCE = 64;
/** Larger files are no texts that anybody annotates; reading one by mistake must not take the memory. */
export const MOST_BYTES = 64 * 1024 * 1024;
/** Folders that hold no sources of ours. */
const SKIPPED = /^(?:node_modules|\..*)$/;
/** Folders looked into below one workspace folder before the listing gives up. */
const MOST_FOLDERS = 50_000;

/** Files by `node:fs`, those at `file:` addresses; `remote` serves all others, and listings while it can. */
export function nodeFiles(remote?: { readonly files: Files; readonly able: () => boolean }): Files {
  return {
    async readMany(uris) {
      const contents: (FileContent | undefined)[] = new Array(uris.length).fill(undefined);
      const elsewhere: number[] = [];
      const local: number[] = [];
      for (const [i, uri] of uris.entries()) (uri.startsWith('file:') ? local : elsewhere).push(i);
      for (let i = 0; i < local.length; i += AT_ONCE)
        await Promise.all(
          local.slice(i, i + AT_ONCE).map(async (k) => {
            contents[k] = await readOne(uris[k] as string);
          }),
        );
      if (elsewhere.length > 0 && remote) {
        const read = await remote.files.readMany(elsewhere.map((i) => uris[i] as string));
        elsewhere.forEach((i, k) => {
          contents[i] = read[k];
        });
      }
      return contents;
    },
    async list(folder, globs) {
      if (remote?.able()) return remote.files.list(folder, globs);
      if (!folder.startsWith('file:')) return [];
      const root = fileURLToPath(folder);
      const patterns = globs.map(compileGlob);
      const found: string[] = [];
      for await (const path of walk(root)) {
        const name = relative(root, path).split(sep).join('/');
        if (patterns.some((pattern) => pattern.test(name))) found.push(uriOfPath(path));
      }
      return found.sort();
    },
  };
}

/** The URI of a path, in the spelling in which editors' URIs are kept. */
export function uriOfPath(path: string): string {
  return URI.file(path).toString();
}

/** The path of a `file:` URI; other URIs have none. */
export function pathOfUri(uri: string): string | undefined {
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}

async function readOne(uri: string): Promise<FileContent | undefined> {
  try {
    const path = fileURLToPath(uri);
    const info = await stat(path);
    if (!info.isFile() || info.size > MOST_BYTES) return undefined;
    return decode(await readFile(path));
  } catch {
    return undefined;
  }
}

/** All files below a folder; links are not followed, so that nothing outside of it is read and no circle is walked. */
export async function* walk(root: string): AsyncGenerator<string> {
  const folders = [root];
  for (let seen = 0; seen < MOST_FOLDERS; seen++) {
    const folder = folders.pop();
    if (folder === undefined) return;
    let entries: import('node:fs').Dirent[];
    try {
      entries = await readdir(folder, { withFileTypes: true });
    } catch {
      continue;
    }
    for (const entry of entries) {
      if (entry.isDirectory()) {
        if (!SKIPPED.test(entry.name)) folders.push(join(folder, entry.name));
      } else if (entry.isFile()) yield join(folder, entry.name);
    }
  }
}
