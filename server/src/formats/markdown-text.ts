/** At the beginning of a line some signs make a heading, a list or a rule. */
export function escapeParagraph(text: string): string {
  return escapeText(text)
    .trimStart()
    .replace(/^(?=[#+=-])/, '\\')
    .replace(/^(\d{1,9})(?=[.)])/, '$1\\');
}

/** Signs that mean something anywhere in a line; that text may be read as Markdown, HTML or formulas, and means none. */
export function escapeText(text: string): string {
  return text.replace(/[\\`*_[\]<>&~|$]/g, '\\$&');
}

/** Signs that would end a link, begin code or be read as a character's name. */
export function encodeAddress(address: string): string {
  return address
    .replace(/[\s()<>"'\\`|\u0000-\u001f\u007f]/g, (sign) =>
      encodeURIComponent(sign).replace(/[()']/, (kept) => `%${kept.charCodeAt(0).toString(16)}`),
    )
    .replace(/&(?=#?\w+;)/g, '&amp;');
}
