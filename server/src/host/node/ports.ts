import { createHash, randomBytes } from 'node:crypto';
import type { Clock, Files, Log, Ports } from '../../ports.ts';
import { today } from '../today.ts';

/** The ports of a Node process. */
export function nodePorts(files: Files, log: Log): Ports {
  return {
    files,
    log,
    clock,
    random: { bytes: (length) => randomBytes(length) },
    blobs: { idOf, textsOf: async () => new Map(), keep: () => undefined },
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

const BOM = Buffer.from([0xef, 0xbb, 0xbf]);

/** Git's id of a blob: SHA-1 over "blob", the length, NUL and the bytes. */
async function idOf(text: string, bom: boolean): Promise<string> {
  const bytes = bom ? Buffer.concat([BOM, Buffer.from(text, 'utf8')]) : Buffer.from(text, 'utf8');
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}
