import { TextLines } from '../../server/src/text/lines.ts';

/** A text with `$0` where the cursor stands: the text without it, and the position. */
export function withCursor(marked: string): { text: string; position: { line: number; character: number } } {
  const at = marked.indexOf('$0');
  if (at < 0) throw new Error(`no $0 in ${JSON.stringify(marked)}`);
  const text = marked.slice(0, at) + marked.slice(at + 2);
  return { text, position: TextLines.from(text).positionAt(at) };
}
