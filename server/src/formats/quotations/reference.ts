import { dayInWords } from '../../times/doubtful.ts';
import type { Source } from '../types.ts';
import type { Passage } from './types.ts';

/** An ISO date of any precision in its parts; undefined for what is none. */
export function dateParts(date: string | undefined): readonly number[] | undefined {
  if (date === undefined || !/^\d{4}(?:-\d{2}){0,2}$/.test(date)) return undefined;
  return date.split('-').map(Number);
}

/** "5 July 2021", "July 2021"; what is no date as it is written. */
export function dateText(date: string | undefined): string | undefined {
  return date !== undefined && dateParts(date) !== undefined ? dayInWords(date) : date;
}

/** "Jane Doe, John Roe and Ann Poe". */
export function authorsText({ authors }: Source): string | undefined {
  const last = authors.at(-1);
  if (last === undefined) return undefined;
  return authors.length === 1 ? last : `${authors.slice(0, -1).join(', ')} and ${last}`;
}

/** "line 7", "lines 7–9". */
export function linesText({ line, lastLine }: Passage): string {
  return line === lastLine ? `line ${line}` : `lines ${line}–${lastLine}`;
}

/** Where a passage stands in the file that it was taken from. */
export function placeText({ path }: Source, passage: Passage): string {
  return `${path}, ${linesText(passage)}`;
}

/** An address that browsers open; what is behind others is another program's business. */
export function webAddress({ address }: Source): string | undefined {
  return address !== undefined && /^https?:\/\//i.test(address) ? address : undefined;
}
