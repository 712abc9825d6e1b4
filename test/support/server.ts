import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';

export const REPOSITORY = resolve(dirname(new URL(import.meta.url).pathname), '../..');

/** The built server in a process of its own, and a folder of its own. */
export interface RunningServer {
  readonly connection: MessageConnection;
  readonly child: ChildProcessWithoutNullStreams;
  readonly folder: string;
  uri(name: string): string;
  write(name: string, text: string): Promise<void>;
  open(name: string, text: string): Promise<string>;
  stop(): Promise<number | null>;
}

const CAPABILITIES = {
  workspace: { workspaceFolders: true, workspaceEdit: { documentChanges: true, snippetEditSupport: true } },
  textDocument: {
    completion: { completionItem: { snippetSupport: true, insertTextModeSupport: { valueSet: [1, 2] } } },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } },
  },
};

/** What the editor says when it starts, beside what it always does. */
export interface ServerOptions {
  readonly options?: object;
  /** Of the workspace. */
  readonly capabilities?: object;
  /** Of its windows. */
  readonly windowCapabilities?: object;
  /** A folder that is there and stays, instead of one of its own. */
  readonly folder?: string;
  /** Of its documents. */
  readonly documentCapabilities?: object;
  /** Answers the server's own requests. */
  readonly prepare?: (connection: MessageConnection) => void;
}

/** Starts `dist/server.cjs --stdio`, which `npm run build` makes, and initializes it. */
export async function startServer(
  files: Readonly<Record<string, string>> = {},
  { options = {}, capabilities = {}, windowCapabilities = {}, documentCapabilities = {}, ...more }: ServerOptions = {},
): Promise<RunningServer> {
  const folder = more.folder ?? (await mkdtemp(join(tmpdir(), 'seedmark-lsp-')));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  const child = spawn(process.execPath, [join(REPOSITORY, 'dist/server.cjs'), '--stdio'], { cwd: folder });
  child.stderr.on('data', (data) => process.stderr.write(data));
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  more.prepare?.(connection);
  connection.listen();
  const root = pathToFileURL(folder).href;
  const uri = (name: string) => `${root}/${name}`;
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: root,
    workspaceFolders: [{ uri: root, name: 'test' }],
    capabilities: {
      workspace: { ...CAPABILITIES.workspace, ...capabilities },
      textDocument: { ...CAPABILITIES.textDocument, ...documentCapabilities },
      window: windowCapabilities,
    },
    initializationOptions: options,
  });
  await connection.sendNotification('initialized', {});
  return {
    connection,
    child,
    folder,
    uri,
    write: (name, text) => writeFile(join(folder, name), text),
    async open(name, text) {
      await connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri: uri(name), languageId: 'seed', version: 1, text },
      });
      return uri(name);
    },
    async stop() {
      const exited = child.exitCode === null ? once(child, 'exit') : undefined;
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      await exited;
      connection.dispose();
      if (more.folder === undefined) await rm(folder, { recursive: true, force: true });
      return child.exitCode;
    },
  };
}
