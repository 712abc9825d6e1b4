import type { Rule } from '../language.ts';
import {
  closesThought,
  isBareMonth,
  isBareWeekday,
  isBareYear,
  isClock,
  isClockRange,
  isDatedHour,
  isDayOfMonth,
  isDaytime,
  isDecade,
  isGlued,
  isHoliday,
  isInList,
  isMonthAndDay,
  isNoun,
  isOpenYear,
  isPaper,
  isPastHour,
  isPeriod,
  isQuarter,
  isRange,
  isRate,
  isReadable,
  isRecord,
  isSeason,
  isShortClock,
  isShortUnit,
  isSlashDay,
  isSpanOfTime,
  isWholeUnit,
  isYearInWords,
} from './guards.ts';

/** Sub-patterns that several rules use. */
export const PARTS: Readonly<Record<string, string>> = {
  year: '{year} [{era}]|{shortYear}|{number} {era}|{eraFirst} {number}',
  fullYear: '{year} [{era}]|{number} {era}|{eraFirst} {number}',
  inYear: '[,|of|in] <year>|[,] {yearWords}',
  mod: '{early} [in] [the]|mid [-]|[the] {edge} of [the]|{edge} of [the]|[the] {laterPart} part of [the]|{earlier} in [the]|{bound}',
  anyWeekday: '{weekday}|{shortWeekday}',
  named:
    '{month} [the] {day} [<inYear>]|[the] {day} [-] [day] [of] {month} [<inYear>]|{date}|{smallMonth} [the] {ordinal} [<inYear>]|{smallMonth} {day} <inYear>|[the] {ordinal} [of] {smallMonth} [<inYear>]|{day} [of] {smallMonth} <inYear>|{month} [the] {dayWords} [<inYear>]|{dayWords} {month} [<inYear>]',
  minutes: '{clock}|{hour}',
  time: "<minutes> {meridiem} [in the {partOfDay}] [<inZone>]|({clock}|{militaryClock}) <inZone>|{militaryClock} ({meridiem}|hours|hrs)|{clock} [hours|hrs|sharp]|{hour} (o'clock|oclock) [{meridiem}|in the {partOfDay}|at {partOfDay}]|<minutes> in the {partOfDay}|{clock} {early} {partOfDay}|{noon} [<inZone>]|12 {noon}|{hour} [-] {minuteWord} [minutes] [{meridiem}|in the {partOfDay}]|{hour} {minuteNumber} {meridiem}",
  pastHour: "{hour} [o'clock|oclock] [{meridiem}|in the {partOfDay}|at {partOfDay}]",
  inZone: '{zone} [time]|{zoneName}|{open} {zone} [time] {close}|{open} {zoneName} {close}|local time',
  relativeDay:
    '{dayRef}|{rel} {weekday}|the {toReference} {weekday}|{backRel} {weekday}|{soonRel} {weekday}|{rel} {weekUnit} [,|-] [on] <anyWeekday>|<anyWeekday> [of|,] {rel} {weekUnit}|{bareRel} {weekUnit} [,|-] [on] <anyWeekday>',
  day: '[{rel}] [<anyWeekday> [,|the]] <named>|<anyWeekday> [the] {day}|{weekday}|<relativeDay>|{holiday} [<inYear>]',
};

