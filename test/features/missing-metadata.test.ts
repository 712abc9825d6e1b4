import { describe, expect, test } from 'vitest';
import { codeActions } from '../../server/src/features/code-actions.ts';
import { checkValue, missingMetadata } from '../../server/src/features/missing-metadata.ts';
import { suggestedValues } from '../../server/src/features/suggested-values.ts';
import type { FieldKey } from '../../server/src/seed/fields.ts';
import { openSeed, TODAY } from '../support/world.ts';

describe('what the form asks for', () => {
  test.each<[string, string, string[]]>([
    ['all of an empty seed, the required ones first', 'Text.\n', ['source*', 'published*', 'title*', 'author', 'url']],
    ['what is missing', 'Source: X Published: 2021-07-05\n\nText.\n', ['title*', 'author', 'url']],
    [
      'what is empty or wrong, too',
      'Source:\nPublished: 05/07/2021\nTitle: T\nAuthor: A\nURL: www.x.org\n\nText.\n',
      ['source*', 'published*= 05/07/2021', 'url= www.x.org'],
    ],
    [
      'a day that is none',
      'Source: X\nPublished: 31 June 2021\nTitle: T\nAuthor: A\nURL: https://x.org\n',
      ['published*= 31 June 2021'],
    ],
    [
      'a field that nobody asked for but that is empty',
      'Source: X\nPublished: 2021-07-05\nTitle: T\nAuthor: A\nURL: https://x.org\nTags:\n',
      ['keywords'],
    ],
    [
      'nothing of a field that stands twice and once right',
      'Source: X\nPublished: 2021-07-05\nTitle: T\nAuthor: A\nURL: https://x.org\nTitle:\n',
      [],
    ],
    [
      'nothing where nothing is missing',
      'Source: X\nPublished: 2021-07-05\nTitle: T\nAuthor: A\nURL: https://x.org\n',
      [],
    ],
  ])('%s', async (_, text, expected) => {
    const { snapshot } = await openSeed(text);
    const { steps } = missingMetadata(snapshot);
    const shown = steps.map(({ key, required, value }) => `${key}${required ? '*' : ''}${value && `= ${value}`}`);
    expect(shown).toEqual(expected);
  });

  test('what the project asks for, and not what was accepted or switched off', async () => {
    const { snapshot } = await openSeed('Source: X\n\nText.\n', {
      'seedmark.yaml': 'metadata:\n  required: [title, language]\n  recommended: [author, rights]\n',
      'seeds/a.txt.annotations.yaml': 'seedmark: 1\naccepted:\n  - code: missing-metadata\n    field: title\n',
    });
    expect(missingMetadata(snapshot).steps.map(({ key }) => key)).toEqual(['language', 'author', 'rights']);
  });

  test('both readings of a day come first', async () => {
    const { snapshot } = await openSeed('Published: 05/07/2021\n\nText.\n', {}, 'seeds/2021-07-05-a.txt');
    const [published] = missingMetadata(snapshot).steps.filter(({ key }) => key === 'published');
    expect(published?.suggestions).toEqual([
      { value: '2021-07-05', why: 'as it may be meant' },
      { value: '2021-05-07', why: 'as it may be meant' },
    ]);
  });
});

