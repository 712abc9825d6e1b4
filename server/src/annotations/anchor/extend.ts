/** How far insertions and deletions may shift a context against the text. */
const BAND = 24;
/** Context behind the end of the quote's own sentence says less of the quote: the sentence may have moved or gone. */
const BEYOND = 0.6;

/** Context on one side of a quote. */
export interface Context {
  /** As it reads. */
  readonly text: string;
  /** Its signs from the quote outwards. */
  readonly signs: Uint16Array;
  /** What all of it counts. */
  readonly total: number;
  /** How many of the signs belong to the quote's own sentence, each of which counts one; those beyond count `BEYOND`. */
  readonly inner: number;
}

/** How much of a context stands next to a place: all of it, and what lies in the quote's own sentence. */
export interface Extension {
  readonly all: number;
  readonly inner: number;
}

export function contextBefore(text: string): Context {
  const signs = new Uint16Array(text.length);
  for (let at = 0; at < text.length; at++) signs[at] = text.charCodeAt(text.length - 1 - at);
  let sentence = text.length;
  for (let at = text.length - 1; at > 0; at--)
    if (text.charCodeAt(at) === BLANK && endsSentence(text, at)) {
      sentence = text.length - 1 - at;
      break;
    }
  return weighed(text, signs, sentence);
}

export function contextAfter(text: string): Context {
  const signs = new Uint16Array(text.length);
  for (let at = 0; at < text.length; at++) signs[at] = text.charCodeAt(at);
  let sentence = text.length;
  for (let at = 1; at < text.length; at++)
    // What stands right behind the quote may be the end of its sentence: the word in front of it is the quote.
    if (
      text.charCodeAt(at) === BLANK &&
      (at < 8 ? endsSentence(`word${text.slice(0, at + 2)}`, at + 4) : endsSentence(text, at))
    ) {
      sentence = at;
      break;
    }
  return weighed(text, signs, sentence);
}

function weighed(text: string, signs: Uint16Array, sentence: number): Context {
  const inner = Math.min(sentence, signs.length);
  return { text, signs, total: inner + BEYOND * (signs.length - inner), inner };
}

/** Whether a full stop stands in front of the blank at `at`; an initial or a short title has one, too, but ends nothing. */
function endsSentence(text: string, at: number): boolean {
  let before = at - 1;
  if (isLetter(text.charCodeAt(before)) || /\p{Ll}/u.test(text[at + 1] ?? '')) return false;
  while (before > 0 && (text[before] === '"' || text[before] === "'" || text[before] === ')')) before--;
  const sign = text[before];
  if (sign === '!' || sign === '?' || sign === '。') return true;
  return sign === '.' && before >= 3 && /\p{Ll}|\d/u.test(text[before - 1] ?? '') && text[before - 3] !== ' ';
}

const BLANK = 0x20;

/** Most blanks have a letter in front of them: no end, and nothing to look up. */
function isLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
}

/**
 * How much of a context stands next to a place, in signs: the best that can be aligned with the text from there outwards,
 * each sign that agrees adding and each that is other, missing or too many taking away. `step` is 1 to read the text
 * onwards from `at` on, -1 to read it backwards from the sign before.
 */
export function extension(context: Context, text: string, at: number, step: 1 | -1): Extension {
  const { signs, inner: sentence } = context;
  const { length } = signs;
  const first = step === 1 ? at : at - 1;
  let run = 0;
  while (run < length && text.charCodeAt(first + step * run) === signs[run]) run++;
  const sure = Math.min(run, sentence) + BEYOND * Math.max(0, run - sentence);
  if (run === length) return { all: sure, inner: context.inner };
  let inner = Math.min(run, context.inner);
  const room = step === 1 ? text.length - at : at;
  const columns = Math.min(room, length + BAND);
  // One row for each sign of the context that is left; only what lies within the band is looked at.
  let previous = ROWS[0];
  let current = ROWS[1];
  const width = 2 * BAND + 1;
  let best = sure;
  // Cells from `low` to `high` are alive; what has fallen too far below the best does not come back, and would only hold by chance.
  let low = BAND;
  let high = Math.min(width - 1, BAND + Math.min(DROP, columns - run));
  for (let k = low; k <= high; k++) previous[k] = sure - (k - BAND);
  for (let row = run; row < length && low <= high; row++) {
    const weight = row < sentence ? 1 : BEYOND;
    const sign = signs[row] ?? 0;
    const from = Math.max(0, low - 1, run - row - 1 + BAND);
    // `k` stands for the column `row + 1 + k - BAND`: so many signs of the text were used.
    const most = Math.min(width - 1, columns - row - 1 + BAND);
    let newLow = width;
    let newHigh = -1;
    let left = NONE;
    for (let k = from; k <= most && (k <= high || left !== NONE); k++) {
      const column = row + 1 + k - BAND;
      let value = (k + 1 >= low && k + 1 <= high ? (previous[k + 1] ?? NONE) : NONE) - weight;
      if (column > run) {
        if (k >= low && k <= high) {
          const agrees = text.charCodeAt(first + step * (column - 1)) === sign;
          const diagonal = (previous[k] ?? NONE) + (agrees ? weight : -weight);
          if (diagonal > value) value = diagonal;
        }
        if (left - weight > value) value = left - weight;
      }
      if (value < best - DROP) value = NONE;
      else {
        if (k < newLow) newLow = k;
        newHigh = k;
      }
      current[k] = value;
      left = value;
      if (value > best) best = value;
      if (row < context.inner && value > inner) inner = value;
    }
    low = newLow;
    high = newHigh;
    [previous, current] = [current, previous];
  }
  return { all: best, inner };
}

const NONE = -1e9;
const DROP = 20;
const ROWS: [Float64Array, Float64Array] = [new Float64Array(2 * BAND + 1), new Float64Array(2 * BAND + 1)];
