import { classAt, DIGIT } from '../../../text/characters.ts';
import type { MatchView } from '../../language.ts';
import { set } from './around.ts';

/** Guards of units, durations and sets. */

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

/** “the first loss in five years”, “the biggest fall in ten years”: how long, not when. */
export function isRecord(match: MatchView): boolean {
  for (let away = 2; away <= 5; away++)
    if (/^(?:first|second|third|fourth|fifth|most|least|only|time|times|\p{L}{2,}est)$/u.test(match.before(away)))
      return true;
  return false;
}
