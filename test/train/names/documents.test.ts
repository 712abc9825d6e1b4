import { describe, expect, test } from 'vitest';
import { cleaned, type Document, variants } from '../../../server/train/names/documents.ts';
import { randomFrom } from '../../../server/train/names/random.ts';
import { NAMES } from './support.ts';

const none = { shouted: 0, titled: 0, dated: 0, small: 0, swapped: 0 };

function documentOf(text: string, ...entities: [string, string][]): Document {
  let from = 0;
  const marked = entities.map(([written, type]) => {
    const start = text.indexOf(written, from);
    from = start + written.length;
    return { start, end: from, type, raw: type };
  });
  return { id: 'd', text, entities: marked };
}

function show({ text, entities }: Document): string[] {
  return [text, ...entities.map(({ start, end, type }) => `${type} ${text.slice(start, end)}`)];
}

const EXAMPLE = documentOf(
  'Omar Haddad left Lyon. Haddad is a baker.',
  ['Omar Haddad', 'PER'],
  ['Lyon', 'LOC'],
  ['Haddad', 'PER'],
);

describe('documents of corpora', () => {
  test('titles are no part of a person', () => {
    const document = documentOf(
      'Prime Minister Ida Holm met Dr. Sen.',
      ['Prime Minister Ida Holm', 'PER'],
      ['Dr. Sen', 'PER'],
    );
    expect(show(cleaned(document, 'wnut17')).slice(1)).toEqual(['PER Ida Holm', 'PER Sen']);
  });

  test('blanks round hyphens are closed in the corpus that has them', () => {
    const document = documentOf(
      'Ana Ruiz - Sol of the Quito - based firm Zed',
      ['Ana Ruiz - Sol', 'PER'],
      ['Quito', 'LOC'],
      ['Zed', 'ORG'],
    );
    expect(show(cleaned(document, 'redocred'))).toEqual([
      'Ana Ruiz-Sol of the Quito-based firm Zed',
      'PER Ana Ruiz-Sol',
      'LOC Quito',
      'ORG Zed',
    ]);
    expect(cleaned(document, 'btc').text).toBe(document.text);
  });

  test('groups of several words are groups', () => {
    const document = documentOf('South Korean and Sri Lanka', ['South Korean', 'LOC'], ['Sri Lanka', 'LOC']);
    expect(show(cleaned(document, 'redocred')).slice(1)).toEqual(['NORP South Korean', 'LOC Sri Lanka']);
  });
});

describe('sentences once more', () => {
  const made = (shares: Partial<typeof none>) =>
    variants([EXAMPLE], NAMES, randomFrom(2), { ...none, ...shares }).map(show);

  test('in capitals and in small letters', () => {
    expect(made({ shouted: 1 })).toEqual([
      ['OMAR HADDAD LEFT LYON.', 'PER OMAR HADDAD', 'LOC LYON'],
      ['HADDAD IS A BAKER.', 'PER HADDAD'],
    ]);
    expect(made({ small: 1 })[0]).toEqual(['omar haddad left lyon.', 'PER omar haddad', 'LOC lyon']);
    expect(made({ titled: 1 })[1]).toEqual(['Haddad is a Baker.', 'PER Haddad']);
  });

  test('behind a dateline', () => {
    for (const [text, place] of made({ dated: 1 })) {
      expect(text).toMatch(/^(QUITO|Quito)/);
      expect(place).toMatch(/^LOC quito$/i);
    }
  });

  test('with other names, with and without a title', () => {
    const [first, second] = made({ swapped: 1 });
    expect(first).toEqual(['Ilse Varga left Tromsø.', 'PER Ilse Varga', 'LOC Tromsø']);
    expect(second?.[0]).toMatch(/^(\w+\.? )?Varr?ga is a baker\.$/);
    expect(second?.[1]).toMatch(/^PER Varr?ga$/);
  });

  test('organisations of one word become words that stand on no list, the same one each time', () => {
    const firm = documentOf(
      'Zed of Lima sued Acme. Zed won.',
      ['Zed', 'ORG'],
      ['Lima', 'LOC'],
      ['Acme', 'ORG'],
      ['Zed', 'ORG'],
    );
    const [first] = variants([firm], NAMES, randomFrom(2), { ...none, swapped: 1 });
    expect(show(first as Document)).toEqual([
      'Varmsø of Tromsø sued Varmsø.',
      'ORG Varmsø',
      'LOC Tromsø',
      'ORG Varmsø',
    ]);
  });

  test('some persons and places are on no list either', () => {
    const texts = Array.from(
      { length: 40 },
      (_, seed) => variants([EXAMPLE], NAMES, randomFrom(seed), { ...none, swapped: 1 })[0]?.text,
    );
    expect(new Set(texts)).toContain('Ilse Varga left Tromsø.');
    expect(new Set(texts)).toContain('Ilse Varrga left Tromsø.');
  });

  test('nothing without shares, the same for the same seed', () => {
    expect(made({})).toEqual([]);
    expect(made({ dated: 0.5, swapped: 1 })).toEqual(made({ dated: 0.5, swapped: 1 }));
  });
});
