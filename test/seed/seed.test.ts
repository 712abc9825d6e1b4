import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseFooter } from '../../server/src/seed/footer.ts';
import { parseHeader } from '../../server/src/seed/header.ts';
import { checkMetadata, metadataOf } from '../../server/src/seed/metadata.ts';
import { arraySource, parseLines, parseSeed } from '../../server/src/seed/seed.ts';
import type { LineSource, Seed } from '../../server/src/seed/types.ts';
import { splitLines } from '../../server/src/text/lines.ts';
import { hostileText } from './hostile.ts';
import { faults, showPart, source } from './show.ts';

/** A seed as an outline: fields of header and footer, first words of the paragraphs. */
function outline(text: string): string[] {
  const { segments } = parseSeed(text);
  expect(segments.map((segment) => segment.text).join('')).toBe(text);
  expect(segments.flatMap(faults)).toEqual([]);
  return segments.flatMap((segment) =>
    segment.kind === 'paragraph'
      ? [segment.blocks.map((block) => JSON.stringify(block.text.slice(0, 24))).join(' ') || '(blank)']
      : [`[${segment.kind}]`, ...showPart(segment)],
  );
}

describe('whole seeds', () => {
  test('one line of metadata, one paragraph a line, contact line, keywords, no line end', () => {
    const text =
      'Source: Skylark News Published: 2021-03-30\n' +
      'Ships are moving through the canal again.\n' +
      'LONDON: The owner of the ship said: “no comment”.\n' +
      'The canal authority was more talkative. It named two firms.\n' +
      'Please Find us: Twitter: SKYLARK YouTube: RealSkylark LinkedIn: 云雀Skylark\n' +
      'Key Words: canal; shipping; 50th anniversary';
    expect(outline(text)).toMatchInlineSnapshot(`
      [
        "[header]",
        "source "Source" = Skylark News (inline)",
        "published "Published" = 2021-03-30 (inline)",
        ""Ships are moving through"",
        ""LONDON: The owner of the"",
        ""The canal authority was "",
        "[footer]",
        "keywords "Key Words" = canal; shipping; 50th anniversary (line)",
      ]
    `);
  });

  test('headline, inline fields, paragraphs parted by blank lines', () => {
    const text = 'Canal open\nSource: Ledger Published: 2018-09-26\n\nOne.\n\nTwo.\n\nKey Words: strike; Ashford\n';
    expect(outline(text)).toMatchInlineSnapshot(`
      [
        "[header]",
        "headline = Canal open",
        "source "Source" = Ledger (inline)",
        "published "Published" = 2018-09-26 (inline)",
        ""One."",
        ""Two."",
        "[footer]",
        "keywords "Key Words" = strike; Ashford (line)",
      ]
    `);
    expect(outline(text.replaceAll('\n', '\r\n'))).toEqual(outline(text));
    expect(outline(text.replaceAll('\n', '\r'))).toEqual(outline(text));
    expect(outline(`\ufeff${text}`)).toEqual(outline(text));
  });

  test('front matter, hard-wrapped prose, a footer', () => {
    expect(
      outline(
        '---\ntitle: Canal open\nsource: Ledger\n---\n\nShips are moving through the canal again, said the authority that\nruns it, on Monday.\n\nAuthor: Jane Doe\n',
      ),
    ).toMatchInlineSnapshot(`
      [
        "[header]",
        "title "title" = Canal open (yaml)",
        "source "source" = Ledger (yaml)",
        ""Ships are moving through"",
        "[footer]",
        "author "Author" = Jane Doe (line)",
      ]
    `);
  });

  test.each<[string, string, string[]]>([
    ['empty', '', ['(blank)']],
    ['a line end', '\n', ['(blank)']],
    ['only a byte order mark', '\ufeff', ['(blank)']],
    ['only a header', 'Source: X\n', ['[header]', 'source "Source" = X (line)']],
    ['only a footer', 'Text one.\nTags: a', ['"Text one."', '[footer]', 'keywords "Tags" = a (line)']],
    ['no metadata', 'One.\nTwo.', ['"One."', '"Two."']],
    [
      'Chinese',
      'Source: 新华社\n三家平台。\nKey Words: 平台',
      ['[header]', 'source "Source" = 新华社 (line)', '"三家平台。"', '[footer]', 'keywords "Key Words" = 平台 (line)'],
    ],
    ['Hebrew', 'Source: הארץ\n\nשלום.\n', ['[header]', 'source "Source" = הארץ (line)', '"שלום."']],
  ])('%s', (_, text, expected) => expect(outline(text)).toEqual(expected));
});

