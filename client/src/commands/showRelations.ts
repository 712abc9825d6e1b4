import { commands, Location, Position, Range, type TextDocument } from 'vscode';
import {
  type AnnotationInfo,
  type Overview,
  type OverviewParams,
  overviewRequest,
  type Range as ProtocolRange,
} from '../../../server/src/protocol.ts';
import { inform, tell } from '../messages.ts';
import type { Server } from '../server.ts';
import { annotationsRound } from '../views/atCursor.ts';
import { show } from '../views/show.ts';
import { readArgument } from './argument.ts';
import { findSeed, type Target } from './target.ts';
import { quoted } from './words.ts';

/**
 * "Show Relations": the other ends of the relations of the annotation at the cursor, in a peek. An argument `{ ids, uri? }`
 * names the annotation.
 */
export async function showRelations(server: Server, argument: unknown): Promise<void> {
  const { uri, ids } = readArgument(argument);
  const target = await findSeed(uri);
  if (target === undefined) return;
  const params: OverviewParams = { uri: target.document.uri.toString() };
  const overview = await server.request<Overview>(overviewRequest, params);
  const asked = ids
    ? overview.annotations.filter(({ id }) => ids.includes(id))
    : annotationsRound(overview.annotations, positionOf(target));
  const [first] = asked;
  if (first === undefined) {
    return tell({ problem: ids ? 'That annotation is no longer there.' : 'There is no annotation at the cursor.' });
  }
  // Of nested annotations the innermost one that is related to anything.
  const related = asked.find(({ id }) => otherEnds(overview, id).length > 0);
  if (related === undefined) return inform(`${quoted(first.quote)} is not related to anything.`);
  await peek(target.document, related, placesOf(overview, otherEnds(overview, related.id)));
}

/** Ids of the annotations at the other ends, each once. */
function otherEnds({ relations }: Overview, id: string): readonly string[] {
  const ends = relations.flatMap(({ from, to }) => (from === id ? [to] : to === id ? [from] : []));
  return [...new Set(ends)];
}

function placesOf({ annotations }: Overview, ids: readonly string[]): readonly ProtocolRange[] {
  return annotations.filter(({ id }) => ids.includes(id)).flatMap(({ ranges }) => ranges.slice(0, 1));
}

async function peek(
  { uri }: TextDocument,
  { quote, ranges: [here] }: AnnotationInfo,
  places: readonly ProtocolRange[],
): Promise<void> {
  if (places.length === 0) {
    return tell({ problem: `What ${quoted(quote)} is related to has lost its place.` });
  }
  // An annotation without a place is looked at from where its relations lead.
  const from = here ?? places[0];
  if (from) await show(uri, [from], { preserveFocus: false });
  const position = new Position(from?.start.line ?? 0, from?.start.character ?? 0);
  const locations = places.map(
    ({ start, end }) => new Location(uri, new Range(start.line, start.character, end.line, end.character)),
  );
  await commands.executeCommand('editor.action.peekLocations', uri, position, locations, 'peek');
}

function positionOf({ selections: [selection] }: Target): ProtocolRange['end'] {
  return selection?.start ?? { line: 0, character: 0 };
}
