import { type QuickPickItem, type TextDocument, window } from 'vscode';
import {
  type AnnotationInfo,
  type EditResult,
  type Overview,
  type OverviewParams,
  overviewRequest,
  type RelateParams,
  type RelationChoice,
  type RelationTypesParams,
  relateRequest,
  relationTypesRequest,
  type Targets,
  type TargetsParams,
  targetsRequest,
} from '../../../server/src/protocol.ts';
import { announce } from '../announce.ts';
import { editorOf, Look } from '../look.ts';
import { tell, wayOut } from '../messages.ts';
import type { ChangeNeeds } from './acted.ts';
import { readRelation } from './annotationArgument.ts';
import { annotator } from './annotator.ts';
import { readArgument } from './argument.ts';
import { offeredRelations, type RelationOffer } from './relationOffers.ts';
import { findTarget, type Target } from './target.ts';
import { plain, quoted } from './words.ts';

/**
 * "Relate to…": two annotations are related. The one at the cursor is the first; the second is picked, or selected as well.
 * Only relations that the project allows between their types are offered, each in its direction. An argument
 * `{ relation, from, to, uri? }` answers all of it, `{ ids, uri? }` says which annotations.
 */
export async function relate(needs: ChangeNeeds, argument: unknown): Promise<void> {
  const { server } = needs;
  const { uri, ids } = readArgument(argument);
  const target = await findTarget(uri);
  if (target === undefined) return;
  const { document } = target;
  const said = readRelation(argument);
  if (said !== undefined) return write(needs, document, said.relation, said.from, said.to, said.relation);

  const params: OverviewParams & RelationTypesParams = { uri: document.uri.toString() };
  const [{ annotations: all, relations }, choices] = await Promise.all([
    server.request<Overview>(overviewRequest, params),
    server.request<readonly RelationChoice[]>(relationTypesRequest, params),
  ]);
  const annotations = all.filter(({ status, ranges }) => status !== 'rejected' && ranges.length > 0);
  if (annotations.length < 2)
    return tell(
      { problem: 'Two annotations are needed to relate them. Tag what is to be related first.' },
      wayOut('Tag Selection As…', 'seedmark.tag'),
    );
  const known =
    choices.length > 0
      ? choices
      : [...new Map(relations.map(({ type, label }) => [type, { id: type, label }])).values()];
  const picked = ids ?? (await selected(needs, target));
  const [one, another] = picked.flatMap((id) => annotations.filter((annotation) => annotation.id === id));
  const first = one ?? (await pickAnnotation(document, annotations, 'Relate which annotation?', undefined));
  if (first === undefined) return;
  const offers = offeredRelations(known, first, another === undefined ? annotations : [another]);
  const offer = await pickRelation(offers, first, choices.length === 0);
  if (offer === undefined) return;
  const others = another === undefined ? offer.others : [another];
  const title = offer.outward
    ? `${quoted(first.quote, 30)} ${offer.label} → …`
    : `… ${offer.label} → ${quoted(first.quote, 30)}`;
  const second = another ?? (await pickAnnotation(document, others, title, first));
  if (second === undefined) return;
  const [from, to] = offer.outward ? [first, second] : [second, first];
  await write(
    needs,
    document,
    offer.id,
    from.id,
    to.id,
    `${quoted(from.quote, 30)} ${offer.label} ${quoted(to.quote, 30)}`,
  );
}

/** The annotations that the selections mean. */
async function selected({ server }: ChangeNeeds, { document, selections }: Target): Promise<readonly string[]> {
  const params: TargetsParams = { uri: document.uri.toString(), selections };
  const found = await server.request<Targets | null>(targetsRequest, params);
  return (found?.targets ?? []).flatMap(({ annotation }) => annotation?.id ?? []);
}

interface OfferItem extends QuickPickItem {
  readonly offer: RelationOffer;
}

