import {
  CancellationTokenSource,
  commands,
  type Memento,
  type QuickPickItem,
  type TextDocument,
  Uri,
  window,
} from 'vscode';
import {
  type Occurrence,
  type OccurrenceForm,
  type OccurrenceScope,
  type Occurrences,
  type OccurrencesParams,
  occurrencesRequest,
  type Range,
  type Refusal,
  type TagAllParams,
  type TagAllResult,
  tagAllRequest,
} from '../../../server/src/protocol.ts';
import type { AnnotationEdits } from '../apply.ts';
import { toRange } from '../look.ts';
import { inform, tell, type WayOut } from '../messages.ts';
import { sidecarOf } from '../selector.ts';
import type { Server } from '../server.ts';
import { openDocument } from '../tabs.ts';
import { annotator } from './annotator.ts';
import { readArgument, readTagAllArgument } from './argument.ts';
import { pickOccurrences, tickedAtFirst } from './occurrenceList.ts';
import { soughtWords, tagged } from './occurrenceRows.ts';
import { pickType } from './pickType.ts';
import { LAST_USED } from './tag.ts';
import { findTarget } from './target.ts';
import { plain } from './words.ts';

export interface TagAllNeeds {
  readonly server: Server;
  readonly edits: AnnotationEdits;
  readonly memory: Memento;
}

/** What is looked for, and as what it is to be tagged: what the buttons of the list change. */
interface Wish {
  readonly ranges: readonly Range[];
  scope: OccurrenceScope;
  forms: readonly string[] | undefined;
  type: string | undefined;
}

/**
 * "Tag All Occurrences…": the words selected, or the annotation, mention or word under the cursor, wherever else they stand.
 * An argument `{ uri?, ranges?, type?, entity?, scope?, forms?, all? }` answers beforehand what would be asked; with `all` what
 * would be ticked is tagged.
 */
export async function tagAll(needs: TagAllNeeds, argument: unknown): Promise<void> {
  const { uri, type, ranges } = readArgument(argument);
  const { entity, scope = 'document', forms, all } = readTagAllArgument(argument);
  const target = await findTarget(uri);
  if (target === undefined) return;
  const { document } = target;
  const wish: Wish = { ranges: ranges ?? target.selections, scope, forms, type };
  for (;;) {
    const found = await search(needs.server, document, wish, !all);
    if (found === undefined) return;
    if ('problem' in found) return tell(found);
    if (wish.type === undefined && found.type === undefined) {
      if (!(await askType(needs, document, found, wish))) return;
      continue;
    }
    wish.type ??= found.type;
    const known = found.types.find(({ id }) => id === wish.type);
    const choice = all
      ? ({ kind: 'tag', ticked: tickedAtFirst(found, wish.scope) } as const)
      : await pickOccurrences(found, document, wish.scope, known);
    if (choice === undefined) return;
    if (choice.kind === 'tag') {
      // What is tagged as something else is another thing.
      const about = entity ?? (wish.type === found.type ? found.entity : undefined);
      return apply(needs, document, found, choice.ticked, { type: wish.type ?? '', entity: about });
    }
    if (choice.kind === 'scope') wish.scope = wish.scope === 'document' ? 'workspace' : 'document';
    if (choice.kind === 'forms') wish.forms = (await pickForms(found.forms)) ?? wish.forms;
    if (choice.kind === 'type') await askType(needs, document, found, wish);
  }
}

/** Looks for the words. As long as it takes a list says how far it is, and leaving that ends the search. */
async function search(
  server: Server,
  document: TextDocument,
  { ranges, scope, forms, type }: Wish,
  isShown: boolean,
): Promise<Occurrences | Refusal | undefined> {
  const params: OccurrencesParams = {
    uri: document.uri.toString(),
    ranges,
    scope,
    ...(forms === undefined ? {} : { forms }),
    ...(type === undefined ? {} : { type }),
  };
  const source = new CancellationTokenSource();
  const picker = isShown ? window.createQuickPick() : undefined;
  let isDone = false;
  if (picker) {
    picker.title = 'Tag All Occurrences';
    picker.placeholder = scope === 'document' ? 'Looking through this seed…' : 'Looking through the seeds…';
    picker.busy = true;
    picker.ignoreFocusOut = true;
    picker.onDidHide(() => {
      if (!isDone) source.cancel();
    });
    picker.show();
  }
  try {
    return await server.requestLong<Occurrences | Refusal>(
      occurrencesRequest,
      params,
      source.token,
      (_percentage, message) => {
        if (picker && message !== undefined)
          picker.placeholder = `Looking through the seeds: ${message}. Escape ends it.`;
      },
    );
  } catch (error) {
    if (source.token.isCancellationRequested) return undefined;
    throw error;
  } finally {
    isDone = true;
    // The next list takes its place first: without one, keys would reach the text.
    setTimeout(() => picker?.dispose(), 0);
    source.dispose();
  }
}

