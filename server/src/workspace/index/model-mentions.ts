import { KINDS } from '../../names/model/labels.ts';
import type { ModelMention } from '../../names/model/recognizer.ts';
import type { ModelMentions, Section } from '../section.ts';

/**
 * What the model found in a text in three numbers a mention: where it begins in the text, its length and kind, and its
 * score. Kept with a seed's record, so that new facts or thresholds are a matter of reading, not of finding names again.
 */
export type PackedMentions = Int32Array;

const WIDTH = 3;
const floats = new Float32Array(1);
const bits = new Int32Array(floats.buffer);

export function packMentions(sections: readonly Section[]): PackedMentions {
  const numbers: number[] = [];
  let offset = 0;
  for (const { segment, model } of sections) {
    model?.forEach((mentions, i) => {
      const base = offset + (segment.blocks[i]?.start ?? 0);
      for (const { start, end, kind, score } of mentions)
        numbers.push(base + start, ((end - start) << 4) | KINDS.indexOf(kind), bitsOf(score));
    });
    offset += segment.text.length;
  }
  return Int32Array.from(numbers);
}

/** The sections of the text that the mentions were found in, with these. */
export function withPacked(sections: readonly Section[], packed: PackedMentions): readonly Section[] {
  let at = 0;
  let offset = 0;
  return sections.map((section) => {
    const { segment } = section;
    const model = segment.blocks.map((block): ModelMentions => {
      const base = offset + block.start;
      const mentions: ModelMention[] = [];
      for (; at < packed.length && (packed[at] as number) < base + block.text.length; at += WIDTH) {
        const start = (packed[at] as number) - base;
        const code = packed[at + 1] as number;
        const kind = KINDS[code & 15];
        if (kind === undefined || start < 0) continue;
        mentions.push({ start, end: start + (code >> 4), kind, score: scoreOf(packed[at + 2] as number) });
      }
      return mentions;
    });
    offset += segment.text.length;
    return section.withModel(model);
  });
}

function bitsOf(score: number): number {
  floats[0] = score;
  return bits[0] as number;
}

function scoreOf(value: number): number {
  bits[0] = value;
  return floats[0] as number;
}
