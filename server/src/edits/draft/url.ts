import { exists, isoDate } from '../../times/calendar.ts';
import type { Candidate } from './candidate.ts';
import type { InkLine } from './lines.ts';
import { outletOfHost } from './outlets.ts';

const ALONE = /^<?((?:https?:\/\/|www\.)[^\s<>"]{4,2000}?)>?$/i;
/** Words in front of the address of the very text that was copied. */
const LABELLED =
  /^(?:source|via|original(?:ly)? published(?: at| on| by)?|(?:this (?:article|story|piece) (?:was )?)?(?:first|originally) (?:published|appeared) (?:at|on|in)|view (?:the )?original(?: content)?|available (?:at|from|online)|(?:retrieved|accessed|downloaded)\b[^\r\n]{0,40}?\bfrom|article|full (?:story|text)|permalink)\b[^\r\n]{0,80}?[\s:(<]((?:https?:\/\/|www\.)[^\s<>"]{4,2000})$/i;

/** The address of the text, with the outlet and the day that it tells. */
export function fromUrls(head: readonly InkLine[], tail: readonly InkLine[]): Candidate[] {
  const above = head.flatMap(addressOf);
  const below = tail.filter(({ start }) => !above.some(({ from }) => from?.start === start)).flatMap(addressOf);
  const url = pick(above, 0.95) ?? pick(below, 0.85);
  if (url === undefined) return [];
  return [url, ...toldBy(url.value, url.from, url.sure)];
}

/** What an address tells of its page. */
export function toldBy(url: string, from: Candidate['from'], sure: number): Candidate[] {
  const inner = /^https?:\/\/web\.archive\.org\/web\/\d{4,14}[a-z_]{0,4}\/(.+)$/i.exec(url)?.[1] ?? url;
  const parts = /^(?:https?:\/\/)?(?:[^\s/@]{0,100}@)?([^\s/:?#]{1,253})(?::\d{1,5})?([^?#]{0,2000})/i.exec(inner);
  if (parts === null) return [];
  const [, host = '', path = ''] = parts;
  const told: Candidate[] = [];
  const outlet = outletOfHost(host);
  if (outlet) {
    // Nobody puts the name of a host into print, but it is what a reader knows the source by.
    const value = outlet.name;
    told.push({ key: 'source', value, from, sure: Math.min(sure, outlet.known ? 0.95 : 0.8) });
  }
  const day = dayIn(path);
  if (day) told.push({ key: 'published', value: day, from, sure: Math.min(sure, day.length === 10 ? 0.85 : 0.5) });
  return told;
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** The day in a path: `/2021/07/05/`, `/2021/jul/05/`, `-2021-07-05`, `/20210705/`; the month alone where no more is said. */
function dayIn(path: string): string | undefined {
  const dated = /(?:^|[/_-])((?:19|20)\d\d)[/_-](\d{1,2}|[a-z]{3})[/_-](\d{1,2})(?![\p{L}\p{N}])/iu.exec(path);
  const compact = /(?:^|[/_-])((?:19|20)\d\d)(\d\d)(\d\d)(?![\p{L}\p{N}])/u.exec(path);
  for (const match of [dated, compact]) {
    if (match === null) continue;
    const [, year, month = '', day] = match;
    const number = /^\d/.test(month) ? Number(month) : MONTHS.indexOf(month.toLowerCase()) + 1;
    const date = { year: Number(year), month: number, day: Number(day) };
    if (date.month > 0 && exists(date)) return isoDate(date);
  }
  const month = /\/((?:19|20)\d\d)\/(\d\d)\//.exec(path);
  if (month === null) return undefined;
  const date = { year: Number(month[1]), month: Number(month[2]) };
  return exists(date) ? isoDate(date) : undefined;
}

function addressOf(line: InkLine): Candidate[] {
  const written = ALONE.exec(line.text)?.[1] ?? LABELLED.exec(line.text)?.[1];
  const value = written?.replace(/[.,;)\]]+$/, (end) => (end === ')' && written.includes('(') ? end : ''));
  // The address of a site is in every page's footer.
  if (value === undefined || !/^(?:https?:\/\/)?[^/?#]+(?:\/[^/?#]|\/?[?#].)/i.test(value)) return [];
  const start = line.start + line.text.indexOf(value);
  return [{ key: 'url', value, from: { start, end: start + value.length }, sure: 1 }];
}

/** The only address; of several the first one is no more than a proposal. */
function pick(found: readonly Candidate[], sure: number): Candidate | undefined {
  const [first] = found;
  if (first === undefined) return undefined;
  return { ...first, sure: found.every(({ value }) => value === first.value) ? sure : 0.6 };
}
