import { Keywords } from '../text/keywords.ts';
import { follows, type Reading, textAt, wordAt } from '../text/reading.ts';
import type { Token } from '../text/tokens.ts';
import { type Amount, amountText, readAmount } from './amounts.ts';
import { BEHIND, CODES, CURRENCY_WORDS, NATIONS, SIGNS } from './currencies.ts';
import type { Mention } from './types.ts';

/** A mention of tokens `first` to `last`. */
export interface Found {
  readonly mention: Mention;
  readonly last: number;
}

/** The sum of money that an amount is with what stands beside it: `US$2.8billion`, `139 million euros`, `5bn USD`. */
export function findMoney(reading: Reading, amount: Amount): Found | undefined {
  return signBefore(reading, amount) ?? codeBefore(reading, amount) ?? unitBehind(reading, amount);
}

function signBefore(reading: Reading, amount: Amount): Found | undefined {
  let first = amount.first - 1;
  const sign = reading.tokens[first];
  if (sign === undefined || sign.kind !== 'symbol' || !follows(reading, first, 1)) return undefined;
  const written = textAt(reading, first);
  let code = SIGNS[written];
  if (code === undefined || code === '') return undefined;
  // "US $40 billion"
  if (written === '$' && first > 0 && follows(reading, first - 1, 1)) {
    const nation = NATIONS[textAt(reading, first - 1).toLowerCase()];
    if (nation !== undefined && /^(?:US|U\.S\.)$/.test(textAt(reading, first - 1))) {
      code = nation;
      first--;
    }
  }
  // "2 to $3 million" of "$2 to $3 million": the first number shares the magnitude of the second.
  const power = amount.power === 0 && amount.high === undefined ? sharedPower(reading, amount, written) : amount.power;
  return money(reading, first, amount.last, code, amountText(amount, power));
}

function sharedPower(reading: Reading, amount: Amount, sign: string): number {
  const joint = textAt(reading, amount.last + 1);
  if (!/^(?:to|and|or|-|–|—)$/.test(joint) || textAt(reading, amount.last + 2) !== sign) return 0;
  const second = readAmount(reading, amount.last + 3, false);
  if (second === undefined || second.power < 6 || Number(amount.low) >= 1000) return 0;
  return Number(amount.low) < Number(second.low) ? second.power : 0;
}

function codeBefore(reading: Reading, amount: Amount): Found | undefined {
  const first = amount.first - 1;
  const code = codeAt(reading, first);
  if (code === undefined || !follows(reading, first, 1)) return undefined;
  return money(reading, first, amount.last, code, amountText(amount));
}

function unitBehind(reading: Reading, amount: Amount): Found | undefined {
  let at = amount.last;
  if (follows(reading, at, 0) && textAt(reading, at + 1) === '-') at++;
  if (!follows(reading, at, 1)) return undefined;
  const sign = reading.tokens[at + 1] as Token;
  if (sign.kind === 'symbol') {
    const written = textAt(reading, at + 1);
    if (!BEHIND.includes(written)) return undefined;
    // "5 €10 notes"
    if (reading.tokens[at + 2]?.kind === 'number' && follows(reading, at + 1, 0)) return undefined;
    const code = SIGNS[written] as string;
    return money(reading, amount.first, at + 1, code, code === '' ? undefined : amountText(amount));
  }
  const code = codeAt(reading, at + 1);
  if (code !== undefined) return money(reading, amount.first, at + 1, code, amountText(amount));
  return currencyWord(reading, amount, at);
}

/** A currency in words behind token `at`, with its nation: "Hong Kong dollars". */
function currencyWord(reading: Reading, amount: Amount, at: number): Found | undefined {
  for (let words = 0; words <= 2; words++) {
    const last = at + words + 1;
    if (!follows(reading, last - 1, 1)) return undefined;
    const found = wordAt(reading, last, CURRENCIES);
    if (found === 0) continue;
    const nation = words === 0 ? undefined : NATIONS[phrase(reading, at + 1, last - 1)];
    if (words > 0 && nation === undefined) return undefined;
    const [, code] = CURRENCY_WORDS[found - 1] as readonly [string, string];
    const word = textAt(reading, last).toLowerCase();
    const sterling =
      word.startsWith('pound') && textAt(reading, last + 1).toLowerCase() === 'sterling' && follows(reading, last, 1);
    if (!isMoney(amount, word, nation !== undefined || sterling)) return undefined;
    const whose = nation ?? code;
    const power = word === 'pence' ? amount.power - 2 : amount.power;
    const value = whose === '' || word.startsWith('cent') ? undefined : amountText(amount, power);
    return money(reading, amount.first, sterling ? last + 1 : last, whose, value);
  }
  return undefined;
}

/** Pounds weigh, crowns are worn, and "won" is a verb: those need a magnitude or a nation. */
function isMoney(amount: Amount, word: string, sure: boolean): boolean {
  if (sure || amount.power >= 3) return true;
  if (word === 'won') return amount.low.length >= 4;
  return !/^(?:pounds?|crowns?|dong|rand|taka)$/.test(word);
}

const CURRENCIES = new Keywords(
  CURRENCY_WORDS.flatMap(([words], i) => words.split(' ').map((word) => [word, i + 1] as const)),
);
const CODE_WORDS = new Keywords(CODES.map(([word], i) => [word.toLowerCase(), i + 1] as const));

function codeAt(reading: Reading, index: number): string | undefined {
  const found = wordAt(reading, index, CODE_WORDS);
  if (found === 0) return undefined;
  const [word, code] = CODES[found - 1] as readonly [string, string];
  return textAt(reading, index) === word ? code : undefined;
}

function phrase(reading: Reading, first: number, last: number): string {
  const words: string[] = [];
  for (let i = first; i <= last; i++) words.push(textAt(reading, i));
  return words.join(' ').toLowerCase();
}

function money(reading: Reading, first: number, last: number, code: string, value: string | undefined): Found {
  const start = (reading.tokens[first] as Token).start;
  const end = (reading.tokens[last] as Token).end;
  if (value === undefined) return { mention: { start, end, type: 'money', evidence: 'rule', score: 1 }, last };
  return { mention: { start, end, type: 'money', evidence: 'rule', score: 1, value: `${code} ${value}` }, last };
}
