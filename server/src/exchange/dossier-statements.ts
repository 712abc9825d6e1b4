import type { DossierPlace, DossierStatement } from '../formats/dossier.ts';
import type { IndexedSeed, IndexedStatement } from '../workspace/index/types.ts';

/** More statements than anybody reads. */
const MOST = 300;
/** Places at which one statement is told to stand. */
const MOST_PLACES = 5;

/** What tells most of a thing comes first; other kinds behind, as they come. */
const KINDS = ['description', 'role', 'class', 'abbreviation', 'alias', 'former-name'];

/** What the seeds say of something, each once with the first places at which it is said, the kinds in order. */
export function statementsFor(
  found: readonly IndexedStatement[],
  placeOf: (seed: IndexedSeed, line: number) => DossierPlace,
): { readonly statements: readonly DossierStatement[]; readonly notes: readonly string[] } {
  const merged = new Map<string, DossierStatement & { readonly places: DossierPlace[] }>();
  for (const { kind, value, employer, seed, sentence } of found) {
    const words = [kind, value.toLowerCase(), employer?.toLowerCase()].join('\n');
    const known = merged.get(words);
    if (known === undefined) merged.set(words, { kind, value, employer, places: [placeOf(seed, sentence.line)] });
    else if (known.places.length < MOST_PLACES) known.places.push(placeOf(seed, sentence.line));
  }
  const statements = [...merged.values()].sort((a, b) => rankOf(a) - rankOf(b));
  const left = statements.length - MOST;
  return {
    statements: statements.slice(0, MOST),
    notes: left > 0 ? [`The seeds say ${left.toLocaleString('en-GB')} more things of it.`] : [],
  };
}

function rankOf({ kind }: DossierStatement): number {
  const rank = KINDS.indexOf(kind);
  return rank === -1 ? KINDS.length : rank;
}
