import fc from 'fast-check';
import type { SeedParts } from '../../server/src/edits/around-body.ts';
import { parseFooter } from '../../server/src/seed/footer.ts';
import { parseHeader } from '../../server/src/seed/header.ts';
import { metadataOf } from '../../server/src/seed/metadata.ts';
import { TextLines } from '../../server/src/text/lines.ts';

/** A seed as edits of its metadata see it, with the texts of its three parts. */
export interface Parts extends SeedParts {
  readonly lines: TextLines;
  readonly footerAt: number;
  readonly body: string;
}

export function partsOf(text: string): Parts {
  const lines = TextLines.from(text);
  const header = parseHeader(lines);
  const footer = parseFooter(lines, header.lines);
  return {
    lines,
    header: header.segment,
    footer: footer.segment,
    footerLine: footer.start,
    footerAt: lines.offsetOfLine(footer.start),
    body: lines.join(header.lines, footer.start),
  };
}

/** What the metadata say: `source=Sky`, lists by their entries; a name that is not known stands for itself. */
export function said({ header, footer }: Pick<SeedParts, 'header' | 'footer'>): string[] {
  return metadataOf(header, footer).fields.map(
    ({ field }) => `${field.key ?? field.name}=${(field.items?.map(({ value }) => value) ?? [field.value]).join('|')}`,
  );
}

const VALUES: Readonly<Record<string, readonly string[]>> = {
  Source: ['Skynews', 'The Evening Ledger', '新华社', 'A: B'],
  Publisher: ['Skynews', 'no'],
  Published: ['2021-07-05', '5 July 2021', '05/07/2021'],
  Date: ['2021-07-05', '2021'],
  Retrieved: ['2021-07-06'],
  Title: [
    'Three more platforms',
    'Brexit: the end',
    '"No"',
    "'Tis so",
    '# 1',
    '- x',
    'a #b',
    '[1] {2}',
    '@home, 10%',
    '~',
  ],
  Author: ['Jane Doe', 'Jane Doe and John Roe', 'Ada Lovelace'],
  By: ['Jane Doe', 'JOHN ROE'],
  URL: ['https://x.y/z', 'https://x.y/a:b#c'],
  'Key Words': ['China; CPC', 'China, CPC', 'China', 'a, b; c', '100; 5G'],
  Keywords: ['CPC; review', 'on; off', '"quoted"; \'single\''],
  Language: ['en', 'no'],
  Rights: ['© 2021 X', 'All rights reserved.'],
  Section: ['World', '12: yes'],
  'Photo credit': ['J. Roe', '*'],
  Publised: ['2021'],
};

const field = fc
  .constantFrom(...Object.keys(VALUES))
  .chain((name) => fc.record({ name: fc.constant(name), value: fc.constantFrom('', ...(VALUES[name] ?? [])) }));
const eol = fc.constantFrom('\n', '\r\n', '\r');
const lines = fc.array(fc.array(field, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 6 });
const gap = fc.constantFrom(' ', '   ', ' | ', '; ');
const body = fc.constantFrom(
  '',
  '\nThree platforms are under review.\n',
  'LONDON: They met.\n\nThe end.\n',
  '\n\n\nNote: this is text.\nTitle: of nobody\n',
  '\nBy the sea\n\nSource: none but this one.\n\nHe said so.\n',
);
const foot = fc.constantFrom(
  '',
  '\nKey Words: shipping; canal\n',
  '\nPlease Find us: Twitter: skylark YouTube: Skylark\nKey Words: shipping; China',
  '\nAuthor: Jane Doe\nCopyright: Skylark News\n',
  '\nFollow us: Facebook: x Twitter: y\n',
  '\nKeywords: a, b Section: World\n\nRights: © X\n',
);

/** Seeds with metadata in lines, in the order in which nobody would write them. */
export const seedText: fc.Arbitrary<string> = fc
  .record({
    lines,
    gap,
    eol,
    body,
    foot,
    headline: fc.boolean(),
    mark: fc.boolean(),
    indent: fc.constantFrom('', '  '),
  })
  .map(({ lines: rows, gap: between, eol: end, body: text, foot: below, headline, mark, indent }) => {
    const header = rows.map(
      (row) => `${indent}${row.map(({ name, value }) => `${name}: ${value}`.trimEnd()).join(between)}\n`,
    );
    const all = `${headline ? 'Canal open\n' : ''}${header.join('')}${text}${below}`;
    return `${mark ? '\ufeff' : ''}${all.replaceAll('\n', end)}`;
  });

/** Seeds with front matter in every style of YAML. */
export const frontMatterText: fc.Arbitrary<string> = fc
  .record({
    rows: fc.array(
      fc.record({
        field,
        style: fc.constantFrom('plain', 'double', 'single', 'list', 'flow', 'folded', 'comment', 'above'),
      }),
      { minLength: 1, maxLength: 7 },
    ),
    more: fc.array(field, { maxLength: 2 }),
    eol,
    body,
  })
  .map(({ rows, more, eol: end, body: text }) => {
    const written = rows.map(({ field: { name, value }, style }) => {
      const double = JSON.stringify(value);
      const pieces = value.split(/[;,] /);
      if (style === 'double') return `${name}: ${double}\n`;
      if (style === 'single') return `${name}: '${value.replaceAll("'", "''")}'\n`;
      if (style === 'list') return `${name}:\n${pieces.map((piece) => `  - ${JSON.stringify(piece)}\n`).join('')}`;
      if (style === 'flow') return `${name}: [${pieces.map((piece) => JSON.stringify(piece)).join(', ')}]\n`;
      if (style === 'folded') return `${name}: >-\n  ${value}\n  more\n`;
      if (style === 'comment') return `${name}: ${double} # checked\n`;
      if (style === 'above') return `# of ${name}\n${name}: ${double}\n\n`;
      return `${name}: ${value}\n`;
    });
    const below = more.map(({ name, value }) => `${name}: ${value}\n`).join('');
    return `---\n${written.join('')}---\n${below}${text}`.replaceAll('\n', end);
  });
