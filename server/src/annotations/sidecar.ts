import type { TextEdit } from '../text/edit.ts';
import type { Problem } from '../text/problem.ts';
import type { Span } from '../text/span.ts';
import { recoverEntries } from '../yaml/entries.ts';
import type { YamlFile, YamlMap, YamlNode, YamlSeq } from '../yaml/read.ts';
import {
  describeNode,
  isNothing,
  listOf,
  mapOf,
  nodeAt,
  numberOf,
  type Reading,
  stringOf,
  stringsOf,
} from '../yaml/values.ts';
import { readAccepted, recoverAccepted } from './accepted.ts';
import { EntryReader } from './entry-reader.ts';
import { Readings } from './readings.ts';
import { readRelations, recoverRelations } from './relations.ts';
import type { Annotation, AnnotationStatus, AttributeSpans, Relation, Sidecar } from './types.ts';

/** The newest form of the file that this program reads and writes: its key `seedmark`. */
export const SIDECAR_VERSION = '1';

/** A sidecar with the nodes that an edit splices at. */
export interface SidecarTree {
  readonly sidecar: Sidecar;
  readonly problems: readonly Problem[];
  /** Undefined where the file says nothing yet, or is damaged. */
  readonly root: YamlMap | undefined;
  readonly list: YamlSeq | undefined;
  /** Number of the list item that an annotation stands in. */
  readonly itemOf: ReadonlyMap<Annotation, number>;
}

/** Reads a sidecar, entry by entry: what is wrong with one does not touch the others. Never throws. */
export function readSidecar(text: string): { sidecar: Sidecar; problems: readonly Problem[] } {
  const { sidecar, problems } = readSidecarTree(text);
  return { sidecar, problems };
}

export function readSidecarTree(text: string): SidecarTree {
  return readings.read(text);
}

/** {@link readSidecarTree} of a text as it is after edits. */
export function readEditedSidecar(text: string, edits: readonly TextEdit[]): SidecarTree {
  return readings.readAfter(text, edits);
}

/** What a sidecar says by its YAML. */
export function sidecarTree(text: string, file: YamlFile): SidecarTree {
  if (file.broken) return recovered(text, file.problems);
  const problems = [...file.problems];
  const { root } = file;
  if (root === undefined) return tree({ text: undefined, annotations: [], relations: [], accepted: [] }, problems);
  if (root.kind !== 'map') {
    const message = `This file begins with ${describeNode(root)}; an annotations file has the keys "seedmark", "text" and "annotations". Put the entries under "annotations:".`;
    problems.push({ code: 'yaml-shape', span: root.span, message });
    return tree({ text: undefined, annotations: [], relations: [], accepted: [], damaged: true }, problems);
  }
  const shape: Reading = { problems, code: 'yaml-shape' };
  const textId = stringOf(nodeAt(root, 'text'), 'the key "text"', shape);
  let damaged = problems.some((problem) => problem.code === 'yaml-shape') || !isKnownVersion(root, problems);
  const lists = root.pairs.filter((pair) => pair.key === 'annotations');
  // Two lists come from a merge: both are read, none is written.
  for (const { keySpan } of lists.slice(1)) {
    const at = problems.findIndex(({ span }) => span.start === keySpan.start);
    const message =
      'A second list of annotations begins here; both are read. Remove this line, so that they become one list.';
    problems.splice(at, at === -1 ? 0 : 1, { code: 'yaml-syntax', span: keySpan, message });
  }
  if (lists.length > 1 || root.pairs.filter((pair) => pair.key === 'text').length > 1) damaged = true;
  const annotations: Annotation[] = [];
  const itemOf = new Map<Annotation, number>();
  let list: YamlSeq | undefined;
  for (const { value } of lists) {
    if (value.kind !== 'seq') {
      if (!isNothing(value)) damaged = true;
      listOf(value, 'the key "annotations"', shape);
      continue;
    }
    list ??= value;
    for (const [index, item] of value.items.entries()) {
      const annotation = annotationEntries.read(item, index, problems);
      if (annotation === undefined) continue;
      annotations.push(annotation);
      itemOf.set(annotation, index);
    }
  }
  const relations = readRelations(root, { problems, code: 'sidecar-entry' });
  problems.push(...repeatedIds(annotations, relations));
  const accepted = readAccepted(root, { problems, code: 'sidecar-entry' });
  problems.sort((a, b) => a.span.start - b.span.start);
  const sidecar: Sidecar = { text: textId, annotations, relations, accepted, ...(damaged ? { damaged } : {}) };
  return { ...tree(sidecar, problems), root, list, itemOf };
}

