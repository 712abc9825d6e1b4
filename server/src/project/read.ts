import type { Problem } from '../text/problem.ts';
import { shorten } from '../text/shorten.ts';
import { distance } from '../text/similar.ts';
import type { Span } from '../text/span.ts';
import { readYaml, type YamlMap, type YamlNode } from '../yaml/read.ts';
import { describeNode, isNothing, mapOf, nodeAt, type Reading, stringOf, stringsOf } from '../yaml/values.ts';
import { readAttributes } from './attributes.ts';
import { BUILT_IN_TYPES, COLORS, RECOMMENDED_METADATA, REQUIRED_METADATA } from './defaults.ts';
import { labelOfId } from './labels.ts';
import { readRelationTypes } from './relations.ts';
import { FINDINGS, SEVERITIES } from './severities.ts';
import { readThresholds } from './thresholds.ts';
import type { EntityType, Project, Severity, TypeAttribute } from './types.ts';

/** Reads `seedmark.yaml`; every key is optional, and what cannot be used leaves the default. Never throws. */
export function readProject(text: string | undefined): { project: Project; problems: Problem[] } {
  const file = readYaml(text ?? '');
  const problems = [...file.problems];
  const reading: Reading = { problems, code: 'yaml-shape' };
  const root = mapOf(file.root, 'the whole of seedmark.yaml', reading);
  const get = (key: string) => (root ? nodeAt(root, key) : undefined);
  const strings = (key: string) =>
    (stringsOf(get(key), `the key "${key}"`, reading) ?? []).filter((entry) => entry !== '');
  const types = readTypes(get('types'), reading);
  const project: Project = {
    seeds: strings('seeds'),
    types,
    relations: readRelationTypes(get('relations'), types, reading),
    ...readMetadata(get('metadata'), reading),
    severities: readSeverities(get('severities'), reading),
    sources: strings('sources'),
    never: strings('never'),
    thresholds: readThresholds(get('thresholds'), types, reading),
  };
  problems.sort((a, b) => a.span.start - b.span.start);
  return { project, problems };
}

function readMetadata(node: YamlNode | undefined, reading: Reading): { required: string[]; recommended: string[] } {
  const map = mapOf(node, 'the key "metadata"', reading);
  const fields = (key: string) => {
    const value = map && nodeAt(map, key);
    if (value === undefined) return undefined;
    // "required:" with nothing behind it asks for nothing.
    if (isNothing(value)) return [];
    const names = stringsOf(value, `the key "${key}"`, reading)?.map((name) => name.trim().toLowerCase());
    return names && [...new Set(names.filter((name) => name !== ''))];
  };
  const required = fields('required') ?? [...REQUIRED_METADATA];
  const recommended = (fields('recommended') ?? RECOMMENDED_METADATA).filter((name) => !required.includes(name));
  return { required, recommended };
}

function readSeverities(node: YamlNode | undefined, reading: Reading): Record<string, Severity> {
  // Without a prototype, so that a code named "constructor" is one that is not there.
  const severities: Record<string, Severity> = Object.create(null);
  for (const [code, finding] of Object.entries(FINDINGS)) severities[code] = finding.severity;
  for (const { key, keySpan, value } of mapOf(node, 'the key "severities"', reading)?.pairs ?? []) {
    if (severities[key] === undefined) {
      const near = Object.keys(FINDINGS).find((code) => distance(key.toLowerCase(), code, 3) <= 3);
      const hint = near === undefined ? 'docs/findings lists them all.' : `did you mean "${near}"?`;
      const message = `There is no finding "${shorten(key, 40)}"; ${hint} Correct or remove this line.`;
      reading.problems.push(shape(keySpan, message));
      continue;
    }
    const name = stringOf(value, `the severity of "${key}"`, reading);
    const severity = SEVERITIES.find((known) => known === name?.toLowerCase());
    if (severity !== undefined) severities[key] = severity;
    else if (name !== undefined) {
      reading.problems.push(
        shape(value.span, `"${shorten(name, 40)}" is no severity. Write one of ${SEVERITIES.join(', ')}.`),
      );
    }
  }
  return severities;
}

interface TypeEntry {
  readonly id: string;
  readonly span: Span;
  readonly label: string | undefined;
  readonly key: string | undefined;
  readonly keySpan: Span | undefined;
  readonly description: string | undefined;
  readonly color: string | undefined;
  readonly attributes: readonly TypeAttribute[] | undefined;
}

/** The built-in types, changed and followed by those of the project. */
function readTypes(node: YamlNode | undefined, reading: Reading): EntityType[] {
  const entries = new Map<string, TypeEntry>();
  for (const entry of typeEntries(node, reading)) {
    if (entries.has(entry.id)) {
      reading.problems.push(
        shape(entry.span, `The type "${shorten(entry.id, 40)}" stands above, too; that one counts. Remove one.`),
      );
    } else entries.set(entry.id, entry);
  }
  const keys = giveKeys(entries, reading);
  const types = BUILT_IN_TYPES.map((type): EntityType => {
    const entry = entries.get(type.id);
    if (entry === undefined) return { ...type, key: keys.get(type.id) ?? type.key };
    return {
      id: type.id,
      label: entry.label ?? type.label,
      key: keys.get(type.id) ?? type.key,
      description: entry.description ?? type.description,
      color: entry.color ?? type.color,
      attributes: entry.attributes ?? type.attributes,
      closed: entry.attributes !== undefined,
    };
  });
  const taken = new Set([...entries.values()].map((entry) => entry.color));
  const free = COLORS.filter((color) => color.startsWith('custom') && !taken.has(color));
  let next = 0;
  for (const entry of entries.values()) {
    if (BUILT_IN_TYPES.some((type) => type.id === entry.id)) continue;
    const { id, description = '', attributes = [] } = entry;
    const [label, key] = [entry.label ?? labelOfId(id), keys.get(id) ?? ''];
    // With more types than colours the colours come round again.
    const color = entry.color ?? free[next++ % Math.max(1, free.length)] ?? 'custom1';
    types.push({ id, label, key, description, color, attributes, closed: entry.attributes !== undefined });
  }
  return types;
}

