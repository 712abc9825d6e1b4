/** What kinds of wording there are, in the order of the table. */
export const CLASSES = [
  'day month year',
  'day month',
  'day of month',
  'month year',
  'month',
  'year',
  'decade, century',
  'quarter, half',
  'season',
  'holiday',
  'weekday',
  'clock, part of day',
  'today, now',
  'deictic unit',
  'ago, later',
  'anchored',
  'duration definite',
  'duration vague',
  'set',
  'vague reference',
  'other',
] as const;

export type TimeClass = (typeof CLASSES)[number];

/**
 * The kind of an expression, told from its words; the type settles only what words leave open ("a year" is a set in "ten
 * a year" and a duration in "lasted a year"). The first rule that fits wins, so the more telling ones stand first.
 */
export function classOf(wording: string, type = ''): TimeClass {
  const words = wording.toLowerCase().replace(/[’‘`]/g, "'").replace(/["“”]/g, '').replace(/\s+/g, ' ').trim();
  if (type.toUpperCase() === 'SET' || SET.test(words)) return 'set';
  return RULES.find(([, fits]) => fits(words))?.[0] ?? 'other';
}

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![a-z])\\.?';
const WEEKDAY =
  '(?:mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:rs?|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)\\b';
const UNIT =
  '(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|nights?|weeks?|weekends?|fortnights?|months?|quarters?|years?|decades?|centur(?:y|ies)|millenni(?:um|a)|trimesters?|semesters?)';
const DIGIT_WORD =
  '(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|dozen)';
const COUNT = `(?:\\d[\\d.,]*|${DIGIT_WORD}(?:[- ](?:and[- ])?(?:a[- ])?(?:${DIGIT_WORD}|half|quarter))*)`;
const ORDINAL =
  '(?:\\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|(?:thir|four|fif|six|seven|eigh|nine)teenth|twentieth|thirtieth)';
const DAY = `(?:\\d{1,2}(?:st|nd|rd|th)?|(?:(?:twenty|thirty)[- ])?(?:${ORDINAL}|${DIGIT_WORD}(?! thousand)))(?: day)?`;
const YEAR =
  "(?:\\d{3,4}|'\\d{2}|\\d+ ?(?:b\\.? ?c\\.?(?:e\\.?)?|a\\.? ?d\\.?)|(?:a\\.?d\\.?) ?\\d+|(?:seventeen|eighteen|nineteen) (?:hundred(?: and)? )?DIGITS|two thousand(?: (?:and )?DIGITS)?)".replaceAll(
    'DIGITS',
    DIGIT_WORD,
  );
const PART =
  "(?:mornings?|afternoons?|evenings?|nights?|tonight|noon|midday|midnight|dawn|dusk|daytime|night-?time|(?:lunch|dinner)(?:time)?|breakfast|tonite|noonish|sunset|sunrise|o'?clock)";

const SET =
  /\b(?:every|each|everyday|daily|weekly|monthly|quarterly|yearly|annual(?:ly)?|nightly|hourly|bi-?weekly|semi-?annual(?:ly)?|per (?:day|week|month|year|hour))\b|\b(?:once|twice) (?:a|an|per)\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)days\b/;

const HOLIDAY =
  /\b(?:christmas|xmas|easter|thanksgiving|halloween|hallowe'en|ramadan|hanukkah|pentecost|new year'?s?(?: (?:day|eve))?$|the new year|lunar new year|independence day|labou?r day|memorial day|veterans day|election day|valentine'?s?|martin luther king|mlk|(?:mother|father)'?s day|bastille day|good friday|black (?:monday|friday)|ash wednesday|may day|holidays?|juneteenth|eid|(?:freedom|jubilee|sovereignty|earth|workers'|d-)[ ]?day|birthday|saint patrick)\b/;

const CLOCK = new RegExp(
  `\\b\\d{1,2}(?::|\\.)\\d{2}(?::\\d{2})?(?!\\d)(?! ?(?:years?|days?|h\\b))|\\b\\d{1,4} ?[ap](?: ?\\.? ?m|mpm)?\\b|\\d+\\.am\\b|\\d(?:ish)\\b|\\b\\w+ p \\. m|\\d(?:hrs|h)\\b(?<=\\d{2}h(?:rs)?)|\\b${PART}\\b|\\b(?:half|quarter) (?:past|to)\\b|\\b(?:utc|gmt)\\b|\\dt\\d`,
);
const COUNTED = new RegExp(`(?:\\b${COUNT}|\\b(?:a|an|half(?: an?)?|single))[- ](?:\\w+[- ]){0,2}?${UNIT}(?![\\w])`);
const SHORT_COUNTED = /^\D{0,20}\d+(?:\.\d+)? ?(?:h|d|m|y|s|w|min|sec|hrs?|yrs?)\b/;
const VAGUELY_COUNTED = new RegExp(
  `\\b(?:few|several|some|many|couple|numerous|countless|dozens of)\\b.*\\b${UNIT}\\b|\\b(?:seconds|minutes|hours|days|nights|weeks|months|years|decades|centuries)\\b`,
);
const SHIFTED = new RegExp(
  `\\b(?:ago|previously|afterwards?|hence|from now|earlier|later|before|after|following|back)$|\\b(?:ago|from now|from today)\\b|\\b${UNIT} (?:earlier|later|before|after|following|from)\\b`,
);
const TODAY =
  /\b(?:today|yesterday|tomorrow|now|nowadays|currently|current|presently|present|present-day|modern[- ]day|at present|this moment|to date|till date)\b/;
const DEICTIC = new RegExp(
  `\\b(?:this|that|these|last|next|past|previous|coming|following|same|prior|upcoming|preceding|current|final|later|earlier|late|early|rest|most|remaining|end|start|beginning|middle|part|${ORDINAL})(?: \\w+){0,2}? ${UNIT}\\b|^(?:the |its |my |all |another )?(?:\\w+ )?${UNIT}(?:'s end)?$|\\bend of (?:the )?${UNIT}\\b|\\bweek \\d|\\b(?:eo[dwmy]|ytd|mtd)\\b`,
);
const VAGUE =
  /\b(?:recent(?:ly)?|lately|past|future|former(?:ly)?|later|earlier|once|soon|previously|shortly|long|short|time|times|date|era|period|periods|point|moment|moments|term|ago|meantime|hitherto|ever)\b/;

/** What may stand behind "after", "before" or "of" without being an event. */
const TIME_WORD = new RegExp(
  `^(?:${MONTH}|${WEEKDAY}|${UNIT}|${PART}|${ORDINAL}|${COUNT}|\\d.*|the|a|an|this|that|next|last|same|previous|coming|following|past|and|of|in|at|on|to|early|late|mid|bc|b\\.c\\.?|ad|today|yesterday|tomorrow|now|spring|summer|autumn|fall|winter|weekend|quarter|half|q[1-4]|year's|day|or|us|am|pm|around|approximately|beginning|end|start|middle|date|current|christmas|easter|holiday|independence)$`,
);

const YEAR_PART = new RegExp(`\\b${YEAR}(?![\\w-])|(?<!\\w)'\\d{2}\\b|\\b[fcs]y ?\\d{2,4}\\b`);
const DAY_MONTH = new RegExp(
  `\\b${DAY}(?: of)?[ ,/-]{1,2}(?:the )?(?:of )?${MONTH}|\\b${MONTH}[ ,/-]{0,2}(?:the )?${DAY}(?![\\d:])`,
);
const NUMERIC_DAY = /\d{4}[-/. ]\d{1,2}[-/. ]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|^\d{8}$/;
const NUMERIC_MONTH = /^\d{4}[-/]\d{1,2}$|^\d{1,2}[-/]\d{4}$/;
const NUMERIC_DAY_MONTH = /^\D{0,12}\d{1,2}\/\d{1,2}\b/;
const IN_MONTH = new RegExp(`\\b${MONTH}`);
const NEXT_TO_TODAY = /\bday (?:after tomorrow|before yesterday)\b/;
const OPEN_END = /^later$|\b(?:or|and) (?:later|after)\b/;
const NIGHTS = new RegExp(`\\b${COUNT} nights\\b`);
const QUARTER = /\bquarter\b|\bq[1-4]\b|\bh[12]\b|\bhalf of\b/;
const SEASON = /\b(?:spring|summer|autumn|fall|winter)s?\b|\bseason\b/;
const ON_WEEKDAY = new RegExp(`\\b${WEEKDAY}`);
const DECADE = new RegExp(
  `\\d0 ?'?s\\b|\\b(?:twen|thir|for|fif|six|seven|eigh|nine)ties\\b|\\b${ORDINAL}[- ]+century\\b`,
);
const LONG = new RegExp(`\\b${UNIT}[- ](?:and-a-half )?long$`);
const ONLY_DAY = new RegExp(`^(?:the )?${DAY}$`);
const VAGUE_COUNT = /\b(?:few|several|couple|some|many)\b/;
const TIMEFUL = new RegExp(`\\b(?:${UNIT}|${PART}|anniversary|duration|time|times|end|start|beginning|eve)\\b`);

const RULES: readonly (readonly [TimeClass, (words: string) => boolean])[] = [
  ['holiday', (words) => HOLIDAY.test(words) && !CLOCK.test(words)],
  ['anchored', isAnchored],
  ['today, now', (words) => NEXT_TO_TODAY.test(words)],
  ['ago, later', (words) => SHIFTED.test(words) && !DAY_MONTH.test(words) && !OPEN_END.test(words)],
  ['clock, part of day', (words) => CLOCK.test(words) && !NIGHTS.test(words)],
  ['day month year', (words) => (DAY_MONTH.test(words) && YEAR_PART.test(words)) || NUMERIC_DAY.test(words)],
  ['day month', (words) => DAY_MONTH.test(words) || NUMERIC_DAY_MONTH.test(words)],
  ['month year', (words) => (IN_MONTH.test(words) && YEAR_PART.test(words)) || NUMERIC_MONTH.test(words)],
  ['month', (words) => IN_MONTH.test(words)],
  ['quarter, half', (words) => QUARTER.test(words) && !COUNTED.test(words.replace("'s ", ' '))],
  ['season', (words) => SEASON.test(words)],
  ['weekday', (words) => ON_WEEKDAY.test(words)],
  ['today, now', (words) => TODAY.test(words)],
  ['decade, century', (words) => DECADE.test(words)],
  ['duration definite', (words) => isCounted(words) && !VAGUE_COUNT.test(words)],
  ['year', (words) => YEAR_PART.test(words)],
  ['duration vague', (words) => VAGUELY_COUNTED.test(words)],
  ['deictic unit', (words) => DEICTIC.test(words)],
  ['day of month', (words) => ONLY_DAY.test(words)],
  ['vague reference', (words) => VAGUE.test(words)],
];

function isAnchored(words: string): boolean {
  const parts = /^(.*?)\b(?:after|before|following|since|prior to|until|when|of|as)\b (.+)$/.exec(words);
  const [, before = '', rest = ''] = parts ?? [];
  if (before === '' || !TIMEFUL.test(before)) return false;
  // "Two months of siege" is a length that says of what; "the first day of the siege" is found by the siege alone.
  const isOf = words.startsWith('of ', before.length);
  if (isOf && (COUNTED.test(before) || VAGUELY_COUNTED.test(before))) return false;
  return rest.split(' ').some((word) => !TIME_WORD.test(word.replace(/[,;.()]+$/, '').replace(/'s$/, '')));
}

function isCounted(words: string): boolean {
  return COUNTED.test(words) || SHORT_COUNTED.test(words) || LONG.test(words);
}
