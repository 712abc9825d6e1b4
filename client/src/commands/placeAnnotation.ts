import { type QuickPickItem, Range, type TextDocument, window } from 'vscode';
import {
  type AnnotationInfo,
  type EditResult,
  type Overview,
  type OverviewParams,
  overviewRequest,
  type PlaceParams,
  type Range as ProtocolRange,
  placeRequest,
} from '../../../server/src/protocol.ts';
import type { AnnotationEdits } from '../apply.ts';
import { inform, tell } from '../messages.ts';
import type { Server } from '../server.ts';
import { readArgument } from './argument.ts';
import { Look, toRange } from './look.ts';
import { reveal } from './reveal.ts';
import { findTarget, type Target } from './target.ts';
import { count, plain, quoted } from './words.ts';

export interface PlaceNeeds {
  readonly server: Server;
  readonly edits: AnnotationEdits;
}

/** Text shown round a place, on each side. */
const AROUND = 40;

/**
 * "Place Annotation Again…": an annotation that has lost its place, or fits several, is put on one: on the words selected
 * or on one of those where it may belong, each shown as it is looked at. An argument `{ ids, uri? }` names the annotation.
 */
export async function placeAnnotation({ server, edits }: PlaceNeeds, argument: unknown): Promise<void> {
  const { uri, ids } = readArgument(argument);
  const target = await findTarget(uri);
  if (target === undefined) return;
  const { document } = target;
  const params: OverviewParams = { uri: document.uri.toString() };
  const { annotations, version } = await server.request<Overview>(overviewRequest, params);
  const lost = annotations.filter(({ id, ranges }) => ranges.length === 0 && (ids === undefined || ids.includes(id)));
  const [first, second] = lost;
  if (first === undefined) return inform('Every annotation of this seed has its place.');
  const annotation = second === undefined ? first : await pickAnnotation(lost, document);
  if (annotation === undefined) return;
  const ranges = await pickPlace(annotation, target);
  if (ranges === undefined) return;
  const place: PlaceParams = { uri: document.uri.toString(), id: annotation.id, ranges, version };
  const refusal = await edits.run(document, () => server.request<EditResult>(placeRequest, place));
  if (refusal) tell(refusal);
  else reveal(document, ranges);
}

async function pickAnnotation(
  lost: readonly AnnotationInfo[],
  document: TextDocument,
): Promise<AnnotationInfo | undefined> {
  const items = lost.map((annotation) => ({
    annotation,
    label: plain(quoted(annotation.quote)),
    description: plain([annotation.label, belonging(annotation)].join(' · ')),
  }));
  const item = await window.showQuickPick(items, {
    title: `Place Annotation Again: ${count(lost.length, 'annotation')} without a place`,
    placeHolder: `Which one of ${plain(nameOf(document))}?`,
    matchOnDescription: true,
  });
  return item?.annotation;
}

function belonging({ candidates = [] }: AnnotationInfo): string {
  const lines = [...new Set(candidates.map(([range]) => (range?.start.line ?? 0) + 1))].sort((a, b) => a - b);
  if (lines.length === 0) return 'nowhere found';
  return `may belong to ${lines.length === 1 ? 'line' : 'lines'} ${lines.join(', ')}`;
}

interface PlaceItem extends QuickPickItem {
  readonly ranges: readonly ProtocolRange[];
}

/** Asks for a place. What is looked at is shown in the editor; on Escape it stands as it stood. */
async function pickPlace(
  { quote, candidates = [] }: AnnotationInfo,
  { document, selections }: Target,
): Promise<readonly ProtocolRange[] | undefined> {
  const selected = selections.filter(({ start, end }) => start.line !== end.line || start.character !== end.character);
  const items: PlaceItem[] = [
    ...(selected.length > 0 ? [{ ...toItem(document, selected), description: 'the words selected' }] : []),
    ...candidates.map((ranges) => toItem(document, ranges)),
  ];
  if (items.length === 0) {
    tell({
      problem: `Nothing like ${quoted(quote)} is left in this seed. Select the words where it belongs, then run this again.`,
    });
    return undefined;
  }
  const editor = window.visibleTextEditors.find((one) => one.document === document);
  const look = editor && new Look(editor);
  const picker = window.createQuickPick<PlaceItem>();
  picker.title = `Where does ${plain(quoted(quote))} belong?`;
  picker.placeholder = 'Enter: there. For other words: Escape, select them, run this again.';
  picker.items = items;
  picker.matchOnDescription = true;
  return new Promise((resolve) => {
    picker.onDidChangeActive(([item]) => item && look?.at(item.ranges));
    picker.onDidAccept(() => {
      resolve(picker.activeItems[0]?.ranges);
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

function toItem(document: TextDocument, ranges: readonly ProtocolRange[]): PlaceItem {
  const [first] = ranges;
  const range = toRange(first ?? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } });
  const start = document.offsetAt(range.start);
  const end = document.offsetAt(range.end);
  const text = (from: number, to: number) =>
    document.getText(new Range(document.positionAt(from), document.positionAt(to)));
  // Whole words.
  const line =
    text(Math.max(0, start - AROUND), start)
      .split(/[\r\n]/)
      .at(-1) ?? '';
  const before = line.length < AROUND ? line : `…${line.replace(/^\S*\s/, '')}`;
  const rest = text(end, end + AROUND).split(/[\r\n]/)[0] ?? '';
  const after = rest.length < AROUND ? rest : `${rest.replace(/\s\S*$/, '')}…`;
  const label = ranges.map((one) => document.getText(toRange(one))).join(' … ');
  return {
    ranges,
    label: plain(quoted(label)),
    description: `line ${range.start.line + 1}`,
    detail: plain(`${before}${text(start, end)}${after}`.replace(/\s+/gu, ' ')),
  };
}

function nameOf({ uri }: TextDocument): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}
