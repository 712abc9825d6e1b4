import { STEPS } from '../../src/names/model/format.ts';
import { KINDS } from '../../src/names/model/labels.ts';
import type { NameRecognizer } from '../../src/names/model/recognizer.ts';
import type { Corpus } from './documents.ts';

/** A mention of the model, with what it thought and whether it was right. */
export interface Judged {
  readonly kind: number;
  readonly probability: number;
  readonly right: boolean;
}

const TYPES: Readonly<Record<string, string>> = {
  PER: 'person',
  ORG: 'organization',
  LOC: 'place',
  NORP: 'group',
  EVENT: 'event',
  WORK: 'work',
  PRODUCT: 'product',
};
/** What a corpus says nothing about is neither right nor wrong. */
const MARKED: Readonly<Record<string, ReadonlySet<string>>> = {
  redocred: new Set(['person', 'organization', 'place', 'group']),
  crossner: new Set(['person', 'organization', 'place', 'event', 'work', 'product']),
  wnut17: new Set(['person', 'organization', 'place', 'work', 'product']),
};
const PLAIN = new Set(['person', 'organization', 'place']);

/** All mentions of a corpus that can be judged. The recognizer must give probabilities as they are. */
export function judge(corpus: Corpus, recognizer: NameRecognizer): Judged[] {
  const marked = MARKED[corpus.name] ?? PLAIN;
  return corpus.documents.flatMap(({ text, entities }) => {
    const right = new Set(entities.map(({ start, end, type }) => `${start} ${end} ${TYPES[type]}`));
    return (recognizer.document([text])[0] ?? [])
      .filter((mention) => marked.has(mention.kind))
      .map((mention) => ({
        kind: KINDS.indexOf(mention.kind),
        probability: mention.score,
        right: right.has(`${mention.start} ${mention.end} ${mention.kind}`),
      }));
  });
}

/** Mentions that a kind needs to have a curve of its own. */
const ENOUGH = 300;

/** For each kind the points of a rising curve: of mentions with such a probability, how many are right. */
export function fitCalibration(judged: readonly Judged[]): Float32Array {
  const points = new Float32Array(KINDS.length * (STEPS + 1));
  for (let kind = 0; kind < KINDS.length; kind++) {
    const own = judged.filter((one) => one.kind === kind);
    const curve = rising(own.length >= ENOUGH ? own : judged);
    points.set(curve, kind * (STEPS + 1));
  }
  return points;
}

/** Shares of right ones around each point, smoothed, made to rise by pooling neighbours that do not. */
function rising(judged: readonly Judged[]): number[] {
  const pools: { right: number; all: number; steps: number }[] = [];
  for (let step = 0; step <= STEPS; step++) {
    let right = 2 * (step / STEPS) ** 2;
    let all = 2;
    for (const one of judged) {
      const near = 1 - Math.abs(one.probability * STEPS - step);
      if (near <= 0) continue;
      all += near;
      if (one.right) right += near;
    }
    pools.push({ right, all, steps: 1 });
    while (pools.length > 1) {
      const last = pools[pools.length - 1] as { right: number; all: number; steps: number };
      const before = pools[pools.length - 2] as { right: number; all: number; steps: number };
      if (before.right / before.all <= last.right / last.all) break;
      pools.pop();
      before.right += last.right;
      before.all += last.all;
      before.steps += last.steps;
    }
  }
  return pools.flatMap(({ right, all, steps }) => Array<number>(steps).fill(right / all));
}
