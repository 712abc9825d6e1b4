import { readDate } from './metadata-date.ts';
import { momentOf } from './resolve/moment.ts';
import type { Time } from './types.ts';

/** The value of a date field is one date. */
export function timeOfField(text: string): Time[] {
  const value = text.trim();
  if (value === '') return [];
  const start = text.indexOf(value);
  const read = readDate(value);
  const end = start + value.length;
  if ('value' in read)
    return [
      { start, end, type: 'date', sentence: 0, meaning: { kind: 'instant', fields: momentOf(read.value) ?? {} } },
    ];
  if (read.problem !== 'impossible-date') return [];
  return [
    {
      start,
      end,
      type: 'date',
      sentence: 0,
      meaning: undefined,
      problem: { code: read.problem, span: { start, end }, message: read.message },
    },
  ];
}
