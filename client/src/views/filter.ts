import type { AnnotationInfo } from '../../../server/src/protocol.ts';

/** Whether an annotation has all words of a filter in what its row and its tooltip say of it. */
export function passes(annotation: AnnotationInfo, filter: string): boolean {
  const words = wordsOf(filter);
  if (words.length === 0) return true;
  const { label, type, status, quote, entity = '', entityName = '', note = '', by = [], attributes = {} } = annotation;
  const place = annotation.ranges.length === 0 ? 'orphan orphaned without a place' : '';
  const said = [
    label,
    type,
    status,
    place,
    quote,
    entity,
    entityName,
    note,
    ...by,
    ...Object.entries(attributes).flat(),
  ];
  const text = said.join('\n').toLowerCase();
  return words.every((word) => text.includes(word));
}

function wordsOf(filter: string): readonly string[] {
  return filter
    .toLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== '');
}
