import type { MatchView } from '../../language.ts';
import { closesThought, set } from './around.ts';

/** Guards of times and parts of the day. */

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

/** “2 to 4 p.m.”, “between 2 pm and 4”; not “rose $2 to 4 pm”, “from 2 pm to 4 sites”. */
export function isClockRange(match: MatchView): boolean {
  if ('$€£¥#'.includes(match.characterBefore || ' ')) return false;
  return !/(?:and|or|to|through|until|till|[-–—&])\s*\d{1,2}$/i.test(match.written) || isDatedHour(match);
}
