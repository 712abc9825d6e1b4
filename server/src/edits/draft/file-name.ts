import { outletOfHost } from './outlets.ts';

/** Longest parts, in characters; a file and the sidecar beside it must fit into 255 bytes on every disk. */
const LONGEST_SOURCE = 30;
const LONGEST_TITLE = 60;
const MOST_BYTES = 180;

/** Names that Windows gives to devices, with any ending. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/** The name of a new seed, `<source>-<date>-<slug>.txt`, of what is known; letters of all scripts stay. */
export function seedFileName(
  known: {
    readonly source?: string | undefined;
    readonly published?: string | undefined;
    readonly title?: string | undefined;
  },
  today: string,
): string {
  const source = slug(hostName(known.source ?? ''), LONGEST_SOURCE);
  const date = /^\d{4}(?:-\d\d){0,2}$/.test(known.published ?? '') ? known.published : undefined;
  const title = slug(known.title ?? '', LONGEST_TITLE);
  const parts = [source, date, title].filter((part) => part !== undefined && part !== '');
  const name = fitted(parts.length > 0 ? parts.join('-') : `seed-${today}`);
  return `${RESERVED.test(name) ? `seed-${name}` : name}.txt`;
}

/** Letters that are no letter with a mark, as Latin writes them without. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
};

/** Words in lower case with hyphens between them, cut at a word where they are too long. */
export function slug(text: string, longest: number): string {
  const words = text
    .slice(0, 1_000)
    .normalize('NFD')
    // Only the marks of Latin, Greek and Cyrillic: those of other scripts are vowels.
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[ßæœøđðþłı]/g, (letter) => PLAIN[letter] ?? letter)
    .replace(/['’ʼ‘`´]|\u200c|\u200d|\u00ad|(?<=\d)[,.](?=\d{3})/g, '')
    .match(/[\p{L}\p{M}\p{N}]+/gu);
  let result = '';
  let length = 0;
  for (const word of words ?? []) {
    const letters = [...word];
    if (length > 0 && length + 1 + letters.length > longest) break;
    // A script without blanks, or one very long word.
    const kept = letters.slice(0, longest);
    result += (length > 0 ? '-' : '') + kept.join('');
    length += kept.length + 1;
  }
  return result;
}

function fitted(name: string): string {
  const characters = [...name];
  let bytes = 0;
  let end = 0;
  while (end < characters.length) {
    bytes += utf8Length(characters[end] as string);
    if (bytes > MOST_BYTES) break;
    end++;
  }
  return characters.slice(0, end).join('').replace(/-+$/, '');
}

function utf8Length(character: string): number {
  const code = character.codePointAt(0) as number;
  if (code > 0xffff) return 4;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : 3;
}

/** The outlet of a source that is given by its address. */
function hostName(source: string): string {
  const host = /^(?:https?:\/\/|www\.)([^\s/:?#]+)/i.exec(source);
  if (host) return outletOfHost(host[0].replace(/^https?:\/\//i, ''))?.name ?? (host[1] as string);
  return source;
}