function* typeEntries(node: YamlNode | undefined, reading: Reading): Generator<TypeEntry> {
  if (node === undefined || isNothing(node)) return;
  if (node.kind === 'scalar') {
    const message = `Here stands ${describeNode(node)}, but the key "types" should be a list. Write one type a line, each after "- ".`;
    reading.problems.push(shape(node.span, message));
    return;
  }
  if (node.kind === 'map') {
    for (const { key, keySpan, value } of node.pairs) {
      const entry = typeEntry(key, keySpan, value, reading);
      if (entry) yield entry;
    }
    return;
  }
  for (const { value } of node.items) {
    if (value.kind === 'scalar') {
      const entry = typeEntry(value.value, value.span, undefined, reading);
      if (entry) yield entry;
      continue;
    }
    const id = value.kind === 'map' ? nodeAt(value, 'id') : undefined;
    const entry = typeEntry(stringOf(id, 'the id of a type', reading) ?? '', id?.span ?? value.span, value, reading);
    if (entry) yield entry;
  }
}

function typeEntry(id: string, span: Span, node: YamlNode | undefined, reading: Reading): TypeEntry | undefined {
  if (!/^[\p{L}][\p{L}\p{N}_-]*$/u.test(id)) {
    const message = `A type needs an "id" that begins with a letter and has letters, digits and hyphens only${id === '' ? '' : `; "${shorten(id, 40)}" has not`}. Correct it.`;
    reading.problems.push(shape(span, message));
    return undefined;
  }
  const nothing = {
    ...{ label: undefined, key: undefined, keySpan: undefined, description: undefined, color: undefined },
    attributes: undefined,
  };
  // "types: { vessel: Ship }" names the label.
  if (node?.kind === 'scalar') return { ...nothing, id, span, label: node.value || undefined };
  const map = mapOf(node, `the type "${id}"`, reading);
  if (map === undefined) return { ...nothing, id, span };
  const get = (name: string) =>
    stringOf(nodeAt(map, name), `the key "${name}" of the type "${id}"`, reading) || undefined;
  return {
    id,
    span,
    label: get('label'),
    key: checkKey(get('key'), map, reading),
    keySpan: nodeAt(map, 'key')?.span,
    description: get('description'),
    color: checkColor(get('color') ?? get('colour'), map, reading),
    attributes: readAttributes(nodeAt(map, 'attributes'), id, reading),
  };
}

function checkKey(key: string | undefined, map: YamlMap, reading: Reading): string | undefined {
  if (key === undefined || /^[a-z]$/.test(key)) return key;
  if (/^[A-Z]$/.test(key)) return key.toLowerCase();
  const span = nodeAt(map, 'key')?.span ?? map.span;
  reading.problems.push(
    shape(span, `A type's key is one letter from a to z; "${shorten(key, 40)}" is not. Write one letter.`),
  );
  return undefined;
}

function checkColor(color: string | undefined, map: YamlMap, reading: Reading): string | undefined {
  if (color === undefined || COLORS.includes(color)) return color;
  const span = (nodeAt(map, 'color') ?? nodeAt(map, 'colour'))?.span ?? map.span;
  const message = `There is no colour "${shorten(color, 40)}". Write custom1 to custom6 or the id of a built-in type; what it looks like is set in the editor's settings.`;
  reading.problems.push(shape(span, message));
  return undefined;
}

/** A letter for every type: those asked for first, then those that built-in types have, then what is left. */
function giveKeys(entries: ReadonlyMap<string, TypeEntry>, reading: Reading): Map<string, string> {
  const keys = new Map<string, string>();
  const owners = new Map<string, string>();
  const give = (id: string, key: string) => {
    keys.set(id, key);
    owners.set(key, id);
  };
  for (const { id, key, keySpan, span } of entries.values()) {
    if (key === undefined) continue;
    const owner = owners.get(key);
    if (owner === undefined) give(id, key);
    else {
      const message = `The key "${key}" belongs to the type "${owner}" already. Write another letter.`;
      reading.problems.push(shape(keySpan ?? span, message));
    }
  }
  for (const { id, key } of BUILT_IN_TYPES) {
    if (keys.has(id)) continue;
    const owner = owners.get(key);
    if (owner === undefined) {
      give(id, key);
      continue;
    }
    const taker = entries.get(owner);
    if (taker) {
      const message = `The key "${key}" is that of the built-in type "${id}", which gets another letter. Write another one here, or give "${id}" a key of its own under "types".`;
      reading.problems.push(shape(taker.keySpan ?? taker.span, message));
    }
  }
  const all = [...BUILT_IN_TYPES.map(({ id }) => id), ...entries.keys()];
  for (const id of all) {
    if (keys.has(id)) continue;
    const letters = [...id.toLowerCase(), ...'abcdefghijklmnopqrstuvwxyz'];
    const free = letters.find((letter) => /[a-z]/.test(letter) && !owners.has(letter));
    if (free !== undefined) give(id, free);
  }
  return keys;
}

function shape(span: Span, message: string): Problem {
  return { code: 'yaml-shape', span, message };
}