const readings = new Readings(sidecarTree);

function tree(sidecar: Sidecar, problems: readonly Problem[]): SidecarTree {
  return { sidecar, problems, root: undefined, list: undefined, itemOf: new Map() };
}

function isKnownVersion(root: YamlMap, problems: Problem[]): boolean {
  const node = nodeAt(root, 'seedmark');
  if (isNothing(node) || node === undefined) return true;
  if (node.kind === 'scalar' && node.value === SIDECAR_VERSION) return true;
  const message = `“seedmark:” says which version of the format this file has. Here it is ${describeNode(node)}; this program knows version ${SIDECAR_VERSION} and will not write into a file of another. Update Seedmark, or correct the number.`;
  problems.push({ code: 'yaml-shape', span: node.span, message });
  return false;
}

function recovered(text: string, broken: readonly Problem[]): SidecarTree {
  const { entries, problems } = recoverEntries(
    text,
    'annotations',
    ['seedmark', 'text', 'relations', 'accepted'],
    broken,
  );
  const annotations: Annotation[] = [];
  const ids = new Set<string>();
  for (const [index, { node }] of entries.entries()) {
    const annotation = readEntry(node, index, problems);
    // The two sides of a merge often hold the same entry; one is enough while the file waits for repair.
    if (annotation === undefined || ids.has(annotation.id)) continue;
    ids.add(annotation.id);
    annotations.push(annotation);
  }
  const textIds = [...text.matchAll(/^text:[ \t]+["']?([\w-]+)["']?[ \t]*(?:#.*)?\r?$/gm)].map((match) => match[1]);
  const textId = new Set(textIds).size === 1 ? textIds[0] : undefined;
  problems.sort((a, b) => a.span.start - b.span.start);
  const [relations, accepted] = [recoverRelations(text), recoverAccepted(text)];
  return tree({ text: textId, annotations, relations, accepted, damaged: true }, problems);
}

/** Ids that an entry above has, too: of all entries, since other programs know annotations and relations by them. */
function repeatedIds(annotations: readonly Annotation[], relations: readonly Relation[]): Problem[] {
  const seen = new Set<string>();
  return [...annotations, ...relations].flatMap(({ id, idSpan }) => {
    if (idSpan === undefined) return [];
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    const message = `The id “${id}” stands at an entry above, too. Give one of the two another id, or remove one.`;
    return [{ code: 'duplicate-id', span: idSpan, message, data: { id } }];
  });
}

/** One entry; undefined with a problem where it cannot be used at all. */
function readEntry(node: YamlNode, index: number, problems: Problem[]): Annotation | undefined {
  if (node.kind !== 'map') {
    const what = node.span.start === node.span.end ? 'This entry is empty' : `This entry is ${describeNode(node)}`;
    const message = `${what}; an annotation has at least "type" and "quote". Complete or remove it.`;
    problems.push(entryProblem(node.span, message));
    return undefined;
  }
  const reading: Reading = { problems, code: 'sidecar-entry' };
  const get = (key: string) => stringOf(nodeAt(node, key), `the key "${key}"`, reading);
  const before = problems.length;
  const id = get('id') || undefined;
  const type = get('type') || undefined;
  const quote = readQuote(node, reading);
  if (type === undefined || quote === undefined) {
    // Where a value of the wrong kind was reported, saying that it is missing adds nothing.
    if (problems.length === before) problems.push(missing(node, type === undefined ? 'type' : 'quote'));
    return undefined;
  }
  if (id === undefined && problems.length === before) problems.push(missing(node, 'id'));
  const status = readStatus(node, reading);
  const entity = get('entity');
  return {
    id: id ?? `#${index + 1}`,
    type,
    quote,
    at: numberOf(nodeAt(node, 'at'), 'the key "at"', reading),
    before: get('before') ?? '',
    after: get('after') ?? '',
    entity,
    entitySpan: entity === undefined ? undefined : nodeAt(node, 'entity')?.span,
    idSpan: id === undefined ? undefined : nodeAt(node, 'id')?.span,
    typeSpan: nodeAt(node, 'type')?.span,
    quoteSpan: nodeAt(node, 'quote')?.span,
    atSpan: nodeAt(node, 'at')?.span,
    note: get('note'),
    by: stringsOf(nodeAt(node, 'by'), 'the key "by"', reading) ?? [],
    on: get('on'),
    status,
    ...(readTruth(node, 'everywhere', reading) && status === 'rejected' ? { everywhere: true } : {}),
    ...readAttributes(node, reading),
    text: get('text'),
    span: node.span,
  };
}

const annotationEntries = new EntryReader<Annotation>(readEntry);

function readQuote(node: YamlMap, reading: Reading): string[] | undefined {
  const value = nodeAt(node, 'quote');
  const parts = stringsOf(value, 'the key "quote"', reading);
  if (parts === undefined || parts.length === 0) return undefined;
  if (value?.kind === 'seq' && parts.length < value.items.length) return undefined;
  return parts.every((part) => part !== '') ? parts : undefined;
}

function readStatus(node: YamlMap, reading: Reading): AnnotationStatus {
  const value = nodeAt(node, 'status');
  const status = stringOf(value, 'the key "status"', reading);
  if (status === undefined || status === 'confirmed') return 'confirmed';
  if (status === 'suggested' || status === 'rejected') return status;
  const message = `The status "${status}" is unknown. Write confirmed, suggested or rejected; until then the annotation counts as suggested.`;
  if (value) reading.problems.push(entryProblem(value.span, message));
  return 'suggested';
}

function readTruth(node: YamlMap, key: string, reading: Reading): boolean {
  const value = nodeAt(node, key);
  const text = stringOf(value, `the key "${key}"`, reading);
  if (text === undefined || /^(?:false|no|off)$/i.test(text)) return false;
  if (/^(?:true|yes|on)$/i.test(text)) return true;
  if (value) reading.problems.push(entryProblem(value.span, `“${key}” is “${text}” here. Write true, or remove it.`));
  return false;
}

function readAttributes(node: YamlMap, reading: Reading): Pick<Annotation, 'attributes' | 'attributeSpans'> {
  const attributes = new Map<string, string>();
  const attributeSpans = new Map<string, AttributeSpans>();
  const map = mapOf(nodeAt(node, 'attributes'), 'the key "attributes"', reading);
  for (const { key, keySpan, value } of map?.pairs ?? []) {
    const text = stringOf(value, `the attribute "${key}"`, reading);
    if (text === undefined || attributes.has(key)) continue;
    attributes.set(key, text);
    attributeSpans.set(key, { name: keySpan, value: value.span });
  }
  return { attributes, attributeSpans };
}

const MISSING = {
  id: 'has no "id", so that nothing can refer to it and no command can change it. Add one: a letter and seven letters or digits.',
  type: 'has no "type" and is left out. Add one, such as "type: person".',
  quote: 'has no "quote" and is left out. Add the annotated words, such as "quote: Jane Doe".',
};

function missing(node: YamlMap, key: keyof typeof MISSING): Problem {
  const first = node.pairs[0];
  const span = first ? { start: first.keySpan.start, end: first.end } : node.span;
  return { ...entryProblem(span, `This annotation ${MISSING[key]}`), data: { missing: key } };
}

function entryProblem(span: Span, message: string): Problem {
  return { code: 'sidecar-entry', span, message };
}
