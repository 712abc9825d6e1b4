import { placeAll } from '../annotations/place.ts';
import type { Sidecar } from '../annotations/types.ts';
import type { CancellationToken, FileContent, Ports } from '../ports.ts';
import { folderOf, sidecarOf } from './kinds.ts';

/** The seed that a sidecar without one probably belongs to. */
export interface LikelySeed {
  readonly uri: string;
  /** Annotations that have a place in it; undefined where it is the very text that they were made in. */
  readonly placed: number | undefined;
}

/** Seeds looked into, the nearest first. */
const MOST = 2_000;
/** Seeds read in one go. */
const AT_ONCE = 50;

/**
 * Looks for the seed of a sidecar among seeds that have no annotations of their own: the one with the very bytes from which
 * the positions were taken, else the only one in which most of the annotations, and two at least, find their places.
 */
export async function likelySeed(
  { text, annotations }: Pick<Sidecar, 'text' | 'annotations'>,
  lost: string,
  seeds: Iterable<string>,
  { files, blobs, clock }: Ports,
  token: CancellationToken,
): Promise<LikelySeed | undefined> {
  const found: { readonly uri: string; readonly placed: number }[] = [];
  const nearest = nearestFirst([...seeds], lost).slice(0, MOST);
  for (let i = 0; i < nearest.length; i += AT_ONCE) {
    const uris = nearest.slice(i, i + AT_ONCE);
    const contents = await files.readMany(uris);
    for (const [k, uri] of uris.entries()) {
      const content = contents[k];
      if (content === undefined) continue;
      const same = text !== undefined && (await blobs.idOf(content.text, content.bom)) === text;
      const placed = same ? annotations.length : placedIn(annotations, content);
      if (!same && (placed < 2 || placed * 2 <= annotations.length)) continue;
      const [sidecar] = await files.readMany([sidecarOf(uri)]);
      if (sidecar !== undefined) continue;
      if (same) return { uri, placed: undefined };
      found.push({ uri, placed });
    }
    await clock.yield();
    if (token.isCancellationRequested) return undefined;
  }
  const [best, second] = found.sort((a, b) => b.placed - a.placed);
  return best !== undefined && best.placed > (second?.placed ?? 0) ? best : undefined;
}

/** Quotes that stand nowhere in a text are told at once, before their places are looked for. */
function placedIn(annotations: Sidecar['annotations'], { text }: FileContent): number {
  const there = annotations.filter(({ quote }) => text.includes(quote[0] ?? ''));
  if (there.length * 2 <= annotations.length) return 0;
  return placeAll({ text: undefined, annotations }, text).filter(({ spans }) => spans.length > 0).length;
}

/** Those of the same folder first, then those of the same name, which were moved, then the rest. */
function nearestFirst(uris: readonly string[], lost: string): string[] {
  const folder = folderOf(lost);
  const name = lost.slice(folder.length);
  const rank = (uri: string) => (folderOf(uri) === folder ? 0 : uri.endsWith(`/${name}`) ? 1 : 2);
  return uris.filter((uri) => uri !== lost).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}
