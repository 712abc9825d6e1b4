import {
  type Connection,
  ErrorCodes,
  type PrepareRenameResult,
  RequestType,
  ResponseError,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { factChoices } from '../features/fact-choices.ts';
import { knownEntities } from '../features/known-entities.ts';
import { renameTarget } from '../features/rename.ts';
import {
  type AddFactParams,
  addFactRequest,
  type EditResult,
  type EntityChoice,
  type FactChoices,
  type FactChoicesParams,
  factChoicesRequest,
  type KnownEntitiesParams,
  knownEntitiesRequest,
  type MergeEntitiesParams,
  type MergeEntitiesResult,
  mergeEntitiesRequest,
} from '../protocol.ts';
import { notASeed } from './edit-requests.ts';
import { addFact, mergeEntities, reidEntity, renameEntity } from './facts-edits.ts';
import { toWorkspaceEdit } from './fixes.ts';
import { answered, cancelled, type GuardContext, guarded, isPosition, isRange, linesOf } from './guard.ts';

/** Answers the requests that read and write what is known of entities. */
export function registerFacts(connection: Connection, context: GuardContext): void {
  const { workspace } = context;

  connection.onRequest(
    new RequestType<FactChoicesParams, FactChoices | null, void>(factChoicesRequest),
    guarded(context, factChoicesRequest, null, async (snapshot, { range }, token) => {
      if (snapshot.kind !== 'seed' || !isRange(range)) return null;
      const named = await workspace.analyze(snapshot, token, { names: linesOf(range.start, range.end) });
      return named === undefined ? Promise.reject(cancelled()) : factChoices(named, range);
    }),
  );
  connection.onRequest(
    new RequestType<AddFactParams, EditResult, void>(addFactRequest),
    guarded(context, addFactRequest, notASeed as EditResult, (snapshot, params) => {
      const { range, entity, what, value, on } = params as Readonly<Record<keyof AddFactParams, unknown>>;
      if (snapshot.kind !== 'seed' || !isRange(range)) return notASeed;
      const whom = readEntity(entity);
      if (whom === undefined || typeof what !== 'string' || typeof value !== 'string') return notASeed;
      return addFact(workspace, snapshot, {
        range,
        entity: whom,
        what,
        value,
        ...(typeof on === 'string' && on !== '' ? { on } : {}),
      });
    }),
  );
  connection.onRequest(
    new RequestType<MergeEntitiesParams, MergeEntitiesResult, void>(mergeEntitiesRequest),
    answered(context, mergeEntitiesRequest, notASeed as MergeEntitiesResult, ({ kept, others }) =>
      typeof kept === 'string' && Array.isArray(others) ? mergeEntities(workspace, kept, others.map(String)) : notASeed,
    ),
  );
  connection.onRequest(
    new RequestType<KnownEntitiesParams, EntityChoice[], void>(knownEntitiesRequest),
    answered(context, knownEntitiesRequest, [] as EntityChoice[], ({ query, except }) =>
      knownEntities(
        workspace.entities(),
        String(query ?? ''),
        new Set(Array.isArray(except) ? except.map(String) : []),
      ),
    ),
  );

  connection.onPrepareRename(
    guarded<{ position: unknown }, PrepareRenameResult | null>(
      context,
      'prepareRename',
      null,
      async (snapshot, { position }, token) => {
        if (!isPosition(position)) return null;
        const named =
          snapshot.kind === 'seed'
            ? await workspace.analyze(snapshot, token, { names: linesOf(position), linesWillDo: true })
            : snapshot;
        if (named === undefined) return Promise.reject(cancelled());
        const target = renameTarget(named, position);
        if (target === undefined) throw refusal(NOTHING);
        return { range: target.range, placeholder: target.placeholder };
      },
    ),
  );
  connection.onRenameRequest(
    guarded<{ position: unknown; newName: unknown }, WorkspaceEdit | null>(
      context,
      'rename',
      null,
      async (snapshot, { position, newName }, token) => {
        if (!isPosition(position) || typeof newName !== 'string') return null;
        const named =
          snapshot.kind === 'seed'
            ? await workspace.analyze(snapshot, token, { names: linesOf(position), linesWillDo: true })
            : snapshot;
        if (named === undefined) return Promise.reject(cancelled());
        const target = renameTarget(named, position);
        if (target === undefined) throw refusal(NOTHING);
        const rename = target.what === 'name' ? renameEntity : reidEntity;
        const result = await rename(workspace, target.id, newName);
        if ('problem' in result) throw refusal(result.problem);
        return toWorkspaceEdit(result);
      },
    ),
  );
}

const NOTHING =
  'Only what your facts files know can be renamed: put the cursor into the name of an entity, or into its id in a facts or annotations file. The text of a source is never changed.';

function refusal(message: string): ResponseError<never> {
  return new ResponseError(ErrorCodes.InvalidRequest, message);
}

function readEntity(value: unknown): AddFactParams['entity'] | undefined {
  if (typeof value === 'string') return value;
  const { name, type } = (value ?? {}) as { name?: unknown; type?: unknown };
  return typeof name === 'string' && typeof type === 'string' ? { name, type } : undefined;
}
