import { BLANK, CJK, classOf, DIGIT, isLetter } from './characters.ts';

/**
 * Words of a text, counted as word processors do: a run without blanks and long dashes is one, if a letter or digit is
 * in it ("Jean-Pierre’s", "US$2.8billion", "10:41"); of Han, kana and bopomofo, which are written without blanks, each
 * character is one. Hangul has blanks, and is counted by them.
 */
export function countWords(text: string): number {
  let words = 0;
  let counted = false;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 128) {
      if (unit === 32 || (unit >= 9 && unit <= 13)) counted = false;
      else if (!counted && isAsciiWord(unit)) {
        counted = true;
        words++;
      }
      continue;
    }
    const code = text.codePointAt(at) as number;
    if (code > 0xffff) at++;
    const kind = classOf(code);
    if (kind === BLANK || code === 0x2013 || code === 0x2014 || code === 0x2015) counted = false;
    else if (kind === CJK && !isHangul(code)) {
      counted = false;
      words++;
    } else if (!counted && (kind === CJK || kind === DIGIT || isLetter(kind))) {
      counted = true;
      words++;
    }
  }
  return words;
}

function isAsciiWord(unit: number): boolean {
  return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || (unit >= 48 && unit <= 57);
}

function isHangul(code: number): boolean {
  return (
    (code >= 0xac00 && code <= 0xd7ff) ||
    (code >= 0x1100 && code <= 0x11ff) ||
    (code >= 0x3130 && code <= 0x318f) ||
    (code >= 0xa960 && code <= 0xa97f) ||
    (code >= 0xffa0 && code <= 0xffdc)
  );
}
