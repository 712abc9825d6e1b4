import { expect } from 'vitest';
import { findStatements } from '../../../server/src/names/statements/find.ts';
import type { Statement } from '../../../server/src/names/statements/types.ts';
import type { Mention } from '../../../server/src/names/types.ts';
import type { Span } from '../../../server/src/text/span.ts';
import { tokenize } from '../../../server/src/text/tokens.ts';

const TYPES: Readonly<Record<string, string>> = {
  o: 'organization',
  p: 'person',
  l: 'place',
  g: 'group',
  w: 'work',
  r: 'product',
  m: 'money',
};

/** A text in which names stand in brackets with the letter of their type: `[Kanzhun]o, the owner of [Boss Zhipin]r,`. */
export function readingOf(marked: string): { text: string; mentions: Mention[] } {
  let text = '';
  let at = 0;
  const mentions: Mention[] = [];
  for (const { 0: whole, 1: written = '', 2: letter = '', index } of marked.matchAll(/\[([^\]]*)\]([a-z])/g)) {
    text += marked.slice(at, index);
    const start = text.length;
    text += written;
    mentions.push({ start, end: text.length, type: TYPES[letter] ?? letter, evidence: 'model', score: 1 });
    at = index + whole.length;
  }
  return { text: text + marked.slice(at), mentions };
}

export function statementsOf(marked: string): { text: string; found: Statement[] } {
  const { text, mentions } = readingOf(marked);
  return { text, found: findStatements({ text, tokens: tokenize(text), mentions }) };
}

/** What is found, a line each: `role Tom Burt: Vice President for Microsoft`, `alias Mumbai: Bombay (former)`. */
export function check(marked: string, ...expected: readonly string[]): void {
  const { text, found } = statementsOf(marked);
  const written = (span: Span) => text.slice(span.start, span.end);
  const lines = found.map(({ kind, subject, value, employer, former }) => {
    const behind = `${employer === undefined ? '' : ` | ${written(employer)}`}${former === true ? ' (former)' : ''}`;
    return `${kind} ${written(subject)}: ${written(value)}${behind}`;
  });
  expect(lines).toEqual(expected);
}
