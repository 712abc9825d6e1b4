import type { Memento, TextDocument } from 'vscode';
import {
  type EditResult,
  type PrepareTagParams,
  type PrepareTagResult,
  prepareTagRequest,
  type Range,
  type TagParams,
  type TypeChoice,
  tagRequest,
} from '../../../server/src/protocol.ts';
import { announce } from '../announce.ts';
import type { AnnotationEdits } from '../apply.ts';
import { toRange } from '../look.ts';
import { tell } from '../messages.ts';
import type { Server } from '../server.ts';
import { annotator } from './annotator.ts';
import { objectOf, readArgument } from './argument.ts';
import { pickType } from './pickType.ts';
import { findTarget } from './target.ts';
import { count, quoted } from './words.ts';

export const LAST_USED = 'seedmark.lastUsedType';

export interface TagNeeds {
  readonly server: Server;
  readonly edits: AnnotationEdits;
  /** Where the type used last is remembered. */
  readonly memory: Memento;
}

/**
 * "Tag Selection As…": the selections, or what the cursor is in. An argument `{ type?, ranges?, uri? }` answers beforehand
 * what would be asked.
 */
export async function tag(needs: TagNeeds, argument: unknown): Promise<void> {
  const { uri, type, ranges } = readArgument(argument);
  const target = await findTarget(uri);
  if (target === undefined) return;
  const { document } = target;
  if (type !== undefined && ranges !== undefined)
    return apply(needs, document, ranges, { id: type, label: type }, document.version);

  const params: PrepareTagParams = { uri: document.uri.toString(), selections: ranges ?? target.selections };
  const version = document.version;
  const prepared = await needs.server.request<PrepareTagResult>(prepareTagRequest, params);
  if (prepared.targets.length === 0) {
    return tell({ problem: 'Nothing to tag here. Select some text, or put the cursor into a word.' });
  }
  const targets = prepared.targets.map((one) => one.range);
  const choose = async (chosen: Pick<TypeChoice, 'id' | 'label'>) => {
    // The places were counted in the text as it was.
    if (document.version !== version)
      return tell({ problem: 'The text changed meanwhile, so nothing was tagged. Try again.' });
    await apply(needs, document, targets, chosen, version);
  };
  if (type !== undefined) return choose(prepared.types.find(({ id }) => id === type) ?? { id: type, label: type });
  return pickType(prepared, needs.memory.get<string>(LAST_USED), async (chosen) => {
    await choose(chosen);
    // The list goes at once: undo, pressed now, is meant for the text.
    void needs.memory.update(LAST_USED, chosen.id);
  });
}

/** "Tag as the Last Type": the selections, or what the cursor is in, as the type that was used last. */
export async function tagAgain(needs: TagNeeds, argument: unknown): Promise<void> {
  const type = needs.memory.get<string>(LAST_USED);
  await tag(needs, type === undefined ? argument : { ...objectOf(argument), type });
}

async function apply(
  { server, edits }: TagNeeds,
  document: TextDocument,
  ranges: readonly Range[],
  { id, label }: Pick<TypeChoice, 'id' | 'label'>,
  version: number,
): Promise<void> {
  const params: TagParams = { uri: document.uri.toString(), ranges, type: id, by: annotator(), version };
  const refusal = await edits.run(document, () => server.request<EditResult>(tagRequest, params));
  if (refusal) return tell(refusal);
  const [first, second] = ranges;
  if (first === undefined) return;
  const what = second === undefined ? quoted(document.getText(toRange(first))) : count(ranges.length, 'passage');
  announce(`Tagged ${what} as ${label}`);
}
