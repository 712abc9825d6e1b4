import type { LogOutputChannel } from 'vscode';

/** "Show Log". */
export function showLog(log: LogOutputChannel): void {
  log.show();
}
