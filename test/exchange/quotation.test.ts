import { expect, test } from 'vitest';
import { quotationOf } from '../../server/src/exchange/quotation.ts';
import { openSeed } from '../support/world.ts';

/** Quotes what is marked: `$0` a cursor, `<<...>>` a selection; several of them, in the order of their marks. */
async function quoted(marked: string) {
  const selections: { start: number; end: number }[] = [];
  let text = '';
  let open: number | undefined;
  for (const piece of marked.split(/(<<|>>|\$0)/)) {
    if (piece === '<<') open = text.length;
    else if (piece === '>>') selections.push({ start: open ?? 0, end: text.length });
    else if (piece === '$0') selections.push({ start: text.length, end: text.length });
    else text += piece;
  }
  const { snapshot } = await openSeed(text);
  const { lines } = snapshot;
  const ranges = selections.map(({ start, end }) => ({ start: lines.positionAt(start), end: lines.positionAt(end) }));
  return quotationOf(snapshot, ranges, 'seeds/a.txt');
}

const HEAD = 'Source: A\nTitle: T\n\n';

test.each<[string, string, readonly string[]]>([
  ['the words selected', 'The <<mayor of>> Ghent.', ['mayor of']],
  ['without blanks at the edges', 'The<< mayor \n\n>>\nGhent.', ['mayor']],
  ['the sentence at the cursor', 'He came. He s$0aw. He won.', ['He saw.']],
  ['at its beginning', 'He came. $0He saw. He won.', ['He saw.']],
  ['at its end', 'He came. He saw.$0 He won.', ['He saw.']],
  ['between two blanks', 'He came. $0 He saw.', ['He came.']],
  ['at the end of the text', 'He came. He saw.$0', ['He saw.']],
  [
    'with what is no end of it',
    'He met Mr. Sm$0ith at 5 p.m. in Ghent. He left.',
    ['He met Mr. Smith at 5 p.m. in Ghent.'],
  ],
  [
    'over the lines of a wrapped paragraph',
    'The harbour of the old town was closed on$0 Monday, since\nthe ship had run aground in the night. It opened.',
    ['The harbour of the old town was closed on Monday, since the ship had run aground in the night.'],
  ],
  ['of two paragraphs both', 'He <<came.\n\nHe\tsaw.\n\nHe>> won.', ['came.|He saw.|He']],
  ['several selections, in the order of the text', 'He <<won>>.', ['won']],
  ['several cursors', 'He $0came. He saw. He $0won.', ['He came.', 'He won.']],
  ['two cursors in one sentence', 'He $0came to$0 see.', ['He came to see.']],
  ['CRLF and a lone CR', 'He <<came.\r\n\r\nHe saw.\r\rHe>> won.', ['came.|He saw.|He']],
  ['control characters are blanks', 'He <<ca\u0007me>>.', ['ca me']],
])('%s', async (_, marked, expected) => {
  const quotation = await quoted(HEAD + marked);
  expect(quotation?.passages.map(({ paragraphs }) => paragraphs.join('|'))).toEqual(expected);
});

test.each([
  ['an empty line', `${HEAD}He came.\n\n$0\n\nHe saw.`],
  ['the header', HEAD.replace('A\n', 'A$0\n')],
  ['only blanks', `${HEAD}He came.<<\n\n>>He saw.`],
  ['an empty text', '$0'],
])('nothing: %s', async (_, marked) => {
  expect(await quoted(marked)).toBeUndefined();
});

test('the lines of the header are quoted one by one', async () => {
  expect((await quoted('<<Source: A\nTitle: T>>\n\nHe came.'))?.passages).toEqual([
    { paragraphs: ['Source: A', 'Title: T'], line: 1, lastLine: 2 },
  ]);
});

test('lines count from 1', async () => {
  expect((await quoted(`${HEAD}He came.\n\nHe <<saw.\n\nHe>> won.`))?.passages).toMatchObject([
    { line: 6, lastLine: 8 },
  ]);
});

test('where it comes from', async () => {
  const quotation = await quoted(
    'Source: Harbour\u00a0Times\nPublished: 5 July 2021\nRetrieved: soon\nTitle: The   lock\nAuthor: Jane Doe, John Roe\nAuthor: Jane Doe; Ann Poe\nURL: www.harbour.example/lock\nLanguage: en\nType: press release\n\nHe ca$0me.',
  );
  expect(quotation?.source).toEqual({
    path: 'seeds/a.txt',
    publisher: 'Harbour Times',
    published: '2021-07-05',
    retrieved: 'soon',
    title: 'The lock',
    authors: ['Jane Doe', 'John Roe', 'Ann Poe'],
    url: 'www.harbour.example/lock',
    address: 'https://www.harbour.example/lock',
    language: 'en',
    kind: 'press release',
  });
});
