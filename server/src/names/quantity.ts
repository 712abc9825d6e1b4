import { Keywords } from '../text/keywords.ts';
import { follows, type Reading, textAt, wordAt } from '../text/reading.ts';
import type { Token } from '../text/tokens.ts';
import { type Amount, amountText, minusBefore } from './amounts.ts';
import { heightAt } from './height.ts';
import { MEASURES, PER, PER_WORDS } from './measures.ts';
import type { Found } from './money.ts';

/**
 * The measure that an amount is with its unit: `5km`, `2,000 square miles`, `-5 °C`, `1.2m tonnes`, `60 miles per hour`,
 * `6ft 2in`, `magnitude 7.2`.
 */
export function findQuantity(reading: Reading, amount: Amount): Found | undefined {
  const height = heightAt(reading, amount);
  if (height !== undefined) return quantity(reading, amount.first, height.last, `${height.inches} in`);
  const magnitude = magnitudeAt(reading, amount);
  if (magnitude !== undefined)
    return quantity(reading, magnitude.first, magnitude.last, `${amountText(amount)} magnitude`);
  const unit = unitBehind(reading, amount);
  if (unit === undefined) return undefined;
  const value = `${amountText(amount, amount.power + unit.power)} ${unit.symbol}`;
  const minus = unit.symbol.startsWith('°') ? minusBefore(reading, amount) : undefined;
  const found = quantity(reading, amount.first, unit.last, minus === undefined ? value : `-${value}`);
  return minus === undefined ? found : { ...found, mention: { ...found.mention, start: minus.start } };
}

function quantity(reading: Reading, first: number, last: number, value: string): Found {
  const start = (reading.tokens[first] as Token).start;
  const end = (reading.tokens[last] as Token).end;
  return { mention: { start, end, type: 'quantity', evidence: 'rule', score: 1, value }, last };
}

interface Unit {
  readonly symbol: string;
  readonly last: number;
  /** Power of ten that the unit adds to the amount. */
  readonly power: number;
}

const UNITS = new Keywords(MEASURES.flatMap(([, words], i) => words.split(' ').map((word) => [word, i + 1] as const)));
const SQUARE = 1;
const CUBIC = 2;
const DEGREE = 3;
const CELSIUS = 4;
const FAHRENHEIT = 5;
const METRIC = 6;
const NAUTICAL = 7;
const KIND = new Keywords([
  ['square', SQUARE],
  ['sq', SQUARE],
  ['cubic', CUBIC],
  ['metric', METRIC],
  ['nautical', NAUTICAL],
  ['degree', DEGREE],
  ['degrees', DEGREE],
  ['celsius', CELSIUS],
  ['centigrade', CELSIUS],
  ['c', CELSIUS],
  ['fahrenheit', FAHRENHEIT],
  ['f', FAHRENHEIT],
]);

function unitBehind(reading: Reading, amount: Amount): Unit | undefined {
  const at = behindHyphen(reading, amount.last);
  if (at === undefined) return undefined;
  const kind = wordAt(reading, at, KIND);
  if (kind === DEGREE || textAt(reading, at) === '°') {
    const scale = follows(reading, at, 1) ? wordAt(reading, at + 1, KIND) : 0;
    if (amount.short || (scale !== CELSIUS && scale !== FAHRENHEIT)) return undefined;
    return { symbol: scale === CELSIUS ? '°C' : '°F', last: at + 1, power: 0 };
  }
  if (textAt(reading, at) === '℃') return { symbol: '°C', last: at, power: 0 };
  if (kind !== 0 && kind !== CELSIUS && kind !== FAHRENHEIT) return withKind(reading, at, kind);
  const symbol = symbolAt(reading, at);
  if (symbol === undefined) return undefined;
  // "1.2m tonnes", but "5k m" is nothing that anybody writes.
  if (amount.short && textAt(reading, at).length < 2) return undefined;
  return withRate(reading, symbol, at);
}

/** The token behind a number and its hyphen, if one stands there. */
function behindHyphen(reading: Reading, last: number): number | undefined {
  const hyphen = follows(reading, last, 0) && textAt(reading, last + 1) === '-' ? 1 : 0;
  return follows(reading, last + hyphen, 1) ? last + hyphen + 1 : undefined;
}

