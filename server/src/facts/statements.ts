import type { Span } from '../text/span.ts';
import type { YamlMap } from '../yaml/read.ts';
import { describeNode, isNothing, listOf, nodeAt, type Reading, stringOf } from '../yaml/values.ts';
import type { EntityRelation, Fact, Grounds, SpansOf } from './types.ts';

/** The list under `facts:` of an entry; a fact that is not complete is left out and reported. */
export function readFactList(node: YamlMap, reading: Reading): Fact[] {
  const facts: Fact[] = [];
  for (const entry of listOf(nodeAt(node, 'facts'), 'the key "facts"', reading) ?? []) {
    if (entry.kind !== 'map') {
      const message = `This fact is ${describeNode(entry)}. Write "what:" and "value:", for example "- what: founded" and "value: 1998" below it.`;
      report(entry.span, message, reading);
      continue;
    }
    const [what, value] = [textAt(entry, 'what', reading), textAt(entry, 'value', reading)];
    const grounds = readGrounds(entry, reading);
    if (what === undefined || value === undefined) {
      const message = `This fact has no "${what === undefined ? 'what' : 'value'}" and is left out. Add it.`;
      report(headOf(entry), message, reading);
      continue;
    }
    facts.push({ what, value, ...grounds, span: entry.span, spans: spansOf(entry, ['what', 'value']) });
  }
  return facts;
}

/** The list under `relations:` of an entry; a relation that is not complete is left out and reported. */
export function readEntityRelations(node: YamlMap, reading: Reading): EntityRelation[] {
  const relations: EntityRelation[] = [];
  for (const entry of listOf(nodeAt(node, 'relations'), 'the key "relations"', reading) ?? []) {
    if (isNothing(entry)) continue;
    if (entry.kind !== 'map') {
      const message = `This relation is ${describeNode(entry)}. Write "type:" and "entity:", for example "- type: owns" and "entity: " with the id of the other entity below it.`;
      report(entry.span, message, reading);
      continue;
    }
    const [type, entity] = [textAt(entry, 'type', reading), textAt(entry, 'entity', reading)];
    const grounds = readGrounds(entry, reading);
    if (type === undefined || entity === undefined) {
      report(headOf(entry), type === undefined ? WITHOUT_TYPE : withoutEntity(grounds), reading);
      continue;
    }
    relations.push({ type, entity, ...grounds, span: entry.span, spans: spansOf(entry, ['type', 'entity']) });
  }
  return relations;
}

const WITHOUT_TYPE = 'This relation has no "type" and is left out. Add it, such as "type: owns".';

function withoutEntity({ to }: Grounds): string {
  const advice =
    to !== undefined && !/^\d/.test(to)
      ? '; "to" is the date until which it holds. Write "entity" instead'
      : '. Add it';
  return `This relation has no "entity", the id of the one that it leads to, and is left out${advice}.`;
}

function readGrounds(entry: YamlMap, reading: Reading): Grounds {
  const [on, from] = [textAt(entry, 'on', reading), textAt(entry, 'from', reading)];
  return { on, from, to: textAt(entry, 'to', reading), source: textAt(entry, 'source', reading) };
}

function spansOf<Required extends string>(entry: YamlMap, required: readonly Required[]): SpansOf<Required> {
  const spans: Record<string, Span> = {};
  for (const key of [...required, 'on', 'from', 'to', 'source']) {
    const value = nodeAt(entry, key);
    if (value !== undefined && !isNothing(value)) spans[key] = value.span;
  }
  return spans as SpansOf<Required>;
}

function textAt(entry: YamlMap, key: string, reading: Reading): string | undefined {
  return stringOf(nodeAt(entry, key), `the key "${key}"`, reading) || undefined;
}

/** Where an entry begins, which says enough of a long one. */
function headOf(entry: YamlMap): Span {
  return entry.pairs[0]?.keySpan ?? entry.span;
}

function report(span: Span, message: string, { problems, code }: Reading): void {
  problems.push({ code, span, message });
}
