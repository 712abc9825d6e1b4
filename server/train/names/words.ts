import { hashOf } from '../../src/names/model/hash.ts';
import { wordKey } from '../../src/names/model/lexicon.ts';
import { sentenceEnds } from '../../src/text/sentences.ts';
import { tokenize } from '../../src/text/tokens.ts';

const CLUSTERS = 255;
/** Rarer words get no cluster. */
const LEAST = 4;

/**
 * What unlabelled text says of words: a cluster of words with like neighbours (exchange clustering on bigrams), how they
 * are written inside of sentences, how often they occur. By {@link wordKey}, see `lexicon.ts`.
 */
export function readWords(texts: readonly string[], rounds: number, log: (line: string) => void): Map<number, number> {
  const ids = new Map<string, number>();
  const counts: number[] = [];
  const capital: number[] = [];
  const inside: number[] = [];
  const stream: number[] = [];
  for (const text of texts) {
    const ends = sentenceEnds(text);
    let sentence = 0;
    let opens = true;
    stream.push(-1);
    for (const token of tokenize(text)) {
      while (sentence < ends.length && (ends[sentence] as number) <= token.start) {
        sentence++;
        opens = true;
        stream.push(-1);
      }
      if (token.kind === 'url' || token.kind === 'handle' || token.kind === 'email') continue;
      const written = text.slice(token.start, token.end);
      const word = plain(written);
      let id = ids.get(word);
      if (id === undefined) {
        id = counts.length;
        ids.set(word, id);
        counts.push(0);
        capital.push(0);
        inside.push(0);
      }
      counts[id] = (counts[id] as number) + 1;
      stream.push(id);
      if (token.kind === 'word') {
        if (!opens) {
          inside[id] = (inside[id] as number) + 1;
          if (written !== written.toLowerCase()) capital[id] = (capital[id] as number) + 1;
        }
        opens = false;
      }
    }
  }
  const clusters = cluster(stream, counts, rounds, log);
  const entries = new Map<number, number>();
  for (const [word, id] of ids) {
    const count = counts[id] as number;
    if (count < 2) continue;
    const share = (inside[id] as number) === 0 ? -1 : (capital[id] as number) / (inside[id] as number);
    const use = share < 0 ? 0 : share < 0.05 ? 1 : share < 0.5 ? 2 : share < 0.95 ? 3 : 4;
    const rank = count < 5 ? 0 : count < 30 ? 1 : count < 300 ? 2 : 3;
    entries.set(wordKey(hashOf(word)), (clusters[id] as number) | (use << 8) | (rank << 11));
  }
  return entries;
}

function plain(written: string): string {
  return written
    .toLowerCase()
    .replace(/\p{Nd}/gu, '0')
    .replaceAll('’', "'");
}

/** A cluster, 1 to {@link CLUSTERS}, for each word that is frequent enough; 0 for the others. */
function cluster(stream: readonly number[], counts: readonly number[], rounds: number, log: (line: string) => void) {
  const frequent = counts
    .map((count, id) => ({ count, id }))
    .filter(({ count }) => count >= LEAST)
    .sort((a, b) => b.count - a.count || a.id - b.id)
    .map(({ id }) => id);
  const size = frequent.length;
  const place = new Map(frequent.map((id, i) => [id, i]));
  // Words that are too rare, and the edges of sentences, are neighbours of their own.
  const RARE = size;
  const EDGE = size + 1;
  const flow = stream.map((id) => (id < 0 ? EDGE : (place.get(id) ?? RARE)));
  const K = CLUSTERS + 2;
  const of = new Int32Array(size + 2);
  for (let i = 0; i < size; i++) of[i] = i % CLUSTERS;
  of[RARE] = CLUSTERS;
  of[EDGE] = CLUSTERS + 1;
  const right: Map<number, number>[] = Array.from({ length: size + 2 }, () => new Map());
  const left: Map<number, number>[] = Array.from({ length: size + 2 }, () => new Map());
  const joint = new Float64Array(K * K);
  const one = new Float64Array(K);
  const own = new Float64Array(size + 2);
  for (let i = 0; i < flow.length; i++) {
    const word = flow[i] as number;
    own[word] = (own[word] as number) + 1;
    one[of[word] as number] = (one[of[word] as number] as number) + 1;
    if (i + 1 === flow.length) break;
    const next = flow[i + 1] as number;
    right[word]?.set(next, (right[word]?.get(next) ?? 0) + 1);
    left[next]?.set(word, (left[next]?.get(word) ?? 0) + 1);
    const at = (of[word] as number) * K + (of[next] as number);
    joint[at] = (joint[at] as number) + 1;
  }
  const logs = new Float64Array(1 << 16);
  for (let n = 1; n < logs.length; n++) logs[n] = n * Math.log(n);
  const h = (n: number) => (n < logs.length ? (logs[n] as number) : n * Math.log(n));
  const after = new Float64Array(K);
  const before = new Float64Array(K);
  for (let round = 0; round < rounds; round++) {
    let moved = 0;
    for (let word = 0; word < size; word++) {
      after.fill(0);
      before.fill(0);
      let self = 0;
      for (const [next, n] of right[word] as Map<number, number>) {
        if (next === word) self += n;
        else after[of[next] as number] = (after[of[next] as number] as number) + n;
      }
      for (const [last, n] of left[word] as Map<number, number>)
        if (last !== word) before[of[last] as number] = (before[of[last] as number] as number) + n;
      const now = of[word] as number;
      const mass = own[word] as number;
      shift(now, -1);
      // Only the clusters of the neighbours change by more than the mass of the word.
      const afters: number[] = [];
      const befores: number[] = [];
      for (let k = 0; k < K; k++) {
        if ((after[k] as number) > 0) afters.push(k);
        if ((before[k] as number) > 0) befores.push(k);
      }
      let best = now;
      let gain = -Infinity;
      for (let k = 0; k < CLUSTERS; k++) {
        let value = -2 * (h((one[k] as number) + mass) - h(one[k] as number));
        for (const c of afters) {
          const n = joint[k * K + c] as number;
          value += h(n + (after[c] as number)) - h(n);
        }
        for (const c of befores) {
          if (c === k) continue;
          const n = joint[c * K + k] as number;
          value += h(n + (before[c] as number)) - h(n);
        }
        const n = (joint[k * K + k] as number) + (after[k] as number);
        value += h(n + (before[k] as number) + self) - h(n);
        if (value > gain + 1e-9) {
          gain = value;
          best = k;
        }
      }
      shift(best, 1);
      of[word] = best;
      if (best !== now) moved++;

      function shift(k: number, sign: number): void {
        one[k] = (one[k] as number) + sign * mass;
        for (let c = 0; c < K; c++) {
          joint[k * K + c] = (joint[k * K + c] as number) + sign * (after[c] as number);
          joint[c * K + k] = (joint[c * K + k] as number) + sign * (before[c] as number);
        }
        joint[k * K + k] = (joint[k * K + k] as number) + sign * self;
      }
    }
    log(`clusters, round ${round + 1}: ${moved} of ${size} words moved`);
  }
  const clusters = new Int32Array(counts.length);
  for (let i = 0; i < size; i++) clusters[frequent[i] as number] = (of[i] as number) + 1;
  return clusters;
}
