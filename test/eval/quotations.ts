import path from 'node:path';
import { type UnmatchedQuote, unmatchedQuotes } from '../../server/src/text/quotations.ts';
import { beginsWithQuote } from '../../server/src/text/quote-marks.ts';
import { filesIn, readText } from './support/files.ts';

/**
 * How often quotation marks are found that do not match, in texts nobody has labelled. Three numbers:
 * findings in the texts as they are, to be judged by eye (`--list` prints them);
 * false alarms in matched quotations, set in the styles of several languages;
 * slips found, of those that were put into matched quotations one at a time.
 */
export function evaluate(args: readonly string[]): void {
  const list = args.includes('--list');
  const places = args.filter((arg) => !arg.startsWith('--'));
  const files = places.flatMap((place) => filesIn(place, /\.(txt|jsonl)(\.gz)?$/));
  if (files.length === 0) {
    console.log(
      'Nothing measured: give a folder with texts (`*.txt`, `*.txt.gz` with a paragraph or sentence a line and empty lines between\n' +
        'texts, `*.jsonl`, `*.jsonl.gz` with a `text` in each line), such as Voice of America news or Wikipedia articles.',
    );
    return;
  }
  for (const file of files) {
    const texts = readTexts(file);
    console.log(`\n${path.basename(file)}: ${texts.length} texts`);
    // A sentence may hold half of a quotation; a whole text is one paragraph too many, but holds both halves.
    const whole = texts.map((lines) => lines.join(' '));
    report('lines', findings(texts), false);
    report('texts as one paragraph', findings(whole.map((text) => [text])), list);
    const clean = whole.filter(isClean);
    for (const style of STYLES) restyle(style, clean);
  }
}

interface Found {
  readonly text: string;
  readonly quotes: readonly UnmatchedQuote[];
}

function findings(texts: readonly (readonly string[])[]): Found[] {
  return texts.flatMap((lines) =>
    lines.map((text, index) => ({
      text,
      quotes: unmatchedQuotes(text, { continues: beginsWithQuote(lines[index + 1] ?? '') }),
    })),
  );
}

function report(what: string, all: readonly Found[], list: boolean): void {
  const found = all.filter(({ quotes }) => quotes.length > 0);
  const quoting = all.filter(({ text }) => /["“‘«„「]/.test(text)).length;
  console.log(
    `  ${what}: ${all.length}, with quotation marks ${quoting}, with findings ${found.length} (${perThousand(found.length, all.length)})`,
  );
  if (!list) return;
  for (const { text, quotes } of found) {
    for (const { start, end, reason } of quotes) {
      const before = text.slice(Math.max(0, start - 160), start);
      console.log(`    ${reason}: ${before}>>>${text.slice(start, end)}<<<${text.slice(end, end + 80)}`);
    }
  }
}

/** Straight marks in pairs, and no single ones but apostrophes: what can be set in any style without reading it. */
function isClean(text: string): boolean {
  const marks = text.match(/"/g)?.length ?? 0;
  if (marks === 0 || marks % 2 === 1 || /[“”‘’«»„`]|(?<![\w.])'|\d"/.test(text)) return false;
  // One within the other, such as `"so "new" that"`, cannot be told from the count.
  const before = text.split('"').slice(0, -1);
  const alternate = before.every((part, index) => (part === '' || /[\s([—-]$/.test(part)) === (index % 2 === 0));
  return alternate && unmatchedQuotes(text, { continues: false }).length === 0;
}

interface Style {
  readonly name: string;
  readonly open: string;
  readonly close: string;
  readonly apostrophe: string;
}

const STYLES: readonly Style[] = [
  { name: '"…"', open: '"', close: '"', apostrophe: "'" },
  { name: '“…”', open: '“', close: '”', apostrophe: '’' },
  { name: '“…” with straight apostrophes', open: '“', close: '”', apostrophe: "'" },
  { name: '‘…’', open: '‘', close: '’', apostrophe: '’' },
  { name: '‘…’ with straight apostrophes', open: '‘', close: '’', apostrophe: "'" },
  { name: "'…'", open: "'", close: "'", apostrophe: "'" },
  { name: '„…“', open: '„', close: '“', apostrophe: '’' },
  { name: '»…«', open: '»', close: '«', apostrophe: '’' },
  { name: '« … »', open: '«\u00a0', close: '\u00a0»', apostrophe: '’' },
  { name: '”…”', open: '”', close: '”', apostrophe: '’' },
  { name: "``…''", open: '``', close: "''", apostrophe: "'" },
];

function restyle(style: Style, texts: readonly string[]): void {
  if (texts.length === 0) return;
  let alarms = 0;
  const slips = { lost: [0, 0], turned: [0, 0], exchanged: [0, 0] };
  texts.forEach((text, index) => {
    const parts = text.replaceAll("'", style.apostrophe).split('"');
    const marks = parts.slice(1).map((_, at) => (at % 2 === 0 ? style.open : style.close));
    if (unmatchedQuotes(join(parts, marks), { continues: false }).length > 0) alarms++;
    // Which mark slips must not depend on chance.
    const at = index % marks.length;
    const mark = marks[at] ?? '';
    const other = '"“”'.includes(mark) ? (at % 2 === 0 ? '‘' : '’') : '"';
    count(slips.lost, join(parts, marks.with(at, '')));
    count(slips.exchanged, join(parts, marks.with(at, other)));
    count(slips.turned, join(parts, marks.with(at, marks[at ^ 1] ?? '')));
  });
  const rates = Object.entries(slips).map(([name, [found = 0, all = 0]]) => `${name} ${percent(found, all)}`);
  console.log(
    `  ${style.name}: ${texts.length} texts, false alarms ${alarms} (${perThousand(alarms, texts.length)}); slips found: ${rates.join(', ')}`,
  );
}

function join(parts: readonly string[], marks: readonly string[]): string {
  return parts.map((part, index) => part + (marks[index] ?? '')).join('');
}

function count(tally: number[], text: string): void {
  tally[0] = (tally[0] ?? 0) + (unmatchedQuotes(text, { continues: false }).length > 0 ? 1 : 0);
  tally[1] = (tally[1] ?? 0) + 1;
}

function perThousand(part: number, all: number): string {
  return `${((1000 * part) / Math.max(1, all)).toFixed(2)} in 1,000`;
}

function percent(part: number, all: number): string {
  return `${Math.round((100 * part) / Math.max(1, all))} %`;
}

/** The texts of a file, each as its lines. */
function readTexts(file: string): string[][] {
  const content = readText(file);
  const texts = /\.jsonl(\.gz)?$/.test(file)
    ? content.split('\n').flatMap((line) => (line === '' ? [] : [String(JSON.parse(line).text)]))
    : content.split(/\n\n+/);
  return texts.map((text) => text.split('\n').filter((line) => line.trim() !== '')).filter((lines) => lines.length > 0);
}
