import { similarity } from '../text/minhash.ts';
import type { SeedRecord } from './corpus.ts';

/** Another seed with the same text or most of it. */
export interface Copy {
  readonly uri: string;
  readonly title: string | undefined;
  readonly published: string | undefined;
  /** 1: byte for byte the same. Else the share of runs of words that both have, below 1. */
  readonly similarity: number;
}

/** The share from which two texts are told of: with a fifth of the sentences changed a copy still has it, another report on the same day never. */
const LEAST = 0.4;
/** Places of signatures that are compared first, and how many of them must agree for it to be worth the rest. */
const FIRST = 12;
const LEAST_OF_FIRST = 2;

/**
 * The other seeds whose body is that of a seed or nearly so, the likest first. One run over all signatures: of ten thousand
 * seeds hardly any gets further than the first places.
 */
export function copiesOf(uri: string, records: ReadonlyMap<string, SeedRecord>): readonly Copy[] {
  const own = records.get(uri);
  if (own === undefined || !hasBody(own)) return [];
  const copies: Copy[] = [];
  for (const [other, record] of records) {
    if (other === uri) continue;
    const { title, published } = record;
    if (record.body[0] === own.body[0] && record.body[1] === own.body[1])
      copies.push({ uri: other, title, published, similarity: 1 });
    else if (isLikely(own.signature, record.signature)) {
      const share = similarity(own.signature, record.signature);
      if (share >= LEAST) copies.push({ uri: other, title, published, similarity: Math.min(share, 0.99) });
    }
  }
  return copies.sort((a, b) => b.similarity - a.similarity || (a.uri < b.uri ? -1 : 1));
}

function hasBody({ body }: SeedRecord): boolean {
  return body[0] !== 0 || body[1] !== 0;
}

function isLikely(a: Int32Array, b: Int32Array): boolean {
  if (a.length === 0 || b.length === 0) return false;
  let same = 0;
  for (let place = 0; place < FIRST; place++) if (a[place] === b[place]) same++;
  return same >= LEAST_OF_FIRST;
}
