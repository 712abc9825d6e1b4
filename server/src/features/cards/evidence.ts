import type { Mention } from '../../names/types.ts';

/** What made a mention, and of what the model found how often it is right. */
export function evidenceText({ evidence, score }: Pick<Mention, 'evidence' | 'score'>): string {
  return evidence === 'model' ? `by the model, ${score.toFixed(2)}` : (EVIDENCE[evidence] ?? evidence);
}

const EVIDENCE: Readonly<Record<string, string>> = { facts: 'from your facts', rule: 'by rule', list: 'from a list' };
