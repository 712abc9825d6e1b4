import { classAt, DIGIT, LOWER } from '../../text/characters.ts';
import type { MatchView } from '../language.ts';

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
  'on in by since until till from before after between during of and to through around about last next this every each early late mid published updated posted dated date created retrieved accessed starting beginning ending effective for is was or that next previous following than throughout around both , ( – — - per mid- ended ending through',
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
  if (/^\d/.test(match.after(1))) return false;
  if (mod !== undefined) return true;
  const before = match.before(1);
  if (/^[A-Za-z]{3,4}\.?$/.test(match.written) && !/^(?:may|june|july)$/i.test(match.written)) {
    // "Jan." and "Dec" alone are names as often as months.
    return (
      /^(?:in|since|until|till|by|from|last|next|during|of|to|through)$/.test(before) &&
      (match.written.endsWith('.') || month > 8)
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
  // “on Saturday, the fourth day”: an ordinal of what follows.
  if (match.fields.day !== undefined || match.fields.ordinal !== undefined)
    return !match.isAfter(1, 'counted') && !(!/\d(?:st|nd|rd|th)$/.test(match.written) && isNoun(match));
  if (/^(?:black|bloody|ruby|joe|man|girl|casual|super|ash|good)$/.test(match.before(1)) && match.isCapitalBefore(1))
    return /^(?:black|bloody|super)$/.test(match.before(1));
  return !/^(?:night|harbor|harbour|agreement)$/.test(match.after(1)) || match.after(1) === 'night';
}

const CLOCK_CUES = set(
  'at by until till from to around about before after since between approximately circa and , ( -',
);

/** A time of day: “at 10:41”, “10 pm”; not “won 3:1”, “John 3:16”, “10.41”. */
export function isClock(match: MatchView): boolean {
  const { clock, meridiem, zone, hour, day, weekday, dayBy, part, digits } = match.fields;
  const dated = day !== undefined || weekday !== undefined || dayBy !== undefined || digits !== undefined;
  if (clock === undefined && hour === undefined) {
    // "noon", "midnight"; dawn and dusk are told of as things.
    if (part === undefined || dated) return true;
    if (/dawn|daybreak|sunrise|dusk|sunset|nightfall/i.test(match.written))
      return /^(?:at|before|by|until|since|after|from|of)$/.test(match.before(1)) && match.after(1) !== 'of';
    return !match.isCapitalAfter(1);
  }
  if (meridiem !== undefined || zone !== undefined || part !== undefined) return true;
  if (/[a-z]/i.test(match.written) && !dated) return true;
  if (clock === undefined) return !dated;
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

/** “on the 20th”, not “on the 5th floor”. */
export function isDayOfMonth(match: MatchView): boolean {
  const { ordinal = 99 } = match.fields;
  return ordinal <= 31 && /\d/.test(match.written) && closesThought(match);
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

/** Durations that are none: “a second chance”, “the 30-day …” is one. */
export function isSpanOfTime(match: MatchView): boolean {
  const { unit, count } = match.fields;
  const written = match.written.toLowerCase();
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
