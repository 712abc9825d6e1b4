/** Texts in quotation marks, as they stand in a file. */

export type Quote = '"' | "'";

/** Offset behind the mark that closes the quotation begun at `start`, looked for from `from` to `end`. */
export function closingQuote(text: string, start: number, end: number, from = start + 1): number | undefined {
  const quote = text[start];
  for (let at = from; at < end; at++) {
    if (text[at] === '\\' && quote === '"') at++;
    else if (text[at] === quote) {
      if (quote === '"' || text[at + 1] !== "'") return at + 1;
      at++;
    }
  }
  return undefined;
}

/** What a quoted text says; one that is not closed says what is there. */
export function unquoted(source: string): string {
  const quote = source[0];
  const closed = source.length > 1 && source.at(-1) === quote;
  const inner = source.slice(1, closed ? -1 : undefined);
  if (quote === "'") return inner.replaceAll("''", "'");
  if (!inner.includes('\\')) return inner;
  try {
    return String(JSON.parse(`"${inner}"`));
  } catch {
    return inner;
  }
}
