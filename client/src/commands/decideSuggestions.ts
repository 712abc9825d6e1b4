import type { Range, Suggestion, Suggestions, SuggestionsParams } from '../../../server/src/protocol.ts';
import { suggestionsRequest } from '../../../server/src/protocol.ts';
import { announce } from '../announce.ts';
import { tell, wayOut } from '../messages.ts';
import { comparePositions } from '../positions.ts';
import { targetOf } from '../review/session.ts';
import { type ChangeNeeds, changeAll } from './acted.ts';
import { readGroup } from './annotationArgument.ts';
import { readArgument } from './argument.ts';
import { findTarget } from './target.ts';
import { count, quoted } from './words.ts';

/**
 * "Accept Suggestion" and "Reject Suggestion": those that the selections touch. An argument `{ group, uri? }` means all
 * of one entity, `{ ranges, uri? }` those at places.
 */
export async function decideSuggestions(
  needs: ChangeNeeds,
  argument: unknown,
  status: 'confirmed' | 'rejected',
): Promise<void> {
  const { uri, ranges } = readArgument(argument);
  const group = readGroup(argument);
  const target = await findTarget(uri);
  if (target === undefined) return;
  const { document } = target;
  const [at] = ranges ?? target.selections;
  const params: SuggestionsParams = { uri: document.uri.toString(), ...(at === undefined ? {} : { around: at.start }) };
  const found = await needs.server.request<Suggestions | null>(suggestionsRequest, params);
  const places = ranges ?? target.selections;
  const meant = (found?.suggestions ?? []).filter((one) =>
    group === undefined ? places.some((place) => touches(one.range, place)) : one.group === group,
  );
  if (meant.length === 0)
    return tell(
      { problem: 'There is no suggestion here that waits for a decision.' },
      wayOut('Review Suggestions', 'seedmark.review'),
    );
  const acted = { document, version: found?.version ?? document.version };
  // Of a long text not all of an entity were told.
  if (group !== undefined) {
    if (await changeAll(needs, acted, [{ group }], { status })) announce(said(meant, status, found?.more));
    return;
  }
  if (
    await changeAll(
      needs,
      acted,
      meant.map((one) => targetOf(one)),
      { status },
    )
  )
    announce(said(meant, status));
}

function said(suggestions: readonly Suggestion[], status: 'confirmed' | 'rejected', more = false): string {
  const verb = status === 'confirmed' ? 'Accepted' : 'Rejected';
  const [first, second] = suggestions;
  if (first === undefined) return '';
  if (more) return `${verb} every ${quoted(first.name)} as ${first.label}`;
  return second === undefined
    ? `${verb} ${quoted(first.text)} as ${first.label}`
    : `${verb} ${count(suggestions.length, 'suggestion')}`;
}

function touches(a: Range, b: Range): boolean {
  return comparePositions(a.end, b.start) >= 0 && comparePositions(b.end, a.start) >= 0;
}
