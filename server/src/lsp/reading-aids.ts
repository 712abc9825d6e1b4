import { type Connection, type MarkupContent, type Position, ResponseError } from 'vscode-languageserver';
import { definition, sidecarReferences } from '../features/definition.ts';
import { documentHighlights } from '../features/document-highlights.ts';
import { documentLinks, linksOf, type SourceLinkData } from '../features/document-links.ts';
import { documentSymbols } from '../features/document-symbols.ts';
import { foldingRanges } from '../features/folding-ranges.ts';
import { hintTooltip, inlayHints } from '../features/inlay-hints.ts';
import { bodyItems } from '../features/outline.ts';
import { selectionRanges } from '../features/selection-ranges.ts';
import type { Snapshot } from '../workspace/snapshot.ts';
import { sourceAddress, sourcePlaces } from '../workspace/source-places.ts';
import { decidingLines } from '../workspace/time-values.ts';
import type { ClientAbilities } from './capabilities.ts';
import { cancelled, type GuardContext, guarded, isPosition, isRange, linesOf } from './guard.ts';
import type { Settings } from './settings.ts';
import { normalizeUri } from './uri.ts';

/** Which text a hint is of. */
interface HintData {
  readonly uri: string;
  readonly version: number;
}

/** Most symbols, folds and links of one document, where the editor says nothing. It is what VS Code itself stops at. */
const MOST = 5_000;
/** Highlights beyond this say only that a word is common. */
const MOST_HIGHLIGHTS = 500;

