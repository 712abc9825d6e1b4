import type { Entity } from '../facts/types.ts';
import { labelOfType } from '../project/labels.ts';
import type { EntityChoice } from '../protocol.ts';
import { plainWords } from '../text/plain-words.ts';
import { shorten } from '../text/shorten.ts';
import { distance } from '../text/similar.ts';
import type { SeedSnapshot } from '../workspace/snapshot.ts';

/** More are not looked through; who types narrows them down. */
const MOST = 50;
/** A slip for so many letters of a name. */
const LETTERS_A_SLIP = 4;

interface Sought {
  readonly texts: readonly string[];
  readonly type?: string | undefined;
  /** What the user has typed so far. */
  readonly query?: string | undefined;
}

/** How well an entry fits: a part of its name, its type, and the company that it keeps. */
interface Fit {
  readonly entity: Entity;
  readonly name: number;
  readonly score: number;
  readonly why: string;
}

/**
 * The entries of the facts files that words may mean, the likeliest first: by name and aliases, then by type, then whether
 * the document names or links them already.
 */
export function entityChoices(snapshot: SeedSnapshot, { texts, type, query = '' }: Sought): EntityChoice[] {
  const company = namedHere(snapshot);
  const sought = query.trim() === '' ? texts.map(plainWords) : [plainWords(query)];
  const fits: Fit[] = [];
  for (const { entity } of snapshot.knowledge.entities.values()) {
    const name = nameFit(entity, sought, query.trim() !== '');
    if (query.trim() !== '' && name.score === 0) continue;
    const sameType = type !== undefined && entity.type === type;
    const here = company.has(entity.id);
    if (name.score === 0 && !sameType && !here) continue;
    const score = name.score * 4 + (sameType ? 1 : 0) + (here ? 0.5 : 0);
    const why = [name.why, here ? 'named in this document' : undefined].filter((part) => part !== undefined).join(', ');
    fits.push({ entity, name: name.score, score, why });
  }
  fits.sort((a, b) => b.score - a.score || (a.entity.name < b.entity.name ? -1 : 1));
  return fits.slice(0, MOST).map(({ entity: { id, name, type: own, description }, why }) => ({
    id,
    name: shorten(name, 120),
    type: own,
    label: labelOfType(snapshot.knowledge.project, own),
    ...(description === undefined ? {} : { description: shorten(description, 200) }),
    why,
  }));
}

/** Ids of entities that the document names, or that its annotations link to. */
function namedHere(snapshot: SeedSnapshot): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const { annotation } of snapshot.annotations)
    if (annotation.entity !== undefined && annotation.status !== 'rejected') ids.add(annotation.entity);
  snapshot.sections.each((section) => {
    if (!section.isWorkedOut('names')) return;
    for (const { entity } of section.analysis.mentions) if (entity !== undefined) ids.add(entity);
  });
  return ids;
}

/** How far a name or alias of an entity is what is sought, from 0 to 1. */
function nameFit(
  entity: Entity,
  sought: readonly string[],
  typed: boolean,
): { readonly score: number; readonly why?: string } {
  let best: { score: number; why?: string } = { score: 0 };
  for (const [index, name] of [entity.name, ...entity.aliases, entity.id].entries()) {
    const known = plainWords(name);
    for (const one of sought) {
      const fit = partFit(known, one, typed);
      if (fit.score > best.score)
        best = index === 0 || fit.score < 1 ? fit : { score: fit.score, why: 'an alias of it' };
    }
  }
  return best;
}

function partFit(known: string, sought: string, typed: boolean): { readonly score: number; readonly why?: string } {
  if (known === '' || sought === '') return { score: 0 };
  if (known === sought) return { score: 1, why: 'the same name' };
  const [a, b] = [known.split(' '), sought.split(' ')];
  if (typed && known.includes(sought)) return { score: known.startsWith(sought) ? 0.8 : 0.6 };
  if (b.every((word) => a.includes(word)) || a.every((word) => b.includes(word)))
    return { score: 0.7, why: 'a part of the name' };
  const letters = (words: readonly string[]) => words.map((word) => [...word][0] ?? '').join('');
  if (a.length > 1 && sought === letters(a)) return { score: 0.65, why: 'its first letters' };
  const slips = Math.floor(Math.min(known.length, sought.length) / LETTERS_A_SLIP);
  if (slips > 0 && distance(known, sought, slips) <= slips) return { score: 0.6, why: 'nearly the same name' };
  const last = a.at(-1);
  return last !== undefined && last.length > 2 && last === b.at(-1)
    ? { score: 0.4, why: 'the same last word' }
    : { score: 0 };
}
