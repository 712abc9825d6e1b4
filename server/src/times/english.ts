import { Keywords } from '../text/keywords.ts';

/** English words that dates are made of. Engines read these tables; another language would bring its own. */

export const MONTH_NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

export const WEEKDAY_NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

function words(list: string, code: number): [string, number][] {
  return list.split(' ').map((word) => [word, code]);
}

function named(names: readonly string[], short: string): Keywords {
  const entries = names.map((name, i): [string, number] => [name.toLowerCase(), i + 1]);
  short.split(' ').forEach((group, i) => {
    for (const word of group.split(',')) entries.push([word, i + 1], [`${word}.`, i + 1]);
  });
  return new Keywords(entries);
}

/** Month names and abbreviations to 1-12. */
export const MONTHS = named(MONTH_NAMES, 'jan feb mar apr may jun jul aug sep,sept oct nov dec');

/** Names of weekdays to 1-7. */
export const WEEKDAYS = named(WEEKDAY_NAMES, 'mon tue,tues wed thu,thur,thurs fri sat sun');

/** The first two letters of months and weekdays: most words of a text are told by them to be neither. */
export const DATE_BEGINNINGS = new Uint8Array(26 * 26);
for (const name of [...MONTH_NAMES, ...WEEKDAY_NAMES]) {
  const letters = name.toLowerCase();
  DATE_BEGINNINGS[(letters.charCodeAt(0) - 97) * 26 + letters.charCodeAt(1) - 97] = 1;
}

/** Month names that only mean a month, however they are written. */
export const PLAIN_MONTHS = new Keywords(
  words('january february april june july september october november december', 1),
);

/** Month names that are persons' names or verbs too. */
export const MONTHS_WITH_NAMESAKES = new Keywords(words('may march april june august jan mar', 1));

export const ORDINAL_SUFFIXES = new Keywords(words('st nd rd th', 1));

/** Before a year, it is a year: "in 1998", "early 2020". */
export const YEAR_CUE = 1;
/** Before a year, it may be a number of things: "of 1812", "from 1500 to 2000". */
export const WEAK_YEAR_CUE = 2;
export const YEAR_CUES = new Keywords([
  ...words(
    'in since until till during year years early late mid fiscal circa ca ca. c. spring summer autumn fall winter copyright born died',
    YEAR_CUE,
  ),
  ...words('by of from before after between the this throughout a', WEAK_YEAR_CUE),
]);

/** Words that may stand behind a year without making it a number of things. */
export const AFTER_YEAR = new Keywords(
  words(
    'and or to the a an when as at by for from in on with after before was is has had he she it this his its us thus versus vs plus across unless towards afterwards perhaps always besides sometimes',
    1,
  ),
);

/** Behind a number: it counts these. */
export const COUNTED = new Keywords(
  words(
    'people persons men women children troops police hundred thousand million billion trillion percent per km m cm mm kg miles mile kilometres kilometers metres meters feet foot yen yuan won euro euros dollar dollars pounds rand baht cattle sheep fish homes degrees square cubic more other additional new sq ft acres hectares tons tonnes barrels litres liters gallons votes seats points runs goals others dead or-so',
    1,
  ),
);

/** Words before a month that leave it a month where its name is also a person's: "on May 5", "Monday, May 5". */
export const BEFORE_MONTH = new Keywords(
  words(
    'on in by since until till from before after between during of the and to through around about last next this every each early late mid published updated posted dated date created retrieved accessed monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun starting beginning ending effective',
    1,
  ),
);

/** Words before a date without day that say which part of it. */
export const PARTS = new Keywords([
  ['early', 1],
  ['mid', 2],
  ['late', 3],
]);
/** The TIMEX3 `mod` of {@link PARTS}. */
export const PART_MODS = ['START', 'MID', 'END'] as const;

/** Seasons to their place in {@link SEASON_VALUES}, from 1. */
export const SEASONS = new Keywords([
  ...words('spring', 1),
  ...words('summer', 2),
  ...words('autumn fall', 3),
  ...words('winter', 4),
]);
export const SEASON_VALUES = ['SP', 'SU', 'FA', 'WI'] as const;

/** Words between the two ends of a range or the items of a list. */
export const JOINTS = new Keywords(words('and or to through until till', 1));

export const AM = 1;
export const PM = 2;
export const HALVES = new Keywords([...words('am a.m. a.m', AM), ...words('pm p.m. p.m', PM)]);

/** Words before a clock time such as 10:41 that is written without am or pm. */
export const CLOCK_CUES = new Keywords(
  words('at by until till from to around about before after since between approximately circa', 1),
);
