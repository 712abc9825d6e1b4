import { overlapsOne, type Span } from '../text/span.ts';
import { merge } from './merge.ts';
import type { ModelMention } from './model/recognizer.ts';
import { isShown } from './model/shown.ts';
import { isNever } from './recognize.ts';
import { trimName } from './titles.ts';
import type { Mention, NameContext } from './types.ts';

/**
 * What facts, rules and lists say of a text, and what the model finds besides. Facts and rules go before the model; lists
 * speak where it says nothing, not even something doubtful: they are among its features, and it knows the words around a
 * name, too ("Latin", "Turkey", "Paris Hilton").
 *
 * @param none where no names are, however they look: "Follow us on", "All Rights Reserved".
 */
export function withModel(
  text: string,
  known: readonly Mention[],
  model: readonly ModelMention[],
  none: readonly Span[],
  context: NameContext,
): Mention[] {
  const kept = known.filter((mention) => mention.evidence !== 'list' || !overlapsOne(model, mention));
  const found: Mention[] = [];
  for (const mention of model) {
    const { kind, score } = mention;
    if (!isShown(mention, context.thresholds) || overlapsOne(none, mention)) continue;
    const { start, end } = trimName(text, mention, kind);
    if (isNever(text.slice(start, end), context) || overlapsOne(kept, { start, end })) continue;
    found.push({ start, end, type: kind, evidence: 'model', score });
  }
  return merge(kept, found);
}
