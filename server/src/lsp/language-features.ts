import type { Connection } from 'vscode-languageserver';
import { codeActions } from '../features/code-actions.ts';
import { diagnostics } from '../features/diagnostics.ts';
import { documentHighlights } from '../features/document-highlights.ts';
import { documentLinks, linksOf, type SourceLinkData, sourcePlaces } from '../features/document-links.ts';
import { documentSymbols } from '../features/document-symbols.ts';
import { foldingRanges } from '../features/folding-ranges.ts';
import { hover } from '../features/hover.ts';
import { bodyItems } from '../features/outline.ts';
import { selectionRanges } from '../features/selection-ranges.ts';
import { semanticTokens, semanticTokensDelta, semanticTokensRange } from '../features/semantic-tokens.ts';
import type { ClientAbilities } from './capabilities.ts';
import { DiagnosticResults } from './diagnostic-results.ts';
import { cancelled, type GuardContext, guarded, isPosition, isRange } from './guard.ts';
import { TokenResults } from './token-results.ts';
import { normalizeUri } from './uri.ts';

/** Most symbols, folds and links of one document, where the editor says nothing. It is what VS Code itself stops at. */
const MOST = 5_000;
/** Highlights beyond this say only that a word is common. */
const MOST_HIGHLIGHTS = 500;

/**
 * Answers the requests of LSP's own language features. `abilities` are known when the first of them comes. The result
 * forgets what was kept of a document's answers.
 */
export function registerLanguageFeatures(
  connection: Connection,
  context: GuardContext,
  abilities: () => ClientAbilities | undefined,
): (uri: string) => void {
  const { workspace } = context;
  const tokens = new TokenResults();
  const reports = new DiagnosticResults();

  connection.languages.semanticTokens.on(
    guarded(context, 'semanticTokens/full', { data: [] }, async (snapshot, _params, token) => {
      if (snapshot.kind !== 'seed') return { data: [] };
      if (!(await workspace.analyze(snapshot, token))) return Promise.reject(cancelled());
      return { ...semanticTokens(snapshot), resultId: tokens.add(snapshot.uri, snapshot.sections) };
    }),
  );
  connection.languages.semanticTokens.onDelta(
    guarded(context, 'semanticTokens/full/delta', { data: [] }, async (snapshot, { previousResultId }, token) => {
      if (snapshot.kind !== 'seed') return { data: [] };
      if (!(await workspace.analyze(snapshot, token))) return Promise.reject(cancelled());
      const before = tokens.get(snapshot.uri, previousResultId);
      const answer = before ? semanticTokensDelta(before, snapshot) : semanticTokens(snapshot);
      return { ...answer, resultId: tokens.add(snapshot.uri, snapshot.sections) };
    }),
  );
  connection.languages.semanticTokens.onRange(
    guarded(context, 'semanticTokens/range', { data: [] }, async (snapshot, { range }, token) => {
      if (snapshot.kind !== 'seed' || !isRange(range)) return { data: [] };
      const first = snapshot.lines.clamp(range.start).line;
      const last = snapshot.lines.clamp(range.end).line;
      if (!(await workspace.analyze(snapshot, token, first, last))) return Promise.reject(cancelled());
      return semanticTokensRange(snapshot, first, last);
    }),
  );

  connection.languages.diagnostics.on(
    guarded(context, 'diagnostic', { kind: 'full', items: [] }, async (snapshot, { previousResultId }, token) => {
      if (snapshot.kind === 'seed' && !(await workspace.analyze(snapshot, token))) return Promise.reject(cancelled());
      const items = diagnostics(snapshot, (uri) => workspace.linesOf(uri));
      return reports.report(snapshot.uri, items, previousResultId);
    }),
  );

  connection.onHover(
    guarded(context, 'hover', null, async (snapshot, { position }, token) => {
      if (snapshot.kind !== 'seed' || !isPosition(position)) return null;
      if (!(await workspace.analyze(snapshot, token))) return Promise.reject(cancelled());
      const { trusted = true, commands = [] } = abilities() ?? {};
      return hover(snapshot, position, { trusted, commands, linesOf: (uri) => workspace.linesOf(uri) }) ?? null;
    }),
  );

  connection.onCodeAction(
    guarded(context, 'codeAction', null, async (snapshot, { range, context: asked }, token) => {
      if (snapshot.kind !== 'seed' || !isRange(range)) return null;
      const only = Array.isArray(asked?.only) ? asked.only : undefined;
      if (only && !only.some((kind) => kind === '' || kind === 'quickfix')) return null;
      if (!(await workspace.analyze(snapshot, token))) return Promise.reject(cancelled());
      return codeActions(snapshot, range, { snippets: abilities()?.snippets === true });
    }),
  );

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
      if (!(await workspace.analyze(snapshot, token))) return Promise.reject(cancelled());
      return documentHighlights(snapshot, position, { limit: MOST_HIGHLIGHTS }) ?? null;
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
      return (await workspace.firstThere(places)) ?? places[0];
    },
  );
  connection.onDocumentLinkResolve(async (link, token) => {
    const { uri, source } = (link.data ?? {}) as Partial<SourceLinkData>;
    const target = await resolveLink({ uri, source }, token);
    return typeof target === 'string' ? { ...link, target } : link;
  });

  return (uri) => {
    tokens.forget(uri);
    reports.forget(uri);
  };
}
