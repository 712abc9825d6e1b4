import { shorten } from '../text/shorten.ts';
import { distance } from '../text/similar.ts';

/** Whether the value of a field has the shape that its kind asks for; what is wrong, in one sentence, and what to write. */
export interface WrongShape {
  readonly message: string;
  /** The value as it should be, where that can be told. */
  readonly replacement?: string;
}

const SCHEMES = new Set([
  'http:',
  'https:',
  'ftp:',
  'ftps:',
  'doi:',
  'urn:',
  'info:',
  'ark:',
  'hdl:',
  'file:',
  'mailto:',
]);
/** A host without its scheme, perhaps with a path: "www.example.org/news", "example.co.uk", "müller.de". */
const BARE_HOST =
  /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.){1,8}(?!(?:html?|txt|pdf|docx?|php|jpe?g|png)$)\p{L}{2,24}(?::\d{1,5})?(?:[/?#]\S*)?$/iu;
/** A digital object identifier without its address. */
const BARE_DOI = /^(?:doi:\s+)?(10\.\d{4,9}\/\S+)$/i;

/** What is wrong with a URL; undefined for a good one. */
export function wrongUrl(value: string): WrongShape | undefined {
  const url = value.replace(/^<(.*)>$/, '$1').trim();
  if (url.length > 4_000) return undefined;
  const shown = shorten(value);
  const doi = BARE_DOI.exec(url)?.[1];
  if (doi !== undefined) {
    const replacement = `https://doi.org/${doi}`;
    return { message: `“${shown}” is no complete URL. Write ${shorten(replacement)}.`, replacement };
  }
  if (/\s/.test(url)) {
    const parts = url.split(/[\s,;]+/).filter((part) => part !== '');
    // Several addresses are as good as one.
    if (parts.length <= 20 && parts.every((part) => part === 'and' || wrongUrl(part) === undefined)) return undefined;
    return { message: `“${shown}” is no URL: it holds a blank. Write one address, such as https://example.org/news.` };
  }
  if (BARE_HOST.test(url)) {
    const replacement = `https://${url}`;
    return { message: `“${shown}” is no complete URL. Write ${shorten(replacement)}.`, replacement };
  }
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(url)?.[0].toLowerCase();
  const slip = /^(https?)(?::\/(?!\/)|\/\/|;\/\/|:(?!\/))(?=[a-z0-9])/i.exec(url);
  if (slip) {
    const replacement = `${(slip[1] ?? '').toLowerCase()}://${url.slice(slip[0].length)}`;
    return { message: `“${shown}” is no URL. Write ${shorten(replacement)}.`, replacement };
  }
  if (scheme === undefined || !SCHEMES.has(scheme)) {
    // Programs have schemes of their own ("zotero://select/…"); only what is nearly "http" is a slip.
    const name = scheme?.slice(0, -1) ?? '';
    const near = ['https', 'http'].find((known) => distance(name, known, 1) === 1);
    if (scheme !== undefined && /^[^:]+:\/\/[^\s/]/.test(url)) {
      if (near === undefined) return undefined;
      const replacement = `${near}${url.slice(name.length)}`;
      return { message: `“${shown}” is no URL. Write ${shorten(replacement)}.`, replacement };
    }
    return { message: `“${shown}” is no URL. Write the whole address, such as https://example.org/news.` };
  }
  if (!scheme.startsWith('http')) return undefined;
  const [, host, port, behind] =
    /^https?:\/\/(?:[^/?#@\s]*@)?([^/?#:\s]*|\[[\da-f:.]+\])(:\d+)?(?:[/?#](.*))?$/is.exec(url) ?? [];
  if (host === undefined || host === '' || /^[.。．]|[.。．]{2}/.test(host))
    return { message: `“${shown}” names no host. Write the whole address, such as https://example.org/news.` };
  // A machine of the house may have a name without dots; a name and nothing else was broken off.
  if (/[.。．]/.test(host) || host.startsWith('[') || host === 'localhost' || port || behind) return undefined;
  return {
    message: `“${shown}” ends before its host does. Write the whole address, such as https://example.org/news.`,
  };
}

/** What is wrong with the language of a document: a BCP 47 tag, or the name of a language; several may stand in a list. */
export function wrongLanguage(value: string): WrongShape | undefined {
  for (const [i, part] of value.split(/[,;/&|、，；]|\s+and\s+/iu).entries()) {
    const language = part.trim().replace(/\s*\([^()]{0,40}\)$/, '');
    if (language === '' || isTag(language) || isName(language)) continue;
    // "English, US": where it is spoken so.
    if (i > 0 && /^(?:[A-Z]{2}|USA)$/.test(language)) continue;
    if (/\s/.test(language) && language.split(/\s+/).every(isTag)) continue;
    const replacement =
      language.includes('_') && isTag(language.replaceAll('_', '-')) ? language.replaceAll('_', '-') : undefined;
    const advice =
      replacement === undefined
        ? 'Write a tag such as “en” or “zh-Hans”, or the name of the language.'
        : `Write “${replacement}”.`;
    const whole = replacement !== undefined && value.trim() === language ? { replacement } : {};
    return { message: `“${shorten(language)}” is no language. ${advice}`, ...whole };
  }
  return undefined;
}

const TAG = /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,6}$/i;

function isTag(text: string): boolean {
  if (!TAG.test(text)) return false;
  try {
    // "und", the tag for a language that is not known, has none there.
    const code = new Intl.Locale(text).language || 'und';
    return KNOWN_CODES.has(code) || englishNames().of(code) !== undefined;
  } catch {
    return false;
  }
}

/** Codes of languages that ICU has no name for but libraries use. */
const KNOWN_CODES = new Set(['und', 'mul', 'zxx', 'mis']);

let names: Intl.DisplayNames | undefined;
function englishNames(): Intl.DisplayNames {
  names ??= new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
  return names;
}

let known: ReadonlySet<string> | undefined;

/** Whether a text is the name of a language, in English, in the language itself or in another one of those of the press. */
function isName(text: string): boolean {
  known ??= languageNames();
  const name = text.toLowerCase();
  // "Brazilian Portuguese", "Modern Greek": the last word tells; "Português do Brasil", "русский язык": the first.
  return [name, name.slice(name.lastIndexOf(' ') + 1), name.replace(/\s.*/s, '')].some((word) => known?.has(word));
}

/** Languages in whose words the names of all others are known. */
const PRESS = 'en de fr es it pt nl pl ru uk zh ja ko ar fa tr sv hi'.split(' ');

/** Names that ICU does not have, or has under codes of three letters only. */
const MORE_NAMES =
  'mandarin cantonese hakka hokkien farsi flemish castilian valencian moldovan serbo-croatian frisian sorbian gaelic scots romani ' +
  'romany ladino asturian aromanian plattdeutsch hawaiian cherokee navaho inuktitut tagalog filipino cebuano ilocano dari ' +
  'kurmanji sorani rohingya uighur uygur hmong karen balochi konkani maithili santali tetum chichewa fulani tamazight kabyle ' +
  'kreyòl papiamento multilingual 简体中文 繁体中文 繁體中文 简体 繁體 汉语 漢語 普通话 國語 粤语 粵語 bokmål';

/** Names by all codes of two letters; ICU knows which of them are languages. */
function languageNames(): ReadonlySet<string> {
  const all = new Set(MORE_NAMES.split(' '));
  const letters = 'abcdefghijklmnopqrstuvwxyz';
  const codes = [...letters].flatMap((a) => [...letters].map((b) => a + b));
  const languages = codes.filter((code) => englishNames().of(code) !== undefined);
  const namesIn = (locale: string, of: readonly string[]) => {
    const displayed = new Intl.DisplayNames(locale, { type: 'language', fallback: 'none' });
    for (const code of of) {
      const name = displayed.of(code)?.toLowerCase();
      if (name !== undefined) all.add(name);
    }
  };
  for (const code of languages) namesIn(code, [code]);
  for (const locale of PRESS) namesIn(locale, languages);
  return all;
}
