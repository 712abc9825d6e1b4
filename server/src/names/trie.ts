import { tokenize } from '../text/tokens.ts';
import type { Evidence } from './types.ts';
import { plain, type Units, unitsOf } from './units.ts';

/** A name to be found, before it is compiled. */
export interface Entry {
  readonly text: string;
  readonly type: string;
  readonly evidence: Evidence;
  readonly score: number;
  readonly entity?: string | undefined;
  /** The same word is also something else: a person's name, a verb. See `ambiguous.ts`. */
  readonly ambiguous?: boolean | undefined;
}

/** An entry found: units `first` to before `next`. */
export interface Hit {
  readonly first: number;
  readonly next: number;
  readonly start: number;
  readonly end: number;
  readonly entry: Entry;
  /** Another entity goes by the same name. */
  readonly shared: boolean;
}

/** Aliases by their units. Matching costs the same for ten aliases and for a hundred thousand. */
export interface Trie {
  readonly root: Node;
  /** One byte for each hash of a first unit that occurs, so that nearly all units of a text are passed by unread. */
  readonly firsts: Uint8Array;
  /** Whether a first unit is not plain ASCII. */
  readonly wide: boolean;
}

/** Most nodes have one child: only those with more pay for a map. */
interface Node {
  key: string | undefined;
  only: Node | undefined;
  more: Map<string, Node> | undefined;
  entries: Compiled[] | undefined;
}

interface Compiled {
  readonly entry: Entry;
  /** The units as written, typographic variants made equal. */
  readonly parts: readonly string[];
  /** A short acronym: only exactly as written. */
  readonly exact: boolean;
  /** Written in lower case: any case will do. */
  readonly anyCase: boolean;
  /** Ends in a full stop, which its last unit does not show. */
  readonly stop: boolean;
}

/** Longer names than this many units are none. */
const MOST_UNITS = 40;

export function compileTrie(entries: readonly Entry[]): Trie {
  const root = newNode();
  let size = 1024;
  while (size < entries.length * 8) size *= 2;
  const firsts = new Uint8Array(size);
  let wide = false;
  for (const entry of entries) {
    const units = unitsOf(entry.text, tokenize(entry.text));
    if (units.count === 0 || units.count > MOST_UNITS) continue;
    const parts: string[] = [];
    let node = root;
    for (let i = 0; i < units.count; i++) {
      const part = plain(entry.text.slice(units.start[i], units.end[i]));
      parts.push(part);
      node = childFor(node, keyOf(part, i > 0 && (units.gap[i] as number) > 0));
    }
    const hash = units.hash[0] as number;
    if (hash < 0) wide = true;
    else firsts[hash & (size - 1)] = 1;
    const written = entry.text.trim();
    const compiled: Compiled = {
      entry,
      parts,
      exact: isShortAcronym(written),
      anyCase: written === written.toLowerCase(),
      stop: written.endsWith('.') && !(parts.at(-1) ?? '').endsWith('.'),
    };
    if (node.entries === undefined) node.entries = [compiled];
    else node.entries.push(compiled);
  }
  return { root, firsts, wide };
}

function newNode(): Node {
  return { key: undefined, only: undefined, more: undefined, entries: undefined };
}

function childOf(node: Node, key: string): Node | undefined {
  if (node.more !== undefined) return node.more.get(key);
  return node.key === key ? node.only : undefined;
}

function childFor(node: Node, key: string): Node {
  const known = childOf(node, key);
  if (known !== undefined) return known;
  const child = newNode();
  if (node.more !== undefined) node.more.set(key, child);
  else if (node.key === undefined) {
    node.key = key;
    node.only = child;
  } else {
    node.more = new Map([
      [node.key, node.only as Node],
      [key, child],
    ]);
    node.key = undefined;
    node.only = undefined;
  }
  return child;
}

/** The longest entry at each unit, left to right; what a hit covers is not looked at again. */
export function matchTrie(trie: Trie, text: string, units: Units): Hit[] {
  const hits: Hit[] = [];
  const mask = trie.firsts.length - 1;
  for (let i = 0; i < units.count; i++) {
    const hash = units.hash[i] as number;
    if (hash < 0 ? !trie.wide : trie.firsts[hash & mask] === 0) continue;
    const hit = longest(trie, text, units, i);
    if (hit === undefined) continue;
    hits.push(hit);
    i = hit.next - 1;
  }
  return hits;
}

function longest(trie: Trie, text: string, units: Units, first: number): Hit | undefined {
  let node: Node | undefined = trie.root;
  const parts: string[] = [];
  let hit: Hit | undefined;
  for (let i = first; i < units.count; i++) {
    const gap = i > first ? (units.gap[i] as number) : 0;
    if (gap > 1) break;
    const part = plain(text.slice(units.start[i], units.end[i]));
    node = childOf(node, keyOf(part, gap > 0));
    if (node === undefined) break;
    parts.push(part);
    if (node.entries === undefined) continue;
    const found = choose(node.entries, parts);
    if (found === undefined) continue;
    let end = units.end[i] as number;
    if (found.compiled.stop && text.charCodeAt(end) === 0x2e) end++;
    const { entry } = found.compiled;
    hit = { first, next: i + 1, start: units.start[first] as number, end, entry, shared: found.shared };
  }
  return hit;
}

function keyOf(part: string, gap: boolean): string {
  const folded = part.toLowerCase();
  return gap ? ` ${folded}` : folded;
}

/** The entry that is written as the text is; else the first one that the text's capitals allow. */
function choose(
  entries: readonly Compiled[],
  parts: readonly string[],
): { compiled: Compiled; shared: boolean } | undefined {
  let best: Compiled | undefined;
  let bestFit = 0;
  let shared = false;
  for (const compiled of entries) {
    const fit = fitOf(compiled, parts);
    if (fit === 0) continue;
    if (fit > bestFit) {
      best = compiled;
      bestFit = fit;
      shared = false;
    } else if (fit === bestFit && compiled.entry.entity !== best?.entry.entity) shared = true;
  }
  return best && { compiled: best, shared };
}

/** 2: as written; 1: allowed; 0: another word. */
function fitOf(compiled: Compiled, parts: readonly string[]): number {
  let fit = 2;
  for (let i = 0; i < parts.length; i++) {
    const alias = compiled.parts[i] as string;
    const part = parts[i] as string;
    if (alias === part) continue;
    if (compiled.exact) return 0;
    fit = 1;
    if (compiled.anyCase || part === alias.toUpperCase()) continue;
    // "Bank Of China" in a headline; "the Global Times" for an alias that begins with "The".
    const first = alias.charAt(0);
    const capital = first.toUpperCase();
    if (first !== capital && part === capital + alias.slice(1)) continue;
    if (i === 0 && alias === 'The' && part === 'the') continue;
    return 0;
  }
  return fit;
}

/** Up to four letters, all capitals, with full stops or without: WHO, U.S. */
function isShortAcronym(text: string): boolean {
  let letters = 0;
  for (const character of text) {
    if (character === '.') continue;
    if (character === character.toLowerCase() || character !== character.toUpperCase()) return false;
    letters++;
  }
  return letters > 0 && letters <= 4;
}
