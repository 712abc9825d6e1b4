import {
  closes,
  isCapital,
  isWordAt,
  lowerAt,
  mentionFrom,
  type Named,
  type Sentence,
  spanOf,
  wordAt,
} from './reading.ts';
import type { Statement } from './types.ts';
import {
  ARTICLES,
  BESIDE_ROLES,
  CLAUSES,
  LINKS,
  ORGANIZATIONS,
  OTHERS,
  PLACES,
  POSSESSIVES,
  ROLES,
  THINGS,
} from './words.ts';

/** Tokens of the longest description. */
const MOST = 18;
/** Tokens from its beginning to its noun. */
const MOST_BEFORE_NOUN = 7;

/** What stands behind a name and a comma: "Kanzhun, the owner of Boss Zhipin,", "Tom Burt, vice president of Microsoft,". */
export function behindComma(sentence: Sentence, named: Named): Statement | undefined {
  if (wordAt(sentence, named.next) !== ',') return undefined;
  const begin = named.next + 1;
  const article = lowerAt(sentence, begin);
  const hasArticle = ARTICLES.has(article);
  if (!hasArticle && (POSSESSIVES.has(article) || REFLEXIVES.has(article))) return undefined;
  const noun = nounFrom(sentence, hasArticle ? begin + 1 : begin, named.type, hasArticle);
  if (noun === undefined) return undefined;
  const end = endOf(sentence, noun + 1);
  if (end === undefined || end - begin > MOST) return undefined;
  // "In Kabul, the capital, ..." describes; "In Kabul, the president" does not, and has been told by its noun.
  if (isRow(sentence, begin, end)) return undefined;
  const isRole = named.type === 'person' && isOffice(sentence, noun);
  if (!hasArticle && !isRole) return undefined;
  const subject = { start: named.start, end: named.end };
  if (!isRole) return { kind: 'description', subject, value: spanOf(sentence, begin, end) };
  return roleIn(sentence, named, { begin, noun, end, hasArticle });
}

/**
 * The noun that heads a description, if it is one that is said of things of a type: the last word before one that links,
 * a sign or a clause.
 */
function nounFrom(sentence: Sentence, from: number, type: string, hasArticle: boolean): number | undefined {
  for (let at = from; at < from + MOST_BEFORE_NOUN; ) {
    const owner = mentionFrom(sentence, at);
    // "Microsoft's vice president", "the German carmaker"
    if (owner !== undefined) {
      at = owner.next;
      if (isGenitive(wordAt(sentence, at))) at++;
      continue;
    }
    if (!isWordAt(sentence, at)) return undefined;
    const word = lowerAt(sentence, at);
    if (LINKS.has(word) || CLAUSES.has(word)) return undefined;
    const next = at + 1;
    const last = closes(sentence, next) || LINKS.has(lowerAt(sentence, next)) || isClause(sentence, next);
    if (last) {
      if (!hasArticle && isCapital(wordAt(sentence, at)) && !BESIDE_ROLES.has(word) && !ROLES.has(word))
        return undefined;
      return fits(word, type) ? at : undefined;
    }
    at = next;
  }
  return undefined;
}

const REFLEXIVES: ReadonlySet<string> = new Set('himself herself itself themselves'.split(' '));

function isClause(sentence: Sentence, at: number): boolean {
  const word = lowerAt(sentence, at);
  return word === 'who' || word === 'which' || word === 'that' || word === 'whose';
}

function isGenitive(word: string): boolean {
  return word === "'s" || word === '’s' || word === "'" || word === '’';
}

function fits(noun: string, type: string): boolean {
  switch (type) {
    case 'person':
      return ROLES.has(noun);
    case 'organization':
      return ORGANIZATIONS.has(noun);
    case 'place':
      return PLACES.has(noun);
    case 'product':
    case 'work':
      return THINGS.has(noun);
    case 'event':
    case 'group':
      return OTHERS.has(noun);
    default:
      return false;
  }
}

/** Where a description ends that goes on behind its noun; undefined where it does not end as one does. */
function endOf(sentence: Sentence, from: number): number | undefined {
  for (let at = from; at <= sentence.end; at++) {
    if (closes(sentence, at)) return closesIn(sentence, at, from);
    if (isClause(sentence, at)) return at;
    const named = mentionFrom(sentence, at);
    if (named !== undefined) {
      at = named.next - 1;
      continue;
    }
    const word = lowerAt(sentence, at);
    // A verb of saying right behind it: "In Berlin, the minister said".
    if (VERBS.has(word)) return undefined;
    if (at === from && !LINKS.has(word)) return undefined;
  }
  return undefined;
}

/** What is closed by a bracket or a colon was opened elsewhere. */
function closesIn(sentence: Sentence, at: number, from: number): number | undefined {
  const sign = wordAt(sentence, at);
  return sign === ')' || sign === ':' || at < from ? undefined : at;
}

const VERBS: ReadonlySet<string> = new Set(
  'said says told is was are were has had have will would can could may might did does do called announced reported added took went came made became'.split(
    ' ',
  ),
);

/** "X, the mayor, and Y, the governor" parts two names; "X, a bank, Y and Z" is a row of things. */
function isRow(sentence: Sentence, begin: number, end: number): boolean {
  if (wordAt(sentence, end) !== ',') return false;
  const next = lowerAt(sentence, end + 1);
  if (next !== 'and' && next !== 'or') return false;
  // A row goes on with another of its kind, with an article of its own and no name.
  return ARTICLES.has(lowerAt(sentence, begin)) && ARTICLES.has(lowerAt(sentence, end + 2));
}

function isOffice(sentence: Sentence, noun: number): boolean {
  return ROLES.has(lowerAt(sentence, noun)) && !KIN.has(lowerAt(sentence, noun));
}

/** Says who somebody is to another, and no office. */
const KIN: ReadonlySet<string> = new Set(
  'wife husband son daughter brother sister father mother cousin nephew niece uncle aunt widow widower survivor resident student graduate veteran winner heir heiress candidate nominee champion expert activist'.split(
    ' ',
  ),
);

/** "vice president of | Microsoft", "Microsoft's | vice president for customer security" */
function roleIn(
  sentence: Sentence,
  named: Named,
  { begin, noun, end, hasArticle }: { begin: number; noun: number; end: number; hasArticle: boolean },
): Statement {
  const subject = { start: named.start, end: named.end };
  const owner = mentionFrom(sentence, hasArticle ? begin + 1 : begin);
  if (owner !== undefined && owner.next <= noun && isGenitive(wordAt(sentence, owner.next)))
    return {
      kind: 'role',
      subject,
      value: spanOf(sentence, owner.next + 1, end),
      employer: spanOf(sentence, owner.first, owner.next),
    };
  const link = lowerAt(sentence, noun + 1);
  if (link === 'of' || link === 'at' || link === 'for' || link === 'with') {
    const behind = ARTICLES.has(lowerAt(sentence, noun + 2)) ? noun + 3 : noun + 2;
    const employer = mentionFrom(sentence, behind);
    if (employer !== undefined && employer.next === end && isEmployer(employer))
      return {
        kind: 'role',
        subject,
        value: spanOf(sentence, hasArticle ? begin + 1 : begin, noun + 1),
        employer: spanOf(sentence, employer.first, employer.next),
      };
  }
  return { kind: hasArticle ? 'description' : 'role', subject, value: spanOf(sentence, begin, end) };
}

export function isEmployer({ type }: Named): boolean {
  return type === 'organization' || type === 'place' || type === 'group' || type === 'work' || type === 'product';
}
