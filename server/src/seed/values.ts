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
/** A host without its scheme, perhaps with a path: "www.example.org/news", "example.co.uk". */
const BARE_HOST = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,8}[a-z]{2,24}(?::\d{1,5})?(?:[/?#]\S*)?$/i;

/** What is wrong with a URL; undefined for a good one. */
export function wrongUrl(value: string): WrongShape | undefined {
  const url = value.replace(/^<(.*)>$/, '$1').trim();
  if (url.length > 4_000) return undefined;
  const shown = short(value);
  if (/\s/.test(url)) {
    const parts = url.split(/[\s,;]+/);
    // Several addresses are as good as one.
    if (parts.length <= 20 && parts.every((part) => part === 'and' || wrongUrl(part) === undefined)) return undefined;
    return { message: `“${shown}” is no URL: it holds a blank. Write one address, such as https://example.org/news.` };
  }
  if (BARE_HOST.test(url)) {
    const replacement = `https://${url}`;
    return { message: `“${shown}” is no complete URL. Write ${short(replacement)}.`, replacement };
  }
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(url)?.[0].toLowerCase();
  const slip = /^(https?)(?::\/(?!\/)|\/\/|;\/\/|:(?!\/))(?=[a-z0-9])/i.exec(url);
  if (slip) {
    const replacement = `${(slip[1] ?? '').toLowerCase()}://${url.slice(slip[0].length)}`;
    return { message: `“${shown}” is no URL. Write ${short(replacement)}.`, replacement };
  }
  if (scheme === undefined || !SCHEMES.has(scheme)) {
    return { message: `“${shown}” is no URL. Write the whole address, such as https://example.org/news.` };
  }
  if (!scheme.startsWith('http')) return undefined;
  const host = /^https?:\/\/(?:[^/?#@\s]*@)?([^/?#:\s]*|\[[\da-f:.]+\])(?::\d+)?(?:[/?#]|$)/i.exec(url)?.[1];
  if (host !== undefined && host !== '' && (host.includes('.') || host === 'localhost' || host.startsWith('['))) {
    return undefined;
  }
  return { message: `“${shown}” names no host. Write the whole address, such as https://example.org/news.` };
}

/** What is wrong with the language of a document: a BCP 47 tag, or the name of a language; several may stand in a list. */
export function wrongLanguage(value: string): WrongShape | undefined {
  for (const part of value.split(/[,;/&、]|\s+and\s+/iu)) {
    const language = part.trim().replace(/\s*\([^()]{0,40}\)$/, '');
    if (language === '' || isTag(language) || isName(language)) continue;
    const replacement =
      language.includes('_') && isTag(language.replaceAll('_', '-')) ? language.replaceAll('_', '-') : undefined;
    const advice =
      replacement === undefined
        ? 'Write a tag such as “en” or “zh-Hans”, or the name of the language.'
        : `Write “${replacement}”.`;
    const whole = replacement !== undefined && value.trim() === language ? { replacement } : {};
    return { message: `“${short(language)}” is no language. ${advice}`, ...whole };
  }
  return undefined;
}

const TAG = /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,6}$/i;

function isTag(text: string): boolean {
  if (!TAG.test(text)) return false;
  try {
    const code = new Intl.Locale(text).language;
    return englishNames().of(code) !== undefined || KNOWN_CODES.has(code);
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

/** Whether a text is the name of a language, in English or in the language itself. */
function isName(text: string): boolean {
  known ??= languageNames();
  const name = text.toLowerCase();
  // "Brazilian Portuguese", "Modern Greek": the last word tells.
  return known.has(name) || known.has(name.slice(name.lastIndexOf(' ') + 1));
}

/** Names by all codes of two letters; ICU knows which of them are languages. */
function languageNames(): ReadonlySet<string> {
  const all = new Set([
    'mandarin',
    'cantonese',
    'farsi',
    'flemish',
    'tagalog',
    'filipino',
    'dari',
    'kurmanji',
    'sorani',
    'multilingual',
  ]);
  const letters = 'abcdefghijklmnopqrstuvwxyz';
  for (const a of letters) {
    for (const b of letters) {
      const english = englishNames().of(a + b);
      if (english === undefined) continue;
      all.add(english.toLowerCase());
      const own = new Intl.DisplayNames(a + b, { type: 'language', fallback: 'none' }).of(a + b);
      if (own !== undefined) all.add(own.toLowerCase());
    }
  }
  return all;
}

function short(value: string): string {
  return value.length > 60 ? `${value.slice(0, 59)}…` : value;
}
