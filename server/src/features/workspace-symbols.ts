import type { Location, SymbolKind, WorkspaceSymbol } from 'vscode-languageserver-types';
import { labelOfType } from '../project/labels.ts';
import type { Project } from '../project/types.ts';
import type { TextLines } from '../text/lines.ts';
import { onOneLine } from '../text/shorten.ts';
import type { EntityKey, FirstMention, IndexedRange, NameIndex } from '../workspace/index/types.ts';
import type { KnownEntity } from '../workspace/snapshot.ts';
import type { FoundSymbol, SymbolTable } from './symbol-table.ts';

export interface WorkspaceSymbolOptions {
  /** So many at most: who types narrows them down. */
  readonly limit: number;
  readonly names: NameIndex;
  readonly entities: ReadonlyMap<string, KnownEntity>;
  /** The project that holds for a file. */
  readonly projectOf: (uri: string) => Project;
  /** The present text of a facts file. */
  readonly linesOf: (uri: string) => TextLines | undefined;
  /** Where an open seed, as it is now, names what; undefined of a closed one. */
  readonly openPlacesOf: (uri: string) => ReadonlyMap<EntityKey, readonly IndexedRange[]> | undefined;
}

const LONGEST_NAME = 120;
const LONGEST_DETAIL = 100;

const FILE: SymbolKind = 1;
/** Kinds with icons of their own, in the colours of what each type is painted as where there is one. */
const KINDS: Readonly<Record<string, SymbolKind>> = {
  person: 12, // function
  organization: 5, // class
  place: 3, // namespace
  group: 10, // enum
  event: 24, // event
  law: 14, // constant
  product: 23, // struct
  work: 15, // string
};
const OF_THE_PROJECT: SymbolKind = 13; // variable

/**
 * What the workspace knows by a name that fits to a query: entries of the facts files, what else seeds name, and seeds by
 * their titles; the best first, without a query the most frequent. An entry is where it is set down, a name where it is first read.
 */
export function workspaceSymbols(
  table: SymbolTable,
  query: string,
  options: WorkspaceSymbolOptions,
): WorkspaceSymbol[] {
  const { names, entities, limit } = options;
  const found = table.search(names, entities, query, limit);
  const first = names.firstMentionsOf(found.flatMap((symbol) => (symbol.kind === 'name' ? [symbol.total.key] : [])));
  // Files take turns: what is asked of each is worked out once.
  const linesOf = remembering(options.linesOf);
  const openPlacesOf = remembering(options.openPlacesOf);
  return found.flatMap((symbol) => {
    const location = locationOf(symbol, first, { linesOf, openPlacesOf });
    if (location === undefined) return [];
    const name = onOneLine(symbol.text, LONGEST_NAME);
    const containerName = onOneLine(detailOf(symbol, options.projectOf(location.uri)), LONGEST_DETAIL);
    // An editor refuses a symbol without a name.
    return name === '' ? [] : [{ name, kind: kindOf(symbol), containerName, location }];
  });
}

function locationOf(
  symbol: FoundSymbol,
  first: ReadonlyMap<EntityKey, FirstMention>,
  { linesOf, openPlacesOf }: Pick<WorkspaceSymbolOptions, 'linesOf' | 'openPlacesOf'>,
): Location | undefined {
  if (symbol.kind === 'seed') return { uri: symbol.seed.uri, range: { start: START, end: START } };
  if (symbol.kind === 'name') {
    const { key } = symbol.total;
    const place = first.get(key);
    return place && { uri: place.uri, range: openPlacesOf(place.uri)?.get(key)?.[0] ?? place.range };
  }
  const { uri, entity } = symbol.known;
  const lines = linesOf(uri);
  const { start, end } = entity.span;
  return lines && { uri, range: { start: lines.positionAt(start), end: lines.positionAt(end) } };
}

const START = { line: 0, character: 0 };

function kindOf(symbol: FoundSymbol): SymbolKind {
  if (symbol.kind === 'seed') return FILE;
  return KINDS[typeOf(symbol)] ?? OF_THE_PROJECT;
}

function typeOf(symbol: Exclude<FoundSymbol, { kind: 'seed' }>): string {
  return symbol.kind === 'entity' ? symbol.known.entity.type : symbol.total.type;
}

/** What is shown beside the name. */
function detailOf(symbol: FoundSymbol, project: Project): string {
  if (symbol.kind === 'seed')
    return [symbol.seed.source, symbol.seed.published].filter((part) => part !== undefined).join(', ');
  const type = typeOf(symbol);
  const parts = type === '' ? [] : [labelOfType(project, type)];
  if (symbol.kind === 'entity') {
    const { name, description } = symbol.known.entity;
    if (symbol.text !== name) parts.push(name);
    if (description !== undefined) return [...parts, description].join(' · ');
  }
  const seeds = symbol.total?.seeds ?? 0;
  return [...parts, seeds === 0 ? 'in no seed' : seeds === 1 ? '1 seed' : `${seeds} seeds`].join(' · ');
}

function remembering<T>(work: (uri: string) => T): (uri: string) => T {
  const known = new Map<string, T>();
  return (uri) => {
    if (!known.has(uri)) known.set(uri, work(uri));
    return known.get(uri) as T;
  };
}
