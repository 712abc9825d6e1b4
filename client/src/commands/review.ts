import { type ReviewNeeds, review as start } from '../review/reviewer.ts';
import { readArgument } from './argument.ts';
import { findTarget } from './target.ts';

/** "Review Suggestions": one key a decision. An argument `{ ranges, uri? }` says where it begins. */
export async function review(needs: ReviewNeeds, argument: unknown): Promise<void> {
  const { uri, ranges } = readArgument(argument);
  const target = await findTarget(uri);
  if (target !== undefined) await start(needs, target.document, ranges?.[0]);
}
