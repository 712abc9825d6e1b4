import { describe, expect, test } from 'vitest';
import { nameRange, numbered, pathProblem, tidyPath } from '../../client/src/commands/seedPath.ts';

describe('the path of a new seed', () => {
  test.each([
    'seeds/a.txt',
    'a.seed',
    'a/b/c.txt',
    'seeds\\a.txt',
    ' seeds/a.txt ',
    '新华社/荷兰.txt',
    'console.txt',
    'a',
  ])('%j is good', (path) => {
    expect(pathProblem(path)).toBeUndefined();
  });

  test.each([
    ['', /Write where/],
    ['  ', /Write where/],
    ['/etc/a.txt', /from the workspace folder on/],
    ['C:\\a.txt', /from the workspace folder on/],
    ['\\\\server\\a.txt', /from the workspace folder on/],
    ['../a.txt', /inside the workspace/],
    ['seeds/../../a.txt', /inside the workspace/],
    ['seeds/..\\..\\a.txt', /inside the workspace/],
    ['seeds/', /no name/],
    ['seeds//a.txt', /no name/],
    ['./a.txt', /no name/],
    ['a?.txt', /“\?”/],
    ['a\u0000.txt', /cannot stand/],
    ['seeds/nul.txt', /Windows/],
    ['seeds /a.txt', /Windows/],
    ['a.txt.', /Windows/],
    ['a.annotations.yaml', /no seed/],
    [`${'界'.repeat(90)}.txt`, /too long/],
  ])('%j is refused', (path, problem) => {
    expect(pathProblem(path)).toMatch(problem);
  });

  test('numbers go before the ending', () => {
    expect(['a/b.txt', 'a.seed', 'b.seed.txt', 'a.b/c', '.txt'].map((path) => numbered(path, 2))).toEqual([
      'a/b-2.txt',
      'a-2.seed',
      'b-2.seed.txt',
      'a.b/c-2',
      '.txt-2',
    ]);
  });

  test('the name is selected without folder and ending', () => {
    expect(nameRange('seeds/a-b.txt')).toEqual([6, 9]);
    expect(nameRange('a.b/c')).toEqual([4, 5]);
    expect(tidyPath(' a\\b ')).toBe('a/b');
  });
});
