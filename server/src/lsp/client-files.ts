import type { Connection } from 'vscode-languageserver';
import type { FileContent, Files } from '../ports.ts';
import { type ListFilesResult, listFilesRequest, type ReadFilesResult, readFilesRequest } from '../protocol.ts';
import { normalizeUri } from './uri.ts';

/** Files read in one request: few large requests cost a tenth of many small ones. */
const BATCH = 200;

/** Files through the editor, for those that the server cannot reach itself. An editor that cannot either has none. */
export function clientFiles(
  connection: Connection,
  able: () => boolean,
  decode: (base64: string) => FileContent,
): Files {
  return {
    async readMany(uris) {
      if (!able()) return uris.map(() => undefined);
      const contents: (FileContent | undefined)[] = [];
      for (let i = 0; i < uris.length; i += BATCH) {
        const batch = uris.slice(i, i + BATCH);
        const answer = await connection.sendRequest<ReadFilesResult>(readFilesRequest, { uris: batch });
        batch.forEach((_, k) => {
          const content = answer[k];
          contents.push(typeof content === 'string' ? decode(content) : undefined);
        });
      }
      return contents;
    },
    async list(folder, globs) {
      if (!able()) return [];
      const answer = await connection.sendRequest<ListFilesResult>(listFilesRequest, { folder, globs });
      return answer.map(normalizeUri);
    },
  };
}
