import type { NameSentence, NameSentences } from '../../protocol.ts';
import { TextLines } from '../../text/lines.ts';
import { flatLine } from '../../text/shorten.ts';
import type { IndexedMention } from '../../workspace/index/types.ts';

/** More than anybody reads of one seed. */
const MOST = 500;

/** The sentences of a seed that name something, each once, with the first name in it; `text`: undefined where there is no file. */
export function nameSentences(text: string | undefined, mentions: readonly IndexedMention[]): NameSentences {
  const first = new Map<number, IndexedMention>();
  for (const mention of mentions) if (!first.has(mention.sentence.start)) first.set(mention.sentence.start, mention);
  const lines = text === undefined ? undefined : TextLines.from(text);
  const shown = [...first.values()].slice(0, MOST);
  return { sentences: shown.map((mention) => sentenceOf(lines, text ?? '', mention)), total: first.size };
}

function sentenceOf(lines: TextLines | undefined, text: string, { range, sentence }: IndexedMention): NameSentence {
  const changed = { text: '', start: 0, end: 0, range };
  if (lines === undefined || sentence.end > text.length) return changed;
  const start = lines.offsetAt(range.start);
  const end = lines.offsetAt(range.end);
  // Since it was read the file has changed, so that other words stand there.
  if (lines.positionAt(sentence.start).line !== sentence.line || start < sentence.start || end > sentence.end)
    return changed;
  const before = flatLine(text.slice(sentence.start, start)).trimStart();
  const name = flatLine(text.slice(start, end));
  if (name === '' || name.trim() !== name) return changed;
  const after = flatLine(text.slice(end, sentence.end)).trimEnd();
  return { text: before + name + after, start: before.length, end: before.length + name.length, range };
}
