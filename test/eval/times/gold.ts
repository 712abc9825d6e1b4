import type { Document } from './lines.ts';
import type { Expression } from './score.ts';

/**
 * Reads the project's own texts: a line `# id day-of-publication` begins a document, and in its text
 * `{Oct. 27|DATE|1989-10-27}` is a time, its type and its value, which may be empty.
 */
export function readGold(source: string): Document[] {
  return source
    .split(/^(?=# )/m)
    .filter((part) => part.trim() !== '')
    .map(readDocument);
}

function readDocument(source: string): Document {
  const [, id, dct, marked] = /^# (\S+) (\d{4}-\d{2}-\d{2})\n([\s\S]*)$/.exec(source) ?? [];
  if (id === undefined || dct === undefined || marked === undefined)
    throw new Error(`"${source.slice(0, 40)}…" begins no document: write "# id 2013-03-22".`);
  const timex: Expression[] = [];
  let text = '';
  let at = 0;
  for (const mark of marked.matchAll(/\{([^{}|]+)\|([A-Z]+)\|([^{}|]*)\}/g)) {
    const [whole, words = '', type = '', value = ''] = mark;
    text += marked.slice(at, mark.index);
    timex.push({ start: text.length, end: text.length + words.length, type, value });
    text += words;
    at = mark.index + whole.length;
  }
  text += marked.slice(at);
  const broken = /.*[{}].*/.exec(text);
  if (broken !== null) throw new Error(`${id}: a mark is broken in "${broken[0]}".`);
  return { id, dct, text: text.trimEnd(), timex };
}
