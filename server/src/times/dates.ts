import { type Reading, textAt, wordAt } from '../text/reading.ts';
import type { Token } from '../text/tokens.ts';
import { BEFORE_MONTH, COUNTED, JOINTS, MONTHS, MONTHS_WITH_NAMESAKES, WEEKDAYS } from './english.ts';
import {
  dayAt,
  daysAt,
  digits,
  FIRST_YEAR,
  isCapitalWord,
  LAST_YEAR,
  monthAt,
  near,
  standsAlone,
  type WrittenDate,
  yearAt,
} from './written.ts';

/**
 * Dates with a month in words that begin with token `index`: "5 July 2021", "5th of July", "July 5, 2021", "July 2021",
 * "Monday, 5 July". A range or list of days gives one date for each: "June 11-14, 2021".
 */
export function datesInWords(reading: Reading, index: number): WrittenDate[] | undefined {
  const token = reading.tokens[index];
  if (token === undefined) return undefined;
  if (token.kind === 'number') return dayFirst(reading, index);
  if (token.kind !== 'word') return undefined;
  if (wordAt(reading, index, MONTHS) > 0) return monthFirst(reading, index);
  return wordAt(reading, index, WEEKDAYS) > 0 && isCapitalWord(reading, index)
    ? weekdayFirst(reading, index)
    : undefined;
}

function weekdayFirst(reading: Reading, index: number): WrittenDate[] | undefined {
  let next = index + 1;
  if (textAt(reading, next) === ',') next++;
  if (textAt(reading, next) === 'the') next++;
  if (!near(reading, next - 1)) return undefined;
  const token = reading.tokens[next];
  if (token === undefined) return undefined;
  const dates = token.kind === 'number' ? dayFirst(reading, next) : monthFirst(reading, next);
  const first = dates?.[0];
  if (dates === undefined || first?.date?.day === undefined) return undefined;
  const weekday = wordAt(reading, index, WEEKDAYS);
  return [{ ...first, start: (reading.tokens[index] as Token).start, weekday }, ...dates.slice(1)];
}

/** "5 July 2021", "11-14 June", "11 and 14 June", "5th of July, 2021" */
function dayFirst(reading: Reading, index: number): WrittenDate[] | undefined {
  const token = reading.tokens[index] as Token;
  const two = daysAt(reading, index);
  if (two !== undefined) {
    const rest = monthAndYear(reading, index + 1);
    if (rest === undefined) return undefined;
    const { month, year, end, last } = rest;
    return [
      { start: token.start, end: two.hyphen, last, date: { year, month, day: two.days[0] } },
      { start: two.hyphen + 1, end, last, date: { year, month, day: two.days[1] } },
    ];
  }
  const first = dayAt(reading, index);
  if (first === undefined) return undefined;
  const rest = monthAndYear(reading, first.last + 1);
  if (rest !== undefined) {
    const { month, year, end, last } = rest;
    return [{ start: token.start, end, last, date: { year, month, day: first.day } }];
  }
  if (!isJoint(reading, first.last + 1)) return undefined;
  const second = dayAt(reading, first.last + 2);
  const both = second && monthAndYear(reading, second.last + 1);
  if (second === undefined || both === undefined) return undefined;
  const { month, year, end, last } = both;
  return [
    { start: token.start, end: (reading.tokens[first.last] as Token).end, last, date: { year, month, day: first.day } },
    { start: (reading.tokens[first.last + 2] as Token).start, end, last, date: { year, month, day: second.day } },
  ];
}

/** The month behind a day, with the year behind it. */
function monthAndYear(reading: Reading, index: number) {
  const at = textAt(reading, index) === 'of' ? index + 1 : index;
  if (!near(reading, at - 1)) return undefined;
  const month = monthAt(reading, at);
  // "the 5 March towns": a month without capital is none here, `monthAt` saw to that.
  if (month === 0) return undefined;
  const behind = yearBehind(reading, at);
  return { month, ...behind };
}

