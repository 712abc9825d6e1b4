import { Ajv2020, type AnySchemaObject } from 'ajv/dist/2020.js';

/**
 * A reader of the Web Annotation Data Model, written from the Recommendation alone (https://www.w3.org/TR/annotation-model/):
 * nothing of ours is used, so that a mistake of ours is not made twice.
 */

export interface ReadAnnotation {
  readonly id: string;
  readonly motivation: string;
  readonly creators: readonly string[];
  readonly created: string | undefined;
  readonly bodies: readonly Body[];
  readonly targets: readonly Target[];
}

export interface Body {
  readonly type: string;
  readonly purpose: string;
  readonly value?: string;
  readonly source?: string;
  readonly label?: string;
}

export interface Target {
  readonly source: string;
  /** Where a copy lies that the selectors are about. */
  readonly cached?: string;
  readonly exact?: string;
  readonly prefix?: string;
  readonly suffix?: string;
  readonly start?: number;
  readonly end?: number;
}

// biome-ignore lint/suspicious/noExplicitAny: what is read is of no known shape before the schema has seen it.
type Json = any;

/** The annotations of a collection; throws what the schema says where it is none. */
export function readCollection(content: string): ReadAnnotation[] {
  const collection: Json = JSON.parse(content);
  if (!validate(collection)) throw new Error(JSON.stringify(validate.errors, null, 1));
  const items: Json[] = collection.first.items;
  if (collection.total !== items.length) throw new Error(`total ${collection.total}, but ${items.length} items`);
  const ids = items.map(({ id }) => id);
  if (new Set(ids).size !== ids.length) throw new Error('two annotations have one id');
  return items.map((item) => ({
    id: item.id,
    motivation: item.motivation,
    creators: listOf(item.creator).map(({ name }) => name),
    created: item.created,
    bodies: listOf(item.body),
    targets: listOf(item.target).map(readTarget),
  }));
}

function readTarget(target: Json): Target {
  if (typeof target === 'string') return { source: target };
  const { source, state, selector } = target;
  const parts = listOf(selector).map(({ type: _, ...rest }: Json) => rest);
  return Object.assign({ source, ...(state?.cached ? { cached: state.cached } : {}) }, ...parts);
}

function listOf(value: Json): Json[] {
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}

/** A text as selectors count in it: one for each code point, and one for each line end. No byte order mark is part of it. */
export function charactersOf(text: string): string[] {
  return Array.from(text.replace(/^\ufeff/, '').replace(/\r\n|\r/g, '\n'));
}

/** What the position of a target selects. */
export function atPosition(text: string, { start = -1, end = -1 }: Target): string {
  return charactersOf(text).slice(start, end).join('');
}

/** How many places of a text fit a target's quote with what stands round it. */
export function placesOfQuote(text: string, { exact = '', prefix = '', suffix = '' }: Target): number {
  return (
    charactersOf(text)
      .join('')
      .split(prefix + exact + suffix).length - 1
  );
}

// ---- the vocabulary, as far as annotations of texts need it ----------------------------------------------------------

/** https://www.w3.org/TR/annotation-vocab/, “Motivations”. */
const MOTIVATIONS = [
  'assessing',
  'bookmarking',
  'classifying',
  'commenting',
  'describing',
  'editing',
  'highlighting',
  'identifying',
  'linking',
  'moderating',
  'questioning',
  'replying',
  'tagging',
];

/** A reference that URIs allow, absolute or not. */
const iri = { type: 'string', pattern: "^[A-Za-z0-9\\-._~:/?#\\[\\]@!$&'()*+,;=%\\u0080-\\uffff]+$", format: 'iri' };
const purpose = { enum: MOTIVATIONS };
const dateTime = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?Z$' };
const text = { type: 'string' };
const point = { type: 'integer', minimum: 0 };

/** A class with its properties and no others: a term that the context does not have is lost for readers of linked data. */
function classOf(type: string, properties: Record<string, unknown>, required: readonly string[] = []): AnySchemaObject {
  return {
    type: 'object',
    properties: { type: { const: type }, ...properties },
    required: ['type', ...required],
    additionalProperties: false,
  };
}

function oneOrMore(schema: object): AnySchemaObject {
  return { anyOf: [schema, { type: 'array', minItems: 2, items: schema }] };
}

const agent = {
  oneOf: ['Person', 'Organization', 'Software'].map((type) => classOf(type, { name: text }, ['name'])),
};
const body = {
  oneOf: [
    classOf('TextualBody', { value: text, purpose, format: { const: 'text/plain' }, label: text }, ['value']),
    classOf('SpecificResource', { source: iri, purpose }, ['source']),
  ],
};
const selector = {
  oneOf: [
    classOf('TextQuoteSelector', { exact: text, prefix: text, suffix: text }, ['exact']),
    classOf('TextPositionSelector', { start: point, end: point }, ['start', 'end']),
  ],
};
const state = classOf('TimeState', { sourceDate: dateTime, cached: iri });
const target = {
  oneOf: [
    iri,
    classOf('SpecificResource', { source: iri, state, selector: { type: 'array', minItems: 1, items: selector } }, [
      'source',
    ]),
  ],
};
const annotation = classOf(
  'Annotation',
  {
    id: iri,
    motivation: purpose,
    creator: oneOrMore(agent),
    created: dateTime,
    body: { type: 'array', minItems: 1, items: body },
    target: oneOrMore(target),
  },
  ['id', 'target'],
);
const page = classOf(
  'AnnotationPage',
  { id: iri, partOf: iri, startIndex: point, items: { type: 'array', items: annotation } },
  ['id', 'items'],
);
const collection = classOf(
  'AnnotationCollection',
  {
    '@context': { const: 'http://www.w3.org/ns/anno.jsonld' },
    id: iri,
    label: text,
    generator: agent,
    total: point,
    first: page,
  },
  ['@context', 'id', 'first'],
);

const ajv = new Ajv2020({ strict: false, allErrors: true });
ajv.addFormat('iri', (value: string) => URL.canParse(value, 'https://base.example/'));
const validate = ajv.compile(collection);
