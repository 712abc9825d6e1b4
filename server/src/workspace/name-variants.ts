import { NearNames, type UsualName } from '../text/near-names.ts';
import type { Problem } from '../text/problem.ts';
import type { Chunk } from '../text/sequence.ts';
import { flatLine } from '../text/shorten.ts';
import type { Span } from '../text/span.ts';
import { LEAST_SEEDS } from './corpus.ts';
import type { Section } from './section.ts';
import type { KnownEntity, SeedSnapshot } from './snapshot.ts';

/** Types whose names are looked at. */
const TYPES: ReadonlySet<string> = new Set(['person', 'organization', 'place', 'product', 'work', 'event', 'law']);
/** Longer texts are not looked at: all their names would have to be compared with each key, in code units. */
const LONGEST = 300_000;
/** A slip is no habit: who writes a name so twice may do it a third time. */
const MOST_HERE = 2;
/** So many times as often the right name stands in the same text, at least. */
const TIMES = 3;

/**
 * Names that are probably slips of others: of one in the facts, of one that the text itself writes often, of one that many
 * seeds write. Only names that have been found count; nobody waits for them.
 */
export function nameVariants(snapshot: SeedSnapshot): Problem[] {
  if (snapshot.lines.length > LONGEST) return [];
  const here = new Map<string, Counted>();
  const chunks: { readonly chunk: Chunk<Section>; readonly at: number }[] = [];
  snapshot.sections.eachChunk((chunk, _index, line) => {
    chunks.push({ chunk, at: snapshot.lines.offsetOfLine(line) });
    for (const [key, { type, text, count, isKnown }] of namesIn(chunk)) {
      const known = here.get(key);
      here.set(key, { type, text, count: (known?.count ?? 0) + count, isKnown: isKnown || known?.isKnown === true });
    }
  });
  const doubtful = new Map<string, { readonly meant: UsualName; readonly why: Why }>();
  const often = new NearNames([...here.values()].filter(({ count }) => count >= TIMES));
  const facts = factsNames(snapshot.knowledge.entities);
  const elsewhere = snapshot.corpus.usualNames();
  for (const [key, { type, text, count, isKnown }] of here) {
    if (isKnown || count > MOST_HERE || facts.countOf(type, text) > 0 || isListed(snapshot, text)) continue;
    const [fact] = facts.slipsOf(type, text);
    const own = often.slipsOf(type, text).find((name) => name.count >= TIMES * count);
    const other = elsewhere.countOf(type, text) > 0 ? undefined : elsewhere.slipsOf(type, text)[0];
    const [meant, why]: [UsualName | undefined, Why] = fact
      ? [fact, 'facts']
      : own
        ? [own, 'here']
        : [other, 'elsewhere'];
    if (meant !== undefined) doubtful.set(key, { meant, why });
  }
  if (doubtful.size === 0) return [];
  return chunks.flatMap(({ chunk, at }) =>
    placesIn(chunk).flatMap(({ key, start, end }): Problem[] => {
      const found = doubtful.get(key);
      if (found === undefined) return [];
      const { meant, why } = found;
      const [entity] = why === 'facts' ? entitiesOf(snapshot.knowledge.entities, meant) : [];
      return [
        {
          code: 'name-variant',
          span: { start: at + start, end: at + end },
          message: `Did you mean “${meant.text}”? ${WHY[why](meant.count)} If it stands so in the source, note “sic”.`,
          data: { meant: meant.text, ...(entity === undefined ? {} : { entity }) },
        },
      ];
    }),
  );
}

type Why = 'facts' | 'here' | 'elsewhere';

const WHY: Readonly<Record<Why, (count: number) => string>> = {
  facts: () => 'The facts files know that name, and not this one.',
  here: (count) => `This text writes that name ${count} times.`,
  elsewhere: (count) => `${count} other seeds write that name.`,
};

interface Counted extends UsualName {
  /** The facts or a list have it, or somebody annotated it. */
  readonly isKnown: boolean;
}

interface Place extends Span {
  readonly key: string;
}

function namesIn(chunk: Chunk<Section>): ReadonlyMap<string, Counted> {
  return readChunk(chunk).names;
}

function placesIn(chunk: Chunk<Section>): readonly Place[] {
  return readChunk(chunk).places;
}

/** The names of a chunk with how often and where they stand, from its beginning. */
function readChunk(chunk: Chunk<Section>): { names: ReadonlyMap<string, Counted>; places: readonly Place[] } {
  const known = remembered.get(chunk);
  if (known !== undefined) return known;
  const names = new Map<string, Counted>();
  const places: Place[] = [];
  let offset = 0;
  let isWhole = true;
  for (const section of chunk.items) {
    const { segment, annotations } = section;
    if (!section.isWorkedOut('names')) isWhole = false;
    else
      for (const { start, end, type, entity, evidence } of section.analysis.mentions) {
        if (!TYPES.has(type)) continue;
        const text = flatLine(segment.text.slice(start, end));
        const key = `${type}\n${text}`;
        const decided = annotations.some((one) => one.start <= start && one.end >= end);
        const isKnown = entity !== undefined || evidence === 'list' || decided;
        const before = names.get(key);
        names.set(key, { type, text, count: (before?.count ?? 0) + 1, isKnown: isKnown || before?.isKnown === true });
        if (segment.kind === 'paragraph') places.push({ key, start: offset + start, end: offset + end });
      }
    offset += segment.text.length;
  }
  const read = { names, places };
  if (isWhole) remembered.set(chunk, read);
  return read;
}

const remembered = new WeakMap<Chunk<Section>, { names: ReadonlyMap<string, Counted>; places: readonly Place[] }>();

/** Whether all words that could be slips stand on our own lists: names that are rare here need not be rare. */
function isListed({ knowledge }: SeedSnapshot, text: string): boolean {
  const words = text.split(' ');
  const isKnown = (word: string) =>
    knowledge.names.matcher.match(word).some(({ start, end }) => start === 0 && end === word.length);
  return words.every(isKnown);
}

function factsNames(entities: ReadonlyMap<string, KnownEntity>): NearNames {
  let names = ofFacts.get(entities);
  if (names === undefined) {
    names = new NearNames(
      [...entities.values()].flatMap(({ entity }) =>
        [entity.name, ...entity.aliases].map((text) => ({ text, type: entity.type, count: LEAST_SEEDS })),
      ),
    );
    ofFacts.set(entities, names);
  }
  return names;
}

const ofFacts = new WeakMap<ReadonlyMap<string, KnownEntity>, NearNames>();

/** Ids of the entries that have a name. */
function entitiesOf(entities: ReadonlyMap<string, KnownEntity>, { type, text }: UsualName): string[] {
  return [...entities.values()].flatMap(({ entity }) =>
    entity.type === type && (entity.name === text || entity.aliases.includes(text)) ? [entity.id] : [],
  );
}
