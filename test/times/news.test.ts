import { describe, expect, test } from 'vitest';
import { tokenize } from '../../server/src/text/tokens.ts';
import { grammarOf } from '../../server/src/times/engine/grammar.ts';
import { timesIn } from '../../server/src/times/engine/times.ts';
import { ENGLISH } from '../../server/src/times/english/english.ts';
import { PARTS, RULES } from '../../server/src/times/english/patterns.ts';
import { CLASSES } from '../../server/src/times/english/words.ts';
import { marked, unmarked } from '../support/marks.ts';
import { timesOf } from '../support/times.ts';

const MONDAY = '2021-07-05';

/** The text says what is to be found: `<<on Monday|2021-07-05>>`, with the mod behind the value. */
function check(expected: string, options: { published?: string; narrative?: boolean } = { published: MONDAY }): void {
  const text = unmarked(expected);
  const label = ({ value, mod }: ReturnType<typeof timesOf>[number]) => `${value ?? '?'}${mod ? ` ${mod}` : ''}`;
  expect(marked(text, timesOf(text, options), label)).toBe(expected);
}

describe('the shapes of a news report', () => {
  test.each([
    'The port closed on <<Monday|2021-07-05>> (local time).',
    'They met on <<June 11|2021-06-11>>, on <<June 22|2021-06-22>>, and again in <<June|2021-06>>.',
    'In <<August 2020|2020-08>> a rule was made; <<early last month|2021-06 START>> it fell.',
    'The office gets 300 to 400 letters <<per year|P1Y>>.',
    'It comes <<three days|P3D>> after the ferry was put under review.',
  ])('%j', (expected) => check(expected));
});

describe('what hangs on an event', () => {
  test.each([
    // A report in the present tense speaks of its own day.
    ['The inquiry comes three days after the ferry was put under review.', '2021-07-02', '2021-07-05'],
    ['Two days after the storm of 3 March 2020 they met.', '2020-03-03', '2020-03-05'],
    ['On 8 October 2020 they met, two weeks before the vote.', '2020-10-08', '2020-10-22'],
    ['The firm was founded three years after the flood ended.', undefined, undefined],
    ['Three days after the flood, people slept outside.', undefined, undefined],
  ])('%s', (text, from, to) => {
    const time = timesOf(text, { published: MONDAY }).find(({ anchor }) => anchor !== undefined);
    expect([time?.from, time?.to]).toEqual([from, to]);
  });
});

describe('what the words around decide', () => {
  test.each([
    'The talks will end on <<Thursday|2021-07-08>>; they began on <<Thursday|2021-07-01>>.',
    'He told them on <<Sunday|2021-07-04>> to leave.',
    'Sales grew in <<the first quarter|2021-Q1>> from <<a year earlier|2020-Q1>>.',
    '<<A year ago|2020>> it rained.',
    'They pay $15 <<a year|P1Y>>, meet <<twice a week|P1W>> and rest <<a day|P1D>>.',
    'It will be shown <<a week from Friday|2021-07-16>>.',
    'It rained over <<several days|PXD>>, and <<over five years|P5Y MORE_THAN>> went by.',
    'She is in her early 30s; it began in <<the early 1930s|193 START>>.',
    'It lived <<100 million years ago|PAST_REF>>.',
    'Growth in <<the second quarter|2021-Q2>>, he said; first in <<10 years|P10Y>> - and the last.',
    'In <<last quarter|2021-Q2>> they lost; <<last summer|2020-SU>> they won.',
  ])('%j', (expected) => check(expected));
});

describe('a history', () => {
  test('goes on from its own years', () => {
    check(
      'In <<March 1805|1805-03>> he sailed. In <<April|1805-04>> the fleet met, and on <<21 October|1805-10-21>> it fought; <<two days later|1805-10-23>> a storm rose.',
      { published: MONDAY, narrative: true },
    );
  });
});

