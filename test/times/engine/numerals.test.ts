import { describe, expect, test } from 'vitest';
import { tokenize } from '../../../server/src/text/tokens.ts';
import { cellsOf } from '../../../server/src/times/engine/cells.ts';
import { grammarOf } from '../../../server/src/times/engine/grammar.ts';
import { ENGLISH } from '../../../server/src/times/english/english.ts';
import { marked, unmarked } from '../../support/marks.ts';

/** `<<twenty-five|25>>` is a number, `<<fifth|5th>>` an ordinal; what bears no mark is neither. */
function check(expected: string): void {
  const text = unmarked(expected);
  const { lexicon, numerals } = grammarOf(ENGLISH);
  const cells = cellsOf(text, tokenize(text), (all, start, end) => lexicon.isKnown(all, start, end));
  const passage = { text, cells, places: lexicon.places(text, cells) };
  const found: { start: number; end: number; label: string }[] = [];
  for (let at = 0; at < cells.length; ) {
    const numeral = numerals.at(passage, at);
    const first = cells[at];
    const last = numeral && cells[numeral.end - 1];
    if (numeral === undefined || first === undefined || last === undefined) {
      at++;
      continue;
    }
    found.push({ start: first.start, end: last.end, label: `${numeral.value}${numeral.ordinal ? 'th' : ''}` });
    at = numeral.end;
  }
  expect(marked(text, found, ({ label }) => label)).toBe(expected);
}

describe('numbers in words', () => {
  test.each([
    '<<zero|0>>, <<one|1>>, <<twelve|12>>, <<Nineteen|19>>, <<TWENTY|20>>',
    '<<twenty-five|25>>, <<twenty five|25>>, <<twenty\u2011five|25>>, <<ninety-nine|99>>',
    '<<one hundred|100>>, <<hundred|100>>, a <<hundred|100>>, <<one hundred and fifty|150>>, <<two hundred and fifty-five|255>>',
    '<<one thousand|1000>>, <<two thousand and fifteen|2015>>, <<three hundred thousand|300000>>, <<two million|2000000>>',
    '<<nineteen hundred|1900>>, <<five thousand two hundred|5200>>, <<two dozen|24>>',
    '<<two and a half|2.5>> years, <<twenty-five and a half|25.5>>, <<two-and-a-half|2.5>>-year',
    'between <<five|5>> and <<twenty|20>>, <<five|5>> <<six|6>>, <<twenty|20>> <<eleven|11>>',
    '<<one|1>> and <<two|2>>, <<one hundred|100>> and more',
  ])('%s', check);
});

describe('numbers in digits', () => {
  test.each([
    '<<5|5>>, <<12|12>>, <<1998|1998>>, <<1,200|1200>>, <<1,200,000|1200000>>, <<2.5|2.5>>',
    '<<2½|2.5>>, <<½|0.5>>, <<3¼|3.25>>, <<2 and a half|2.5>>, <<2 1/2|2.5>>',
    '<<5 thousand|5000>>, <<2.5 million|2500000>>, <<3|3>> <<hundred|100>>',
    'a <<27|27>>-year-old, <<10|10>>pm, <<1990|1990>>s',
    '<<2|2>>-<<3|3>> days',
  ])('%s', check);
});

describe('ordinals', () => {
  test.each([
    '<<first|1th>>, <<Twelfth|12th>>, <<twentieth|20th>>, <<twenty-first|21th>>, <<twenty first|21th>>, <<one hundred and first|101th>>',
    '<<21st|21th>>, <<2nd|2th>>, <<3RD|3th>>, <<5th|5th>>, the <<11th|11th>>-hour',
    'a <<second|2th>> time',
  ])('%s', check);
});

test('what is no number', () => {
  check('10:41, 2021-07-05, $5, US$2.8, 5%, 20°, 192.168.2.1, 3:1, #5, v2, 1,2,3, 123456789012345');
  check('dozen, million, and a half, anyone, onefold, half');
});
