import { expect, test } from 'vitest';
import { type ProgressStream, startProgress } from '../../server/src/cli/progress.ts';

/** A terminal that keeps what is written, and a clock that is set. */
function terminal(stream: Partial<ProgressStream> = {}, term = 'xterm') {
  const written: string[] = [];
  let time = 1000;
  const progress = startProgress({ isTTY: true, write: (text) => written.push(text), ...stream }, () => time, term);
  return {
    written,
    clear: () => progress.clear(),
    /** So many milliseconds after the start so many of 10,000 are done. */
    at(milliseconds: number, done: number, total = 10_000) {
      time = 1000 + milliseconds;
      progress.show(done, total);
    },
  };
}

test('a short run shows nothing and has nothing to clear', () => {
  const { at, clear, written } = terminal();
  at(0, 0);
  at(499, 900);
  clear();
  expect(written).toEqual([]);
});

test('from half a second on one line is rewritten, ten times a second at most', () => {
  const { at, clear, written } = terminal();
  at(500, 1200);
  at(550, 1300);
  at(599, 1400);
  at(600, 1500);
  clear();
  clear();
  expect(written).toEqual([
    '\r\u001b[KChecked 1,200 of 10,000 seeds…',
    '\r\u001b[KChecked 1,500 of 10,000 seeds…',
    '\r\u001b[K',
  ]);
});

test('other output clears it; it comes back when its time has come', () => {
  const { at, clear, written } = terminal();
  at(500, 1);
  clear();
  at(510, 2);
  at(600, 3);
  expect(written).toEqual([
    '\r\u001b[KChecked 1 of 10,000 seeds…',
    '\r\u001b[K',
    '\r\u001b[KChecked 3 of 10,000 seeds…',
  ]);
});

test.each<[string, Partial<ProgressStream>, number, string]>([
  ['one seed', {}, 1, 'Checked 0 of 1 seed…'],
  ['a narrow terminal', { columns: 12 }, 1000, 'Checked 0 o'],
  ['a terminal that does not know its width', { columns: 0 }, 1000, 'Checked 0 of 1,000 seeds…'],
])('%s', (_name, stream, total, line) => {
  const { at, written } = terminal(stream);
  at(500, 0, total);
  expect(written).toEqual([`\r\u001b[K${line}`]);
});

test.each<[string, Partial<ProgressStream>, string]>([
  ['no terminal', { isTTY: false }, 'xterm'],
  ['a stream that does not say', { isTTY: undefined }, 'xterm'],
  ['a terminal that cannot rewrite a line', {}, 'dumb'],
])('%s: nothing', (_name, stream, term) => {
  const { at, clear, written } = terminal(stream, term);
  at(5000, 1);
  clear();
  expect(written).toEqual([]);
});
