import type { Unit } from './meaning.ts';

/**
 * What a language brings to the engine: words with what they mean, and patterns over them. The engine itself knows no
 * word of any language; `docs/times.md` says how to add one.
 */
export interface Language {
  /** BCP 47, e.g. `en`. */
  readonly id: string;
  /** Classes of words, by the name that patterns use. */
  readonly classes: Readonly<Record<string, WordClass>>;
  /** Number words to their values, below a hundred, and what multiplies them (`hundred`, `thousand`). */
  readonly numbers: Readonly<Record<string, number>>;
  readonly multipliers: Readonly<Record<string, number>>;
  /** Ordinal words to their values. Tens and an ordinal compose: “twenty-first”. */
  readonly ordinals: Readonly<Record<string, number>>;
  /** What stands behind the digits of an ordinal: `st`, `nd`; for many languages a full stop. */
  readonly ordinalEndings: readonly string[];
  /** What stands between the parts of a number word, beside blanks and hyphens: `and`. */
  readonly numberJoints: readonly string[];
  /** What adds a half to the number before it, word by word: `and a half`. */
  readonly halves: readonly string[];
  /** What stands behind the digits of a decade: `s` of “1990s”. */
  readonly decadeEndings: readonly string[];
  /** Sub-patterns that others use as `<name>`. */
  readonly parts: Readonly<Record<string, string>>;
  /** Earlier rules win over later ones that read the same words. */
  readonly rules: readonly Rule[];
  /** Words near a time that say whether its sentence speaks of the past or the future. */
  readonly future: readonly string[];
  /** The same of two words: “was to”. */
  readonly futurePairs?: readonly string[];
  readonly past: readonly string[];
  /** How regular verbs of the past end: `ed`. */
  readonly pastEndings: readonly string[];
  /** Words behind which a form of the past is none: “will be elected”. */
  readonly helpers?: readonly string[];
  /** When the holidays fall that its words name. */
  readonly holidays: Readonly<Record<string, HolidayRule>>;
}

/**
 * Words of one class: what they mean to the words that mean it, parted by commas; words of several parts are written
 * with blanks (`new year’s eve`). A word with a capital must have one in the text (`May`, `Sun`); in lower case it may
 * have any case. `field` is what a match contributes; a class without one only marks the place.
 */
export interface WordClass {
  readonly field?: FieldName;
  readonly words: Readonly<Record<string, string>>;
}

export type FieldName = keyof Fields;

/** What the parts of a match say together. Numbers unless said otherwise. */
export interface Fields {
  readonly era?: 'BC' | 'AD';
  /** Centuries as ISO 8601 has them: 18 is 1800 to 1899. */
  readonly century?: number;
  /** 199 is 1990 to 1999. */
  readonly decade?: number;
  readonly year?: number;
  /** Two digits. */
  readonly shortYear?: number;
  readonly half?: number;
  readonly quarter?: number;
  /** `SP SU FA WI` */
  readonly season?: string;
  readonly month?: number;
  readonly week?: number;
  /** The how manieth week of a month or year; -1 is the last one. */
  readonly nthWeek?: number;
  /** The week that the day lies in. */
  readonly weekOf?: number;
  readonly weekend?: number;
  readonly day?: number;
  /** 1 for Monday to 7 for Sunday */
  readonly weekday?: number;
  /** `MO MI AF EV NI DT`, or a clock time such as `12:00` */
  readonly part?: string;
  readonly hour?: number;
  /** As written: `10:41`, `10.41`. */
  readonly clock?: string;
  readonly minute?: number;
  readonly second?: number;
  /** `AM` or `PM` */
  readonly meridiem?: string;
  /** Offset of a time zone as a value writes it: `Z`, `-05`. */
  readonly zone?: string;
  readonly holiday?: string;
  readonly count?: number | 'X';
  readonly ordinal?: number;
  readonly unit?: Unit;
  /** How far from the base, in units: -1 for “last”. */
  readonly by?: number;
  /** Days from today: -1 for “yesterday”. */
  readonly dayBy?: number;
  /** Where a relative time counts from. */
  readonly basis?: 'publication' | 'reference';
  /** The direction of “ago” and “later”: -1 or 1. */
  readonly sign?: number;
  /** What the time hangs on stands behind it: 1 after, -1 before. */
  readonly anchor?: number;
  /** TIMEX3 mod: START MID END APPROX … */
  readonly mod?: string;
  /** PRESENT_REF, PAST_REF, FUTURE_REF */
  readonly reference?: string;
  /** TIMEX3 quant and freq of sets. */
  readonly quant?: string;
  readonly freq?: string;
  /** A whole value, where the language gives one. */
  readonly value?: string;
  /** Written in digits with two readings, or as one that cannot be; the text says it. */
  readonly digits?: string;
}

export type RuleKind =
  /** A point or stretch of the calendar, absolute or relative. */
  | 'instant'
  /** So many units from an instant that is said with it: “two weeks before Christmas”. */
  | 'shifted'
  | 'duration'
  | 'set'
  | 'reference'
  /** Two instants with a joint between them; what one leaves out the other says. */
  | 'pair'
  /** No time at all, though some of its words look like one. */
  | 'nothing';

export interface Rule {
  readonly kind: RuleKind;
  /** One pattern a line; see `engine/patterns.ts` for how they are written. */
  readonly patterns: string;
  /** What the pattern itself contributes. */
  readonly fields?: Fields;
  /** Whether it reads dates of the calendar and nothing else: what metadata and the heads of pages are read for. */
  readonly absolute?: boolean;
  /** A last look at the surroundings: false gives the match up. */
  readonly when?: (match: MatchView) => boolean;
}

/** A match and the words around it, as a rule's `when` sees them. */
export interface MatchView {
  readonly fields: Fields;
  /** The word so many cells before the match (1 is the one right before), in lower case; '' where none stands. */
  before(distance: number): string;
  after(distance: number): string;
  /** Whether the word at that distance belongs to a class. */
  isBefore(distance: number, className: string): boolean;
  isAfter(distance: number, className: string): boolean;
  isCapitalBefore(distance: number): boolean;
  isCapitalAfter(distance: number): boolean;
  /** The matched text. */
  readonly written: string;
  /** Whether nothing stands before it in its sentence. */
  readonly startsSentence: boolean;
  /** What the words near it speak of. */
  readonly tense: 'future' | 'past' | undefined;
  /** The characters right before and right behind the match, '' at the ends. */
  readonly characterBefore: string;
  readonly characterAfter: string;
}

/** When a holiday falls: a day of a month, the nth weekday of a month (-1: the last), days from Easter, or by another calendar. */
export type HolidayRule =
  | {
      readonly month: number;
      readonly day: number /** Said without a year it is of this one. */;
      readonly year?: number;
    }
  | { readonly month: number; readonly weekday: number; readonly nth: number; readonly plus?: number }
  | { readonly easter: number }
  | { readonly orthodoxEaster: number }
  | {
      readonly calendar: 'chinese' | 'hebrew' | 'islamic-umalqura';
      readonly month: number | string;
      readonly day: number;
    };
