import type { Span } from '../../text/span.ts';
import { type Byline, readByline, readCredits, readNameLine } from './byline.ts';
import type { Candidate } from './candidate.ts';
import { isChrome, isReleaseLine } from './chrome.ts';
import { type Dateline, readDateline } from './dateline.ts';
import { dayOf, isTimeOnly, readStamp, type Stamp } from './dates.ts';
import { fromLabels } from './labels.ts';
import { firstLines, type InkLine, lastLines, wordCount } from './lines.ts';
import { agencyNamed, outletNamed } from './outlets.ts';
import { goesOn, headlineness, isProse, trimHeadline } from './title.ts';
import { fromUrls } from './url.ts';

/** Lines of a page that are looked at, from its top and from its end. */
const HEAD = 48;
const TAIL = 30;
/** Paragraphs behind which nothing of a page's top is expected any more. */
const PARAGRAPHS = 3;

/** What a pasted text says of itself, with how sure that is; several candidates for a field where it says several things. */
export function findFields(
  lines: readonly string[],
  length: number,
  options: { readonly today: string; readonly knownSources: readonly string[] },
): Candidate[] {
  const known = new Map(options.knownSources.map((name) => [name.toLowerCase(), name]));
  const outlet = (name: string) => known.get(name.toLowerCase()) ?? outletNamed(name);
  const marked = firstLines(lines, HEAD).map((line) => mark(line, outlet, options.today));
  const head = topOf(marked);
  const tail = lastLines(lines, length, TAIL);
  const isRelease = marked.some(({ line }) => isReleaseLine(line.text));
  const found: Candidate[] = [
    ...fromUrls(
      head.map(({ line }) => line),
      tail,
    ),
  ];
  const title = findTitle(head, outlet);
  found.push(...title.found);
  head.forEach((each, i) => {
    found.push(...fromLine(head, i, title.index, outlet, options.today).map((one) => withCoauthor(one, head, i)));
    found.push(...fromLabels(each.line));
  });
  for (const line of tail) found.push(...fromTail(line, outlet, isRelease, options.today));
  return resolveReadings(found).map((candidate) => doubtFuture(candidate, options.today));
}

type Kind = 'address' | 'chrome' | 'byline' | 'stamp' | 'outlet' | 'dateline' | 'prose' | 'time' | 'other';

interface Marked {
  readonly line: InkLine;
  readonly kind: Kind;
  readonly byline?: Byline | undefined;
  readonly stamp?: Stamp | undefined;
  readonly dateline?: Dateline | undefined;
}

type Outlet = (name: string) => string | undefined;

function mark(line: InkLine, outlet: Outlet, today: string): Marked {
  const { text } = line;
  if (/^<?(?:https?:\/\/|www\.)\S+$/i.test(text)) return { line, kind: 'address' };
  const dateline = readDateline(line);
  if (dateline && text.length > 60) return { line, kind: 'dateline', dateline };
  const byline = readByline(line);
  if (byline?.names || byline?.rest.some((part) => outlet(part.text) ?? agencyNamed(part.text)))
    return { line, kind: 'byline', byline };
  const stamp = readStamp(text, today);
  if (stamp && isStamp(stamp, outlet)) return { line, kind: 'stamp', stamp };
  if (dateline) return { line, kind: 'dateline', dateline };
  if (isTimeOnly(text)) return { line, kind: 'time' };
  if (outlet(text) ?? agencyNamed(text)) return { line, kind: 'outlet' };
  if (isChrome(text)) return { line, kind: 'chrome' };
  return { line, kind: isProse(text) ? 'prose' : 'other' };
}

/** A stamp says little beside its days: an outlet, a name, the section of the page. */
function isStamp({ rest }: Stamp, outlet: Outlet): boolean {
  const unknown = rest.filter(({ text }) => (outlet(text) ?? agencyNamed(text)) === undefined && !isName(text));
  return unknown.length <= 2 && unknown.reduce((sum, { text }) => sum + wordCount(text), 0) <= 3;
}

