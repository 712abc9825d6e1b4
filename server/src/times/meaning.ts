/** What a time expression says by itself, before anything around it is asked: what the patterns of a language make. */

/** ISO 8601 designators; `WE` a weekend, `DE` a decade, `CE` a century, `TH TM TS` hours, minutes, seconds. */
export type Unit = 'CE' | 'DE' | 'Y' | 'H' | 'Q' | 'M' | 'SE' | 'W' | 'WE' | 'D' | 'TH' | 'TM' | 'TS';

export type Meaning = Instant | Duration | Recurring | Vague;

/** Fields of the calendar that are said; those left out are open (`XXXX-06-11`). */
export interface CalendarFields {
  readonly era?: 'BC' | 'AD' | undefined;
  readonly century?: number | undefined;
  readonly decade?: number | undefined;
  readonly year?: number | undefined;
  readonly half?: number | undefined;
  readonly quarter?: number | undefined;
  readonly season?: string | undefined;
  readonly month?: number | undefined;
  readonly week?: number | undefined;
  /** The how manieth week of the month or year; -1 is the last one. */
  readonly nthWeek?: number | undefined;
  /** The week that the day lies in. */
  readonly weekOf?: boolean | undefined;
  readonly weekend?: boolean | undefined;
  readonly day?: number | undefined;
  readonly weekday?: number | undefined;
  /** `MO AF EV NI MI DT` */
  readonly part?: string | undefined;
  /** `22:41`, `10`, `24:00` */
  readonly clock?: string | undefined;
  readonly zone?: string | undefined;
  readonly holiday?: string | undefined;
}

/** From where and how far: “last week” is -1 W from publication, “three days later” 3 D from the reference time. */
export interface Base {
  readonly unit: Unit;
  /** `X` and `-X`: some time after or before. */
  readonly by: number | 'X' | '-X';
  readonly basis: 'publication' | 'reference';
  /** “a year ago”, “the year”: how exact it is, or which one, follows from its sentence. */
  readonly loose?: boolean | undefined;
}

export interface Instant {
  readonly kind: 'instant';
  readonly fields: CalendarFields;
  readonly base?: Base | undefined;
  /** “last June”, “next Monday”, “this winter”: which one of its name. */
  readonly select?: -1 | 0 | 1 | undefined;
  /** Where `select` counts from; publication unless said. */
  readonly selectFrom?: 'publication' | 'reference' | undefined;
  /** How far from all that the moment lies: “two weeks before Christmas”. */
  readonly away?: { readonly unit: Unit; readonly by: number } | undefined;
}

export interface Duration {
  readonly kind: 'duration';
  readonly value: string;
}

export interface Recurring {
  readonly kind: 'set';
  readonly value: string;
  readonly quant?: string | undefined;
  readonly freq?: string | undefined;
}

export interface Vague {
  readonly kind: 'reference';
  readonly value: string;
}

/**
 * The intermediate notation: `2021-07-05` for what is whole, `XXXX-06-11` for what is open, `UNDEF-last-month` and
 * `UNDEF-REF-plus-3-day` for what is relative. For people and tests; the engine reads the fields.
 */
export function notation(meaning: Meaning): string {
  if (meaning.kind !== 'instant') return meaning.value;
  const { base, select, fields } = meaning;
  const inside = open(fields);
  if (base !== undefined) {
    const from = base.basis === 'reference' ? 'REF-' : '';
    const unit = UNIT_NAMES[base.unit];
    const by =
      typeof base.by === 'string'
        ? `${base.by === 'X' ? 'plus' : 'minus'}-some-${unit}`
        : base.by === 0
          ? `this-${unit}`
          : Math.abs(base.by) === 1 && !base.loose
            ? `${base.by < 0 ? 'last' : 'next'}-${unit}`
            : `${base.by < 0 ? 'minus' : 'plus'}-${Math.abs(base.by)}-${unit}`;
    return `UNDEF-${from}${by}${inside === '' ? '' : `-${inside}`}`;
  }
  if (select !== undefined) return `UNDEF-${select < 0 ? 'last' : select > 0 ? 'next' : 'this'}-${inside}`;
  return inside;
}

/** Units as they are said, one of each. */
export const UNIT_NAMES: Readonly<Record<Unit, string>> = {
  CE: 'century',
  DE: 'decade',
  Y: 'year',
  H: 'half year',
  Q: 'quarter',
  SE: 'season',
  M: 'month',
  W: 'week',
  WE: 'weekend',
  D: 'day',
  TH: 'hour',
  TM: 'minute',
  TS: 'second',
};

function open(fields: CalendarFields): string {
  const parts: string[] = [];
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) parts.push(`${name}=${value}`);
  const { year, month, day, era } = fields;
  if (era === 'BC' || parts.some((part) => !/^(?:year|month|day)=/.test(part))) return parts.join('-');
  const two = (n: number | undefined) => (n === undefined ? undefined : String(n).padStart(2, '0'));
  return [year === undefined ? 'XXXX' : String(year).padStart(4, '0'), two(month), two(day)]
    .filter((part) => part !== undefined)
    .join('-');
}
