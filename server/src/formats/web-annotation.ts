import { Describer } from '../annotations/describe.ts';
import { encodePart } from '../text/address.ts';
import { PointIndex } from '../text/codepoints.ts';
import type { Span } from '../text/span.ts';
import {
  type AnnotatedDocument,
  annotationsToWrite,
  type DocumentAnnotation,
  type DocumentRelation,
  type ExchangeFormat,
  statusText,
} from './types.ts';

/**
 * The Web Annotation Data Model (W3C Recommendation, 2017) as JSON-LD: a collection with one page, an annotation a line.
 * It says nothing that the model's own vocabulary does not know, so that nothing is lost when it is read as RDF.
 */
export const webAnnotation: ExchangeFormat = {
  id: 'web-annotation',
  label: 'W3C Web Annotation',
  description: 'JSON-LD, for annotation tools and linked data',
  extension: 'jsonld',
  mediaType: 'application/ld+json;profile="http://www.w3.org/ns/anno.jsonld"',
  // RFC 8259 forbids it.
  takesMark: false,
  async *write(documents, options) {
    let total = 0;
    yield HEAD;
    for await (const document of documents) {
      const items = itemsOf(document, annotationsToWrite(document, options));
      if (items.length === 0) continue;
      yield `${total === 0 ? '\n' : ',\n'}${items.map((item) => JSON.stringify(item)).join(',\n')}`;
      total += items.length;
    }
    yield `\n]},\n"total": ${total}}\n`;
  },
};

/** The collection and its page are named from the file on, wherever that comes to lie. */
const HEAD = `{"@context": "http://www.w3.org/ns/anno.jsonld",
"id": "#annotations",
"type": "AnnotationCollection",
"label": "Annotations of source documents",
"generator": {"type": "Software", "name": "Seedmark"},
"first": {"id": "#page-1", "type": "AnnotationPage", "partOf": "#annotations", "startIndex": 0, "items": [`;

type Json = Readonly<Record<string, unknown>>;

function itemsOf(document: AnnotatedDocument, annotations: readonly DocumentAnnotation[]): Json[] {
  const iris = new Iris(document.source.path);
  const iriOf = new Map<string, string>();
  const places = new Places(document);
  const items = annotations.map((annotation, index): Json => {
    const iri = iris.of(annotation.id ?? `annotation-${index + 1}`);
    // Of two with one id the first one is the one that relations mean.
    if (annotation.id !== undefined && !iriOf.has(annotation.id)) iriOf.set(annotation.id, iri);
    const targets = places.of(annotation);
    return {
      id: iri,
      type: 'Annotation',
      motivation: 'classifying',
      ...whoAndWhen(annotation),
      body: bodiesOf(annotation),
      target: targets.length === 1 ? targets[0] : targets,
    };
  });
  for (const [index, relation] of document.relations.entries()) {
    const [from, to] = [iriOf.get(relation.from), iriOf.get(relation.to)];
    // One whose ends are not both written would point at nothing.
    if (from === undefined || to === undefined) continue;
    items.push(linking(relation, iris.of(relation.id ?? `relation-${index + 1}`), from, to));
  }
  return items;
}

function bodiesOf(annotation: DocumentAnnotation): Json[] {
  const { type, status, entity, note, attributes } = annotation;
  const bodies = [textual('tagging', type)];
  // Confirmed is what every annotation is that says nothing of it.
  if (status !== 'confirmed') bodies.push(textual('assessing', statusText(annotation)));
  if (entity !== undefined) {
    bodies.push({ ...textual('identifying', entity.id), ...(entity.name === undefined ? {} : { label: entity.name }) });
    for (const link of entity.links) bodies.push({ type: 'SpecificResource', purpose: 'identifying', source: link });
  }
  for (const [name, value] of attributes) bodies.push({ ...textual('describing', value), label: name });
  if (note !== undefined) bodies.push(textual('commenting', note));
  return bodies;
}

