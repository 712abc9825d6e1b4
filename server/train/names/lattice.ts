import { KINDS, LABELS, labelOf, mayEnd, mayFollow, OUTSIDE } from '../../src/names/model/labels.ts';
import { LISTS } from '../../src/names/model/lexicon.ts';
import { ADDRESS, isCapital, type Words } from '../../src/names/model/words.ts';
import type { Document, Entity } from './documents.ts';

/** Sets of labels, each a row of {@link LABELS} bytes; a word has the number of its set. */
export class LabelSets {
  readonly rows: Uint8Array[] = [];
  private readonly known = new Map<string, number>();

  /** The number of the set with these labels. */
  of(labels: Iterable<number>): number {
    const row = new Uint8Array(LABELS);
    for (const label of labels) row[label] = 1;
    const name = row.join('');
    const known = this.known.get(name);
    if (known !== undefined) return known;
    this.known.set(name, this.rows.length);
    this.rows.push(row);
    return this.rows.length - 1;
  }
}

const kind = (name: (typeof KINDS)[number]) => KINDS.indexOf(name);
const KIND: Readonly<Record<string, readonly number[]>> = {
  PER: [kind('person')],
  ORG: [kind('organization')],
  LOC: [kind('place')],
  NORP: [kind('group')],
  EVENT: [kind('event')],
  WORK: [kind('work')],
  PRODUCT: [kind('product')],
  // A name, but the corpus does not say of which of these kinds.
  MISC: [kind('event'), kind('work'), kind('product'), kind('other')],
};
/** Kinds that a corpus does not mark: a capitalised word that it leaves bare may still be one. */
const UNMARKED: Readonly<Record<string, readonly number[]>> = {
  btc: [kind('event'), kind('work'), kind('product'), kind('other')],
  wnut17: [kind('event'), kind('other')],
  'uner-ewt': [kind('event'), kind('work'), kind('product'), kind('other')],
};
const GROUP_LIST = 1 << LISTS.indexOf('group');

/** Type of words of which nothing is known. */
export const UNSURE = 'UNSURE';

/** The labels that the words of a document may have, as far as its corpus says. */
export function latticeOf(corpus: string, document: Document, words: Words, sets: LabelSets): Int32Array {
  const outside = sets.of([OUTSIDE]);
  const unmarked = UNMARKED[corpus];
  const bare = unmarked === undefined ? outside : sets.of([OUTSIDE, ...unmarked.flatMap(partsOf)]);
  const bareGroup = sets.of([OUTSIDE, labelOf(kind('group'), 4)]);
  const any = sets.of(Array.from({ length: LABELS }, (_, label) => label));
  const allowed = new Int32Array(words.count).fill(outside);
  for (let i = 0; i < words.count; i++) {
    if (words.style[i] === ADDRESS || !isCapital(words, i)) continue;
    allowed[i] = bare;
    // CrossNER marks only some of its demonyms.
    if ((corpus === 'crossner' || unmarked !== undefined) && (words.stands[i] as number) & GROUP_LIST)
      allowed[i] = bareGroup;
  }
  let word = 0;
  for (const entity of [...document.entities].sort((a, b) => a.start - b.start)) {
    while (word < words.count && (words.end[word] as number) <= entity.start) word++;
    let next = word;
    while (next < words.count && (words.start[next] as number) < entity.end) next++;
    if (next === word || entity.type === 'DATE') continue;
    if (words.style[word] === ADDRESS) continue;
    const loose = (words.end[next - 1] as number) - entity.end + (entity.start - (words.start[word] as number));
    if (loose > 1 || entity.type === UNSURE) for (let i = word; i < next; i++) allowed[i] = any;
    else
      mark(
        entity,
        kindsOf(entity, corpus, document.id),
        word,
        next,
        allowed,
        sets,
        unmarked !== undefined && demonym(words, word),
      );
    word = next;
  }
  return allowed;
}

function mark(
  entity: Entity,
  kinds: readonly number[],
  from: number,
  to: number,
  allowed: Int32Array,
  sets: LabelSets,
  isDemonym: boolean,
): void {
  const maybe = entity.type === 'OTHER' ? [OUTSIDE] : [];
  if (to - from === 1 && isDemonym) {
    allowed[from] = sets.of([OUTSIDE, labelOf(kind('group'), 4)]);
    return;
  }
  for (let i = from; i < to; i++) {
    const part = to - from === 1 ? 4 : i === from ? 1 : i === to - 1 ? 3 : 2;
    allowed[i] = sets.of([...maybe, ...kinds.map((k) => labelOf(k, part))]);
  }
}

const PLACE_LISTS = (1 << LISTS.indexOf('place')) | (1 << LISTS.indexOf('region'));

/**
 * The kinds that an entity may be of. CrossNER has events in all its domains, works and products in some: there its
 * `misc` is none of them. What it calls a field, a task or a metric is a name at most.
 */
function kindsOf({ type }: Entity, corpus: string, id: string): readonly number[] {
  if (type === 'OTHER') return [kind('other')];
  if (type !== 'MISC' || corpus !== 'crossner') return KIND[type] ?? [];
  if (id.startsWith('crossner-politics')) return [kind('work'), kind('product'), kind('other')];
  if (id.startsWith('crossner-ai')) return [kind('work'), kind('other')];
  return [kind('product'), kind('other')];
}

/** BTC marks some demonyms as places. */
function demonym(words: Words, i: number): boolean {
  const lists = words.stands[i] as number;
  return (lists & GROUP_LIST) !== 0 && (lists & PLACE_LISTS) === 0;
}

function partsOf(k: number): number[] {
  return [1, 2, 3, 4].map((part) => labelOf(k, part));
}

/** Whether any path of labels goes through a sentence; none does where a mention is cut by its end. */
export function isPassable(allowed: Int32Array, sets: readonly Uint8Array[]): boolean {
  let before: number[] = [OUTSIDE];
  for (const number of allowed) {
    const set = sets[number] as Uint8Array;
    const now: number[] = [];
    for (let label = 0; label < LABELS; label++)
      if (set[label] === 1 && before.some((last) => mayFollow(last, label))) now.push(label);
    before = now;
  }
  return before.some(mayEnd);
}
