import type { TextEdit } from '../text/edit.ts';
import { type EntryPair, styleOf, writtenValue } from '../yaml/entry.ts';
import type { YamlMap, YamlPair } from '../yaml/read.ts';
import { beginsLine, lineBehind, lineEndOf, lineStart } from '../yaml/splice.ts';
import { addPairBehind, setValue } from './annotations-write.ts';

/** Keys with what they are to say; undefined takes one away. */
export type Wanted = ReadonlyMap<string, EntryPair['value'] | undefined>;

/** The keys of an annotation in the order in which they are written. */
const ORDER = 'id type quote at before after entity attributes note by on status everywhere text'.split(' ');

/**
 * The splices that make an entry say something else under some of its keys. What it says already stays as it is written; a
 * new key comes behind the one that stands in front of it as a rule.
 */
export function changeEntry(text: string, entry: YamlMap, wanted: Wanted): TextEdit[] {
  const edits: TextEdit[] = [];
  const gone = new Set<string>();
  for (const [key, value] of wanted) if (value === undefined && entry.entries.has(key)) gone.add(key);
  const keys = [...wanted.keys()].sort((a, b) => rankOf(a) - rankOf(b));
  for (const key of keys) {
    const pair = entry.entries.get(key);
    const value = wanted.get(key);
    if (value === undefined) {
      if (pair !== undefined) edits.push(removePair(text, entry, pair));
    } else if (pair === undefined) {
      const front = pairInFront(entry, key, gone);
      if (front !== undefined) edits.push(addPairBehind(text, entry, front, key, value));
    } else if (value instanceof Map && pair.value.kind === 'map') edits.push(...changeMap(text, pair.value, value));
    else edits.push(replaceValue(text, entry, pair, value));
  }
  return edits;
}

function rankOf(key: string): number {
  const rank = ORDER.indexOf(key);
  return rank === -1 ? ORDER.length : rank;
}

function pairInFront(entry: YamlMap, key: string, gone: ReadonlySet<string>): YamlPair | undefined {
  const rank = rankOf(key);
  let best: YamlPair | undefined;
  for (const pair of entry.pairs) {
    if (gone.has(pair.key) || rankOf(pair.key) >= rank) continue;
    if (best === undefined || rankOf(pair.key) >= rankOf(best.key)) best = pair;
  }
  return best ?? entry.pairs.find((pair) => !gone.has(pair.key));
}

/** The names and values of a mapping: all that it is to hold. */
function changeMap(text: string, map: YamlMap, wanted: ReadonlyMap<string, string>): TextEdit[] {
  const edits: TextEdit[] = [];
  const last = map.pairs.findLast(({ key }) => wanted.has(key));
  if (last === undefined) return [{ ...map.span, newText: writtenValue({ key: '', value: wanted }, 'flow') }];
  for (const pair of map.pairs) {
    const value = wanted.get(pair.key);
    if (value === undefined) edits.push(removePair(text, map, pair));
    else if (pair.value.kind !== 'scalar' || pair.value.value !== value)
      edits.push(replaceValue(text, map, pair, value));
  }
  for (const [name, value] of wanted)
    if (!map.entries.has(name)) edits.push(addPairBehind(text, map, last, name, value));
  return edits;
}

function replaceValue(text: string, map: YamlMap, pair: YamlPair, value: EntryPair['value']): TextEdit {
  const written = writtenValue({ key: pair.key, value }, styleOf(map));
  if (map.flow || !/[\r\n]/.test(text.slice(pair.head, pair.end))) return setValue(pair, written);
  // A text or a list in lines of its own: what follows begins a line.
  return {
    start: pair.head,
    end: lineBehind(text, pair.end),
    newText: ` ${written}${lineEndOf(text)}`,
  };
}

function removePair(text: string, map: YamlMap, pair: YamlPair): TextEdit {
  const index = map.pairs.indexOf(pair);
  const [front, behind] = [map.pairs[index - 1], map.pairs[index + 1]];
  if (map.flow) {
    if (front !== undefined) return { start: front.end, end: pair.end, newText: '' };
    return { start: pair.keySpan.start, end: behind?.keySpan.start ?? pair.end, newText: '' };
  }
  // A comment behind it speaks of it.
  if (beginsLine(text, pair.keySpan.start))
    return { start: lineStart(text, pair.keySpan.start), end: lineBehind(text, pair.end), newText: '' };
  return { start: pair.keySpan.start, end: behind?.keySpan.start ?? pair.end, newText: '' };
}
