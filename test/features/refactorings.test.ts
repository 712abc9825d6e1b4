import { describe, expect, test } from 'vitest';
import { codeActions } from '../../server/src/features/code-actions.ts';
import { refactorings } from '../../server/src/features/refactorings.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { withCursor } from '../support/cursor.ts';
import { openSeed } from '../support/world.ts';

const EVERYWHERE = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

/** Titles of what is offered at the cursor, and what comes of each. */
async function offered(marked: string, files: Record<string, string> = {}): Promise<Record<string, string>> {
  const { text, position } = withCursor(marked);
  const { snapshot } = await openSeed(text, files);
  const actions = [
    ...refactorings(snapshot, { start: position, end: position }),
    ...codeActions(snapshot, EVERYWHERE, { snippets: false }).filter(({ title }) => title.startsWith('Remove this')),
  ];
  return Object.fromEntries(
    actions.map(({ title, kind, edit }) => {
      expect(kind).toBe(title.startsWith('Remove this') ? 'quickfix' : 'refactor.rewrite');
      const edits = (edit?.changes?.[snapshot.uri] ?? []).map(({ range, newText }) => ({
        start: snapshot.lines.offsetAt(range.start),
        end: snapshot.lines.offsetAt(range.end),
        newText,
      }));
      return [title, applyEdits(text, edits)];
    }),
  );
}

const MERGED = 'Merge the fields that stand twice';
const CONVERT = 'Convert the header to front matter';
const FOOTER_TOO = 'Convert the header to front matter, with the footer’s fields';
const KEYWORDS = 'Fill in keywords from the names the text mentions most';
const ONCE = 'Remove this repetition';

describe('refactorings of the metadata', () => {
  test.each<[string, string, Record<string, string>]>([
    ['in the body', 'Title: T\nSource: X\n\nTe$0xt of China.\n', {}],
    ['on a blank line below the header', 'Title: T\nSource: X\n$0\nText.\n', {}],
    [
      'in the header',
      'Title: T\nSou$0rce: X\n\nText.\n\nRights: R\n',
      {
        [CONVERT]: '---\nsource: X\ntitle: T\n---\n\nText.\n\nRights: R\n',
        [FOOTER_TOO]: '---\nsource: X\ntitle: T\nrights: R\n---\n\nText.\n\n',
        'Order the fields': 'Source: X\nTitle: T\n\nText.\n\nRights: R\n',
      },
    ],
    [
      'in the footer',
      'Source: X\nSource: X\n\nText.\n\nRig$0hts: R\n',
      {
        [CONVERT]: '---\nsource: X\n---\n\nText.\n\nRights: R\n',
        [FOOTER_TOO]: '---\nsource: X\nrights: R\n---\n\nText.\n\n',
        [MERGED]: 'Source: X\n\nText.\n\nRights: R\n',
        [ONCE]: 'Source: X\n\nText.\n\nRights: R\n',
      },
    ],
    [
      'the names of the text',
      'Source: X$0\n\nChina and Japan. China met Taiwan on 2 July 2021, for $5 million.\n',
      {
        [CONVERT]: '---\nsource: X\n---\n\nChina and Japan. China met Taiwan on 2 July 2021, for $5 million.\n',
        [KEYWORDS]:
          'Source: X\nKeywords: China; Japan; Taiwan\n\nChina and Japan. China met Taiwan on 2 July 2021, for $5 million.\n',
      },
    ],
  ])('%s', async (_, text, expected) => expect(await offered(text)).toEqual(expected));
});

describe('a field given twice', () => {
  test.each<[string, string, string | undefined]>([
    ['the same', 'Source: X\nSource: X\n\nText.\n', 'Source: X\n\nText.\n'],
    [
      'under another name',
      'Source: X\nPublisher: X Published: 2021\n\nText.\n',
      'Source: X\nPublished: 2021\n\nText.\n',
    ],
    ['the same list in another order', 'Tags: a; b\nKeywords: b, a\n\nText.\n', 'Tags: a; b\n\nText.\n'],
    ['in the footer', 'Source: X\n\nText.\n\nSource: X\n', 'Source: X\n\nText.\n\n'],
    ['in front matter', '---\nsource: X\nsource: "X"\n---\nText.\n', '---\nsource: X\n---\nText.\n'],
    ['in front matter, a list', '---\ntags: a\ntags:\n  - a\n# b\n---\nText.\n', '---\ntags: a\n# b\n---\nText.\n'],
    ['another value', 'Source: X\nSource: Y\n\nText.\n', undefined],
    ['another list', 'Tags: a; b\nTags: a\n\nText.\n', undefined],
  ])('%s', async (_, text, expected) => expect((await offered(`$0${text}`))[ONCE]).toBe(expected));
});

describe('keywords from names', () => {
  const FACTS =
    'entities:\n  - id: cpc\n    type: organization\n    name: Communist Party of China\n    aliases: [CPC, the Party]\n';
  const facts = { 'facts/a.yaml': FACTS };

  test.each<[string, string, string | undefined]>([
    ['the most frequent first', 'Japan. China, China.', 'Source: X\nKeywords: China; Japan'],
    [
      'one entity under all its names, by the name of the facts',
      'Japan, Japan. CPC, CPC. The Party.',
      'Source: X\nKeywords: Communist Party of China; Japan',
    ],
    [
      'six at most',
      'China, Japan, Taiwan, France, Germany, Spain, Italy, Egypt.',
      'Source: X\nKeywords: China; Japan; Taiwan; France; Germany; Spain',
    ],
    ['no numbers, sums and dates', 'On 2 July 2021 12% paid $5 million for 5 km.', undefined],
  ])('%s', async (_, body, expected) => {
    const after = (await offered(`Source: X$0\n\n${body}\n`, facts))[KEYWORDS];
    expect(after).toBe(expected && `${expected}\n\n${body}\n`);
  });

  test('a keyword that is there by another name is no new one', async () => {
    const after = await offered('Key Words: CPC$0\n\nCommunist Party of China, CPC. Japan.\n', facts);
    expect(after[KEYWORDS]).toBe('Key Words: CPC; Japan\n\nCommunist Party of China, CPC. Japan.\n');
  });

  test('what was rejected is no name, what was annotated is one', async () => {
    const sidecar =
      'seedmark: 1\nannotations:\n  - id: a\n    type: place\n    quote: Japan\n    status: rejected\n  - id: b\n    type: work\n    quote: blue paper\n';
    const after = await offered('Source: X$0\n\nThe blue paper. Japan.\n', { 'seeds/a.txt.annotations.yaml': sidecar });
    expect(after[KEYWORDS]).toBe('Source: X\nKeywords: blue paper\n\nThe blue paper. Japan.\n');
  });
});
