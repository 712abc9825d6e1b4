import type { Span } from './span.ts';

/** A replacement of a span by `newText`; an empty span inserts. Offsets refer to the text before any edit of its list. */
export interface TextEdit extends Span {
  readonly newText: string;
}

/** The text after edits that do not overlap; edits at one place apply in list order. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const sorted = edits.map((edit, index) => ({ edit, index }));
  sorted.sort((a, b) => a.edit.start - b.edit.start || a.edit.end - b.edit.end || a.index - b.index);
  let result = '';
  let at = 0;
  for (const { edit } of sorted) {
    if (edit.start < at) throw new RangeError(`edits overlap at ${edit.start}`);
    result += text.slice(at, edit.start) + edit.newText;
    at = edit.end;
  }
  return result + text.slice(at);
}
