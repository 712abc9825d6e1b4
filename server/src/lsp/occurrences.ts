import { type CancellationToken, type Connection, RequestType, WorkDoneProgress } from 'vscode-languageserver';
import { occurrences, sought, soughtForms } from '../features/occurrences.ts';
import type { Ports } from '../ports.ts';
import { type Occurrences, type OccurrencesParams, occurrencesRequest, type Refusal } from '../protocol.ts';
import { searchSeeds } from '../workspace/seed-search.ts';
import type { SeedSnapshot } from '../workspace/snapshot.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { notASeed } from './edit-requests.ts';
import { cancelled, type GuardContext, guarded, isRange } from './guard.ts';

const noWords: Refusal = { problem: 'Nothing to look for here. Select some words, or put the cursor into one.' };

/** Answers where the same name stands, in the document or in all seeds of the workspace, and tells how far it is. */
export function registerOccurrences(connection: Connection, context: GuardContext, ports: Ports): void {
  connection.onRequest(
    new RequestType<OccurrencesParams, Occurrences | Refusal, void>(occurrencesRequest),
    guarded(context, occurrencesRequest, notASeed, async (snapshot, params, token) => {
      if (snapshot.kind !== 'seed' || !Array.isArray(params.ranges)) return notASeed;
      const answer = await find(context.workspace, ports, snapshot, params, token, progressOf(connection, params));
      return answer ?? Promise.reject(cancelled());
    }),
  );
}

/** Undefined when nobody wants it any more. */
async function find(
  workspace: Workspace,
  ports: Ports,
  snapshot: SeedSnapshot,
  { ranges, scope, type, forms }: OccurrencesParams,
  token: CancellationToken,
  progress: Progress,
): Promise<Occurrences | Refusal | undefined> {
  const named = await workspace.analyze(snapshot, token);
  if (named === undefined) return undefined;
  const chosen = Array.isArray(forms) ? forms.map(String) : undefined;
  const words = sought(named, ranges.filter(isRange), chosen);
  if (words === undefined) return noWords;
  const { uri } = snapshot;
  const others = scope === 'workspace' ? (await workspace.seedUris()).filter((other) => other !== uri).sort() : [];
  const uris = [uri, ...others];
  const search = { forms: soughtForms(words), type: typeof type === 'string' ? type : words.type, uri };
  progress.begin(uris.length);
  try {
    const result = await searchSeeds(workspace, ports, uris, search, token, progress.tell);
    return result && occurrences(named, words, result);
  } finally {
    progress.end();
  }
}

interface Progress {
  begin(all: number): void;
  tell(done: number): void;
  end(): void;
}

const SILENT: Progress = { begin: () => undefined, tell: () => undefined, end: () => undefined };

function progressOf(connection: Connection, { workDoneToken }: OccurrencesParams): Progress {
  if (typeof workDoneToken !== 'string' && typeof workDoneToken !== 'number') return SILENT;
  let all = 0;
  const send = (value: object) => void connection.sendProgress(WorkDoneProgress.type, workDoneToken, value as never);
  return {
    begin(number) {
      all = number;
      send({ kind: 'begin', title: 'Looking through seeds', percentage: 0, cancellable: true });
    },
    tell: (done) =>
      send({ kind: 'report', message: `${done} of ${all}`, percentage: Math.floor((100 * done) / Math.max(1, all)) }),
    end: () => send({ kind: 'end' }),
  };
}
