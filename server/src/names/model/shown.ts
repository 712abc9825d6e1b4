import type { Kind } from './labels.ts';
import type { ModelMention } from './recognizer.ts';

/**
 * The score from which a mention is worth showing. For persons, organisations and places the balance of what is missed
 * and what is wrong is best at about this; groups and works need more to be right four times in five; products are not,
 * at any score, and `other` only keeps names out of the other kinds.
 */
const LEAST: Readonly<Record<Kind, number>> = {
  person: 0.35,
  organization: 0.35,
  place: 0.45,
  group: 0.65,
  event: 0.4,
  work: 0.65,
  product: Number.POSITIVE_INFINITY,
  other: Number.POSITIVE_INFINITY,
};

/**
 * Whether a mention is shown.
 *
 * @param thresholds the scores from which the user wants to see names, by type, `default` for those not named. Where
 * nobody has chosen one, the best one is taken.
 */
export function isShown(
  { kind, score }: Pick<ModelMention, 'kind' | 'score'>,
  thresholds?: ReadonlyMap<string, number>,
): boolean {
  const chosen = thresholds?.get(kind) ?? (LEAST[kind] <= 1 ? thresholds?.get(DEFAULT) : undefined);
  return kind !== 'other' && score >= (chosen ?? LEAST[kind]);
}

/** Stands for all types that are shown at all. */
export const DEFAULT = 'default';
