import type { MatchView } from '../../language.ts';
import { readDigits } from '../../numeric.ts';
import { ARTICLES, behind, closesThought, isNoun, opensOn, SUBJECTS, set } from './around.ts';

/** Guards of days, weekdays, months, seasons, quarters and holidays. */

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

/** “on the 20th”, not “on the 5th floor”. */
export function isDayOfMonth(match: MatchView): boolean {
  const { ordinal = 99 } = match.fields;
  return ordinal <= 31 && /\d/.test(match.written) && (closesThought(match) || SUBJECTS.has(match.after(1)));
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

/** “mar3”: nothing but the missing blank says that it is one. */
export function isGlued(match: MatchView): boolean {
  return /^\p{Ll}+\d/u.test(match.written);
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
