import { PointIndex } from '../text/codepoints.ts';
import { TextLines } from '../text/lines.ts';
import { contextAround } from './context.ts';
import { cell } from './csv-cell.ts';
import {
  type AnnotatedDocument,
  annotationsToWrite,
  type DocumentAnnotation,
  type ExchangeFormat,
  statusText,
} from './types.ts';

/** Comma-separated values as RFC 4180 has them: a row with the names of the columns, then one row an annotation. */
export const csv: ExchangeFormat = {
  id: 'csv',
  label: 'CSV',
  description: 'A table, one row an annotation, for spreadsheets and statistics',
  extension: 'csv',
  mediaType: 'text/csv',
  takesMark: true,
  async *write(documents, options) {
    yield `${options.mark ? '\ufeff' : ''}${row(COLUMNS)}`;
    for await (const document of documents) {
      const annotations = annotationsToWrite(document, options);
      if (annotations.length > 0) yield rowsOf(document, annotations);
    }
  },
};

/** Names stay: scripts know the columns by them. New ones go to the end. */
const COLUMNS = [
  'seed',
  'line',
  'column',
  'quote',
  'left',
  'right',
  'type',
  'entity',
  'attributes',
  'note',
  'by',
  'on',
  'source',
  'title',
  'published',
  'url',
  'id',
  'status',
  'start',
  'end',
  'entity_name',
  'author',
] as const;

type Row = Readonly<Record<(typeof COLUMNS)[number], string | number | undefined>>;

function rowsOf(document: AnnotatedDocument, annotations: readonly DocumentAnnotation[]): string {
  const { source } = document;
  const lines = TextLines.from(document.text);
  const points = new PointIndex(document.text);
  const rows = annotations.map((annotation) => {
    const values: Row = {
      seed: source.path,
      ...placeOf(annotation, document.text, lines, points),
      type: annotation.type,
      entity: annotation.entity?.id,
      attributes: annotation.attributes.size === 0 ? '' : JSON.stringify(Object.fromEntries(annotation.attributes)),
      note: annotation.note,
      by: annotation.by.join('; '),
      on: annotation.on,
      source: source.publisher,
      title: source.title,
      published: source.published,
      url: source.url,
      id: annotation.id,
      status: statusText(annotation),
      entity_name: annotation.entity?.name,
      author: source.authors.join('; '),
    };
    return row(COLUMNS.map((column) => values[column]));
  });
  return rows.join('');
}

/** Where an annotation stands, with its words as they are there; lines and columns count from 1, as editors show them. */
function placeOf(
  { spans, quote, before, after }: DocumentAnnotation,
  text: string,
  lines: TextLines,
  points: PointIndex,
): Pick<Row, 'line' | 'column' | 'quote' | 'left' | 'right' | 'start' | 'end'> {
  const [first] = spans;
  const last = spans.at(-1);
  if (first === undefined || last === undefined) {
    const nowhere = { line: undefined, column: undefined, start: undefined, end: undefined };
    return { ...nowhere, quote: quote.join(GAP), left: before, right: after };
  }
  const { line, character } = lines.positionAt(first.start);
  return {
    line: line + 1,
    column: character + 1,
    quote: spans.map(({ start, end }) => text.slice(start, end)).join(GAP),
    ...contextAround(text, first.start, last.end),
    start: points.toPoints(first.start),
    end: points.toPoints(last.end),
  };
}

/** Between the parts of a quote. */
const GAP = ' … ';

function row(values: readonly (string | number | undefined)[]): string {
  return `${values.map(cell).join(',')}\r\n`;
}
