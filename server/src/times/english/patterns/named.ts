import type { Rule } from '../../language.ts';
import { closesThought, isNoun, isTimeOfPast } from '../guards/around.ts';
import { isHoliday } from '../guards/days.ts';

/** The present, the past, the future, and holidays. */
export const NAMED: readonly Rule[] = [
  // The present, the past, the future.
  {
    kind: 'reference',
    patterns: '{present}',
    when: (m) => m.after(1) !== 'famous' && !(m.written.toLowerCase() === 'the present' && isNoun(m)),
  },
  {
    kind: 'reference',
    patterns: 'the minute',
    fields: { reference: 'PRESENT_REF' },
    when: (m) => m.before(1) === 'at' && !/^(?:of|when|that|they|he|she)$/.test(m.after(1)),
  },
  {
    kind: 'reference',
    patterns: 'date',
    fields: { reference: 'PRESENT_REF' },
    when: (m) => /^(?:to|till)$/.test(m.before(1)) && m.before(2) !== 'up' && closesThought(m),
  },
  {
    kind: 'reference',
    patterns: '[the] {currentWord}',
    when: (m) => !/^the/i.test(m.written) && !(/^[A-Z]/.test(m.written) && m.isCapitalAfter(1)),
  },
  {
    kind: 'reference',
    patterns: '{pastRef}\n[the] {recentWord}',
    when: (m) => !/^the recent$/i.test(m.written) && !(m.before(1) === 'as' && m.after(1) === 'as'),
  },
  {
    kind: 'reference',
    patterns: 'at «(the|that|one) time»',
    fields: { reference: 'PAST_REF' },
    when: isTimeOfPast,
  },
  { kind: 'reference', patterns: '{futureRef}' },
  { kind: 'reference', patterns: '{theFuture}\n{thePast}', when: (m) => !/^the past$/i.test(m.written) || !isNoun(m) },
  {
    kind: 'reference',
    patterns: '[{approx}] ({vague}|{two}|{one}) ({units}|{unit}) to come',
    fields: { reference: 'FUTURE_REF' },
  },
  // Holidays.
  {
    kind: 'instant',
    patterns: '[{rel}] {holiday} [[,|of] <year>|of {rel} year]\n{holiday} {partOfDay}\n<year> {holiday}',
    when: isHoliday,
  },
  { kind: 'instant', patterns: '[the] {bareRel} {holiday}', when: isHoliday },
  {
    kind: 'instant',
    patterns:
      '[{rel}] {holiday} [<inYear>] weekend [<inYear>]\n[the] weekend of {holiday} [<inYear>]\n<year> {holiday} weekend',
    fields: { weekend: 1 },
    when: isHoliday,
  },
];
