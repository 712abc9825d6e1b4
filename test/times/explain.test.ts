import { describe, expect, test } from 'vitest';
import { explain } from '../../server/src/times/explain.ts';
import type { ResolvedTime, TimeContext } from '../../server/src/times/types.ts';
import { timesOf } from '../support/times.ts';

/** What is said of the last time of a text. */
function said(text: string, context: Partial<TimeContext>): string {
  const { published, narrative = false } = context;
  const time = timesOf(text, { published, narrative }).at(-1);
  if (time === undefined) throw new Error(`no time in “${text}”`);
  return explain(time, { published, narrative }, ({ start, end }) => text.slice(start, end)).join(' ');
}

test('a day that the month of publication does not have is said to be of another', () => {
  expect(said('It came on the 31st.', { published: '2021-06-07' })).toBe(
    'The 31st nearest to the day of publication, 7 June 2021.',
  );
  expect(said('On 3 June 1915 it fell. It came on the 31st.', { published: '2021-06-07', narrative: true })).toMatch(
    /^The first 31st after 3 June 1915, of which the text told before it\./,
  );
  expect(said('On 3 June 1915 it fell. It came in the spring.', { published: '2021-06-07', narrative: true })).toMatch(
    /^Spring as told last: the text speaks of 3 June 1915\./,
  );
});

describe('counted from publication', () => {
  test.each([
    ['It came on 5 July 2021.', ''],
    ['It took three days.', ''],
    ['It comes every Monday.', ''],
    ['It came recently.', ''],
    ['It came on Monday.', 'Monday was the day of publication itself, 5 July 2021.'],
    ['It came on Friday.', 'The Friday before the day of publication, 5 July 2021.'],
    [
      'It will open on Friday.',
      'The Friday after the day of publication, 5 July 2021: its sentence speaks of what is to come.',
    ],
    ['It came on June 11.', 'The 11 June nearest to the day of publication, 5 July 2021.'],
    [
      'It was closed on 28 December.',
      'The 28 December before the day of publication, 5 July 2021: its sentence speaks of what is over.',
    ],
    [
      'It will close on 28 January.',
      'The 28 January after the day of publication, 5 July 2021: its sentence speaks of what is to come.',
    ],
    ['The August vote is near.', 'The August that fits best to the day of publication, 5 July 2021.'],
    ['It came on Tuesday the 20th.', 'The Tuesday the 20th nearest to the day of publication, 5 July 2021.'],
    ['It came on the 20th.', 'The 20th of the month of publication.'],
    ['It came in June.', 'The latest June that had begun by 5 July 2021, the day of publication.'],
    [
      'It will come in October.',
      'The October that fits best to the day of publication, 5 July 2021: its sentence speaks of what is to come.',
    ],
    [
      'It grew in the third quarter.',
      'The latest third quarter that had begun by 5 July 2021, the day of publication.',
    ],
    ['It comes this summer.', 'This summer, seen from the day of publication, 5 July 2021.'],
    ['It came last June.', 'The last June before the day of publication, 5 July 2021.'],
    ['It comes next Monday.', 'The next Monday after the day of publication, 5 July 2021.'],
    ['It came today.', 'The day of publication, 5 July 2021.'],
    ['It came yesterday.', 'The day before the day of publication, 5 July 2021.'],
    ['It came three days ago.', '3 days before the day of publication, 5 July 2021.'],
    ['It came last week.', 'The week before that of publication (5 July 2021).'],
    ['It comes next month.', 'The month after that of publication (5 July 2021).'],
    ['It came this year.', 'The year of publication (5 July 2021).'],
    ['It comes this weekend.', 'The weekend in the week of publication (5 July 2021).'],
    ['It came at noon.', 'No day is named beside it, so it is that of publication, 5 July 2021.'],
    ['On 2 July 2021 it came at noon.', 'On the day that the text has just named, 2 July 2021.'],
    ['It fell on 2 July 2021. It came at noon.', 'On the day that the text has just named, 2 July 2021.'],
    [
      'It fell on 2 June 2021. It came at noon.',
      'No day is named beside it, so it is that of publication, 5 July 2021.',
    ],
    ['It came at Christmas.', 'Of the days of this name, the one nearest to the day of publication, 5 July 2021.'],
    ['It came last Christmas.', 'Of the days of this name, the last one before the day of publication, 5 July 2021.'],
    [
      'It fell on 2 July 2021. Three days later it rose.',
      '3 days after 2 July 2021, of which the text told before it.',
    ],
  ])('%s %s', (text, why) => expect(said(text, { published: '2021-07-05' })).toBe(why));
});

