import { CodeLensRefreshRequest, type Connection, ResponseError } from 'vscode-languageserver';
import { codeLenses, isLensPart, type LensData, lensCommand } from '../features/code-lenses.ts';
import type { ClientAbilities } from './capabilities.ts';
import { cancelled, type GuardContext, guarded } from './guard.ts';
import type { Settings } from './settings.ts';

/** Of VS Code's own making, for a view of our client. */
const SHOW_ANNOTATIONS = 'seedmark.annotations.focus';

/** Answers what stands above a seed. The result tells the editor that it may be another now. */
export function registerCodeLenses(
  connection: Connection,
  context: GuardContext,
  abilities: () => ClientAbilities | undefined,
  settings: () => Promise<Settings>,
): { readonly refresh: () => void } {
  const { workspace } = context;

  connection.onCodeLens(
    guarded(context, 'codeLens', null, async (snapshot) => {
      if (snapshot.kind !== 'seed') return null;
      const { codeLens } = await settings();
      return codeLens ? codeLenses(snapshot) : [];
    }),
  );
  const commandOf = guarded(
    context,
    'codeLens/resolve',
    undefined,
    async (snapshot, { part }: { uri: unknown; part: unknown }, token) => {
      if (snapshot.kind !== 'seed' || !isLensPart(part)) return undefined;
      // Of a long text that is not known yet so much as is at hand: all of it is counted when it has been read.
      const named = await workspace.analyze(snapshot, token, { names: { from: 0, to: 0 }, linesWillDo: true });
      if (named === undefined) return Promise.reject(cancelled());
      const { commands = [], ours = false } = abilities() ?? {};
      return lensCommand(named, part, { commands, showAnnotations: ours ? SHOW_ANNOTATIONS : undefined });
    },
  );
  connection.onCodeLensResolve(async (lens, token) => {
    const { uri, part } = (lens.data ?? {}) as Partial<LensData>;
    const command = await commandOf({ uri, part }, token);
    if (command instanceof ResponseError) return command;
    return command === undefined ? lens : { ...lens, command };
  });

  return {
    refresh() {
      if (abilities()?.refreshLenses) void connection.sendRequest(CodeLensRefreshRequest.type);
    },
  };
}
