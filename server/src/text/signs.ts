/** Code units of signs that the scanners of this room look for, and what signs do. */
export const LINE_FEED = 0x0a;
export const CARRIAGE_RETURN = 0x0d;
export const SPACE = 0x20;
export const DOLLAR = 0x24;
export const AMPERSAND = 0x26;
export const APOSTROPHE = 0x27;
export const PLUS = 0x2b;
export const COMMA = 0x2c;
export const HYPHEN = 0x2d;
export const DOT = 0x2e;
export const SLASH = 0x2f;
export const COLON = 0x3a;
export const AT = 0x40;
export const UNDERSCORE = 0x5f;
export const NO_BREAK_SPACE = 0xa0;
export const ELLIPSIS = 0x2026;

/** What stands for an apostrophe inside of a word, with the signs that are typed for it: `Hawai‘i`, `don´t`. */
export function isApostrophe(code: number): boolean {
  return (
    code === APOSTROPHE || code === 0x2019 || code === 0x2018 || code === 0x2bc || code === 0xb4 || code === 0xff07
  );
}

/** Hyphens that join: plain, true, non-breaking. */
export function isHyphen(code: number): boolean {
  return code === HYPHEN || code === 0x2010 || code === 0x2011;
}