describe('whatever the text', () => {
  test('segments are the text, spans lie inside, and nothing throws', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const { segments } = parseSeed(text);
        expect(segments.map((segment) => segment.text).join('')).toBe(text);
        expect(segments.flatMap(faults)).toEqual([]);
        const part = (kind: string) => segments.find((segment) => segment.kind === kind);
        const metadata = metadataOf(part('header'), part('footer'));
        const readDate = () => ({ problem: 'invalid-date', message: '' });
        for (const problem of checkMetadata(metadata, {
          required: ['title'],
          recommended: ['url', 'section'],
          readDate,
        })) {
          expect(problem.span.end).toBeLessThanOrEqual(part(problem.part)?.text.length ?? 0);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  test('the header is decided by the lines it says it read, the footer too', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (text, other) => {
        const lines = splitLines(text);
        const header = parseHeader(arraySource(lines));
        // What stands behind is another text, or none: the answer is the same.
        for (const rest of [splitLines(other), ['x'], []]) {
          const changed = [...lines.slice(0, header.reads), ...rest];
          if (changed.length === header.reads && header.reads < lines.length) continue;
          if (header.reads === lines.length) continue;
          expect(parseHeader(arraySource(changed))).toEqual(header);
        }
        const footer = parseFooter(arraySource(lines), 0);
        if (footer.reads >= lines.length) return;
        const tail = lines.slice(lines.length - footer.reads);
        for (const rest of [splitLines(`${other}\n`).slice(0, -1), ['x\n']]) {
          const changed = parseFooter(arraySource([...rest, ...tail]), 0);
          expect(changed.segment).toEqual(footer.segment);
          expect(changed.start - rest.length).toBe(footer.start - (lines.length - tail.length));
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('hostile texts cost no more than their length', () => {
  const of = (piece: string, size = 1_000_000) => piece.repeat(Math.ceil(size / piece.length));
  test.each([
    ['one line', of('word ', 5_000_000)],
    ['one line of sentences', of('Some words make a sentence. ')],
    ['one word', of('x', 5_000_000)],
    ['emoji', of('😀')],
    ['colons', of(':')],
    ['colons and blanks', of(': ')],
    ['names of fields in one line', of('Source: ')],
    ['a title of names', `Title: ${of('Source: A ')}`],
    ['a title and dates', `Title: ${of('Source: A Published: 2021 ')}`],
    ['keywords', `Key Words: ${of('a; ')}`],
    ['keywords below', `Text.\nKey Words: ${of('a,')}`],
    ['contact', of('Twitter: ')],
    ['blanks', of(' ')],
    ['a name and blanks', `Source${of(' ')}: X`],
    ['tabs and a dash', `${of('\t')}- x`],
    ['hyphens', of('-')],
    ['quotes', of('"')],
    ['full stops', of('.')],
    ['brackets', of('[')],
    ['front matter of quotes', `---\ntitle: ${of('"')}\n---\n`],
    ['front matter of brackets', `---\ntags: ${of('[')}\n---\n`],
    ['front matter of apostrophes', `---\ntags: [${of("'a, ")}]\n---\n`],
    ['front matter of blanks', `---\ntitle: ${of(' ')}#\n---\n`],
    ['front matter of long lines', `---\ntitle:\n${`  ${'word '.repeat(500)}\n`.repeat(390)}---\n`],
    ['front matter of dashes', `---\ntags:\n${`  ${'- '.repeat(1_000)}\n`.repeat(390)}---\n`],
    ['front matter never closed', `---\n${of('source: X\n')}`],
    ['wide blanks', of('\u3000')],
  ])('%s', (_, text) => {
    const { segments } = parseSeed(text);
    expect(segments.reduce((sum, segment) => sum + segment.text.length, 0)).toBe(text.length);
    for (const { blocks } of segments)
      for (const block of blocks) if (block.text.length > 4_000) throw new Error('long block');
  });

  test.each([
    ['blank lines', '\n'.repeat(300_000)],
    ['blank lines, CRLF', ' \r\n'.repeat(100_000)],
    ['fields', 'Source: X\n'.repeat(100_000)],
    ['lower-case lines', 'x\n'.repeat(100_000)],
    ['hyphens', '- \n'.repeat(100_000)],
    ['headlines', 'A\n\nSource: X\n'.repeat(30_000)],
  ])('%s: each line is looked at a few times', (_, text) => {
    const lines = splitLines(text);
    let looks = 0;
    const watched: LineSource = {
      count: lines.length,
      line: (i) => {
        looks++;
        return lines[i] ?? '';
      },
    };
    const seed: Seed = parseLines(watched);
    expect(seed.segments.reduce((sum, segment) => sum + segment.lineStarts.length, 0)).toBe(lines.length);
    expect(looks).toBeLessThan(3 * lines.length + 1_000);
  });
});

test('an array of lines is a source of lines', () => {
  expect(source('a\nb').count).toBe(2);
  expect(source('').count).toBe(1);
});
