import { classAt, DIGIT, LOWER } from '../../text/characters.ts';
import type { MatchView } from '../language.ts';
import { readDigits } from '../numeric.ts';

/** What English asks of the words around a match before it believes it. True where the match stands. */

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const YEAR_CUES = set(
  'in since until till during year years early late mid fiscal circa ca ca. c. spring summer autumn fall winter copyright born died by of from before after between the this throughout for to through and or around about © -- ( [ , ; : – —',
);
/** Before a year, it is a year whatever follows. */
const STRONG_YEAR_CUES = set(
  'in since until till during year years early late mid fiscal circa ca ca. c. copyright born died',
);
/** Before a number, it is no year. */
const NUMBERED = set(
  'page pages p. pp. pp no. nos. no number numbers line lines verse verses vol. vol volume room tel tel. phone call isbn issn fax lot lots flight route highway section article chapter form model version windows nikkei index suite box channel radio s&p $ # § € £ ¥ & +',
);
/** Behind a year that is no number of things. */
const AFTER_YEAR = set(
  'and or to the a an when as at by for from in on with after before was is has had he she it this his its us thus versus vs plus across unless towards afterwards perhaps always besides sometimes elections olympics games championships results sales plans series talks riots protests attacks floods',
);

/** “in 1998”, “the 2008 Games”; not “2000 soldiers”, “page 1914”, “Boeing 2000”. */
export function isBareYear(match: MatchView): boolean {
  const { year, era, shortYear } = match.fields;
  if (era !== undefined) return (year ?? 0) <= 5000;
  if (shortYear !== undefined || year === undefined) return true;
  const before = match.before(1);
  const alone = /^\d{4}$/.test(match.written);
  if (!alone) return !countsThings(match, year);
  if (NUMBERED.has(before) || '$€£¥#'.includes(match.characterBefore || ' ')) return false;
  if (/["“‘«]/.test(match.characterBefore) && /["”’»,]/.test(match.characterAfter)) return false;
  if (countsThings(match, year)) return false;
  if (STRONG_YEAR_CUES.has(before)) return true;
  if (before === '(' || before === '[') return /[)\],;–-]/.test(match.characterAfter);
  if (YEAR_CUES.has(before)) {
    if (before === ',' || before === ';' || before === ':' || before === '--') return year >= 1500 && year < 2050;
    return (year >= 1700 && year < 2050) || before === 'of' || before === 'by' || before === 'from' || before === 'and';
  }
  // “Japan's 1998 budget”, not “Orwell's 1984”; “1984” in quotation marks is a title.
  if (before === "'s") return year >= 1700 && year < 2050 && isNoun(match);
  if (match.isBefore(1, 'joint')) return year >= 1700 && year < 2050;
  if (match.isCapitalBefore(1) && !ARTICLES.has(before)) return false;
  return year >= 1850 && year < 2050;
}

function countsThings(match: MatchView, year: number): boolean {
  const next = match.after(1);
  if (next === '') return false;
  if (next === '%' || next === '°' || next === '$' || next === '€') return true;
  if (match.isAfter(1, 'counted')) return true;
  if (!/^[a-z]/.test(next) || match.isCapitalAfter(1) || AFTER_YEAR.has(next)) return false;
  if (!next.endsWith('s') || next.endsWith('ss') || next.endsWith("'s")) return false;
  const before = match.before(1);
  return year < 1900 || year > 2050 || year % 50 === 0 || /^(?:of|by|from|between|some|about|over)$/.test(before);
}

const ARTICLES = set('a an the');

const BEFORE_MONTH = set(
  'on in by since until till from before after between during of and to through around about last next this every each early late mid published updated posted dated date created retrieved accessed starting beginning ending effective for is was or that next previous following than throughout around both , ( – — - per mid- ended ending through into',
);

