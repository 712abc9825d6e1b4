import { textAt } from '../../text/reading.ts';
import { sentenceEnds } from '../../text/sentences.ts';
import type { Token } from '../../text/tokens.ts';
import type { Mention } from '../types.ts';
import { abbreviationAt } from './abbreviations.ts';
import { aliasBehind } from './aliases.ts';
import { appositionBefore, appositionBehind } from './appositions.ts';
import { hasWordsBefore, hasWordsBehind } from './beside.ts';
import { classBefore } from './classes.ts';
import { adjoins, grammarAt, isCapital, type Name, nameAt, nameOf, type Scene, signAt } from './scene.ts';
import { titleBefore } from './titles.ts';
import type { Statement } from './types.ts';

/**
 * What a text says of the names in it, in the order in which it does. Made to be right rather than complete: whoever reads it
 * must be able to believe it.
 *
 * @param reading.text one block's.
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
  const scene = { text, tokens, mentions };
  const found: Statement[] = hasBracket ? abbreviations(scene) : [];
  let token = 0;
  for (const mention of mentions) {
    if (NEVER.has(mention.type)) continue;
    const isBehind = hasWordsBehind(text, mention);
    const isBefore = hasWordsBefore(text, mention);
    if (!isBehind && !isBefore) continue;
    const name = nameOf(scene, mention, token);
    if (name === undefined) continue;
    token = name.last;
    if (isCutOff(scene, name)) continue;
    const behind = isBehind ? (aliasBehind(scene, name) ?? appositionBehind(scene, name)) : undefined;
    if (behind !== undefined) found.push(behind);
    if (!isBefore) continue;
    const before = titleBefore(scene, name) ?? appositionBefore(scene, name);
    if (before !== undefined) found.push(before);
    else found.push(...classBefore(scene, name));
  }
  return found.filter((statement) => isInSentence(text, statement)).sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Types that name nothing that could be described. */
const NEVER: ReadonlySet<string> = new Set(['money', 'percent', 'quantity']);

/** Whether a name goes on behind what was found of it: "Fatah | al-Islam", "Kim Jong | il". */
function isCutOff(scene: Scene, { last }: Name): boolean {
  const next = last + 1;
  const token = scene.tokens[next];
  if (token === undefined || token.kind !== 'word' || nameAt(scene, next) !== undefined || !adjoins(scene, last))
    return false;
  if (isCapital(scene, next)) return grammarAt(scene, next) === 0;
  return PARTICLE.test(textAt(scene, next));
}

const PARTICLE = /^(?:(?:al|el|ul|ur|as|an)-.+|il|un|ul|ud|uz|bin|ibn|van|von|der|de|da|del)$/;

function abbreviations(scene: Scene): Statement[] {
  const found: Statement[] = [];
  for (let at = 1; at < scene.tokens.length; at++) {
    if (signAt(scene, at) !== 0x28) continue;
    const statement = abbreviationAt(scene, at);
    if (statement !== undefined) found.push(statement);
  }
  return found;
}

/** Whether no sentence ends within a statement: asked only where a sign stands in it that may end one. */
function isInSentence(text: string, statement: Statement): boolean {
  return !mayEnd(text, statement) || sentenceEnds(text.slice(statement.start, statement.end)).length === 1;
}

/** Signs that may end a sentence, and line ends: two of them do. */
function mayEnd(text: string, { start, end }: Statement): boolean {
  for (let at = start; at < end - 1; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x2e || code === 0x21 || code === 0x3f || code === 0x0a || code === 0x0d || code > 0x2fff) return true;
  }
  return false;
}
