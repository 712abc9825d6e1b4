import { type QuickPickItem, window } from 'vscode';
import {
  type EditResult,
  type Overview,
  type OverviewParams,
  overviewRequest,
  type UnrelateParams,
  unrelateRequest,
} from '../../../server/src/protocol.ts';
import { announce } from '../announce.ts';
import { inform, tell } from '../messages.ts';
import { annotationsRound } from '../views/atCursor.ts';
import type { ChangeNeeds } from './acted.ts';
import { readArgument } from './argument.ts';
import { findTarget } from './target.ts';
import { count, plain, quoted } from './words.ts';

/**
 * "Remove Relation…": one or several of those that begin or end in the annotation at the cursor; where it has none, of all of
 * the seed. An argument `{ ids, uri? }` names relations.
 */
export async function removeRelation({ server, edits }: ChangeNeeds, argument: unknown): Promise<void> {
  const { uri, ids } = readArgument(argument);
  const target = await findTarget(uri);
  if (target === undefined) return;
  const { document, selections } = target;
  const params: OverviewParams = { uri: document.uri.toString() };
  const gone = ids ?? (await pick(await server.request<Overview>(overviewRequest, params), selections[0]?.start));
  if (gone === undefined || gone.length === 0) return;
  const unrelate: UnrelateParams = { uri: document.uri.toString(), ids: gone };
  const refusal = await edits.run(document, () => server.request<EditResult>(unrelateRequest, unrelate));
  if (refusal) tell(refusal);
  else announce(`Removed ${count(gone.length, 'relation')}`);
}

async function pick(
  { annotations, relations }: Overview,
  at: { readonly line: number; readonly character: number } | undefined,
): Promise<readonly string[] | undefined> {
  if (relations.length === 0) {
    inform('This seed has no relations.');
    return undefined;
  }
  const here = new Set(at === undefined ? [] : annotationsRound(annotations, at).map(({ id }) => id));
  const own = relations.filter(({ from, to }) => here.has(from) || here.has(to));
  const quoteOf = (id: string) => quoted(annotations.find((annotation) => annotation.id === id)?.quote ?? id, 40);
  const items = (own.length > 0 ? own : relations).map(
    ({ id, label, from, to, note }): QuickPickItem & { id: string } => ({
      id,
      label: plain(`${quoteOf(from)} ${label} ${quoteOf(to)}`),
      description: plain(note ?? ''),
    }),
  );
  const picked = await window.showQuickPick(items, {
    title: own.length > 0 ? 'Remove Relation' : 'Remove Relation: all of this seed',
    placeHolder: 'Space ticks, Enter removes what is ticked, Ctrl+Z in the seed brings it back.',
    canPickMany: true,
    ignoreFocusOut: true,
  });
  return picked?.map(({ id }) => id);
}
