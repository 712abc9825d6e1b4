import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayNumber, daysInMonth, isoOfDayNumber } from '../../../server/src/times/calendar.ts';
import { ENGLISH } from '../../../server/src/times/english/english.ts';
import { findTimes } from '../../../server/src/times/find.ts';
import { NO_FLOW, resolveTimes } from '../../../server/src/times/resolve/flow.ts';

const time = fc.constantFrom(
  ...['in 1915', 'in March 1917', 'on 30 January 1916', 'in 44 BC', 'in 1 BC', 'in the 1990s', 'in the 19th century'],
  ...['on the 31st', 'on the 30th', 'on 29 February', 'on Monday', 'on Monday the 31st', 'in June', 'in the summer'],
  ...['the next day', 'three days later', 'a week later', 'the following week', 'that weekend', 'the same day'],
  ...[
    'the following month',
    'six months earlier',
    'that year',
    'a decade later',
    'a century earlier',
    'the next quarter',
  ],
  ...[
    'the following June',
    'that summer',
    'last Monday',
    'last week',
    'next month',
    'yesterday',
    'a year ago',
    'today',
  ],
  ...['at Christmas', 'last Easter', 'on Thanksgiving', 'at noon', 'at 24:00', 'that evening', 'two hours later'],
  ...[
    'in the first week of April',
    'in the last week of that month',
    'on the last Friday of June',
    'in week 53 of 2021',
  ],
  ...['the 31st of this month', 'in the third quarter', 'a month after 31 January 2021', 'two weeks before Christmas'],
  ...['three days after the vote on 31 March', 'the day before 1 March', 'on the Labor Day weekend'],
);
const published = fc.oneof(
  fc.constant(undefined),
  fc.constantFrom('2021', '2021-06', '2020-02-29', '2021-01-01', '2020-12-31', '2021-06-30'),
  fc.integer({ min: dayNumber(1000, 1, 1), max: dayNumber(2100, 12, 31) }).map(isoOfDayNumber),
);

/** What a value of a date or a time of day may be. */
const SOUND =
  /^(?:PAST_REF|PRESENT_REF|FUTURE_REF|(?:BC)?(?:\d{2,4}|X{4})(?:-(?:(?:\d\d|XX)(?:-(?:\d\d|XX))?|W(?:\d\d|XX)(?:-(?:WE|\d))?|Q[1-4]|H[12]|SP|SU|FA|WI))?(?:T(?:\d\d:\d\d|[A-Z]{2}))?)$/;

test('any times in a row have values that can be, and those of days are days of the calendar', () => {
  fc.assert(
    fc.property(fc.array(time, { minLength: 1, maxLength: 8 }), published, fc.boolean(), (times, day, narrative) => {
      const text = `It came ${times.join(', and went. It came ')}.`;
      const found = findTimes({ start: 0, text, field: undefined });
      for (const { value, type, from, to } of resolveTimes(
        found,
        { published: day, narrative },
        NO_FLOW,
        ENGLISH.holidays,
      ).times) {
        for (const one of type === 'date' || type === 'time' ? [value, from, to] : [from, to]) {
          if (one === undefined) continue;
          expect(one).toMatch(SOUND);
          const [, year = '', month = '', last = ''] = /^(\d{4}|X{4})-(\d\d)-(\d\d)/.exec(one) ?? [];
          if (month === '') continue;
          expect(Number(last)).toBeGreaterThan(0);
          const most = daysInMonth(Number(month), year === 'XXXX' ? undefined : Number(year));
          expect(Number(last), one).toBeLessThanOrEqual(most);
        }
      }
    }),
    { numRuns: 1500 },
  );
});
