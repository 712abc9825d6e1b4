import { type Connection, DidChangeConfigurationNotification } from 'vscode-languageserver';
import { TIME_HINTS, type TimeHints } from '../protocol.ts';
import type { ClientAbilities } from './capabilities.ts';
import { type GuardContext, guardedNotification } from './guard.ts';

/** Matters of taste that the server follows; what changes an answer stands in `seedmark.yaml`. */
export interface Settings {
  readonly timeHints: TimeHints;
  /** Numbers stand above each seed. */
  readonly codeLens: boolean;
}

const DEFAULTS: Settings = { timeHints: 'relative', codeLens: false };

/** What an editor says under `seedmark`, as far as it has the right shape; the rest is as in `otherwise`. */
export function readSettings(value: unknown, otherwise: Settings = DEFAULTS): Settings {
  const { inlayHints, codeLens } = (value ?? {}) as {
    inlayHints?: { times?: unknown } | null;
    codeLens?: unknown;
  };
  const times = TIME_HINTS.find((one) => one === inlayHints?.times);
  return {
    timeHints: times ?? otherwise.timeHints,
    codeLens: typeof codeLens === 'boolean' ? codeLens : otherwise.codeLens,
  };
}

/**
 * Keeps the editor's settings: asks for them where it answers, takes them where it sends them, and else goes by what it said
 * when it started. `changed` is called with those that are others than before.
 */
export function settingsOf(
  connection: Connection,
  context: GuardContext,
  abilities: () => ClientAbilities | undefined,
  changed: (which: { readonly [K in keyof Settings]: boolean }) => void,
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
        changed({ timeHints: was.timeHints !== is.timeHints, codeLens: was.codeLens !== is.codeLens });
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
