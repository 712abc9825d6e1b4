import { Keywords } from '../text/keywords.ts';
import { follows, type Reading, textAt, wordAt } from '../text/reading.ts';
import { acronymBehind } from './acronym.ts';
import {
  adjoins,
  beginsSentence,
  endOf,
  goesOn,
  isCapital,
  isDelimited,
  isHeadline,
  isYear,
  nameStart,
  type Range,
  startOf,
  titleEnd,
  wordsOf,
} from './capitals.ts';
import { COUNTRIES, GENERIC, HEADS, type Head, NUMBERED, type Numbered, OF_A_COUNTRY, PARTS } from './law-words.ts';
import type { Mention } from './types.ts';

/**
 * Laws, treaties and their parts that are certain by their words: "the Clean Air Act of 1970" (without the article),
 * "Article 5 of the Constitution", "Regulation (EU) 2016/679", and the acronym that a name is given in brackets.
 */
export function findLaws(reading: Reading): Mention[] {
  const found: Mention[] = [];
  const { tokens } = reading;
  let headline: boolean | undefined;
  for (let i = 0; i < tokens.length; i++) {
    if (!isCapital(reading, i)) continue;
    const trigger = wordAt(reading, i, TRIGGERS);
    if (trigger === 0) continue;
    let law = numbered(reading, i);
    if (law === undefined && (trigger & NAMED) !== 0) {
      law = named(reading, i);
      headline ??= isHeadline(reading);
      if (law !== undefined && headline && !isDelimited(reading, law)) law = undefined;
    }
    if (law === undefined) continue;
    const range = withPart(reading, law);
    const start = startOf(reading, range.first);
    // "Article 5" was found before the law that it is of.
    while ((found.at(-1)?.start ?? -1) >= start) found.pop();
    if ((found.at(-1)?.end ?? 0) > start) continue;
    found.push(mention(reading, range));
    i = range.last;
    const acronym = acronymBehind(reading, law);
    if (acronym === undefined) continue;
    found.push(mention(reading, { first: acronym, last: acronym }));
    i = acronym;
  }
  return found;
}

function mention(reading: Reading, { first, last }: Range): Mention {
  return { start: startOf(reading, first), end: endOf(reading, last), type: 'law', evidence: 'rule', score: 1 };
}

interface CompiledHead {
  readonly before: Keywords | undefined;
  readonly never: Keywords | undefined;
  readonly title: Keywords | undefined;
  readonly about: Keywords | undefined;
  readonly subject: boolean;
}

function compile({ before, never, title, about, subject }: Head): CompiledHead {
  const set = (list: string | undefined) => (list === undefined ? undefined : wordsOf(list));
  return { before: set(before), never: set(never), title: set(title), about: set(about), subject: subject === true };
}

const COMPILED = HEADS.map(compile);
const HEAD_WORDS = numberedWords(HEADS);
const NUMBERED_WORDS = numberedWords(NUMBERED);
const BEFORE_NUMBER = NUMBERED.map(({ before }) => (before === undefined ? undefined : wordsOf(before)));

/** Each word with the number of its entry, from 1. */
function numberedWords(entries: readonly { readonly words: string }[]): Keywords {
  return new Keywords(entries.flatMap(({ words }, i) => words.split(' ').map((word) => [word, i + 1] as const)));
}

const NAMED = 1;
const WITH_NUMBER = 2;
const TRIGGERS = triggers();

function triggers(): Keywords {
  const bits = new Map<string, number>([['title', WITH_NUMBER]]);
  const add = (entries: readonly { readonly words: string }[], bit: number) => {
    for (const { words } of entries) for (const word of words.split(' ')) bits.set(word, (bits.get(word) ?? 0) | bit);
  };
  add(HEADS, NAMED);
  add(NUMBERED, WITH_NUMBER);
  return new Keywords(bits);
}

const GENERIC_WORDS = wordsOf(GENERIC);
const COUNTRY_WORDS = wordsOf(COUNTRIES);
const OF_A_COUNTRY_WORDS = wordsOf(OF_A_COUNTRY);
const PART_WORDS = wordsOf(PARTS);
const THE = wordsOf('the');
const OF = wordsOf('of');
const JOINTS = wordsOf('of and for in');
const OWNERS = wordsOf("the a an this its his her their our 's ’s");
const WORDS = {
  constitution: wordsOf('constitution'),
  amendment: wordsOf('amendment'),
  agreement: wordsOf('agreement'),
};

/** The law whose name has this word as its kind. */
function named(reading: Reading, head: number): Range | undefined {
  const kind = COMPILED[wordAt(reading, head, HEAD_WORDS) - 1] as CompiledHead;
  const first = withoutCountry(reading, nameStart(reading, head), head);
  const titled = kind.title === undefined ? head : titleEnd(reading, head, kind.title, JOINTS);
  const last = titled > head && isAbout(reading, kind, head) ? titled : head;
  if (goesOn(reading, last)) return undefined;
  const range = { first, last: withYear(reading, last) };
  if (last > head && first === head) return range;
  if (first === head) return bare(reading, head, range);
  if (kind.never !== undefined && wordAt(reading, head - 1, kind.never) > 0) return undefined;
  if (kind.before !== undefined && wordAt(reading, head - 1, kind.before) === 0) return last > head ? range : undefined;
  if (kind.subject && nameStart(reading, head, false) === head - 1 && wordAt(reading, first - 1, OWNERS) === 0)
    return undefined;
  if (wordAt(reading, head, WORDS.agreement) > 0 && isGeneric(reading, first, head)) return undefined;
  return range;
}

