import type { Connection } from 'vscode-languageserver';
import type { Models } from '../ports.ts';
import { type ReadModelResult, readModelRequest } from '../protocol.ts';

/** Files of ours through the editor, whose extension holds them: a web worker cannot read beside itself. */
export function clientModels(
  connection: Connection,
  able: () => boolean,
  decode: (base64: string) => Uint8Array,
): Models {
  return {
    async bytes(name) {
      const content = able() ? await connection.sendRequest<ReadModelResult>(readModelRequest, { name }) : null;
      return typeof content === 'string' ? decode(content) : undefined;
    },
  };
}
