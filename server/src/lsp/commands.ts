import { type Connection, RequestType } from 'vscode-languageserver';
import { annotationsAt, overview } from '../features/overview.ts';
import { tagTargets } from '../features/tag-targets.ts';
import type { Ports } from '../ports.ts';
import {
  type AnnotationInfo,
  type AnnotationsAtParams,
  annotationsAtRequest,
  type EditResult,
  type Overview,
  type OverviewParams,
  overviewRequest,
  type PrepareTagParams,
  type PrepareTagResult,
  prepareTagRequest,
} from '../protocol.ts';
import { computeEdit, EDIT_REQUESTS, notASeed } from './edit-requests.ts';
import { cancelled, type GuardContext, guarded, isRange } from './guard.ts';

/** Answers Seedmark's own requests: what commands ask, and the edits that they make. */
export function registerCommands(connection: Connection, context: GuardContext, ports: Ports): void {
  const { workspace } = context;

  connection.onRequest(
    new RequestType<OverviewParams, Overview | null, void>(overviewRequest),
    guarded(context, overviewRequest, null, async (snapshot, _params, token) => {
      if (snapshot.kind !== 'seed') return null;
      if (!(await workspace.analyze(snapshot, token))) return Promise.reject(cancelled());
      return overview(snapshot);
    }),
  );
  connection.onRequest(
    new RequestType<PrepareTagParams, PrepareTagResult | null, void>(prepareTagRequest),
    guarded(context, prepareTagRequest, null, (snapshot, { selections }) =>
      snapshot.kind === 'seed' && Array.isArray(selections) ? tagTargets(snapshot, selections.filter(isRange)) : null,
    ),
  );
  connection.onRequest(
    new RequestType<AnnotationsAtParams, AnnotationInfo[], void>(annotationsAtRequest),
    guarded(context, annotationsAtRequest, [], (snapshot, { range }) => {
      if (snapshot.kind !== 'seed' || !isRange(range)) return [];
      return annotationsAt(snapshot, snapshot.lines.offsetAt(range.start), snapshot.lines.offsetAt(range.end));
    }),
  );
  for (const method of Object.keys(EDIT_REQUESTS)) {
    connection.onRequest(
      new RequestType<object, EditResult, void>(method),
      guarded(context, method, notASeed, (snapshot, params) =>
        snapshot.kind === 'seed' ? computeEdit(workspace, ports, snapshot, method, params) : notASeed,
      ),
    );
  }
}