/** "the Constitution" and "the 14th Amendment", which need no name before them. */
function bare(reading: Reading, head: number, range: Range): Range | undefined {
  if (wordAt(reading, head, WORDS.constitution) > 0) {
    if (wordAt(reading, head - 1, THE) === 0) return undefined;
    // "the Front for the Defense of the Constitution"
    return wordAt(reading, head - 2, OF) > 0 &&
      isCapital(reading, head - 3) &&
      range.last === head &&
      !isRoman(reading, head - 3)
      ? undefined
      : range;
  }
  if (wordAt(reading, head, WORDS.amendment) === 0 || !/^(?:st|nd|rd|th)$/.test(textAt(reading, head - 1)))
    return undefined;
  const number = reading.tokens[head - 2];
  return number?.kind === 'number' && follows(reading, head - 2, 0) ? { ...range, first: head - 2 } : undefined;
}

function isAbout(reading: Reading, { about }: CompiledHead, head: number): boolean {
  if (about === undefined) return true;
  return (
    wordAt(reading, head + 2, about) > 0 || (wordAt(reading, head + 2, THE) > 0 && wordAt(reading, head + 3, about) > 0)
  );
}

/** "the US | Clean Air Act", but "the U.S. Constitution". */
function withoutCountry(reading: Reading, first: number, head: number): number {
  if (head - first < 2 || wordAt(reading, first, COUNTRY_WORDS) === 0) return first;
  return wordAt(reading, head, OF_A_COUNTRY_WORDS) > 0 || !isCapital(reading, first + 1) ? first : first + 1;
}

function isGeneric(reading: Reading, first: number, head: number): boolean {
  for (let i = first; i < head; i++) if (isCapital(reading, i) && wordAt(reading, i, GENERIC_WORDS) === 0) return false;
  return true;
}

/** "Clean Air Act of 1970", "Human Rights Act 1998". */
function withYear(reading: Reading, last: number): number {
  if (!adjoins(reading, last)) return last;
  if (isYear(reading, last + 1)) return last + 1;
  return wordAt(reading, last + 1, OF) > 0 && adjoins(reading, last + 1) && isYear(reading, last + 2) ? last + 2 : last;
}

/** The law of this kind with a number: "Public Law 94-142", "Regulation (EU) 2016/679", "Article 50", "Title IX". */
function numbered(reading: Reading, head: number): Range | undefined {
  const index = wordAt(reading, head, NUMBERED_WORDS) - 1;
  if (index < 0) return wordAt(reading, head, PART_WORDS) > 0 ? title(reading, head) : undefined;
  const { needed, digits } = NUMBERED[index] as Numbered;
  const before = BEFORE_NUMBER[index];
  let first = head;
  while (before !== undefined && adjoins(reading, first - 1) && wordAt(reading, first - 1, before) > 0) first--;
  let at = head + 1;
  let sure = needed !== true || first < head;
  // "Regulation (EU) 2016/679"
  if (textAt(reading, at) === '(' && textAt(reading, at + 2) === ')') at += 3;
  const stop = /^No\.?$/i.test(textAt(reading, at));
  if (stop) {
    sure = true;
    at += textAt(reading, at + 1) === '.' ? 2 : 1;
  }
  if (!adjoins(reading, at - 1) || reading.tokens[at]?.kind !== 'number') return undefined;
  // "SECTION 204" is where one sits.
  if (wordAt(reading, head, PART_WORDS) > 0 && /^[A-Z]+$/.test(textAt(reading, head))) return undefined;
  const written = textAt(reading, at);
  if (!/^\d[\d/-]*$/.test(written) || written.replace(/\D/g, '').length < digits) return undefined;
  if (!sure && !written.includes('/')) return undefined;
  return { first, last: withStrokes(reading, at) };
}

/** "Title IX", but no "Title I": that one begins a list as often. */
function title(reading: Reading, head: number): Range | undefined {
  const written = textAt(reading, head + 1);
  if (!adjoins(reading, head) || written.length < 2 || !/^[IVX]{2,5}$/.test(written)) return undefined;
  return isCapital(reading, head - 1) && !beginsSentence(reading, head) ? undefined : { first: head, last: head + 1 };
}

/** "95/46/EC": what is glued to the number by strokes. */
function withStrokes(reading: Reading, number: number): number {
  let last = number;
  while (follows(reading, last, 0) && textAt(reading, last + 1) === '/' && follows(reading, last + 1, 0)) last += 2;
  return last;
}

/** The law with the part of it that is meant: "Section 230 of the | Communications Decency Act". */
function withPart(reading: Reading, law: Range): Range {
  let at = law.first - 1;
  if (wordAt(reading, at, THE) > 0) at--;
  if (wordAt(reading, at, OF) === 0) return law;
  at--;
  // "Section 501(c)(3)"
  for (let brackets = 0; brackets < 3 && textAt(reading, at) === ')' && textAt(reading, at - 2) === '('; brackets++)
    at -= 3;
  const isNumber = reading.tokens[at]?.kind === 'number' || isRoman(reading, at);
  return isNumber && wordAt(reading, at - 1, PART_WORDS) > 0 ? { first: at - 1, last: law.last } : law;
}

function isRoman(reading: Reading, index: number): boolean {
  return /^[IVXLC]+$/.test(textAt(reading, index));
}
