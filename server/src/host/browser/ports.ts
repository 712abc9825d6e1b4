import type { Cache, CacheFile, Clock, FileContent, Files, Log, Models, Ports } from '../../ports.ts';
import { cacheParts, readCacheBytes } from '../cache-bytes.ts';
import { decode } from '../content.ts';
import { noCache } from '../no-cache.ts';
import { noWorkers } from '../no-workers.ts';
import { blobsWith } from '../texts.ts';
import { today } from '../today.ts';

/** The ports of a web worker: all files come through the editor. */
export function browserPorts(files: Files, log: Log, models: Models, cache: Cache = noCache): Ports {
  return {
    files,
    log,
    clock,
    models,
    cache,
    workers: noWorkers,
    random: { bytes: (length) => crypto.getRandomValues(new Uint8Array(length)) },
    blobs: blobsWith(idOf),
  };
}

// A worker has no `setImmediate`; a message to oneself comes back behind those that already wait.
const channel = new MessageChannel();
const waiting: (() => void)[] = [];
channel.port1.onmessage = () => waiting.shift()?.();

const clock: Clock = {
  now: () => performance.now(),
  today,
  yield: () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      channel.port2.postMessage(null);
    }),
  later(milliseconds, work) {
    setTimeout(work, milliseconds);
  },
};

/** Git's id of a blob: SHA-1 over "blob", the length, NUL and the bytes. */
async function idOf(text: string, bom: boolean): Promise<string> {
  const body = new TextEncoder().encode(text);
  const mark = bom ? [0xef, 0xbb, 0xbf] : [];
  const head = new TextEncoder().encode(`blob ${mark.length + body.length}\0`);
  const all = new Uint8Array(head.length + mark.length + body.length);
  all.set(head);
  all.set(mark, head.length);
  all.set(body, head.length + mark.length);
  const digest = await crypto.subtle.digest('SHA-1', all);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export function bytesOfBase64(base64: string): Uint8Array {
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at);
  return bytes;
}

/** The text of a file that came as base64. */
export function decodeBase64(base64: string): FileContent {
  return decode(bytesOfBase64(base64));
}

/** A file of the cache as base64. */
export const base64Cache = {
  encode: (file: CacheFile) => base64(joined(cacheParts(file))),
  decode: (content: string) => readCacheBytes(bytesOfBase64(content)),
};

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

function base64(bytes: Uint8Array): string {
  let binary = '';
  // In pieces, since every byte is an argument of the call.
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
}