function isName(text: string): boolean {
  const line: InkLine = { text, start: 0, end: text.length, apart: true };
  return (readByline(line) ?? readNameLine(line))?.names !== undefined;
}

function topOf(marked: readonly Marked[]): Marked[] {
  const top: Marked[] = [];
  let paragraphs = 0;
  for (const each of marked) {
    top.push(each);
    if ((each.kind === 'prose' || each.kind === 'dateline') && ++paragraphs === PARAGRAPHS) break;
  }
  return top;
}

/** The first line above the text that looks like a headline. */
function findTitle(head: readonly Marked[], outlet: Outlet): { index: number; found: Candidate[] } {
  let best: { index: number; score: number } | undefined;
  let bylines = 0;
  for (const [index, { line, kind }] of head.entries()) {
    if (kind === 'prose' || kind === 'dateline') break;
    if (kind === 'byline') bylines++;
    if (kind !== 'other' || fromLabels(line).length > 0) continue;
    let score = headlineness(line.text);
    if (goesOn(line, head[index + 1]?.line)) score = Math.min(score, 0.4);
    // Under the line with the author stand captions and the like.
    if (bylines > 0) score = Math.min(score, 0.6);
    if (score > (best?.score ?? 0)) best = { index, score };
    if (score >= 0.8) break;
  }
  // Two words are a headline where nothing else can be one and a page's top goes on below.
  if (best && best.score === 0.6 && bylines === 0 && isTop(head[best.index + 1])) best = { ...best, score: 0.8 };
  const line = best === undefined ? undefined : head[best.index]?.line;
  if (best === undefined || line === undefined || best.score < 0.3) return { index: -1, found: [] };
  const { title, site } = trimHeadline(line, (name) => (outlet(name) ?? agencyNamed(name)) !== undefined);
  const found: Candidate[] = [{ key: 'title', value: title.text, from: spanOf(title), sure: site ? 0.9 : best.score }];
  if (site)
    found.push({
      key: 'source',
      value: outlet(site.text) ?? agencyNamed(site.text) ?? site.text,
      from: spanOf(site),
      sure: 0.92,
    });
  return { index: best.index, found };
}

function isTop(next: Marked | undefined): boolean {
  return next !== undefined && ['byline', 'stamp', 'outlet', 'dateline', 'time', 'address'].includes(next.kind);
}

function fromLine(head: readonly Marked[], index: number, title: number, outlet: Outlet, today: string): Candidate[] {
  const { line, kind, byline, stamp, dateline } = head[index] as Marked;
  switch (kind) {
    case 'byline':
      return byline ? fromByline(byline, outlet, index === 0 && head[1]?.kind === 'prose' ? 0.7 : 0.9, today) : [];
    case 'stamp':
      return stamp ? fromStamp(line, stamp, outlet) : [];
    case 'dateline':
      return dateline ? fromDateline(line, dateline, today) : [];
    case 'outlet':
      return fromOutletLine(
        line,
        outlet,
        isTop(head[index - 1]) || isTop(head[index + 1]),
        afterPicture(head[index - 1]),
      );
    case 'other':
      return title === -1 || index <= title
        ? []
        : fromNameLine(
            line,
            isBy(head[index - 1]),
            head.slice(index + 1).find((each) => each.kind !== 'chrome'),
            outlet,
          );
    default:
      return [];
  }
}

function fromByline({ names, rest }: Byline, outlet: Outlet, sure: number, today: string): Candidate[] {
  const found: Candidate[] = [];
  if (names) found.push({ key: 'author', value: names.text, from: spanOf(names), sure });
  for (const part of rest) {
    const name = outlet(part.text) ?? agencyNamed(part.text);
    if (name !== undefined) {
      found.push({ key: 'source', value: name, from: spanOf(part), sure: names ? 0.88 : 0.7 });
      if (!names) found.push({ key: 'author', value: part.text, from: spanOf(part), sure: 0.8 });
      continue;
    }
    for (const day of readStamp(part.text, today)?.dates ?? []) {
      const from = { start: part.start + day.start, end: part.start + day.end };
      found.push({ key: 'published', value: day.value, from, sure: day.whole && day.label !== 'updated' ? 0.88 : 0.4 });
    }
  }
  return found;
}

