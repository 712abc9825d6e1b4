import { textAt } from '../../text/reading.ts';
import type { Span } from '../../text/span.ts';
import { standsFor } from './abbreviations.ts';
import {
  closes,
  grammarAt,
  isArticle,
  isCapital,
  type Name,
  nameAt,
  nameFrom,
  type Scene,
  signAt,
  spanOf,
} from './scene.ts';
import type { Statement } from './types.ts';
import { RELATIVE, VERB } from './words.ts';

/** Another name behind a name: "X, formerly known as Y", "X (formerly Y)", "X, also known as Y". */
export function aliasBehind(scene: Scene, subject: Name): Statement | undefined {
  let at = subject.last + 1;
  const opening = textAt(scene, at);
  const bracket = opening === '(';
  if (bracket || opening === ',') at++;
  const introduction = introductionAt(scene, at, bracket || opening === ',');
  if (introduction === undefined) return undefined;
  at = introduction.next;
  const name = otherName(scene, at);
  if (name === undefined) return undefined;
  const behind = name.next;
  if (bracket ? textAt(scene, behind) !== ')' : !ends(scene, behind)) return undefined;
  if (!introduction.known && !isAlike(subject, name.type)) return undefined;
  // "Swaziland, renamed Eswatini": the first one is the old name.
  const about = introduction.renamed && name.mention !== undefined ? name.mention : subject.mention;
  const value = about === subject.mention ? name.span : subject.mention;
  if (introduction.renamed && name.mention === undefined) return undefined;
  const { text } = scene;
  const isShort = standsFor(scene, text.slice(value.start, value.end), subject.first, subject.last);
  if (isPart(scene, subject.first)) return undefined;
  if (isShort === true && !introduction.former) {
    return { kind: 'abbreviation', subject: about, value, start: about.start, end: name.span.end };
  }
  if (introduction.short === true) return undefined;
  const alias = { kind: 'alias', subject: about, value, start: subject.mention.start, end: name.span.end } as const;
  return introduction.former ? { ...alias, former: true } : alias;
}

/** "the Mission in | Haiti, known as MINUSTAH": what is called so may be what stands before. */
function isPart(scene: Scene, first: number): boolean {
  const before = isArticle(scene, first - 1) ? first - 2 : first - 1;
  if (!/^(?:in|of|for|on|to)$/.test(textAt(scene, before))) return false;
  return isCapital(scene, before - 1) || nameAt(scene, before - 1) !== undefined;
}

interface Introduction {
  /** The token behind it. */
  readonly next: number;
  readonly former: boolean;
  /** "known as", "called": whatever follows is a name. */
  readonly known: boolean;
  readonly renamed: boolean;
  /** What follows counts only if its letters are those of the name. */
  readonly short?: true;
}

function introductionAt(scene: Scene, from: number, apart: boolean): Introduction | undefined {
  if (!apart) return undefined;
  const word = textAt(scene, from).toLowerCase();
  const next = textAt(scene, from + 1).toLowerCase();
  // "the World Health Organization, or WHO,"
  if (word === 'or') return { former: false, known: true, renamed: false, short: true, next: from + 1 };
  const plain = { former: false, known: true, renamed: false };
  if (/^a\.?k\.?a\.?$/.test(word)) return { ...plain, next: from + 1 };
  if (word === 'renamed' || (word === 'since' && next === 'renamed')) {
    return { former: true, known: false, renamed: true, next: word === 'renamed' ? from + 1 : from + 2 };
  }
  if (/^(?:formerly|previously|originally)$/.test(word)) {
    if (/^(?:known|called|named)$/.test(next)) {
      const as = next === 'known' ? isWord(scene, from + 2, 'as') : true;
      return as ? { former: true, known: true, renamed: false, next: from + (next === 'known' ? 3 : 2) } : undefined;
    }
    return word === 'originally' ? undefined : { former: true, known: false, renamed: false, next: from + 1 };
  }
  const adverb =
    /^(?:also|better|commonly|popularly|widely|locally|sometimes|otherwise|now|officially|formally|generally|usually|often)$/.test(
      word,
    );
  const verb = adverb ? from + 1 : from;
  const written = textAt(scene, verb);
  if (written === 'known' && isWord(scene, verb + 1, 'as')) {
    return word === 'now' ? { former: true, known: true, renamed: true, next: verb + 2 } : { ...plain, next: verb + 2 };
  }
  return adverb && word !== 'now' && word !== 'often' && written === 'called'
    ? { ...plain, next: verb + 1 }
    : undefined;
}

function isWord(scene: Scene, index: number, word: string): boolean {
  return textAt(scene, index) === word;
}

interface Other {
  readonly span: Span;
  readonly mention?: Name['mention'];
  readonly type?: string;
  /** The token behind it. */
  readonly next: number;
}

/** Tokens of a name that is no mention. */
const LONGEST = 6;

function otherName(scene: Scene, from: number): Other | undefined {
  let at = isArticle(scene, from) && !isCapital(scene, from) ? from + 1 : from;
  const quoted = isQuote(scene, at);
  if (quoted) at++;
  const name = nameFrom(scene, at);
  if (name !== undefined) {
    const next = name.last + 1;
    if (quoted && !isQuote(scene, next)) return quotedName(scene, at);
    return { span: name.mention, mention: name.mention, type: name.mention.type, next: quoted ? next + 1 : next };
  }
  if (quoted) return quotedName(scene, at);
  if (!isCapital(scene, at)) return undefined;
  let last = at;
  while (last - at < LONGEST && isCapital(scene, last + 1)) last++;
  return { span: spanOf(scene, at, last), next: last + 1 };
}

function quotedName(scene: Scene, from: number): Other | undefined {
  for (let at = from; at - from <= LONGEST; at++) {
    // The comma of American print: "known as "Carlos the Jackal," was".
    const comma = signAt(scene, at) === 0x2c || signAt(scene, at) === 0x2e;
    if (isQuote(scene, at + (comma ? 1 : 0))) {
      return at === from ? undefined : { span: spanOf(scene, from, at - 1), next: comma ? at : at + 1 };
    }
    if (scene.tokens[at]?.kind === 'punctuation') return undefined;
  }
  return undefined;
}

function isQuote(scene: Scene, index: number): boolean {
  const sign = signAt(scene, index);
  return sign !== 0 && '"“”‘’\''.includes(String.fromCharCode(sign));
}

function ends(scene: Scene, index: number): boolean {
  return closes(scene, index) || (grammarAt(scene, index) & (VERB | RELATIVE)) !== 0;
}

/** Whether two names may be of one thing: "X, formerly Y" is as often said of a post. */
function isAlike(subject: Name, type: string | undefined): boolean {
  const own = subject.mention.type;
  return type !== undefined && own !== 'person' && own === type;
}
