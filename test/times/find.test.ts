import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FieldKey } from '../../server/src/seed/types.ts';
import { marked, unmarked } from '../support/marks.ts';
import { timesOf } from '../support/times.ts';
import { hardText, longRunOf } from '../support/unicode.ts';

/** The text says what is to be found: `<<5 July 2021|2021-07-05>>`; `?` has no value, `!` is impossible. */
function check(expected: string, published?: string, field?: FieldKey): void {
  const text = unmarked(expected);
  const times = timesOf(text, { published, field });
  const label = (time: (typeof times)[number]) =>
    `${time.problem ? '!' : (time.value ?? '?')}${time.mod ? ` ${time.mod}` : ''}`;
  expect(marked(text, times, label)).toBe(expected);
  for (const { value, type } of times)
    if (value !== undefined) expect(type).toBe(/\dT|XT/.test(value) ? 'time' : 'date');
}

describe('dates', () => {
  test.each([
    'on <<5 July 2021|2021-07-05>>, <<July 5, 2021|2021-07-05>>, <<the 5th of July, 2021|2021-07-05>>, <<Jul. 5, 2021|2021-07-05>>, <<JULY 5,2021|2021-07-05>>',
    '<<Monday, 5 July 2021|2021-07-05>> and <<Mon. July 5, 2021|2021-07-05>>',
    'in <<July 2021|2021-07>>, in <<August, 2020|2020-08>>, <<early June 2021|2021-06 START>>',
    'in <<2021|2021>>, since <<1998|1998>>, <<the year 1066|1066>>, <<late 2019|2019 END>>, <<summer of 1943|1943-SU>>, the <<2006|2006>> World Cup',
    '<<2021-07-05|2021-07-05>>, <<2021/07/05|2021-07-05>>, <<2021-07|2021-07>>, <<5.7.2021|2021-07-05>>',
    '<<13/07/2021|2021-07-13>>, <<07/13/2021|2021-07-13>>, <<05/05/2021|2021-05-05>>',
    '<<the 1990s|199>>, <<the early 1960s|196 START>>, <<’90s|199>>, <<the 1800s|18>>',
    '<<June 11|2021-06-11>>-<<14, 2021|2021-06-14>>; <<11|2021-06-11>>–<<14 June 2021|2021-06-14>>; <<June 11|2021-06-11>> to <<June 14, 2021|2021-06-14>>',
    'in <<2004|2004>>, <<2006|2006>> and <<2008|2008>>; from <<1914|1914>> to <<1918|1918>>; <<1914|1914>>-<<1918|1918>>; (<<1945|1945>>)',
    'on <<5\nJuly\n2021|2021-07-05>>, <<July 5,\r\n2021|2021-07-05>>',
    '<<11 June|XXXX-06-11>>, <<June 22|XXXX-06-22>>, on <<May 5|XXXX-05-05>>, <<february 3|XXXX-02-03>>',
  ])('%j', (expected) => check(expected));
});

test('what can be read in two ways has no value', () => {
  check('<<05/07/2021|!>> and <<5-7-2021|!>>; in <<2004|2004>>-<<05|2005>>');
});

describe('times of day', () => {
  test.each([
    'at <<10:41|XXXX-XX-XXT10:41>>, <<10.41pm|XXXX-XX-XXT22:41>>, <<10 p.m.|XXXX-XX-XXT22:00>>, <<12 am|XXXX-XX-XXT00:00>>, <<12:30 pm|XXXX-XX-XXT12:30>>, <<10:41:30|XXXX-XX-XXT10:41:30>>',
    '<<2021-07-05T10:00:30.5-03:30|2021-07-05T10:00:30-03:30>>, <<2021-07-05T10:00+0200|2021-07-05T10:00+02:00>>, <<2021-07-05T24:00|2021-07-05T24:00>>',
    // No such minutes, no such time of day, no such zone.
    '<<2021-07-05|2021-07-05>>T10:99, <<2021-07-05|2021-07-05>>T24:01, <<2021-07-05T10:00|2021-07-05T10:00>>+99:00',
    '<<10:41 pm on 5 July 2021|2021-07-05T22:41>>; <<5 July 2021 at 10 am|2021-07-05T10:00>>; <<2021-07-05T10:00Z|2021-07-05T10:00Z>>; <<2021-07-05 10:00|2021-07-05T10:00>>',
    'won 3:1, John 3:16, 25:00, 10:61, 13 pm, 10.41, I am 10',
  ])('%j', (expected) => check(expected));
});

