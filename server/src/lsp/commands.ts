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
  type RemoveParams,
  removeRequest,
  type TagParams,
  tagRequest,
} from '../protocol.ts';
import type { Snapshot } from '../workspace/snapshot.ts';
import { remove, tag } from './annotate.ts';
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
  connection.onRequest(
    new RequestType<TagParams, EditResult, void>(tagRequest),
    guarded(context, tagRequest, notASeed, (snapshot, { ranges, type, by, version: counted }) =>
      typeof counted === 'number' && counted !== snapshot.version
        ? changedMeanwhile
        : isSeed(snapshot) && Array.isArray(ranges)
          ? tag(workspace, ports, snapshot, {
              ranges: ranges.filter(isRange),
              type: String(type),
              by: String(by ?? ''),
            })
          : notASeed,
    ),
  );
  connection.onRequest(
    new RequestType<RemoveParams, EditResult, void>(removeRequest),
    guarded(context, removeRequest, notASeed, (snapshot, { ids }) =>
      isSeed(snapshot) && Array.isArray(ids) ? remove(workspace, ports, snapshot, ids.map(String)) : notASeed,
    ),
  );
}

const changedMeanwhile: EditResult = { problem: 'The text changed meanwhile, so nothing was tagged. Try again.' };

const notASeed: EditResult = {
  problem:
    'Nothing was changed: this document is not open as a seed, or the request failed. The log says more (Seedmark: Show Log).',
};

function isSeed(snapshot: Snapshot): snapshot is Extract<Snapshot, { kind: 'seed' }> {
  return snapshot.kind === 'seed';
}
