import type { Connection } from 'vscode-languageserver';
import type { Clock } from '../ports.ts';
import { type IndexState, indexStateRequest, namesChangedNotification } from '../protocol.ts';
import type { ClientAbilities } from './capabilities.ts';
import type { GuardContext } from './guard.ts';

/** Milliseconds between two looks at how far the index is: nobody reads faster. */
const LOOK_AFTER = 500;
/** Seeds fewer than these are read before anybody could read a message. */
const MANY = 200;

/**
 * Tells the editor how far the seeds of the workspace have been read: as progress that can be cancelled, by our own
 * notification, and to whoever asks. `changed` is to be called whenever the index is another one.
 */
export function showIndexing(
  connection: Connection,
  { workspace, log }: GuardContext,
  clock: Clock,
  abilities: () => ClientAbilities | undefined,
): { readonly changed: () => void } {
  let looking = false;
  let told = -1;
  let shown: Promise<Shown | undefined> | undefined;

  function changed(): void {
    if (looking) return;
    looking = true;
    clock.later(LOOK_AFTER, () => {
      looking = false;
      look();
    });
  }

  function look(): void {
    const state = stateOf();
    if (abilities()?.ours && state.revision !== told) void connection.sendNotification(namesChangedNotification, state);
    told = state.revision;
    const { busy, seeds, named, read } = state;
    if (busy && abilities()?.workDoneProgress && seeds - named >= MANY) shown ??= begin();
    void shown?.then((progress) => {
      if (progress === undefined) return;
      const isQuick = read < seeds;
      const done = isQuick ? read : named;
      if (busy) progress.report(Math.floor((100 * done) / Math.max(1, seeds)), messageOf(state));
      else progress.done();
    });
    if (!busy) shown = undefined;
    else changed();
  }

  async function begin(): Promise<Shown | undefined> {
    try {
      const progress = await connection.window.createWorkDoneProgress();
      progress.begin('Seedmark', 0, 'Reading seeds…', true);
      progress.token.onCancellationRequested(() => {
        log.info('Reading names in the other seeds was stopped: what is known of them stays as it is.');
        workspace.stopIndexing();
      });
      return { report: (percent, message) => progress.report(percent, message), done: () => progress.done() };
    } catch (error) {
      log.warn(`The editor shows no progress: ${String(error)}`);
      return undefined;
    }
  }

  function stateOf(): IndexState {
    const { names, isIndexing } = workspace;
    return { ...names.state, revision: names.revision, busy: isIndexing };
  }

  connection.onRequest(indexStateRequest, stateOf);
  return { changed };
}

interface Shown {
  readonly report: (percent: number, message: string) => void;
  readonly done: () => void;
}

function messageOf({ seeds, read, named }: IndexState): string {
  const count = (number: number) => number.toLocaleString('en');
  return read < seeds
    ? `Reading seeds: ${count(read)} of ${count(seeds)}`
    : `Finding names: ${count(named)} of ${count(seeds)} seeds`;
}