/** Earlier rules win over later ones that read the same words. */
export const RULES: readonly Rule[] = [
  {
    kind: 'nothing',
    patterns: `
      {weekday} {paper}
      year [-] (on|over) [-] year
      quarter [-] (on|over) [-] quarter
      month [-] (on|over) [-] month
      second [-] (hand|class|degree|tier|rate)
      (how|what) about
      (one|every) day soon
      day (care|trader|traders|trading|trip|job|labourer|laborers)
      (May|March) (not|have|be)
      now that
      from time to time
      time and again
      big day
      light year
      light years
      first half of the (match|game)
      second half of the (match|game)`,
    when: isPaper,
  },
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
      [<day> [,|-] [at|around|about]] half past <pastHour>
      half past <pastHour> [on] <day>`,
    fields: { minute: 30 },
  },
  {
    kind: 'instant',
    patterns: '[<day> [,] [at|around|about]] [a] quarter past <pastHour>\n[a] quarter past <pastHour> [on] <day>',
    fields: { minute: 15 },
  },
  {
    kind: 'instant',
    patterns: '[<day> [,] [at|around|about]] [a] quarter to <pastHour>\n[a] quarter to <pastHour> [on] <day>',
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
      {early} in the day [,] [on] <day>
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
    patterns: 'overnight',
    fields: { unit: 'D', by: 0, part: 'NI' },
    when: (m) => !m.isCapitalBefore(1),
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
  {
    kind: 'instant',
    patterns: '({article}|one) week ago [last|this|on] {weekday} [{partOfDay}]',
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
      '[the] [{early}] [the] [fiscal|financial] [year] <year>\nFY {shortYear}\nFY {year}\n({fiscal}|{calendarYear}) {yearDigits}\n{calendarYear} {year}',
    when: (m) => /fiscal|financial|[fc]y/i.test(m.written),
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
  { kind: 'instant', patterns: '[the] {half} of {rel} year', fields: { unit: 'Y' } },
  {
    kind: 'instant',
    patterns: 'the (latest|most recent) quarter',
    fields: { unit: 'Q', by: -1 },
    when: isWholeUnit,
  },
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
    patterns:
      '[the] year [-] (earlier|ago) (period|month)\n«year - (earlier|ago)» (level|levels|figure|figures|results|result|profit|loss|net|earnings|sales|revenue|rate)',
    fields: { unit: 'Y', count: 1, sign: -1 },
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
    patterns: '(the|its|their) [current] (fiscal|financial) year',
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
    patterns: '[{approx}] half (a|an) {unit} ({ago}|{hence})',
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
  { kind: 'reference', patterns: '«the day» {anchor}', fields: { reference: 'XXXX-XX-XX' } },
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
  { kind: 'duration', patterns: '(a|an|the) «{unit} - long»', fields: { count: 1 } },
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
      [{approx}] {one} [{kind}] ({unit}|{units}) [or so]
      [{approx}] another ({count}|{two}|{vague}) [{kind}] ({unit}|{units})
      [{approx}] (a|an) {unit} old
      [{approx}] [the] (past|last|entire|whole|full) {unit}
      [{approx}] {count} ({units}|{unit}) and {count} ({units}|{unit})
      [the] (past|last|next|first|final|coming|previous|following) {count} ({units}|{unit}) and {count} ({units}|{unit}) [and {count} ({units}|{unit})]
      [{approx}] {count} ({units}|{unit}) , {count} ({units}|{unit})
      [{approx}] {count} [-] ({unit}|{units}) [-] (old|of age)
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
    patterns: '[{approx}] (a|an|one) {unit} and [a] half\n[{approx}] (a|an|one) and a half ({units}|{unit})',
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
      !(/^[A-Z]/.test(m.written) && m.isCapitalAfter(1) && !m.startsSentence),
  },
  { kind: 'set', patterns: 'every other {unit}', fields: { quant: 'EVERY', count: 2 } },
  { kind: 'set', patterns: 'every other {weekday} [{partOfDay}]', fields: { quant: 'EVERY OTHER' } },
  {
    kind: 'set',
    patterns: '[on|in] {weekdays} [{partOfDay}]\n{weekday} {partsOfDay}',
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
    patterns: 'at «(the|that) time»',
    fields: { reference: 'PAST_REF' },
    when: closesThought,
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
  // Ranges and lists.
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

/** Those that read dates of the calendar alone. */
export const CALENDAR_RULES: readonly Rule[] = RULES.filter(({ absolute }) => absolute);
