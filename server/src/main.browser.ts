import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import { base64Cache, browserPorts, bytesOfBase64, decodeBase64 } from './host/browser/ports.ts';
import { clientCache } from './lsp/client-cache.ts';
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
  ({ ours, trusted }) => {
    const log = connectionLog(connection);
    return browserPorts(
      clientFiles(connection, ours, decodeBase64),
      log,
      clientModels(connection, ours, bytesOfBase64),
      clientCache(connection, () => ours() && trusted(), log, base64Cache),
    );
  },
  { version, build },
);
