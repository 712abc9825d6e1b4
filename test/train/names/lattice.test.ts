import { describe, expect, test } from 'vitest';
import { KeyMap } from '../../../server/src/names/model/hash.ts';
import { KINDS, labelOf, OUTSIDE } from '../../../server/src/names/model/labels.ts';
import { type Lexicon, LISTS, phraseKey } from '../../../server/src/names/model/lexicon.ts';
import { wordsOf } from '../../../server/src/names/model/sentence.ts';
import { tokenize } from '../../../server/src/text/tokens.ts';
import { isPassable, LabelSets, latticeOf } from '../../../server/train/names/lattice.ts';

const phrases = new KeyMap(4);
phrases.set(phraseKey(['Finnish']), 1 << LISTS.indexOf('group'));
const lexicon: Lexicon = { phrases, words: new KeyMap(1) };

/** The labels that each word may have: `entities` as `[written, type]`. */
function allowed(corpus: string, text: string, ...entities: [string, string][]): string[] {
  const sets = new LabelSets();
  const words = wordsOf(text, tokenize(text), lexicon);
  const marked = entities.map(([written, type]) => {
    const start = text.indexOf(written);
    return { start, end: start + written.length, type, raw: type };
  });
  return [...latticeOf(corpus, { id: '', text, entities: marked }, words, sets)].map((set) =>
    [...(sets.rows[set] as Uint8Array)].flatMap((is, label) => (is ? [nameOf(label)] : [])).join(' '),
  );
}

function nameOf(label: number): string {
  return label === OUTSIDE ? 'O' : `${'BIES'[(label - 1) & 3]}-${KINDS[(label - 1) >> 2]}`;
}

describe('what a corpus allows', () => {
  test('what it marks, and else nothing where it marks all', () => {
    expect(allowed('redocred', 'Aino Salo met Pekka', ['Aino Salo', 'PER'], ['Pekka', 'PER'])).toEqual([
      'B-person',
      'E-person',
      'O',
      'S-person',
    ]);
  });

  test('a name without a kind may be of several', () => {
    expect(allowed('redocred', 'the Iittala', ['Iittala', 'MISC'])[1]).toBe('S-event S-work S-product S-other');
  });

  test('where a corpus has events of its own, the rest are none', () => {
    const [word] = allowed('crossner', 'Nordlys', ['Nordlys', 'MISC']);
    expect(word).toBe('S-product S-other');
    expect(allowed('crossner', 'optics', ['optics', 'OTHER'])).toEqual(['O S-other']);
  });

  test('a capitalised word may be what the corpus does not mark, a small one not', () => {
    const [small, bare] = allowed('wnut17', 'seen Finnish');
    expect(small).toBe('O');
    expect(bare).toContain('S-group');
    expect(bare).not.toContain('person');
    expect(allowed('crossner', 'a Finnish Bar')).toEqual(['O', 'O S-group', 'O']);
  });

  test('a demonym that is marked as a place is none', () => {
    expect(allowed('btc', 'a Finnish ship', ['Finnish', 'LOC'])[1]).toBe('O S-group');
  });

  test('marks that cut words leave them open, dates are nothing', () => {
    expect(allowed('redocred', 'in Rautavaara', ['Rauta', 'LOC'])[1]?.split(' ')).toHaveLength(1 + 4 * KINDS.length);
    expect(allowed('redocred', 'since May', ['May', 'DATE'])).toEqual(['O', 'O']);
  });

  test('a sentence that begins inside of a name cannot be followed', () => {
    const sets = new LabelSets();
    const path = (...labels: number[]) =>
      isPassable(
        Int32Array.from(labels, (label) => sets.of([label])),
        sets.rows,
      );
    expect(path(OUTSIDE, labelOf(0, 1), labelOf(0, 3))).toBe(true);
    expect(path(labelOf(0, 3), OUTSIDE)).toBe(false);
    expect(path(OUTSIDE, labelOf(0, 1))).toBe(false);
    expect(path(labelOf(0, 1), labelOf(1, 3))).toBe(false);
  });
});
