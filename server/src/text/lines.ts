import { Sequence } from './sequence.ts';

/** A place in a text: zero-based line and UTF-16 character in it, as LSP counts by default. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** What a change did to the lines: `removed` lines from `line` on were replaced by `added` ones. */
export interface LineChange {
  readonly line: number;
  readonly removed: number;
  readonly added: number;
}

const LF = 10;
const CR = 13;

/** The lines of a text with their line ends (LF, CRLF or a lone CR); at least one, the last one without line end. */
export function splitLines(text: string): string[] {
  const lines: string[] = [];
  let start = 0;
  let lf = text.indexOf('\n');
  let cr = text.indexOf('\r');
  while (lf !== -1 || cr !== -1) {
    let end: number;
    if (cr === -1 || (lf !== -1 && lf < cr)) end = lf + 1;
    else end = text.charCodeAt(cr + 1) === LF ? cr + 2 : cr + 1;
    lines.push(text.slice(start, end));
    start = end;
    if (lf !== -1 && lf < end) lf = text.indexOf('\n', end);
    if (cr !== -1 && cr < end) cr = text.indexOf('\r', end);
  }
  lines.push(text.slice(start));
  return lines;
}

/** Length of a line without its line end. */
export function contentLength(line: string): number {
  let end = line.length;
  if (end > 0 && line.charCodeAt(end - 1) === LF) end--;
  if (end > 0 && line.charCodeAt(end - 1) === CR) end--;
  return end;
}

/**
 * An immutable text by lines. A change costs work in the lines it touches, whatever the size of the text; old versions
 * stay readable. A {@link LineSource} for the seed parser.
 */
export class TextLines {
  private whole: string | undefined;

  private readonly lines: Sequence<string>;

  private constructor(lines: Sequence<string>) {
    this.lines = lines;
  }

  static from(text: string): TextLines {
    const result = new TextLines(Sequence.from(splitLines(text), (line) => line.length));
    result.whole = text;
    return result;
  }

  get count(): number {
    return this.lines.length;
  }

  /** Length in code units. */
  get length(): number {
    return this.lines.total;
  }

  line(index: number): string {
    return this.lines.at(index);
  }

  /** Lines `from` to before `to`, joined. */
  join(from: number, to: number): string {
    const parts: string[] = [];
    this.lines.each((line) => parts.push(line), from, to);
    return parts.join('');
  }

  /** The whole text. Made when asked for the first time. */
  toString(): string {
    this.whole ??= this.join(0, this.count);
    return this.whole;
  }

  /** The same text to be kept for long: without the joined one, which other versions do not share. */
  lean(): TextLines {
    return this.whole === undefined ? this : new TextLines(this.lines);
  }

  /** The text from `start` to before `end`, in code units. */
  slice(start: number, end: number): string {
    if (end <= start) return '';
    if (this.whole !== undefined) return this.whole.slice(start, end);
    const first = this.lines.find(Math.min(Math.max(0, start), this.length));
    const last = this.lines.find(Math.min(end, this.length));
    if (first === undefined || last === undefined) return '';
    return this.join(first.index, last.index + 1).slice(start - first.start, end - first.start);
  }

  /** Offset at which a line begins; the length of the text for a line at or past the end. */
  offsetOfLine(line: number): number {
    return line >= this.count ? this.length : this.lines.before(Math.max(0, line));
  }

  /** The nearest position that exists: numbers out of range, fractions and places inside a line end are moved. */
  clamp(position: Position): Position {
    const line = whole(position.line);
    if (line < 0) return { line: 0, character: 0 };
    if (line >= this.count) return { line: this.count - 1, character: contentLength(this.line(this.count - 1)) };
    return { line, character: Math.min(Math.max(0, whole(position.character)), contentLength(this.line(line))) };
  }

  offsetAt(position: Position): number {
    const { line, character } = this.clamp(position);
    return this.lines.before(line) + character;
  }

  /** The position of an offset; one inside a line end counts as the end of the line's content. */
  positionAt(offset: number): Position {
    const found = this.lines.find(Math.min(Math.max(0, offset), this.length));
    if (found === undefined) return { line: 0, character: 0 };
    return { line: found.index, character: Math.min(Math.max(0, offset - found.start), contentLength(found.item)) };
  }

  /**
   * The text with the range from `start` to `end` replaced; an inverted range is turned round. `joined`: the whole will be
   * asked for after each change, and is made from the one before.
   */
  change(
    start: Position,
    end: Position,
    newText: string,
    { joined = false } = {},
  ): { lines: TextLines; change: LineChange } {
    let a = this.clamp(start);
    let b = this.clamp(end);
    if (b.line < a.line || (b.line === a.line && b.character < a.character)) [a, b] = [b, a];
    let first = a.line;
    let last = b.line;
    let head = this.line(first).slice(0, a.character);
    let tail = this.line(last).slice(b.character);
    // A CR and a LF that come to stand side by side become one line end.
    if (head === '' && first > 0) {
      const previous = this.line(first - 1);
      if (previous.endsWith('\r') && (newText + tail).startsWith('\n')) {
        first--;
        head = previous;
      }
    }
    if ((newText + tail).endsWith('\r') && last + 1 < this.count && this.line(last + 1).startsWith('\n')) {
      last++;
      tail += this.line(last);
    }
    const added = splitLines(head + newText + tail);
    // Inside the text the last piece is empty, since the region ended in a line end.
    if (last + 1 < this.count && added.at(-1) === '') added.pop();
    const removed = last - first + 1;
    const lines = new TextLines(this.lines.splice(first, removed, added));
    if (joined && this.whole !== undefined)
      lines.whole = this.whole.slice(0, this.offsetAt(a)) + newText + this.whole.slice(this.offsetAt(b));
    return { lines, change: { line: first, removed, added: added.length } };
  }
}

function whole(value: number): number {
  return Number.isFinite(value) ? Math.floor(value) : value > 0 ? Number.MAX_SAFE_INTEGER : 0;
}
