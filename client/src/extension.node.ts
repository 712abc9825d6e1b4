import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { CLIENT_ID, CLIENT_NAME, start, stop } from './extension.ts';

/** The desktop and remote machines: the server is a process of its own. */
export function activate(context: ExtensionContext): unknown {
  // The extension itself always lies on this machine's disk.
  const module = Uri.joinPath(context.extensionUri, 'dist', 'server.cjs').fsPath;
  const server = { module, transport: TransportKind.ipc };
  return start(
    context,
    (options) => new LanguageClient(CLIENT_ID, CLIENT_NAME, { run: server, debug: server }, options),
  );
}

export const deactivate = stop;
