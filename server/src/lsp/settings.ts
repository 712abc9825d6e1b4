import { type Connection, DidChangeConfigurationNotification } from 'vscode-languageserver';
import { TIME_HINTS, type TimeHints } from '../protocol.ts';
import type { ClientAbilities } from './capabilities.ts';
import { type GuardContext, guardedNotification } from './guard.ts';

/** Matters of taste that the server follows; what changes an answer stands in `seedmark.yaml`. */
export interface Settings {
  readonly timeHints: TimeHints;
}

const DEFAULTS: Settings = { timeHints: 'relative' };

/** What an editor says under `seedmark`, as far as it has the right shape; the rest is as in `otherwise`. */
export function readSettings(value: unknown, otherwise: Settings = DEFAULTS): Settings {
  const { inlayHints } = (value ?? {}) as { inlayHints?: { times?: unknown } | null };
  const times = TIME_HINTS.find((one) => one === inlayHints?.times);
  return { timeHints: times ?? otherwise.timeHints };
}

/**
 * Keeps the editor's settings: asks for them where it answers, takes them where it sends them, and else goes by what it said
 * when it started. `changed` is called when they are others than before.
 */
export function settingsOf(
  connection: Connection,
  context: GuardContext,
  abilities: () => ClientAbilities | undefined,
  changed: () => void,
): { readonly start: () => void; readonly current: () => Promise<Settings> } {
  const { log } = context;
  let current: Promise<Settings> = Promise.resolve(DEFAULTS);

  const initial = () => readSettings(abilities()?.settings);

  async function ask(): Promise<Settings> {
    try {
      return readSettings(await connection.workspace.getConfiguration('seedmark'), initial());
    } catch (error) {
      log.warn(`The editor does not tell its settings: ${String(error)}`);
      return initial();
    }
  }

  connection.onDidChangeConfiguration(
    guardedNotification(context, 'settings', ({ settings }) => {
      const before = current;
      const sent = (settings ?? {}) as { seedmark?: unknown };
      current = abilities()?.configuration ? ask() : Promise.resolve(readSettings(sent.seedmark, initial()));
      void Promise.all([before, current]).then(([was, is]) => {
        if (was.timeHints !== is.timeHints) changed();
      });
    }),
  );

  return {
    start() {
      current = abilities()?.configuration ? ask() : Promise.resolve(initial());
      if (abilities()?.configurationChanges)
        void connection.client
          .register(DidChangeConfigurationNotification.type, { section: 'seedmark' })
          .catch((error) => log.warn(`The editor does not tell when its settings change: ${String(error)}`));
    },
    current: () => current,
  };
}
