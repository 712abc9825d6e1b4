import { describe, expect, test } from 'vitest';
import { documentHighlights } from '../../server/src/features/document-highlights.ts';
import { withCursor } from '../support/cursor.ts';
import { marked } from '../support/marks.ts';
import { openSeed } from '../support/world.ts';

const FACTS = `entities:
  - {id: who, type: organization, name: World Health Organization, aliases: [WHO]}
  - {id: paris-tx, type: place, name: Paris Texas}
`;

/** The text with what is highlighted marked; undefined where nothing is. */
async function highlights(cursor: string, sidecar?: string, limit = 100): Promise<string | undefined> {
  const { text, position } = withCursor(cursor);
  const { snapshot } = await openSeed(text, {
    'facts/f.yaml': FACTS,
    ...(sidecar === undefined ? {} : { 'seeds/a.txt.annotations.yaml': sidecar }),
  });
  const { lines } = snapshot;
  const found = documentHighlights(snapshot, position, { limit });
  const spans = found?.map(({ range }) => ({ start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) }));
  return spans && marked(text, spans, () => '');
}

describe('highlights', () => {
  test.each([
    [
      'a name, wherever it is one',
      'It rained in Chi$0na and in China. China',
      'It rained in <<China>> and in <<China>>. <<China>>',
    ],
    [
      'an entity by all its names',
      'The WH$0O said. The World Health Organization. Who?',
      'The <<WHO>> said. The <<World Health Organization>>. Who?',
    ],
    [
      'a date in the same words',
      'On 5 Ju$0ly 2021 and on 5 July 2021, not 6 July 2021.',
      'On <<5 July 2021>> and on <<5 July 2021>>, not 6 July 2021.',
    ],
  ])('%s', async (_name, cursor, expected) => {
    expect(await highlights(cursor)).toBe(expected);
  });

  test.each([
    ['a blank', 'a  $0  b'],
    ['punctuation', 'a , $0. b'],
    ['an empty text', '$0'],
    ['a plain word, which the editor finds itself', 'The c$0at sat. A cat.'],
  ])('%s has none', async (_name, cursor) => {
    expect(await highlights(cursor)).toBeUndefined();
  });

  describe('annotations', () => {
    const sidecar = `annotations:
  - {id: a1, type: person, quote: the minister, at: 0, before: "", after: " met", entity: wang}
  - {id: a2, type: person, quote: Mr Wang, at: 17, before: "met ", after: " and", entity: wang}
  - {id: a3, type: product, quote: the ship, at: 29, before: "and ", after: ". The"}
  - {id: a4, type: product, quote: the ship, at: 47, before: "saw ", after: "."}
  - {id: a5, type: place, quote: China, at: 57, before: "In ", after: " he", status: rejected}
`;
    const text = 'the minister met Mr Wang and the ship. The man saw the ship. In China he met China.';
    const at = (words: string) => text.replace(words, `${words}$0`);

    test('of one entity belong together', async () => {
      expect(await highlights(at('the mini'), sidecar)).toBe(
        '<<the minister>> met <<Mr Wang>> and the ship. The man saw the ship. In China he met China.',
      );
    });

    test('without entity by words and type', async () => {
      expect(await highlights(at('and the sh'), sidecar)).toBe(
        'the minister met Mr Wang and <<the ship>>. The man saw <<the ship>>. In China he met China.',
      );
    });

    test('a rejected one is no place of the name', async () => {
      expect(await highlights(`${text.slice(0, -2)}$0a.`, sidecar)).toBe(
        'the minister met Mr Wang and the ship. The man saw the ship. In China he met <<China>>.',
      );
    });

    test('an annotated name and one that is only recognised', async () => {
      const tagged = `annotations:\n  - {id: b1, type: organization, quote: WHO, at: 4, before: "The ", after: " said", entity: who}\n`;
      expect(await highlights('The WH$0O said. The World Health Organization.', tagged)).toBe(
        'The <<WHO>> said. The <<World Health Organization>>.',
      );
    });
  });

  test('more than the limit: those nearest to the cursor', async () => {
    const places = async (cursor: string, limit: number) =>
      (await highlights(cursor, undefined, limit))?.replaceAll('China', 'a');
    expect(await places('China, China, China, China, Chi$0na, China, China', 4)).toBe(
      'a, a, <<a>>, <<a>>, <<a>>, <<a>>, a',
    );
    expect(await places('Chi$0na, China, China, China', 3)).toBe('<<a>>, <<a>>, <<a>>, a');
    expect(await places('China, China, China, Chi$0na', 3)).toBe('a, <<a>>, <<a>>, <<a>>');
  });

  test('in a book, names are found wherever they stand', async () => {
    const far = `${'It rained and it snowed. '.repeat(80)}\n\n`.repeat(600);
    const found = await highlights(`The canal in China.\n\n${far}The canal in Chi$0na.`);
    expect(found?.match(/<<[^>]*>>/g)).toEqual(['<<China>>', '<<China>>']);
  });
});
