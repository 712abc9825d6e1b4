import { CompletionItemKind } from 'vscode-languageserver-types';
import { BUILT_IN_TYPES } from '../project/defaults.ts';
import { FINDINGS } from '../project/severities.ts';
import type { EntityType, Project, TypeAttribute } from '../project/types.ts';
import { FIELDS } from '../seed/fields.ts';
import { kindOf } from '../workspace/kinds.ts';
import type { KnownEntity, YamlSnapshot } from '../workspace/snapshot.ts';
import { sourcePath } from '../workspace/source-places.ts';
import type { YamlPlace } from '../yaml/position.ts';
import { type Form, type SchemaValue, valuesOf } from '../yaml/schema.ts';
import { schemaOf } from './yaml-schemas.ts';

/** A value, or a key, that may be written at a place. All of it is plain text, much of it from files. */
export interface Choice {
  readonly value: string;
  readonly kind: CompletionItemKind;
  /** What people call it. */
  readonly label?: string | undefined;
  readonly description?: string | undefined;
  /** Other words it is found by when somebody types them. */
  readonly search?: string | undefined;
  /** A word or number of the schemas, which is written as the documents write it. */
  readonly literal?: boolean;
  /** Choices of a lower rank come first; 0 where nothing is said. */
  readonly rank?: number;
}

/** How the definitions of the schemas that stand for something known are filled: by name, with what this project has. */
type Source = (snapshot: YamlSnapshot, place: YamlPlace) => readonly Choice[];

const SOURCES: Readonly<Record<string, Source>> = {
  typeId: ({ project }) => project.types.map(typeChoice),
  definedTypeId: () => BUILT_IN_TYPES.map(typeChoice),
  relationTypeId: ({ project, uri }, { around }) => {
    // In a facts file the entity that the relation starts from is known; those that fit come first.
    const own = kindOf(uri) === 'facts' ? around.get('type') : undefined;
    return project.relations.map(({ id, label, from, to }) => ({
      value: id,
      kind: CompletionItemKind.EnumMember,
      label,
      description: `${from?.join(', ') ?? 'any'} → ${to?.join(', ') ?? 'any'}`,
      rank: own === undefined || from?.includes(own) !== false ? 0 : 1,
    }));
  },
  // Where no attribute is written yet, the place is still that of the key “attributes” itself.
  attributeId: ({ project }, { kind, siblings, around }) =>
    attributesOf(project, (kind === 'key' ? around : siblings).get('type')).map(({ id, label, description }) => ({
      value: id,
      kind: CompletionItemKind.Property,
      label,
      description,
    })),
  attributeValue: ({ project }, { path, around }) =>
    (attributesOf(project, around.get('type')).find(({ id }) => id === path.at(-1))?.values ?? []).map((value) => ({
      value,
      kind: CompletionItemKind.EnumMember,
    })),
  entityId: entityChoices,
  annotationId: ({ annotations }) =>
    annotations
      .filter(({ id }) => !id.startsWith('#'))
      .map(({ id, quote, type }) => ({
        value: id,
        kind: CompletionItemKind.Reference,
        label: quote.join(' … '),
        description: type,
        search: quote.join(' '),
      })),
  code: ({ project }) =>
    Object.entries(FINDINGS).map(([value, { title, severity }]) => {
      const now = project.severities[value] ?? severity;
      const description =
        now === severity ? `${severity} by default` : `${now} in this project, ${severity} by default`;
      return { value, kind: CompletionItemKind.EnumMember, label: title, description, literal: true };
    }),
  field: () =>
    FIELDS.map(({ key, label, meaning }) => ({
      value: key,
      kind: CompletionItemKind.EnumMember,
      label,
      description: meaning,
      literal: true,
    })),
  factSource: ({ seeds, bases }) =>
    seeds.flatMap((seed) => {
      const value = sourcePath(seed, bases);
      return value === undefined ? [] : { value, kind: CompletionItemKind.File };
    }),
  factWhat: usedFacts,
  date: (snapshot) =>
    // Facts are of any time; an annotation is usually made today.
    kindOf(snapshot.uri) === 'sidecar'
      ? [{ value: snapshot.today, kind: CompletionItemKind.Value, label: 'today' }]
      : [],
};

