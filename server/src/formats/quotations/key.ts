import type { Source } from '../types.ts';
import { readName } from './person-name.ts';
import { dateParts } from './reference.ts';

/** Words that say nothing of a title. */
const EMPTY = new Set(
  'a an the of on in at to for and or but is are was with from by as how why what der die das ein eine le la les un une el los las'.split(
    ' ',
  ),
);

/** A name for a source in a bibliography, of letters and digits: who, year, first word that says something. */
export function citationKey(source: Source): string {
  const { authors, publisher, title, published, path } = source;
  const [author] = authors;
  const name = author === undefined ? undefined : readName(author);
  const who = [name && ('family' in name ? name.family : name.literal), publisher].map((text) =>
    ascii(text ?? '').join(''),
  );
  const year = dateParts(published)?.[0];
  const word = ascii(title ?? '').find((one) => one.length > 1 && !EMPTY.has(one)) ?? '';
  const file = ascii(path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '')).join('');
  const first = who.find((text) => text !== '') ?? '';
  const key = `${first}${year === undefined ? '' : String(year).padStart(4, '0')}${word}`;
  if (first !== '' || word !== '') return key;
  return file === '' ? `source${key}` : file;
}

/** The words of a text in plain lower-case letters and digits; those of other scripts are left out. */
function ascii(text: string): string[] {
  const plain = text
    .toLowerCase()
    .replace(/[ßæœøłđðþı]/g, (letter) => LETTERS[letter] ?? '')
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '');
  return plain.match(/[a-z0-9]+/g) ?? [];
}

const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};
