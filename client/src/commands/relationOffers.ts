import type { AnnotationInfo, RelationChoice } from '../../../server/src/protocol.ts';

/** A relation in one direction, and the annotations that it may lead to or come from. */
export interface RelationOffer {
  readonly id: string;
  readonly label: string;
  /** It begins at the annotation that it is offered for. */
  readonly outward: boolean;
  readonly others: readonly AnnotationInfo[];
  /** All others, whatever the relation allows. */
  readonly all: readonly AnnotationInfo[];
}

/** The relations that an annotation may have with others, those that begin in it first; without those that nothing fits. */
export function offeredRelations(
  choices: readonly RelationChoice[],
  { id, type }: AnnotationInfo,
  annotations: readonly AnnotationInfo[],
): readonly RelationOffer[] {
  const all = annotations.filter((other) => other.id !== id);
  const offers = (outward: boolean) =>
    choices.flatMap((choice): RelationOffer[] => {
      const [own, other] = outward ? [choice.from, choice.to] : [choice.to, choice.from];
      if (own !== undefined && !own.includes(type)) return [];
      const others = all.filter((annotation) => other === undefined || other.includes(annotation.type));
      return others.length === 0 ? [] : [{ id: choice.id, label: choice.label, outward, others, all }];
    });
  return [...offers(true), ...offers(false)];
}