describe('dates that cannot be', () => {
  test.each([
    ['<<31 June 2021|!>>', 'June has 30 days; there is no 31 June. Check the day and the month.'],
    ['<<February 30, 2021|!>>', 'February 2021 has 28 days; there is no 30 February. Check the day and the month.'],
    ['<<29 February 2021|!>>', '2021 is no leap year: its February has 28 days. Check the day and the year.'],
    ['<<2021-13-05|!>>', 'There is no month 13; a year has 12. Check the order of day and month.'],
    ['<<31/02/2021|!>>', 'February 2021 has 28 days; there is no 31 February. Check the day and the month.'],
    ['<<February 30|!>>', 'February has at most 29 days; there is no 30 February. Check the day and the month.'],
  ])('%s', (expected, message) => {
    check(expected);
    const [time] = timesOf(unmarked(expected));
    expect(time).toMatchObject({ type: 'date', problem: { code: 'impossible-date', message, span: { start: 0 } } });
  });

  test('a leap day can', () => check('<<29 February 2020|2020-02-29>>'));
});

describe('no dates', () => {
  test.each([
    'you may 5 times, march 3 miles, the sun 5, sat 4 exams, Theresa May 5, May 5 people',
    'v2.10.2021, 192.168.2.1, ISBN 978-0-306-40615-7, +1 202-555-0123, pages 1200-1250, lot 2021-07-05-7',
    '$2021, 2021%, US$2.8billion, 2,400 to 3,500 orders, 2000 soldiers, in 2000 cases, of 1500 people',
    'won 3-2, 24/7, 10-11 people, July 45, 45/13/2021, file-2021-07-05.txt, https://x.org/2021/07/05/',
    '100th anniversary, 1st Battalion, 1000 and more',
    'the sun and a spring; a second chance; march on; he may go; Windows 2000; “1984” and Orwell’s 1984',
    'the Sunday Times, the fall of the city, spring water, hot springs, carried the day, big day, day trip',
    '$5 a share, 3:1, John 3:16, version 2.10, call 555-1234, pages 1200-1250, Boeing 747, room 1914',
  ])('%j', (text) => check(text));
});

test('a day without year lies nearest to publication', () => {
  check(
    '<<June 11|2021-06-11>>, <<Dec 28|2021-12-28>>, <<5 January|2022-01-05>>, <<Feb 29|2020-02-29>>. At <<10 am|2021-07-07T10:00>> it ended.',
    '2021-07-07',
  );
  check('<<28 December|2020-12-28>>, <<June 11|2021-06-11>>, <<May 5, 10 am|2021-05-05T10:00>>', '2021-01-03');
});

test('fields', () => {
  check(' <<2021-07-05|2021-07-05>> ', undefined, 'published');
  check('<<Mon, 05 Jul 2021 10:00:00 GMT|2021-07-05>>', undefined, 'retrieved');
  check('<<31 June 2021|!>>', undefined, 'published');
  check('05/07/2021', undefined, 'published');
  check('Flood of <<5 July 2021|2021-07-05>>', undefined, 'title');
  check('https://x.org/?d=5 July 2021', undefined, 'url');
  check('© 2021 X', undefined, 'rights');
});

test('times lie in the text, in order, and do not overlap', () => {
  fc.assert(
    fc.property(hardText, fc.constantFrom(undefined, 'published', 'title'), (text, field) => {
      let at = 0;
      for (const { start, end } of timesOf(text, { published: '2021-07-05', field })) {
        expect(start).toBeGreaterThanOrEqual(at);
        expect(end).toBeGreaterThan(start);
        at = end;
      }
      expect(at).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: 2000 },
  );
});

test.each([
  '1 ',
  '1-',
  'June ',
  'June 1-',
  'June 1, ',
  'Monday, ',
  'in 2001 and ',
  '2001, ',
  '1990s',
  '10:10 ',
  '10 pm ',
  'the early ',
  'of ',
  '2021-07-05T',
  '5 July 2021 at ',
  ' ',
])('a long run of %j', (piece) => {
  const text = longRunOf(piece);
  for (const field of [undefined, 'published'] as const) timesOf(text, { published: '2021-07-05', field });
});

test('a text is read as if there had been no other before', () => {
  check('in May 2000 people came');
  check('on <<May 5|XXXX-05-05>>');
});
