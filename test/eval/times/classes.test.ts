import { expect, test } from 'vitest';
import { classOf, type TimeClass } from './classes.ts';

const WORDINGS: Readonly<Record<TimeClass, readonly string[]>> = {
  'day month year': [
    '3 May 2019',
    'May 3rd, 2019',
    'Friday, 3 May 2019',
    '2019-05-03',
    '3/5/19',
    'May third two thousand and one',
  ],
  'day month': ['3 May', 'the 3rd of May', 'May 3', 'Monday, 3 May', '3/5'],
  'day of month': ['the 14th', '14', 'the twenty-first'],
  'month year': ['May 2019', 'late May 2019', 'May, 2019', '2019-05', 'April 480 BC'],
  month: ['May', 'mid-May', 'the end of May', 'last May'],
  year: ['2019', 'early 2019', 'the end of 2019', '480 BC', 'the year 2019', '’82'],
  'decade, century': ['the 1920s', 'the eighties', 'the 19th century', 'the late ’60s'],
  'quarter, half': ['the third quarter', 'Q3 2019', 'the second half of 2019', "next year's first quarter"],
  season: ['summer', 'the spring of 1920', 'late autumn'],
  holiday: ['Christmas', 'Christmas 2019', 'New Year’s Day', 'Easter Monday'],
  weekday: ['Monday', 'last Tuesday', 'Wed', 'Friday next week'],
  'clock, part of day': ['10:30', '5 p.m.', '0800 UTC', 'Monday evening', 'the night', 'noon', "eight o'clock"],
  'today, now': ['today', 'earlier today', 'the day after tomorrow', 'now', 'current', 'present-day'],
  'deictic unit': ['this week', 'next year', 'the same day', 'the end of the month', 'later this year', 'the weekend'],
  'ago, later': ['two days ago', 'a week later', 'ten years earlier', 'the day before', 'three weeks from now'],
  anchored: [
    'two days after the flood',
    'the day of the vote',
    'the first week of the strike',
    'the years before the war',
  ],
  'duration definite': [
    'two years',
    'a 20-year',
    'an hour',
    'the past nine days',
    'two months of siege',
    'month-long',
    '3h',
  ],
  'duration vague': ['a few days', 'several weeks', 'years', 'the coming months'],
  set: ['every day', 'weekly', 'Mondays', 'twice a year', 'per month'],
  'vague reference': ['recently', 'the past', 'the future', 'that time', 'former', 'later'],
  other: ['fifty-two of them', 'the ninetieth'],
};

test.each(Object.entries(WORDINGS).flatMap(([name, wordings]) => wordings.map((wording) => [wording, name])))(
  '%s: %s',
  (wording, name) => {
    expect(classOf(wording)).toBe(name);
  },
);

test('the type settles what words leave open', () => {
  expect(classOf('a year')).toBe('duration definite');
  expect(classOf('a year', 'SET')).toBe('set');
});
