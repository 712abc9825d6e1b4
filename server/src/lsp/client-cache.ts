import type { Connection } from 'vscode-languageserver';
import type { Cache, CacheFile, Log } from '../ports.ts';
import { type ReadKeptResult, readKeptRequest, writeKeptRequest } from '../protocol.ts';

/** How a file of the cache goes over the wire. */
export interface CacheCoding {
  readonly encode: (file: CacheFile) => string;
  readonly decode: (base64: string) => CacheFile;
}

/** A cache through the editor, which has a folder for our extension: a web worker has none. */
export function clientCache(
  connection: Connection,
  able: () => boolean,
  log: Log,
  { encode, decode }: CacheCoding,
): Cache {
  return {
    async read(name) {
      const content = able() ? await connection.sendRequest<ReadKeptResult>(readKeptRequest, { name }) : null;
      return typeof content === 'string' ? decode(content) : undefined;
    },
    async write(name, file) {
      if (!able()) return;
      try {
        await connection.sendRequest(writeKeptRequest, { name, content: encode(file) });
      } catch (error) {
        log.info(`What is known of the seeds could not be kept: ${String(error)}`);
      }
    },
  };
}
