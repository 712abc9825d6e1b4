import type { Rule } from '../../language.ts';
import { closesThought } from '../guards/around.ts';
import { isReadable } from '../guards/days.ts';
import { isPeriod, isRecord, isWholeUnit } from '../guards/lengths.ts';

/** What is counted from another time: the last, this and the next one, ago, earlier, later. */
export const SHIFTS: readonly Rule[] = [
  // The last, this and the next one.
  {
    kind: 'instant',
    patterns:
      '[<mod>|{earlier}] {rel} {calendarUnit}\n{rel} {calendarUnit}\n[the] {edge} of {rel} {calendarUnit}\n{rel} calendar {calendarUnit}\n({pastRel}|{soonRel}) {calendarUnit}\n[<mod>|{earlier}] {bareRel} {calendarUnit}',
    when: isPeriod,
  },
  {
    kind: 'reference',
    patterns: 'to «this [very] day»',
    fields: { reference: 'PRESENT_REF' },
    when: (m) => !m.before(2).endsWith('ed'),
  },
  { kind: 'instant', patterns: 'this [very|same] day', fields: { unit: 'D', by: 0, basis: 'reference' } },
  {
    kind: 'instant',
    patterns: '[<mod>|{earlier} [in]] the (current|coming|upcoming) {calendarUnit}',
    fields: { by: 0 },
    when: (m) => !m.written.toLowerCase().includes('coming'),
  },
  { kind: 'instant', patterns: 'the (coming|upcoming) {calendarUnit}', fields: { by: 1 } },
  { kind: 'instant', patterns: '[the] {calendarUnit} after next', fields: { by: 2 } },
  { kind: 'instant', patterns: '[the] {calendarUnit} before last', fields: { by: -2 } },
  { kind: 'shifted', patterns: '[the] {weekday} after next', fields: { by: 1, count: 7, unit: 'D', anchor: 1 } },
  {
    kind: 'instant',
    patterns:
      '[<mod>|{earlier} [in]] the {toReference} {calendarUnit}\n[{earlier} [in]|<mod>] that [same] {calendarUnit}',
    fields: { by: 0, basis: 'reference' },
    when: isWholeUnit,
  },
  {
    kind: 'instant',
    patterns:
      '[the] {edge} of [the] {calendarUnit}\n{earlier} in the {calendarUnit}\n{early} in the {calendarUnit}\n[the] (rest|remainder|remaining) of the {calendarUnit}\nthe turn of the {calendarUnit}',
    fields: { count: 0, sign: 1, basis: 'reference' },
  },
  {
    kind: 'instant',
    patterns: '(the|that) {calendarUnit} before\nthe {calendarUnit} (earlier|previous)',
    fields: { by: -1, basis: 'reference' },
    when: closesThought,
  },
  {
    kind: 'instant',
    patterns: '{yearEnd} [of] <year>\nyear [-] end [of] <year>',
  },
  { kind: 'instant', patterns: '(midyear|mid - year)', fields: { unit: 'Y', by: 0, mod: 'MID' } },
  {
    kind: 'instant',
    patterns: '(the|its|their) [current] (fiscal|financial) year\n(for|in) «(the|its) full year»\nfull - year',
    fields: { unit: 'Y', count: 0, sign: 1, basis: 'reference' },
  },
  {
    kind: 'instant',
    patterns: "{yearEnd}\nyear [-] end\nyear 's end\neoy",
    fields: { unit: 'Y', by: 0, mod: 'END' },
  },
  {
    kind: 'instant',
    patterns: "month [-] end\nmonth 's end\neom",
    fields: { unit: 'M', by: 0, mod: 'END', basis: 'reference' },
  },
  { kind: 'instant', patterns: 'eod\nend of day\nclose of business', fields: { unit: 'D', by: 0, mod: 'END' } },
  { kind: 'instant', patterns: 'year [-] to [-] date', fields: { unit: 'Y', by: 0 } },
  {
    kind: 'instant',
    patterns: 'over «the weekend»',
    fields: { unit: 'WE', by: -1 },
    when: (m) => m.tense !== 'future',
  },
  {
    kind: 'instant',
    patterns: 'the weekend\n[{early}|{earlier}] (this|that|the same) weekend',
    fields: { unit: 'WE', by: 0 },
    when: isWholeUnit,
  },
  {
    kind: 'instant',
    patterns: 'the {calendarUnit}',
    fields: { count: 0, sign: 1, basis: 'reference' },
    when: isWholeUnit,
  },
  {
    kind: 'instant',
    patterns: 'the {dayUnit}',
    fields: { by: 0, basis: 'reference' },
    when: isWholeUnit,
  },
  // Ago, earlier, later.
  {
    kind: 'instant',
    patterns: `
      [{approx}] {count} [-] ({unit}|{units}) [{ago}]
      [{approx}] ({count}|{two}|{one}|{vague}) ({unit}|{units}) {ago}
      [{approx}] {count} and a half ({units}|{unit}) {ago}
      [{approx}] ({count}|{two}|{one}|{vague}) ({unit}|{units}) {hence}`,
    when: (m) => m.fields.sign !== undefined,
  },
  {
    kind: 'instant',
    patterns: '[{approx}] (half (a|an)|(a|an) half [-]) {unit} ({ago}|{hence})',
    fields: { count: 0.5 },
  },
  { kind: 'instant', patterns: '(a|one) fortnight ({ago}|{hence})', fields: { count: 2, unit: 'W' } },
  {
    kind: 'instant',
    patterns: '(a|one) fortnight {earlierThan}',
    fields: { count: 2, unit: 'W', basis: 'reference' },
    when: (m) => m.after(1) !== 'than',
  },
  {
    kind: 'instant',
    patterns: `
      [{approx}] ({count}|{two}|{one}|{vague}) ({unit}|{units}) {earlierThan}`,
    fields: { basis: 'reference' },
    // “30 minutes later this week” are 30 minutes, some time this week.
    when: (m) => m.after(1) !== 'than' && !(/^(?:this|next)$/.test(m.after(1)) && m.isAfter(2, 'calendarUnit')),
  },
  {
    kind: 'instant',
    patterns: `
      [{approx}] ({count}|{two}|{one}|{vague}) ({unit}|{units}) {beforeThat}`,
    fields: { basis: 'reference' },
    when: closesThought,
  },
  {
    kind: 'instant',
    patterns: '(in|within) «[{approx}] ({count}|{two}|a|an|one) ({units}|{unit})»',
    fields: { sign: 1 },
    when: (m) =>
      m.before(1) === 'in' &&
      m.tense === 'future' &&
      m.fields.mod === undefined &&
      !m.fields.unit?.startsWith('T') &&
      !isRecord(m),
  },
  { kind: 'instant', patterns: '[{approx}] (a|an) {unit} and a half {ago}', fields: { count: 1.5 } },
  {
    kind: 'instant',
    patterns: '[{approx}] half (a|an) {unit} {earlierThan}',
    fields: { count: 0.5, basis: 'reference' },
    when: (m) => m.after(1) !== 'than',
  },
  {
    kind: 'instant',
    patterns: '[{approx}] (a|an) {unit} and a half {earlierThan}',
    fields: { count: 1.5, basis: 'reference' },
    when: (m) => m.after(1) !== 'than',
  },
  {
    kind: 'instant',
    patterns: '[{approx}] [a|one] fortnight {ago}',
    fields: { unit: 'W', count: 2 },
  },
  {
    kind: 'instant',
    patterns: '[{approx}] [a|one] fortnight {earlierThan}',
    fields: { unit: 'W', count: 2, basis: 'reference' },
    when: (m) => m.after(1) !== 'than',
  },
  { kind: 'instant', patterns: '[{approx}] a quarter [-|of a] century {ago}', fields: { unit: 'Y', count: 25 } },
  {
    kind: 'shifted',
    patterns: '[{approx}] ({count}|{two}|{one}) ({units}|{unit}) ago {dayRef}',
    fields: { anchor: -1 },
  },
  {
    kind: 'instant',
    patterns: "(a|an|one) {unit} 's time\n({count}|{two}) {units} ' time",
    fields: { count: 1, sign: 1 },
    when: (m) => m.before(1) === 'in',
  },
  { kind: 'instant', patterns: "a fortnight 's time", fields: { count: 2, unit: 'W', sign: 1 } },
  // So far from a day that is said as well.
  {
    kind: 'shifted',
    patterns: `
      [{approx}] ({count}|{two}|{one}) ({units}|{unit}) {anchorDay} <day>
      [{approx}] ({count}|{two}|{one}) ({units}|{unit}) {anchorDay} ({farDay}|<relativeDay>|now)`,
    fields: { count: 1 },
    when: isReadable,
  },
  { kind: 'instant', patterns: '{units} {ago}', fields: { count: 'X' } },
  {
    kind: 'instant',
    patterns: '{units} {earlierThan}',
    fields: { count: 'X', basis: 'reference' },
    when: (m) => m.after(1) !== 'than',
  },
  {
    kind: 'instant',
    patterns: '{units} {beforeThat}',
    fields: { count: 'X', basis: 'reference' },
    when: closesThought,
  },
  {
    kind: 'reference',
    patterns: '«the day» {anchor}',
    fields: { reference: 'XXXX-XX-XX' },
    when: (m) => m.before(1) !== 'to',
  },
];
