import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csv } from '../../server/src/formats/csv.ts';
import type { AnnotatedDocument, DocumentAnnotation, WriteOptions } from '../../server/src/formats/types.ts';
import { exported, samples } from '../support/exports.ts';

type Row = Readonly<Record<string, string>>;

/** The rows of a file, read by a library. */
function rowsOf(content: string): Row[] {
  return parse(content, { columns: true, bom: true, record_delimiter: '\r\n' });
}

async function written(documents: readonly AnnotatedDocument[], options: Partial<WriteOptions> = {}): Promise<string> {
  const pieces: string[] = [];
  for await (const piece of csv.write(documents, { rejected: false, mark: false, ...options })) pieces.push(piece);
  return pieces.join('');
}

function annotation(said: Partial<DocumentAnnotation> = {}): DocumentAnnotation {
  return {
    id: 'a',
    type: 'person',
    status: 'confirmed',
    spans: [],
    quote: ['Jane'],
    before: '',
    after: '',
    attributes: new Map(),
    by: [],
    ...said,
  };
}

function document(text: string, ...annotations: readonly DocumentAnnotation[]): AnnotatedDocument {
  return { source: { path: 'seeds/a.txt', authors: [] }, text, annotations, relations: [] };
}

/** A text as it was, from its cell: an apostrophe was put in front of what would have been a formula. */
const asItWas = (cell: string) => (cell.startsWith("'") && isFormula(cell.slice(1)) ? cell.slice(1) : cell);