/** Whether a type was chosen. */
async function askType(
  { memory }: TagAllNeeds,
  document: TextDocument,
  found: Occurrences,
  wish: Wish,
): Promise<boolean> {
  const targets = found.ranges.map((range) => ({
    range,
    text: document.getText(toRange(range)),
    ...(wish.type === undefined ? {} : { type: wish.type }),
  }));
  let chosen = false;
  await pickType({ targets, types: found.types }, memory.get<string>(LAST_USED), async ({ id }) => {
    chosen = true;
    wish.type = id;
    await memory.update(LAST_USED, id);
  });
  return chosen;
}

const KINDS: Readonly<Record<OccurrenceForm['kind'], string>> = {
  text: 'the words themselves',
  name: 'another name',
  short: 'short for it here',
  capitals: 'in capitals, as in headlines',
};

async function pickForms(forms: readonly OccurrenceForm[]): Promise<readonly string[] | undefined> {
  const items: (QuickPickItem & { readonly form: string })[] = forms.map(({ text, kind, sought }) => ({
    form: text,
    label: plain(text),
    description: KINDS[kind],
    picked: sought,
  }));
  const picked = await window.showQuickPick(items, {
    canPickMany: true,
    ignoreFocusOut: true,
    title: 'Tag All Occurrences: the names to look for',
    placeHolder: 'Enter looks for what is ticked.',
  });
  return picked === undefined || picked.length === 0 ? undefined : picked.map(({ form }) => form);
}

async function apply(
  { server, edits }: TagAllNeeds,
  document: TextDocument,
  found: Occurrences,
  ticked: ReadonlyMap<string, readonly Occurrence[]>,
  { type, entity }: { readonly type: string; readonly entity: string | undefined },
): Promise<void> {
  if (ticked.size === 0) return inform(`Nothing was tagged: no place of ${soughtWords(found.forms)} was ticked.`);
  const params: TagAllParams = {
    uri: document.uri.toString(),
    type,
    ...(entity === undefined ? {} : { entity }),
    by: annotator(),
    targets: found.seeds.flatMap(({ uri, version, mark }) => {
      const occurrences = ticked.get(uri) ?? ticked.get(Uri.parse(uri).toString()) ?? [];
      if (occurrences.length === 0) return [];
      return [
        {
          uri,
          ...(version === undefined ? {} : { version }),
          ...(mark === undefined ? {} : { mark }),
          ranges: occurrences.map(({ range }) => range),
        },
      ];
    }),
  };
  let result: TagAllResult | undefined;
  const refusal = await edits.run(document, async () => {
    result = await server.request<TagAllResult>(tagAllRequest, params);
    return result;
  });
  if (refusal) return tell(refusal);
  if (result === undefined || 'problem' in result) return;
  inform(
    tagged(result.tagged, result.seeds),
    undoWay(
      document,
      result.files.map(({ uri }) => Uri.parse(uri)),
    ),
  );
  const [first, second] = result.problems;
  if (first === undefined) return;
  const more = second === undefined ? '' : ` So were ${result.problems.length - 1} more.`;
  tell({ ...first, problem: `One seed was left out. ${first.problem}${more}` });
}

/** Takes the command back as Ctrl+Z in the seed does, as long as that would take back nothing else. */
function undoWay(document: TextDocument, sidecars: readonly Uri[]): WayOut {
  const uris = [sidecarOf(document.uri), ...sidecars];
  const state = () => [document.version, ...uris.map((uri) => openDocument(uri)?.version)].join();
  const after = state();
  return {
    label: 'Undo',
    async run() {
      const viewColumn = window.visibleTextEditors.find((one) => one.document === document)?.viewColumn;
      await window.showTextDocument(document, viewColumn === undefined ? {} : { viewColumn });
      if (state() !== after) return inform('Something was changed since. Undo in the seed until this is taken back.');
      await commands.executeCommand('undo');
    },
  };
}
