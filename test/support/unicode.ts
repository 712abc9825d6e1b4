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

/** Whether an offset cuts a surrogate pair. */
export function cutsPair(text: string, at: number): boolean {
  return at > 0 && /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1));
}

/**
 * A quarter of a million code units of one piece again and again. What is not linear takes minutes over it and runs
 * into the time limit of the test, on any machine; what is linear takes a moment.
 */
export function longRunOf(piece: string): string {
  return piece.repeat(Math.ceil(250_000 / piece.length));
}
