/** A value as it stands in a row: in quotation marks where it must be, and never one that a spreadsheet would work out. */
export function cell(value: string | number | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const text = isFormula(value) ? `'${value}` : value;
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * What a spreadsheet may take for a formula (OWASP, “CSV Injection”): it begins with one of their signs, of either width, with
 * a tab or a line end, or with blanks and quotation marks in front of one. An apostrophe in front makes a text of it; since an
 * apostrophe is such a mark itself, taking one away again gives back every text as it was.
 */
function isFormula(value: string): boolean {
  return /^[\s\p{Cf}"'‘’“”`]*[=+\-@＝＋－＠\t\r\n]/u.test(value);
}

/** Also what other programs part cells by, and blanks at the edges, which some take away. */
const NEEDS_QUOTES = /[",;\t\r\n]|^\s|\s$/;
