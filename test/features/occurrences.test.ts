import { describe, expect, test } from 'vitest';
import { describe as describeSpan } from '../../server/src/annotations/describe.ts';
import { occurrences, sought, soughtForms } from '../../server/src/features/occurrences.ts';
import type { OccurrenceScope, Occurrences } from '../../server/src/protocol.ts';
import { TextLines } from '../../server/src/text/lines.ts';
import { searchSeeds } from '../../server/src/workspace/seed-search.ts';
import { NEVER_CANCELLED, openSeed, ROOT } from '../support/world.ts';

const FACTS =
  'entities:\n  - id: kanzhun\n    type: organization\n    name: Kanzhun Limited\n    aliases: [Kanzhun, Boss Zhipin]\n  - id: mcd\n    type: organization\n    name: McDonald’s\n';

interface Options {
  readonly files?: Readonly<Record<string, string>>;
  readonly scope?: OccurrenceScope;
  readonly forms?: readonly string[];
  readonly type?: string;
}

/** `[` and `]` mark what is selected, `|` the cursor. */
async function find(
  marked: string,
  { files = {}, scope = 'document', forms, type }: Options = {},
): Promise<Occurrences> {
  const text = marked.replace(/[[\]|]/g, '');
  const lines = TextLines.from(text);
  const marks = [...marked.matchAll(/[[\]|]/g)].map((m, i) => ({ mark: m[0], at: m.index - i }));
  const ranges = marks.flatMap(({ mark, at }, i) =>
    mark === ']'
      ? []
      : [{ start: lines.positionAt(at), end: lines.positionAt(mark === '|' ? at : (marks[i + 1]?.at ?? at)) }],
  );
  const { workspace, snapshot, world, uri } = await openSeed(text, { 'facts/a.yaml': FACTS, ...files });
  const words = sought(snapshot, ranges, forms);
  if (words === undefined) throw new Error('nothing sought');
  const others = scope === 'workspace' ? (await workspace.seedUris()).filter((other) => other !== uri).sort() : [];
  const search = { forms: soughtForms(words), type: type ?? words.type, uri };
  const result = await searchSeeds(workspace, world, [uri, ...others], search, NEVER_CANCELLED);
  if (result === undefined) throw new Error('cancelled');
  return occurrences(snapshot, words, result);
}

/** A line an occurrence: its sentence with the words marked, and the longer name that they stand in. */
function shown({ seeds }: Occurrences): string[] {
  return seeds.flatMap(({ uri, occurrences, annotated, rejected }) => [
    ...(seeds.length > 1 ? [`# ${uri.slice(ROOT.length)}`] : []),
    ...occurrences.map(
      ({ sentence, start, end, inside }) =>
        `${sentence.slice(0, start)}<<${sentence.slice(start, end)}>>${sentence.slice(end)}${inside === undefined ? '' : ` (${inside})`}`,
    ),
    ...(annotated > 0 ? [`${annotated} annotated`] : []),
    ...(rejected > 0 ? [`${rejected} rejected`] : []),
  ]);
}

function sidecar(text: string, ...entries: readonly (readonly [words: string, type: string, more?: string])[]): string {
  const items = entries.map(([words, type, more = ''], i) => {
    const start = text.indexOf(words);
    const { at, before, after } = describeSpan(text, [{ start, end: start + words.length }]);
    return `  - id: a${i}\n    type: ${type}\n    quote: ${JSON.stringify(words)}\n    at: ${at}\n    before: ${JSON.stringify(before)}\n    after: ${JSON.stringify(after)}\n${more}`;
  });
  return `seedmark: 1\nannotations:\n${items.join('')}`;
}

describe('what is sought', () => {
  test.each<[string, string | undefined, string | undefined, string[]]>([
    ['It met [Zorblax] there.', undefined, undefined, ['Zorblax', '-ZORBLAX']],
    ['It met Zorb|lax there.', undefined, undefined, ['Zorblax', '-ZORBLAX']],
    ['[Zorblax’s] owner', undefined, undefined, ['Zorblax', '-ZORBLAX']],
    ['It is [McDonald’s].', 'organization', 'mcd', ["McDonald's", "-MCDONALD'S"]],
    ['[New\nZealand] won.', 'place', undefined, ['New Zealand', '-NEW ZEALAND']],
    ['the [US] and [UK]', 'place', undefined, ['US', 'UK']],
    [
      'Boss Zhi|pin fell.',
      'organization',
      'kanzhun',
      ['Boss Zhipin', '-Kanzhun Limited', '-Kanzhun', '-BOSS ZHIPIN', '-KANZHUN LIMITED', '-KANZHUN'],
    ],
    ['on [5 July 2021]', 'date', undefined, ['5 July 2021', '-5 JULY 2021']],
    ['人大|重阳', undefined, undefined, ['人大重阳']],
  ])('%s', async (marked, type, entity, forms) => {
    const found = await find(marked);
    expect([found.type, found.entity]).toEqual([type, entity]);
    expect(found.forms.map(({ text, sought }) => (sought ? text : `-${text}`))).toEqual(forms);
  });

  test('a full name of the document and its short forms, with the model or without', async () => {
    const found = await find('Mr [Wang Wenbin] spoke. Wang said no.', { type: 'person' });
    expect(found.forms[0]).toEqual({ text: 'Wang Wenbin', kind: 'text', sought: true });
  });

  test('an annotation says what it is', async () => {
    const text = 'Zorblax fell. Zorblax rose.';
    const files = {
      'seeds/a.txt.annotations.yaml': sidecar(text, ['Zorblax', 'organization', '    entity: kanzhun\n']),
    };
    const found = await find('Zorb|lax fell. Zorblax rose.', { files });
    expect(found).toMatchObject({ type: 'organization', entity: 'kanzhun', entityName: 'Kanzhun Limited' });
    expect(shown(found)).toEqual(['<<Zorblax>> rose.', '1 annotated']);
  });

  test('nothing but signs', async () => {
    await expect(find('a [ , ] b')).rejects.toThrow('nothing sought');
  });
});

