import { type ReviewNeeds, review as start } from '../review/reviewer.ts';
import { objectOf, readArgument } from './argument.ts';
import { findTarget } from './target.ts';

/** "Review Suggestions": one key a decision. An argument `{ range, uri? }` says where it begins. */
export async function review(needs: ReviewNeeds, argument: unknown): Promise<void> {
  const { uri } = readArgument(argument);
  const { ranges } = readArgument({ ranges: [objectOf(argument).range] });
  const target = await findTarget(uri);
  if (target !== undefined) await start(needs, target.document, ranges?.[0]);
}
