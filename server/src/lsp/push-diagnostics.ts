import { type CancellationToken, CancellationTokenSource, type Connection } from 'vscode-languageserver';
import { diagnostics } from '../features/diagnostics.ts';
import type { Clock } from '../ports.ts';
import type { ClientAbilities } from './capabilities.ts';
import type { DocumentListener } from './documents.ts';
import { type GuardContext, guarded } from './guard.ts';

/** Milliseconds without a further change after which findings are sent: nobody reads them while typing. */
const PUSH_AFTER = 200;

/** What is sent, as far as it is known when the guard answers. */
type Report = Parameters<Connection['sendDiagnostics']>[0];

/** Hears of documents, and of everything else that findings depend on. */
export interface PushDiagnostics extends DocumentListener {
  /** Facts, project or annotations changed: any finding may be another now. */
  refresh(): void;
}

/**
 * Sends findings to an editor that does not ask for them: the older way of LSP, and the only one that some editors
 * know. An editor that asks gets nothing here, or it would show each finding twice. `abilities` are known before the
 * first document opens.
 */
export function pushDiagnostics(
  connection: Connection,
  context: GuardContext,
  clock: Clock,
  abilities: () => ClientAbilities | undefined,
): PushDiagnostics {
  const { workspace } = context;
  /** For each open document, what calls off the report that is under way. */
  const reports = new Map<string, CancellationTokenSource>();

  const reportOf = guarded<{ uri: string }, Report | undefined>(
    context,
    'publishDiagnostics',
    undefined,
    async (snapshot, { uri }, token) => {
      if (snapshot.kind === 'seed' && !(await workspace.prepareFindings(snapshot, token))) return undefined;
      const items = diagnostics(snapshot, (of) => workspace.linesOf(of), abilities()?.docs);
      return { uri, version: snapshot.version, diagnostics: items };
    },
  );

  async function send(uri: string, token: CancellationToken): Promise<void> {
    if (token.isCancellationRequested) return;
    const report = await reportOf({ uri }, token);
    if (token.isCancellationRequested || report === undefined || report instanceof Error) return;
    publish(report);
  }

  function publish(report: Report): void {
    // It fails when the editor has gone, and then there is nobody to tell.
    connection.sendDiagnostics(report).catch(() => undefined);
  }

  function changed(uri: string): void {
    if (abilities()?.pullDiagnostics !== false) return;
    reports.get(uri)?.cancel();
    const source = new CancellationTokenSource();
    reports.set(uri, source);
    clock.later(PUSH_AFTER, () => void send(uri, source.token));
  }

  return {
    changed,
    closed(uri) {
      reports.get(uri)?.cancel();
      // Without an empty report its findings would stay in the editor's list for ever.
      if (reports.delete(uri)) publish({ uri, diagnostics: [] });
    },
    refresh() {
      for (const uri of reports.keys()) changed(uri);
    },
  };
}