describe('what is not certain', () => {
  test.each([
    [
      'It came on Monday.',
      undefined,
      'no day of publication is known. Fill in “Published”, and it is counted from there.',
    ],
    ['It came last week.', undefined, 'no day of publication is known.'],
    ['It came on Monday.', '2021', 'of publication only 2021 is known. Give “Published” its day'],
    ['It came today.', '2021-07', 'of publication only July 2021 is known.'],
  ])('%s, published %s', (text, published, doubt) =>
    expect(said(text, { published })).toMatch(
      new RegExp(`^Which one it is cannot be told: ${doubt.replace('?', '\\?')}`),
    ),
  );

  test('a date named before it decides where publication is not known', () => {
    expect(said('He went in 2019; in June he came.', {})).toBe(
      'June as told last: the text speaks of 2019. No day of publication is known, so a date named before it decides. Fill in “Published”, and it is counted from there.',
    );
  });

  test('a history goes on from what it told last, and says that it is read so', () => {
    expect(said('In 1940 they came. They left in June.', { published: '2009-12-19', narrative: true })).toBe(
      'June as told last: the text speaks of 1940. This text tells of years long before publication (19 December 2009), so each date goes on from the one before it.',
    );
    expect(said('In 1940 they came. They left in June.', { narrative: true })).toMatch(
      /^June as told last: the text speaks of 1940\. This text tells of years, and no day of publication is known/,
    );
    expect(said('They came on 10 June 1940. Twelve days later they left.', { narrative: true })).toBe(
      '12 days after 10 June 1940, of which the text told before it.',
    );
  });
});

describe('a duration with an event beside it', () => {
  const text = 'three days after Didi was put under review';
  const time: ResolvedTime = {
    start: 0,
    end: 10,
    type: 'duration',
    sentence: 0,
    meaning: { kind: 'duration', value: 'P3D' },
    value: 'P3D',
    anchor: { start: 17, end: text.length, relation: 'after', leads: false },
  };
  const about = (more: Partial<ResolvedTime>) =>
    explain({ ...time, ...more }, { published: undefined, narrative: false }, ({ start, end }) =>
      text.slice(start, end),
    );

  test('from where to where', () => {
    expect(about({ from: '2021-07-02', to: '2021-07-05' })).toEqual([
      'From 2 July 2021 (“Didi was put under review”) to 5 July 2021.',
    ]);
    expect(about({ from: '2021-07-02' })).toEqual(['From 2 July 2021 (“Didi was put under review”).']);
    expect(
      about({
        anchor: { start: 17, end: text.length, relation: 'before', leads: false },
        from: '2021-07-02',
        to: '2021-07-05',
      }),
    ).toEqual(['From 2 July 2021 to 5 July 2021 (“Didi was put under review”).']);
  });

  test('or that it cannot be told', () => {
    expect(about({})).toEqual(['Counted from “Didi was put under review”; the text does not say when that was.']);
  });
});

test('what is before our era is said so', () => {
  expect(said('In 490 BC they came. The following year they left.', { narrative: true })).toContain('490 BC');
  expect(said('In 1 BC they came. Five years later they left.', { narrative: true })).toBe(
    '5 years after 1 BC, of which the text told before it.',
  );
});
