import { type Reading, textAt, wordAt } from '../text/reading.ts';
import type { Span } from '../text/span.ts';
import type { Token } from '../text/tokens.ts';
import { FOLLOWING, LABELS, NETWORKS, PHRASES, SECTIONS } from './boilerplate-words.ts';
import { adjoins, endOf, isCapital, type Range, startOf, wordsOf } from './capitals.ts';

/**
 * What in a block has capitals and names nothing, in order and without overlaps: "Read More", the label of an image
 * ("Photo:", not the photographer), accounts of a contact line, a line of navigation. What overlaps one of them is no
 * name. Depends on the block alone.
 */
export function boilerplate(reading: Reading): Span[] {
  const found: Span[] = [];
  for (let first = 0; first < reading.tokens.length; ) {
    const last = lineEnd(reading, first);
    if (isNavigation(reading, first, last)) add(found, reading, { first, last });
    else readLine(reading, first, last, found);
    first = last + 1;
  }
  return found;
}

function add(found: Span[], reading: Reading, { first, last }: Range): void {
  const start = startOf(reading, first);
  const end = endOf(reading, last);
  const before = found.at(-1);
  if (before === undefined || before.end <= start) found.push({ start, end });
  else if (before.end < end) found[found.length - 1] = { start: before.start, end };
}

/** The last token of the line that begins with this one. */
function lineEnd({ text, tokens }: Reading, first: number): number {
  let last = first;
  while (last + 1 < tokens.length) {
    const { end } = tokens[last] as Token;
    const next = (tokens[last + 1] as Token).start;
    // Most tokens have a blank between them, or nothing.
    if (next - end > 1 || text.charCodeAt(end) === LINE_FEED) {
      if (/[\n\r]/.test(text.slice(end, next))) break;
    }
    last++;
  }
  return last;
}

const LINE_FEED = 0x0a;

function readLine(reading: Reading, first: number, last: number, found: Span[]): void {
  const networks: Range[] = [];
  let following = false;
  for (let i = first; i <= last; i++) {
    if (!isCapital(reading, i)) continue;
    if (wordAt(reading, i, FIRST_WORDS) > 0) {
      const match = phrase(reading, i);
      if (match !== undefined) {
        following ||= match.following;
        add(found, reading, match.following ? withNetworks(reading, match) : match);
        i = match.last;
        continue;
      }
    }
    if (textAt(reading, i + 1) !== ':') continue;
    if (wordAt(reading, i, NETWORK) > 0) networks.push(account(reading, i, last));
    else if (wordAt(reading, i, LABEL) > 0 && isLabel(reading, i, first)) add(found, reading, { first: i, last: i });
  }
  // "He wrote on Twitter: China will": one network is no line of contacts.
  if (following || networks.length > 1) for (const network of networks) add(found, reading, network);
}

const NETWORK = wordsOf(NETWORKS);
const LABEL = wordsOf(LABELS);
const SECTION = wordsOf(SECTIONS);

interface Phrase {
  readonly words: readonly string[];
  readonly following: boolean;
}

/** By their first words, longer ones first. */
const BY_FIRST = new Map<string, Phrase[]>();
for (const [list, following] of [
  [FOLLOWING, true],
  [PHRASES, false],
] as const)
  for (const written of list) {
    const words = written.split(' ');
    const first = words[0] as string;
    BY_FIRST.set(first, [...(BY_FIRST.get(first) ?? []), { words, following }]);
  }
for (const phrases of BY_FIRST.values()) phrases.sort((a, b) => b.words.length - a.words.length);
const FIRST_WORDS = wordsOf([...BY_FIRST.keys()].join(' '));

function phrase(reading: Reading, first: number): (Range & { readonly following: boolean }) | undefined {
  for (const { words, following } of BY_FIRST.get(textAt(reading, first).toLowerCase()) ?? []) {
    const matches = words.every(
      (word, i) => textAt(reading, first + i).toLowerCase() === word && (i === 0 || adjoins(reading, first + i - 1)),
    );
    if (matches) return { first, last: first + words.length - 1, following };
  }
  return undefined;
}

/** "Follow us on | Facebook, Twitter and Instagram". */
function withNetworks(reading: Reading, { first, last }: Range): Range {
  let end = last;
  for (let at = last + 1; ; at++) {
    if (wordAt(reading, at, NETWORK) > 0 && textAt(reading, at + 1) !== ':') end = at;
    else if (!/^(?:,|and|or|&|\/)$/.test(textAt(reading, at))) return { first, last: end };
  }
}

/** "YouTube: RealSkylark", with all that is glued to the account; where none stands there the label alone. */
function account(reading: Reading, label: number, lineLast: number): Range {
  let last = label + 2;
  if (last > lineLast || wordAt(reading, last, NETWORK) > 0) return { first: label, last: label };
  while (last < lineLast && last - label < MOST_GLUED && startOf(reading, last + 1) === endOf(reading, last)) last++;
  return { first: label, last };
}

/** Tokens of a label and its account: "云雀" and "Skylark" are two. */
const MOST_GLUED = 10;

/** At the beginning of a line or behind a bracket or stroke; "Media contact:" has a word before it. */
function isLabel(reading: Reading, index: number, lineFirst: number): boolean {
  return index <= lineFirst + 1 || /^[([{|/•–—-]$/.test(textAt(reading, index - 1));
}

/** "Home | News | Sport": short pieces between signs, two of them parts of a site at least. */
function isNavigation(reading: Reading, first: number, last: number): boolean {
  let signs = 0;
  let sections = 0;
  let words = 0;
  for (let i = first; i <= last; i++) {
    const { kind } = reading.tokens[i] as Token;
    if (kind === 'word') {
      if (++words > MOST_WORDS) return false;
      if (words === 1 && wordAt(reading, i, SECTION) > 0) sections++;
    } else if (SIGNS.test(textAt(reading, i))) {
      signs++;
      words = 0;
    } else if (textAt(reading, i) !== '&') return false;
  }
  return signs >= 2 && sections >= 2;
}

/** In a piece of a line of navigation. */
const MOST_WORDS = 3;
const SIGNS = /^[|•·›»>/]$/;
