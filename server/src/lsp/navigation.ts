import { type CancellationToken, type Connection, RequestType } from 'vscode-languageserver';
import type { Location } from 'vscode-languageserver-types';
import { readSource } from '../facts/source.ts';
import { definition, factsEntry, sidecarReferences, sourceAt } from '../features/definition.ts';
import { documentHighlights } from '../features/document-highlights.ts';
import { keyAt, nameOf, type OpenPlaces, references } from '../features/references.ts';
import { SymbolTable } from '../features/symbol-table.ts';
import { workspaceSymbols } from '../features/workspace-symbols.ts';
import {
  type MentionsAtParams,
  type MentionsOfParams,
  type MentionsParams,
  type MentionsResult,
  mentionsRequest,
  type Refusal,
} from '../protocol.ts';
import { liveMentions } from '../workspace/index/live-mentions.ts';
import { type EntityKey, nameOfKey } from '../workspace/index/types.ts';
import type { KnownEntity, Snapshot } from '../workspace/snapshot.ts';
import { sourcePlaces } from '../workspace/source-places.ts';
import type { ClientAbilities } from './capabilities.ts';
import { answered, cancelled, type GuardContext, guarded, isPosition, linesOf } from './guard.ts';
import { normalizeUri } from './uri.ts';

/** Most places of one name: more is a background that nobody goes through. */
const MOST_REFERENCES = 5_000;
const MOST_SYMBOLS = 500;

const nothingNamed: Refusal = {
  problem: 'Nothing is named here. Put the cursor into a name: of a person, an organisation, a place …',
};

/** Answers where things are: definitions, references, and what the workspace knows by a name. */
export function registerNavigation(
  connection: Connection,
  context: GuardContext,
  abilities: () => ClientAbilities | undefined,
): void {
  const { workspace } = context;
  const symbols = new SymbolTable();
  const entities = (): ReadonlyMap<string, KnownEntity> => workspace.knowledge('').entities;
  const files = (snapshot: Snapshot) => ({
    linesOf: (uri: string) => workspace.linesOf(uri),
    seed: snapshot.kind === 'yaml' ? workspace.annotatedSeed(snapshot) : undefined,
  });

  connection.onDefinition(
    guarded(context, 'definition', null, async (snapshot, { position }, token) => {
      if (!isPosition(position)) return null;
      if (snapshot.kind === 'yaml') {
        const source = sourceAt(snapshot, position);
        return source === undefined ? definition(snapshot, position, files(snapshot)) : sourceFile(snapshot, source);
      }
      const named = await workspace.analyze(snapshot, token, { names: linesOf(position), linesWillDo: true });
      if (named === undefined) return Promise.reject(cancelled());
      return definition(named, position, files(named));
    }),
  );

  /** Where a fact's source leads: as a link does, so in a workspace that is not trusted nowhere. */
  async function sourceFile({ uri }: Snapshot, source: string): Promise<Location[]> {
    if (abilities()?.trusted === false) return [];
    const bases = { folder: workspace.folderOf(uri), projectUri: workspace.projectUri(uri) };
    const place = await workspace.firstThere(sourcePlaces(uri, source, bases).map(normalizeUri));
    const at = { line: (readSource(source).line ?? 1) - 1, character: 0 };
    return place === undefined ? [] : [{ uri: place, range: { start: at, end: at } }];
  }

  connection.onReferences(
    guarded(context, 'references', null, async (snapshot, { position, context: asked }, token) => {
      if (!isPosition(position)) return null;
      const own: OpenPlaces[] = [];
      let key: EntityKey | undefined;
      if (snapshot.kind === 'seed') {
        const named = await workspace.analyze(snapshot, token, { names: linesOf(position) });
        if (named === undefined) return Promise.reject(cancelled());
        // What is lit is what is listed: times and the metadata as well.
        const lit = documentHighlights(named, position, { limit: MOST_REFERENCES }) ?? [];
        own.push({ uri: named.uri, ranges: lit.map(({ range }) => range) });
        key = keyAt(named, position);
      } else key = keyAt(snapshot, position);
      if (key === undefined) {
        if (snapshot.kind === 'yaml') return sidecarReferences(snapshot, position, files(snapshot));
        return own.flatMap(({ uri, ranges }) => ranges.map((range) => ({ uri, range })));
      }
      const open = await openPlaces(key, own, token);
      const { entity } = nameOfKey(key);
      const entry =
        asked?.includeDeclaration === true && entity !== undefined
          ? factsEntry(entities().get(entity), { linesOf: (uri) => workspace.linesOf(uri) })
          : [];
      return [...entry, ...references(workspace.names, key, open, MOST_REFERENCES)];
    }),
  );

  /** The places of a name in all open seeds as they are now, behind those of the seed in which somebody asked. */
  async function openPlaces(
    key: EntityKey,
    own: readonly OpenPlaces[],
    token: CancellationToken,
  ): Promise<readonly OpenPlaces[]> {
    const places = [...own];
    for (const uri of workspace.openSeeds()) {
      // It may have changed, or gone, while others had their turn.
      const snapshot = workspace.seed(uri);
      if (snapshot === undefined || own.some((one) => one.uri === uri)) continue;
      const named = await workspace.analyze(snapshot, token, { names: { from: 0, to: 0 } });
      if (named === undefined) return Promise.reject(cancelled());
      places.push({ uri: named.uri, ranges: liveMentions(named).get(key) ?? [] });
    }
    return places;
  }

  connection.onWorkspaceSymbol(
    answered(context, 'workspace/symbol', null, ({ query }) =>
      workspaceSymbols(symbols, typeof query === 'string' ? query : '', {
        limit: MOST_SYMBOLS,
        names: workspace.names,
        entities: entities(),
        projectOf: (uri) => workspace.knowledge(uri).project,
        linesOf: (uri) => workspace.linesOf(uri),
        openPlacesOf(uri) {
          const snapshot = workspace.seed(uri);
          return snapshot && liveMentions(snapshot);
        },
      }),
    ),
  );

  const mentionsAt = guarded<MentionsAtParams, MentionsResult | Refusal>(
    context,
    mentionsRequest,
    nothingNamed,
    async (snapshot, { position }, token) => {
      if (!isPosition(position)) return nothingNamed;
      const named =
        snapshot.kind === 'seed'
          ? await workspace.analyze(snapshot, token, { names: linesOf(position), linesWillDo: true })
          : snapshot;
      if (named === undefined) return Promise.reject(cancelled());
      const key = keyAt(named, position);
      return key === undefined ? nothingNamed : mentionsOf(key, token);
    },
  );
  const mentionsOfKey = answered<MentionsOfParams, MentionsResult | Refusal>(
    context,
    mentionsRequest,
    nothingNamed,
    ({ key }, token) => mentionsOf(key, token),
  );
  connection.onRequest(
    new RequestType<MentionsParams, MentionsResult | Refusal, void>(mentionsRequest),
    (params, token) =>
      typeof params === 'object' && params !== null && 'key' in params && typeof params.key === 'string'
        ? mentionsOfKey(params, token)
        : mentionsAt(params as MentionsAtParams, token),
  );

  async function mentionsOf(key: EntityKey, token: CancellationToken): Promise<MentionsResult> {
    const open = await openPlaces(key, [], token);
    const locations = references(workspace.names, key, open, MOST_REFERENCES + 1);
    const shown = locations.slice(0, MOST_REFERENCES);
    return {
      name: nameOf(key, entities()),
      locations: shown,
      seeds: new Set(shown.map(({ uri }) => uri)).size,
      more: locations.length > shown.length,
    };
  }
}
