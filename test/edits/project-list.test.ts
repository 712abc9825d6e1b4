import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addToProject } from '../../server/src/edits/project-list.ts';
import { globOfPath, globsLike } from '../../server/src/edits/seed-globs.ts';
import { readProject } from '../../server/src/project/read.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { compileGlob } from '../../server/src/text/glob.ts';

function added(text: string | undefined, glob = 'letters/*.md'): string {
  const change = addToProject(text, 'seeds', glob);
  if ('problem' in change) return `refused: ${change.problem}`;
  return applyEdits(text ?? '', change.edits);
}

describe('a glob is added to seedmark.yaml', () => {
  test.each<[name: string, before: string | undefined, after: string]>([
    ['no file', undefined, 'seeds:\n  - letters/*.md\n'],
    ['an empty file', '', 'seeds:\n  - letters/*.md\n'],
    ['comments only', '# ours\n', '# ours\nseeds:\n  - letters/*.md\n'],
    ['a marker', '---\n# ours\n', '---\nseeds:\n  - letters/*.md\n# ours\n'],
    ['other keys', 'never: [Key Stage]\n', 'never: [Key Stage]\nseeds:\n  - letters/*.md\n'],
    ['no line end at the end', 'never: [Key Stage]', 'never: [Key Stage]\nseeds:\n  - letters/*.md'],
    [
      'a list, its comments kept',
      'seeds:\n  # the old ones\n  - a/*.txt # first\n  # goes on\n\nnever: [x]\n',
      'seeds:\n  # the old ones\n  - a/*.txt # first\n  - letters/*.md\n  # goes on\n\nnever: [x]\n',
    ],
    [
      'a list without indentation',
      'seeds:\n- a/*.txt\nnever: [x]\n',
      'seeds:\n- a/*.txt\n- letters/*.md\nnever: [x]\n',
    ],
    ['CRLF', 'seeds:\r\n    - a/*.txt\r\n', 'seeds:\r\n    - a/*.txt\r\n    - letters/*.md\r\n'],
    ['a list in brackets', 'seeds: [a/*.txt]\n', 'seeds: [a/*.txt, letters/*.md]\n'],
    ['an empty one', 'seeds: []\n', 'seeds: [letters/*.md]\n'],
    [
      'brackets over lines',
      'seeds: [\n  a/*.txt,\n  b/*.txt\n]\n',
      'seeds: [\n  a/*.txt,\n  b/*.txt,\n  letters/*.md\n]\n',
    ],
    ['a comma behind the last', 'seeds: [\n  a/*.txt,\n]\n', 'seeds: [\n  a/*.txt,\n  letters/*.md,\n]\n'],
    ['nothing behind the key', 'seeds:\nnever: [x]\n', 'seeds:\n  - letters/*.md\nnever: [x]\n'],
    ['a comment behind the key', 'seeds: # more to come\n', 'seeds: # more to come\n  - letters/*.md\n'],
    ['null', 'seeds: ~\nnever: [x]\n', 'seeds:\n  - letters/*.md\nnever: [x]\n'],
    ['a single text', 'seeds: a/*.txt # old\n', 'seeds: [a/*.txt, letters/*.md] # old\n'],
    ['JSON', '{"never": ["x"]}\n', '{"never": ["x"], "seeds": ["letters/*.md"]}\n'],
    ['JSON with a list', '{"seeds": ["a/*.txt"]}\n', '{"seeds": ["a/*.txt", "letters/*.md"]}\n'],
    ['it is there already', 'seeds: ["letters/*.md"]\n', 'seeds: ["letters/*.md"]\n'],
  ])('%s', (_name, before, after) => {
    expect(added(before)).toBe(after);
  });

  test('a glob that YAML would read as something else is quoted', () => {
    expect(added(undefined, '**/*.md')).toBe('seeds:\n  - "**/*.md"\n');
    expect(added('seeds: [a]\n', 'x, y.md')).toBe('seeds: [a, "x, y.md"]\n');
  });

  test.each([
    ['broken YAML', 'seeds: [a\n', /cannot be read as YAML/],
    [
      'a merge conflict',
      '<<<<<<< ours\nseeds:\n  - a\n=======\nseeds:\n  - b\n>>>>>>> theirs\n',
      /cannot be read as YAML/,
    ],
    ['a list at the top', '- a\n', /key: value/],
    ['a mapping', 'seeds:\n  a: b\n', /by hand/],
    ['an alias', 'never: &x [a]\nseeds: *x\n', /by hand/],
  ])('%s is refused', (_name, before, problem) => {
    expect(added(before)).toMatch(problem);
  });

  test('whatever the file, all other keys keep their bytes', () => {
    const line = fc.constantFrom(
      'seeds:',
      'seeds: [a]',
      'seeds: []',
      '  - b/*.txt',
      '- c',
      '# note',
      '',
      'never: [x]',
      'types:',
      '  - id: v',
      'metadata: {required: [title]}',
      '    - d',
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), fc.constantFrom('\n', '\r\n'), (lines, end) => {
        const before = lines.join(end);
        const change = addToProject(before, 'seeds', 'z/*.md');
        if ('problem' in change) return;
        const after = applyEdits(before, change.edits);
        expect(readProject(after).project.seeds).toEqual([...readProject(before).project.seeds, 'z/*.md']);
        for (const one of lines) if (!one.startsWith('seeds')) expect(after).toContain(one);
      }),
    );
  });
});

describe('globs for files like one', () => {
  test.each([
    ['letters/1890/a.md', ['letters/1890/*.md', 'letters/1890/**/*.md', 'letters/**/*.md']],
    ['letters/a.md', ['letters/*.md', 'letters/**/*.md']],
    ['a.md', ['*.md', '**/*.md']],
    ['letters/README', ['letters/*', 'letters/**/*']],
    ['.hidden', ['*', '**/*']],
    ['a{b}/c,d.txt', ['a?b?/*.txt', 'a?b?/**/*.txt']],
  ])('%s', (path, globs) => {
    expect(globsLike(path)).toEqual(globs);
    for (const glob of [...globs, globOfPath(path)]) expect(compileGlob(glob).test(path), glob).toBe(true);
  });
});
