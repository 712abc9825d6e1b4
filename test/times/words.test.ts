import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inWords, ordinal, timeInWords } from '../../server/src/times/words.ts';
import { timesOf } from '../support/times.ts';
import { hardText } from '../support/unicode.ts';

describe('values in words', () => {
  test.each([
    // Days, months, years.
    ['2021-07-05', 'Monday, 5 July 2021'],
    ['0079-08-24', 'Thursday, 24 August AD 79'],
    ['BC0490-09-12', '12 September 490 BC'],
    ['2021-07', 'July 2021'],
    ['BC0480-04', 'April 480 BC'],
    ['2021', '2021'],
    ['0079', 'AD 79'],
    ['BC0490', '490 BC'],
    ['199', 'the 1990s'],
    ['BC047', 'the 470s BC'],
    ['18', 'the 19th century'],
    ['20', 'the 21st century'],
    ['BC03', 'the 4th century BC'],
    // Parts of a year.
    ['2021-SU', 'summer 2021'],
    ['BC0481-WI', 'winter 481 BC'],
    ['2021-Q3', 'the third quarter of 2021'],
    ['2021-H1', 'the first half of 2021'],
    ['2021-W27', 'week 27 of 2021, 5–11 July'],
    ['2021-W26', 'week 26 of 2021, 28 June to 4 July'],
    ['2020-W53', 'week 53 of 2020, 28 December 2020 to 3 January 2021'],
    ['2021-W27-WE', 'the weekend of 10 and 11 July 2021'],
    ['2021-W30-WE', 'the weekend of 31 July and 1 August 2021'],
    ['2021-W52-WE', 'the weekend of 1 and 2 January 2022'],
    // What is open.
    ['XXXX', 'an unknown year'],
    ['XX', 'an unknown century'],
    ['XXXX-06', 'June, year unknown'],
    ['XXXX-06-11', '11 June, year unknown'],
    ['XXXX-SU', 'summer, year unknown'],
    ['XXXX-Q3', 'the third quarter, year unknown'],
    ['XXXX-XX', 'a month, year unknown'],
    ['XXXX-WXX', 'a week, year unknown'],
    ['XXXX-WXX-WE', 'a weekend, date unknown'],
    ['XXXX-WXX-5', 'a Friday, date unknown'],
    ['XXXX-XX-XX', 'a day, date unknown'],
    ['XXXX-XX-20', 'the 20th of a month, month unknown'],
    ['1915-XX-XX', 'a day in 1915'],
    ['1915-XX-20', 'the 20th of a month in 1915'],
    ['1915-XX', 'a month in 1915'],
    ['1915-WXX', 'a week in 1915'],
    ['1915-WXX-3', 'a Wednesday in 1915'],
    ['2021-06-XX', 'a day in June 2021'],
    // Times of day.
    ['T22:41', '10:41 pm'],
    ['T00', '12 am'],
    ['T12:05:09', '12:05:09 pm'],
    ['T12:00', 'noon'],
    ['T00:00', 'midnight'],
    ['T18:00', '6 pm'],
    ['2021-07-05T24:00', 'Monday, 5 July 2021, midnight at the end of the day'],
    ['2021-07-05T10:41', 'Monday, 5 July 2021, 10:41 am'],
    ['2021-07-05T18:00Z', 'Monday, 5 July 2021, 6 pm UTC'],
    ['2021-07-05T18:00-05', 'Monday, 5 July 2021, 6 pm UTC−5'],
    ['2021-07-05T18:30+05:30', 'Monday, 5 July 2021, 6:30 pm UTC+5:30'],
    ['XXXX-06-11T10', '11 June, year unknown, 10 am'],
    ['XXXX-XX-XXT05:30', '5:30 am, day unknown'],
    ['TMO', 'morning'],
    ['2021-06-11TMO', 'the morning of Friday, 11 June 2021'],
    ['XXXX-WXX-7TMO', 'the morning of a Sunday, date unknown'],
    ['XXXX-XX-XXTNI', 'a night, date unknown'],
    ['1950-XX-XXTEV', 'an evening in 1950'],
    ['1950-09-XXTNI', 'a night in September 1950'],
    ['2021-07-05TXX', 'an hour of Monday, 5 July 2021'],
    // Durations.
    ['P3D', '3 days'],
    ['P1W', '1 week'],
    ['P2W', '2 weeks'],
    ['P2.5Y', '2.5 years'],
    ['P0.5CE', 'half a century'],
    ['PT0.5H', 'half an hour'],
    ['PT30M', '30 minutes'],
    ['PT1H30M', '1 hour 30 minutes'],
    ['P2Y3M', '2 years 3 months'],
    ['P1DE', '1 decade'],
    ['P1CE', '1 century'],
    ['P2CE', '2 centuries'],
    ['P2Q', '2 quarters'],
    ['P1WE', '1 weekend'],
    ['PXY', 'some years'],
    ['PXM', 'some months'],
    ['PRESENT_REF', 'now'],
    ['PAST_REF', 'in the past'],
    ['FUTURE_REF', 'in the future'],
    // What is no value stays as it is.
    ['2021-02-30', '2021-02-30'],
    ['2021-13', '2021-13'],
    ['2021-W60', '2021-W60'],
    ['2021-W53', '2021-W53'],
    ['2021-W00', '2021-W00'],
    ['2021-W53-WE', '2021-W53-WE'],
    ['2021-07-05-06', '2021-07-05-06'],
    ['T25', 'T25'],
    ['-50', '-50'],
    ['P', 'P'],
    ['', ''],
  ])('%s: %s', (value, words) => expect(inWords(value)).toBe(words));

  test.each([
    ['2021', 'START', 'early 2021'],
    ['199', 'START', 'the early 1990s'],
    ['199', 'MID', 'the middle of the 1990s'],
    ['1941-08', 'MID', 'the middle of August 1941'],
    ['2007-08-10', 'END', 'late on Friday, 10 August 2007'],
    ['1865-04-15TMO', 'START', 'the early morning of Saturday, 15 April 1865'],
    ['2021-06-11TMO', 'APPROX', 'about the morning of Friday, 11 June 2021'],
    ['1910', 'APPROX', 'about 1910'],
    ['2021-07-05', 'BEFORE', 'before Monday, 5 July 2021'],
    ['P5M', 'LESS_THAN', 'less than 5 months'],
    ['P1DE', 'MORE_THAN', 'more than 1 decade'],
    ['1792', 'LESS_THAN', 'about 1792'],
    ['2021', 'OTHER', '2021'],
  ])('%s %s: %s', (value, mod, words) => expect(inWords(value, mod)).toBe(words));

  test.each([
    ['XXXX-WXX-1', {}, 'every Monday'],
    ['XXXX-WXX-1TMO', {}, 'every Monday morning'],
    ['XXXX-WXX-WE', {}, 'every weekend'],
    ['XXXX-XX-XXTNI', {}, 'every night'],
    ['XXXX-XX-XXT10:00', {}, 'every day at 10 am'],
    ['XXXX-06', {}, 'every June'],
    ['XXXX-06-11', {}, '11 June of every year'],
    ['XXXX-SU', { quant: 'EACH' }, 'each summer'],
    ['XXXX-Q3', {}, 'the third quarter of every year'],
    ['P1D', {}, 'every day'],
    ['P1D', { quant: 'EACH' }, 'each day'],
    ['P2W', {}, 'every 2 weeks'],
    ['P1W', { freq: '2X' }, 'twice a week'],
    ['P1M', { freq: '1X' }, 'once a month'],
    ['P2Y', { freq: '3X' }, '3 times in 2 years'],
    ['odd', {}, 'odd'],
  ])('again: %s %j: %s', (value, more, words) =>
    expect(timeInWords({ value, meaning: { kind: 'set', value, ...more } })).toBe(words),
  );

  test.each([
    ['every Monday', 'every Monday'],
    ['on Mondays', 'every Monday'],
    ['nightly', 'every night'],
    ['each day', 'each day'],
    ['three days', '3 days'],
    ['the 19th century', 'the 19th century'],
    ['490 BC', '490 BC'],
    ['recently', 'in the past'],
  ])('what is found in “%s”', (text, words) => {
    const [time] = timesOf(`They met ${text}.`);
    expect(time && timeInWords({ ...time, value: time.value ?? '' })).toBe(words);
  });

  test('every value that is made has words, and nothing else is written', () => {
    const fields = fc.record({
      head: fc.constantFrom('2021', 'XXXX', 'BC0490', '0079'),
      rest: fc.constantFrom(
        '',
        '-06',
        '-06-11',
        '-XX',
        '-XX-XX',
        '-06-XX',
        '-WXX',
        '-W27',
        '-WXX-3',
        '-SU',
        '-Q1',
        '-H2',
      ),
      time: fc.constantFrom('', 'TMO', 'T10', 'T10:05', 'TXX'),
    });
    fc.assert(
      fc.property(fields, ({ head, rest, time }) => {
        if (time !== '' && !/-(?:\d\d|XX)-(?:\d\d|XX)$|-WXX-3$/.test(rest)) return;
        // Weeks are counted in our era only.
        if (rest === '-W27' && head !== '2021' && head !== '0079') return;
        const value = head + rest + time;
        expect(inWords(value), value).toMatch(/^[\w:, –]+$/);
        if (rest !== '' || head !== '2021') expect(inWords(value), value).not.toContain('XX');
      }),
    );
  });

  test('never throws', () => {
    fc.assert(
      fc.property(hardText, fc.constantFrom('', 'P', '2021-', 'XXXX-WXX-', 'T'), (text, before) => {
        inWords(before + text, text);
        timeInWords({ value: before + text, meaning: { kind: 'set', value: text, freq: text } });
      }),
    );
  });

  test('ordinals', () => {
    expect([1, 2, 3, 4, 11, 12, 13, 21, 22, 101, 111].map(ordinal).join(' ')).toBe(
      '1st 2nd 3rd 4th 11th 12th 13th 21st 22nd 101st 111th',
    );
  });
});
