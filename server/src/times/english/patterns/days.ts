import type { Rule } from '../../language.ts';
import { closesThought } from '../guards/around.ts';
import { isClock, isDatedHour, isDaytime, isPastHour, isShortClock } from '../guards/clocks.ts';
import { isBareWeekday, isDayOfMonth, isGlued, isInList, isMonthAndDay, isSlashDay } from '../guards/days.ts';
import { isWholeUnit } from '../guards/lengths.ts';

/** Days of the calendar, relative days, times and parts of the day. */
export const DAYS: readonly Rule[] = [
  // Days of the calendar.
  {
    kind: 'instant',
    patterns: `
      [<anyWeekday> [,] [the]] <named>
      {day} [-|/] {month} [-|/] {year}
      {month} [-|/] {day} [-|/|,] {year}
      {year} [-|/|,] {month} [-|/] {day}
      {year} / {day} / {month}
      {month} / {day}
      {month} , {ordinal}`,
    absolute: true,
    when: isMonthAndDay,
  },
  {
    kind: 'instant',
    patterns: `
      {bound} [<anyWeekday> [,] [the]] <named>
      [<anyWeekday> [,] [the]] <named> {orBound}
      <anyWeekday> {open} <named> {close}
      {rel} <named>
      {rel} {weekday} [-|{open}] <named> [{close}]
      [{rel}] <anyWeekday> [-|{open}] {month} - {day} [{close}]`,
    when: isMonthAndDay,
  },
  {
    kind: 'instant',
    patterns: '{month} {day} of (that|the same) year\n{day} {month} of (that|the same) year',
    fields: { unit: 'Y', by: 0, basis: 'reference' },
  },
  // Times of day, with their day or without.
  {
    kind: 'instant',
    patterns: `
      [{approx}] <time> [{orBound}] [,|-] [on] [the] <day>
      {shortWeekday} [,|-] [at|around|about|@] [{approx}] <time>
      [<anyWeekday> [,]] {month} {day} {clock} [{zone}] {year}
      <day> [,|-] [at|around|about|by|@] [{approx}] <time>
      <day> [{early}] {partOfDay} [at|,] <time>
      [{approx}] <time> [on] <day> {partOfDay}
      [{approx}|{bound}] <time> [{orBound}]
      [{approx}] <time> [on] (this|that|the same) {partOfDay}
      {early} {partOfDay} at <time>`,
    when: isClock,
  },
  {
    kind: 'instant',
    patterns: '[{approx}] <time> [on] (the {toReference}|that|the same) day',
    fields: { unit: 'D', by: 0, basis: 'reference' },
    when: isClock,
  },
  {
    kind: 'instant',
    patterns: '[{approx}] <minutes> [,] tonight\ntonight [,] [at|around] <time>',
    fields: { dayBy: 0, part: 'NI' },
    when: isClock,
  },
  {
    kind: 'instant',
    patterns: `
      [<day> [,|-] [at|around|about]] [{approx}] half past <pastHour>
      half past <pastHour> [on] <day>`,
    fields: { minute: 30 },
  },
  {
    kind: 'instant',
    patterns:
      '[<day> [,] [at|around|about]] [{approx}] [a] quarter past <pastHour>\n[a] quarter past <pastHour> [on] <day>',
    fields: { minute: 15 },
  },
  {
    kind: 'instant',
    patterns:
      '[<day> [,] [at|around|about]] [{approx}] [a] quarter to <pastHour>\n[a] quarter to <pastHour> [on] <day>',
    fields: { minute: -15 },
  },
  {
    kind: 'instant',
    patterns:
      '[<day> [,] [at|around|about]] {minuteNumber} [minutes|min|mins] past <pastHour>\n{minuteNumber} [minutes|min|mins] past <pastHour> [on] <day>',
    when: isPastHour,
  },
  // As it is written in chats: “Friday at 5”, “today at 9a”, “tomorrow pm”, “mar3”, “on 11/20”.
  {
    kind: 'instant',
    patterns: `
      <day> [,] (at|around|about|@) [{approx}] {hour}
      {shortWeekday} [,] (at|around|about|@) [{approx}] {hour}
      the {partOfDay} [at|around] ({clock}|{hour} [o'clock|oclock])
      {dayRef} {partOfDay} (at|around) {hour}`,
    when: isDatedHour,
  },
  // “Just before 9 this morning”, “at 10 last night”
  {
    kind: 'instant',
    patterns: '(at|by|before|after|until|till|since|around|about) «{hour} this {partOfDay}»',
    fields: { unit: 'D', by: 0 },
    when: (m) => (m.fields.hour ?? 25) <= 12,
  },
  {
    kind: 'instant',
    patterns:
      '(at|by|before|after|until|till|since|around|about) «{hour} last (night|evening)»\n[{approx}] <time> last (night|evening)',
    fields: { dayBy: -1, part: 'NI' },
    when: (m) => m.fields.clock !== undefined || (m.fields.hour ?? 1) <= 12,
  },
  {
    kind: 'instant',
    patterns: '(tonight|tonite) (at|around|about) [{approx}] {hour}',
    fields: { dayBy: 0, part: 'NI' },
    when: isDatedHour,
  },
  {
    kind: 'instant',
    patterns: 'last (night|evening) [,] (at|around|about) [{approx}] ({hour}|<time>)',
    fields: { dayBy: -1, part: 'NI' },
    when: isDatedHour,
  },
  {
    kind: 'instant',
    patterns:
      '<minutes> {shortMeridiem} [<inZone>]\n<day> [,] [at|around|about|@] <minutes> {shortMeridiem} [<inZone>]\n<minutes> {shortMeridiem} [<inZone>] [on] <day>',
    when: isShortClock,
  },
  {
    kind: 'instant',
    patterns: '{hour} ish',
    fields: { mod: 'APPROX' },
    when: (m) => (m.fields.hour ?? 0) >= 1 && /^\d{1,2}ish$/i.test(m.written) && (m.fields.hour ?? 25) <= 12,
  },
  { kind: 'instant', patterns: '({dayRef}|{weekday}) {dayHalf}', when: closesThought },
  { kind: 'instant', patterns: '{smallMonth} {day} [{partOfDay}]', when: isGlued },
  {
    kind: 'instant',
    patterns: `
      [{rel}] [<anyWeekday> [,|the]] {dayMonth}
      [<anyWeekday> [,|the]] {dayMonth} [,|-|at|@] [at] <time>
      <time> [,] [on] [<anyWeekday> [,|the]] {dayMonth}`,
    when: isSlashDay,
  },
  { kind: 'instant', patterns: '{shortWeekday}', when: isInList },
  // Parts of the day.
  {
    kind: 'instant',
    patterns: `
      [the] [{early} [in] [the]] {partOfDay} [hours] of <day>
      {weekday} {partOfDay}
      {weekday} {partOfDay} {zone}
      [{early} [on]] {weekday} [{early}] {partOfDay}
      <day> {partOfDay}
      <day> in the [{early}] {partOfDay}
      ({early}|{earlier}) in the day [,] [on] <day>
      ({early}|{earlier}) [on] <day>
      {dayRef} {partOfDay}
      [{early}] {dayRef} [{partOfDay}]
      {earlier} [in] {dayRef}
      {bound} <day>
      {early} [on] {dayRef}
      {date} {partOfDay}
      {month} {day} {partOfDay}`,
    when: isMonthAndDay,
  },
  { kind: 'instant', patterns: '[{early}|{earlier}] this [{early}] {partOfDay}', fields: { unit: 'D', by: 0 } },
  { kind: 'instant', patterns: 'tonight\n{early} tonight\ntonite', fields: { dayBy: 0, part: 'NI' } },
  { kind: 'instant', patterns: '[{early}] last (night|evening)', fields: { dayBy: -1, part: 'NI' } },
  {
    kind: 'instant',
    patterns: 'overnight [on] ({weekday}|<named>)',
    fields: { part: 'NI' },
  },
  {
    kind: 'instant',
    patterns: 'overnight',
    fields: { unit: 'D', by: 0, part: 'NI' },
    when: (m) => !m.isCapitalBefore(1) || m.written.startsWith('o'),
  },
  {
    kind: 'instant',
    patterns: '[{early}] [the] {toReference} [{early}] {partOfDay}\n[{early}] that [{early}] {partOfDay}',
    fields: { unit: 'D', by: 0, basis: 'reference' },
  },
  {
    kind: 'instant',
    patterns: '[the] {toReference} {partOfDay} [,] [at|around|about] <time>',
    fields: { unit: 'D', by: 0, basis: 'reference' },
    when: isClock,
  },
  {
    kind: 'instant',
    patterns: '(the|that) {partOfDay} before',
    fields: { dayBy: -1, basis: 'reference' },
    when: closesThought,
  },
  {
    kind: 'instant',
    patterns:
      'in «the [{early}] {partOfDay}»\nin «{early} {partOfDay}»\n{early} in the {partOfDay}\n{earlier} in the {partOfDay}\n[the] {early} {partOfDay}\n(during|in|through|throughout|by|into|until|till|for) «the {partOfDay}»\none {partOfDay}',
    fields: { unit: 'D', by: 0, basis: 'reference' },
    when: isDaytime,
  },
  {
    kind: 'instant',
    patterns: '[the] [very] (early|small|wee) [morning] hours (of|on) <day> [morning]',
    fields: { part: 'MO' },
    when: isMonthAndDay,
  },
  {
    kind: 'instant',
    patterns: '[the] [very] (early|small|wee) hours of the morning',
    fields: { unit: 'D', by: 0, basis: 'reference', part: 'MO' },
  },
  { kind: 'instant', patterns: '{early} {partOfDay} [on] {weekday}' },
  { kind: 'set', patterns: '(at|by) «night»', fields: { part: 'NI' }, when: isDaytime },
  {
    kind: 'instant',
    patterns: '[the] mid - {partOfDay}',
    fields: { unit: 'D', by: 0, basis: 'reference', mod: 'MID' },
    when: closesThought,
  },
  { kind: 'instant', patterns: '<day> mid - {partOfDay}\nmid - {partOfDay} [on|,] <day>', fields: { mod: 'MID' } },
  // Relative days.
  { kind: 'instant', patterns: '{farDay}' },
  { kind: 'instant', patterns: 'the night before last', fields: { dayBy: -2, part: 'NI' } },
  // “A week ago Friday” is a week before the last one.
  {
    kind: 'shifted',
    patterns: '({count}|{two}|{article}|one) ({unit}|{units}) ago {weekday} [{partOfDay}]',
    fields: { anchor: -1 },
  },
  {
    kind: 'instant',
    patterns: '({article}|one) week ago (last|this|on) {weekday} [{partOfDay}]',
    fields: { unit: 'W', count: 1, sign: -1 },
  },
  {
    kind: 'instant',
    patterns: '<relativeDay> [{partOfDay}]\n{pastRel} {weekday} [{partOfDay}]',
    when: (m) => m.fields.weekday !== undefined && (m.fields.by !== undefined || m.fields.basis !== undefined),
  },
  {
    kind: 'instant',
    patterns: '<anyWeekday> (of|,) the {toReference} week',
    fields: { unit: 'W', basis: 'reference' },
  },
  {
    kind: 'instant',
    patterns:
      '[the] {ordinal} day of (the|{rel}) month\nthe {ordinal} day of {rel} {calendarUnit}\n{ordinal} day of {rel} {calendarUnit}\n[the] {ordinal} [of] this month',
    fields: { unit: 'M', by: 0 },
    when: (m) => m.fields.unit === 'M',
  },
  {
    kind: 'instant',
    patterns: 'the {ordinal} of (that|the same|the {toReference}) month',
    fields: { unit: 'M', by: 0, basis: 'reference' },
  },
  { kind: 'instant', patterns: 'the {ordinal} of {rel} month', fields: { unit: 'M' } },
  { kind: 'instant', patterns: '[{early} [on]] {rel} {weekday} [{partOfDay}]' },
  { kind: 'instant', patterns: 'the {toReference} {weekday}\n{backRel} {weekday}', fields: { basis: 'reference' } },
  {
    kind: 'instant',
    patterns:
      '<anyWeekday> [of|,] [{early}] {rel} week\n{rel} week [on|,|-] <anyWeekday>\n{bareRel} week [on|,|-] <anyWeekday>\n<anyWeekday> {partOfDay} [of|,] {rel} week',
    fields: { unit: 'W' },
  },
  {
    kind: 'instant',
    patterns: `
      [the] ({nthWeek}|{ordinal}) {weekday} [{partOfDay}] (of|in) {month} [<inYear>]
      [the] ({nthWeek}|{ordinal}) {weekday} [{partOfDay}] (of|in) {rel} {calendarUnit}
    `,
    fields: { nthWeek: 0 },
    when: (m) => (m.fields.unit ?? 'M') === 'M' && (m.fields.nthWeek === -1 || (m.fields.ordinal ?? 9) <= 5),
  },
  {
    kind: 'instant',
    patterns: '[the] ({nthWeek}|{ordinal}) {weekday} [{partOfDay}] (of|in) (the|that|the same) month',
    fields: { nthWeek: 0, unit: 'M', by: 0, basis: 'reference' },
    when: (m) => m.fields.nthWeek === -1 || (m.fields.ordinal ?? 9) <= 5,
  },
  { kind: 'instant', patterns: '(eod|end of day|cob|close of business) [,] [on] <day>', fields: { mod: 'END' } },
  {
    kind: 'instant',
    patterns: '[the] {edge} of [the] {weekday}\n[the] {edge} of ({dayRef}|{rel} {weekday})',
    when: (m) => m.after(1) !== "'s",
  },
  // “On Nov. 21, a Sunday”: it tells of the day before it.
  {
    kind: 'instant',
    patterns: ', a «{weekday}»',
    fields: { by: 0, basis: 'reference' },
    when: (m) =>
      (m.isBefore(3, 'day') || m.isBefore(3, 'year') || m.isBefore(3, 'month')) && /^[.,;)]?$/.test(m.after(1)),
  },
  {
    kind: 'instant',
    // “The vote is Tuesday”, not “it is Tuesday”.
    patterns: '(is|are) «{weekday} [{partOfDay}]»',
    fields: { by: 1 },
    when: (m) => !/^(?:it|today|tomorrow|yesterday|that|this|which)$/.test(m.before(2)) && closesThought(m),
  },
  { kind: 'instant', patterns: '[{early} [on]] {weekday}\n<anyWeekday> [,] [the] {day}', when: isBareWeekday },
  {
    kind: 'instant',
    patterns: '(on|by|until|till|since|from|around|for|after|before) «the {ordinal}»',
    when: isDayOfMonth,
  },
  {
    kind: 'instant',
    patterns: '{ordinal}',
    // “On 5th and Main” is a corner of two streets.
    when: (m) => m.before(1) === 'on' && isDayOfMonth(m) && /^[^\p{L}]*$/u.test(m.after(1)),
  },
  {
    kind: 'instant',
    patterns: '[{earlier}|{early}] (that|the) [very] {toReference} day\n[{early}|{earlier}] that [very|same] day',
    fields: { unit: 'D', by: 0, basis: 'reference' },
    when: isWholeUnit,
  },
  {
    kind: 'instant',
    patterns: 'the day (before|earlier)\nthe previous day',
    fields: { dayBy: -1, basis: 'reference' },
    when: closesThought,
  },
  {
    kind: 'instant',
    patterns: 'the day (after|following|later)',
    fields: { dayBy: 1, basis: 'reference' },
    when: closesThought,
  },
  {
    kind: 'instant',
    patterns: '{earlier} in the day\n{early} in the day\n[the] {edge} of the day',
    fields: { unit: 'D', by: 0, basis: 'reference' },
  },
];
