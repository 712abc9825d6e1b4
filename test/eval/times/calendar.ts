/** The ISO week of a day, as TIMEX3 writes it: `2016-W45`. */
export function isoWeek(day: string): string {
  const date = utc(day);
  const thursday = date + (4 - (weekday(date) || 7)) * DAY;
  const year = new Date(thursday).getUTCFullYear();
  const week = Math.floor((thursday - Date.UTC(year, 0, 1)) / DAY / 7) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/** The decade of a day, as TIMEX3 writes it: `199`. */
export function decadeOf(day: string): string {
  return day.slice(0, 3);
}

/** The last month that a pattern such as `XXXX-05` fits at or before a day, and the next at or after it. */
export function nearestMonths(pattern: string, day: string): string[] {
  const year = Number(day.slice(0, 4));
  return nearest(
    [year - 1, year, year + 1].map((at) => `${at}${pattern.slice(4)}`),
    day.slice(0, 7),
  );
}

/** The same for days, of patterns such as `XXXX-04-22`, `XXXX-XX-04` and `XXXX-WXX-1`; none for other patterns. */
export function nearestDays(pattern: string, day: string): string[] {
  const from = utc(day);
  const fits = fitting(pattern);
  if (fits === undefined) return [];
  const days = Array.from({ length: 2 * REACH + 1 }, (_, at) =>
    new Date(from + (at - REACH) * DAY).toISOString().slice(0, 10),
  );
  return nearest(days.filter(fits), day);
}

/** Leap days may be eight years apart. */
const REACH = 8 * 366;
const DAY = 86_400_000;

function fitting(pattern: string): ((day: string) => boolean) | undefined {
  const week = /^XXXX-WXX-(\d)$/.exec(pattern);
  if (week !== null) return (day) => (weekday(utc(day)) || 7) === Number(week[1]);
  if (/^XXXX-(?:\d{2}|XX)-\d{2}$/.test(pattern)) {
    const ending = pattern.replace(/^XXXX(?:-XX)?/, '');
    return (day) => day.endsWith(ending);
  }
  return undefined;
}

function nearest(sorted: readonly string[], day: string): string[] {
  const past = sorted.filter((at) => at <= day).at(-1);
  const future = sorted.find((at) => at >= day);
  return [...new Set([past, future].flatMap((at) => at ?? []))];
}

function utc(day: string): number {
  return Date.parse(`${day.slice(0, 10)}T00:00:00Z`);
}

function weekday(time: number): number {
  return new Date(time).getUTCDay();
}
