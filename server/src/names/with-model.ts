import { overlapsOne, type Span } from '../text/span.ts';
import { merge } from './merge.ts';
import type { ModelMention } from './model/recognizer.ts';
import { isShown } from './model/shown.ts';
import { isNever } from './recognize.ts';
import type { Mention, NameContext } from './types.ts';

/**
 * What facts, rules and lists say of a text, and what the model finds besides. The model knows the words around a name and
 * lists do not: where it sees a longer one ("Bank of China"), the name of a list is part of it. Of all else that they
 * disagree about, lists go before the model.
 */
export function withModel(
  text: string,
  known: readonly Mention[],
  model: readonly ModelMention[],
  context: NameContext,
): Mention[] {
  const found: Mention[] = [];
  for (const { start, end, kind, score } of model)
    if (isShown({ kind, score }, context.thresholds) && !isNever(text.slice(start, end), context))
      found.push({ start, end, type: kind, evidence: 'model', score });
  if (found.length === 0) return [...known];
  const kept = known.filter((mention) => mention.evidence !== 'list' || !found.some((one) => isWithin(mention, one)));
  return merge(
    kept,
    found.filter((one) => !overlapsOne(kept, one)),
  );
}

/** Part of the other, and not all of it. */
function isWithin(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end && outer.end - outer.start > inner.end - inner.start;
}
