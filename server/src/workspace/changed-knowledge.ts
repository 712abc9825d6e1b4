import { changedPieces } from '../names/changed-names.ts';
import { SetMatcher } from '../names/matcher.ts';
import type { Knowledge } from './snapshot.ts';

/** Of what pieces a section must hold one, to be read in another way with other knowledge; undefined: all are to be read again. */
export function piecesBetween(before: Knowledge, after: Knowledge): readonly string[] | undefined {
  const [old, now] = [before.names.matcher, after.names.matcher];
  if (before.project !== after.project || !(old instanceof SetMatcher) || !(now instanceof SetMatcher))
    return undefined;
  return changedPieces(old, now);
}
