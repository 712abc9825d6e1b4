import { overlapsOne } from '../text/span.ts';
import { merge } from './merge.ts';
import type { ModelMention } from './model/recognizer.ts';
import { isShown } from './model/shown.ts';
import { isNever } from './recognize.ts';
import type { Mention, NameContext } from './types.ts';

/**
 * What facts, rules and lists say of a text, and what the model finds besides. Facts and rules go before the model; lists
 * speak where it says nothing, not even something doubtful: they are among its features, and it knows the words around a
 * name, too ("Latin", "Turkey", "Paris Hilton").
 */
export function withModel(
  text: string,
  known: readonly Mention[],
  model: readonly ModelMention[],
  context: NameContext,
): Mention[] {
  const kept = known.filter((mention) => mention.evidence !== 'list' || !overlapsOne(model, mention));
  const found: Mention[] = [];
  for (const { start, end, kind, score } of model) {
    if (!isShown({ kind, score }, context.thresholds) || isNever(text.slice(start, end), context)) continue;
    if (!overlapsOne(kept, { start, end })) found.push({ start, end, type: kind, evidence: 'model', score });
  }
  return merge(kept, found);
}
