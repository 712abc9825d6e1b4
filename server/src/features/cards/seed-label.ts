import { shorten } from '../../text/shorten.ts';
import type { IndexedSeed } from '../../workspace/index/types.ts';
import { decoded } from '../../workspace/kinds.ts';

/** A seed in few words: who published it, and when; the name of its file where it says neither. Not escaped. */
export function seedLabel({ uri, source, published }: IndexedSeed): string {
  const known = [source === undefined ? undefined : shorten(source, 40), published].filter((one) => one !== undefined);
  return known.length === 0 ? shorten(fileName(uri), 40) : known.join(', ');
}

/** The name of a file as people write it. Not escaped. */
export function fileName(uri: string): string {
  return decoded(uri.slice(uri.lastIndexOf('/') + 1));
}
