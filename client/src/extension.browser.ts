import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { CLIENT_ID, CLIENT_NAME, start, stop } from './extension.ts';

/** VS Code in a browser: the server is a web worker. */
export function activate(context: ExtensionContext): unknown {
  const script = Uri.joinPath(context.extensionUri, 'dist', 'server.browser.js').toString(true);
  let worker: Worker | undefined;
  return start(context, (options) => {
    // One at a time: a worker does not end with its connection.
    worker?.terminate();
    worker = new Worker(script);
    return new LanguageClient(CLIENT_ID, CLIENT_NAME, worker, options);
  });
}

export const deactivate = stop;
