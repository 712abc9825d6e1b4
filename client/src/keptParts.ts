import type { KeptParts, Overview } from '../../server/src/protocol.ts';

/** An overview with what the server left out of its lists because it stands in the one that is known. */
export function completed(overview: Overview, known: Overview | undefined): Overview {
  const { kept, ...rest } = overview;
  if (kept === undefined || known === undefined) return overview;
  return {
    ...rest,
    annotations: around(known.annotations, kept.annotations, overview.annotations),
    relations: around(known.relations, kept.relations, overview.relations),
  };
}

function around<T>(known: readonly T[], { front, back }: KeptParts, between: readonly T[]): readonly T[] {
  return [...known.slice(0, front), ...between, ...known.slice(known.length - back)];
}