describe('where it stands in a document', () => {
  test('each with its sentence, on one line', async () => {
    const found = await find('Zor|blax\r\nfell.  They say\r\nthat Zorblax  rose. No more.\r\n\r\nZorblax’s end.');
    expect(shown(found)).toEqual(['<<Zorblax>> fell.', 'They say that <<Zorblax>> rose.', '<<Zorblax>>’s end.']);
    expect(found.seeds[0]?.occurrences.map(({ range }) => range.start)).toEqual([
      { line: 0, character: 0 },
      { line: 2, character: 5 },
      { line: 4, character: 0 },
    ]);
    expect(found.seeds[0]).toMatchObject({ uri: `${ROOT}seeds/a.txt`, version: 1 });
  });

  test('the title and the body count, other metadata do not', async () => {
    const found = await find(
      'Source: Zorblax News Title: Zorblax falls Published: 2021-07-05\n\nIt is [Zorblax].\n\nKey Words: Zorblax; CPC\nCopyright: Zorblax\n',
    );
    expect(shown(found)).toEqual(['<<Zorblax>> falls', 'It is <<Zorblax>>.']);
  });

  test('a headline that nobody labelled', async () => {
    const found = await find('Zorblax falls\nSource: Zorblax News\nPublished: 2021-07-05\n\nIt is [Zorblax].\n');
    expect(shown(found)).toEqual(['<<Zorblax>> falls', 'It is <<Zorblax>>.']);
  });

  test('inside of a longer name it is offered, and said', async () => {
    const found = await find(
      '[Washington] said so to the Washington Post. Lee Washington-Smith left Washington in May.',
    );
    expect(shown(found)).toEqual([
      '<<Washington>> said so to the Washington Post.',
      'Washington said so to the <<Washington>> Post. (Washington Post)',
      'Lee <<Washington>>-Smith left Washington in May. (Washington-Smith)',
      'Lee Washington-Smith left <<Washington>> in May.',
    ]);
  });

  test('an annotation is a longer name, too; one that was rejected is none', async () => {
    const text = 'Zorblax met Zorblax Group and Zorblax Fund.';
    const files = {
      'seeds/a.txt.annotations.yaml': sidecar(
        text,
        ['Zorblax Group', 'organization'],
        ['Zorblax Fund', 'organization', '    status: rejected\n'],
      ),
    };
    expect(shown(await find(`[Zorblax]${text.slice(7)}`, { files }))).toEqual([
      '<<Zorblax>> met Zorblax Group and Zorblax Fund.',
      'Zorblax met <<Zorblax>> Group and Zorblax Fund. (Zorblax Group)',
      'Zorblax met Zorblax Group and <<Zorblax>> Fund.',
    ]);
  });

  test('what is annotated already is counted; a rejection counts for its type', async () => {
    const text = 'Zorblax fell. The Zorblax of old. A Zorblax.';
    const second = text.lastIndexOf('Zorblax');
    const place = describeSpan(text, [{ start: second, end: second + 7 }]);
    const rejected = `  - id: r\n    type: place\n    quote: Zorblax\n    at: ${place.at}\n    before: ${JSON.stringify(place.before)}\n    after: ${JSON.stringify(place.after)}\n    status: rejected\n`;
    const files = { 'seeds/a.txt.annotations.yaml': sidecar(text, ['Zorblax', 'person']) + rejected };
    const marked = text.replace('The Zorblax', 'The [Zorblax]');
    expect(shown(await find(marked, { files, type: 'place' }))).toEqual([
      'The <<Zorblax>> of old.',
      '1 annotated',
      '1 rejected',
    ]);
    expect(shown(await find(marked, { files, type: 'work' }))).toEqual([
      'The <<Zorblax>> of old.',
      'A <<Zorblax>>.',
      '1 annotated',
    ]);
  });

  test('all names of an entity, the longer ones first', async () => {
    const text = '[Kanzhun] owns Boss Zhipin. Kanzhun Limited is KANZHUN.';
    const names = ['Kanzhun', 'Kanzhun Limited', 'Boss Zhipin'];
    expect(shown(await find(text, { forms: names }))).toEqual([
      '<<Kanzhun>> owns Boss Zhipin.',
      'Kanzhun owns <<Boss Zhipin>>.',
      '<<Kanzhun Limited>> is KANZHUN.',
    ]);
    expect(shown(await find(text, { forms: [...names, 'KANZHUN'] })).at(-1)).toBe('Kanzhun Limited is <<KANZHUN>>.');
    expect(shown(await find(text))).toEqual([
      '<<Kanzhun>> owns Boss Zhipin.',
      '<<Kanzhun>> Limited is KANZHUN. (Kanzhun Limited)',
    ]);
  });

  test('several selections are sought together', async () => {
    const found = await find('[Zorblax] and [Quuxly] and Zorblax.');
    expect(shown(found).length).toBe(3);
  });
});

