import { PointIndex } from '../../text/codepoints.ts';
import type { Span } from '../../text/span.ts';
import { insidePair } from '../normal.ts';

/**
 * A text as anchors are looked for in it: every run of blanks and line ends is one blank, and quotation marks are
 * straight. Lines broken anew, other line ends and another taste in marks then change nothing. Places are turned back
 * into units of the text as it is.
 */
export class FoldedText {
  readonly original: string;
  readonly text: string;
  /** For each unit of `text`, and for its end, where it begins in the original. */
  private readonly origins: Int32Array;
  private points: PointIndex | undefined;

  constructor(original: string) {
    this.original = original;
    const origins = new Int32Array(original.length + 1);
    const pieces: string[] = [];
    let length = 0;
    // Runs that stay as they are go over in one piece: most of a text does.
    let from = original.charCodeAt(0) === BOM ? 1 : 0;
    for (let at = from; at < original.length; at++) {
      const code = original.charCodeAt(at);
      // Letters and single blanks, which most of a text is, stay.
      const stays = (code > 0x20 && code < 0xa0) || (code === 0x20 && !isBlank(original.charCodeAt(at + 1)));
      const folded = stays ? undefined : foldedUnit(code);
      if (folded === undefined) {
        origins[length++] = at;
        continue;
      }
      pieces.push(original.slice(from, at), folded);
      origins[length++] = at;
      if (folded === ' ') while (isBlank(original.charCodeAt(at + 1))) at++;
      from = at + 1;
    }
    pieces.push(original.slice(from));
    origins[length] = original.length;
    this.text = pieces.join('');
    this.origins = origins.subarray(0, length + 1);
  }

  /** The unit of `text` in which a code point of the original stands; undefined behind the end. */
  unitOfPoint(point: number): number | undefined {
    this.points ??= new PointIndex(this.original);
    const unit = this.points.toUnits(point);
    return unit < this.original.length ? this.fromOriginal(unit) : undefined;
  }

  /** A span of `text` in units of the original; never half a character. */
  toOriginal({ start, end }: Span): Span {
    const first = this.origins[start] ?? this.original.length;
    // Up to the last sign of the span: a run of blanks behind it is not part of it.
    const last = end > start && this.text[end - 1] !== ' ' ? (this.origins[end - 1] ?? 0) + 1 : this.origins[end];
    const behind = last ?? this.original.length;
    return {
      start: insidePair(this.original, first) ? first - 1 : first,
      end: insidePair(this.original, behind) ? behind + 1 : behind,
    };
  }

  /** The unit of `text` in which a unit of the original stands. */
  fromOriginal(unit: number): number {
    let low = 0;
    let high = this.origins.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.origins[middle] ?? 0) <= unit) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/** A quote or context as {@link FoldedText} would have it. */
export function fold(text: string): string {
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (!((code > 0x20 && code < 0xa0) || (code === 0x20 && !isBlank(text.charCodeAt(at + 1))))) break;
    at++;
  }
  if (at === text.length) return text;
  // A mark at the beginning of a text counts nothing, but a quote may begin with one that stood further on.
  return new FoldedText(`\ufeff${text}`).text;
}

const BOM = 0xfeff;

function isBlank(code: number): boolean {
  if (code > 0x20 && code < 0xa0) return false;
  return code === 0x20 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0x3000 || code === 0x2028;
}

function foldedUnit(code: number): string | undefined {
  if (isBlank(code)) return ' ';
  if (code < 0x2018) return undefined;
  if (code === 0x2018 || code === 0x2019) return "'";
  if (code === 0x201c || code === 0x201d) return '"';
  return undefined;
}
