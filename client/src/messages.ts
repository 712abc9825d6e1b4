import { commands, Range, Uri, window } from 'vscode';
import type { Range as ProtocolRange, Refusal } from '../../server/src/protocol.ts';
import type { CommandId } from './commands/table.ts';
import { withoutLinks } from './commands/words.ts';

/** A button of a message: a way out of what the message says. */
export interface WayOut {
  readonly label: string;
  run(): unknown;
}

export const showLog: WayOut = wayOut('Show Log', 'seedmark.showLog');
export const restartServer: WayOut = wayOut('Restart Language Server', 'seedmark.restartServer');

export function wayOut(label: string, command: CommandId): WayOut {
  return { label, run: () => commands.executeCommand(command) };
}

/** Says why something could not be done. Does not wait for the user. */
export function tell(refusal: Refusal, ...ways: readonly WayOut[]): void {
  const { uri, range } = refusal;
  const open: readonly WayOut[] = uri === undefined ? [] : [{ label: 'Open File', run: () => openFile(uri, range) }];
  offer(window.showWarningMessage(withoutLinks(refusal.problem), ...[...open, ...ways].map((way) => way.label)), [
    ...open,
    ...ways,
  ]);
}

/** Says what was done, and offers to go on. Does not wait for the user. */
export function inform(message: string, ...ways: readonly WayOut[]): void {
  offer(window.showInformationMessage(withoutLinks(message), ...ways.map((way) => way.label)), ways);
}

/** Says that something of ours or of the machine failed. Does not wait for the user. */
export function tellFailure(what: string, error: unknown, ...ways: readonly WayOut[]): void {
  const all = [...ways, showLog];
  offer(window.showErrorMessage(withoutLinks(`${what}: ${messageOf(error)}`), ...all.map((way) => way.label)), all);
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function offer(answer: Thenable<string | undefined>, ways: readonly WayOut[]): void {
  answer.then((label) => ways.find((way) => way.label === label)?.run());
}

async function openFile(uri: string, range: ProtocolRange | undefined): Promise<void> {
  const selection = range && new Range(range.start.line, range.start.character, range.end.line, range.end.character);
  await window.showTextDocument(Uri.parse(uri), selection ? { selection } : {});
}
