import { expect, test } from 'vitest';
import { surroundings } from '../../client/src/views/surroundings.ts';

test.each([
  ['<<Ann>> left.', '<<Ann>> left.'],
  ['It rained. <<Ann>> left. Bo stayed.', '<<Ann>> left.'],
  ['She met Mr. <<Bo>> there.', 'She met Mr. <<Bo>> there.'],
  ['The regulators in Beijing opened a review of <<Kanzhun>> today.', '…a review of <<Kanzhun>> today.'],
  [
    '<<Ann>> said nothing at all about the weather, the harvest, or what the ministers had for lunch on Sunday.',
    '<<Ann>> said nothing at all about the weather, the harvest, or what the…',
  ],
  ['<<Ann>>\tand   <<', '<<Ann>> and <<'],
  ['<<😀 Ltd.>> left', '<<😀 Ltd.>> left'],
  ['One“word” <<Ann>>', 'One“word” <<Ann>>'],
])('%s', (marked, expected) => {
  const start = marked.indexOf('<<');
  const end = marked.indexOf('>>') - 2;
  const line = marked.replace('<<', '').replace('>>', '');
  const { text, strong } = surroundings(line, start, end);
  expect(`${text.slice(0, strong[0])}<<${text.slice(...strong)}>>${text.slice(strong[1])}`).toBe(expected);
});

test('what stands far away is not looked at', () => {
  const line = `${'a '.repeat(100_000)}Ann${' b'.repeat(100_000)}`;
  expect(surroundings(line, 200_000, 200_003).text.length).toBeLessThan(120);
});
