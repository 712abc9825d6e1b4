import { doubleQuoted, quoteYaml } from './quote.ts';
import type { YamlItem, YamlMap } from './read.ts';
import { dashColumn, keyColumn } from './splice.ts';

/** How a file writes: JSON in braces, YAML in braces, or lines. */
export type Style = 'json' | 'flow' | 'block';

/** A key of a new entry with what it says. */
export interface EntryPair {
  readonly key: string;
  readonly value: string | number | boolean | readonly string[] | ReadonlyMap<string, string>;
  /** In double quotes even where YAML could do without: texts whose blanks at the edges count. */
  readonly quoted?: boolean;
}

/** An entry as lines of a block list whose dashes stand in `column`; `gap`: from the dash to the keys. */
export function entryLines(pairs: readonly EntryPair[], column: number, gap: number): string[] {
  const pad = ' '.repeat(column);
  return pairs.map((pair, index) => {
    const lead = index === 0 ? `-${' '.repeat(gap - 1)}` : ' '.repeat(gap);
    return `${pad}${lead}${pair.key}: ${writtenValue(pair, 'block')}`;
  });
}

/** An entry in braces. */
export function flowEntry(pairs: readonly EntryPair[], style: Style): string {
  return `{ ${pairs.map((pair) => `${flowKey(pair.key, style)}: ${writtenValue(pair, style)}`).join(', ')} }`;
}

/** What a pair says, as it is written behind the colon. */
export function writtenValue({ value, quoted }: EntryPair, style: Style): string {
  const inside = style === 'json' ? 'json' : 'flow';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') {
    if (quoted) return doubleQuoted(value);
    return style === 'block' ? quoteYaml(value) : flowText(value, style);
  }
  if (value instanceof Map) {
    const pairs = [...value].map(([key, text]) => `${flowText(key, inside)}: ${flowText(text, inside)}`);
    return `{ ${pairs.join(', ')} }`;
  }
  return `[${[...(value as readonly string[])].map((text) => flowText(text, inside)).join(', ')}]`;
}

export function flowText(value: string, style: Style): string {
  return style === 'json' ? doubleQuoted(value) : quoteYaml(value, true);
}

/** Keys are ours as a rule; those that people name may need quotation marks. */
export function flowKey(key: string, style: Style): string {
  if (style === 'json') return doubleQuoted(key);
  return /^\w+$/.test(key) ? key : quoteYaml(key, true);
}

/** A mapping in braces whose first key is quoted is taken for JSON and kept so. */
export function styleOf(root: YamlMap): Style {
  if (!root.flow) return 'block';
  const first = root.pairs[0];
  return first !== undefined && first.keySpan.end - first.keySpan.start === first.key.length + 2 ? 'json' : 'flow';
}

/** The column of the dashes of other lists in the file, or two more than that of the keys. */
export function usualDash(text: string, root: YamlMap): number {
  for (const { value } of root.pairs) {
    if (value.kind === 'seq' && !value.flow && !value.alias && value.items.length > 0) return dashColumn(text, value);
  }
  return keyColumn(text, root) + 2;
}

/** From an item's dash to its keys, as the file has it. */
export function gapOf(text: string, item: YamlItem | undefined): number {
  if (item?.value.kind !== 'map' || item.value.flow || item.value.alias) return 2;
  const gap = (item.value.pairs[0]?.keySpan.start ?? 0) - item.start;
  return gap >= 2 && gap <= 8 && /^- +$/.test(text.slice(item.start, item.start + gap)) ? gap : 2;
}
