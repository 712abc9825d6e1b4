import { fitOf } from './name-form.ts';
import { nextStep } from './name-set.ts';
import type { NameTable } from './name-table.ts';
import type { NameOwner } from './types.ts';
import { plain, type Units } from './units.ts';

/** A name found: units `first` to before `next`. */
export interface Hit {
  readonly first: number;
  readonly next: number;
  readonly start: number;
  readonly end: number;
  /** As its source writes it. */
  readonly name: string;
  readonly owner: NameOwner;
  /** Another entity goes by the same name. */
  readonly shared: boolean;
}

/** A table, with the rank of each of its sets: of names that fit as well the one of the lowest rank counts; -1 hides a set. */
export interface RankedTable {
  readonly table: NameTable;
  readonly ranks: Int32Array;
}

/** A text that is being looked through. */
export interface Walked {
  readonly text: string;
  readonly units: Units;
  /** What was chosen of many names that end at one step, by what is written. */
  readonly chosen: Map<NameTable, Map<string, Choice | undefined>>;
}

interface Choice {
  readonly name: number;
  /** 2: as written; 1: in other capitals. */
  readonly fit: number;
  readonly rank: number;
  readonly shared: boolean;
}

/** More names than this that end at one step are weighed once for each way in which they are written. */
const FEW = 8;
/** Nobody has more names that differ in their capitals only; what lies behind is not looked at. */
const MOST = 100;

/**
 * The longest name of the tables that begins with unit `first`; of those the one that is written as the text is, else the
 * first one that the text's capitals allow. `step` is that of the first unit.
 */
export function longest(tables: readonly RankedTable[], walked: Walked, first: number, step: number): Hit | undefined {
  let best: Hit | undefined;
  let chosen: Choice | undefined;
  for (const ranked of tables) {
    if (!ranked.table.begins(step)) continue;
    const found = longestIn(ranked, walked, first, step);
    if (found === undefined || (best !== undefined && found.hit.next < best.next)) continue;
    const { hit, choice } = found;
    if (best === undefined || chosen === undefined || hit.next > best.next || choice.fit > chosen.fit) {
      best = hit;
      chosen = choice;
    } else if (choice.fit === chosen.fit) {
      const shared = hit.shared || best.shared || hit.owner.entity !== best.owner.entity;
      if (choice.rank < chosen.rank) chosen = choice;
      best = { ...(chosen === choice ? hit : best), shared };
    }
  }
  return best;
}

/** Those who go by a name that is written as this one is. */
export function ownersOf(tables: readonly RankedTable[], walked: Walked): NameOwner[] {
  const { text, units } = walked;
  let step = 0;
  for (let i = 0; i < units.count; i++) step = nextStep(step, text, units, i, i > 0 && units.gap[i] !== 0);
  const owners: NameOwner[] = [];
  for (const { table, ranks } of tables) {
    const slot = units.count === 0 ? -1 : table.slotOf(step);
    if (slot < 0) continue;
    let seen = 0;
    for (let name = table.firstAt(slot); name >= 0 && seen < MOST; name = table.behind(name)) {
      const index = table.setOfName(name);
      const set = table.sets[index];
      if (set === undefined || (ranks[index] as number) < 0) continue;
      seen++;
      const own = table.inSet(name);
      const isSame = () => {
        const { parts, gaps } = writtenIn(walked, 0, units.count);
        return fitOf(set.form(own), parts, gaps) === 2;
      };
      if (set.texts[own] === text || isSame()) owners.push(set.owner(own));
    }
  }
  return owners;
}

function longestIn(
  ranked: RankedTable,
  walked: Walked,
  first: number,
  step: number,
): { readonly hit: Hit; readonly choice: Choice } | undefined {
  const { table } = ranked;
  const { text, units } = walked;
  let choice: Choice | undefined;
  let next = first;
  let at = step;
  for (let i = first; ; ) {
    const slot = table.slotOf(at);
    if (slot < 0) break;
    i++;
    const found = table.firstAt(slot) < 0 ? undefined : choose(ranked, slot, walked, first, i);
    if (found !== undefined) {
      choice = found;
      next = i;
    }
    const gap = i < units.count ? (units.gap[i] as number) : 2;
    if (gap > 1) break;
    at = nextStep(at, text, units, i, gap > 0);
  }
  if (choice === undefined) return undefined;
  const set = table.sets[table.setOfName(choice.name)];
  if (set === undefined) return undefined;
  const own = table.inSet(choice.name);
  let end = units.end[next - 1] as number;
  if (text.charCodeAt(end) === DOT && set.form(own).stop) end++;
  const start = units.start[first] as number;
  const name = set.texts[own] as string;
  return { hit: { first, next, start, end, name, owner: set.owner(own), shared: choice.shared }, choice };
}

const DOT = 0x2e;

function choose(ranked: RankedTable, slot: number, walked: Walked, first: number, next: number): Choice | undefined {
  const { table } = ranked;
  let names = 0;
  for (let name = table.firstAt(slot); name >= 0 && names <= FEW; name = table.behind(name)) names++;
  if (names <= FEW) return weigh(ranked, slot, walked, first, next);
  const { text, units, chosen } = walked;
  let known = chosen.get(table);
  if (known === undefined) {
    known = new Map();
    chosen.set(table, known);
  }
  const written = `${slot} ${text.slice(units.start[first], units.end[next - 1])}`;
  if (!known.has(written)) known.set(written, weigh(ranked, slot, walked, first, next));
  return known.get(written);
}

function weigh({ table, ranks }: RankedTable, slot: number, walked: Walked, first: number, next: number) {
  const { text, units } = walked;
  const [start, end] = [units.start[first] as number, units.end[next - 1] as number];
  let written: Written | undefined;
  let best: Choice | undefined;
  let seen = 0;
  for (let name = table.firstAt(slot); name >= 0 && seen < MOST; name = table.behind(name)) {
    const index = table.setOfName(name);
    const rank = ranks[index] as number;
    const set = table.sets[index];
    if (rank < 0 || set === undefined) continue;
    seen++;
    const own = table.inSet(name);
    const known = set.texts[own] as string;
    let fit = 2;
    if (known.length !== end - start || !text.startsWith(known, start)) {
      written ??= writtenIn(walked, first, next);
      fit = fitOf(set.form(own), written.parts, written.gaps);
      if (fit === 0) continue;
    }
    if (best === undefined || fit > best.fit) best = { name, fit, rank, shared: false };
    else if (fit === best.fit) {
      const shared = best.shared || set.owner(own).entity !== ownerIn(table, best.name)?.entity;
      best = rank < best.rank ? { name, fit, rank, shared } : { ...best, shared };
    }
  }
  return best;
}

function ownerIn(table: NameTable, name: number): NameOwner | undefined {
  return table.sets[table.setOfName(name)]?.owner(table.inSet(name));
}

interface Written {
  readonly parts: readonly string[];
  readonly gaps: readonly boolean[];
}

/** The units of a text as a name has them. */
function writtenIn({ text, units }: Walked, first: number, next: number): Written {
  const parts: string[] = [];
  const gaps: boolean[] = [];
  for (let i = first; i < next; i++) {
    parts.push(plain(text.slice(units.start[i], units.end[i])));
    gaps.push(i > first && units.gap[i] !== 0);
  }
  return { parts, gaps };
}
