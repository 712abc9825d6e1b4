/** A text cut into words, blanks and signs; equal ones have equal numbers in all texts that were cut with the same table. */
export interface Words {
  readonly ids: Int32Array;
  /** Where each begins, in code units; one more for the end of the text. */
  readonly starts: Int32Array;
}

/** Cuts a text; `table` gives each word its number and grows. A script without blanks is cut into its signs. */
export function wordsOf(text: string, table: Map<string, number>): Words {
  const starts = new Int32Array(text.length + 1);
  const ids = new Int32Array(text.length);
  let count = 0;
  for (let at = 0; at < text.length; ) {
    let end = at + 1;
    if (isWord(text.charCodeAt(at))) while (end < text.length && isWord(text.charCodeAt(end))) end++;
    else if ((text.charCodeAt(at) & 0xfc00) === 0xd800 && (text.charCodeAt(end) & 0xfc00) === 0xdc00) end++;
    const word = text.slice(at, end);
    let id = table.get(word);
    if (id === undefined) {
      id = table.size;
      table.set(word, id);
    }
    starts[count] = at;
    ids[count++] = id;
    at = end;
  }
  starts[count] = text.length;
  return { ids: ids.subarray(0, count), starts: starts.subarray(0, count + 1) };
}

/** Letters and digits of scripts that part words by blanks. */
function isWord(code: number): boolean {
  if (code < 0x80) return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || isDigit(code);
  return (code >= 0xc0 && code < 0x0e00) || (code >= 0x1e00 && code < 0x2000) || (code >= 0xac00 && code <= 0xd7a3);
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}
