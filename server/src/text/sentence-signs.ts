import { APOSTROPHE, DOT, ELLIPSIS, NO_BREAK_SPACE, UNDERSCORE } from './signs.ts';

/** Signs that end sentences. */
export function isTerminator(code: number): boolean {
  if (code < 128) return code === DOT || code === 0x21 || code === 0x3f;
  return code === ELLIPSIS || isWide(code) || isOtherScript(code);
}

/** CJK full stops, question and exclamation marks: no blank follows them. */
export function isWide(code: number): boolean {
  return code === 0x3002 || code === 0xff01 || code === 0xff1f || code === 0xff61;
}

/** What ends sentences in scripts that set a blank behind it, and marks that are two in one. */
function isOtherScript(code: number): boolean {
  switch (code) {
    case 0x589: // Armenian
    case 0x61f: // Arabic question mark
    case 0x6d4: // Urdu
    case 0x700: // Syriac
    case 0x701:
    case 0x702:
    case 0x964: // danda
    case 0x965:
    case 0x104b: // Burmese
    case 0x1362: // Ethiopic
    case 0x1367:
    case 0x17d4: // Khmer
    case 0x17d5:
    case 0x1803: // Mongolian
    case 0x1809:
    case 0x203c: // ‼
    case 0x203d: // ‽
    case 0x2047: // ⁇
    case 0x2048: // ⁈
    case 0x2049: // ⁉
    case 0x2e2e: // ⸮
      return true;
    default:
      return false;
  }
}

/** Signs that only close. */
export function isCloser(code: number): boolean {
  switch (code) {
    case 0x22: // "
    case APOSTROPHE:
    case 0x29: // )
    case 0x5d: // ]
    case 0x7d: // }
    case 0xbb: // »
    case 0x2019: // ’
    case 0x201d: // ”
    case 0x203a: // ›
    case 0x300d: // 」
    case 0x300f: // 』
    case 0x300b: // 》
    case 0x3009: // 〉
    case 0x3011: // 】
    case 0xff09: // ）
    case 0xff3d: // ］
      return true;
    default:
      return false;
  }
}

/** Quotation marks of any kind: in one language or another each of them closes. */
export function isQuote(code: number): boolean {
  return (
    code === 0x22 ||
    code === APOSTROPHE ||
    code === 0xab ||
    code === 0xbb ||
    (code >= 0x2018 && code <= 0x201f) ||
    code === 0x2039 ||
    code === 0x203a
  );
}

/** Asterisks and underscores close what Markdown emphasises. */
export function isEmphasis(code: number): boolean {
  return code === 0x2a || code === UNDERSCORE;
}

/** Raised numbers, which point to a note. */
export function isRaised(code: number): boolean {
  return code === 0xb9 || code === 0xb2 || code === 0xb3 || (code >= 0x2070 && code <= 0x2079);
}

/** No-break and thin blanks, which French sets before its closing marks. */
export function isNarrowBlank(code: number): boolean {
  return code === NO_BREAK_SPACE || code === 0x202f || code === 0x2009;
}
