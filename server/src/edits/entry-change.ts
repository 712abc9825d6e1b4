import type { TextEdit } from '../text/edit.ts';
import { type EntryPair, type Style, styleOf, writtenValue } from '../yaml/entry.ts';
import type { YamlMap, YamlNode, YamlPair } from '../yaml/read.ts';
import { beginsLine, lineBehind, lineEndOf, lineStart } from '../yaml/splice.ts';
import { isNothing } from '../yaml/values.ts';
import { addPairBehind, setValue } from './annotations-write.ts';

/** Keys with what they are to say; undefined takes one away, and a mapping what is read of it. */
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
  for (const [key, value] of wanted) {
    const pair = entry.entries.get(key);
    if (value === undefined && pair !== undefined && !holdsOthers(pair.value)) gone.add(key);
  }
  const keys = [...wanted.keys()].sort((a, b) => rankOf(a) - rankOf(b));
  for (const key of keys) {
    const pair = entry.entries.get(key);
    const value = wanted.get(key);
    if (value === undefined) {
      if (pair !== undefined && pair.value.kind === 'map' && !gone.has(key))
        edits.push(...changeMap(text, pair.value, new Map(), styleOf(entry)));
    } else if (pair === undefined) {
      const front = pairInFront(entry, key, gone);
      if (front !== undefined) edits.push(addPairBehind(text, entry, front, key, value));
    } else if (value instanceof Map && pair.value.kind === 'map')
      edits.push(...changeMap(text, pair.value, value, styleOf(entry)));
    else edits.push(replaceValue(text, entry, pair, value));
  }
  return [...edits, ...removePairs(text, entry, gone)];
}

/** The key among those wanted that holds what would be lost with it: a list or a mapping in place of a text. */
export function unreadable(entry: YamlMap, wanted: Wanted): YamlPair | undefined {
  for (const key of wanted.keys()) {
    const pair = entry.entries.get(key);
    const kind = pair?.value.kind ?? 'scalar';
    const isOdd = key === 'attributes' ? kind === 'seq' : key === 'by' ? kind === 'map' : kind !== 'scalar';
    const isText = key === 'attributes' && kind === 'scalar' && !isNothing(pair?.value);
    if (isOdd || isText) return pair;
  }
  return undefined;
}

/** Whether a mapping has something in it that was not read as a text, such as a mapping of its own. */
function holdsOthers(node: YamlNode): boolean {
  return node.kind === 'map' && !node.pairs.every(isRead);
}

function isRead({ value }: YamlPair): boolean {
  return value.kind === 'scalar' && !(value.plain && (value.value === '' || value.value === '~'));
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

/** The names and values of a mapping: all that it is to hold, beside what was not read of it. */
function changeMap(text: string, map: YamlMap, wanted: ReadonlyMap<string, string>, style: Style): TextEdit[] {
  const edits: TextEdit[] = [];
  const gone = new Set(map.pairs.filter((pair) => !wanted.has(pair.key) && isRead(pair)).map(({ key }) => key));
  const last = map.pairs.findLast(({ key }) => !gone.has(key));
  if (last === undefined) {
    const inside = style === 'json' ? 'json' : 'flow';
    return [{ ...map.span, newText: writtenValue({ key: '', value: wanted }, inside) }];
  }
  for (const pair of map.entries.values()) {
    const value = wanted.get(pair.key);
    if (value !== undefined && (pair.value.kind !== 'scalar' || pair.value.value !== value))
      edits.push(replaceValue(text, map, pair, value));
  }
  for (const [name, value] of wanted)
    if (!map.entries.has(name)) edits.push(addPairBehind(text, map, last, name, value));
  return [...edits, ...removePairs(text, map, gone)];
}

function replaceValue(text: string, map: YamlMap, pair: YamlPair, value: EntryPair['value']): TextEdit {
  const written = writtenValue({ key: pair.key, value }, styleOf(map));
  const { span, kind } = pair.value;
  const isBlock = /^[|>]/.test(text.slice(span.start, span.end)) || (kind !== 'scalar' && !pair.value.flow);
  if (map.flow || !isBlock || span.start === span.end) return setValue(pair, written);
  // A text or a list in lines of its own: what follows begins a line.
  return {
    start: pair.head,
    end: lineBehind(text, pair.end),
    newText: ` ${written}${lineEndOf(text)}`,
  };
}

/** Takes pairs out; of those with one key all, since the next one would count then. */
function removePairs(text: string, map: YamlMap, keys: ReadonlySet<string>): TextEdit[] {
  const { pairs, flow } = map;
  const firstKept = pairs.findIndex(({ key }) => !keys.has(key));
  return pairs.flatMap((pair, index): TextEdit[] => {
    if (!keys.has(pair.key)) return [];
    const [front, behind] = [pairs[index - 1], pairs[firstKept]];
    // The first ones go as one with what parts them from the first that stays: the dash or brace in front stays, too.
    const isInFront = index < firstKept && (flow || !beginsLine(text, pairs[0]?.keySpan.start ?? 0));
    if (isInFront)
      return index === 0 ? [{ start: pair.keySpan.start, end: behind?.keySpan.start ?? pair.end, newText: '' }] : [];
    if (flow) return [{ start: front?.end ?? pair.keySpan.start, end: pair.end, newText: '' }];
    // A comment behind it speaks of it.
    return [{ start: lineStart(text, pair.keySpan.start), end: lineBehind(text, pair.end), newText: '' }];
  });
}
