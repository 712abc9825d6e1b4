import type { CodeAction } from 'vscode-languageserver-types';
import { labelOfType } from '../project/labels.ts';
import { changeRequest, type Range, removeRequest, type SidecarFix } from '../protocol.ts';
import { flatLine, shorten } from '../text/shorten.ts';
import type { SeedSnapshot } from '../workspace/snapshot.ts';
import { ANNOTATE } from './time-actions.ts';

/** What can be done with the innermost annotation at a place, without asking for more: to decide on it, and to remove it. */
export function annotationActions(snapshot: SeedSnapshot, { start }: Range): CodeAction[] {
  const { uri, lines, annotations, knowledge } = snapshot;
  const offset = lines.offsetAt(start);
  const here = annotations
    .filter(({ spans }) => spans.some((span) => span.start <= offset && offset <= span.end))
    .sort((a, b) => sizeOf(a.spans) - sizeOf(b.spans))[0]?.annotation;
  if (here === undefined) return [];
  const { id, status } = here;
  const name = shorten(flatLine(here.quote.join(' … ')), 40);
  const label = labelOfType(knowledge.project, here.type).toLowerCase();
  const action = (title: string, data: SidecarFix): CodeAction => ({ title, kind: ANNOTATE, data });
  const decide = (change: 'confirmed' | 'rejected'): SidecarFix => ({
    method: changeRequest,
    params: { uri, targets: [{ id }], change: { status: change } },
  });
  const actions: CodeAction[] = [];
  if (status !== 'confirmed')
    actions.push(action(`Confirm: “${name}” is ${article(label)} ${label}`, decide('confirmed')));
  if (status !== 'rejected') actions.push(action(`Reject: “${name}” is no ${label}`, decide('rejected')));
  actions.push(action(`Remove the annotation “${name}”`, { method: removeRequest, params: { uri, ids: [id] } }));
  return actions;
}

function sizeOf(spans: readonly { readonly start: number; readonly end: number }[]): number {
  return spans.reduce((sum, { start, end }) => sum + end - start, 0);
}

function article(label: string): string {
  return /^[aeiou]/i.test(label) ? 'an' : 'a';
}
