import { sentenceEnds } from '../../text/sentences.ts';
import type { Token } from '../../text/tokens.ts';
import type { Mention } from '../types.ts';
import { behindComma } from './apposition.ts';
import { classBefore, officeBefore } from './before.ts';
import { abbreviations } from './brackets.ts';
import { otherName } from './other-names.ts';
import type { Named, Sentence } from './reading.ts';
import type { Statement } from './types.ts';

/** Types of which something is said. */
const TYPES: ReadonlySet<string> = new Set([
  'person',
  'organization',
  'place',
  'group',
  'product',
  'work',
  'event',
  'law',
]);

/**
 * What a block says of what it names, in the order of the text: patterns with words of known meaning at a known place, so
 * that what is found is right; much is not found.
 *
 * @param reading.mentions in order, without overlaps.
 */
export function findStatements(reading: {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly mentions: readonly Mention[];
}): Statement[] {
  const { text, tokens, mentions } = reading;
  const hasBracket = text.includes('(');
  if (mentions.length === 0 && !hasBracket) return [];
  const named = withTokens(mentions, tokens);
  const found: Statement[] = [];
  let first = 0;
  let next = 0;
  for (const end of sentenceEnds(text)) {
    const begin = first;
    while (first < tokens.length && (tokens[first] as Token).start < end) first++;
    const own: Named[] = [];
    for (; next < named.length && (named[next] as Named).start < end; next++) own.push(named[next] as Named);
    if (own.length === 0 && !hasBracket) continue;
    found.push(...statementsIn({ text, tokens, first: begin, end: first, mentions: own }));
  }
  return found.sort((a, b) => a.subject.start - b.subject.start || a.value.start - b.value.start);
}

function statementsIn(sentence: Sentence): Statement[] {
  const found = abbreviations(sentence);
  const classed = new Set<number>();
  for (const named of sentence.mentions) {
    if (!TYPES.has(named.type)) continue;
    for (const statement of [otherName(sentence, named) ?? behindComma(sentence, named), officeBefore(sentence, named)])
      if (statement !== undefined) found.push(statement);
    for (const statement of classBefore(sentence, named)) {
      if (classed.has(statement.subject.start)) continue;
      classed.add(statement.subject.start);
      found.push(statement);
    }
  }
  return found;
}

/** The tokens of mentions; one that begins or ends inside of a token is left out. */
function withTokens(mentions: readonly Mention[], tokens: readonly Token[]): Named[] {
  const named: Named[] = [];
  let at = 0;
  for (const mention of mentions) {
    while (at < tokens.length && (tokens[at] as Token).start < mention.start) at++;
    const first = at;
    while (at < tokens.length && (tokens[at] as Token).end <= mention.end) at++;
    const isWhole = tokens[first]?.start === mention.start && tokens[at - 1]?.end === mention.end && at > first;
    if (isWhole) named.push({ ...mention, first, next: at });
    else at = first;
  }
  return named;
}
