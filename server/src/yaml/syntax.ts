import type { CST, YAMLError } from 'yaml';
import type { Problem } from '../text/problem.ts';

/** What the parser complains of, in words for people who do not know YAML, at the place where they can see it. */
export function syntaxProblem(error: YAMLError, text: string, tokens: readonly CST.Token[]): Problem {
  const start = Math.min(Math.max(0, error.pos[0]), text.length);
  const end = Math.min(Math.max(start, error.pos[1]), text.length);
  const quote = isUnclosedQuote(error) ? quoteEndingAt(tokens, error.pos[0]) : undefined;
  const span = quote === undefined ? { start, end } : { start: quote, end: quote + 1 };
  return { code: 'yaml-syntax', span, message: syntaxMessage(error) };
}

function isUnclosedQuote(error: YAMLError): boolean {
  return error.code === 'MISSING_CHAR' && error.message.includes('closing');
}

/** The parser complains where the text ends; the user wants to see where the quote began. */
function quoteEndingAt(tokens: readonly CST.Token[], end: number): number | undefined {
  for (const { token } of walk(tokens)) {
    if (token.type !== 'double-quoted-scalar' && token.type !== 'single-quoted-scalar') continue;
    if (token.offset + token.source.length === end) return token.offset;
  }
  return undefined;
}

function syntaxMessage(error: YAMLError): string {
  const { code, message } = error;
  if (isUnclosedQuote(error)) return 'A quotation mark is opened here and never closed. Close it.';
  if (/^Flow .* must .*end with a/.test(message)) {
    const bracket = message.at(-1) ?? ']';
    return `A bracket is opened above and not closed before this place. Add "${bracket}", and indent what is inside.`;
  }
  switch (code) {
    case 'TAB_AS_INDENT':
      return TAB;
    case 'BAD_INDENT':
      return WRONG_INDENT;
    case 'MISSING_CHAR':
      if (message.includes('map value')) return 'A colon is missing behind this key. Write "key: value".';
      return `Something is missing here: ${sentence(message)}`;
    case 'BAD_DQ_ESCAPE':
      return 'This backslash sequence means nothing in YAML. Write "\\\\" for a backslash, or use single quotes.';
    case 'BAD_SCALAR_START':
      return 'A text may not begin with this character unless it is quoted. Put it in double quotes.';
    case 'BLOCK_AS_IMPLICIT_KEY':
      if (message.includes('sequence')) return WRONG_INDENT;
      return 'There are two keys on one line, or a ": " inside a text. Put the text in double quotes.';
    case 'MULTILINE_IMPLICIT_KEY':
      return 'This text runs over several lines where a key is expected: a colon or a dash is missing, or a quote is open.';
    case 'RESOURCE_EXHAUSTION':
      return 'Lists and mappings are nested too deep here. Remove the nesting.';
    default:
      return `YAML cannot be read here: ${sentence(message)}`;
  }
}

export const TAB = 'A tab stands in the indentation here; YAML allows blanks only. Replace the tab by blanks.';

const WRONG_INDENT =
  'The indentation is off here: entries of one list or mapping begin in the same column. Line them up.';

function sentence(message: string): string {
  const line = message.split('\n')[0] ?? '';
  return line.endsWith('.') ? line : `${line}. Correct it, or put the text in double quotes.`;
}

/** All tokens of a tree, in no order to rely on; without recursion, since it guards against deep trees. */
export function* walk(tokens: readonly CST.Token[]): Generator<{ token: CST.Token; depth: number }> {
  const open: { token: CST.Token; depth: number }[] = tokens.map((token) => ({ token, depth: 0 }));
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { token, depth } = next;
    yield next;
    if (token.type === 'document') {
      if (token.value) open.push({ token: token.value, depth: depth + 1 });
    } else if ('items' in token) {
      for (const item of token.items) {
        if (item.key) open.push({ token: item.key, depth: depth + 1 });
        if (item.value) open.push({ token: item.value, depth: depth + 1 });
      }
    }
  }
}
