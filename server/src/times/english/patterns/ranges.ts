import type { Rule } from '../../language.ts';
import { isClockRange } from '../guards/clocks.ts';
import { isRange } from '../guards/years.ts';

/** Two times with a joint between them. */
export const RANGES: readonly Rule[] = [
  {
    kind: 'pair',
    patterns: '[the] [{early}] {ordinal} {joint} [{early}] {ordinal} centuries [{era}]',
    fields: { century: 0 },
  },
  {
    kind: 'pair',
    patterns: `
      [<day> [,] [at]] <minutes> [{meridiem}] {joint} <minutes> {meridiem} [<inZone>]
      <minutes> [{meridiem}] {joint} <minutes> {meridiem} [<inZone>] [,] [on|of] [the] <day> [{partOfDay}]
      {clock} {joint} <minutes> [{meridiem}] [,] [on|of] [the] <day>
      {hour} [{meridiem}] {joint} {clock} [,] [on|of] [the] <day>
      <minutes> {joint} <minutes> in the {partOfDay} [[,] [on] [the] <day>]
      <minutes> {meridiem} {joint} {hour}`,
    when: isClockRange,
  },
  { kind: 'pair', patterns: '[the] {ordinal} {joint} {ordinal} quarters [of] [<year>]', fields: { quarter: 0 } },
  {
    kind: 'pair',
    absolute: true,
    patterns: `
      {month} [the] {day} {joint} [the] {day} [<inYear>]
      [the] {day} {joint} [the] {day} [of] {month} [<inYear>]
      {day} {month} {joint} {day} {month} [<inYear>]
      {month} {day} {joint} {month} {day} [<inYear>]
      {month} {joint} {month} [<inYear>]
      <year> {joint} <fullYear>
      {year} {joint} {number}
      [the] {decade} {joint} [the] {decade}
      {number} {joint} [the] {number} {era}`,
    when: isRange,
  },
];
