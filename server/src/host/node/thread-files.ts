import { readFileSync } from 'node:fs';
import type { FileContent, Files } from '../../ports.ts';
import { decode } from '../content.ts';
import { MOST_BYTES, nodeFiles, pathOfUri } from './files.ts';
import { fileStamp } from './stamps.ts';

/**
 * Files by `node:fs`, one after another: for a thread that nobody waits for, where that costs a third of reading many at
 * once. Each comes with its stamp.
 */
export function threadFiles(): Files {
  return {
    readMany: async (uris) => uris.map(readOne),
    list: nodeFiles().list,
  };
}

function readOne(uri: string): FileContent | undefined {
  const path = uri.startsWith('file:') ? pathOfUri(uri) : undefined;
  const stamp = path === undefined ? undefined : fileStamp(path);
  if (path === undefined || stamp === undefined || stamp.size > MOST_BYTES) return undefined;
  try {
    return { ...decode(readFileSync(path)), stamp };
  } catch {
    return undefined;
  }
}
