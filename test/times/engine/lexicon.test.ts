import { describe, expect, test } from 'vitest';
import { tokenize } from '../../../server/src/text/tokens.ts';
import { cellsOf } from '../../../server/src/times/engine/cells.ts';
import { grammarOf } from '../../../server/src/times/engine/grammar.ts';
import { partsAt } from '../../../server/src/times/engine/parts.ts';
import type { Language } from '../../../server/src/times/language.ts';
import { languageWith } from './small.ts';

const LANGUAGE: Language = languageWith({
  classes: {
    month: { field: 'month', words: { 3: 'March,März', 5: 'May', 7: 'july,Jul.' } },
    rel: { field: 'by', words: { '-1': 'last', 1: 'next' } },
    holiday: { field: 'holiday', words: { newYear: 'New Year', hallows: "all hallows'en" } },
    place: { words: { 1: 'été' } },
  },
  numbers: { five: 5, twenty: 20 },
  ordinals: { fifth: 5 },
  ordinalEndings: ['th', '.'],
  decadeEndings: ['s', "'s"],
  rules: [{ kind: 'instant', patterns: 'the end of {month}' }],
});

const names = [
  ...[
    'count',
    'ordinal',
    'day',
    'year',
    'shortYear',
    'number',
    'decade',
    'clock',
    'hour',
    'militaryClock',
    'date',
    'week',
    'dayWords',
    'yearWords',
    'dayMonth',
    'yearDigits',
  ],
  ...Object.keys(LANGUAGE.classes),
  ...['the', 'end', 'of'].map((word) => `=${word}`),
];

/** What the first cell of a text may be, each with the words that it takes. */
function partsOf(text: string): string[] {
  const grammar = grammarOf(LANGUAGE);
  const cells = cellsOf(text, tokenize(text), (all, start, end) => grammar.lexicon.isKnown(all, start, end));
  const passage = { text, cells, places: grammar.lexicon.places(text, cells) };
  return partsAt(grammar, passage, 0).map(({ class: id, value, length }) => {
    const name = names.find((one) => grammar.lexicon.number(one) === id);
    return `${name}=${value} “${text.slice(cells[0]?.start, cells[length - 1]?.end)}”`;
  });
}

describe('what a word may be', () => {
  test.each([
    // With a capital in the language, with one in the text.
    ['May', ['month=5 “May”']],
    ['MAY', ['month=5 “MAY”']],
    ['may', []],
    ['July', ['month=7 “July”']],
    ['july', ['month=7 “july”']],
    ['JULY', ['month=7 “JULY”']],
    ['Jul. 5', ['month=7 “Jul.”']],
    // Beyond ASCII.
    ['März', ['month=3 “März”']],
    ['MÄRZ', ['month=3 “MÄRZ”']],
    ['märz', []],
    ['Été', ['place=1 “Été”']],
    // Numbers are parsed, anything else stays a word.
    ['last', ['rel=-1 “last”']],
    ['next', ['rel=1 “next”']],
    // Several words, with any apostrophe and any blank between them.
    ['New\n Year', ['holiday=newYear “New\n Year”']],
    ['All Hallows’en', ['holiday=hallows “All Hallows’en”']],
    ["all hallows'en", ["holiday=hallows “all hallows'en”"]],
    ['New Year, then', ['holiday=newYear “New Year”']],
    ['new year', []],
    ['New Years', []],
    ['New', []],
    // Words of the patterns.
    ['the', ['=the=0 “the”']],
    ['The', ['=the=0 “The”']],
    ['others', []],
    ['', []],
  ])('%j', (text, parts) => expect(partsOf(text)).toEqual(parts));
});

describe('what a number may be', () => {
  test.each([
    ['5', ['day=5 “5”', 'number=5 “5”', 'hour=5 “5”', 'week=5 “5”', 'count=5 “5”']],
    ['31', ['day=31 “31”', 'yearDigits=31 “31”', 'number=31 “31”', 'week=31 “31”', 'count=31 “31”']],
    ['32', ['yearDigits=32 “32”', 'number=32 “32”', 'week=32 “32”', 'count=32 “32”']],
    ['1998', ['year=1998 “1998”', 'number=1998 “1998”', 'count=1998 “1998”']],
    ['1830', ['year=1830 “1830”', 'number=1830 “1830”', 'militaryClock=18:30 “1830”', 'count=1830 “1830”']],
    ['999', ['number=999 “999”', 'count=999 “999”']],
    ['11/20', ['dayMonth=11/20 “11/20”']],
    ['5/12', ['dayMonth=5/12 “5/12”']],
    ['13/14', []],
    ['5th', ['hour=5 “5”', 'ordinal=5 “5th”', 'day=5 “5th”']],
    ['5. May', ['day=5 “5”', 'number=5 “5”', 'hour=5 “5”', 'ordinal=5 “5.”', 'day=5 “5.”']],
    ['five', ['week=5 “five”', 'count=5 “five”', 'dayWords=5 “five”', 'hour=5 “five”']],
    ['fifth', ['ordinal=5 “fifth”', 'day=5 “fifth”']],
    ['twenty-fifth', ['ordinal=25 “twenty-fifth”', 'day=25 “twenty-fifth”']],
    ['10:41', ['clock=10:41 “10:41”']],
    ['10.41', ['clock=10.41 “10.41”', 'count=10.41 “10.41”']],
    ['2021-07-05', ['date=2021-07-05 “2021-07-05”']],
    ['7/8/07', ['date=7/8/07 “7/8/07”']],
    ['1990s', ['decade=199 “1990s”', 'count=1990 “1990”']],
    ['1990’s', ['year=1990 “1990”', 'number=1990 “1990”', 'decade=199 “1990’s”', 'count=1990 “1990”']],
    ['1800s', ['decade=18 “1800s”', 'militaryClock=18:00 “1800”', 'count=1800 “1800”']],
    ['’82', ['shortYear=82 “’82”']],
    ['’90s', ['decade=199 “’90s”']],
    ['1,200', ['count=1200 “1,200”']],
    ['$5', []],
    ['5%', []],
    ['192.168.2.1', []],
    ['10-11-12-13', []],
  ])('%j', (text, parts) => expect(partsOf(text).sort()).toEqual([...parts].sort()));
});

test('a word is known where it means something; a word of the patterns alone is not', () => {
  const { lexicon } = grammarOf(LANGUAGE);
  const known = (word: string) => lexicon.isKnown(word, 0, word.length);
  expect(['may', 'März', 'five', 'fifth', 'last', 'New'].filter(known)).toEqual([
    'may',
    'März',
    'five',
    'fifth',
    'last',
    'New',
  ]);
  expect(['the', 'of', 'end', 'Ada', '', 'x'.repeat(100)].filter(known)).toEqual([]);
});
