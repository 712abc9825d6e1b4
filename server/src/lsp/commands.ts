import { type Connection, RequestType } from 'vscode-languageserver';
import { entityChoices } from '../features/entity-choices.ts';
import { checkValue, missingMetadata } from '../features/missing-metadata.ts';
import { annotationsAt, overview } from '../features/overview.ts';
import { relationChoices } from '../features/relation-choices.ts';
import { resized } from '../features/resized.ts';
import { suggestions } from '../features/suggestions.ts';
import { tagTargets } from '../features/tag-targets.ts';
import { targets } from '../features/targets.ts';
import type { Ports } from '../ports.ts';
import {
  type AnnotationInfo,
  type AnnotationsAtParams,
  annotationsAtRequest,
  type CheckValueParams,
  checkValueRequest,
  type EditResult,
  type EntitiesParams,
  type EntityChoice,
  entitiesRequest,
  type FillMetadataParams,
  type FillMetadataResult,
  fillMetadataRequest,
  type MissingMetadata,
  type MissingMetadataParams,
  missingMetadataRequest,
  type Overview,
  type OverviewParams,
  overviewRequest,
  type PrepareTagParams,
  type PrepareTagResult,
  prepareTagRequest,
  type RelationChoice,
  type RelationTypesParams,
  type Resized,
  type ResizedParams,
  relationTypesRequest,
  resizedRequest,
  type Suggestions,
  type SuggestionsParams,
  suggestionsRequest,
  type Targets,
  type TargetsParams,
  targetsRequest,
  type ValueCheck,
} from '../protocol.ts';
import { fieldKey } from '../seed/fields.ts';
import { computeEdit, EDIT_REQUESTS, notASeed } from './edit-requests.ts';
import { fillMetadata } from './fill-metadata.ts';
import { answered, cancelled, type GuardContext, guarded, isPosition, isRange } from './guard.ts';
import { OverviewResults } from './overview-results.ts';

/**
 * Answers Seedmark's own requests: what commands ask, and the edits that they make. The result forgets what was kept of a
 * document's answers.
 */
export function registerCommands(connection: Connection, context: GuardContext, ports: Ports): (uri: string) => void {
  const { workspace } = context;
  const overviews = new OverviewResults();

  connection.onRequest(
    new RequestType<OverviewParams, Overview | null, void>(overviewRequest),
    guarded(context, overviewRequest, null, async (snapshot, { known }, token) => {
      if (snapshot.kind !== 'seed') return null;
      if (!(await workspace.prepareFindings(snapshot, token))) return Promise.reject(cancelled());
      const named = await workspace.analyze(snapshot, token);
      if (named === undefined) return Promise.reject(cancelled());
      return overviews.answer(named.uri, overview(named), known);
    }),
  );
  connection.onRequest(
    new RequestType<SuggestionsParams, Suggestions | null, void>(suggestionsRequest),
    guarded(context, suggestionsRequest, null, async (snapshot, { around }, token) => {
      if (snapshot.kind !== 'seed') return null;
      const named = await workspace.analyze(snapshot, token);
      if (named === undefined) return Promise.reject(cancelled());
      return suggestions(named, isPosition(around) ? around : undefined);
    }),
  );
  connection.onRequest(
    new RequestType<TargetsParams, Targets | null, void>(targetsRequest),
    guarded(context, targetsRequest, null, async (snapshot, { selections }, token) => {
      if (snapshot.kind !== 'seed' || !Array.isArray(selections)) return null;
      const ranges = selections.filter(isRange);
      const lines = ranges.flatMap(({ start, end }) => [start.line, end.line]);
      const names = { from: Math.min(...lines), to: Math.max(...lines) };
      const named = await workspace.analyze(snapshot, token, { names });
      if (named === undefined) return Promise.reject(cancelled());
      return targets(named, ranges);
    }),
  );
  connection.onRequest(
    new RequestType<ResizedParams, Resized | null, void>(resizedRequest),
    guarded(context, resizedRequest, null, (snapshot, { range }) =>
      snapshot.kind === 'seed' && isRange(range) ? resized(snapshot, range) : null,
    ),
  );
  connection.onRequest(
    new RequestType<RelationTypesParams, RelationChoice[], void>(relationTypesRequest),
    guarded(context, relationTypesRequest, [], (snapshot) =>
      snapshot.kind === 'seed' ? relationChoices(snapshot.knowledge.project) : [],
    ),
  );
  connection.onRequest(
    new RequestType<EntitiesParams, EntityChoice[], void>(entitiesRequest),
    guarded(context, entitiesRequest, [], (snapshot, { texts, type, query }) => {
      if (snapshot.kind !== 'seed' || !Array.isArray(texts)) return [];
      const sought = { texts: texts.map(String), type: typeof type === 'string' ? type : undefined };
      return entityChoices(snapshot, { ...sought, query: typeof query === 'string' ? query : undefined });
    }),
  );
  connection.onRequest(
    new RequestType<PrepareTagParams, PrepareTagResult | null, void>(prepareTagRequest),
    guarded(context, prepareTagRequest, null, async (snapshot, { selections }, token) => {
      if (snapshot.kind !== 'seed' || !Array.isArray(selections)) return null;
      const ranges = selections.filter(isRange);
      const lines = ranges.flatMap(({ start, end }) => [start.line, end.line]);
      const names = { from: Math.min(...lines), to: Math.max(...lines) };
      const named = await workspace.analyze(snapshot, token, { names });
      if (named === undefined) return Promise.reject(cancelled());
      return tagTargets(named, ranges);
    }),
  );
  connection.onRequest(
    new RequestType<AnnotationsAtParams, AnnotationInfo[], void>(annotationsAtRequest),
    guarded(context, annotationsAtRequest, [], (snapshot, { range }) => {
      if (snapshot.kind !== 'seed' || !isRange(range)) return [];
      return annotationsAt(snapshot, snapshot.lines.offsetAt(range.start), snapshot.lines.offsetAt(range.end));
    }),
  );
  connection.onRequest(
    new RequestType<MissingMetadataParams, MissingMetadata | null, void>(missingMetadataRequest),
    guarded(context, missingMetadataRequest, null, async (snapshot, _params, token) => {
      if (snapshot.kind !== 'seed') return null;
      const named = await workspace.analyze(snapshot, token);
      if (named === undefined) return Promise.reject(cancelled());
      return missingMetadata(named);
    }),
  );
  connection.onRequest(
    new RequestType<CheckValueParams, ValueCheck | null, void>(checkValueRequest),
    answered(context, checkValueRequest, null, ({ key, value }) => {
      const field = fieldKey(String(key));
      return field === undefined ? null : checkValue(field, String(value ?? ''), ports.clock.today());
    }),
  );
  connection.onRequest(
    new RequestType<FillMetadataParams, FillMetadataResult, void>(fillMetadataRequest),
    guarded(context, fillMetadataRequest, notASeed, (snapshot, { version, values }) =>
      snapshot.kind === 'seed' ? fillMetadata(snapshot, version, values) : notASeed,
    ),
  );
  for (const method of Object.keys(EDIT_REQUESTS)) {
    connection.onRequest(
      new RequestType<object, EditResult, void>(method),
      guarded(context, method, notASeed, (snapshot, params) =>
        snapshot.kind === 'seed' ? computeEdit(workspace, ports, snapshot, method, params) : notASeed,
      ),
    );
  }
  return (uri) => overviews.forget(uri);
}
