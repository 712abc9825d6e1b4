import { describe, expect, test } from 'vitest';
import { FIELDS, fieldKey, isKeptName, nearFieldKey } from '../../server/src/seed/fields.ts';

describe('names of fields', () => {
  test.each([
    ['Source', 'source'],
    ['SOURCE', 'source'],
    ['Publisher', 'source'],
    ['Outlet', 'source'],
    ['Published', 'published'],
    ['Date', 'published'],
    ['Publication date', 'published'],
    ['publication-date', 'published'],
    ['publication_date', 'published'],
    ['PublicationDate', 'published'],
    ['Published on', 'published'],
    ['Date published', 'published'],
    ['Pub. date', 'published'],
    ['Retrieved', 'retrieved'],
    ['Accessed', 'retrieved'],
    ['Access date', 'retrieved'],
    ['date accessed', 'retrieved'],
    ['Headline', 'title'],
    ['Author(s)', 'author'],
    ['By', 'author'],
    ['Byline', 'author'],
    ['Link', 'url'],
    ['Key Words', 'keywords'],
    ['key-words', 'keywords'],
    ['Tags', 'keywords'],
    ['Lang', 'language'],
    ['Copyright', 'rights'],
    ['Licence', 'rights'],
    ['License', 'rights'],
  ])('%s is %s', (name, key) => expect(fieldKey(name)).toBe(key));

  test.each(['Note', 'LONDON', 'He said', 'Twitter', '', 'constructor', '__proto__', 'x'.repeat(500)])(
    '%s is none',
    (name) => {
      expect(fieldKey(name)).toBeUndefined();
      expect(nearFieldKey(name)).toBeUndefined();
    },
  );

  test.each([
    ['Publised', 'published'],
    ['Pubished', 'published'],
    ['Pulbished', 'published'],
    ['Tittle', 'title'],
    ['Titel', 'title'],
    ['Soruce', 'source'],
    ['Suorce', 'source'],
    ['Osurce', 'source'],
    ['Auther', 'author'],
    ['Autor', 'author'],
    ['Key Wrods', 'keywords'],
    ['Languege', 'language'],
    ['Copywright', 'rights'],
    ['Retreived', 'retrieved'],
    ['Acessed', 'retrieved'],
  ])('%s is nearly %s', (name, key) => expect(nearFieldKey(name)?.key).toBe(key));

  test.each([
    'Title',
    'Sources',
    'Titles',
    'Little',
    'Right',
    'Data',
    'Dates',
    'Bay',
    'Wed',
    'Resource',
    'Authority',
    'Rates',
    'Likes',
  ])('%s is near none', (name) => expect(nearFieldKey(name)).toBeUndefined());

  test('every field is described, and no name stands for two', () => {
    const names = new Map<string, string>();
    for (const { key, label, yamlName, term, meaning, synonyms } of FIELDS) {
      expect(term).toMatch(/^dcterms:\w+$/);
      expect(meaning).toMatch(/^[A-Z“].*\.$/u);
      for (const name of [key, label, yamlName, ...synonyms]) {
        expect(fieldKey(name)).toBe(key);
        expect(isKeptName(name)).toBe(false);
        expect(names.get(name.toLowerCase()) ?? key).toBe(key);
        names.set(name.toLowerCase(), key);
      }
    }
  });
});
