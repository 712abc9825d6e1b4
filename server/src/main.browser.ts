import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import { browserPorts, bytesOfBase64, decodeBase64 } from './host/browser/ports.ts';
import { clientFiles } from './lsp/client-files.ts';
import { clientModels } from './lsp/client-models.ts';
import { connectionLog, connectionStrategy } from './lsp/connection.ts';
import { startServer } from './lsp/server.ts';
import { build, version } from './version.ts';

declare const self: DedicatedWorkerGlobalScope;

const connection = createConnection(
  ProposedFeatures.all,
  new BrowserMessageReader(self),
  new BrowserMessageWriter(self),
  { connectionStrategy },
);
startServer(
  connection,
  ({ ours }) =>
    browserPorts(
      clientFiles(connection, ours, decodeBase64),
      connectionLog(connection),
      clientModels(connection, ours, bytesOfBase64),
    ),
  { version, build },
);
