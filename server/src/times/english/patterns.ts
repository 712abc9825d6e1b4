import type { Rule } from '../language.ts';
import { DAYS } from './patterns/days.ts';
import { LENGTHS } from './patterns/lengths.ts';
import { NAMED } from './patterns/named.ts';
import { NO_TIMES } from './patterns/nothing.ts';
import { PERIODS } from './patterns/periods.ts';
import { RANGES } from './patterns/ranges.ts';
import { SHIFTS } from './patterns/shifts.ts';

/** Sub-patterns that several rules use. */
export const PARTS: Readonly<Record<string, string>> = {
  year: '{year} [{era}]|{shortYear}|{number} {era}|{eraFirst} {number}',
  fullYear: '{year} [{era}]|{number} {era}|{eraFirst} {number}',
  inYear: '[,|of|in] <year>|[,] {yearWords}',
  mod: '{early} [-|in] [the]|mid [-]|[the] {edge} of [the]|{edge} of [the]|[the] {laterPart} part of [the]|{earlier} in [the]|{bound}',
  anyWeekday: '{weekday}|{shortWeekday}',
  named:
    '{month} [the] {day} [<inYear>]|[the] {day} [-] [day] [of] {month} [<inYear>]|{date}|{smallMonth} [the] {ordinal} [<inYear>]|{smallMonth} {day} <inYear>|[the] {ordinal} [of] {smallMonth} [<inYear>]|{day} [of] {smallMonth} <inYear>|{month} [the] {dayWords} [<inYear>]|{dayWords} {month} [<inYear>]',
  minutes: '{clock}|{hour}',
  time: "<minutes> {meridiem} [in the {partOfDay}] [<inZone>]|({clock}|{militaryClock}) <inZone>|{militaryClock} ({meridiem}|hours|hrs)|{clock} [hours|hrs|sharp]|{hour} (o'clock|oclock) [{meridiem}|in the {partOfDay}|at {partOfDay}]|<minutes> in the {partOfDay}|{clock} {early} {partOfDay}|{noon} [<inZone>]|12 {noon}|{hour} [-] {minuteWord} [minutes] [{meridiem}|in the {partOfDay}]|{hour} {minuteNumber} {meridiem}",
  pastHour: "{hour} [o'clock|oclock] [{meridiem}|(in the|this|that) [{early}] {partOfDay}|at {partOfDay}]",
  inZone: '{zone} [time]|{zoneName}|{open} {zone} [time] {close}|{open} {zoneName} {close}|local time',
  relativeDay:
    '{dayRef}|{rel} {weekday}|the {toReference} {weekday}|{backRel} {weekday}|{soonRel} {weekday}|{rel} {weekUnit} [,|-] [on] <anyWeekday>|<anyWeekday> [of|,] {rel} {weekUnit}|{bareRel} {weekUnit} [,|-] [on] <anyWeekday>',
  day: '[{rel}] [<anyWeekday> [,|the]] <named>|<anyWeekday> [the] {day}|{weekday}|<relativeDay>|{holiday} [<inYear>]',
};

/** Earlier rules win over later ones that read the same words. */
export const RULES: readonly Rule[] = [...NO_TIMES, ...DAYS, ...PERIODS, ...SHIFTS, ...LENGTHS, ...NAMED, ...RANGES];

/** Those that read dates of the calendar alone. */
export const CALENDAR_RULES: readonly Rule[] = RULES.filter(({ absolute }) => absolute);
