import { type Connection, type ConnectionStrategy, LSPErrorCodes, Message } from 'vscode-languageserver';
import type { Log } from '../ports.ts';

/**
 * A request that is cancelled while it still waits in the queue is answered at once and never run: typing fast must
 * not make the server work for answers that nobody wants.
 */
export const connectionStrategy: ConnectionStrategy = {
  cancelUndispatched: (message) =>
    Message.isRequest(message)
      ? { jsonrpc: '2.0', id: message.id, error: { code: LSPErrorCodes.RequestCancelled, message: 'cancelled' } }
      : undefined,
};

/** The editor's output channel for us as a log. */
export function connectionLog(connection: Connection): Log {
  return {
    info: (message) => connection.console.info(message),
    warn: (message) => connection.console.warn(message),
    error: (message) => connection.console.error(message),
  };
}
