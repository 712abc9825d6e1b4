import { CancellationToken, CompletionTriggerKind, type Connection, ResponseError } from 'vscode-languageserver';
import { newId } from '../annotations/id.ts';
import { annotationActions } from '../features/annotation-actions.ts';
import { type CardSubject, subjectAt } from '../features/cards/subject.ts';
import { tell } from '../features/cards/told.ts';
import { codeActions } from '../features/code-actions.ts';
import { diagnostics } from '../features/diagnostics.ts';
import { hover } from '../features/hover.ts';
import { nameActions } from '../features/name-actions.ts';
import { REWRITE, refactorings } from '../features/refactorings.ts';
import { seedCompletion } from '../features/seed-completion.ts';
import { semanticTokens, semanticTokensDelta, semanticTokensRange, tokenWork } from '../features/semantic-tokens.ts';
import { ANNOTATE, timeActions } from '../features/time-actions.ts';
import { yamlCodeActions } from '../features/yaml-code-actions.ts';
import { yamlCompletion } from '../features/yaml-completion.ts';
import { yamlHover, yamlSubjectAt } from '../features/yaml-hover.ts';
import type { Ports } from '../ports.ts';
import { nameOfKey } from '../workspace/index/types.ts';
import type { KnownEntity } from '../workspace/snapshot.ts';
import type { ClientAbilities } from './capabilities.ts';
import { DiagnosticResults } from './diagnostic-results.ts';
import { computeEdit, notASeed } from './edit-requests.ts';
import { isSidecarFix, toWorkspaceEdit, withCommand, withVersion } from './fixes.ts';
import { cancelled, type GuardContext, guarded, isPosition, isRange, linesOf } from './guard.ts';
import { TokenResults } from './token-results.ts';

const QUICK_FIX = 'quickfix';
/** Code units of a text for whose names findings wait. */
const SHORT = 60_000;

/**
 * Answers the requests of LSP's own language features. `abilities` are known when the first of them comes. The result
 * forgets what was kept of a document's answers.
 */
