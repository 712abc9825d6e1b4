/** Hebrew, Arabic and other scripts that run from right to left. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** A text as it may stand among others: what runs from right to left does not draw its neighbours along. */
export function apart(text: string): string {
  return RIGHT_TO_LEFT.test(text) ? `\u2068${text}\u2069` : text;
}

/** A text for a title: on one line, with its middle left out where it is long, in quotation marks. */
export function quoted(text: string, limit = 50): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  const characters = [...line];
  if (characters.length <= limit) return `“${apart(line)}”`;
  const half = Math.floor((limit - 1) / 2);
  return `“${apart(`${characters.slice(0, half).join('').trimEnd()}…${characters.slice(-half).join('').trimStart()}`)}”`;
}

/** Several texts for a title; the first ones stand for all. */
export function quotedList(texts: readonly string[]): string {
  const [first, second] = texts;
  if (first === undefined) return '';
  if (second === undefined) return quoted(first);
  const shown = `${quoted(first, 24)}, ${quoted(second, 24)}`;
  return texts.length === 2 ? shown : `${shown} and ${texts.length - 2} more`;
}

/** Text from files in a label, where VS Code would read `$(name)` as an icon. */
export function plain(text: string): string {
  return text.replaceAll('$(', '\\$(');
}

/** Text from files or from the user in the lines of an input box, where VS Code reads icons and links. */
export function plainLine(text: string): string {
  return withoutLinks(plain(text));
}

export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

/**
 * A message whose text may come from a file, as it may be shown: VS Code makes links of `[label](target)`, commands
 * among them, so the two brackets are kept apart by a character of no width.
 */
export function withoutLinks(message: string): string {
  return message.replace(/\]\(/g, ']\u200b(');
}

/**
 * Words that adults read silently in a minute, in English non-fiction: M. Brysbaert, “How many words do we read per
 * minute?”, Journal of Memory and Language 109 (2019). For the characters of Chinese and Japanese it
 * is a guess of the right size.
 */
const WORDS_A_MINUTE = 238;

/** “5 min to read”; below half a minute nothing is worth saying. */
export function readingTime(words: number): string | undefined {
  const minutes = Math.round(words / WORDS_A_MINUTE);
  if (minutes < 1) return undefined;
  if (minutes < 60) return `${minutes} min to read`;
  const rest = minutes % 60;
  return rest === 0 ? `${minutes / 60} h to read` : `${Math.floor(minutes / 60)} h ${rest} min to read`;
}

/** A number as English writes it: “1,240”. */
export function grouped(number: number): string {
  return number.toLocaleString('en-GB');
}
