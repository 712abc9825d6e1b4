import { workspace } from 'vscode';

/** The name that annotations carry; '' for none. */
export function annotator(): string {
  return workspace.getConfiguration('seedmark').get<string>('annotator', '').trim();
}
