import { type QuickPickItem, type TextDocument, window } from 'vscode';
import {
  type AnnotationInfo,
  type AnnotationsAtParams,
  annotationsAtRequest,
  type EditResult,
  type Overview,
  type OverviewParams,
  overviewRequest,
  type RemoveParams,
  removeRequest,
  type Targets,
  type TargetsParams,
  targetsRequest,
} from '../../../server/src/protocol.ts';
import { announce } from '../announce.ts';
import type { AnnotationEdits } from '../apply.ts';
import { tell, type WayOut, wayOut } from '../messages.ts';
import type { Server } from '../server.ts';
import { readArgument } from './argument.ts';
import { findTarget, type Target } from './target.ts';
import { count, plain, quoted } from './words.ts';

export interface RemoveNeeds {
  readonly server: Server;
  readonly edits: AnnotationEdits;
}

/**
 * "Remove Annotation": the one at the cursor, or the one picked of several there; of several selections the innermost of each. An
 * argument `{ ids, uri? }` names them.
 */
export async function removeAnnotation(needs: RemoveNeeds, argument: unknown): Promise<void> {
  const { uri, ids, ask } = readArgument(argument);
  const target = await findTarget(uri);
  if (target === undefined) return;
  if (ids !== undefined) return ask ? offer(needs, target.document, ids) : remove(needs, target.document, ids);

  if (target.selections.length > 1) {
    const params: TargetsParams = { uri: target.document.uri.toString(), selections: target.selections };
    const meant = await needs.server.request<Targets | null>(targetsRequest, params);
    const all = (meant?.targets ?? []).flatMap(({ annotation }) => annotation?.id ?? []);
    return all.length === 0 ? offerAll(needs, target.document) : remove(needs, target.document, all);
  }
  const found = await annotationsAt(needs.server, target);
  const [only, another] = found;
  if (only === undefined) return offerAll(needs, target.document);
  if (another === undefined) return remove(needs, target.document, [only.id], only.quote);
  return pickAndRemove(needs, target.document, found);
}

/** Innermost first. */
async function annotationsAt(server: Server, { document, selections }: Target): Promise<readonly AnnotationInfo[]> {
  const found = new Map<string, AnnotationInfo>();
  for (const range of selections) {
    const params: AnnotationsAtParams = { uri: document.uri.toString(), range };
    const annotations = await server.request<readonly AnnotationInfo[]>(annotationsAtRequest, params);
    for (const annotation of annotations) found.set(annotation.id, annotation);
  }
  return [...found.values()];
}

/** A link may have stood in an open hover while its annotation went. */
async function offer(needs: RemoveNeeds, document: TextDocument, ids: readonly string[]): Promise<void> {
  const found = (await overviewOf(needs, document)).filter(({ id }) => ids.includes(id));
  if (found.length === 0) return tell({ problem: 'That annotation is no longer there.' });
  return pickAndRemove(needs, document, found);
}

async function offerAll(needs: RemoveNeeds, document: TextDocument): Promise<void> {
  const annotations = await overviewOf(needs, document);
  if (annotations.length === 0) {
    return tell({ problem: 'This seed has no annotations.' }, wayOut('Tag Selection As…', 'seedmark.tag'));
  }
  const choose: WayOut = { label: 'Choose from All…', run: () => pickAndRemove(needs, document, annotations) };
  tell({ problem: 'There is no annotation at the cursor.' }, choose);
}

async function overviewOf({ server }: RemoveNeeds, document: TextDocument): Promise<readonly AnnotationInfo[]> {
  const params: OverviewParams = { uri: document.uri.toString() };
  return (await server.request<Overview>(overviewRequest, params)).annotations;
}

async function pickAndRemove(
  needs: RemoveNeeds,
  document: TextDocument,
  annotations: readonly AnnotationInfo[],
): Promise<void> {
  const items = annotations.map((annotation) => ({
    ...toItem(annotation),
    id: annotation.id,
    quote: annotation.quote,
  }));
  const item = await window.showQuickPick(items, {
    title: 'Remove Annotation',
    placeHolder: 'Which one? Enter removes it, Ctrl+Z in the seed brings it back.',
    matchOnDescription: true,
  });
  if (item) await remove(needs, document, [item.id], item.quote);
}

function toItem({ label, quote, status, ranges }: AnnotationInfo): QuickPickItem {
  const [place] = ranges;
  const where = place ? `line ${place.start.line + 1}` : 'lost its place';
  return {
    label: plain(quoted(quote)),
    description: plain([label, ...(status === 'confirmed' ? [] : [status]), where].join(' · ')),
  };
}

async function remove(
  { server, edits }: RemoveNeeds,
  document: TextDocument,
  ids: readonly string[],
  quote?: string,
): Promise<void> {
  const params: RemoveParams = { uri: document.uri.toString(), ids };
  const refusal = await edits.run(document, () => server.request<EditResult>(removeRequest, params));
  if (refusal) return tell(refusal);
  announce(
    quote === undefined ? `Removed ${count(ids.length, 'annotation')}` : `Removed the annotation of ${quoted(quote)}`,
  );
}
