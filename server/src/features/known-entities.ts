import type { EntityChoice } from '../protocol.ts';
import { plainWords } from '../text/plain-words.ts';
import { shorten } from '../text/shorten.ts';
import type { KnownEntity } from '../workspace/snapshot.ts';

/** More are not looked through; who types narrows them down. */
const MOST = 50;

/** The entries of all facts files whose names hold what was typed, those that begin with it first. */
export function knownEntities(
  entities: ReadonlyMap<string, KnownEntity>,
  query: string,
  except: ReadonlySet<string>,
): EntityChoice[] {
  const sought = plainWords(query);
  const found: { readonly rank: number; readonly choice: EntityChoice }[] = [];
  for (const { entity } of entities.values()) {
    const { id, type, name, aliases, description } = entity;
    if (except.has(id)) continue;
    const names = [name, ...aliases, id].map(plainWords);
    const rank = Math.min(...names.map((one) => (one.startsWith(sought) ? 0 : one.includes(sought) ? 1 : 2)));
    if (rank === 2) continue;
    found.push({
      rank,
      choice: {
        id,
        name: shorten(name, 120),
        type,
        label: type,
        ...(description === undefined ? {} : { description: shorten(description, 200) }),
        why: names[0]?.includes(sought) ? '' : 'by another name',
      },
    });
  }
  found.sort((a, b) => a.rank - b.rank || (a.choice.name < b.choice.name ? -1 : 1));
  return found.slice(0, MOST).map(({ choice }) => choice);
}