/** Definitions with so few choices that a hover can name them all. */
const SHORT = new Set(['typeId', 'definedTypeId', 'code', 'field']);

/** What may stand at a place whose forms are these: what the project knows, else what the schema names. */
export function choicesOf(snapshot: YamlSnapshot, place: YamlPlace, forms: readonly Form[]): readonly Choice[] {
  const named = namedChoices(
    snapshot,
    place,
    forms.flatMap(({ names }) => names),
  );
  const listed = valuesOf(forms.filter(({ names }) => !names.some((name) => Object.hasOwn(SOURCES, name))));
  return [...named, ...listed.map(listedChoice)];
}

/** What the definitions with these names stand for. */
export function namedChoices(snapshot: YamlSnapshot, place: YamlPlace, names: readonly string[]): readonly Choice[] {
  return [...new Set(names)].flatMap((name) =>
    Object.hasOwn(SOURCES, name) ? (SOURCES[name]?.(snapshot, place) ?? []) : [],
  );
}

/** All values that these forms allow, where they are few. */
export function fewValues(snapshot: YamlSnapshot, place: YamlPlace, forms: readonly Form[]): readonly string[] {
  const few = forms.filter(({ names }) => names.every((name) => SHORT.has(name) || !Object.hasOwn(SOURCES, name)));
  return choicesOf(snapshot, place, few).map(({ value }) => value);
}

/** An entity by its id, where the place is one for such an id. */
export function entityAt(
  { entities }: YamlSnapshot,
  place: YamlPlace,
  forms: readonly Form[],
): KnownEntity | undefined {
  return forms.some(({ names }) => names.includes('entityId')) ? entities.get(place.text) : undefined;
}

function listedChoice({ value, description }: SchemaValue): Choice {
  const kind = typeof value === 'string' ? CompletionItemKind.EnumMember : CompletionItemKind.Value;
  return { value: String(value), kind, description, literal: true };
}

function attributesOf({ types }: Project, type: string | undefined): readonly TypeAttribute[] {
  return types.find(({ id }) => id === type)?.attributes ?? [];
}

function typeChoice({ id, label, description }: EntityType): Choice {
  return { value: id, kind: CompletionItemKind.EnumMember, label, description };
}

/** What facts say of entities, the most frequent first, and what they usually say. */
function usedFacts({ entities, uri }: YamlSnapshot): readonly Choice[] {
  const usual = schemaOf(uri)?.$defs?.factWhat?.examples ?? [];
  const counts = new Map(usual.map((what) => [String(what), 0]));
  for (const { entity } of entities.values())
    for (const { what } of entity.facts) counts.set(what, (counts.get(what) ?? 0) + 1);
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST_USED)
    .map(([value]) => ({ value, kind: CompletionItemKind.Text }));
}

const MOST_USED = 50;

/**
 * In a sidecar those that the quote names first, then those of the annotation's type; in a facts file those that the
 * relation may lead to, without the entity itself.
 */
function entityChoices(snapshot: YamlSnapshot, { siblings, around }: YamlPlace): readonly Choice[] {
  const { entities, project, uri } = snapshot;
  const isRelation = kindOf(uri) === 'facts';
  const quote = isRelation ? undefined : siblings.get('quote')?.toLowerCase();
  const type = siblings.get('type');
  const allowed = isRelation ? project.relations.find(({ id }) => id === type)?.to : type === undefined ? [] : [type];
  const others = [...entities.values()].filter(({ entity }) => !isRelation || entity.id !== around.get('id'));
  return others.map(({ entity }) => {
    const names = [entity.name, ...entity.aliases];
    const meant = quote !== undefined && names.some((name) => name.toLowerCase() === quote);
    return {
      value: entity.id,
      kind: CompletionItemKind.Reference,
      label: entity.name,
      description: [entity.type, entity.description].filter(Boolean).join(': '),
      search: names.join(' '),
      rank: meant ? 0 : allowed?.includes(entity.type) !== false ? 1 : 2,
    };
  });
}
