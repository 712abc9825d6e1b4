import type { Sidecar } from '../annotations/types.ts';
import { readSource } from '../facts/source.ts';
import type { FactsReference } from '../facts/types.ts';
import type { Problem } from '../text/problem.ts';
import { shorten } from '../text/shorten.ts';
import { distance } from '../text/similar.ts';
import type { Span } from '../text/span.ts';
import { decoded } from './kinds.ts';
import type { Knowledge } from './snapshot.ts';
import { type SourceBases, sourcePlaces } from './source-places.ts';

/** What points at something that is not there: an entity, a seed, the source of a fact. */

/** Whether a file is there; undefined where nobody has looked yet. */
export type IsThere = (uri: string) => boolean | undefined;

/** Annotations that name an entity which no facts file has. */
export function unknownEntities({ annotations }: Sidecar, { entities }: Knowledge, hasFacts: boolean): Problem[] {
  // One slip stands in many annotations, and is compared with all entities.
  const nearIds = new Map<string, string | undefined>();
  return annotations.flatMap(({ entity, entitySpan, span }) => {
    if (entity === undefined || entity === '' || entities.has(entity)) return [];
    if (!nearIds.has(entity)) nearIds.set(entity, nearId(entity, entities.keys()));
    const near = nearIds.get(entity);
    const reason = hasFacts ? 'No facts file has' : 'This workspace has no facts file, and so not';
    const advice =
      near === undefined ? 'Add it to a file in a folder “facts”' : `Did you mean “${near}”? Correct the id`;
    return {
      code: 'unknown-entity',
      span: entitySpan ?? span,
      message: `${reason} the entity “${shorten(entity)}”. ${advice}, or remove the line “entity:”.`,
      data: near === undefined ? { entity } : { entity, replacement: near },
    };
  });
}

/** What is said of a sidecar without its seed. */
export function missingSeed(text: string, seedUri: string): Problem {
  const end = text.search(/[\r\n]|$/);
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const name = decoded(seedUri.slice(seedUri.lastIndexOf('/') + 1));
  return {
    code: 'missing-seed',
    span: { start, end },
    message: `The seed of these annotations, ${name}, is not here. Bring it back, or rename this file as the seed is named now, with “.annotations.yaml” behind it.`,
    data: { seed: name },
  };
}

/** The sources of facts that are paths of files, each with the places where the file may be. */
export function sourceFiles(
  references: readonly FactsReference[],
  factsUri: string,
  bases: SourceBases,
): { readonly source: string; readonly span: Span; readonly uris: readonly string[] }[] {
  return references.flatMap(({ kind, value, span }) => {
    const uris = kind === 'source' && isPath(readSource(value).path) ? sourcePlaces(factsUri, value, bases) : [];
    return uris.length === 0 ? [] : { source: value, span, uris };
  });
}

/** Sources of facts that are paths of files which are not there. */
export function missingSources(sources: ReturnType<typeof sourceFiles>, isThere: IsThere): Problem[] {
  return sources
    .filter(({ uris }) => uris.every((uri) => isThere(uri) === false))
    .map(({ source, span }) => ({
      code: 'missing-seed',
      span,
      message: `There is no file “${shorten(source)}” in this workspace, which this fact names as its source. Correct the path; it counts from the folder of seedmark.yaml, from the workspace’s, or from this file’s.`,
      data: { source },
    }));
}

/** A source that is a file of the workspace: one named as seeds are, or a path to a file with an ending. */
function isPath(source: string): boolean {
  // "https:", "doi:" and the like, and hosts without them.
  if (/^[a-z][a-z\d+.-]+:/i.test(source) || /^(?:www\.|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,24}\/)/i.test(source)) return false;
  if (/\.(?:txt|seed)$/i.test(source)) return true;
  // "AFP/Reuters", "A/RES/217" and "10.1000/182" are none.
  return /^[^\s\\/]*(?:[\\/][^\s\\/]*)*[\\/][^\s\\/]+\.(?=\w{0,4}[a-z])\w{1,5}$/i.test(source);
}

/** The known id that is nearest to one that is not. */
export function nearId(id: string, ids: Iterable<string>): string | undefined {
  // Of two letters any two are near.
  const limit = id.length < 3 ? 0 : id.length < 6 ? 1 : 2;
  const plain = id.toLowerCase();
  for (const known of ids) if (distance(plain, known.toLowerCase(), limit) <= limit) return known;
  return undefined;
}
