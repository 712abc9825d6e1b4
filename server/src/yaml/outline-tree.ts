import type { Span } from '../text/span.ts';
import type { Quote } from './quoted.ts';

/** What an outline of a YAML text is made of; `outline.ts` reads it. */

/** What holds a value: the document, a pair of a mapping or an item of a list. */
export interface OutlineSlot {
  /** Undefined for the document, and for what has no place in the tree. */
  readonly parent: OutlineMap | OutlineList | undefined;
  readonly segment: string | number;
  /** Has no place in the tree: it stands where nothing can. */
  readonly lost: boolean;
  value: OutlineNode | undefined;
}

export interface OutlinePair extends OutlineSlot {
  readonly parent: OutlineMap;
  readonly segment: string;
  readonly keySpan: Span;
  readonly quote: Quote | undefined;
  /** Offset of the colon; undefined for a key that is only half typed. */
  readonly colon: number | undefined;
}

export interface OutlineMap {
  readonly kind: 'map';
  readonly flow: boolean;
  /** Where its keys stand in their lines. */
  readonly column: number;
  readonly slot: OutlineSlot;
  readonly pairs: OutlinePair[];
}

export interface OutlineList {
  readonly kind: 'list';
  readonly flow: boolean;
  /** Where its dashes stand in their lines. */
  readonly column: number;
  readonly slot: OutlineSlot;
  readonly items: OutlineSlot[];
}

export interface OutlineScalar {
  readonly kind: 'scalar';
  /** With quotes; empty where the cursor stands and nothing is written. */
  readonly span: Span;
  readonly value: string;
  readonly quote: Quote | undefined;
  readonly column: number;
  /** Begins a line, or stands behind a dash, and may so become the first key of a mapping. */
  readonly lone: boolean;
  /** Follows a colon or a dash without the blank that has to stand between. */
  readonly glued: boolean;
}

/** A block text or an alias: nothing that could be completed. */
interface OutlineOther {
  readonly kind: 'other';
}

export type OutlineNode = OutlineMap | OutlineList | OutlineScalar | OutlineOther;

/** A key as it is read, before it has its place. */
export interface Key {
  readonly span: Span;
  readonly value: string;
  readonly quote: Quote | undefined;
  readonly colon: number | undefined;
}

/** `lost`: of another document of the file than the one that is read. */
export function documentSlot(lost = false): OutlineSlot {
  return { parent: undefined, segment: '', lost, value: undefined };
}

export function addItem(list: OutlineList): OutlineSlot {
  const slot: OutlineSlot = { parent: list, segment: list.items.length, lost: list.slot.lost, value: undefined };
  list.items.push(slot);
  return slot;
}

/** `counts`: it is a key of the mapping, and not only the place where one may be typed. */
export function addPair(map: OutlineMap, key: Key, counts = true): OutlinePair {
  const { span, value, quote, colon } = key;
  const pair: OutlinePair = {
    parent: map,
    segment: value,
    keySpan: span,
    quote,
    colon,
    lost: map.slot.lost,
    value: undefined,
  };
  if (counts) map.pairs.push(pair);
  return pair;
}

/** Whether nothing is written there yet but, perhaps, an empty line with the cursor. */
export function isPending({ value }: OutlineSlot): boolean {
  return value === undefined || (value.kind === 'scalar' && value.span.start === value.span.end);
}