function fromStamp(line: InkLine, { dates, rest }: Stamp, outlet: Outlet): Candidate[] {
  const found: Candidate[] = [];
  for (const { start, end, value, label, whole } of dates) {
    const from = { start: line.start + start, end: line.start + end };
    const ambiguous = !/^\d{4}-/.test(value);
    if (label === 'retrieved') {
      if (!ambiguous) found.push({ key: 'retrieved', value, from, sure: whole ? 0.9 : 0.5 });
      continue;
    }
    // The day of an update comes after that of the publication.
    const sure = label === 'updated' ? 0.45 : label === 'published' ? 0.95 : 0.9;
    found.push({ key: 'published', value, from, sure: whole ? sure : ambiguous ? 0.4 : Math.min(sure, 0.5) });
  }
  for (const part of rest) {
    const from = { start: line.start + part.start, end: line.start + part.end };
    const name = outlet(part.text) ?? agencyNamed(part.text);
    if (name !== undefined) {
      found.push({ key: 'source', value: name, from, sure: 0.88 });
      continue;
    }
    const inner: InkLine = { text: part.text, ...from, apart: false };
    const byline = readByline(inner);
    const names = (byline ?? readNameLine(inner))?.names;
    if (names) found.push({ key: 'author', value: names.text, from: spanOf(names), sure: byline ? 0.9 : 0.6 });
  }
  return found;
}

function fromDateline(line: InkLine, { agency, day }: Dateline, today: string): Candidate[] {
  const found: Candidate[] = [];
  // A paper that prints an agency's report is its source all the same, so anything else that names one goes before.
  if (agency) found.push({ key: 'source', value: agency.name, from: spanOf(agency), sure: 0.82 });
  if (day) {
    const { value, whole } = dayOf(day.date, today);
    found.push({ key: 'published', value, from: spanOf(day), sure: whole ? 0.85 : 0.5 });
  }
  const reporter = /[（(](?:记者|記者)\s?(\p{Script=Han}{2,4})(?=[)）、，])/u.exec(line.text.slice(0, 60));
  if (reporter) {
    const start = line.start + reporter.index + reporter[0].length - (reporter[1] as string).length;
    found.push({
      key: 'author',
      value: reporter[1] as string,
      from: { start, end: start + (reporter[1] as string).length },
      sure: 0.88,
    });
  }
  return found;
}

/** The name of an outlet on a line of its own; that of an agency stands under pictures, too. */
function fromOutletLine(line: InkLine, outlet: Outlet, among: boolean, picture: boolean): Candidate[] {
  if (picture) return [];
  const name = outlet(line.text);
  const value = name ?? agencyNamed(line.text);
  if (value === undefined) return [];
  return [{ key: 'source', value, from: spanOf(line), sure: name !== undefined ? 0.86 : among ? 0.81 : 0.5 }];
}

function afterPicture(previous: Marked | undefined): boolean {
  return /^(?:image|media|video|photo|picture)(?: source| credit| caption)?[,:]?$/i.test(previous?.line.text ?? '');
}

/** A line with a name and no "By" is a byline by what stands beside it. */
function fromNameLine(line: InkLine, by: boolean, next: Marked | undefined, outlet: Outlet): Candidate[] {
  const read = readNameLine(line);
  if (read?.names === undefined || fromLabels(line).length > 0) return [];
  const found: Candidate[] = [];
  let beside =
    by ||
    next?.kind === 'stamp' ||
    next?.kind === 'outlet' ||
    next?.kind === 'time' ||
    ROLE.test(next?.line.text ?? '');
  for (const part of read.rest) {
    const name = outlet(part.text) ?? agencyNamed(part.text);
    if (name !== undefined) found.push({ key: 'source', value: name, from: spanOf(part), sure: 0.88 });
    if (name !== undefined || ROLE.test(part.text)) beside = true;
  }
  return beside ? [{ key: 'author', value: read.names.text, from: spanOf(read.names), sure: 0.85 }, ...found] : [];
}

