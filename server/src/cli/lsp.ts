import { type Connection, createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { decode } from '../host/content.ts';
import { docsUri } from '../host/node/docs.ts';
import { tuneEngine } from '../host/node/engine.ts';
import { nodeFiles, pathOfUri } from '../host/node/files.ts';
import { nodePorts } from '../host/node/ports.ts';
import { clientFiles } from '../lsp/client-files.ts';
import { connectionLog, connectionStrategy } from '../lsp/connection.ts';
import { type Session, startServer } from '../lsp/server.ts';
import type { Ports } from '../ports.ts';
import { build, version } from '../version.ts';
import { stdioConnection } from './stdio.ts';

/** Serves LSP over what the process's arguments name: `--stdio`, `--node-ipc`, `--socket` or `--pipe`. */
export function serve(): void {
  tuneEngine();
  const connection = process.argv.includes('--stdio')
    ? stdioConnection(connectionStrategy)
    : createConnection(ProposedFeatures.all, { connectionStrategy });
  startServer(connection, (session) => sessionPorts(connection, session), { version, build }, docsUri());
}

/** The world of a session: this machine's files and git, and the editor for what cannot be reached from here. */
export function sessionPorts(connection: Connection, { ours, trusted, storage, folders }: Session): Ports {
  const files = clientFiles(connection, ours, (base64) => decode(Buffer.from(base64, 'base64')));
  return nodePorts(nodeFiles({ files, able: ours }), connectionLog(connection), {
    git: trusted,
    avoided: () => folders().flatMap((uri) => pathOfUri(uri) ?? []),
    storage,
    threads: true,
  });
}