/** A month alone: “in May”, “since March”; not “May said”, “Theresa May”, “June Smith”. */
export function isBareMonth(match: MatchView): boolean {
  const { year, month, shortYear, mod } = match.fields;
  if (month === undefined) return false;
  if (year !== undefined || shortYear !== undefined) {
    // "May 2000 troops" is no year; "Theresa May 2000" is nothing anybody writes.
    return !match.isAfter(1, 'counted');
  }
  // “July 45” is none, and “in May 5 people” tells of people.
  if (/^[\d/]/.test(match.after(1))) return false;
  if (mod !== undefined) return true;
  const before = match.before(1);
  if (/^[A-Za-z]{3,4}\.?$/.test(match.written) && !/^(?:may|june|july)$/i.test(match.written)) {
    // "Jan." and "Dec" alone are names as often as months.
    return (
      /^(?:in|since|until|till|by|from|last|next|during|of|to|through|after|before)$/.test(before) &&
      (match.written.endsWith('.') || month > 8 || month === 2)
    );
  }
  const namesake = month === 3 || month === 5;
  if (namesake) {
    // “the country's March elections”, “as recently as March”
    if (/^(?:the|a|its|their|'s|as)$/.test(before))
      return before === 'as' ? match.before(2) === 'recently' : isNoun(match) && !match.isCapitalAfter(1);
    if (!BEFORE_MONTH.has(before)) return false;
    if (before === 'and' || before === 'or' || before === ',' || before === '(' || before === 'to' || before === '-')
      return month !== 5
        ? !match.isCapitalAfter(1) && !/^(?:on|to|in|for)$/.test(match.after(1))
        : match.after(1) !== 'be' && !match.isCapitalBefore(2);
    return true;
  }
  if (match.isCapitalAfter(1) && !BEFORE_MONTH.has(before)) return ARTICLES.has(before) && /ber$/.test(match.written);
  if (
    match.isCapitalBefore(1) &&
    !BEFORE_MONTH.has(before) &&
    !ARTICLES.has(before) &&
    !match.startsSentence &&
    (month === 4 || month === 6 || month === 8)
  )
    return false;
  // "June said": a person.
  return !(
    (month === 4 || month === 6) &&
    match.startsSentence &&
    /^(?:said|says|told|was|is|has|had|and)$/.test(match.after(1))
  );
}

const BEFORE_DAY_MONTH = set(
  'on in by since until till from before after between during of and to through around about last next this every each early late mid published updated posted dated date created retrieved accessed monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun mon. tue. wed. thu. fri. sat. sun. starting beginning ending effective for is was or that than throughout around the both due day dawn morning evening afternoon night',
);

/** A day with its month: not “Theresa May 5”, “May 5 people”. */
export function isMonthAndDay(match: MatchView): boolean {
  const { month, year, shortYear, digits, weekday } = match.fields;
  if (opensOn(match)) return false;
  // “The May5 team”
  if (/^Ma[ry]\p{L}*\d{1,2}$/u.test(match.written) && !closesThought(match)) return false;
  // “$ 12 December 27”: an amount.
  if (/^\d/.test(match.written) && '$€£¥'.includes(match.before(1) || ' ')) return false;
  if (digits !== undefined || month === undefined) return true;
  if (match.isAfter(1, 'counted') && year === undefined && shortYear === undefined && /\d$/.test(match.written))
    return false;
  if (year !== undefined || shortYear !== undefined || weekday !== undefined) return true;
  // “the first May Day”
  if (month === 5 && match.after(1) === 'day' && match.isCapitalAfter(1)) return false;
  const namesake = /^(?:march|may|jan|mar)\b/i.test(match.written);
  if (!namesake || ARTICLES.has(match.before(1)) || /^[.;]?$/.test(match.after(1))) return true;
  return !match.isCapitalBefore(1) || match.startsSentence || BEFORE_DAY_MONTH.has(match.before(1));
}

/** A weekday alone. “Sunday Times” is read elsewhere; “Good Friday” is a holiday. */
export function isBareWeekday(match: MatchView): boolean {
  // “Monday 8-10”: hours, not a day.
  if (match.fields.day !== undefined && /^[-–—/]\d/.test(behind(match))) return false;
  // “on Saturday, the fourth day”: an ordinal of what follows.
  if (match.fields.day !== undefined || match.fields.ordinal !== undefined)
    return !match.isAfter(1, 'counted') && !(!/\d(?:st|nd|rd|th)$/.test(match.written) && isNoun(match));
  if (/^(?:black|bloody|ruby|joe|man|girl|casual|super|ash|good)$/.test(match.before(1)) && match.isCapitalBefore(1))
    return /^(?:black|bloody|super)$/.test(match.before(1));
  return !/^(?:night|harbor|harbour|agreement)$/.test(match.after(1)) || match.after(1) === 'night';
}

/** The sign right behind a match and the first character of what follows it. */
function behind(match: MatchView): string {
  return match.characterAfter + match.after(2).charAt(0);
}

const CLOCK_CUES = set(
  'at by until till from to around about before after since between approximately circa and , ( -',
);

/** A time of day: “at 10:41”, “10 pm”; not “won 3:1”, “John 3:16”, “10.41”. */
export function isClock(match: MatchView): boolean {
  const { clock, meridiem, zone, hour, day, ordinal, weekday, dayBy, part, digits } = match.fields;
  const dated = day !== undefined || weekday !== undefined || dayBy !== undefined || digits !== undefined;
  // “Monday 8-9 am”: from one hour to another.
  if (weekday !== undefined && day !== undefined && /day \d{1,2}[-–—]\d/i.test(match.written)) return false;
  if (clock === undefined && hour === undefined) {
    // "noon", "midnight"; dawn and dusk are told of as things.
    if (part === undefined || dated) return true;
    if (/dawn|daybreak|sunrise|dusk|sunset|nightfall/i.test(match.written))
      return /^(?:at|before|by|until|since|after|from|of)$/.test(match.before(1)) && match.after(1) !== 'of';
    return !match.isCapitalAfter(1);
  }
  if (meridiem !== undefined || zone !== undefined || part !== undefined) return true;
  if (clock === undefined && match.fields.minute !== undefined)
    return (
      (dated || ordinal !== undefined || match.before(1) === 'at') && match.after(1) !== '-' && closesThought(match)
    );
  if (/[a-z]/i.test(match.written) && !dated) return true;
  if (clock === undefined) return !dated || /o['’]?clock/i.test(match.written);
  if (clock.includes('.'))
    return dated || (match.before(1) === 'at' && (match.after(1) === '' || /^[.,;?!)]$/.test(match.after(1))));
  if (/^\d{4}$/.test(match.written) && !/hours|hrs/i.test(match.written)) return false;
  if (dated) return true;
  const before = match.before(1);
  const cued = CLOCK_CUES.has(before) || match.isBefore(1, 'month') || match.isBefore(1, 'weekday');
  if (match.isCapitalBefore(1) && !cued) return false;
  return cued ? before !== 'to' || clock.length > 4 : clock.length >= 5;
}

/** “in the morning”, “at night”; not “the night club”. */
export function isDaytime(match: MatchView): boolean {
  if (match.isCapitalAfter(1) && !/\b(?:the|that) [a-z]+$/.test(match.written)) return false;
  if (match.fields.part === 'DT') return closesThought(match);
  return !/^(?:shift|shifts|club|clubs|vision|school|sky|star|stars|of|prayer|prayers|session|sessions|train|gown)$/.test(
    match.after(1),
  );
}

/** A sentence, clause or quotation ends behind it: “two years before.”, not “two years before the war”. */
export function closesThought(match: MatchView): boolean {
  const next = match.after(1);
  return (
    next === '' ||
    /^[^\p{L}\p{N}]/u.test(next) ||
    /^(?:and|or|but|in|at|by|to|with|when|because|as|is|was|were|had|has|from)$/.test(next)
  );
}

/** What begins a new part of the sentence: “on the 20th the ship sank”. */
const SUBJECTS = set('the a an he she it they we this that these those his her its their another both all there');

/** “At that time the king slept”, not “at the time the king slept”, which says when by what it tells. */
export function isTimeOfPast(match: MatchView): boolean {
  return closesThought(match) || (!/^the/i.test(match.written) && SUBJECTS.has(match.after(1)));
}

/** “on the 20th”, not “on the 5th floor”. */
export function isDayOfMonth(match: MatchView): boolean {
  const { ordinal = 99 } = match.fields;
  return ordinal <= 31 && /\d/.test(match.written) && (closesThought(match) || SUBJECTS.has(match.after(1)));
}

/** “the day”, “that year” as a point of reference; not “the day when”, “the year 1998”, “the week of July 5”. */
export function isWholeUnit(match: MatchView): boolean {
  const next = match.after(1);
  if (/^(?:of|when|that|who|after|before|i|ii|one|to)$/.test(next))
    return /^(?:that|the (?:same|following|next|previous|preceding))/i.test(match.written) && next !== 'i';
  if (match.isCapitalAfter(1) && /^the (?:day|year|month|week|quarter|decade|weekend)$/i.test(match.written))
    return next === '';
  if (
    /^(?:carry|carries|carried|save|saves|saved|won|win|wins|seize|seized|rule|ruled|made|call|called)$/.test(
      match.before(1),
    )
  )
    return false;
  // “the man of the week”
  if (match.before(1) === 'of' && /^the (?:day|week|month|decade|century|weekend)$/i.test(match.written)) return false;
  if (/^the (?:year|day|week|month|quarter|decade|century)$/i.test(match.written))
    return !/^(?:-|\d+|'s)$/.test(next) && !/^\d/.test(next);
  return !/^-$/.test(next);
}

export function isPeriod(match: MatchView): boolean {
  // "last year's", "this quarter"; "this year 2021" names it itself.
  const { unit } = match.fields;
  if (unit === 'Q') return !/^(?:mile|final|finals|century)$/.test(match.after(1));
  if (/^this second|last second/i.test(match.written)) return false;
  return true;
}

const SEASON_CUES = set(
  'in during by until till since through throughout for of from before after between last next this that every each early late mid the previous following to and',
);
const NOT_FALL = set('of in from to for below short apart behind back off out down over under into when by');

/** “in the spring”, “summer 2018”; not “the fall of the city”, “spring water”, “Spring Valley”. */
export function isSeason(match: MatchView): boolean {
  const { year, mod, by, unit } = match.fields;
  const written = match.written.toLowerCase();
  if (year !== undefined || match.fields.shortYear !== undefined)
    return !match.isAfter(1, 'counted') && !/^(?:olympics|olympic|games)$/.test(match.after(1));
  const next = match.after(1);
  if (by !== undefined || unit !== undefined)
    return written.endsWith('fall') || written.endsWith('year') ? next !== 'of' : !match.isCapitalAfter(1);
  if (written === 'fall' || written === 'the fall') {
    if (NOT_FALL.has(next)) return false;
    return /^(?:in|during|by|until|since|this|last|next|for|of)$/.test(match.before(1)) && written === 'the fall';
  }
  if (match.isCapitalAfter(1) && next !== '') return /^(?:offensive|campaign)$/.test(next);
  if (SEASON_THINGS.has(next) && !written.includes(' ')) return false;
  if (mod !== undefined) return true;
  if (/^[A-Z]/.test(match.written) && !match.startsSentence && !/^The /.test(match.written))
    return SEASON_CUES.has(match.before(1));
  // "a spring", "the spring of the clock": the water, the coil.
  return !/^(?:hot|cold|coiled|mineral|thermal|natural|a|an)$/.test(match.before(1));
}

const SEASON_THINGS = set(
  'water waters board boards roll rolls onion onions break camp camps house palace solstice equinox games olympics olympic coat coats clothes collection loaded s time - up to from into back forward forth mattress chicken chickens steel',
);

/** “the third quarter”; not “the last quarter”, which is the one before this, or that of a century. */
export function isQuarter(match: MatchView): boolean {
  const isLast = /^(?:the )?(?:final|last)/i.test(match.written);
  return !isLast || /year$/i.test(match.written) || match.fields.year !== undefined;
}

/** “the 1990s”, “the early nineties”; not “a man in his early 30s”, “temperatures in the 90s”. */
export function isDecade(match: MatchView): boolean {
  if (match.fields.decade === undefined) return true;
  if (/^(?:his|her|their|my|our|your|its)$/.test(match.before(1))) return false;
  if (/\d{3}|['’‘`]\d/.test(match.written)) return true;
  return /\d/.test(match.written)
    ? /^the /i.test(match.written) && !/^(?:low|mid|upper|high)$/.test(match.before(1))
    : /^the |^(?:early|mid|late)/i.test(match.written);
}

const LASTS = set(
  "will would shall should can could may might must to not 'll n't won't wouldn't shouldn't can't cannot couldn't didn't doesn't don't did does do they we you i",
);

/** Durations that are none: “a second chance”, “the 30-day …” is one. */
export function isSpanOfTime(match: MatchView): boolean {
  const { unit, count } = match.fields;
  const written = match.written.toLowerCase();
  // “Will last two hours”, “in the last three months and two days ago”.
  if (written.startsWith('last ') && LASTS.has(match.before(1))) return false;
  if (written.includes(' and ') && match.isAfter(1, 'ago')) return false;
  // “For the last quarter” is the one before this.
  if (unit === 'Q' && /^(?:the )?last quarter$/.test(written) && !/^(?:over|during|within)$/.test(match.before(1)))
    return false;
  if (unit === 'TS' && /second$/.test(written)) return count !== 1 && /\d/.test(written);
  if (unit === 'Q' && written.endsWith('quarter') && match.after(1) === '-') return false;
  if (unit === 'Q' && (count === 1 || /^(?:three |some )?quarters?$/.test(written))) return false;
  // "Over the next years" and "over several days" are when, not more than that.
  // “his fifth call in as many days”
  if (written.startsWith('many ') && match.before(1) === 'as') return false;
  if (/^over (?:the|last|past) /.test(written) || (count === 'X' && written.startsWith('over '))) return false;
  // "the last day", "one day" of a story
  if (/^(?:the )?last (?:day|hour|minute)$/.test(written)) return false;
  if (/^an? /.test(written) && isRate(match)) return false;
  // “a year-earlier loss”, “a decade-old bridge”
  if (/^an? \p{L}+$/u.test(written) && match.characterAfter === '-') return false;
  return true;
}

const RATES = set(
  'percent % million billion trillion times once twice dollars pounds cents hours days barrels tons tonnes euros yen yuan per cent thousand hundred gallons bpd rubles people half',
);

/** “$15 a year”, “twice a day”, “40 hours a week”. */
export function isRate(match: MatchView): boolean {
  const before = match.before(1);
  if (before === '' || match.after(1) === '-') return false;
  if (RATES.has(before)) return true;
  if (classAt(before, 0) === DIGIT) return true;
  const two = match.before(2);
  return (
    before.endsWith('s') &&
    (classAt(two, 0) === DIGIT || two === 'million' || two === 'billion' || two === 'many' || two === 'thousand')
  );
}

/** Bare plurals: “for years”, “in minutes”, “decades of war”. */
export function isShortUnit(match: MatchView): boolean {
  let before = match.before(1);
  const next = match.after(1);
  if (/^(?:just|mere|only)$/.test(before) && next === 'to') return true;
  // “within days or weeks”, “months, not years”
  if (/^(?:or|not)$/.test(before) && match.isBefore(before === 'not' ? 3 : 2, 'bigUnits')) return true;
  if (next === 'apart') return true;
  if (/^(?:go|goes|went)$/.test(next)) return match.after(2) === 'by';
  if (/^(?:just|mere|only|many|long)$/.test(before)) before = match.before(2);
  if (
    /^(?:for|in|within|after|over|take|took|takes|taken|last|lasted|spent|spend|of|after|through|during|despite|following|until|since)$/.test(
      before,
    )
  ) {
    if (before === 'of') return /^(?:couple|matter|period|lot)$/.test(match.before(2));
    return true;
  }
  return (
    next === 'of' &&
    /^(?:after|for|despite|with|and|following|through|to|by|from|had|has|have|need|needs|seen|breaks|ends|\p{L}{3,}ed|ending|enduring|facing|spending|averting)$/u.test(
      before,
    )
  );
}

export function isHoliday(match: MatchView): boolean {
  const { holiday } = match.fields;
  if (holiday === 'dDay') return false;
  if (holiday === 'newYear') return match.written.toLowerCase() !== 'new year' || !/^(?:'s|-)$/.test(match.after(1));
  if (holiday === 'sept11') return true;
  // “World Press Freedom Day”, “Saint Patrick's Cathedral”
  if (/^freedom day$/i.test(match.written) && match.isCapitalBefore(1)) return false;
  if (holiday === 'patrick' && !/day$/i.test(match.written) && match.after(1) === "'s") return false;
  if (
    match.isCapitalAfter(1) &&
    !/^(?:day|eve|sunday|monday|weekend|island|i)$/.test(match.after(1)) &&
    match.fields.year === undefined
  )
    return /^(?:in|on|at|by|for|during|since|until|before|after|this|last|next|of|between|and)$/.test(match.before(1));
  return match.after(1) !== 'island' && !(holiday === 'mayDay' && /^(?:call|calls|signal)$/.test(match.after(1)));
}

/** “the Sunday Times” is a paper, “May not” a verb: nothing of the kind is a time. */
export function isPaper(match: MatchView): boolean {
  const [first = '', second = ''] = match.written.split(/\s+/);
  if (/^(?:May|March)$/.test(first)) return match.startsSentence;
  if (/day$/.test(first) && /^[A-Z]/.test(second)) return match.written.split(/\s+/).length === 2;
  return (
    !/day$/i.test(first) ||
    first.toLowerCase() === 'day' ||
    first.toLowerCase() === 'big' ||
    /^(?:one|every)$/i.test(first)
  );
}

/** Whether a noun seems to follow: “the past president”. */
export function isNoun(match: MatchView): boolean {
  const next = match.after(1);
  if (next === '' || classAt(next, 0) !== LOWER) return false;
  return !/^(?:and|or|but|in|at|by|to|with|when|because|as|is|was|were|had|has|have|from|that|for|on|who|it|he|she|they|we|i|a|an|the|not|will|would|could|can|of)$/.test(
    next,
  );
}

/** “1914–1918”, not “pages 1200–1250” or “from 1500 to 2000 soldiers”. */
export function isRange(match: MatchView): boolean {
  const { month, day, era, century, decade, quarter } = match.fields;
  if ([month, day, era, century, decade, quarter].some((field) => field !== undefined)) return true;
  if (NUMBERED.has(match.before(1)) || '$€£¥#'.includes(match.characterBefore || ' ')) return false;
  if (match.isAfter(1, 'counted') || match.after(1) === '%') return false;
  const [first = 0, second = 0] = (match.written.match(/\d+/g) ?? []).map(Number);
  const last = second < 100 ? first - (first % 100) + second : second;
  return (
    last > first &&
    last - first <= 300 &&
    (first >= 1500 || STRONG_YEAR_CUES.has(match.before(1)) || match.before(1) === 'from')
  );
}

/** “the first loss in five years”, “the biggest fall in ten years”: how long, not when. */
export function isRecord(match: MatchView): boolean {
  for (let away = 2; away <= 5; away++)
    if (/^(?:first|second|third|fourth|fifth|most|least|only|time|times|\p{L}{2,}est)$/u.test(match.before(away)))
      return true;
  return false;
}

/** Where prices are told: “closed on Friday at 12”. */
const PRICED = set(
  'close closed closes closing open opened opens opening end ended ends ending finish finished finishes settle settled trade traded trades trading stood ranked sold priced quoted',
);

/** “Friday at 5”, “the morning at 7”; not “Friday at 5 percent”, “closed on Friday at 12”, “Monday at 20 sites”. */
export function isDatedHour(match: MatchView): boolean {
  const { hour, meridiem, clock } = match.fields;
  if (meridiem !== undefined || clock !== undefined) return true;
  if (hour === undefined || hour < 1 || hour > 12) return false;
  if (PRICED.has(match.before(1)) || PRICED.has(match.before(2))) return false;
  return (
    match.after(1) === '' ||
    /^[.,;?!):]$/.test(match.characterAfter) ||
    /^(?:and|or|but|in|for|with|on|please|because|if|when|so|sharp|then|as)$/.test(match.after(1))
  );
}

/** “ten past 9”, “15 past seven o’clock”; not “seven past winners”. */
export function isPastHour(match: MatchView): boolean {
  return (match.fields.hour ?? 25) <= 12 && closesThought(match);
}

/** “9a”, “8:45p” beside a day or behind a preposition: the letter is glued to its number. */
export function isShortClock(match: MatchView): boolean {
  const { day, weekday, dayBy, digits, holiday, hour = 0 } = match.fields;
  if (!/\d[ap](?![\p{L}\p{N}])/iu.test(match.written) || hour > 12) return false;
  const dated = [day, weekday, dayBy, digits, holiday].some((field) => field !== undefined);
  return dated || /^(?:at|around|by|before|after|until|till|from)$/.test(match.before(1));
}

/** “mar3”: nothing but the missing blank says that it is one. */
export function isGlued(match: MatchView): boolean {
  return /^\p{Ll}+\d/u.test(match.written);
}

/** “On 5 May and after a while”, “in 2007 and later moved”: the words behind the bound are what it speaks of. */
function opensOn(match: MatchView): boolean {
  return /\b(?:and|or) (?:after|before|later|earlier)$/i.test(match.written) && /^[\p{L}\p{N}]/u.test(match.after(1));
}

/** “In nineteen ninety-six he left”, not “in two thousand and ten cases”. */
export function isYearInWords(match: MatchView): boolean {
  if ((match.fields.year ?? 0) % 100 === 0) return false;
  if (!/^(?:in|since|until|till|by|before|after|from)$/.test(match.before(1))) return false;
  return closesThought(match) || /^(?:it|he|she|they|we|i|the|a|an|his|her|its|their|there)$/.test(match.after(1));
}

/** “year 2012 or later”, “2018 or later”. */
export function isOpenYear(match: MatchView): boolean {
  return !opensOn(match) && !match.isAfter(1, 'counted');
}

/** “on 11/20”, “Friday 7/6”, “11/20 at 5 pm”; not “2/3 of them”, “by 3/16”, “24/7”, “won 9/10”. */
export function isSlashDay(match: MatchView): boolean {
  const { weekday, by, digits = '', clock, hour } = match.fields;
  if (digits === '24/7' || match.after(1) === 'of' || match.isAfter(1, 'unit') || match.isAfter(1, 'counted'))
    return false;
  if (weekday !== undefined || clock !== undefined || hour !== undefined) return true;
  // Parts larger than a month can be, and no fraction of an inch or a share.
  const isPlain = digits.split('/').some((part) => Number(part) > 12 && Number(part) !== 16);
  const before = match.before(1);
  if (by !== undefined || before === 'on') return true;
  if (!isPlain) return match.isBefore(2, 'dayMonth') && match.before(3) === 'on' && /^(?:,|or|and|&)$/.test(before);
  if (/^(?:,|or|and|&)$/.test(before)) return match.isBefore(2, 'dayMonth');
  if (/^(?:by|until|till|since|from|after|before|due|through|around)$/.test(before)) return true;
  const isTimed = /^(?:at|from|before|after|between|until|till)$/.test(match.after(1));
  if (isTimed) return match.isAfter(2, 'clock') || match.isAfter(2, 'hour');
  return match.startsSentence && /^[^\p{L}]*$/u.test(match.after(1));
}

/** “Mon or Tue”, “next week on Monday, Wed or Fri”: short names beside other weekdays. */
export function isInList(match: MatchView): boolean {
  if (match.isCapitalAfter(1)) return false;
  const [before, after] = [match.before(1), match.after(1)];
  const joint = /^(?:,|and|or|&)$/;
  if (joint.test(before) && match.isBefore(2, 'shortWeekday')) return true;
  if (joint.test(after) && match.isAfter(2, 'shortWeekday')) return true;
  // “On Tuesday, Sun and Google said”: a comma does not say that it goes on.
  return (
    (joint.test(before) && before !== ',' && match.isBefore(2, 'weekday')) ||
    (joint.test(after) && after !== ',' && match.isAfter(2, 'weekday'))
  );
}

/** A date in digits that can be read in one way; “two weeks after 05/07/2021” is two times. */
export function isReadable(match: MatchView): boolean {
  const { digits } = match.fields;
  return digits === undefined || typeof readDigits(digits) === 'object';
}

/** “2 to 4 p.m.”, “between 2 pm and 4”; not “rose $2 to 4 pm”, “from 2 pm to 4 sites”. */
export function isClockRange(match: MatchView): boolean {
  if ('$€£¥#'.includes(match.characterBefore || ' ')) return false;
  return !/(?:and|or|to|through|until|till|[-–—&])\s*\d{1,2}$/i.test(match.written) || isDatedHour(match);
}
