import { distance } from '../text/similar.ts';

/** Which spellings of a name the seeds of a workspace use, and where. */
export class Spellings {
  private readonly byKey = new Map<string, Map<string, Set<string>>>();

  add(spelling: string, uri: string): void {
    const key = spellingKey(spelling);
    const spellings = this.byKey.get(key) ?? new Map<string, Set<string>>();
    this.byKey.set(key, spellings);
    const uris = spellings.get(spelling);
    if (uris) uris.add(uri);
    else spellings.set(spelling, new Set([uri]));
  }

  /** All spellings, those of most seeds first. */
  all(): { readonly spelling: string; readonly count: number }[] {
    const all = [...this.byKey.values()].flatMap((spellings) =>
      [...spellings].map(([spelling, uris]) => ({ spelling, count: uris.size })),
    );
    return all.sort((a, b) => b.count - a.count || (a.spelling < b.spelling ? -1 : 1));
  }

  /**
   * How more of the other seeds spell the same name, if more do. `near`: a slip of one letter counts as the same name,
   * where at least two seeds agree and no other has the slip.
   */
  usual(
    spelling: string,
    exceptUri: string,
    { near }: { readonly near: boolean },
  ): { readonly spelling: string; readonly count: number } | undefined {
    const key = spellingKey(spelling);
    const own = othersIn(this.byKey.get(key)?.get(spelling), exceptUri);
    let best: { spelling: string; count: number } | undefined;
    const consider = (spellings: ReadonlyMap<string, ReadonlySet<string>> | undefined, least: number) => {
      for (const [other, uris] of spellings ?? []) {
        const count = othersIn(uris, exceptUri);
        if (other !== spelling && count > own && count >= least && count > (best?.count ?? 0))
          best = { spelling: other, count };
      }
    };
    consider(this.byKey.get(key), 1);
    if (best !== undefined || own > 0 || !near || key.length < 8) return best;
    for (const [other, spellings] of this.byKey)
      if (other.length >= 8 && distance(key, other, 1) === 1 && digitsOf(key) === digitsOf(other))
        consider(spellings, 2);
    return best;
  }
}

/** "Channel 4" is no slip of "Channel 5". */
function digitsOf(key: string): string {
  return key.replace(/[^\p{N}]+/gu, '');
}

function othersIn(uris: ReadonlySet<string> | undefined, exceptUri: string): number {
  return uris === undefined ? 0 : uris.size - (uris.has(exceptUri) ? 1 : 0);
}

/** What two spellings of one name have in common: no case, accents, blanks, signs, article, order of "Doe, Jane". */
export function spellingKey(name: string): string {
  const turned = /^([^,]{1,60}),\s*([^,]{1,60})$/u.exec(name);
  return (turned ? `${turned[2]} ${turned[1]}` : name)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/^\s*the\s+/u, '')
    .replace(/&/gu, 'and')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
