import { diffWords } from 'diff';
import { bench, describe } from 'vitest';
import { anchorAll } from '../../server/src/annotations/anchor/anchor.ts';
import { unitsToPoints } from '../../server/src/text/codepoints.ts';
import { Dice, edit, namesOf } from '../eval/anchoring/edits.ts';
import { makeSeed } from './seed.ts';

// Against a floor: one diff of the two texts by a library, and a plain search for each quote.
for (const size of [50_000]) {
  const base = shuffled(makeSeed(size), new Dice(1));
  const all = namesOf(base);
  const names = Array.from({ length: 1000 }, (_, index) => all[Math.floor((index * all.length) / 1000)]).flatMap(
    (span) => span ?? [],
  );
  const annotations = names.map(({ start, end }) => ({
    quote: [base.slice(start, end)],
    at: unitsToPoints(base, start),
    before: base.slice(Math.max(0, start - 32), start),
    after: base.slice(end, end + 32),
  }));
  for (const dose of [1, 10]) {
    const { text } = edit(base, Math.round((dose * size) / 4000), new Dice(dose), ['Another sentence came in here.']);
    describe(`${annotations.length} anchors in ${size / 1000} kB, ${dose} edits in 4 kB`, () => {
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