export function registerLanguageFeatures(
  connection: Connection,
  context: GuardContext,
  ports: Ports,
  abilities: () => ClientAbilities | undefined,
): (uri: string) => void {
  const { workspace } = context;
  const tokens = new TokenResults();
  const reports = new DiagnosticResults();

  connection.languages.semanticTokens.on(
    guarded(context, 'semanticTokens/full', { data: [] }, async (snapshot, _params, token) => {
      if (snapshot.kind !== 'seed') return { data: [] };
      const named = await workspace.analyze(snapshot, token);
      if (named === undefined) return Promise.reject(cancelled());
      if (!(await workspace.visitChunks(named, token, tokenWork(named)))) return Promise.reject(cancelled());
      return { ...semanticTokens(named), resultId: tokens.add(named.uri, named.sections) };
    }),
  );
  connection.languages.semanticTokens.onDelta(
    guarded(context, 'semanticTokens/full/delta', { data: [] }, async (snapshot, { previousResultId }, token) => {
      if (snapshot.kind !== 'seed') return { data: [] };
      const named = await workspace.analyze(snapshot, token);
      if (named === undefined) return Promise.reject(cancelled());
      if (!(await workspace.visitChunks(named, token, tokenWork(named)))) return Promise.reject(cancelled());
      const before = tokens.get(named.uri, previousResultId);
      const answer = before ? semanticTokensDelta(before, named) : semanticTokens(named);
      return { ...answer, resultId: tokens.add(named.uri, named.sections) };
    }),
  );
  connection.languages.semanticTokens.onRange(
    guarded(context, 'semanticTokens/range', { data: [] }, async (snapshot, { range }, token) => {
      if (snapshot.kind !== 'seed' || !isRange(range)) return { data: [] };
      const first = snapshot.lines.clamp(range.start).line;
      const last = snapshot.lines.clamp(range.end).line;
      const named = await workspace.analyze(snapshot, token, { fromLine: first, toLine: last });
      if (named === undefined) return Promise.reject(cancelled());
      return semanticTokensRange(named, first, last);
    }),
  );

  connection.languages.diagnostics.on(
    guarded(context, 'diagnostic', { kind: 'full', items: [] }, async (asked, { previousResultId }, token) => {
      if (asked.kind === 'seed' && !(await workspace.prepareFindings(asked, token))) return Promise.reject(cancelled());
      // Of a short text names are asked for anyway; a long one has findings in those that were found.
      const snapshot =
        asked.kind === 'seed' && asked.lines.length <= SHORT ? await workspace.analyze(asked, token) : asked;
      if (snapshot === undefined) return Promise.reject(cancelled());
      const items = diagnostics(snapshot, (uri) => workspace.linesOf(uri), abilities()?.docs);
      return reports.report(snapshot.uri, items, previousResultId);
    }),
  );

  const toldOf = async (subject: CardSubject | undefined, entities: ReadonlyMap<string, KnownEntity>) => {
    if (subject === undefined) return undefined;
    const { entity: id } = nameOfKey(subject.key);
    const described = id !== undefined && entities.get(id)?.entity.description !== undefined;
    return tell(subject, workspace.names, (uris) => workspace.seedTexts(uris), { described });
  };
  connection.onHover(
    guarded(context, 'hover', null, async (snapshot, { position }, token) => {
      if (!isPosition(position)) return null;
      const { trusted = true, commands = [], ours: icons = false } = abilities() ?? {};
      const options = {
        trusted,
        commands,
        icons,
        linesOf: (uri: string) => workspace.linesOf(uri),
        sourceFile: (factsUri: string, source: string) => workspace.sourceFile(factsUri, source),
      };
      if (snapshot.kind === 'yaml') {
        const told = await toldOf(yamlSubjectAt(snapshot, position), snapshot.entities);
        return yamlHover(snapshot, position, { ...options, told, seed: workspace.annotatedSeed(snapshot) }) ?? null;
      }
      const named = await workspace.analyze(snapshot, token, { names: linesOf(position), linesWillDo: true });
      if (named === undefined) return Promise.reject(cancelled());
      const told = await toldOf(subjectAt(named, position), named.knowledge.entities);
      return hover(named, position, { ...options, told }) ?? null;
    }),
  );

  connection.onCompletion(
    guarded(context, 'completion', null, async (snapshot, { position, context: how }, token) => {
      if (!isPosition(position)) return null;
      const invoked = how?.triggerKind !== CompletionTriggerKind.TriggerCharacter;
      const able = abilities();
      const options = {
        snippets: able?.completionSnippets === true,
        asIs: able?.completionAsIs === true,
        // A command of VS Code's own; our client runs in nothing else.
        suggestCommand: able?.ours === true ? 'editor.action.triggerSuggest' : undefined,
      };
      // The characters that ask for it mean something in the metadata of seeds only.
      if (snapshot.kind === 'yaml') return invoked ? (yamlCompletion(snapshot, position, options) ?? null) : null;
      const named = await workspace.analyze(snapshot, token, { names: linesOf(position) });
      if (named === undefined) return Promise.reject(cancelled());
      return seedCompletion(named, position, { invoked, suggestCommand: options.suggestCommand }) ?? null;
    }),
  );

  connection.onCodeAction(
    guarded(context, 'codeAction', null, async (snapshot, { range, context: asked }, token) => {
      if (!isRange(range)) return null;
      const only = Array.isArray(asked?.only) ? asked.only : undefined;
      const wants = (kind: string) =>
        only === undefined || only.some((one) => one === '' || kind === one || kind.startsWith(`${one}.`));
      if (![QUICK_FIX, REWRITE, ANNOTATE].some(wants)) return null;
      if (snapshot.kind === 'yaml') {
        const freshId = () => newId(ports.random.bytes(8));
        if (!wants(QUICK_FIX)) return null;
        const { renamesFiles = false, docs } = abilities() ?? {};
        const likelySeed = renamesFiles ? await workspace.likelySeed(snapshot, token) : undefined;
        return yamlCodeActions(snapshot, range, { docs, freshId, likelySeed });
      }
      if (!(await workspace.prepareFindings(snapshot, token))) return Promise.reject(cancelled());
      const named = await workspace.analyze(snapshot, token, { names: linesOf(range.start, range.end) });
      if (named === undefined) return Promise.reject(cancelled());
      const { snippets = false, versionedEdits = false, commands = [], docs } = abilities() ?? {};
      const fixes = wants(QUICK_FIX)
        ? codeActions(named, range, { snippets, commands, docs }, (uri) => workspace.linesOf(uri))
        : [];
      const rewritings = wants(REWRITE) ? refactorings(named, range) : [];
      const ofTime = timeActions(named, range).filter(({ kind = '' }) => wants(kind));
      const ofName = wants(ANNOTATE) ? nameActions(named, range, commands) : [];
      const ofAnnotation = wants(ANNOTATE) ? annotationActions(named, range) : [];
      return [...fixes, ...ofTime, ...ofName, ...ofAnnotation, ...rewritings]
        .map((action) => (versionedEdits ? withVersion(action, named) : action))
        .map((action) => withCommand(action, commands));
    }),
  );
  connection.onCodeActionResolve(async (action) => {
    const { data } = action;
    if (!isSidecarFix(data)) return action;
    const compute = guarded(context, 'codeAction/resolve', notASeed, (snapshot) =>
      snapshot.kind === 'seed' ? computeEdit(workspace, ports, snapshot, data.method, data.params) : notASeed,
    );
    const result = await compute({ uri: data.params.uri }, CancellationToken.None);
    if (result instanceof ResponseError) return action;
    if ('files' in result) return { ...action, edit: toWorkspaceEdit(result) };
    connection.window.showWarningMessage(result.problem);
    return action;
  });

  return (uri) => {
    tokens.forget(uri);
    reports.forget(uri);
  };
}
