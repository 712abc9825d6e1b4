import { commands, Location, Position, Range, Uri, window, workspace } from 'vscode';
import {
  type MentionsParams,
  type MentionsResult,
  mentionsRequest,
  type Position as ProtocolPosition,
  type Refusal,
} from '../../../server/src/protocol.ts';
import { announce } from '../announce.ts';
import { inform, tell } from '../messages.ts';
import type { Server } from '../server.ts';
import { show } from '../views/show.ts';
import { readMentionsArgument } from './argument.ts';
import { count, quoted } from './words.ts';

/** A place in a document, from where somebody looks. */
interface Place {
  readonly uri: string;
  readonly position: ProtocolPosition;
}

/**
 * "Show All Mentions": all places of a name in the workspace, in a peek. An argument `{ uri, position }` says where it stands, one
 * `{ entity }` what it is by its key in the index.
 */
export async function showMentions(server: Server, argument: unknown): Promise<void> {
  const { uri, position, entity } = readMentionsArgument(argument);
  const from = uri === undefined || position === undefined ? cursor() : { uri, position };
  const params: MentionsParams | undefined = entity === undefined ? from : { key: entity };
  if (params === undefined) return tell({ problem: 'Put the cursor into a name first, in a seed or in a facts file.' });
  // The server answers about what is open.
  if (uri !== undefined) await workspace.openTextDocument(Uri.parse(uri));
  const result = await server.request<MentionsResult | Refusal>(mentionsRequest, params);
  if ('problem' in result) return tell(result);
  await peek(result, from);
}

async function peek({ name, locations, seeds, more }: MentionsResult, from: Place | undefined): Promise<void> {
  const [first] = locations;
  if (first === undefined) return inform(`No seed names ${quoted(name)}.`);
  const { uri, position } = from ?? { uri: first.uri, position: first.range.start };
  const at = new Position(position.line, position.character);
  await show(Uri.parse(uri), [new Range(at, at)], { preserveFocus: false });
  const places = locations.map(
    ({ uri: other, range: { start, end } }) =>
      new Location(Uri.parse(other), new Range(start.line, start.character, end.line, end.character)),
  );
  await commands.executeCommand('editor.action.showReferences', Uri.parse(uri), at, places);
  const shown = `${count(locations.length, 'mention')} of ${quoted(name)} in ${count(seeds, 'seed')}`;
  announce(more ? `The first ${shown}` : shown);
}

function cursor(): Place | undefined {
  const editor = window.activeTextEditor;
  if (editor === undefined) return undefined;
  const { line, character } = editor.selection.active;
  return { uri: editor.document.uri.toString(), position: { line, character } };
}
