import { sentenceEnds } from '../../text/sentences.ts';
import type { Token } from '../../text/tokens.ts';
import type { Mention } from '../types.ts';
import { abbreviationAt } from './abbreviations.ts';
import { aliasBehind } from './aliases.ts';
import { appositionBefore, appositionBehind } from './appositions.ts';
import { classBefore } from './classes.ts';
import { type Scene, sceneOf, signAt } from './scene.ts';
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
  const scene = sceneOf({ text, tokens }, mentions);
  const found: Statement[] = hasBracket ? abbreviations(scene) : [];
  for (const name of scene.names) {
    if (NEVER.has(name.mention.type)) continue;
    const alias = aliasBehind(scene, name);
    const behind = alias ?? appositionBehind(scene, name);
    if (behind !== undefined) found.push(behind);
    const before = titleBefore(scene, name) ?? appositionBefore(scene, name);
    if (before !== undefined) found.push(before);
    else found.push(...classBefore(scene, name));
  }
  return inSentences(text, found).sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Types that name nothing that could be described. */
const NEVER: ReadonlySet<string> = new Set(['money', 'percent', 'quantity']);

function abbreviations(scene: Scene): Statement[] {
  const found: Statement[] = [];
  for (let at = 1; at < scene.tokens.length; at++) {
    if (signAt(scene, at) !== 0x28) continue;
    const statement = abbreviationAt(scene, at);
    if (statement !== undefined) found.push(statement);
  }
  return found;
}

/** Those that stand in one sentence; where sentences end is asked only if a sign that may end one stands in a statement. */
function inSentences(text: string, found: readonly Statement[]): Statement[] {
  if (!found.some((statement) => mayEnd(text, statement))) return [...found];
  const ends = sentenceEnds(text);
  return found.filter((statement) => {
    if (!mayEnd(text, statement)) return true;
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] as number) > statement.start) high = middle;
      else low = middle + 1;
    }
    return statement.end <= (ends[low] ?? text.length);
  });
}

/** Signs that may end a sentence, and line ends: two of them do. */
function mayEnd(text: string, { start, end }: Statement): boolean {
  for (let at = start; at < end - 1; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x2e || code === 0x21 || code === 0x3f || code === 0x0a || code === 0x0d || code > 0x2fff) return true;
  }
  return false;
}
