import type { Rule } from '../../language.ts';
import { isRate, isShortUnit, isSpanOfTime } from '../guards/lengths.ts';

/** Durations and sets. */
export const LENGTHS: readonly Rule[] = [
  // Durations.
  { kind: 'duration', patterns: '[{approx}] [a] quarter [-|of a] century', fields: { value: 'P25Y' } },
  { kind: 'duration', patterns: '[{approx}] half an hour\n[{approx}] half [-] hour', fields: { value: 'PT30M' } },
  { kind: 'duration', patterns: '[the] (past|last|next|previous) quarter [-] century', fields: { value: 'P25Y' } },
  { kind: 'duration', patterns: '[the] (past|last|next|previous) half [-] {unit}', fields: { count: 0.5 } },
  {
    kind: 'duration',
    patterns: 'over «the years»',
    fields: { value: 'PXY' },
    when: (m) => !/^(?:of|since|to|from|between|\d.*)$/.test(m.after(1)),
  },
  {
    kind: 'duration',
    patterns: '{bigUnits} [-] old\n(a|an|the) «{bigUnits} - (old|long)»',
    fields: { count: 'X' },
  },
  { kind: 'duration', patterns: '{count} - odd {units}', fields: { mod: 'APPROX' } },
  { kind: 'duration', patterns: '[{approx}] (these|those) [{approx}] ({count}|{two}) ({units}|{unit})' },
  {
    kind: 'duration',
    patterns: '«the {bigUnits}» (before|after|since|leading up to|leading to|that followed|which followed)',
    fields: { count: 'X' },
  },
  { kind: 'duration', patterns: '(a|an|the) «{unit} - (long|old)»', fields: { count: 1 } },
  { kind: 'duration', patterns: '«{bigUnits}» {anchor}', fields: { count: 'X' } },
  {
    kind: 'duration',
    patterns: `
      «[{approx}] ({count}|{two}|{one}|{vague}) [{kind}] ({unit}|{units})» {anchor}`,
    when: isSpanOfTime,
  },
  {
    kind: 'duration',
    patterns: `
      [{approx}] {count} [-] [{kind}] [-] ({unit}|{units}) [[-] long]
      [{approx}] [the] [past|last|next|first|final|coming|previous|following|preceding|other|same] ({count}|{two}|{vague}) [{kind}] ({units}|{unit})
      [{approx}] {one} [{kind}] ({unit}|{units}) [or (so|two)]
      [{approx}] another ({count}|{two}|{vague}) [{kind}] ({unit}|{units})
      [{approx}] (a|an) {unit} old
      [{approx}] [the] (past|last|entire|whole|full) {unit}
      [{approx}] {count} ({units}|{unit}) and {count} ({units}|{unit})
      [the] (past|last|next|first|final|coming|previous|following) {count} ({units}|{unit}) and {count} ({units}|{unit}) [and {count} ({units}|{unit})]
      [{approx}] {count} ({units}|{unit}) , {count} ({units}|{unit})
      [{approx}] {count} [-] ({unit}|{units}) [-] (old|olds|of age)
      [the] {count} (past|last|next|previous|following|preceding|coming|upcoming) {units}
      [a|an|the] single [-] {unit}`,
    when: isSpanOfTime,
  },
  {
    kind: 'duration',
    patterns: '[{approx}] half (a|an) {unit}\nhalf [-] {unit}',
    fields: { count: 0.5 },
    when: (m) => m.fields.unit !== 'TS',
  },
  {
    kind: 'duration',
    patterns:
      '[{approx}] (a|an|one) {unit} [-] and [-] [a] [-] half\n[{approx}] (a|an|one) and a half ({units}|{unit})',
    fields: { count: 1.5 },
  },
  {
    kind: 'duration',
    patterns: '(a|an|one) {unit} and a quarter\n(a|an|one) and a quarter ({units}|{unit})',
    fields: { count: 1.25 },
  },
  {
    kind: 'duration',
    patterns: '{count} [{kind}] (nights|night)',
    fields: { unit: 'D' },
    when: (m) => m.written.toLowerCase().endsWith('s') || m.written.startsWith('1 '),
  },
  { kind: 'duration', patterns: '[the] next hour', fields: { count: 1, unit: 'TH' } },
  {
    kind: 'duration',
    patterns: '{daylongUnit}\n{unit} - long\n(all|whole) {unit}\n{unit} - and - a - half',
    fields: { count: 1 },
  },
  {
    kind: 'duration',
    patterns: '{units} - long\n[the] [past|last|next|coming|following|intervening] {bigUnits}',
    fields: { count: 'X' },
    when: (m) => /long$|past|last|next|coming|following|interv/i.test(m.written),
  },
  {
    kind: 'duration',
    patterns: '[a] fortnight\n[the] (past|last|next|coming|previous|following) fortnight',
    fields: { value: 'P2W' },
  },
  { kind: 'duration', patterns: '{bigUnits}', fields: { count: 'X' }, when: isShortUnit },
  // Sets.
  {
    kind: 'set',
    patterns: `
      {every} ({weekday}|{month}|{season}|{partOfDay})
      {every} ({unit}|{calendarUnit})
      {every} ({count}|{vague}) ({units}|{unit})
      [the] {ordinal} [day] of {every} {unit}
      per {unit}
      {adverb}
      {nightly}`,
    when: (m) =>
      !(m.isCapitalBefore(1) && /^[A-Z]/.test(m.written)) &&
      !(/^[A-Z]/.test(m.written) && m.isCapitalAfter(1) && !m.startsSentence && m.after(1) !== 'i'),
  },
  { kind: 'set', patterns: 'every other {unit}', fields: { quant: 'EVERY', count: 2 } },
  { kind: 'set', patterns: 'every other {weekday} [{partOfDay}]', fields: { quant: 'EVERY OTHER' } },
  {
    kind: 'set',
    patterns: '{weekdays} [{partOfDay}]\n{weekday} {partsOfDay}',
    when: (m) => !m.isCapitalBefore(1),
  },
  { kind: 'set', patterns: '{numberWord} (a|an|per|each|every) {unit}\n{numberWord} {adverb}' },
  { kind: 'set', patterns: '(several|many) times (a|an|per|each|every) {unit}' },
  {
    kind: 'set',
    patterns: `
      [on] {weekdays} [,] [at|from|@] <time>
      {every} (weekday|day|{weekday}|{partOfDay}) [,] [at|from|@] <time>
      <time> [,] {every} (day|{weekday}|{partOfDay})
      <time> [,] (everyday|daily)
      (everyday|daily) [,] [at|from] <time>`,
    fields: { unit: 'D' },
    when: (m) => !m.written.includes('weekday'),
  },
  {
    kind: 'set',
    patterns: '[all|any] weekends\nany weekend',
    fields: { weekend: 1 },
    when: (m) => m.written.includes(' ') || /^(?:on|at|during)$/.test(m.before(1)),
  },
  { kind: 'set', patterns: 'the {partsOfDay}', when: (m) => /^(?:in|during)$/.test(m.before(1)) },
  { kind: 'set', patterns: '({numberWord} (a|per|each|every)|every|each) fortnight', fields: { value: 'P2W' } },
  { kind: 'set', patterns: '{count} times (a|an|per|each|every) {unit}', fields: { freq: 'X' } },
  { kind: 'set', patterns: '(a|an) {unit}', fields: { count: 1 }, when: isRate },
];
