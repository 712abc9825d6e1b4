import { diffWords } from 'diff';
import { bench, describe } from 'vitest';
import { anchorAll } from '../../server/src/annotations/anchor/anchor.ts';
import { unitsToPoints } from '../../server/src/text/codepoints.ts';
import { Dice, edit, namesOf } from '../eval/anchoring/edits.ts';
import { makeSeed } from './seed.ts';

// Against a floor: one diff of the two texts by a library, and a plain search for each quote. The library's diff grows with
// the square of the changes, so that a ratio must not be read across sizes: linear is what takes twice as long at twice the size.
const SIZES = [50_000, 100_000, 200_000, 400_000];

for (const size of SIZES) {
  const seed = makeSeed(size);
  compare('prose', shuffled(seed, new Dice(1)), size, 1);
  if (size === SIZES[0]) compare('prose', shuffled(seed, new Dice(1)), size, 10);
  compare('five paragraphs again and again', seed, size, 1);
}

function compare(what: string, base: string, size: number, dose: number): void {
  const annotations = selectorsOf(base, Math.round(size / 50));
  const { text } = edit(base, Math.round((dose * size) / 4000), new Dice(dose), ['Another sentence came in here.']);
  describe(`${annotations.length} anchors in ${size / 1000} kB of ${what}, edits in 4 kB: ${dose}`, () => {
    bench('floor: one diff of words and indexOf for each', () => {
      let found = diffWords(base, text).length;
      for (const { quote } of annotations) found += text.indexOf(quote[0] ?? '');
      if (found < 0) throw new Error('none found');
    });
    bench('with the base text', () => {
      anchorAll(annotations, { text, base });
    });
    bench('selectors only', () => {
      anchorAll(annotations, { text });
    });
  });
}

/** So many names of a text, spread over it. */
function selectorsOf(base: string, count: number) {
  const all = namesOf(base);
  const names = Array.from({ length: count }, (_, index) => all[Math.floor((index * all.length) / count)]);
  return names.flatMap((span) =>
    span === undefined
      ? []
      : {
          quote: [base.slice(span.start, span.end)],
          at: unitsToPoints(base, span.start),
          before: base.slice(Math.max(0, span.start - 32), span.start),
          after: base.slice(span.end, span.end + 32),
        },
  );
}

/** The words of a text in chance order: a seed made by rule says the same sentences again and again, as no article does. */
function shuffled(text: string, dice: Dice): string {
  const words = text.split(' ');
  for (let at = words.length - 1; at > 0; at--) {
    const other = dice.below(at + 1);
    [words[at], words[other]] = [words[other] ?? '', words[at] ?? ''];
  }
  return words.join(' ');
}
