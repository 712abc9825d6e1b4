import fc from 'fast-check';

/** Strings in which the signs that scanners look for are common: also lone surrogates, and pairs. */
export const hardText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...[
          '.',
          ',',
          '-',
          "'",
          '’',
          '“',
          '"',
          ' ',
          ' ',
          ' ',
          '\n',
          '\r\n',
          '\u00a0',
          '@',
          '$',
          '€',
          '%',
          ':',
          '/',
          '(',
          ')',
          '[',
          '1',
          '2021',
          '31',
          '12',
        ],
        ...[
          'June',
          'May',
          'Mr.',
          'U.S.',
          'US$',
          'million',
          'per cent',
          'pm',
          'the',
          'in',
          'Monday',
          's',
          'é',
          'e\u0301',
          '人大',
          '한국',
          'US',
          'China',
        ],
        ...['👍🏽', '\ud83d', '\udc4d', '𝒜', '\u200d', 'http://', 'www.', '。', 'five', 'to', 'and', 'euros', 'km'],
      ),
      fc.string({ unit: 'binary', maxLength: 4 }),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''));

/** Strings of any code units at all: ASCII, accents without letters, half pairs and whole ones, control characters. */
export const anyText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.string({ unit: 'binary-ascii', maxLength: 6 }) },
      { weight: 2, arbitrary: hardText },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
      { weight: 1, arbitrary: fc.integer({ min: 0x300, max: 0x36f }).map((code) => String.fromCharCode(code)) },
      { weight: 1, arbitrary: fc.integer({ min: 0xd800, max: 0xdfff }).map((code) => String.fromCharCode(code)) },
      { weight: 1, arbitrary: fc.integer({ min: 0x2000, max: 0x206f }).map((code) => String.fromCharCode(code)) },
      { weight: 1, arbitrary: fc.integer({ min: 0x1f000, max: 0x1faff }).map((code) => String.fromCodePoint(code)) },
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

/**
 * The code points below `end` in runs of 128, half pairs among them: each block of Unicode is one or more of them. Of
 * each run every one, or one in `step`.
 */
export function* unicodeRuns(end = 0x110000, step = 1): Generator<string> {
  for (let first = 0; first < end; first += 128) {
    const codes = Array.from({ length: 128 / step }, (_, i) => first + i * step);
    yield String.fromCodePoint(...codes);
  }
}

/** What is wrong with spans that should lie in a text in order, without overlaps; undefined for nothing. */
export function faultOf(
  text: string,
  spans: Iterable<{ readonly start: number; readonly end: number }>,
): string | undefined {
  let last = 0;
  for (const { start, end } of spans) {
    if (!(start >= last)) return fault('overlaps or out of order', text, start, end);
    if (!(end > start)) return fault('empty', text, start, end);
    if (!(end <= text.length)) return fault('outside', text, start, end);
    if (cutsPair(text, start) || cutsPair(text, end)) return fault('cuts a surrogate pair', text, start, end);
    last = end;
  }
  return undefined;
}

function fault(what: string, text: string, start: number, end: number): string {
  return `${what}: ${start} to ${end} of ${JSON.stringify(text)}`;
}

/** Whether an offset cuts a surrogate pair. */
export function cutsPair(text: string, at: number): boolean {
  return (text.charCodeAt(at - 1) & 0xfc00) === 0xd800 && (text.charCodeAt(at) & 0xfc00) === 0xdc00;
}

/**
 * A quarter of a million code units of one piece again and again. What is not linear takes minutes over it and runs
 * into the time limit of the test, on any machine; what is linear takes a moment.
 */
export function longRunOf(piece: string): string {
  return piece.repeat(Math.ceil(250_000 / piece.length));
}
