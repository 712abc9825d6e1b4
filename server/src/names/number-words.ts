/** English words for numbers and magnitudes: resources of `amounts.ts`. */

/** Words below a hundred. */
export const SMALL: readonly (readonly [string, number])[] = [
  ...'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, i) => [word, i + 1] as const),
  ...'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, i) => [word, (i + 2) * 10] as const),
];

/** Words that multiply, as powers of ten. */
export const MAGNITUDES: readonly (readonly [string, number])[] = [
  ['hundred', 2],
  ['thousand', 3],
  ['lakh', 5],
  ['million', 6],
  ['crore', 7],
  ['billion', 9],
  ['trillion', 12],
];

/** Their short forms, which money is counted in, and a measure with a unit behind: "£56m", "$3bn", "1.2m tonnes". */
export const SHORT_MAGNITUDES: readonly (readonly [string, number])[] = [
  ['k', 3],
  ['m', 6],
  ['mn', 6],
  ['mln', 6],
  ['mio', 6],
  ['b', 9],
  ['bn', 9],
  ['bln', 9],
  ['tn', 12],
  ['trn', 12],
  ['mrd', 9],
];
