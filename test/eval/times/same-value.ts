/**
 * Whether two TIMEX3 values say the same: lengths in other units (`P1W`, `P7D`; `PT1.5H`, `PT90M`), and times of day with
 * and without minutes (`T08`, `T08:00`). Where the expected value names no day, the other one may name one of `days`: that of
 * the document, and those that the text names beside it. A time zone is not looked at, since the cases compared with this
 * do not name it.
 */
export function sameValue(expected: string, actual: string, days: readonly string[]): boolean {
  const length = lengthOf(expected);
  if (length !== undefined) return length === lengthOf(actual);
  const wanted = momentOf(expected);
  const found = momentOf(actual);
  if (wanted.clock !== found.clock) return false;
  if (wanted.day !== '') return wanted.day === found.day;
  return found.day === '' || days.includes(found.day) || days.some((day) => found.day === `${day.slice(0, 4)}-XX-XX`);
}

/** Months, days and seconds: between these three, none can be told in another. */
function lengthOf(value: string): string | undefined {
  const found = /^P(?=[\dX.T])([^T]*)(?:T(.+))?$/.exec(value);
  if (found === null) return undefined;
  const lengths = { months: 0, days: 0, seconds: 0 };
  const parts = [...partsOf(found[1] ?? '', DATE_UNITS), ...partsOf(found[2] ?? '', CLOCK_UNITS)];
  for (const { count, unit } of parts) {
    // `PXD` is another length than any with a number, and its unit is all that it says.
    if (unit === undefined || Number.isNaN(count)) return value;
    lengths[unit.kind] += count * unit.size;
  }
  return [lengths.months, lengths.days, lengths.seconds].map((part) => part.toFixed(3)).join(' ');
}

interface Unit {
  readonly kind: 'months' | 'days' | 'seconds';
  readonly size: number;
}

const DATE_UNITS: Readonly<Record<string, Unit>> = {
  CE: { kind: 'months', size: 1200 },
  DE: { kind: 'months', size: 120 },
  Y: { kind: 'months', size: 12 },
  H: { kind: 'months', size: 6 },
  Q: { kind: 'months', size: 3 },
  M: { kind: 'months', size: 1 },
  W: { kind: 'days', size: 7 },
  D: { kind: 'days', size: 1 },
};

const CLOCK_UNITS: Readonly<Record<string, Unit>> = {
  H: { kind: 'seconds', size: 3600 },
  M: { kind: 'seconds', size: 60 },
  S: { kind: 'seconds', size: 1 },
};

function partsOf(text: string, units: Readonly<Record<string, Unit>>): { count: number; unit: Unit | undefined }[] {
  return [...text.matchAll(/([\d.]+|X+)([A-Z]+)/g)].map(([, count, unit]) => ({
    count: Number(count),
    unit: units[unit ?? ''],
  }));
}

function momentOf(value: string): { day: string; clock: string } {
  const at = value.search(/T(?=\d|MO|MI|AF|EV|NI|DT|XX)/);
  if (at === -1) return { day: value, clock: '' };
  const day = value.slice(0, at);
  const clock = value
    .slice(at)
    .replace(/(?:Z|[+-]\d{2}(?::?\d{2})?)$/, '')
    .replace(/^(T\d{2}(?::\d{2})?):00$/, '$1')
    .replace(/^(T\d{2}):00$/, '$1');
  return { day: /^(?:XXXX-XX-XX)?$/.test(day) ? '' : day, clock };
}