/** As programs read a cell that take blanks, marks of no width and quotation marks in front away. */
function isFormula(cell: string): boolean {
  const blanks = /^(?:[^\S\t\r\n]|[\p{Cf}"'`‘’“”])+/u;
  const [sign] = cell.replace(blanks, '');
  return sign !== undefined && '\t\r\n=+-@＝＋－＠'.includes(sign);
}

describe('the samples', () => {
  const files = samples();

  test('every annotation is a row, and its words stand where the row says', async () => {
    const { content, counts } = await exported(files, 'csv', { rejected: true });
    const rows = rowsOf(content);
    expect(rows).toHaveLength(counts.annotations);
    expect(rows.length).toBeGreaterThan(10);
    for (const row of rows) {
      const { seed = '', line, column, start, end } = row;
      const [quote, left, right] = [row.quote, row.left, row.right].map((value) => asItWas(value ?? '')) as [
        string,
        string,
        string,
      ];
      const text = files[seed] ?? '';
      expect(text).not.toBe('');
      if (line === '') continue;
      const points = Array.from(text);
      const words = points.slice(Number(start), Number(end)).join('');
      expect(words.startsWith(quote.split(' … ')[0] ?? '?')).toBe(true);
      expect(text.split('\n')[Number(line) - 1]?.slice(Number(column) - 1)).toContain(quote.split(/ … |\n/)[0]);
      expect(text).toContain(left + words + right);
    }
  });

  test('what is known of the seed, the entity and who said it', async () => {
    const { content } = await exported(files, 'csv');
    expect(rowsOf(content).find(({ id }) => id === 't8w2k6pf')).toMatchObject({
      seed: '2012-10-30-sandy.txt',
      line: '7',
      column: '5',
      quote: 'New York Stock Exchange',
      type: 'organization',
      entity: 'nyse',
      entity_name: 'New York Stock Exchange',
      by: 'seedmark samples; second reader',
      source: 'Seedmark samples',
      title: 'Sandy floods New York and the Jersey Shore',
      published: '2012-10-30',
      url: 'https://seedmark.example/samples/2012-10-30-sandy',
      author: 'Seedmark contributors',
      status: 'confirmed',
    });
  });
});

describe('a row', () => {
  test('the columns, in this order, and line ends as RFC 4180 has them', async () => {
    const content = await written([document('Jane left.', annotation({ spans: [{ start: 0, end: 4 }] }))]);
    expect(content).toBe(
      'seed,line,column,quote,left,right,type,entity,attributes,note,by,on,source,title,published,url,id,status,start,end,entity_name,author\r\n' +
        'seeds/a.txt,1,1,Jane,," left.",person,,,,,,,,,,a,confirmed,0,4,,\r\n',
    );
  });

  test('begins with a byte order mark where that is asked for', async () => {
    const documents = [document('Jane', annotation())];
    expect(await written(documents, { mark: true })).toBe(`\ufeff${await written(documents)}`);
  });

  test('of what was rejected is left out unless it is asked for', async () => {
    const everywhere = annotation({ id: 'c', status: 'rejected', everywhere: true });
    const documents = [
      document('', annotation({ status: 'rejected' }), annotation({ id: 'b', status: 'suggested' }), everywhere),
    ];
    expect(rowsOf(await written(documents)).map(({ id, status }) => `${id} ${status}`)).toEqual(['b suggested']);
    const all = rowsOf(await written(documents, { rejected: true }));
    expect(all.map(({ id, status }) => `${id} ${status}`)).toEqual([
      'a rejected',
      'b suggested',
      'c rejected everywhere',
    ]);
  });

  test('counts lines and columns as editors do, and positions in characters', async () => {
    const text = '😀 a\r\nb\r😀 Jane 😀';
    const at = text.indexOf('Jane');
    const [row] = rowsOf(await written([document(text, annotation({ spans: [{ start: at, end: at + 4 }] }))]));
    expect(row).toMatchObject({ line: '3', column: '4', start: '8', end: '12', left: '😀 a\r\nb\r😀 ', right: ' 😀' });
  });

  test('of one without a place has its words and their context', async () => {
    const said = { quote: ['Jane', 'Doe'], before: 'said ', after: ' on' };
    const [row] = rowsOf(await written([document('Nobody.', annotation(said))]));
    expect(row).toMatchObject({ line: '', column: '', start: '', quote: 'Jane … Doe', left: 'said ', right: ' on' });
  });

  test('of one with gaps has its parts', async () => {
    const spans = [
      { start: 0, end: 4 },
      { start: 13, end: 16 },
    ];
    const [row] = rowsOf(await written([document('Jane and John Doe', annotation({ spans }))]));
    expect(row).toMatchObject({ quote: 'Jane …  Do', start: '0', end: '16' });
  });

  test('context is whole words, and no half of a character', async () => {
    const text = `${'long words '.repeat(20)}Jane${' words long'.repeat(20)}`;
    const at = text.indexOf('Jane');
    const [row] = rowsOf(await written([document(text, annotation({ spans: [{ start: at, end: at + 4 }] }))]));
    expect(row?.left).toMatch(/^(?:long )?(?:words |long )+$/);
    expect(row?.right).toMatch(/^(?: words| long)+$/);
    for (let shift = 0; shift < 3; shift++) {
      const faces = `${'.'.repeat(shift)}${'😀'.repeat(50)}`;
      const said = annotation({ spans: [{ start: faces.length, end: faces.length + 4 }] });
      const [only] = rowsOf(await written([document(`${faces}Jane${faces}`, said)]));
      for (const side of [only?.left, only?.right]) expect(side).not.toMatch(/\p{Cs}/u);
    }
  });
});

describe('what a spreadsheet would work out', () => {
  test.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\rx', "'\rx"],
    ['\nx', "'\nx"],
    [' =1', "' =1"],
    ['"=1', '\'"=1'],
    ["'=1", "''=1"],
    ['“=1', "'“=1"],
    ['\u200b=1', "'\u200b=1"],
    ['\u00a0=1', "'\u00a0=1"],
    ['＝1', "'＝1"],
    ['a=1', 'a=1'],
    ["'\tx", "''\tx"],
    ["'tis", "'tis"],
    ['– a dash', '– a dash'],
    ['', ''],
  ])('%j is written as %j', async (note, expected) => {
    const [row] = rowsOf(await written([document('', annotation({ note }))]));
    expect(row?.note).toBe(expected);
  });

  const hostile = fc
    .array(
      fc.oneof(
        fc.constantFrom(
          '=',
          '+',
          '-',
          '@',
          '\t',
          '\r',
          '\n',
          '\r\n',
          '"',
          '""',
          "'",
          ',',
          ';',
          ' ',
          '\u00a0',
          '\ufeff',
          '＝',
          '\0',
          '|',
          '\\',
          '😀',
          'e\u0301',
          '=cmd|"/c calc"!A1',
          '=HYPERLINK("https://x.example")',
        ),
        fc.string({ unit: 'binary', maxLength: 4 }),
      ),
      { maxLength: 8 },
    )
    .map((pieces) => pieces.join(''));

  test('any values come back, and none is a formula', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(hostile, { minLength: 8, maxLength: 8 }), async (values) => {
        const [quote = '', before = '', after = '', type = '', note = '', title = '', by = '', value = ''] = values;
        const said = annotation({
          quote: [quote],
          before,
          after,
          type,
          note,
          by: [by],
          attributes: new Map([[by, value]]),
        });
        const source = { path: note, title, authors: [value] };
        const content = await written([{ ...document('', said), source }]);
        const [row, more] = rowsOf(content);
        expect(more).toBeUndefined();
        const cells = Object.values(row ?? {});
        expect(cells.filter((cell) => isFormula(cell) && !cell.startsWith("'"))).toEqual([]);
        expect(
          Object.fromEntries(Object.entries(row ?? {}).map(([name, cell]) => [name, asItWas(cell)])),
        ).toMatchObject({
          seed: note,
          quote,
          left: before,
          right: after,
          type,
          note,
          title,
          by,
          author: value,
        });
        expect(JSON.parse(row?.attributes ?? '')).toEqual(Object.fromEntries([[by, value]]));
      }),
      { numRuns: 500 },
    );
  });
});
