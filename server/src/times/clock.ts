import { type Reading, textAt, wordAt } from '../text/reading.ts';
import type { Token } from '../text/tokens.ts';
import { AM, CLOCK_CUES, HALVES, MONTHS, PM, WEEKDAYS } from './english.ts';
import { isCapitalWord, near, standsAlone } from './written.ts';

/** A time of day: tokens up to `last`. */
export interface WrittenClock {
  readonly start: number;
  readonly end: number;
  readonly last: number;
  /** `T22:41`, `T22`, `T10:41:30`. */
  readonly value: string;
  /** Nothing but its shape says so: it needs a date beside it. */
  readonly weak: boolean;
}

const SHAPE = /^(\d{1,2})(?:([:.])(\d{2})(?::(\d{2}))?)?$/;

/** The time of day that begins with the number at token `index`: `10:41`, `10.41pm`, `10 p.m.` */
export function clockAt(reading: Reading, index: number): WrittenClock | undefined {
  const token = reading.tokens[index] as Token;
  if (token.end - token.start > 8) return undefined;
  const shape = SHAPE.exec(textAt(reading, index));
  if (shape === null) return undefined;
  const [, hours = '', sign, minutes, seconds] = shape;
  const half = halfBehind(reading, index);
  if (half !== undefined) {
    const { start } = token;
    const end = (reading.tokens[index + 1] as Token).end;
    if (Number(hours) < 1 || Number(hours) > 12 || !standsAlone(reading.text, { start, end })) return undefined;
    const hour = (Number(hours) % 12) + (half === PM ? 12 : 0);
    const value = clock(hour, minutes, seconds);
    return value === undefined ? undefined : { start, end, last: index + 1, value, weak: false };
  }
  if (sign !== ':' || !standsAlone(reading.text, token)) return undefined;
  const value = clock(Number(hours), minutes, seconds);
  if (value === undefined) return undefined;
  // "John 3:16"
  if (
    isCapitalWord(reading, index - 1) &&
    wordAt(reading, index - 1, MONTHS) + wordAt(reading, index - 1, WEEKDAYS) + cue(reading, index) === 0
  )
    return { start: token.start, end: token.end, last: index, value, weak: true };
  return {
    start: token.start,
    end: token.end,
    last: index,
    value,
    weak: cue(reading, index) === 0 && hours.length < 2,
  };
}

function cue(reading: Reading, index: number): number {
  return wordAt(reading, index - 1, CLOCK_CUES);
}

function clock(hour: number, minutes: string | undefined, seconds: string | undefined): string | undefined {
  if (hour > 24 || Number(minutes ?? 0) > 59 || Number(seconds ?? 0) > 59) return undefined;
  if (hour === 24 && Number(minutes ?? 0) + Number(seconds ?? 0) > 0) return undefined;
  const parts = [String(hour).padStart(2, '0'), minutes, seconds].filter((part) => part !== undefined);
  return `T${parts.join(':')}`;
}

/** am or pm behind the number, or undefined. */
function halfBehind(reading: Reading, index: number): typeof AM | typeof PM | undefined {
  const token = reading.tokens[index + 1];
  if (token === undefined || !near(reading, index) || token.start - (reading.tokens[index] as Token).end > 1)
    return undefined;
  const half = wordAt(reading, index + 1, HALVES);
  return half === AM || half === PM ? half : undefined;
}