async function pickRelation(
  offers: readonly RelationOffer[],
  { quote }: AnnotationInfo,
  free: boolean,
): Promise<RelationOffer | undefined> {
  const [only, second] = offers;
  if (!free && only !== undefined && second === undefined) return only;
  if (!free && only === undefined) {
    tell({
      problem: `No relation of seedmark.yaml fits ${quoted(quote)}. Define one under “relations:”, or tag what it is to be related to.`,
    });
    return undefined;
  }
  if (free && only === undefined) return name(quote, []);
  const items: (OfferItem | QuickPickItem)[] = offers.map((offer) => ({
    offer,
    label: plain(offer.outward ? `${offer.label} →` : `← ${offer.label}`),
    description: plain(
      offer.outward ? `${quoted(quote, 24)} ${offer.label} …` : `… ${offer.label} ${quoted(quote, 24)}`,
    ),
  }));
  const other = { label: '$(add) Another relation…' };
  const item = await window.showQuickPick(free ? [...items, other] : items, {
    title: `How is ${plain(quoted(quote))} related?`,
    placeHolder: 'Which relation, and in which direction?',
    matchOnDescription: true,
    ignoreFocusOut: true,
  });
  if (item === undefined) return undefined;
  return isOffer(item) ? item.offer : name(quote, offers);
}

function isOffer(item: QuickPickItem): item is OfferItem {
  return 'offer' in item;
}

/** Where the project names no relations, the user does. */
async function name(quote: string, offers: readonly RelationOffer[]): Promise<RelationOffer | undefined> {
  const text = await window.showInputBox({
    title: `How is ${quoted(quote)} related to the other?`,
    prompt: 'A word or two, such as “owns” or “works for”. seedmark.yaml can list those that a team uses.',
    validateInput: (value) => (/^\p{L}[\p{L}\p{N} _-]*$/u.test(value.trim()) ? undefined : 'Begin with a letter.'),
    ignoreFocusOut: true,
  });
  if (text === undefined || text.trim() === '') return undefined;
  const others = offers[0]?.all ?? [];
  return { id: text.trim().replace(/\s+/g, '-'), label: text.trim(), outward: true, others, all: others };
}

interface AnnotationItem extends QuickPickItem {
  readonly annotation: AnnotationInfo;
}

/** Asks for an annotation; the one looked at is shown in the text. The nearest ones come first. */
async function pickAnnotation(
  document: TextDocument,
  annotations: readonly AnnotationInfo[],
  title: string,
  near: AnnotationInfo | undefined,
): Promise<AnnotationInfo | undefined> {
  const lineOf = ({ ranges }: AnnotationInfo) => ranges[0]?.start.line ?? 0;
  const at = near === undefined ? 0 : lineOf(near);
  const items = annotations
    .filter(({ id }) => id !== near?.id)
    .map((annotation): AnnotationItem => {
      const { quote, label, entityName } = annotation;
      const entity = entityName === quote ? undefined : entityName;
      const parts = [label, entity, `line ${lineOf(annotation) + 1}`].filter((part) => part !== undefined);
      return { annotation, label: plain(quoted(quote)), description: plain(parts.join(' · ')) };
    })
    .sort((a, b) => Math.abs(lineOf(a.annotation) - at) - Math.abs(lineOf(b.annotation) - at));
  const editor = editorOf(document);
  const look = editor && new Look(editor);
  const picker = window.createQuickPick<AnnotationItem>();
  picker.title = plain(title);
  picker.placeholder = 'Which one? Type to narrow the list down.';
  picker.matchOnDescription = true;
  picker.ignoreFocusOut = true;
  picker.items = items;
  return new Promise((resolve) => {
    picker.onDidChangeActive(([item]) => item && look?.at(item.annotation.ranges));
    picker.onDidAccept(() => {
      resolve(picker.activeItems[0]?.annotation);
      picker.hide();
    });
    picker.onDidHide(() => {
      picker.dispose();
      look?.end();
      resolve(undefined);
    });
    picker.show();
  });
}

async function write(
  { server, edits }: ChangeNeeds,
  document: TextDocument,
  type: string,
  from: string,
  to: string,
  said: string,
): Promise<void> {
  const params: RelateParams = { uri: document.uri.toString(), type, from, to, by: annotator() };
  const refusal = await edits.run(document, () => server.request<EditResult>(relateRequest, params));
  if (refusal) tell(refusal);
  else announce(`Related: ${said}`);
}
