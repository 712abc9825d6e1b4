import { type Connection, RequestType } from 'vscode-languageserver';
import { nameAt } from '../features/names/at.ts';
import { type NamesSource, nameRow, nameRows, totalOf } from '../features/names/rows.ts';
import { nameSentences } from '../features/names/sentences.ts';
import type { Ports } from '../ports.ts';
import {
  type DossierParams,
  type DossierResult,
  dossierRequest,
  type NameAtParams,
  type NameRow,
  type NameSeeds,
  type NameSeedsParams,
  type NameSentences,
  type NameSentencesParams,
  type Names,
  type NamesParams,
  nameAtRequest,
  nameSeedsRequest,
  nameSentencesRequest,
  namesRequest,
} from '../protocol.ts';
import { dossierFor, noDossier } from './dossier.ts';
import { answered, type GuardContext, guarded, isPosition, linesOf } from './guard.ts';
import { BETWEEN_REPORTS, pathOf } from './hand-over.ts';
import { normalizeUri } from './uri.ts';

/** More seeds of one name than anybody opens. */
const MOST_SEEDS = 500;

/** Answers what the seeds of the workspace name, level by level, and writes dossiers. */
export function registerKnowledge(
  connection: Connection,
  context: GuardContext,
  ports: Ports,
  trusted: () => boolean,
): void {
  const { workspace } = context;
  const source = (): NamesSource => ({ names: workspace.names, knowledge: workspace.ownKnowledge });

  connection.onRequest(
    new RequestType<NamesParams, Names, void>(namesRequest),
    answered(context, namesRequest, NOTHING_NAMED, (params) => nameRows(source(), params)),
  );
  connection.onRequest(
    new RequestType<NameSeedsParams, NameSeeds, void>(nameSeedsRequest),
    answered(context, nameSeedsRequest, { seeds: [], total: 0 }, ({ key }) => {
      const found = workspace.names.mentionsOf(String(key));
      return {
        seeds: found.slice(0, MOST_SEEDS).map(({ seed: { uri, title, source, published }, mentions }) => ({
          uri,
          path: pathOf(workspace, uri),
          ...(title === undefined ? {} : { title }),
          ...(source === undefined ? {} : { source }),
          ...(published === undefined ? {} : { published }),
          mentions: mentions.length,
        })),
        total: found.length,
      };
    }),
  );
  connection.onRequest(
    new RequestType<NameSentencesParams, NameSentences, void>(nameSentencesRequest),
    answered(context, nameSentencesRequest, { sentences: [], total: 0 }, async ({ key, uri: given }) => {
      const uri = normalizeUri(String(given));
      const found = workspace.names.mentionsOf(String(key)).find(({ seed }) => seed.uri === uri);
      if (found === undefined) return { sentences: [], total: 0 };
      return nameSentences((await workspace.seedTexts([uri])).get(uri), found.mentions);
    }),
  );
  connection.onRequest(
    new RequestType<NameAtParams, NameRow | null, void>(nameAtRequest),
    guarded(context, nameAtRequest, null, async (snapshot, { position }, token) => {
      if (snapshot.kind !== 'seed' || !isPosition(position)) return null;
      const { from, to } = linesOf(position);
      const named = await workspace.analyze(snapshot, token, { fromLine: from, toLine: to });
      const key = named && nameAt(named, position);
      return key === undefined ? null : nameRow(source(), totalOf(source(), key));
    }),
  );
  connection.onRequest(
    new RequestType<DossierParams & { readonly workDoneToken?: string | number }, DossierResult, void>(dossierRequest),
    answered(context, dossierRequest, noDossier, ({ key, workDoneToken }, token) => {
      const progress = connection.window.attachWorkDoneProgress(workDoneToken);
      progress.begin('Writing a dossier', 0, undefined, true);
      let next = ports.clock.now() + BETWEEN_REPORTS;
      const seen = (done: number, all: number) => {
        if (workDoneToken === undefined || ports.clock.now() < next) return;
        next = ports.clock.now() + BETWEEN_REPORTS;
        progress.report(Math.floor((100 * done) / all), `${done} of ${all}`);
      };
      return dossierFor(workspace, String(key), { trusted: trusted(), seen }, token).finally(() => progress.done());
    }),
  );
}

const NOTHING_NAMED: Names = { rows: [], total: 0, types: [], state: { revision: 0, seeds: 0, read: 0, named: 0 } };
