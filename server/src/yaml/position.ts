import type { Span } from '../text/span.ts';
import { type Found, outlineAt } from './outline.ts';
import type { OutlineList, OutlineMap, OutlineSlot } from './outline-tree.ts';
import type { Quote } from './quoted.ts';
import { MAX_SIZE } from './read.ts';

/** What may be written where a cursor stands. */
export interface YamlPlace {
  /**
   * - `key`: a key of the mapping at `path`;
   * - `value`: the value at `path`;
   * - `either`: the value at `path`, or the first key of a mapping that is to become it;
   * - `item`: an item of the list at `path`, of which the dash is still missing.
   */
  readonly kind: 'key' | 'value' | 'either' | 'item';
  /** Keys and indices that lead from the root there. */
  readonly path: readonly (string | number)[];
  /** What is written there already, with its quotes; empty where nothing is. */
  readonly span: Span;
  /** What the words in `span` say. */
  readonly text: string;
  readonly quote: Quote | undefined;
  /** Inside brackets or braces, where commas and brackets end a text. */
  readonly flow: boolean;
  /** The blank that must stand in front of a value is still missing. */
  readonly glued: boolean;
  /** A colon follows the key. */
  readonly colon: boolean;
  /** The column in which the word begins: that of the keys beside it, or of the dash that is missing. */
  readonly column: number;
  /** The other keys of the mapping that the place is in, with what they say where that is a single text. */
  readonly siblings: ReadonlyMap<string, string | undefined>;
  /** The other keys of the mapping round that mapping, or round the list that holds it, likewise. */
  readonly around: ReadonlyMap<string, string | undefined>;
  /** The other texts of the list that the place is in. */
  readonly others: readonly string[];
  /** By how much this file indents what stands below a key. */
  readonly indent: { readonly map: number; readonly list: number };
}

/**
 * What a position of a YAML text is: a key or a value, of what. Undefined where nothing of the two can be: in comments,
 * block texts and lines that belong nowhere. Works while the text is being written; see {@link outlineAt}.
 */
export function placeAt(text: string, offset: number): YamlPlace | undefined {
  if (text.length > MAX_SIZE || offset < 0 || offset > text.length) return undefined;
  const { found, indent } = outlineAt(text, offset);
  if (found === undefined) return undefined;
  const place = placed(found);
  const path = pathTo(place.slot);
  if (path === undefined) return undefined;
  const { slot: _slot, ...rest } = place;
  return { ...rest, path, indent };
}

type Placed = Omit<YamlPlace, 'path' | 'indent'> & { readonly slot: OutlineSlot };

function placed(found: Found): Placed {
  if (found.at === 'key') {
    const { pair } = found;
    const { parent: map, keySpan: span, segment: text, quote } = pair;
    const colon = pair.colon !== undefined;
    const common = { span, text, quote, flow: map.flow, glued: false, colon, column: map.column, others: [] };
    return { kind: 'key', slot: map.slot, siblings: siblingsIn(map, pair), around: siblingsOf(map.slot), ...common };
  }
  if (found.at === 'item') {
    const { list, span, value: text } = found;
    const common = { span, text, quote: undefined, flow: false, glued: false, colon: false, column: list.column };
    return {
      kind: 'item',
      slot: list.slot,
      siblings: new Map(),
      around: new Map(),
      others: othersIn(list, undefined),
      ...common,
    };
  }
  const { slot, scalar } = found;
  const { span, value: text, quote, glued, column } = scalar;
  const { parent } = slot;
  return {
    kind: scalar.lone ? 'either' : 'value',
    slot,
    span,
    text,
    quote,
    flow: parent?.flow === true,
    glued,
    colon: false,
    column,
    siblings: siblingsOf(slot),
    around: parent?.kind === 'map' ? aroundOf(parent.slot) : new Map(),
    others: parent?.kind === 'list' ? othersIn(parent, slot) : [],
  };
}

function pathTo(slot: OutlineSlot): (string | number)[] | undefined {
  const path: (string | number)[] = [];
  for (let at: OutlineSlot = slot; ; at = at.parent.slot) {
    if (at.lost) return undefined;
    if (at.parent === undefined) return path.reverse();
    path.push(at.segment);
  }
}

function siblingsOf(slot: OutlineSlot): ReadonlyMap<string, string | undefined> {
  return slot.parent?.kind === 'map' ? siblingsIn(slot.parent, slot) : new Map();
}

/** Of an entry of a list what stands beside the list. */
function aroundOf(slot: OutlineSlot): ReadonlyMap<string, string | undefined> {
  return siblingsOf(slot.parent?.kind === 'list' ? slot.parent.slot : slot);
}

function siblingsIn(map: OutlineMap, own: OutlineSlot): ReadonlyMap<string, string | undefined> {
  const siblings = new Map<string, string | undefined>();
  for (const pair of map.pairs)
    if (pair !== own && !siblings.has(pair.segment)) siblings.set(pair.segment, textOf(pair));
  return siblings;
}

function othersIn(list: OutlineList, own: OutlineSlot | undefined): string[] {
  return list.items.filter((item) => item !== own).flatMap((item) => textOf(item) ?? []);
}

function textOf({ value }: OutlineSlot): string | undefined {
  return value?.kind === 'scalar' ? value.value : undefined;
}
