import { isEmployer } from './apposition.ts';
import {
  isCapital,
  isWordAt,
  lowerAt,
  mentionFrom,
  mentionUpTo,
  type Named,
  type Sentence,
  spanOf,
  wordAt,
} from './reading.ts';
import type { Statement } from './types.ts';
import { ADDRESSES, BESIDE_ROLES, ORGANIZATIONS, PLURALS, QUALIFIERS, ROLES, THINGS } from './words.ts';

/** Words of the longest office or class before a name. */
const MOST = 6;
const MOST_NAMES = 8;

/** An office before a person: "Microsoft | Vice President | Tom Burt", "Secretary of State | Antony Blinken". */
export function officeBefore(sentence: Sentence, named: Named): Statement | undefined {
  if (named.type !== 'person') return undefined;
  let end = named.first;
  while (ADDRESSES.has(lowerAt(sentence, end - 1).replace('.', ''))) end--;
  const begin = officeEndingAt(sentence, end) ?? officeOfEndingAt(sentence, end);
  if (begin === undefined) return undefined;
  const employer = employerBefore(sentence, begin);
  // "former U.S. President" is one thing, and "President, U.S." another.
  if (employer !== undefined && TIMES.has(lowerAt(sentence, employer.first - 1)))
    return {
      kind: 'role',
      subject: { start: named.start, end: named.end },
      value: spanOf(sentence, employer.first - 1, end),
    };
  return {
    kind: 'role',
    subject: { start: named.start, end: named.end },
    value: spanOf(sentence, begin, end),
    ...(employer === undefined ? {} : { employer: spanOf(sentence, employer.first, employer.next) }),
  };
}

/** Says when somebody held an office. */
const TIMES: ReadonlySet<string> = new Set(
  'former ex acting interim outgoing incoming late then ousted deposed retired onetime one-time designate ex- transitional'.split(
    ' ',
  ),
);

/** Where the words begin that end in an office right before a token. */
function officeEndingAt(sentence: Sentence, end: number): number | undefined {
  if (!isWordAt(sentence, end - 1) || !isRole(lowerAt(sentence, end - 1))) return undefined;
  if (PLAIN_WORDS.has(lowerAt(sentence, end - 1))) return undefined;
  let begin = end - 1;
  while (end - begin < MOST && isWordAt(sentence, begin - 1) && mentionUpTo(sentence, begin) === undefined) {
    const word = lowerAt(sentence, begin - 1);
    if (!isRole(word) && !word.split('-').every((part) => BESIDE_ROLES.has(part))) break;
    begin--;
  }
  return begin;
}

function isRole(word: string): boolean {
  if (ROLES.has(word)) return !KIN.has(word);
  const parts = word.split('-');
  return (
    parts.length > 1 && ROLES.has(parts.at(-1) ?? '') && parts.slice(0, -1).every((part) => BESIDE_ROLES.has(part))
  );
}

/** "his wife Jane": of whom the text says elsewhere. */
const KIN: ReadonlySet<string> = new Set(
  'wife husband son daughter brother sister father mother cousin nephew niece uncle aunt widow widower survivor winner heir heiress partner resident student graduate deputy forward owner head chair host anchor driver fellow expert'.split(
    ' ',
  ),
);

/** Words that are an office only beside another word. */
const PLAIN_WORDS: ReadonlySet<string> = new Set([
  'general',
  'major',
  'chief',
  'secretary-general',
  'counsel',
  'principal',
]);

/** "Secretary of State", "Minister of Foreign Affairs": an office in capitals with what it is of. */
function officeOfEndingAt(sentence: Sentence, end: number): number | undefined {
  let at = end - 1;
  for (; at >= sentence.first && end - at <= 5; at--) {
    const word = wordAt(sentence, at);
    if (word === 'of' || word === 'for') break;
    if (!isWordAt(sentence, at) || !(isCapital(word) || word === 'and')) return undefined;
  }
  if (at === end - 1 || at <= sentence.first) return undefined;
  const link = wordAt(sentence, at);
  if (link !== 'of' && link !== 'for') return undefined;
  const office = wordAt(sentence, at - 1);
  if (!isCapital(office) || !isRole(office.toLowerCase())) return undefined;
  let begin = at - 1;
  while (isCapital(wordAt(sentence, begin - 1)) && BESIDE_ROLES.has(lowerAt(sentence, begin - 1))) begin--;
  return begin;
}

/** What stands right before an office: "Microsoft", "Chinese", "Microsoft's". */
function employerBefore(sentence: Sentence, begin: number): Named | undefined {
  const genitive = wordAt(sentence, begin - 1);
  const end = genitive === "'s" || genitive === '’s' ? begin - 1 : begin;
  const named = mentionUpTo(sentence, end);
  return named !== undefined && isEmployer(named) ? named : undefined;
}

/** A class before one name or several: "ride-hailing platform | Didi", "the platforms | X and Y". */
export function classBefore(sentence: Sentence, named: Named): Statement[] {
  const { type } = named;
  if (type !== 'organization' && type !== 'product' && type !== 'work') return [];
  const end = isQuote(wordAt(sentence, named.first - 1)) ? named.first - 1 : named.first;
  const noun = wordAt(sentence, end - 1);
  if (!isWordAt(sentence, end - 1) || mentionUpTo(sentence, end) !== undefined || isCapital(noun)) return [];
  const several = PLURALS.has(noun);
  const fits = (word: string) =>
    (type === 'organization' ? ORGANIZATIONS.has(word) : THINGS.has(word)) && !VAGUE.has(word);
  if (!fits(PLURALS.get(noun) ?? noun)) return [];
  let begin = end - 1;
  while (end - begin < MOST) {
    const before = mentionUpTo(sentence, begin);
    if (before !== undefined) {
      if (before.type === 'group') begin = before.first;
      break;
    }
    const word = wordAt(sentence, begin - 1);
    if (!isWordAt(sentence, begin - 1) || isCapital(word) || !(QUALIFIERS.has(word) || isCompound(word))) break;
    begin--;
  }
  const value = spanOf(sentence, begin, end);
  const subjects = several ? rowFrom(sentence, named) : [named];
  return subjects.map(({ start, end: close }) => ({ kind: 'class', subject: { start, end: close }, value }));
}

/** Said of anything, or more often of who acts than of what is named behind it. */
const VAGUE: ReadonlySet<string> = new Set(
  'parent owner unit arm division body service group state model play show single team party court union department school church movement network club business giant fund'.split(
    ' ',
  ),
);

function isCompound(word: string): boolean {
  return /^[a-z]+(?:-[a-z]+)+$/.test(word);
}

/** Names in a row: "X, Y and Z". */
function rowFrom(sentence: Sentence, first: Named): Named[] {
  const row = [first];
  let at = first.next;
  while (row.length < MOST_NAMES) {
    const comma = wordAt(sentence, at) === ',';
    if (comma) at++;
    const joint = lowerAt(sentence, at) === 'and' || lowerAt(sentence, at) === 'or';
    if (joint) at++;
    const next = comma || joint ? mentionFrom(sentence, at) : undefined;
    if (next === undefined || next.type !== first.type) break;
    row.push(next);
    at = next.next;
    if (joint) break;
  }
  return row;
}

function isQuote(sign: string): boolean {
  return sign === '“' || sign === '"' || sign === '‘' || sign === '«' || sign === '„';
}
