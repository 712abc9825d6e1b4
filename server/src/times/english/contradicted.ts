import { type Time, wholeDayOf } from '../types.ts';

/** Code units on each side of a date that are read: a clause is rarely longer. */
const AROUND = 80;

/**
 * Whether a day that a text names in full lies behind the day of publication although its clause says that it is over:
 * “He died on 5 July 2022” in a text of 2021. What tells is a verb of the past in the very clause of the date, with nothing
 * in it that looks ahead; a date that could be one to come is let pass.
 *
 * @param published `YYYY-MM-DD`; nothing is known where it is less.
 */
export function isPastAfter(time: Time, text: string, published: string | undefined): boolean {
  if (published === undefined || published.length !== 10) return false;
  const day = wholeDayOf(time);
  if (day === undefined || day <= published || time.tense === 'future' || time.mod !== undefined) return false;
  const before = clauseBefore(text.slice(Math.max(0, time.start - AROUND), time.start));
  // Only “on” leads to the day on which something was; “for”, “by”, “until” and none at all may look ahead.
  if (before.at(-1) !== 'on') return false;
  const clause = before.length > 1 ? before : clauseBehind(text.slice(time.end, time.end + AROUND));
  return clause.some((word) => PAST.has(word)) && !clause.some((word) => AHEAD.has(word));
}

/** Words between the last sign that parts clauses and the date. */
function clauseBefore(text: string): string[] {
  return wordsOf(text.slice(lastSign(text)));
}

function lastSign(text: string): number {
  let at = text.length;
  while (at > 0 && !PARTS.test(text.charAt(at - 1))) at--;
  return at;
}

/** The clause that a date opens: “On 5 July 2022, he died”. */
function clauseBehind(text: string): string[] {
  const rest = text.replace(/^,/, '');
  const end = rest.search(PARTS);
  return wordsOf(end < 0 ? rest : rest.slice(0, end));
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}’'-]+/gu) ?? [];
}

/** What parts clauses; a full stop may be an abbreviation's, and then less is read. */
const PARTS = /[,;:.!?()[\]“”"«»—–\r\n]/;

/** English verbs that are of the past in every use; those like “set” and “put” are left out. */
const PAST = new Set(
  (
    'was were had did died killed began became came went left said told met fell rose won lost took gave broke ' +
    'signed announced arrived opened closed ended started happened occurred resigned crashed collapsed launched ' +
    'attacked invaded surrendered elected arrested released published reported founded died married'
  ).split(' '),
);

/** Words that look ahead, say that something need not be so, or tell of a later version of the document itself. */
const AHEAD = new Set(
  (
    'will shall would should could may might must can to if unless until till by for from next due set scheduled ' +
    'planned planning expected supposed slated booked postponed moved delayed deadline is are has have be being ' +
    'expires expire ends begins starts takes opens closes not updated corrected amended revised modified'
  ).split(' '),
);
