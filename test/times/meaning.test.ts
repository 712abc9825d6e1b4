import { expect, test } from 'vitest';
import { type Meaning, notation } from '../../server/src/times/meaning.ts';

test.each<[string, Meaning]>([
  ['2021-07-05', { kind: 'instant', fields: { year: 2021, month: 7, day: 5 } }],
  ['2021-07', { kind: 'instant', fields: { year: 2021, month: 7 } }],
  ['0079', { kind: 'instant', fields: { year: 79 } }],
  ['XXXX-06-11', { kind: 'instant', fields: { month: 6, day: 11 } }],
  ['weekday=1', { kind: 'instant', fields: { weekday: 1 } }],
  ['year=2021-quarter=3', { kind: 'instant', fields: { year: 2021, quarter: 3 } }],
  ['era=BC-year=44', { kind: 'instant', fields: { era: 'BC', year: 44 } }],
  ['UNDEF-last-XXXX-06', { kind: 'instant', fields: { month: 6 }, select: -1 }],
  ['UNDEF-next-weekday=1', { kind: 'instant', fields: { weekday: 1 }, select: 1 }],
  ['UNDEF-this-season=SU', { kind: 'instant', fields: { season: 'SU' }, select: 0 }],
  ['P3D', { kind: 'duration', value: 'P3D' }],
  ['XXXX-WXX-1', { kind: 'set', value: 'XXXX-WXX-1', quant: 'EVERY' }],
  ['PRESENT_REF', { kind: 'reference', value: 'PRESENT_REF' }],
])('%s', (expected, meaning) => expect(notation(meaning)).toBe(expected));