describe('suggestions', () => {
  const CORPUS = {
    'seedmark.yaml': 'sources: [The Evening Ledger]\n',
    'seeds/b.txt': 'Source: Sky News\nAuthor: Jane Doe\n\nText.\n',
    'seeds/c.txt': 'Source: Sky News\nAuthor: John Roe\n\nText.\n',
    'seeds/d.txt': 'Source: Other\nAuthor: John Roe\n\nText.\n',
    'seeds/e.txt': 'Source: Other\nAuthor: Kim\n\nText.\n',
    'seeds/f.txt': 'Source: Other\nAuthor: Kim\n\nText.\n',
    'seeds/g.txt': 'Source: Other\nAuthor: Kim\n\nText.\n',
  };

  test.each<[FieldKey, string, string[]]>([
    ['source', 'Text.\n', ['The Evening Ledger', 'Other', 'Sky News']],
    ['author', 'Source: Sky News\n\nBy Ada Lovelace\n\nText.\n', ['Ada Lovelace', 'John Roe', 'Jane Doe', 'Kim']],
    ['author', 'By the sea they met.\n', ['Kim', 'John Roe', 'Jane Doe']],
    [
      'published',
      'LONDON, 5 July 2021: They met.\n\nOn July 4, 2021 they did not, nor in May.\n',
      ['2021-07-05', '2021-07-04'],
    ],
    ['published', 'They met.\n', [TODAY]],
    ['retrieved', 'They met on 1 July 2021.\n', [TODAY]],
    ['title', 'Canal open again\n\nShips move.\n', ['Canal open again']],
    [
      'title',
      'Ships move through the canal. That is good.\n',
      ['Ships move through the canal. That is good.', 'Ships move through the canal'],
    ],
    ['url', 'Text.\n\nMore at https://x.org/a-b and www.y.org.\n', ['https://x.org/a-b', 'https://www.y.org']],
    ['language', 'The ships of the canal move to the sea, and that is good.\n', ['en']],
    ['language', '三家平台正在接受审查。\n', ['zh']],
    ['language', 'Drei Plattformen werden geprüft.\n', []],
    ['keywords', 'China, China and Japan.\n', ['China; Japan']],
    ['rights', 'Text.\n', []],
  ])('%s: %s', async (key, text, expected) => {
    const { snapshot } = await openSeed(text, CORPUS);
    const found = suggestedValues(snapshot, key);
    expect(found.map(({ value }) => value)).toEqual(expected);
    for (const { why } of found) expect(why).not.toBe('');
  });

  test('the file’s name says when', async () => {
    const { snapshot } = await openSeed('Text.\n', {}, 'seeds/skynews_20210705.txt');
    expect(suggestedValues(snapshot, 'published')).toEqual([{ value: '2021-07-05', why: 'from the file’s name' }]);
  });
});

describe('a value before it is taken', () => {
  test.each<[FieldKey, string, string | undefined, boolean]>([
    ['published', '2021-07-05', undefined, false],
    ['published', 'yesterday', 'no date that can be read', false],
    ['published', '05/07/2021', 'can be read as', false],
    ['published', '31 June 2021', 'June', false],
    ['published', '2031-01-01', 'in the future', true],
    ['published', 'Tuesday 5 July 2021', 'Monday', true],
    ['url', 'example.org', 'https://example.org', false],
    ['url', 'https://example.org/a', undefined, false],
    ['language', 'Klingonish', 'no language', false],
    ['title', 'Anything: at all', undefined, false],
  ])('%s: %s', (key, value, problem, doubtful) => {
    const check = checkValue(key, value, TODAY);
    if (problem === undefined) expect(check.problem).toBeUndefined();
    else expect(check.problem).toContain(problem);
    expect(check.doubtful).toBe(doubtful);
  });
});

describe('one quick fix opens the form', () => {
  const offered = async (text: string, commands: readonly string[]) => {
    const { snapshot } = await openSeed(text);
    const range = { start: { line: 0, character: 0 }, end: { line: 1, character: 100 } };
    const actions = codeActions(snapshot, range, { snippets: false, commands });
    return actions.filter(({ command }) => command !== undefined);
  };
  const complete = (published: string, title = 'T') =>
    `Source: X Published: ${published}\nTitle: ${title}\nAuthor: A\nURL: https://x.example/a\n\nText.\n`;
  test.each([
    ['Source: X\n\nText.\n', 'Fill in missing metadata…', 4],
    [complete('yesterday'), 'Write another value…', 1],
    [complete('2021-06-31'), 'Write another value…', 1],
    [complete('05/07/2021'), 'Write another value…', 1],
  ])('%j: %s', async (text, title, mended) => {
    expect(await offered(text, [])).toEqual([]);
    const [action, ...others] = await offered(text, ['seedmark.fillMetadata']);
    expect(others).toEqual([]);
    expect(action).toMatchObject({ title, kind: 'quickfix', command: { command: 'seedmark.fillMetadata' } });
    expect(action?.diagnostics).toHaveLength(mended);
  });
  test.each([complete('2021-06-30'), complete('2021-06-30', 'The talks of 31 June 2021')])(
    'but for %j: the form would ask for nothing',
    async (text) => expect(await offered(text, ['seedmark.fillMetadata'])).toEqual([]),
  );
});
