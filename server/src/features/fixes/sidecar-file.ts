import type { Relation } from '../../annotations/types.ts';
import { addId, exchange, removeAttribute, removeEntry, removeKey, replaceText } from '../../edits/mend-sidecar.ts';
import type { Finding } from '../../workspace/findings.ts';
import { nearest } from '../../workspace/sidecar-problems.ts';
import type { YamlSnapshot } from '../../workspace/snapshot.ts';
import type { YamlFix, YamlFixes, YamlFixInput } from './yaml-fix.ts';

/** Quick fixes for what is found in a sidecar. */
export const SIDECAR_FIXES: YamlFixes = {
  'sidecar-entry': giveMissingId,
  'duplicate-id': giveFreshId,
  'misplaced-quote': writePosition,
  'unknown-type': nameKnownType,
  'unknown-entity': mendEntity,
  'unknown-attribute': mendAttribute,
  'relation-end': ({ text, finding }) => [{ title: 'Remove this relation', edits: removeEntry(text, finding.span) }],
  'relation-type': mendRelation,
};

function giveMissingId({ text, finding, freshId }: YamlFixInput): YamlFix[] {
  if (finding.data?.missing !== 'id') return [];
  return [{ title: 'Give this entry an id', edits: addId(text, finding.span, freshId()), preferred: true }];
}

function giveFreshId({ text, finding, freshId }: YamlFixInput): YamlFix[] {
  return [
    {
      title: 'Give this entry a fresh id',
      edits: replaceText(text, finding.span, freshId()),
      preferred: true,
    },
    { title: 'Remove this entry', edits: removeEntry(text, finding.span) },
  ];
}

function writePosition({ text, finding }: YamlFixInput): YamlFix[] {
  const { at } = finding.data ?? {};
  if (at === undefined) return [{ title: 'Remove this annotation', edits: removeEntry(text, finding.span) }];
  // A number stays one, without quotes.
  const edits = [{ ...finding.span, newText: at }];
  return [{ title: `Write the position ${at}, where the quote stands`, edits, preferred: true }];
}

function nameKnownType({ snapshot, text, finding }: YamlFixInput): YamlFix[] {
  const near = nearest(finding.data?.type ?? '', snapshot.project.types);
  return near === undefined ? [] : [changeTo(text, finding, near)];
}

function mendEntity({ text, finding }: YamlFixInput): YamlFix[] {
  const { replacement } = finding.data ?? {};
  return [
    ...(replacement === undefined ? [] : [changeTo(text, finding, replacement)]),
    { title: 'Remove the link to this entity', edits: removeKey(text, finding.span, 'entity') },
  ];
}

function mendAttribute({ text, finding }: YamlFixInput): YamlFix[] {
  const { name = '', replacement } = finding.data ?? {};
  return [
    ...(replacement === undefined ? [] : [changeTo(text, finding, replacement)]),
    { title: 'Remove this attribute', edits: removeAttribute(text, finding.span, name) },
  ];
}

function mendRelation({ snapshot, text, finding }: YamlFixInput): YamlFix[] {
  const { replacement } = finding.data ?? {};
  const { start } = finding.span;
  const relation = snapshot.relations.find(({ span }) => span.start <= start && start <= span.end);
  return [
    ...(replacement === undefined ? [] : [changeTo(text, finding, replacement)]),
    ...(relation !== undefined && finding.data?.end !== undefined && fitsExchanged(snapshot, relation)
      ? [{ title: 'Exchange the two ends', edits: exchange(text, relation.fromSpan, relation.toSpan), preferred: true }]
      : []),
    { title: 'Remove this relation', edits: removeEntry(text, finding.span) },
  ];
}

/** Whether the project allows a relation the other way round. */
function fitsExchanged({ annotations, project }: YamlSnapshot, { type, from, to }: Relation): boolean {
  const known = project.relations.find(({ id }) => id === type);
  const typeOf = (id: string) => annotations.find((annotation) => annotation.id === id)?.type;
  const [first, second] = [typeOf(to), typeOf(from)];
  if (known === undefined || first === undefined || second === undefined) return false;
  return known.from?.includes(first) !== false && known.to?.includes(second) !== false;
}

function changeTo(text: string, { span }: Finding, value: string): YamlFix {
  return { title: `Change to “${value}”`, edits: replaceText(text, span, value), preferred: true };
}