/** "square miles", "sq. km", "metric tons", "nautical miles". */
function withKind(reading: Reading, at: number, kind: number): Unit | undefined {
  const stop = textAt(reading, at).length === 2 && textAt(reading, at + 1) === '.' && follows(reading, at, 0) ? 1 : 0;
  const unit = follows(reading, at + stop, 1) ? symbolAt(reading, at + stop + 1) : undefined;
  if (unit === undefined) return undefined;
  const last = at + stop + 1;
  if (kind === SQUARE) return { symbol: `${unit}²`, last, power: 0 };
  if (kind === CUBIC) return { symbol: `${unit}³`, last, power: 0 };
  return { symbol: kind === NAUTICAL ? 'nmi' : unit, last, power: 0 };
}

/** A unit with what it is counted by: "80 km/h", "2.5 mb/d", "60 miles per hour", "2 million barrels a day". */
function withRate(reading: Reading, symbol: string, at: number): Unit {
  const plain = { symbol, last: at, power: 0 };
  if (textAt(reading, at + 1) === '/' && follows(reading, at, 0) && follows(reading, at + 1, 0)) {
    const per = textAt(reading, at + 2);
    // Oil is counted in millions of barrels.
    if (textAt(reading, at) === 'mb' && per === 'd') return { symbol: 'bbl/d', last: at + 2, power: 6 };
    const by = Object.hasOwn(PER, per) ? PER[per] : undefined;
    return by === undefined ? plain : { symbol: `${symbol}/${by}`, last: at + 2, power: 0 };
  }
  if (!follows(reading, at, 1) || wordAt(reading, at + 1, PER_WORD) === 0 || !follows(reading, at + 1, 1)) return plain;
  const found = wordAt(reading, at + 2, RATES);
  if (found === 0) return plain;
  const [, by] = PER_WORDS[found - 1] as readonly [string, string];
  const rate = symbol === 'mi' && by === 'h' ? 'mph' : `${symbol}/${by}`;
  return { symbol: rate, last: at + 2, power: 0 };
}

const PER_WORD = new Keywords([
  ['per', 1],
  ['a', 1],
  ['an', 1],
]);
const RATES = new Keywords(PER_WORDS.map(([word], i) => [word, i + 1] as const));

/** The unit at a token, also squared or cubed: `km²`, `km2`. */
function symbolAt(reading: Reading, index: number): string | undefined {
  const token = reading.tokens[index];
  if (token === undefined || token.kind !== 'word') return undefined;
  const whole = UNITS.get(reading.text, token.start, token.end);
  if (whole > 0) return symbolOf(whole);
  const power = POWERS[reading.text.charAt(token.end - 1)];
  if (power === undefined) return undefined;
  // A metre alone is not among the units: too much else is written with an m.
  if (token.end - token.start === 2 && reading.text[token.start] === 'm') return `m${power}`;
  const found = UNITS.get(reading.text, token.start, token.end - 1);
  return found === 0 ? undefined : `${symbolOf(found)}${power}`;
}

const POWERS: Readonly<Record<string, string>> = { '²': '²', '³': '³', 2: '²', 3: '³' };

function symbolOf(found: number): string {
  return (MEASURES[found - 1] as readonly [string, string])[0];
}

/** An earthquake's: "7.2-magnitude", "magnitude 7.2", "a magnitude of 7.2". */
function magnitudeAt(reading: Reading, amount: Amount): { first: number; last: number } | undefined {
  const { first } = amount;
  if (amount.power !== 0 || Number(amount.low) >= 10) return undefined;
  const behind = behindHyphen(reading, amount.last);
  if (behind !== undefined && wordAt(reading, behind, MAGNITUDE) === 1) return { first, last: behind };
  if (wordAt(reading, first - 1, MAGNITUDE) === 1 && follows(reading, first - 1, 1))
    return { first: first - 1, last: amount.last };
  const of = wordAt(reading, first - 1, MAGNITUDE) === 2 && wordAt(reading, first - 2, MAGNITUDE) === 1;
  if (of && follows(reading, first - 1, 1) && follows(reading, first - 2, 1))
    return { first: first - 2, last: amount.last };
  return undefined;
}

const MAGNITUDE = new Keywords([
  ['magnitude', 1],
  ['of', 2],
]);
