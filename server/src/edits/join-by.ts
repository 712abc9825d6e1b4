import type { TextEdit } from '../text/edit.ts';
import type { YamlMap } from '../yaml/read.ts';
import { addPairBehind } from './annotations-write.ts';
import { addTexts } from './list-texts.ts';

/** Adds a name to those that an entry has under `by`; the first one stands there alone. See {@link addTexts}. */
export function joinBy(text: string, entry: YamlMap, name: string): TextEdit | undefined {
  const last = entry.pairs.at(-1);
  if (!entry.alias && last !== undefined && !entry.entries.has('by'))
    return addPairBehind(text, entry, last, 'by', name);
  return addTexts(text, entry, 'by', [name]);
}
