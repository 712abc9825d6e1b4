import { window } from 'vscode';
import { showLog, tell } from '../messages.ts';
import type { Server } from '../server.ts';

/** "Restart Language Server". */
export async function restartServer(server: Server): Promise<void> {
  await server.restart();
  if (server.state === 'running') window.setStatusBarMessage('Seedmark: the language server was restarted.', 3000);
  else tell({ problem: 'The language server does not start.' }, showLog);
}
