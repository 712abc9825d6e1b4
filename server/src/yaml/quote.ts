/**
 * A text as a YAML scalar on one line: plain where every YAML 1.1 and 1.2 reader takes it as this very text, else in
 * double quotes, so written that JSON readers understand it too. `flow`: inside `[…]` or `{…}`, where commas and brackets
 * end a plain text.
 */
export function quoteYaml(text: string, flow = false): string {
  return isPlain(text, flow) ? text : doubleQuoted(text);
}

/** A text in double quotes whatever it is. */
export function doubleQuoted(text: string): string {
  return JSON.stringify(text).replace(UNSEEN, (char) => {
    const code = char.codePointAt(0) ?? 0;
    if (code <= 0xffff) return `\\u${code.toString(16).padStart(4, '0')}`;
    return [...Array(char.length).keys()].map((i) => `\\u${char.charCodeAt(i).toString(16)}`).join('');
  });
}

/**
 * Characters that YAML may not hold, that it takes for line ends, or that a reader of the file would not see (and that
 * can turn the order of what he sees). Joiners stay: Persian, Indic scripts and emoji are written with them.
 */
const UNSEEN = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\ufffe\uffff]/gu;
const HAS_UNSEEN = new RegExp(UNSEEN.source, 'u');

/** What YAML 1.1 or 1.2 reads as something else than a text. Some readers take an exponent alone (`e9`) for a number. */
const SPECIAL =
  /^(?:y|n|yes|no|on|off|true|false|null|~|=|<<|[-+]?\.(?:inf|nan)|[-+]?(?:[.\d]|e[-+]?\d)[\d_.,:eE+-]*|[-+]?0[xob][\da-f_]+|\d{4}-\d\d?-\d\d?(?:[Tt\s].*)?)$/i;

function isPlain(text: string, flow: boolean): boolean {
  if (text === '' || text.length > 400 || SPECIAL.test(text) || HAS_UNSEEN.test(text)) return false;
  if (/^[\s\-?:,[\]{}#&*!|>'"%@`=<~]|^\.\.\.|\s$|:(?:\s|$)|\s#/u.test(text)) return false;
  return !(flow && /[,[\]{}]|:[,[\]{}]/.test(text));
}
