import { createHash } from 'node:crypto';

/** Git's id of a blob: a hash over "blob", the length, NUL and the bytes. */
export function blobId(bytes: Uint8Array, algorithm: 'sha1' | 'sha256' = 'sha1'): string {
  return createHash(algorithm).update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

/** Whether bytes are those that an id names, in a repository of either kind. */
export function hasId(bytes: Uint8Array, id: string): boolean {
  return blobId(bytes, id.length === 64 ? 'sha256' : 'sha1') === id;
}

const BOM = Buffer.from([0xef, 0xbb, 0xbf]);

/** A text as it stands in a file. */
export function bytesOf(text: string, bom: boolean): Buffer {
  const bytes = Buffer.from(text, 'utf8');
  return bom ? Buffer.concat([BOM, bytes]) : bytes;
}