/** "July 5, 2021", "July 2021", "June 11-14", "June 11 and 14, 2021" */
function monthFirst(reading: Reading, index: number): WrittenDate[] | undefined {
  const month = monthAt(reading, index);
  if (month === 0 || !near(reading, index)) return undefined;
  const { start } = reading.tokens[index] as Token;
  const glued = dayWithYear(reading, index + 1);
  if (glued !== undefined) {
    const { end } = reading.tokens[index + 1] as Token;
    return [{ start, end, last: index + 1, date: { ...glued, month } }];
  }
  const two = daysAt(reading, index + 1);
  if (two !== undefined) {
    const { year, end, last } = yearBehind(reading, index + 1);
    if (year === undefined && isDoubtful(reading, index, index + 1)) return undefined;
    return [
      { start, end: two.hyphen, last, date: { year, month, day: two.days[0] } },
      { start: two.hyphen + 1, end, last, date: { year, month, day: two.days[1] } },
    ];
  }
  const first = dayAt(reading, index + 1);
  if (first === undefined) return monthOfYear(reading, index, month);
  const second = isJoint(reading, first.last + 1) ? dayAt(reading, first.last + 2) : undefined;
  if (second !== undefined && monthAt(reading, second.last + 1) === 0) {
    const { year, end, last } = yearBehind(reading, second.last);
    if (year !== undefined || closes(reading, second.last + 1))
      return [
        { start, end: (reading.tokens[first.last] as Token).end, last, date: { year, month, day: first.day } },
        { start: (reading.tokens[first.last + 2] as Token).start, end, last, date: { year, month, day: second.day } },
      ];
  }
  const { year, end, last } = yearBehind(reading, first.last);
  if (year === undefined && isDoubtful(reading, index, first.last)) return undefined;
  return [{ start, end, last, date: { year, month, day: first.day } }];
}

function monthOfYear(reading: Reading, index: number, month: number): WrittenDate[] | undefined {
  const sign = textAt(reading, index + 1);
  const at = sign === 'of' || sign === ',' ? index + 2 : index + 1;
  const year = yearAt(reading, at);
  if (year < 0 || !near(reading, at - 1) || wordAt(reading, at + 1, COUNTED) > 0) return undefined;
  const { start } = reading.tokens[index] as Token;
  return [{ start, end: (reading.tokens[at] as Token).end, last: at, date: { year, month } }];
}

/** The year behind token `index`, with a comma or without; else where the date ends without one. */
function yearBehind(reading: Reading, index: number): { year: number | undefined; end: number; last: number } {
  const comma = textAt(reading, index + 1);
  const at = comma === ',' || comma === 'of' ? index + 2 : index + 1;
  const year = near(reading, at - 1) ? yearAt(reading, at) : -1;
  if (year > 0 && wordAt(reading, at + 1, COUNTED) === 0)
    return { year, end: (reading.tokens[at] as Token).end, last: at };
  return { year: undefined, end: (reading.tokens[index] as Token).end, last: index };
}

/** "5,2021" of "July 5,2021" is one token. */
function dayWithYear(reading: Reading, index: number): { day: number; year: number } | undefined {
  const token = reading.tokens[index];
  if (token === undefined || token.kind !== 'number') return undefined;
  const comma = token.end - 5;
  if (reading.text.charAt(comma) !== ',' || !standsAlone(reading.text, token)) return undefined;
  const day = digits(reading.text, token.start, comma, 1, 2);
  const year = digits(reading.text, comma + 1, token.end, 4, 4);
  return day >= 1 && day <= 31 && year >= FIRST_YEAR && year <= LAST_YEAR ? { day, year } : undefined;
}

/** "Theresa May 5", "May 5 people": not on that day. */
function isDoubtful(reading: Reading, month: number, day: number): boolean {
  if (wordAt(reading, day + 1, COUNTED) > 0) return true;
  if (wordAt(reading, month, MONTHS_WITH_NAMESAKES) === 0 || month === 0 || !near(reading, month - 1)) return false;
  return isCapitalWord(reading, month - 1) && wordAt(reading, month - 1, BEFORE_MONTH) === 0;
}

function isJoint(reading: Reading, index: number): boolean {
  if (wordAt(reading, index, JOINTS) > 0) return true;
  const sign = textAt(reading, index);
  return sign === '-' || sign === '–' || sign === '—' || sign === '&';
}

/** Whether a second day is no count of something: a sign or nothing follows. */
function closes(reading: Reading, index: number): boolean {
  const token = reading.tokens[index];
  return token === undefined || token.kind === 'punctuation';
}
