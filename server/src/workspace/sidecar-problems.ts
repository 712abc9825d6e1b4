import type { Annotation, PlacedAnnotation, Relation, Sidecar } from '../annotations/types.ts';
import type { EntityType, Project, TypeAttribute } from '../project/types.ts';
import { PointIndex } from '../text/codepoints.ts';
import type { Problem } from '../text/problem.ts';
import { shorten } from '../text/shorten.ts';
import { distance } from '../text/similar.ts';
import type { Span } from '../text/span.ts';

/** What is wrong with the entries of a sidecar that each can be read: against each other, the project and the seed. */

export function isKnownType(project: Project, type: string): boolean {
  return project.types.some(({ id }) => id === type);
}

export function unknownType(project: Project, type: string, span: Span): Problem {
  const known = project.types.map(({ id }) => id).join(', ');
  const near = nearest(type, project.types);
  const meant = near === undefined ? '' : ` Did you mean “${near}”?`;
  return {
    code: 'unknown-type',
    span,
    message: `The type “${shorten(type)}” is not known.${meant} Use one of ${known}, or define it under “types:” in seedmark.yaml.`,
    data: { type },
  };
}

/** Attributes that a type has not, or not with this value, where the project says which it has. */
export function attributeProblems({ annotations }: Sidecar, { types }: Project): Problem[] {
  return annotations.flatMap((annotation) => {
    const type = types.find(({ id }) => id === annotation.type);
    if (type?.closed !== true) return [];
    return [...annotation.attributes].flatMap(([name, value]) => {
      const { name: nameSpan, value: valueSpan } = annotation.attributeSpans?.get(name) ?? {};
      const known = type.attributes.find(({ id }) => id === name);
      if (known === undefined) return unknownAttribute(annotation, name, type, nameSpan ?? annotation.span);
      return known.values?.includes(value) === false ? wrongValue(value, known, valueSpan ?? annotation.span) : [];
    });
  });
}

function unknownAttribute({ attributes }: Annotation, name: string, type: EntityType, span: Span): Problem {
  const free = type.attributes.filter(({ id }) => !attributes.has(id));
  const near = nearest(name, free);
  const known = type.attributes.map(({ id }) => id).join(', ');
  const advice = known === '' ? 'It has none. Remove it' : `Use one of ${known}`;
  return {
    code: 'unknown-attribute',
    span,
    message: `By seedmark.yaml, “${shorten(type.id)}” has no attribute “${shorten(name)}”. ${advice}, or define it under “attributes:” of the type.`,
    data: near === undefined ? { name } : { name, replacement: near },
  };
}

function wrongValue(value: string, { id, values = [] }: TypeAttribute, span: Span): Problem {
  const near = nearest(
    value,
    values.map((one) => ({ id: one, label: one })),
  );
  return {
    code: 'unknown-attribute',
    span,
    message: `By seedmark.yaml, the attribute “${shorten(id)}” is never “${shorten(value)}”. Use one of ${values.map((one) => shorten(one)).join(', ')}, or add it to “values:” of the attribute.`,
    data: near === undefined ? { name: id } : { name: id, replacement: near },
  };
}

/** Relations whose ends are not there, or that the project does not know or allow. */
export function relationProblems({ annotations, relations }: Sidecar, project: Project): Problem[] {
  const byId = new Map<string, Annotation>();
  for (const annotation of annotations) if (!byId.has(annotation.id)) byId.set(annotation.id, annotation);
  return relations.flatMap((relation) => {
    const ends = [danglingEnd(relation, 'from', byId), danglingEnd(relation, 'to', byId)].filter(
      (problem) => problem !== undefined,
    );
    const known = project.relations.find(({ id }) => id === relation.type);
    if (project.relations.length === 0) return ends;
    if (known === undefined) return [...ends, unknownRelation(relation, project)];
    const [from, to] = [byId.get(relation.from), byId.get(relation.to)];
    const wrong = (['from', 'to'] as const).filter((end) => {
      const type = (end === 'from' ? from : to)?.type;
      return type !== undefined && known[end]?.includes(type) === false;
    });
    return [
      ...ends,
      ...wrong.map((end) => forbiddenEnd(relation, end, (end === 'from' ? from : to)?.type ?? '', known)),
    ];
  });
}

function danglingEnd(
  relation: Relation,
  end: 'from' | 'to',
  byId: ReadonlyMap<string, Annotation>,
): Problem | undefined {
  const id = relation[end];
  if (byId.has(id)) return undefined;
  return {
    code: 'relation-end',
    span: end === 'from' ? relation.fromSpan : relation.toSpan,
    message: `This file has no annotation with the id “${shorten(id)}”, which this relation ${end === 'from' ? 'starts from' : 'leads to'}. Correct the id, or remove the relation.`,
    data: { id },
  };
}

function unknownRelation({ type, typeSpan }: Relation, project: Project): Problem {
  const near = nearest(type, project.relations);
  const known = project.relations.map(({ id }) => id).join(', ');
  return {
    code: 'relation-type',
    span: typeSpan,
    message: `The relation “${shorten(type)}” is not known. Use one of ${known}, or define it under “relations:” in seedmark.yaml.`,
    data: near === undefined ? { type } : { type, replacement: near },
  };
}

function forbiddenEnd(
  relation: Relation,
  end: 'from' | 'to',
  type: string,
  known: Project['relations'][number],
): Problem {
  const allowed = (known[end] ?? []).join(', ');
  return {
    code: 'relation-type',
    span: end === 'from' ? relation.fromSpan : relation.toSpan,
    message: `By seedmark.yaml, “${shorten(relation.type)}” ${end === 'from' ? 'starts from' : 'leads to'} ${allowed}, but this annotation is of the type “${shorten(type)}”. Correct the relation, or the types that it allows.`,
    data: { type, end },
  };
}

/**
 * Annotations whose quote does not stand where they say. Only in the very text that their positions were taken from: in
 * any other it is in the nature of things that they have moved.
 */
export function misplacedQuotes(placed: readonly PlacedAnnotation[], text: string): Problem[] {
  const points = new PointIndex(text);
  return placed.flatMap(({ annotation, state, spans }) => {
    const { at, atSpan, quoteSpan, span } = annotation;
    if (state === 'exact' || at === undefined || annotation.text !== undefined) return [];
    const start = spans[0]?.start;
    const [where, data] =
      start === undefined
        ? ['and nowhere with its context. Correct “quote”', {}]
        : [`but at ${points.toPoints(start)}. Correct “at”`, { at: String(points.toPoints(start)) }];
    const message = `The quote “${shorten(annotation.quote.join(' … '))}” does not stand at its position ${at}, ${where}, or tag the passage again.`;
    return [{ code: 'misplaced-quote', span: (start === undefined ? quoteSpan : atSpan) ?? span, message, data }];
  });
}

/** The known id that is nearest to one that is not: a slip of a letter or two, other case, or the label. */
export function nearest(
  id: string,
  known: readonly { readonly id: string; readonly label: string }[],
): string | undefined {
  const plain = id.toLowerCase();
  const limit = plain.length < 6 ? 1 : 2;
  const same = known.find((one) => one.id.toLowerCase() === plain || one.label.toLowerCase() === plain);
  return (same ?? known.find((one) => distance(plain, one.id.toLowerCase(), limit) <= limit))?.id;
}
