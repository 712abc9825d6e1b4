import type { Entity, Grounds, SpansOf } from '../facts/types.ts';
import type { Problem } from '../text/problem.ts';
import { shorten } from '../text/shorten.ts';
import type { Span } from '../text/span.ts';
import { whyImpossible } from '../times/impossible.ts';
import { readDate } from '../times/metadata-date.ts';
import type { FileProblem } from './snapshot.ts';

type Statement = Grounds & { readonly spans: SpansOf<never> };

/** A year, a month or a day, the day with a time or without; years before the year 1 with a minus. */
const ISO = /^(-?\d{4})(?:-(\d{2})(?:-(\d{2})(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?)?)?$/;
const ADVICE = 'Write an ISO date: 1948, 1948-04 or 1948-04-07.';

/** Dates of facts and relations that cannot be, and such as end before they begin. */
export function dateProblems(uri: string, entities: readonly Entity[]): FileProblem[] {
  return entities.flatMap(({ facts, relations }) =>
    [...facts, ...relations].flatMap((statement) => problemsOf(uri, statement)),
  );
}

function problemsOf(uri: string, statement: Statement): FileProblem[] {
  const { from, to, spans } = statement;
  const problems = (['on', 'from', 'to'] as const).flatMap((key): Problem[] => {
    const [value, span] = [statement[key], spans[key]];
    return value === undefined || span === undefined ? [] : [problemOf(value, span) ?? []].flat();
  });
  if (problems.length > 0 || from === undefined || to === undefined) return problems;
  if (spans.from === undefined || spans.to === undefined) return problems;
  const [first, last] = [boundOf(from, { month: 1, day: 1 }), boundOf(to, { month: 12, day: 31 })];
  if (first === undefined || last === undefined || first <= last) return [];
  const message = `This ends with ${shorten(to)}, before it begins, which is ${shorten(from)}. Correct one of the two, or exchange them.`;
  const related = { uri, span: spans.from, message: 'It begins here' };
  return [{ code: 'facts-date', span: spans.to, message, data: { from, to }, related }];
}

function problemOf(value: string, span: Span): Problem | undefined {
  const [, year, month, day] = ISO.exec(value) ?? [];
  if (year !== undefined) {
    const why = whyImpossible({
      year: Number(year),
      month: month === undefined ? undefined : Number(month),
      day: day === undefined ? undefined : Number(day),
    });
    return why === undefined ? undefined : { code: 'facts-date', span, message: why };
  }
  const read = readDate(value);
  if ('value' in read && ISO.test(read.value)) {
    const message = `“${shorten(value, 40)}” is no ISO date, as dates of facts are. Write ${read.value}.`;
    return { code: 'facts-date', span, message, data: { replacement: read.value } };
  }
  if ('problem' in read && read.problem === 'ambiguous-date')
    return { code: 'facts-date', span, message: read.message, ...(read.data === undefined ? {} : { data: read.data }) };
  const message =
    'problem' in read && read.problem === 'impossible-date'
      ? read.message
      : `“${shorten(value, 40)}” is no date that can be read. ${ADVICE}`;
  return { code: 'facts-date', span, message };
}

/** A number that orders days; what the date leaves out is taken from `rest`. */
function boundOf(date: string, rest: { readonly month: number; readonly day: number }): number | undefined {
  const [, year, month, day] = ISO.exec(date) ?? [];
  if (year === undefined) return undefined;
  return Number(year) * 10_000 + Number(month ?? rest.month) * 100 + Number(day ?? rest.day);
}