/** The body of a relation is where it leads, and its target is where it begins: the model's way to link two things. */
function linking(relation: DocumentRelation, id: string, from: string, to: string): Json {
  const { type, note } = relation;
  return {
    id,
    type: 'Annotation',
    motivation: 'linking',
    ...whoAndWhen(relation),
    body: [
      textual('tagging', type),
      { type: 'SpecificResource', purpose: 'linking', source: to },
      ...(note === undefined ? [] : [textual('commenting', note)]),
    ],
    target: from,
  };
}

function textual(purpose: string, value: string): Json {
  return { type: 'TextualBody', purpose, value, format: 'text/plain' };
}

function whoAndWhen({ by, on }: Pick<DocumentAnnotation, 'by' | 'on'>): Json {
  const creators = by.map((name) => ({ type: 'Person', name }));
  const created = dateTime(on);
  return {
    ...(creators.length === 0 ? {} : { creator: creators.length === 1 ? creators[0] : creators }),
    ...(created === undefined ? {} : { created }),
  };
}

/** A day as the model asks for it, with a time in UTC; undefined for what is no day. */
function dateTime(on: string | undefined): string | undefined {
  if (on === undefined || !/^\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:\d{2}))?$/.test(on)) return undefined;
  const time = Date.parse(on);
  if (Number.isNaN(time)) return undefined;
  const iso = new Date(time).toISOString();
  // 31 June is taken for 1 July by Date.
  return on.length === 10 && !iso.startsWith(on) ? undefined : iso.replace('.000Z', 'Z');
}

/** Names of what one annotations file holds: the file's own path, and the id as its fragment. */
class Iris {
  private readonly used = new Set<string>();
  private readonly file: string;

  constructor(path: string) {
    this.file = `${pathIri(path)}.annotations.yaml`;
  }

  /** Two things never have one name, also where a merge gave them one id. */
  of(id: string): string {
    const name = encodePart(id);
    let free = name;
    for (let number = 2; this.used.has(free); number++) free = `${name}-${number}`;
    this.used.add(free);
    return `${this.file}#${free}`;
  }
}

function pathIri(path: string): string {
  return path.split('/').map(encodePart).join('/');
}

/** The targets of annotations: the document, and the selectors of what they are about. */
class Places {
  private readonly describer: Describer;
  private readonly points: PointIndex;
  private readonly document: AnnotatedDocument;

  constructor(document: AnnotatedDocument) {
    this.document = document;
    this.describer = new Describer(document.text);
    this.points = new PointIndex(document.text);
  }

  /** One target a part: of several selectors of one target each would have to stand for the whole passage. */
  of({ spans, quote, before, after }: DocumentAnnotation): Json[] {
    if (spans.length > 0) return spans.map((span) => this.target([this.quoteAt(span), this.positionOf(span)]));
    return quote.map((exact, index) =>
      this.target([
        {
          type: 'TextQuoteSelector',
          exact,
          prefix: index === 0 ? before : '',
          suffix: index === quote.length - 1 ? after : '',
        },
      ]),
    );
  }

  /**
   * What is published at an address is the source; the words and positions are those of the copy that the file is. Where
   * no address is known, the file is the source itself.
   */
  private target(selector: readonly Json[]): Json {
    const { path, address, retrieved } = this.document.source;
    const file = pathIri(path);
    if (address === undefined) return { type: 'SpecificResource', source: file, selector };
    const sourceDate = dateTime(retrieved);
    const state = { type: 'TimeState', ...(sourceDate === undefined ? {} : { sourceDate }), cached: file };
    return { type: 'SpecificResource', source: address, state, selector };
  }

  private quoteAt(span: Span): Json {
    const { quote, before, after } = this.describer.describe([span]);
    const [words = ''] = quote;
    // A byte order mark is none of the text.
    const exact = span.start === 0 && words.startsWith('\ufeff') ? words.slice(1) : words;
    return { type: 'TextQuoteSelector', exact, prefix: before, suffix: after };
  }

  private positionOf({ start, end }: Span): Json {
    return { type: 'TextPositionSelector', start: this.points.toPoints(start), end: this.points.toPoints(end) };
  }
}
