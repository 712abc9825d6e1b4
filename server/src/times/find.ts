import type { Block } from '../seed/types.ts';
import { type Token, tokenize } from '../text/tokens.ts';
import { isoDate } from './calendar.ts';
import { ambiguity, wrongWeekday } from './doubtful.ts';
import { impossible } from './impossible.ts';
import { readDate } from './metadata-date.ts';
import { resolveTime } from './resolve.ts';
import { findWritten, type Written } from './scan.ts';
import type { Time, TimeContext } from './types.ts';

/**
 * The dates and times of day that a block names, in order and without overlaps. Absolute ones only; a day and month
 * without a year is resolved against the day of publication where that is given.
 */
export function findTimes(
  { text, field }: Block,
  context: TimeContext,
  /** The tokens of the block's text, where they are at hand. */
  tokens?: readonly Token[],
): Time[] {
  if (field === 'published' || field === 'retrieved') return timeOfField(text);
  if (field !== undefined && field !== 'title' && field !== 'keywords') return [];
  const found = findWritten({ text, tokens: tokens ?? tokenize(text) });
  return found.map((written) => toTime(text, written, context));
}

function toTime(text: string, written: Written, context: TimeContext): Time {
  const { start, end, date, clock } = written;
  if (date === undefined) return { start, end, type: 'time', value: clock?.value };
  const type = clock === undefined ? 'date' : 'time';
  const mod = date.mod === undefined ? {} : { mod: date.mod };
  if (date.value !== undefined) return { start, end, type, value: date.value, ...mod };
  if (date.date === undefined) {
    const problem = ambiguity(text.slice(date.start, date.end), { start: date.start, end: date.end }, READER);
    return { start, end, type, value: undefined, ...(problem === undefined ? {} : { problem }) };
  }
  const problem = impossible(date.date, written);
  if (problem !== undefined) return { start, end, type, value: undefined, problem };
  const value = isoDate(date.date) + (clock?.value ?? '');
  const doubt = wrongWeekday(date.date, date.weekday, { start: date.start, end: date.end });
  // Without a day of publication the value stays open and whoever knows it resolves it later.
  return {
    start,
    end,
    type,
    value: context.published === undefined ? value : resolveTime({ value }, context.published).value,
    ...mod,
    ...(doubt === undefined ? {} : { problem: doubt }),
  };
}

const READER = 'The text stays as it is; annotate which day is meant.';

/** The value of a date field is one date. */
function timeOfField(text: string): Time[] {
  const value = text.trim();
  if (value === '') return [];
  const start = text.indexOf(value);
  const read = readDate(value);
  const end = start + value.length;
  if ('value' in read) return [{ start, end, type: 'date', value: read.value }];
  if (read.problem !== 'impossible-date') return [];
  return [
    {
      start,
      end,
      type: 'date',
      value: undefined,
      problem: { code: read.problem, span: { start, end }, message: read.message },
    },
  ];
}
