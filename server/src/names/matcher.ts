import { type Token, tokenize } from '../text/tokens.ts';
import { isDoubtful } from './ambiguous.ts';
import { SHAPES, shapeAt } from './first-units.ts';
import { defaultNames } from './lists.ts';
import { merge } from './merge.ts';
import { NameSet, nextStep } from './name-set.ts';
import { NameTable } from './name-table.ts';
import type { Alias, Mention, NameMatcher, NameOwner } from './types.ts';
import { unitsOf } from './units.ts';
import { type Hit, longest, ownersOf, type RankedTable, type Walked } from './walk.ts';

/**
 * The aliases of the facts files and our own lists of names, ready to be matched. Facts win over lists, and where two
 * names of one kind begin at the same place the longer one.
 *
 * A name matches in its own capitals and in all capitals; a short acronym only exactly as written; a name written in
 * lower case in any. Apostrophes, hyphens, blanks and a line end inside a name are equal to their variants.
 */
export function compileMatcher(aliases: readonly Alias[]): NameMatcher {
  return new SetMatcher([readAliases(aliases)]);
}

/** The aliases of one facts file, as {@link SetMatcher} takes them; those of one entity stand together. */
export function readAliases(aliases: Iterable<Alias>): NameSet {
  return new NameSet(owned(aliases));
}

function* owned(aliases: Iterable<Alias>): Generator<readonly [string, NameOwner]> {
  let owner: NameOwner | undefined;
  for (const { text, type, entity } of aliases) {
    if (owner?.entity !== entity || owner.type !== type) owner = { type, entity, evidence: 'facts', score: 1 };
    yield [text, owner];
  }
}

/** So many names may stand beside the large table before it is made anew, and as many in it be out of date; or a quarter. */
const FEW = 2000;
const FACTS = 1;
const LISTS = 2;

/**
 * The names of several facts files. Immutable; a later one takes over from an earlier one what stands: names of files that
 * changed since are kept in a small table beside the large one, so that a key typed into one file costs what that file
 * costs.
 */
export class SetMatcher implements NameMatcher {
  readonly sets: readonly NameSet[];
  private readonly base: NameTable;
  private readonly tables: readonly RankedTable[];
  /** Of each shape of a first unit the kinds of names that may begin so. */
  private readonly kinds: Uint8Array;

  /** `sets` in their order, by which names that fit as well are told apart; `before` had most of them. */
  constructor(sets: readonly NameSet[], before?: SetMatcher) {
    this.sets = sets;
    const rankOf = new Map(sets.map((set, rank) => [set, rank]));
    const tables = (before && before.base.count > 0 && before.grown(sets, rankOf)) || [new NameTable(sets)];
    this.base = tables[0] as NameTable;
    this.tables = tables
      .filter(({ count }) => count > 0)
      .map((table) => ({ table, ranks: Int32Array.from(table.sets, (set) => rankOf.get(set) ?? -1) }));
    this.kinds = kindsOf(this.tables.map(({ table }) => table));
  }

  /** The large table and one of what it has not; undefined where it pays to make one of all. */
  private grown(sets: readonly NameSet[], rankOf: ReadonlyMap<NameSet, number>): NameTable[] | undefined {
    const known = new Set(this.base.sets);
    const come = sets.filter((set) => !known.has(set));
    const gone = this.base.sets.filter((set) => !rankOf.has(set));
    const most = Math.max(FEW, this.base.count / 4);
    return namesIn(come) > most || namesIn(gone) > most ? undefined : [this.base, new NameTable(come)];
  }

  match(text: string, tokens: readonly Token[] = tokenize(text)): readonly Mention[] {
    const units = unitsOf(text, tokens);
    const walked: Walked = { text, units, chosen: new Map() };
    const lists = listTables();
    const { kinds, tables } = this;
    const { count, start, end } = units;
    const known: Hit[] = [];
    const listed: Hit[] = [];
    // What a name covers is not looked at again for one of its kind.
    let factsFrom = 0;
    let listsFrom = 0;
    for (let i = 0; i < count; i++) {
      const shape = shapeAt(text, start[i] as number, end[i] as number);
      const kind = shape < 0 ? FACTS | LISTS : (kinds[shape] as number);
      if (kind === 0) continue;
      const facts = (kind & FACTS) !== 0 && i >= factsFrom;
      const list = (kind & LISTS) !== 0 && i >= listsFrom;
      if (!facts && !list) continue;
      const step = nextStep(0, text, units, i, false);
      const fact = facts ? longest(tables, walked, i, step) : undefined;
      if (fact !== undefined) {
        known.push(fact);
        factsFrom = fact.next;
      }
      const entry = list ? longest(lists, walked, i, step) : undefined;
      if (entry === undefined) continue;
      listsFrom = entry.next;
      if (!isDoubtful(entry, text, units)) listed.push(entry);
    }
    return merge(known, listed).map(toMention);
  }

  /** The entities of the facts that go by a name, typographic variants apart. */
  entitiesOf(name: string): readonly string[] {
    const walked: Walked = { text: name, units: unitsOf(name, tokenize(name)), chosen: new Map() };
    return [...new Set(ownersOf(this.tables, walked).flatMap(({ entity }) => entity ?? []))];
  }
}

let defaults: readonly RankedTable[] | undefined;

function listTables(): readonly RankedTable[] {
  defaults ??= [{ table: new NameTable([new NameSet(defaultNames())]), ranks: Int32Array.of(0) }];
  return defaults;
}

function kindsOf(tables: readonly NameTable[]): Uint8Array {
  const kinds = new Uint8Array(SHAPES);
  const add = ({ shapes }: NameTable, kind: number) => {
    for (let i = 0; i < SHAPES; i++)
      if (((shapes[i >> 3] as number) & (1 << (i & 7))) !== 0) kinds[i] = (kinds[i] as number) | kind;
  };
  for (const table of tables) add(table, FACTS);
  for (const { table } of listTables()) add(table, LISTS);
  return kinds;
}

function namesIn(sets: readonly NameSet[]): number {
  return sets.reduce((sum, { texts }) => sum + texts.length, 0);
}

function toMention({ start, end, owner, shared }: Hit): Mention {
  const { type, evidence, score } = owner;
  // Two entities of one name: which of them is meant, the name alone does not say.
  const entity = shared ? undefined : owner.entity;
  return entity === undefined ? { start, end, type, evidence, score } : { start, end, type, evidence, score, entity };
}
