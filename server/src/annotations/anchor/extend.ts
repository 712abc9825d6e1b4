/** How far insertions and deletions may shift a context against the text. */
const BAND = 24;
/** Context behind the end of the quote's own sentence says less of the quote: the sentence may have moved or gone. */
const BEYOND = 0.6;

/** Context on one side of a quote, from the quote outwards, with what each sign counts. */
export interface Context {
  readonly signs: Uint16Array;
  readonly weights: Float32Array;
  /** What all of it counts. */
  readonly total: number;
  /** How many of the signs belong to the quote's own sentence, each of which counts one. */
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
  return weighed(signs, sentence);
}

export function contextAfter(text: string): Context {
  const signs = new Uint16Array(text.length);
  for (let at = 0; at < text.length; at++) signs[at] = text.charCodeAt(at);
  let sentence = text.length;
  for (let at = 1; at < text.length; at++)
    if (text.charCodeAt(at) === BLANK && endsSentence(`word${text.slice(0, at + 2)}`, at + 4)) {
      sentence = at;
      break;
    }
  return weighed(signs, sentence);
}

function weighed(signs: Uint16Array, sentence: number): Context {
  const weights = new Float32Array(signs.length);
  let total = 0;
  for (let at = 0; at < signs.length; at++) {
    const weight = at < sentence ? 1 : BEYOND;
    weights[at] = weight;
    total += weight;
  }
  return { signs, weights, total, inner: Math.min(sentence, signs.length) };
}

/** Whether a full stop stands in front of the blank at `at`; an initial or a short title has one, too, but ends nothing. */
function endsSentence(text: string, at: number): boolean {
  if (/\p{Ll}/u.test(text[at + 1] ?? '')) return false;
  let before = at - 1;
  while (before > 0 && (text[before] === '"' || text[before] === "'" || text[before] === ')')) before--;
  const sign = text[before];
  if (sign === '!' || sign === '?' || sign === '。') return true;
  return sign === '.' && before >= 3 && /\p{Ll}|\d/u.test(text[before - 1] ?? '') && text[before - 3] !== ' ';
}

const BLANK = 0x20;

/**
 * How much of a context stands next to a place, in signs: the best that can be aligned with the text from there outwards,
 * each sign that agrees adding and each that is other, missing or too many taking away. `step` is 1 to read the text
 * onwards from `at` on, -1 to read it backwards from the sign before.
 */
export function extension(context: Context, text: string, at: number, step: 1 | -1): Extension {
  const { signs, weights } = context;
  const { length } = signs;
  const first = step === 1 ? at : at - 1;
  let run = 0;
  let sure = 0;
  while (run < length && text.charCodeAt(first + step * run) === signs[run]) sure += weights[run++] ?? 0;
  if (run === length) return { all: sure, inner: context.inner };
  let inner = Math.min(run, context.inner);
  const room = step === 1 ? text.length - at : at;
  const columns = Math.min(room, length + BAND);
  // One row for each sign of the context that is left; only what lies within the band is looked at.
  let previous = ROWS[0];
  let current = ROWS[1];
  const width = 2 * BAND + 1;
  let best = sure;
  for (let k = 0; k < width; k++) {
    const column = run + k - BAND;
    previous[k] = column < run ? NONE : sure - (column - run);
  }
  for (let row = run; row < length; row++) {
    const weight = weights[row] ?? 0;
    const sign = signs[row] ?? 0;
    let any = false;
    for (let k = 0; k < width; k++) {
      // `k` stands for the column `row + 1 + k - BAND`: so many signs of the text were used.
      const column = row + 1 + k - BAND;
      if (column < run || column > columns) {
        current[k] = NONE;
        continue;
      }
      let value = (k + 1 < width ? (previous[k + 1] ?? NONE) : NONE) - weight;
      if (column > run) {
        const agrees = text.charCodeAt(first + step * (column - 1)) === sign;
        const diagonal = (previous[k] ?? NONE) + (agrees ? weight : -weight);
        if (diagonal > value) value = diagonal;
        const left = k > 0 ? (current[k - 1] ?? NONE) - weight : NONE;
        if (left > value) value = left;
      }
      // What has fallen too far below the best does not come back: it would only hold by chance.
      if (value < best - DROP) value = NONE;
      else any = true;
      current[k] = value;
      if (value > best) best = value;
      if (row < context.inner && value > inner) inner = value;
    }
    if (!any) break;
    [previous, current] = [current, previous];
  }
  return { all: best, inner };
}

const NONE = -1e9;
const DROP = 20;
const ROWS: [Float64Array, Float64Array] = [new Float64Array(2 * BAND + 1), new Float64Array(2 * BAND + 1)];
