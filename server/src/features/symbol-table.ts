import { plainWords } from '../text/plain-words.ts';
import { type IndexedSeed, keyOfEntity, type NameIndex, type NameTotal } from '../workspace/index/types.ts';
import type { KnownEntity } from '../workspace/snapshot.ts';
import { fitOf, letterMask, type Sought, soughtBy } from './symbol-fit.ts';

/** What was found by its name: an entry of the facts files by one of its names, something else that seeds name, a seed by its title. */
export type FoundSymbol =
  | {
      readonly kind: 'entity';
      readonly known: KnownEntity;
      readonly text: string;
      readonly total: NameTotal | undefined;
    }
  | { readonly kind: 'name'; readonly text: string; readonly total: NameTotal }
  | { readonly kind: 'seed'; readonly text: string; readonly seed: IndexedSeed };

/**
 * All names and titles of a workspace as people look for them. Made anew when somebody asks after something changed; what a
 * name is in plain words is worked out once.
 */
export class SymbolTable {
  private of: { readonly names: NameIndex; readonly revision: number; readonly entities: object } | undefined;
  /** Names in plain words, by the index's own keys: a text cut out of one would be hashed anew each time. */
  private readonly plainNames = new Map<string, string>();
  private readonly plainTexts = new Map<string, string>();
  private symbols: readonly FoundSymbol[] = [];
  private plains: readonly string[] = [];
  private masks = new Int32Array(0);

  /** What fits to a query, the best first: by how well it does, then by how often it is named. */
  search(
    names: NameIndex,
    entities: ReadonlyMap<string, KnownEntity>,
    query: string,
    limit: number,
  ): readonly FoundSymbol[] {
    this.update(names, entities);
    const sought = soughtBy(query);
    const best = new Best(limit);
    for (let i = 0; i < this.symbols.length; i++) {
      const symbol = this.symbols[i] as FoundSymbol;
      let value = this.valueOf(i, symbol, sought);
      if (symbol.kind !== 'entity') {
        if (value > 0) best.offer(value, symbol);
        continue;
      }
      // The names of an entry stand in a row; the one that fits best stands for it.
      let chosen: FoundSymbol = symbol;
      for (; ; i++) {
        const next = this.symbols[i + 1];
        if (next?.kind !== 'entity' || next.known !== symbol.known) break;
        const other = this.valueOf(i + 1, next, sought);
        if (other > value && (sought.words !== '' || value === 0)) [value, chosen] = [other, next];
      }
      if (value > 0) best.offer(value, chosen);
    }
    return best.all();
  }

  /** 0 where it does not fit. */
  private valueOf(index: number, symbol: FoundSymbol, sought: Sought): number {
    if (((this.masks[index] as number) & sought.mask) !== sought.mask) return 0;
    const fit = fitOf(this.plains[index] as string, sought);
    if (fit === 0) return 0;
    const [seeds, mentions] = symbol.kind === 'seed' ? [0, 0] : [symbol.total?.seeds ?? 0, symbol.total?.mentions ?? 0];
    // One number, so that most are compared in one step: fit, then seeds, mentions, and the shorter name.
    const often = Math.min(seeds, 0xffff) * 2 ** 27 + Math.min(mentions, 0x7ffff) * 2 ** 8;
    return fit * 2 ** 43 + often + 255 - Math.min(symbol.text.length, 255);
  }

  private update(names: NameIndex, entities: ReadonlyMap<string, KnownEntity>): void {
    const { revision } = names;
    if (this.of?.names === names && this.of.revision === revision && this.of.entities === entities) return;
    const symbols: FoundSymbol[] = [];
    for (const known of entities.values()) {
      const total = names.total(keyOfEntity(known.entity.id));
      for (const text of new Set([known.entity.name, ...known.entity.aliases]))
        symbols.push({ kind: 'entity', known, text, total });
    }
    for (const total of names.totals())
      if (total.entity === undefined || !entities.has(total.entity))
        symbols.push({ kind: 'name', text: total.text, total });
    for (const seed of names.seeds()) if (seed.title) symbols.push({ kind: 'seed', text: seed.title, seed });
    // What is gone for long is forgotten.
    for (const known of [this.plainNames, this.plainTexts]) if (known.size > 2 * symbols.length) known.clear();
    this.masks = new Int32Array(symbols.length);
    this.plains = symbols.map((symbol, i) => {
      const plain = this.plainOf(symbol);
      this.masks[i] = letterMask(plain);
      return plain;
    });
    this.symbols = symbols;
    this.of = { names, revision, entities };
  }

  private plainOf(symbol: FoundSymbol): string {
    const known = symbol.kind === 'name' ? this.plainNames : this.plainTexts;
    const key = symbol.kind === 'name' ? symbol.total.key : symbol.text;
    let plain = known.get(key);
    if (plain === undefined) {
      plain = plainWords(symbol.text);
      known.set(key, plain);
    }
    return plain;
  }
}

/** Keeps the best of many without putting all in order. */
class Best {
  private kept: { readonly value: number; readonly symbol: FoundSymbol }[] = [];
  /** Nothing below is among the best. */
  private floor = 0;
  private readonly limit: number;

  constructor(limit: number) {
    this.limit = limit;
  }

  offer(value: number, symbol: FoundSymbol): void {
    if (value < this.floor) return;
    this.kept.push({ value, symbol });
    if (this.kept.length >= 4 * this.limit) this.sift();
  }

  all(): readonly FoundSymbol[] {
    this.sift();
    return this.kept.map(({ symbol }) => symbol);
  }

  private sift(): void {
    this.kept.sort((a, b) => b.value - a.value || inOrder(a.symbol, b.symbol));
    if (this.kept.length < this.limit) return;
    this.kept.length = this.limit;
    this.floor = this.kept[this.limit - 1]?.value ?? 0;
  }
}

function inOrder(a: FoundSymbol, b: FoundSymbol): number {
  return compare(a.text, b.text) || compare(idOf(a), idOf(b));
}

function idOf(symbol: FoundSymbol): string {
  if (symbol.kind === 'seed') return symbol.seed.uri;
  return symbol.kind === 'entity' ? keyOfEntity(symbol.known.entity.id) : symbol.total.key;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
