import type { Rule } from '../../language.ts';
import { closesThought } from '../guards/around.ts';
import { isBareMonth, isQuarter, isSeason } from '../guards/days.ts';
import { isPeriod, isWholeUnit } from '../guards/lengths.ts';
import { isBareYear, isDecade, isOpenYear, isYearInWords } from '../guards/years.ts';

/** Months, years and all that is made of them: weeks, decades, centuries, seasons, quarters, halves. */
export const PERIODS: readonly Rule[] = [
  // Months and years.
  {
    kind: 'instant',
    patterns: `
      [<mod>|{circa}] {month} [<inYear>]
      [the] {early} {month} [<inYear>]
      {month} [-|/] {year}`,
    absolute: true,
    when: isBareMonth,
  },
  {
    kind: 'instant',
    patterns: '{year} {month}',
    when: (m) => m.fields.month !== 5 && isBareMonth(m) && closesThought(m),
  },
  { kind: 'instant', patterns: '[the] {nthMonth} of [the year] {year}' },
  { kind: 'instant', patterns: '[the] {nthMonth} of {rel} year', fields: { unit: 'Y' } },
  { kind: 'instant', patterns: '[{day}] {month} of {yearDigits}', when: closesThought },
  { kind: 'instant', patterns: '{smallMonth}', when: (m) => m.before(1) === 'in' && /^[.,;?!)]?$/.test(m.after(1)) },
  { kind: 'instant', patterns: '[<mod>] {rel} {month}', when: isPeriod },
  {
    kind: 'instant',
    patterns:
      '[<mod>] {month} [of|,] {rel} year\n{month} {day} [of|,] {rel} year\n[the] {day} [of] {month} [of|,] {rel} year',
    fields: { unit: 'Y' },
  },
  {
    kind: 'instant',
    patterns: '[<mod>] {month} [of] (that|the same) year',
    fields: { unit: 'Y', by: 0, basis: 'reference' },
  },
  { kind: 'instant', patterns: '[<mod>] {month} of the {toReference} year', fields: { unit: 'Y', basis: 'reference' } },
  {
    kind: 'instant',
    patterns: 'that {month}',
    fields: { by: 0, basis: 'reference' },
    when: (m) => m.startsSentence || !m.isCapitalAfter(1),
  },
  {
    kind: 'instant',
    patterns: 'the {toReference} {month}\n[the] {month} (before|after)',
    fields: { basis: 'reference' },
    when: (m) => m.written.toLowerCase().startsWith('the ') && (m.fields.by ?? 0) !== 0,
  },
  {
    kind: 'instant',
    patterns: '[<mod>|{circa}] <year>\n[<mod>] the year <year>\n[the] year <year>',
    absolute: true,
    when: isBareYear,
  },
  {
    kind: 'instant',
    patterns:
      '[the] [{early}] [the] [fiscal|financial] [year] <year>\n[the] {year} (fiscal|financial) year\nfull - year {year}\n({fiscal}|fiscal year) {year} (-|–|/) {count}\nFY {shortYear}\nFY {year}\n({fiscal}|{calendarYear}) {yearDigits}\n{calendarYear} {year}',
    when: (m) => /fiscal|financial|[fc]y|full/i.test(m.written),
  },
  { kind: 'instant', patterns: '[the] calendar year <year>\nyear (greater|later|earlier|less) than {year}' },
  { kind: 'instant', patterns: '[year] {year} {orBound}', when: isOpenYear },
  {
    kind: 'instant',
    patterns: '{yearWords}',
    when: isYearInWords,
  },
  {
    kind: 'instant',
    patterns: '[{early}|{earlier}|mid [-]] [in] [the] [{edge} of] {rel} fiscal year',
    fields: { unit: 'Y', by: 0 },
  },
  // Weeks.
  {
    kind: 'instant',
    patterns: `
      [the] ({nthWeek}|{ordinal}) week (of|in) [{early}] {month} [<inYear>]
      [the] ({nthWeek}|{ordinal}) week (of|in) [the] [year] <year>
      [the] ({nthWeek}|{ordinal}) week (of|in) {rel} {calendarUnit}`,
    fields: { nthWeek: 0 },
  },
  {
    kind: 'instant',
    patterns:
      '[the] week (of|commencing|beginning|starting|ending) [on] [<anyWeekday> [,]] <named>\nw / c [<anyWeekday> [,]] <named>\n[the] week of the {ordinal}',
    fields: { weekOf: 1 },
  },
  {
    kind: 'instant',
    patterns: 'week {week} [of <year>]\nweek {week} of {rel} {calendarUnit}',
    when: (m) => m.fields.by === undefined || m.fields.unit === 'Y',
  },
  // Decades and centuries.
  {
    kind: 'instant',
    patterns: `
      [the] [{early} [-]|mid -] {decade} [{era}]
      [<mod>] [the] {decade} [{era}]
      [the] [{early} [-]] {nineties}
      [<mod>] the {nineties}`,
    absolute: true,
    when: isDecade,
  },
  {
    kind: 'instant',
    patterns:
      '[the] [{early} [-]|mid -] {ordinal} [-] century [{era}]\n[<mod>] [the] {ordinal} [-] century [{era}]\n[the] turn of the {ordinal} century',
    fields: { century: 0 },
  },
  // Seasons.
  {
    kind: 'instant',
    patterns:
      '[the] [<mod>] [the] {season} [of|,] <year>\n[the] [<mod>] [the] {season} of {year} (-|–|/) {count}\n<year> {season}',
    absolute: true,
    when: isSeason,
  },
  { kind: 'instant', patterns: '[<mod>|{earlier}] {rel} {season}', when: isSeason },
  { kind: 'instant', patterns: '[<mod>] that {season}', fields: { by: 0, basis: 'reference' }, when: isSeason },
  { kind: 'instant', patterns: '[<mod>] the {toReference} {season}', fields: { basis: 'reference' }, when: isSeason },
  { kind: 'instant', patterns: '[the] [<mod>] [the] {season} [of] {rel} year', fields: { unit: 'Y' }, when: isSeason },
  {
    kind: 'instant',
    patterns: '[the] [<mod>] [the] {season} of (that|the same|the {toReference}) year',
    fields: { unit: 'Y', by: 0, basis: 'reference' },
    when: isSeason,
  },
  { kind: 'instant', patterns: '[the] [<mod>] [the] {season}', when: isSeason },
  // Quarters and halves.
  {
    kind: 'instant',
    patterns: `
      [the] [{fiscal}] ({quarterOrdinal}|{ordinal}) [-] [{fiscal}] quarter [[of|in|,] [{fiscal}] [year] <year>]
      [the] [{fiscal}] {quarterOrdinal} quarter of the year
      [the] {ordinal} quarter of the year
      [the] <year> {ordinal} quarter
      <year> 's ({quarterOrdinal}|{ordinal}) quarter`,
    fields: { quarter: 0 },
    when: (m) => !m.isAfter(1, 'counted') && isQuarter(m),
  },
  {
    kind: 'instant',
    patterns: `
      {quarterShort} [[of|-|in|,] [{fiscal}] <year>]
      {quarterShort} [of|-|in|,] {fiscal} {yearDigits}
      <year> [-] {quarterShort}
      [the] {half} of [{fiscal}] [year] <year>
      [the] {half} of the year
      [the] <year> {half}
      the [fiscal|financial] {half}
      {halfShort} [of|-|in|,] <year>
      <year> [-] {halfShort}`,
    when: (m) => !/^the .*half$/i.test(m.written) || m.after(1) !== 'of',
  },
  {
    kind: 'instant',
    patterns: `
      [the] ({quarterOrdinal}|{ordinal}) quarter [of] {rel} year
      {rel} year 's ({quarterOrdinal}|{ordinal}) quarter`,
    fields: { unit: 'Y', quarter: 0 },
  },
  { kind: 'instant', patterns: "[the] {half} of {rel} year\n{rel} year 's {half}", fields: { unit: 'Y' } },
  {
    kind: 'instant',
    patterns: 'the (latest|most recent) quarter',
    fields: { unit: 'Q', by: -1 },
    when: isWholeUnit,
  },
  { kind: 'instant', patterns: 'the (latest|most recent) {weekUnit}', fields: { by: -1 }, when: isWholeUnit },
  {
    kind: 'instant',
    patterns: 'the quarter',
    fields: { unit: 'Q', by: 0, basis: 'reference' },
    when: isWholeUnit,
  },
  {
    kind: 'instant',
    patterns: '[the] year [-] (earlier|ago) quarter',
    fields: { unit: 'Q', count: 4, sign: -1, basis: 'reference' },
  },
  {
    kind: 'instant',
    patterns: '[the] year [-] (earlier|ago) period',
    fields: { unit: 'Y', count: 1, sign: -1, basis: 'reference' },
  },
  {
    kind: 'instant',
    patterns: '[the] year [-] (earlier|ago) month',
    fields: { unit: 'Y', count: 1, sign: -1 },
  },
  {
    kind: 'instant',
    patterns: 'year - (earlier|ago)',
    fields: { unit: 'Y', count: 1, sign: -1, basis: 'reference' },
  },
  {
    kind: 'instant',
    patterns: '[the] year [-] (earlier|ago) {ordinal} quarter',
    fields: { unit: 'Y', count: 1, sign: -1, quarter: 0 },
  },
  {
    kind: 'instant',
    patterns: 'the last quarter',
    fields: { unit: 'Q', by: -1 },
    when: (m) => !/^(?:over|during|within)$/.test(m.before(1)) && isWholeUnit(m),
  },
  {
    kind: 'instant',
    patterns:
      'the (same|comparable|corresponding|like) (period|quarter|month|week) [of] (a|one) year (earlier|ago|before)\nthe (same|comparable|corresponding|like) (period|quarter|month) (of|in|from) the previous year\nthe (same|comparable|corresponding|like) (period|quarter|month) [of] last year',
    fields: { unit: 'Y', count: 1, sign: -1, basis: 'reference' },
  },
  {
    kind: 'instant',
    patterns:
      '[the|a|an|its|their|his|her] {ordinal} (straight|consecutive|successive) ({calendarUnit}|{dayUnit})\n«[the|a|an|its|their|his|her] {ordinal} ({calendarUnit}|{dayUnit})» in a row',
    // The ordinal is none of a day.
    fields: { by: 0, century: 0 },
  },
  {
    kind: 'instant',
    patterns: '(into|entered|enters|entering) «(its|their|a) {ordinal} ({calendarUnit}|{dayUnit})»',
    fields: { by: 0, century: 0 },
    when: (m) => m.fields.unit !== 'CE' && m.fields.unit !== 'DE',
  },
  // “For a second day”, not “for a second year of college”.
  {
    kind: 'instant',
    patterns: 'for «a {ordinal} ({calendarUnit}|{dayUnit})»',
    fields: { by: 0, century: 0 },
    when: (m) => m.fields.unit !== 'CE' && m.fields.unit !== 'DE' && m.after(1) !== 'of' && m.after(1) !== 'term',
  },
  {
    kind: 'instant',
    patterns: '[the|a] {ordinal} (straight|consecutive|successive) night',
    fields: { unit: 'D', by: 0, part: 'NI', century: 0 },
  },
];