/** Answers the requests that help to read a document: outline, folds, selections, highlights, links and hints. */
export function registerReadingAids(
  connection: Connection,
  context: GuardContext,
  abilities: () => ClientAbilities | undefined,
  settings: () => Promise<Settings>,
): void {
  const { workspace } = context;

  // Of our YAML files these say nothing (null), so that an editor's own ways with YAML stay.
  connection.onDocumentSymbol(
    guarded(context, 'documentSymbol', null, async (snapshot, _params, token) => {
      if (snapshot.kind !== 'seed') return null;
      if (!(await workspace.visitChunks(snapshot, token, bodyItems))) return Promise.reject(cancelled());
      return documentSymbols(snapshot, { limit: MOST });
    }),
  );
  connection.onFoldingRanges(
    guarded(context, 'foldingRange', null, async (snapshot, _params, token) => {
      if (snapshot.kind !== 'seed') return null;
      if (!(await workspace.visitChunks(snapshot, token, bodyItems))) return Promise.reject(cancelled());
      return foldingRanges(snapshot, { limit: abilities()?.foldingLimit ?? MOST });
    }),
  );
  connection.onSelectionRanges(
    guarded(context, 'selectionRange', null, async (snapshot, { positions }, token) => {
      // One answer a position: a senseless one among them leaves nothing to answer.
      if (snapshot.kind !== 'seed' || !Array.isArray(positions) || !positions.every(isPosition)) return null;
      if (!(await workspace.visitChunks(snapshot, token, bodyItems))) return Promise.reject(cancelled());
      return selectionRanges(snapshot, positions);
    }),
  );
  connection.onDocumentHighlight(
    guarded(context, 'documentHighlight', null, async (snapshot, { position }, token) => {
      if (snapshot.kind !== 'seed' || !isPosition(position)) return null;
      const named = await workspace.analyze(snapshot, token, { names: linesOf(position) });
      if (named === undefined) return Promise.reject(cancelled());
      return documentHighlights(named, position, { limit: MOST_HIGHLIGHTS }) ?? null;
    }),
  );

  connection.languages.inlayHint.on(
    guarded(context, 'inlayHint', null, async (snapshot, { range }, token) => {
      if (snapshot.kind !== 'seed' || !isRange(range)) return null;
      const { timeHints } = await settings();
      if (timeHints === 'off') return [];
      const fromLine = snapshot.lines.clamp(range.start).line;
      const toLine = snapshot.lines.clamp(range.end).line;
      for (const lines of [{ toLine: decidingLines(snapshot) }, { fromLine, toLine }])
        if (!(await workspace.analyze(snapshot, token, { stage: 'times', ...lines })))
          return Promise.reject(cancelled());
      const hints = inlayHints(snapshot, fromLine, toLine, timeHints);
      if (abilities()?.resolvesTooltips !== true) return hints;
      const data: HintData = { uri: snapshot.uri, version: snapshot.version };
      return hints.map((hint) => ({ ...hint, data }));
    }),
  );
  const tooltipOf = guarded<{ uri: unknown; version: unknown; position: Position }, MarkupContent | null>(
    context,
    'inlayHint/resolve',
    null,
    async (snapshot, { version, position }, token) => {
      // Of another text it would say what no longer holds; the editor asks for all hints of that anyway.
      if (snapshot.kind !== 'seed' || snapshot.version !== version || !isPosition(position)) return null;
      const { line } = position;
      if (!(await workspace.analyze(snapshot, token, { stage: 'times', fromLine: 0, toLine: line })))
        return Promise.reject(cancelled());
      return hintTooltip(snapshot, position) ?? null;
    },
  );
  connection.languages.inlayHint.resolve(async (hint, token) => {
    const { uri, version } = (hint.data ?? {}) as Partial<HintData>;
    const tooltip = await tooltipOf({ uri, version, position: hint.position }, token);
    return tooltip === null || tooltip instanceof ResponseError ? hint : { ...hint, tooltip };
  });

  const navigation = (snapshot: Snapshot) => ({
    linesOf: (uri: string) => workspace.linesOf(uri),
    seed: snapshot.kind === 'yaml' ? workspace.annotatedSeed(snapshot) : undefined,
  });
  connection.onDefinition(
    guarded(context, 'definition', null, async (snapshot, { position }, token) => {
      if (!isPosition(position)) return null;
      const named =
        snapshot.kind === 'seed'
          ? await workspace.analyze(snapshot, token, { names: linesOf(position), linesWillDo: true })
          : snapshot;
      if (named === undefined) return Promise.reject(cancelled());
      return definition(named, position, navigation(named));
    }),
  );
  connection.onReferences(
    guarded(context, 'references', null, async (snapshot, { position }, token) => {
      if (!isPosition(position)) return null;
      if (snapshot.kind === 'yaml') return sidecarReferences(snapshot, position, navigation(snapshot));
      const named = await workspace.analyze(snapshot, token, { names: linesOf(position) });
      if (named === undefined) return Promise.reject(cancelled());
      const places = documentHighlights(named, position, { limit: MOST }) ?? [];
      return places.map(({ range }) => ({ uri: named.uri, range }));
    }),
  );

  const sourceOptions = (uri: string) => ({
    folder: workspace.folderOf(uri),
    projectUri: workspace.projectUri(uri),
  });
  connection.onDocumentLinks(
    guarded(context, 'documentLink', null, async (snapshot, _params, token) => {
      if (snapshot.kind === 'seed' && !(await workspace.visitChunks(snapshot, token, linksOf)))
        return Promise.reject(cancelled());
      const { trusted = true, ours = false } = abilities() ?? {};
      return documentLinks(snapshot, { trusted, findsAddresses: ours, limit: MOST, ...sourceOptions(snapshot.uri) });
    }),
  );
  const resolveLink = guarded(
    context,
    'documentLink/resolve',
    undefined,
    async (snapshot, { source }: { uri: unknown; source: unknown }) => {
      if (typeof source !== 'string') return undefined;
      const places = sourcePlaces(snapshot.uri, source, sourceOptions(snapshot.uri)).map(normalizeUri);
      const place = (await workspace.firstThere(places)) ?? places[0];
      return place && sourceAddress(place, source);
    },
  );
  connection.onDocumentLinkResolve(async (link, token) => {
    const { uri, source } = (link.data ?? {}) as Partial<SourceLinkData>;
    const target = await resolveLink({ uri, source }, token);
    return typeof target === 'string' ? { ...link, target } : link;
  });
}
