import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import { browserPorts, decodeBase64 } from './host/browser/ports.ts';
import { clientFiles } from './lsp/client-files.ts';
import { connectionLog, connectionStrategy } from './lsp/connection.ts';
import { startServer } from './lsp/server.ts';
import { version } from './version.ts';

declare const self: DedicatedWorkerGlobalScope;

const connection = createConnection(
  ProposedFeatures.all,
  new BrowserMessageReader(self),
  new BrowserMessageWriter(self),
  { connectionStrategy },
);
startServer(
  connection,
  ({ ours }) => browserPorts(clientFiles(connection, ours, decodeBase64), connectionLog(connection)),
  version,
);
