import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileGlob } from '../../server/src/text/glob.ts';

describe('a glob', () => {
  test.each<[glob: string, matching: string[], others: string[]]>([
    ['a.txt', ['a.txt'], ['b/a.txt', 'axtxt', 'a.txt.b', '']],
    ['*.txt', ['a.txt', '.txt', 'a b.txt'], ['b/a.txt', 'a.txts']],
    ['?.txt', ['a.txt'], ['.txt', 'ab.txt', '/.txt']],
    ['**/*.seed', ['a.seed', 'b/a.seed', 'c/b/a.seed'], ['a.seeds', 'b/seed']],
    ['**/seeds/**/*.txt', ['seeds/a.txt', 'x/seeds/y/z/a.txt'], ['seeds.txt', 'xseeds/a.txt', '/seeds/a.txt']],
    ['seeds/**', ['seeds/', 'seeds/a', 'seeds/a/b'], ['seeds', 'x/seeds/a']],
    ['a**b', ['ab', 'a/x/b'], ['a/x/c']],
    ['*.{seed,txt}', ['a.seed', 'a.txt'], ['a.', 'a.seed,txt']],
    ['{a,b{c,d}}/x', ['a/x', 'bc/x', 'bd/x'], ['b/x', 'ad/x']],
    ['{a,}b', ['ab', 'b'], ['aab']],
    ['{a,b', ['a', 'b'], ['{a,b']],
    ['a}b,c', ['a}b,c'], ['ab']],
    ['a+(b)[c]^$|\\.', ['a+(b)[c]^$|\\.'], ['ab', 'a+(b)[c]^$|\\x']],
    ['', [''], ['a']],
  ])('%s', (glob, matching, others) => {
    const { test: matches } = compileGlob(glob);
    expect(matching.filter((path) => !matches(path))).toEqual([]);
    expect(others.filter(matches)).toEqual([]);
  });

  test('means what its regular expression means', () => {
    const piece = fc.constantFrom('*', '**', '**/', '?', '/', 'a', 'b', '.', '{', '}', ',', '+');
    const path = fc.array(fc.constantFrom('a', 'b', '/', '.', '+', ','), { maxLength: 8 }).map((x) => x.join(''));
    const glob = fc.array(piece, { maxLength: 8 }).map((x) => x.join(''));
    fc.assert(
      fc.property(glob, fc.array(path, { maxLength: 8 }), (pattern, paths) => {
        const compiled = compileGlob(pattern);
        const expression = asExpression(pattern);
        for (const each of paths) expect(compiled.test(each), `${pattern} on ${each}`).toBe(expression.test(each));
      }),
      { numRuns: 2_000 },
    );
  });

  test.each(['*a', '**a', '**/', '?*', '{a,*}', '{**,a*}'])('%s again and again ends at once', (piece) => {
    expect(compileGlob(`${piece.repeat(40)}/b`).test('a/'.repeat(500))).toBe(false);
    expect(compileGlob(`${piece.repeat(40)}b`).test('a'.repeat(1_000))).toBe(false);
  });
});

/** Short patterns only: this is what must not be done with those of strangers. */
function asExpression(glob: string): RegExp {
  let depth = 0;
  const source = glob.replace(/(?<=^|\/)\*\*\/|\*\*|[\s\S]/g, (c) => {
    if (c === '**/') return '(?:[^/]+/)*';
    if (c === '**') return '.*';
    if (c === '*') return '[^/]*';
    if (c === '?') return '[^/]';
    if (c === ',' && depth > 0) return '|';
    if (c === '{') depth++;
    else if (c !== '}' || depth-- === 0) {
      depth = Math.max(0, depth);
      return c.replace(/[\\^$.|+()[\]{}]/, '\\$&');
    }
    return c === '{' ? '(?:' : ')';
  });
  return new RegExp(`^${source}${')'.repeat(depth)}$`);
}
