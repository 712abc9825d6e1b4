import { Keywords } from '../text/keywords.ts';
import { follows, type Reading, textAt, wordAt } from '../text/reading.ts';
import type { Token } from '../text/tokens.ts';
import { type Amount, amountText } from './amounts.ts';
import { MEASURES } from './measures.ts';
import type { Found } from './money.ts';

/** The measure that an amount is with its unit: `5km`, `2,000 square miles`, `38 degrees Celsius`. */
export function findQuantity(reading: Reading, amount: Amount): Found | undefined {
  if (amount.short) return undefined;
  const unit = unitBehind(reading, amount);
  if (unit === undefined) return undefined;
  const start = (reading.tokens[amount.first] as Token).start;
  const end = (reading.tokens[unit.last] as Token).end;
  const value = `${amountText(amount)} ${unit.symbol}`;
  return { mention: { start, end, type: 'quantity', evidence: 'rule', score: 1, value }, last: unit.last };
}

interface Unit {
  readonly symbol: string;
  readonly last: number;
}

const UNITS = new Keywords(MEASURES.flatMap(([, words], i) => words.split(' ').map((word) => [word, i + 1] as const)));
const SQUARE = 1;
const CUBIC = 2;
const DEGREE = 3;
const CELSIUS = 4;
const FAHRENHEIT = 5;
const KIND = new Keywords([
  ['square', SQUARE],
  ['sq', SQUARE],
  ['cubic', CUBIC],
  ['metric', 6],
  ['nautical', 7],
  ['degree', DEGREE],
  ['degrees', DEGREE],
  ['celsius', CELSIUS],
  ['centigrade', CELSIUS],
  ['c', CELSIUS],
  ['fahrenheit', FAHRENHEIT],
  ['f', FAHRENHEIT],
]);

function unitBehind(reading: Reading, amount: Amount): Unit | undefined {
  let at = amount.last;
  const hyphen = follows(reading, at, 0) && textAt(reading, at + 1) === '-';
  if (hyphen) at++;
  if (!follows(reading, at, 1)) return undefined;
  at++;
  const kind = wordAt(reading, at, KIND);
  if (kind === DEGREE || textAt(reading, at) === '°') {
    const scale = follows(reading, at, 1) ? wordAt(reading, at + 1, KIND) : 0;
    if (scale === CELSIUS) return { symbol: '°C', last: at + 1 };
    if (scale === FAHRENHEIT) return { symbol: '°F', last: at + 1 };
    return undefined;
  }
  if (kind !== 0 && kind !== CELSIUS && kind !== FAHRENHEIT) {
    const unit = follows(reading, at, 1) ? symbolAt(reading, at + 1) : undefined;
    if (unit === undefined) return undefined;
    if (kind === SQUARE) return { symbol: `${unit}²`, last: at + 1 };
    if (kind === CUBIC) return { symbol: `${unit}³`, last: at + 1 };
    return { symbol: kind === 7 ? 'nmi' : unit, last: at + 1 };
  }
  const symbol = symbolAt(reading, at);
  if (symbol === undefined) return undefined;
  // "80 km/h"
  const perHour =
    symbol === 'km' && textAt(reading, at + 1) === '/' && textAt(reading, at + 2) === 'h' && follows(reading, at, 0);
  return perHour ? { symbol: 'km/h', last: at + 2 } : { symbol, last: at };
}

function symbolAt(reading: Reading, index: number): string | undefined {
  const found = wordAt(reading, index, UNITS);
  return found === 0 ? undefined : (MEASURES[found - 1] as readonly [string, string])[0];
}