/** Pages set names one below the other, with "and" on a line of its own: the first name alone would be half the truth. */
function withCoauthor(found: Candidate, head: readonly Marked[], index: number): Candidate {
  const [joint, other] = [head[index + 1]?.line, head[index + 2]?.line];
  if (found.key !== 'author' || found.from === undefined || !joint || !other || !/^(?:and|&)$/i.test(joint.text))
    return found;
  const names = readNameLine(other)?.names;
  if (names === undefined) return found;
  return {
    ...found,
    value: `${found.value} ${joint.text} ${names.text}`,
    from: { start: found.from.start, end: names.end },
  };
}

/** "By" on a line of its own. */
function isBy(previous: Marked | undefined): boolean {
  return /^by:?$/i.test(previous?.line.text ?? '');
}

const ROLE =
  /^(?:[\p{L}'’&-]+\s){0,4}(?:correspondent|reporter|editor|columnist|analyst|writer|journalist|bureau chief|contributor|presenter)\b.{0,40}$/iu;

function fromTail(line: InkLine, outlet: Outlet, isRelease: boolean, today: string): Candidate[] {
  const { text } = line;
  const found: Candidate[] = [];
  const credits = readCredits(line)?.names;
  if (credits) found.push({ key: 'author', value: credits.text, from: spanOf(credits), sure: 0.86 });
  const named = (match: RegExpExecArray | null, sure: number) => {
    const name = match?.[1]?.trim().replace(/\.$/, '');
    if (!match || name === undefined || name === '') return;
    const start = line.start + match[0].indexOf(name);
    const from = { start, end: start + name.length };
    found.push({ key: 'source', value: outlet(name) ?? name, from, sure });
  };
  // What the wires of press releases write at the end.
  named(/^SOURCE\s+(\S.{1,80})$/.exec(text), 0.9);
  if (isRelease) named(/^About (?:the )?(\p{Lu}\P{Ll}{0,2}.{1,60})$/u.exec(text), 0.8);
  named(
    /^(?:©|\(c\)|copyright)\s{0,2}(?:©\s?)?(?:\d{4}(?:[-–]\d{4})?\s)?(?:by )?([\p{L}][\p{L}\p{M}\p{N} '’&-]{1,50}?)(?:\.|,|\s?\||$| All rights)/iu.exec(
      text,
    ),
    0.6,
  );
  const seen = text.length < 160 ? /\b(?:accessed|retrieved|downloaded|viewed)\b/i.test(text) : false;
  if (seen)
    for (const day of readStamp(text, today)?.dates ?? [])
      if (day.label === 'retrieved' && day.whole)
        found.push({
          key: 'retrieved',
          value: day.value,
          from: { start: line.start + day.start, end: line.start + day.end },
          sure: 0.85,
        });
  return found;
}

/** Which of two readings of 05/07/2021 is meant, the day in the address may tell. */
function resolveReadings(found: readonly Candidate[]): Candidate[] {
  const days = found.filter(
    ({ key, value, sure }) => key === 'published' && sure > 0.8 && /^\d{4}-\d\d-\d\d$/.test(value),
  );
  return found.map((candidate) => {
    const digits = candidate.key === 'published' ? /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(candidate.value) : null;
    if (digits === null) return candidate;
    const [, a = '', b = '', year = ''] = digits.map((part) => part.padStart(2, '0'));
    const readings = [`${year}-${b}-${a}`, `${year}-${a}-${b}`];
    const day = days.find(({ value }) => readings.includes(value));
    return day === undefined ? candidate : { ...candidate, value: day.value, sure: 0.9 };
  });
}

/** What lies ahead is the day of an event, or a slip. */
function doubtFuture(candidate: Candidate, today: string): Candidate {
  const ahead = candidate.key === 'published' && /^\d{4}-/.test(candidate.value) && candidate.value > today;
  return ahead ? { ...candidate, sure: Math.min(candidate.sure, 0.4) } : candidate;
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}
