import type { Span } from '../../text/span.ts';
import { insidePair } from '../normal.ts';
import { type Context, extension } from './extend.ts';

/** How far behind its predecessor a part of a quote may stand, in code units: a page. */
const MOST_APART = 2000;
/** Places of the last part that are compared by what stands behind them. */
const MOST_ENDS = 24;

/** Each later part where it first stands behind its predecessor, the last one where the context behind agrees best. */
export function partsFrom(
  parts: readonly string[],
  start: number,
  end: number,
  after: Context,
  text: string,
): Span[] | undefined {
  const spans = [{ start, end }];
  for (const [index, part] of parts.entries()) {
    if (index === 0) continue;
    const from = spans.at(-1)?.end ?? 0;
    const within = text.slice(from, from + MOST_APART + part.length);
    let best: number | undefined;
    let most = -1;
    let looked = 0;
    for (let at = within.indexOf(part); at !== -1 && looked < MOST_ENDS; at = within.indexOf(part, at + 1), looked++) {
      if (cutsPair(text, from + at, part.length)) continue;
      const { all } = index === parts.length - 1 ? extension(after, text, from + at + part.length, 1) : NOTHING;
      if (all > most) [best, most] = [from + at, all];
      if (index < parts.length - 1) break;
    }
    if (best === undefined) return undefined;
    spans.push({ start: best, end: best + part.length });
  }
  return spans;
}

const NOTHING = { all: 0 };

/** Half a character is no place: a broken quote must not split whole ones. */
function cutsPair(text: string, at: number, length: number): boolean {
  return insidePair(text, at) || insidePair(text, at + length);
}
