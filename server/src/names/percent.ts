import { Keywords } from '../text/keywords.ts';
import { follows, type Reading, textAt, wordAt } from '../text/reading.ts';
import type { Token } from '../text/tokens.ts';
import { type Amount, amountText, minusBefore } from './amounts.ts';
import type { Found } from './money.ts';

/** The share that an amount is with its unit: `94%`, `5.7 per cent`, `three percentage points`. */
export function findPercent(reading: Reading, amount: Amount): Found | undefined {
  if (amount.short) return undefined;
  const unit = unitAt(reading, amount);
  if (unit === undefined) return undefined;
  const start = (reading.tokens[amount.first] as Token).start;
  const end = (reading.tokens[unit.last] as Token).end;
  const power = unit.name === 'bp' ? amount.power - 2 : amount.power;
  const minus = minusBefore(reading, amount);
  const value = `${minus ? '-' : ''}${amountText(amount, power)} ${unit.name === 'bp' ? 'pp' : unit.name}`;
  return {
    mention: { start: minus?.start ?? start, end, type: 'percent', evidence: 'rule', score: 1, value },
    last: unit.last,
  };
}

const PERCENT = 1;
const PER = 2;
const CENT = 3;
const PERCENTAGE = 4;
const POINT = 5;
const BASIS = 6;
const WORDS = new Keywords([
  ['percent', PERCENT],
  ['pct', PERCENT],
  ['per', PER],
  ['cent', CENT],
  ['percentage', PERCENTAGE],
  ['percentage-point', PERCENTAGE],
  ['point', POINT],
  ['points', POINT],
  ['basis', BASIS],
]);

/** The unit behind the amount: percent, percentage points, or basis points, a hundred of which are one of those. */
function unitAt(reading: Reading, amount: Amount): { last: number; name: string } | undefined {
  let at = amount.last;
  if (follows(reading, at, 0) && textAt(reading, at + 1) === '-') at++;
  if (!follows(reading, at, 1)) return undefined;
  at++;
  const sign = textAt(reading, at);
  if (sign === '%' || sign === '％') return { last: at, name: '%' };
  const word = wordAt(reading, at, WORDS);
  const next = follows(reading, at, 1) ? wordAt(reading, at + 1, WORDS) : 0;
  if (word === PERCENT) return { last: at, name: '%' };
  if (word === PER && next === CENT) return { last: at + 1, name: '%' };
  if (word === PERCENTAGE && next === POINT) return { last: at + 1, name: 'pp' };
  if (word === BASIS && next === POINT) return { last: at + 1, name: 'bp' };
  return undefined;
}
