import type { Block } from '../seed/types.ts';
import type { Reading } from '../text/reading.ts';
import { type Token, tokenize } from '../text/tokens.ts';
import { beginsAmount, readAmount } from './amounts.ts';
import { findEvents } from './events.ts';
import { hasNames, namesOfField } from './fields.ts';
import { findLaws } from './laws.ts';
import { merge } from './merge.ts';
import { DEFAULT } from './model/shown.ts';
import { type Found, findMoney } from './money.ts';
import { findPercent } from './percent.ts';
import { findQuantity } from './quantity.ts';
import type { Mention, NameContext } from './types.ts';

/**
 * What is named in a block, in order and without overlaps. Where two claim the same place, facts beat rules and rules
 * beat lists; the user's words that are never names take away what no fact says.
 */
export function recognize(
  { text, field }: Block,
  context: NameContext,
  /** The tokens of the block's text, where they are at hand. */
  tokens: readonly Token[] = tokenize(text),
): Mention[] {
  if (field !== undefined && !hasNames(field)) return [];
  const matched = context.matcher.match(text, tokens);
  const facts = matched.filter((mention) => mention.evidence === 'facts');
  const lists = matched.filter(({ evidence, type, score }) => evidence !== 'facts' && isSure(type, score, context));
  const reading = { text, tokens };
  const worded = merge(merge(findLaws(reading), findEvents(reading)), amounts(reading));
  const rules = field === undefined ? worded : merge(namesOfField(field, text), worded);
  const allowed = (mention: Mention) => !isNever(text.slice(mention.start, mention.end), context);
  return merge(facts, merge(rules.filter(allowed), lists.filter(allowed)));
}

/**
 * The same of what names something and is no value: amounts are not looked for. For an index of much text, whose first
 * reading is to be quick.
 */
export function recognizeNames(
  { text }: Block,
  context: NameContext,
  tokens: readonly Token[] = tokenize(text),
): Mention[] {
  const matched = context.matcher.match(text, tokens);
  const facts = matched.filter((mention) => mention.evidence === 'facts');
  const lists = matched.filter(({ evidence, type, score }) => evidence !== 'facts' && isSure(type, score, context));
  const reading = { text, tokens };
  const allowed = (mention: Mention) => !isNever(text.slice(mention.start, mention.end), context);
  const rules = merge(findLaws(reading), findEvents(reading));
  return merge(facts, merge(rules.filter(allowed), lists.filter(allowed)));
}

/** Whether the user says that these words are never a name. */
export function isNever(written: string, { never }: NameContext): boolean {
  return never.size > 0 && never.has(normal(written));
}

/** Lists are as sure as the model where they speak: whoever wants to see less of it wants to see less of them. */
function isSure(type: string, score: number, { thresholds }: NameContext): boolean {
  return score >= (thresholds?.get(type) ?? thresholds?.get(DEFAULT) ?? 0);
}

/** Money, shares and measures. */
function amounts(reading: Reading): Mention[] {
  const found: Mention[] = [];
  const { tokens } = reading;
  let end = 0;
  for (let i = 0; i < tokens.length; i++) {
    if (!beginsAmount(reading, i)) continue;
    const match = amountAt(reading, i);
    if (match === undefined || match.mention.start < end) continue;
    found.push(match.mention);
    end = (tokens[match.last] as Token).end;
    i = match.last;
  }
  return found;
}

/** What the number at token `index` counts; with a second number behind it ("5 to 10 per cent") rather than alone. */
function amountAt(reading: Reading, index: number): Found | undefined {
  for (const range of [true, false]) {
    const amount = readAmount(reading, index, range);
    if (amount === undefined) continue;
    const found = findMoney(reading, amount) ?? findPercent(reading, amount) ?? findQuantity(reading, amount);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Lower case, one blank for any blanks, one apostrophe: the form in which words that are never names are compared. */
export function normal(written: string): string {
  return written.toLowerCase().replace(/\s+/g, ' ').replaceAll('’', "'");
}