describe('where it stands in a workspace', () => {
  test('the document first, then closed seeds by name; others are not looked into', async () => {
    const found = await find('It is [Zorblax].', {
      scope: 'workspace',
      files: {
        'seeds/c.txt': 'Title: Zorblax\r\n\r\nAbout Zorblax.\r\n',
        'seeds/b.seed': '\ufeffA Zorblax.',
        'seeds/d.txt': 'Nothing.',
        'notes/e.txt': 'Zorblax is no seed.',
      },
    });
    expect(shown(found)).toEqual([
      '# seeds/a.txt',
      'It is <<Zorblax>>.',
      '# seeds/b.seed',
      'A <<Zorblax>>.',
      '# seeds/c.txt',
      '<<Zorblax>>',
      'About <<Zorblax>>.',
    ]);
    expect(found.searched).toBe(4);
    expect(found.seeds.map(({ version, mark }) => [version, mark?.length])).toEqual([
      [1, undefined],
      [undefined, 40],
      [undefined, 40],
    ]);
  });

  test('annotations of closed seeds count', async () => {
    const b = 'Zorblax met the Zorblax Group.';
    const found = await find('It is [Zorblax].', {
      scope: 'workspace',
      files: {
        'seeds/b.txt': b,
        'seeds/b.txt.annotations.yaml': sidecar(b, ['Zorblax', 'person'], ['Zorblax Group', 'organization']),
      },
    });
    expect(shown(found)).toEqual([
      '# seeds/a.txt',
      'It is <<Zorblax>>.',
      '# seeds/b.txt',
      'Zorblax met the <<Zorblax>> Group. (Zorblax Group)',
      '1 annotated',
    ]);
  });

  test('more than anybody looks through is cut', async () => {
    const found = await find('It is [Zorblax].', {
      scope: 'workspace',
      files: { 'seeds/b.txt': 'A Zorblax.\n\n'.repeat(6_000), 'seeds/c.txt': 'A Zorblax.' },
    });
    expect(found.more).toBe(true);
    expect(found.seeds.reduce((sum, seed) => sum + seed.occurrences.length, 0)).toBe(5_000);
  });

  test('a search that nobody wants any more ends', async () => {
    const { workspace, world, uri } = await openSeed('It is Zorblax.', { 'seeds/b.txt': 'Zorblax.' });
    const search = { forms: [{ text: 'Zorblax', isShort: false }], type: undefined, uri };
    const cancelled = { isCancellationRequested: true };
    expect(await searchSeeds(workspace, world, [uri, `${ROOT}seeds/b.txt`], search, cancelled)).toBeUndefined();
  });

  test('a short form alone is another one’s name elsewhere', async () => {
    const { workspace, world, uri } = await openSeed('Wang Wenbin and Wang.', {
      'seeds/b.txt': 'Wang said no.',
      'seeds/c.txt': 'Wang Wenbin said no. Wang left.',
    });
    const forms = [
      { text: 'Wang Wenbin', isShort: false },
      { text: 'Wang', isShort: true },
    ];
    const uris = [uri, `${ROOT}seeds/b.txt`, `${ROOT}seeds/c.txt`];
    const result = await searchSeeds(workspace, world, uris, { forms, type: 'person', uri }, NEVER_CANCELLED);
    expect(result?.seeds.map((seed) => [seed.uri.slice(ROOT.length), seed.offered.length])).toEqual([
      ['seeds/a.txt', 2],
      ['seeds/c.txt', 2],
    ]);
  });
});

test.each(['', 'x'])('a long sentence is not cut inside of a character: %s', async (shift) => {
  const far = '😀'.repeat(150);
  const found = await find(`He of ${far}${shift} said [Kanzhun] ${shift}${far} and left.`);
  const [sentence = ''] = found.seeds.flatMap(({ occurrences }) => occurrences.map((one) => one.sentence));
  expect(sentence).toContain('😀');
  expect(sentence).not.toMatch(/[\ud800-\udfff]/u);
});
