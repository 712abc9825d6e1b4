import { expect, test } from 'vitest';
import { inSentence } from '../../client/src/review/sentence.ts';

/** The words between bars, as a row shows them. */
function shown(text: string): string {
  const lines = text.split('\n');
  const places: { line: number; character: number }[] = [];
  for (const [line, content] of lines.entries())
    for (let at = content.indexOf('|'); at !== -1; at = content.indexOf('|', at + 1))
      places.push({ line, character: at - places.filter((place) => place.line === line).length });
  const [start, end] = places;
  if (start === undefined || end === undefined) throw new Error(`two bars are needed: ${text}`);
  const plain = text.replaceAll('|', '').split('\n');
  return inSentence({ start, end }, (line) => plain[line] ?? '');
}

test.each([
  ['|Rain| fell.', '‹Rain› fell.'],
  ['It fell first. Then |Rain| fell. It stopped.', 'Then ‹Rain› fell.'],
  ['before it\nfell on |Monday|, as\neverybody knows.', 'before it fell on ‹Monday›, as everybody knows.'],
  ['the |New\nYork| Times', 'the ‹New York› Times'],
  ['Title: A\n\n|Rain| fell\n\nIt stopped', '‹Rain› fell'],
])('%j', (text, expected) => {
  expect(shown(text)).toBe(expected);
});

test('a long sentence is cut at words', () => {
  const text = shown(`${'before '.repeat(20)}|Rain|${' behind'.repeat(20)}`);
  expect(text).toMatch(/^…before (before )*‹Rain›( behind)+…$/);
  expect(text.length).toBeLessThan(100);
});
