import type { Span } from '../../text/span.ts';
import { exists, type PartialDate } from '../../times/calendar.ts';
import { datesIn } from '../../times/dates.ts';
import type { InkLine } from './lines.ts';
import { agencyNamed, isWire, outletNamed } from './outlets.ts';

/** How a report begins: "LONDON, July 5 (Reuters) - ", "London, 5 July 2021 – ", "新华社北京7月5日电". */
export interface Dateline {
  readonly agency: (Span & { readonly name: string }) | undefined;
  readonly day: (Span & { readonly date: PartialDate }) | undefined;
}

/** A dateline stands within so many characters. */
const REACH = 110;

export function readDateline(line: InkLine): Dateline | undefined {
  const text = line.text.slice(0, REACH);
  return chinese(line, text) ?? bracketed(line, text) ?? dated(line, text);
}

/** An agency in brackets or between slashes, a dash behind: "PARIS (AP) — ", "BEIJING, July 5 (Xinhua) -- ", "/PRNewswire/ --". */
function bracketed(line: InkLine, text: string): Dateline | undefined {
  const match = /^([^()/]{0,70})(?:\(([^()]{2,40})\)|\/([^()/]{2,40})\/)\s{0,2}(?:[-–—:.]|$)/u.exec(text);
  if (match === null) return undefined;
  const [, place = '', inside = match[3] ?? ''] = match;
  const name = agencyNamed(inside) ?? outletNamed(inside);
  if (!isPlaces(place, true) || (name === undefined && !isWire(inside))) return undefined;
  const start = line.start + place.length + 1;
  return {
    agency: name === undefined ? undefined : { name, start, end: start + inside.length },
    day: dayIn(line, place),
  };
}

/** A place and a whole day, a dash behind. */
function dated(line: InkLine, text: string): Dateline | undefined {
  const found = datesIn(text)[0];
  if (found === undefined || typeof found.date !== 'object') return undefined;
  if (found.date.year === undefined || found.date.day === undefined) return undefined;
  if (!/^\.?\s{0,2}(?:[-–—:]|\/\w)/u.test(text.slice(found.end)) || !isPlaces(text.slice(0, found.start), false))
    return undefined;
  return { agency: undefined, day: dayIn(line, text.slice(0, found.end)) };
}

function chinese(line: InkLine, text: string): Dateline | undefined {
  const match = /^(?:[（(])?(新华社|中新社|中新网)[^\s，。]{0,12}?(?:(\d{1,2})月)?(\d{1,2})日(?:电|讯)/u.exec(text);
  if (match === null) return undefined;
  const [all, agency = '', month, day] = match;
  const start = line.start + all.indexOf(agency);
  return {
    agency: { name: agency, start, end: start + agency.length },
    day:
      month === undefined
        ? undefined
        : { start: line.start, end: line.start + all.length, date: { month: Number(month), day: Number(day) } },
  };
}

function dayIn(line: InkLine, text: string): Dateline['day'] {
  const found = datesIn(text).find(({ date }) => typeof date === 'object' && date.day !== undefined);
  const date = found?.date;
  if (found === undefined || typeof date !== 'object' || !exists(date)) return undefined;
  return { start: line.start + found.start, end: line.start + found.end, date };
}

/** Whether names of places stand there, and days if any: every word has a capital, or there is none. */
function isPlaces(text: string, orNothing: boolean): boolean {
  const words = text.split(/[\s,.;–—-]+/u).filter((word) => word !== '');
  if (words.length === 0) return orNothing;
  return words.length <= 9 && words.every((word) => /^[\p{Lu}\p{Lo}\d']|^(?:de|of|the|am|la|le|du|al)$/u.test(word));
}
