import type { Overview, Position } from '../../../server/src/protocol.ts';
import { annotationsRound } from '../views/atCursor.ts';

/** What is written behind the other end of a relation. */
export interface EndLabel {
  readonly at: Position;
  readonly text: string;
}

/** Characters of a label; it stands in the text. */
const LONGEST = 24;

/**
 * How the annotation at the cursor is related, to be written behind the other ends: “ ← owns” behind what it owns, “ owns →”
 * behind what owns it. Of nested annotations it is the innermost one that is related to anything.
 */
export function endLabels(
  { annotations, relations }: Pick<Overview, 'annotations' | 'relations'>,
  cursor: Position,
): readonly EndLabel[] {
  if (relations.length === 0) return [];
  const ends = new Set(relations.flatMap(({ from, to }) => [from, to]));
  const here = annotationsRound(annotations, cursor).find(({ id }) => ends.has(id));
  if (here === undefined) return [];
  const places = new Map(annotations.map(({ id, ranges }) => [id, ranges.at(-1)?.end]));
  const said = new Map<string, string[]>();
  for (const { from, to, label } of relations) {
    const short = cut(label);
    if (from === here.id && to !== here.id) add(said, to, `← ${short}`);
    if (to === here.id && from !== here.id) add(said, from, `${short} →`);
  }
  return [...said].flatMap(([id, texts]) => {
    const at = places.get(id);
    return at ? [{ at, text: ` ${texts.join(', ')}` }] : [];
  });
}

function add(said: Map<string, string[]>, id: string, text: string): void {
  const texts = said.get(id);
  if (texts) texts.push(text);
  else said.set(id, [text]);
}

function cut(text: string): string {
  const line = [...text.replace(/\s+/gu, ' ')];
  return line.length <= LONGEST ? line.join('') : `${line.slice(0, LONGEST - 1).join('')}…`;
}
