import type { SetMatcher } from './matcher.ts';
import type { NameSet } from './name-set.ts';
import { plain } from './units.ts';

/** More names than this are not looked for one by one: then all is read again. */
const MOST = 50;

/**
 * What two matchers may find differently: a text that holds none of these pieces, in whatever case, they read alike.
 * Undefined where it is quicker to read all again.
 */
export function changedPieces(before: SetMatcher, after: SetMatcher): readonly string[] | undefined {
  const [old, now] = [new Set(before.sets), new Set(after.sets)];
  const gone = before.sets.filter((set) => !now.has(set));
  const come = after.sets.filter((set) => !old.has(set));
  const [one, other] = [gone[0], come[0]];
  const inPlace =
    one !== undefined &&
    other !== undefined &&
    gone.length + come.length === 2 &&
    before.sets.indexOf(one) === after.sets.indexOf(other);
  const names = inPlace ? differing(one, other) : [...gone, ...come].flatMap(({ texts }) => texts.slice(0, MOST + 1));
  if (names.length > MOST) return undefined;
  const pieces = new Set<string>();
  for (const name of names) {
    const piece = pieceOf(name);
    if (piece === '') return undefined;
    pieces.add(piece);
  }
  return [...pieces];
}

/** Whether a text holds one of the pieces. */
export function holdsPiece(text: string, pieces: readonly string[]): boolean {
  if (pieces.length === 0) return false;
  const folded = text.toLowerCase();
  return pieces.some((piece) => folded.includes(piece));
}

/** The names of two readings of one file without those at both ends that are the same. */
function differing(one: NameSet, other: NameSet): readonly string[] {
  const same = (i: number, k: number) => {
    const [a, b] = [one.owner(i), other.owner(k)];
    return one.texts[i] === other.texts[k] && a.entity === b.entity && a.type === b.type;
  };
  const [n, m] = [one.texts.length, other.texts.length];
  let start = 0;
  while (start < n && start < m && same(start, start)) start++;
  let end = 0;
  while (end < n - start && end < m - start && same(n - 1 - end, m - 1 - end)) end++;
  return [...one.texts.slice(start, n - end), ...other.texts.slice(start, m - end)];
}

/** The longest run of letters and digits of a name that is written in one way only, but for its case. */
function pieceOf(name: string): string {
  const runs = plain(name).match(/[a-z0-9]+/gi) ?? [];
  return runs.reduce((best, run) => (run.length > best.length ? run : best), '').toLowerCase();
}
