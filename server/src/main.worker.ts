import { parentPort } from 'node:worker_threads';
import { threadPorts } from './host/node/thread-ports.ts';
import type { Log } from './ports.ts';
import { serveReader } from './workspace/index/thread.ts';
import type { FromThread, ToThread } from './workspace/index/thread-messages.ts';

/** Reads seeds for the thread that started this one. */
export function startThread(): void {
  const port = parentPort;
  if (port === null) return;
  const say = (message: FromThread) => port.postMessage(message);
  const tell = (level: 'info' | 'warn' | 'error') => (message: string) => say({ kind: 'log', level, message });
  const log: Log = { info: tell('info'), warn: tell('warn'), error: tell('error') };
  const answer = serveReader(threadPorts(log), say);
  port.on('message', (message: ToThread) => answer(message));
}