describe('a day that not each month or year has', () => {
  test.each([
    ['2021-06-07', 'He came on <<the 31st|2021-05-31>>.'],
    ['2021-06-07', 'He will come on <<the 31st|2021-07-31>>.'],
    ['2021-07-07', 'He came on <<the 31st|2021-07-31>>.'],
    ['2021-02-07', 'He came on <<the 30th|2021-01-30>>.'],
    ['2020-02-07', 'He came on <<the 29th|2020-02-29>>.'],
    ['2021-06-07', 'He came on <<the 31st of this month|2021-06-XX>>.'],
    ['2021-06-07', 'He came on <<29 February|2020-02-29>>.'],
    ['2021-06-07', 'He came on <<29 February last year|2020-02-29>>.'],
    ['2022-06-07', 'He came on <<29 February last year|2021-02-XX>>.'],
  ])('published %s: %s', (published, expected) => check(expected, { published }));

  test.each([
    'On <<3 June 1915|1915-06-03>> he came, and he left on <<the 31st|1915-07-31>>.',
    'On <<3 May 1915|1915-05-03>> he came, and he left on <<the 31st|1915-05-31>>.',
    'On <<3 May 1915|1915-05-03>> he came; he died on <<29 February|1916-02-29>>.',
    'In <<March of 44 BC|BC0044-03>> he came; <<the following June|BC0044-06>> he fell.',
    'In <<44 BC|BC0044>> he came, and he left at <<Christmas|BC0044-12-25>>.',
    'In <<May of 44 BC|BC0044-05>> he came, and he left on <<the 20th|BC0044-05-20>>.',
  ])('in a history: %s', (expected) => check(expected, { published: MONDAY, narrative: true }));
});

test('a time of day that cannot be does not take its day along', () => {
  check('It came on <<Monday|2021-07-05>> at 25:99, or on <<Tuesday|2021-06-29>> at 10:60.');
});

test('a time of day keeps its zone whatever its day is named by', () => {
  check(
    'It came at <<10 am GMT on Christmas|2021-12-25T10:00Z>>, went on <<Monday the 5th at 10 am GMT|2021-07-05T10:00Z>>.',
  );
});

test('of a day of publication of which only the month is known, no more is said than that', () => {
  check(
    'It came <<last week|2021-WXX>>, <<this weekend|2021-WXX-WE>> and <<yesterday|2021-07-XX>>; on <<Monday|XXXX-WXX-1>> it fell, <<last month|2021-06>> it rose.',
    { published: '2021-07' },
  );
});

describe('what is not known of a time is not counted from', () => {
  test.each([
    'In <<1915|1915>> it began. <<Three days later|1915-XX-XX>> it rained; <<two days later|1915-XX-XX>> it snowed.',
    'In <<1915|1915>> it began. <<A week later|1915-WXX>> it rained; <<the next week|1915-WXX>> it snowed.',
    'In <<1915|1915>> it began. <<Some days later|FUTURE_REF>> it rained; <<three days later|1915-XX-XX>> it ended, <<the following month|1915-XX>> it was forgotten.',
    'In <<1915|1915>> it began. <<Three days later|1915-XX-XX>> it rained; at <<noon|1915-XX-XXT12:00>> it snowed.',
  ])('%j', (expected) => check(expected, { published: MONDAY, narrative: true }));
});

describe('the resource', () => {
  test('has no class and no sub-pattern that nothing uses', () => {
    const patterns = [...Object.values(PARTS), ...RULES.map(({ patterns: text }) => text)].join('\n');
    const asked = RULES.map(({ when }) => String(when)).join('\n');
    // `counted` and the like are asked for by the guards only.
    const guards = new Set(['counted']);
    const unused = Object.keys(CLASSES).filter(
      (name) => !patterns.includes(`{${name}}`) && !asked.includes(name) && !guards.has(name),
    );
    expect(unused).toEqual([]);
    expect(Object.keys(PARTS).filter((name) => !patterns.includes(`<${name}>`))).toEqual([]);
  });

  test('no pattern may end in a sign that joins', () => {
    const { lexicon, automaton } = grammarOf(ENGLISH);
    const { starts } = automaton;
    const signs = new Set(
      [',', '-', '–', '—', '&', '/', '(']
        .filter((sign) => lexicon.has(`=${sign}`))
        .map((sign) => lexicon.number(`=${sign}`)),
    );
    const seen = new Set<number>();
    const wrong: string[] = [];
    const visit = (ways: typeof starts) => {
      for (const { class: id, inside, to } of [...ways.values()].flat()) {
        if (inside && signs.has(id)) wrong.push(...to.accepts.map(({ rule }) => rule.patterns));
        if (seen.has(to.id)) continue;
        seen.add(to.id);
        visit(to.ways);
      }
    };
    visit(starts);
    expect(wrong).toEqual([]);
  });

  test('reads nothing twice: times do not overlap in a text of all examples', () => {
    const text = Object.values(CLASSES)
      .flatMap(({ words }) => Object.values(words))
      .join(' ')
      .replaceAll(',', ' ');
    let last = 0;
    for (const { start, end } of timesIn(ENGLISH, text, tokenize(text))) {
      expect(start).toBeGreaterThanOrEqual(last);
      last = end;
    }
    expect(last).toBeGreaterThan(0);
  });
});
