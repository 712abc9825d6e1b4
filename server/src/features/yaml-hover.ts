import type { Hover } from 'vscode-languageserver-types';
import { labelOfType } from '../project/labels.ts';
import type { Position } from '../text/lines.ts';
import { keyOfEntity } from '../workspace/index/types.ts';
import type { AnnotatedSeed, KnownEntity, YamlSnapshot } from '../workspace/snapshot.ts';
import { placeAt, type YamlPlace } from '../yaml/position.ts';
import { type Form, formsAt, keyNamesOf, keysOf, type Schema } from '../yaml/schema.ts';
import { entityCard } from './cards/entity.ts';
import { typeIcon } from './cards/icons.ts';
import type { HoverOptions } from './cards/options.ts';
import type { CardSubject } from './cards/subject.ts';
import { commandLink, escapeMarkdown } from './markdown.ts';
import { passageCard } from './passage.ts';
import { type Choice, choicesOf, entityAt, fewValues, namedChoices } from './yaml-choices.ts';
import { schemaOf } from './yaml-schemas.ts';

/** Lists of allowed values and descriptions are cut behind this many characters. */
const LONGEST = 800;

/** What a key of a sidecar, facts or project file means, or what a value in it stands for. */
export function yamlHover(snapshot: YamlSnapshot, position: Position, options: HoverOptions): Hover | undefined {
  const found = placeOf(snapshot, position);
  if (found === undefined) return undefined;
  const { root, place, forms } = found;
  const card =
    place.kind === 'key' ? keyCard(snapshot, place, root, forms) : valueCard(snapshot, place, forms, options);
  if (card === undefined) return undefined;
  const { lines } = snapshot;
  const range = { start: lines.positionAt(place.span.start), end: lines.positionAt(place.span.end) };
  return { contents: { kind: 'markdown', value: card }, range };
}

function placeOf(
  snapshot: YamlSnapshot,
  position: Position,
): { readonly root: Schema; readonly place: YamlPlace; readonly forms: readonly Form[] } | undefined {
  const root = schemaOf(snapshot.uri);
  const place = root && placeAt(snapshot.lines.toString(), snapshot.lines.offsetAt(position));
  if (root === undefined || place === undefined || place.text === '') return undefined;
  return { root, place, forms: formsAt(root, place.path) };
}

function keyCard(snapshot: YamlSnapshot, place: YamlPlace, root: Schema, forms: readonly Form[]): string | undefined {
  const key = keysOf(root, forms).find((known) => known.key === place.text);
  const choice = namedChoices(snapshot, place, keyNamesOf(root, forms)).find(({ value }) => value === place.text);
  if (choice) return choiceCard(choice);
  if (key === undefined) return undefined;
  const lines = [`**${escapeMarkdown(key.key)}**${key.required ? ' · required' : ''}`];
  if (key.description) lines.push(escapeMarkdown(key.description, LONGEST));
  const items = formsAt(root, [...place.path, key.key, 0]);
  const values = [...new Set(fewValues(snapshot, place, [...key.forms, ...items]))];
  if (values.length > 1) lines.push(`One of: ${escapeMarkdown(values.join(', '), LONGEST)}`);
  if (key.default !== undefined) lines.push(`Where it is missing: ${escapeMarkdown([key.default].flat().join(', '))}`);
  return lines.join('\n\n');
}

function valueCard(
  snapshot: YamlSnapshot,
  place: YamlPlace,
  forms: readonly Form[],
  options: HoverOptions,
): string | undefined {
  const known = entityOf(snapshot, place, forms);
  if (known) return knownCard(snapshot, known, options);
  if (forms.some(({ names }) => names.includes('entityId')))
    return `The entity “${escapeMarkdown(place.text)}” stands in no facts file\\.`;
  const choice = choicesOf(snapshot, place, forms).find(({ value }) => value === place.text);
  const card = choice && (choice.label || choice.description) ? choiceCard(choice) : undefined;
  const passage = options.seed && passageAt(snapshot, place, options.seed);
  return card && passage ? `${card}\n\n${passage}` : (card ?? passage);
}

/** What the card at a position of a facts file or sidecar is about; undefined where no entity stands. */
export function yamlSubjectAt(snapshot: YamlSnapshot, position: Position): CardSubject | undefined {
  const found = placeOf(snapshot, position);
  const known = found && found.place.kind !== 'key' ? entityOf(snapshot, found.place, found.forms) : undefined;
  return known && { key: keyOfEntity(known.entity.id) };
}

/** The entity that an id means: in a facts file also that of the entry whose id or name it is. */
function entityOf(snapshot: YamlSnapshot, place: YamlPlace, forms: readonly Form[]): KnownEntity | undefined {
  const known = entityAt(snapshot, place, forms);
  const key = place.path.at(-1);
  if (known || (key !== 'id' && key !== 'name')) return known;
  for (const own of snapshot.entities.values()) {
    const span = key === 'id' ? own.entity.idSpan : own.entity.nameSpan;
    if (own.uri === snapshot.uri && span?.start === place.span.start) return own;
  }
  return undefined;
}

function knownCard(snapshot: YamlSnapshot, known: KnownEntity, options: HoverOptions): string {
  const { type, id, name } = known.entity;
  const key = keyOfEntity(id);
  const links = [
    commandLink('Show all', 'seedmark.showMentions', { key, entity: key }, options.commands),
    commandLink('Dossier', 'seedmark.dossier', { key }, options.commands),
  ].filter((one) => one !== undefined);
  const label = escapeMarkdown(labelOfType(snapshot.project, type));
  const head = [`${typeIcon(type, options)}**${escapeMarkdown(name)}**`, label].filter((part) => part !== '');
  const lines = [head.join(' · '), links.join(' · '), ...entityCard(known, key, snapshot, options)];
  return lines.filter((line) => line !== '').join('\n\n');
}

/** The words in their sentence: at what describes an annotation's place, and where a relation names one. */
function passageAt({ annotations }: YamlSnapshot, place: YamlPlace, seed: AnnotatedSeed): string | undefined {
  const [list, , key] = place.path;
  if (list === 'relations' && (key === 'from' || key === 'to')) return passageCard(seed, place.text);
  if (list !== 'annotations' || typeof key !== 'string' || !PLACES.has(key)) return undefined;
  const { start } = place.span;
  const annotation = annotations.find(({ span }) => span.start <= start && start <= span.end);
  return annotation && passageCard(seed, annotation.id);
}

/** The keys that say where an annotation stands. */
const PLACES = new Set(['id', 'quote', 'at', 'before', 'after']);

function choiceCard({ value, label, description }: Choice): string {
  const head = `**${escapeMarkdown(value)}**${label ? ` · ${escapeMarkdown(label)}` : ''}`;
  return description ? `${head}\n\n${escapeMarkdown(description, LONGEST)}` : head;
}
