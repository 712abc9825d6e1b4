/** Names of months and weekdays in the language that Seedmark speaks to its users. */

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

/** 1 for Monday to 7 for Sunday, by name or short name; 0 for anything else. */
export function weekdayNamed(word: string): number {
  const isShort = word.endsWith('.');
  const name = (isShort ? word.slice(0, -1) : word).toLowerCase();
  if (name.length < 3 || (isShort && name.endsWith('day'))) return 0;
  const index = WEEKDAY_NAMES.findIndex(
    (full) => full.toLowerCase() === name || full.slice(0, 3).toLowerCase() === name,
  );
  return index >= 0 ? index + 1 : (SHORT[name] ?? 0);
}

const SHORT: Readonly<Record<string, number>> = { tues: 2, thur: 4, thurs: 4 };
