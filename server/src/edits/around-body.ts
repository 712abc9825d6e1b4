import { parseFooter } from '../seed/footer.ts';
import { parseHeader } from '../seed/header.ts';
import { isBlankLine } from '../seed/line-source.ts';
import type { Field, LineSource, Segment } from '../seed/types.ts';
import type { TextEdit } from '../text/edit.ts';
import { splitLines } from '../text/lines.ts';

/** What an edit of the metadata must know of a seed; a snapshot has it. */
export interface SeedParts {
  readonly lines: LineSource;
  readonly header: Segment | undefined;
  readonly footer: Segment | undefined;
  /** First line of the footer; the number of lines where there is none. */
  readonly footerLine: number;
}

/** The texts of header and footer. */
export interface MetadataTexts {
  /** All that stands above the body: of a seed without header a byte order mark and blank lines. */
  readonly header: string;
  /** Undefined where there never was a footer; '' where nothing is left of it. */
  readonly footer: string | undefined;
}

/** A seed with other metadata round its body, read again. */
export interface ReadParts {
  readonly texts: MetadataTexts;
  readonly header: Segment | undefined;
  readonly footer: Segment | undefined;
}

/** Blank lines on top of a text without header; no more of them would belong to the header that it gets. */
const BLANK_LINES = 16;

/** The metadata of a seed as texts. */
export function metadataTexts({ lines, header, footer }: SeedParts): MetadataTexts {
  return { header: header?.text ?? topOf(lines), footer: footer?.text };
}

/**
 * Reads a seed whose header and footer are replaced. Undefined where the body would not be the very same lines: where one
 * of its lines would be read as metadata, or what was metadata as text. No line of the body is looked at that a reader of
 * header and footer would not look at, whatever the size of the text.
 */
export function readAround(parts: SeedParts, texts: MetadataTexts): ReadParts | undefined {
  const old = metadataTexts(parts);
  const first = parts.header?.lineStarts.length ?? splitLines(old.header).length - 1;
  const head = splitLines(texts.header);
  const glue = head.pop() ?? '';
  const bodyCount = Math.max(0, parts.footerLine - first);
  const foot = texts.footer === undefined ? [] : splitLines(texts.footer);
  // Where nothing follows, the last line of the header is the last one of the text.
  if (bodyCount === 0 && foot.length === 0) head.push(glue);
  // A mark stands in front of the body where it begins the text, and nowhere else.
  else if (glue !== '' && !(glue === '\ufeff' && head.length === 0)) return undefined;
  const lines: LineSource = {
    count: head.length + bodyCount + foot.length,
    line(index) {
      if (index < head.length) return head[index] ?? '';
      const at = index - head.length;
      const line = at < bodyCount ? bodyLine(first + at) : (foot[at - bodyCount] ?? '');
      return at === 0 ? glue + line : line;
    },
  };
  const bodyStart = head.length;
  const bodyEnd = head.length + bodyCount;
  const header = parseHeader(lines);
  const footer = parseFooter(lines, header.lines);
  // Blank lines may go from one to the other: they say nothing.
  if (!onlyBlank(lines, bodyStart, header.lines) || !onlyBlank(lines, bodyEnd, footer.start)) return undefined;
  return { texts, header: header.segment, footer: footer.segment };

  function bodyLine(index: number): string {
    const line = parts.lines.line(index);
    return parts.header === undefined && index === 0 ? line.replace(/^\ufeff/, '') : line;
  }
}

/** The edits that replace header and footer, cut down to the lines that differ. Offsets count from the beginning of the seed. */
export function editsBetween(parts: SeedParts, texts: MetadataTexts, footerAt: number): TextEdit[] {
  const old = metadataTexts(parts);
  return [
    ...lineEdit(old.header, texts.header, 0),
    ...(old.footer === undefined || texts.footer === undefined ? [] : lineEdit(old.footer, texts.footer, footerAt)),
  ];
}

/** The values of a field, as far as fields can be compared: the entries of a list, or the one value. */
export function valuesOf({ items, value }: Field): readonly string[] {
  return items?.map((item) => item.value) ?? [value];
}

function lineEdit(before: string, after: string, base: number): TextEdit[] {
  if (before === after) return [];
  const [a, b] = [splitLines(before), splitLines(after)];
  let start = 0;
  let skipped = 0;
  while (skipped < a.length && skipped < b.length && a[skipped] === b[skipped]) start += (a[skipped++] ?? '').length;
  let tail = 0;
  for (let i = 1; i <= a.length - skipped && i <= b.length - skipped && a.at(-i) === b.at(-i); i++) {
    tail += (a.at(-i) ?? '').length;
  }
  // A byte order mark stays where it is.
  if (start === 0 && before.startsWith('\ufeff') && after.startsWith('\ufeff')) start = 1;
  return [{ start: base + start, end: base + before.length - tail, newText: after.slice(start, after.length - tail) }];
}

function topOf(lines: LineSource): string {
  let top = '';
  for (let i = 0; i < Math.min(BLANK_LINES, lines.count) && isBlankLine(lines.line(i)); i++) top += lines.line(i);
  return top === '' && lines.line(0).startsWith('\ufeff') ? '\ufeff' : top;
}

function onlyBlank(lines: LineSource, a: number, b: number): boolean {
  for (let i = Math.min(a, b); i < Math.max(a, b); i++) if (!isBlankLine(lines.line(i))) return false;
  return true;
}
