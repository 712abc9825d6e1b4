import { CJK, classAt, classBefore, DIGIT, isBlank, isLetter, MARK, UPPER } from './characters.ts';
import type { Span } from './span.ts';

/**
 * A sign that may be a quotation mark, and what each way to read it costs: 0 is what its neighbours say, `AGAINST` what
 * they speak against, infinity what cannot be.
 */
export interface QuoteMark extends Span {
  /** What stands there, or a plain sign for it: `"`, `“`, `''`, … */
  readonly glyph: string;
  readonly open: number;
  readonly close: number;
  /** To take it for no quotation mark at all: an apostrophe, inches, seconds, a ditto mark, an arrow. */
  readonly none: number;
}

/** What it costs to read a mark against its neighbours, as if a blank stood on its wrong side. */
const AGAINST = 4;

/** An apostrophe behind the end of a word, as in "the users' data", costs no more than this. */
export const APOSTROPHE = 0.7;

/** The marks of a text, in order. Apostrophes inside of words are left out, as are runs of marks that are markup or drawing. */
export function* quoteMarks(text: string): Generator<QuoteMark> {
  // Most paragraphs end here.
  const first = text.search(ANY_SIGN);
  if (first === -1) return;
  const signs = new RegExp(ANY_SIGN, 'g');
  signs.lastIndex = first;
  for (let found = signs.exec(text); found !== null; found = signs.exec(text)) {
    const start = found.index;
    // Marks that touch see the same neighbours: in `Yes.'"` both close.
    let end = start + 1;
    while (isSign(text, end)) end++;
    signs.lastIndex = end;
    yield* readRun(text, start, end);
  }
}

/** Whether a text begins with a mark that opens a quotation, or goes on with one that an earlier paragraph opened. */
export function beginsWithQuote(text: string): boolean {
  let at = 0;
  while (at < text.length && isBlank(text.charCodeAt(at))) at++;
  if (!isSign(text, at)) return false;
  // The look behind it is as long as the look of any mark.
  for (const mark of quoteMarks(text.slice(at, at + LONGEST_LOOK))) {
    // French and German repeat at the start of each paragraph either of the two.
    return mark.start === 0 && ((mark.open <= 1 && mark.none > APOSTROPHE) || '«»'.includes(mark.glyph));
  }
  return false;
}

const SIGNS = `"'\`´«»‹›‘’‚‛“”„‟「」『』《》〝〞〟＂＇`;
const ANY_SIGN = new RegExp(`[${SIGNS}]`);
const LONGEST_LOOK = 64;
const NEVER = Number.POSITIVE_INFINITY;

/** What one side of a mark says: that it opens, that it closes, or nothing. */
type Vote = 'open' | 'close' | 'nothing';

/** Where a run of marks stands. */
interface Place {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly left: Vote;
  readonly right: Vote;
}

function* readRun(text: string, start: number, end: number): Generator<QuoteMark> {
  // By far the most frequent run of all: "don't".
  if (end === start + 1 && isInsideWord(text, start)) return;
  const place = { text, start, end, left: leftVote(text, start), right: rightVote(text, end) };
  let at = start;
  // A mark that is itself spoken of: the word "“" is hard to type.
  const quoted = end === start + 3 && place.left === 'open' && place.right === 'close' ? start + 1 : end;
  while (at < end) {
    const sign = text.charAt(at);
    if (at === quoted) {
      at++;
      continue;
    }
    let next = at + 1;
    while (next < end && text.charAt(next) === sign) next++;
    const count = next - at;
    if (count === 2 && (sign === "'" || sign === '`')) {
      // The wire services of old wrote ``…''.
      yield readMark(place, at, next, sign + sign);
    } else if (count < 3 || !isStraight(sign)) {
      for (; at < next; at++) yield readMark(place, at, at + 1, PLAIN[sign] ?? sign);
    }
    // Three straight ones or more are markup.
    at = next;
  }
}

/** Rare signs, and the more frequent ones that they stand for. */
const PLAIN: Readonly<Record<string, string>> = { '‛': '‘', '‟': '“', '＂': '"', '＇': "'", '´': "'", '〟': '〞' };

function isStraight(sign: string): boolean {
  return sign === '"' || sign === "'" || sign === '`';
}

function readMark(place: Place, start: number, end: number, glyph: string): QuoteMark {
  return { start, end, glyph, ...costs(place, start, end, glyph) };
}

type Costs = Pick<QuoteMark, 'open' | 'close' | 'none'>;

function costs(place: Place, start: number, end: number, glyph: string): Costs {
  switch (glyph) {
    case '"':
      return { ...byNeighbours(place), none: straightDouble(place) };
    case "'":
      return { ...byNeighbours(place), none: apostrophe(place, 2) };
    case '’':
      return { ...rightMark(place), none: apostrophe(place, 0.5) };
    case '”':
      return { ...rightMark(place), none: straightDouble(place) };
    case '“':
      return { ...leftMark(place), none: NEVER };
    case '‘':
      return { ...leftMark(place), none: turnedApostrophe(place) };
    case '``':
      // Markdown sets code between two pairs of them.
      return { open: 0, close: 0.5, none: NEVER };
    case "''":
      return { ...byNeighbours(place), none: 1 };
    case '`':
      return { ...byNeighbours(place), none: 1 };
    case '„':
      return { open: 0, close: NEVER, none: isAlone(place) ? 1 : NEVER };
    case '‚':
      // It looks like a comma, and takes the place of one in some files.
      return { open: 0, close: NEVER, none: place.left === 'close' ? 0 : 3 };
    case '«':
    case '»':
    case '‹':
    case '›':
      return guillemet(place, start, end, glyph);
    default:
      return '「『《〝'.includes(glyph)
        ? { open: 0, close: NEVER, none: NEVER }
        : { open: NEVER, close: 0, none: NEVER };
  }
}

/** A mark that looks the same on both sides: its neighbours say which it is. */
function byNeighbours({ text, start, end, left, right }: Place): Pick<QuoteMark, 'open' | 'close'> {
  if (left === right) {
    if (left === 'nothing') return { open: 0.5, close: 0.5 };
    return left === 'open' ? { open: 0, close: AGAINST } : { open: AGAINST, close: 0 };
  }
  if (left === 'nothing' || right === 'nothing') {
    return left === 'open' || right === 'open' ? { open: 0, close: 2.5 } : { open: 2.5, close: 0 };
  }
  // Glued to words on both sides.
  if (left === 'close') return { open: 1, close: 1 };
  // Between blanks its place in the sequence says it; at the very start or end there is but one way.
  if (start === 0) return { open: 0.3, close: AGAINST };
  return { open: end === text.length ? AGAINST : 0.3, close: 0.3 };
}

/** `“` and `‘`: they open, but for German, where they close what `„` and `‚` opened. */
function leftMark({ left, right }: Place): Pick<QuoteMark, 'open' | 'close'> {
  if (left === 'close' && right === 'close') return { open: 3, close: 0 };
  return { open: 0, close: left === 'open' && right === 'open' ? NEVER : 1 };
}

/** `”` and `’`: they close, but for Swedish, where they open, too. */
function rightMark({ left, right }: Place): Pick<QuoteMark, 'open' | 'close'> {
  if (left === 'open' && right !== 'close') return { open: 1, close: 3 };
  return { open: AGAINST, close: 0 };
}

/** Double signs that are no quotation marks: inches, seconds, ditto marks, a sign that is itself spoken of, abbreviations in Hebrew. */
function straightDouble({ text, start, end, left, right }: Place): number {
  const before = classBefore(text, start);
  if (before === DIGIT) return 0.5;
  // Code, where a mark that is escaped stands for itself.
  if (text.charAt(start - 1) === '\\') return 1;
  // Inches with a blank that does not belong there: 6'11 " tall.
  if (isBlank(text.charCodeAt(start - 1)) && classBefore(text, start - 1) === DIGIT) return 1.5;
  if (left === 'open' && right === 'close' && start > 0 && end < text.length) return 1;
  if (isLetter(before) && isLetter(classAt(text, end))) return isHebrew(text.charCodeAt(end)) ? 0 : 3;
  return NEVER;
}

/**
 * `'` and `’` as an apostrophe. `leading` is what it costs before a word that is not known to have one there: a typographic one is never
 * the beginning of a quotation in English, a straight one mostly is.
 */
function apostrophe({ text, start, end, left, right }: Place, leading: number): number {
  const before = classBefore(text, start);
  const behind = classAt(text, end);
  if (before === CJK || behind === CJK) return 3;
  if (before === DIGIT) return 0.3;
  if (isWordClass(before) && isWordClass(behind)) return 0;
  if (isWordClass(behind)) return isElision(text, end) ? 0.3 : leading;
  if (isLetter(before)) return endsWithApostrophe(text, start);
  // "the U.S.' role", but never "He left.'"
  if (text.charAt(start - 1) === '.' && classBefore(text, start - 1) === UPPER) return 1;
  // "didn ’ t", "the end. ’": in a text that was taken apart into words the blanks say nothing.
  if (left === 'open' && right === 'close') return endsSentenceBefore(text, start) ? 2 : APOSTROPHE;
  return left === 'close' ? NEVER : 2;
}

function endsSentenceBefore(text: string, at: number): boolean {
  return '.,!?'.includes(text.charAt(at - 2) || ' ');
}

/** What an apostrophe behind the word that ends at `end` costs: little behind an s, and where letters were left out. */
function endsWithApostrophe(text: string, end: number): number {
  const letter = text.charAt(end - 1).toLowerCase();
  if ('sxz'.includes(letter)) return 0.5;
  let from = end - 1;
  while (from > 0 && end - from < 6 && isLetter(classBefore(text, from))) from--;
  const word = text.slice(from, end).toLowerCase();
  if (word.endsWith('in') || CLIPPED.has(word)) return APOSTROPHE;
  return 2.5;
}

const CLIPPED = new Set('an th o ol po wi t lil mo fo de n ma mr mrs ta sha nuku male sana'.split(' '));

/** A left mark where an apostrophe belongs: "the ‘90s", "‘tis", Hawai‘i, and names from Arabic. */
function turnedApostrophe({ text, start, end, left, right }: Place): number {
  if (isWordClass(classBefore(text, start))) return isWordClass(classAt(text, end)) ? 0 : 1;
  if (left === 'open' && right === 'close') return AGAINST;
  if (isElision(text, end)) return 1;
  return AYN.has(wordFrom(text, end)) ? 2 : NEVER;
}

const AYN = new Set(
  'Abd Abdul Abdallah Abbas Adil Ali Alawi Amr Aziz Isa Iraq Umar Uthman Ashura Oahu Iolani Okina'.split(' '),
);

/** Words that are written with an apostrophe before them. A year is one, too: "the '90s". */
function isElision(text: string, from: number): boolean {
  if (classAt(text, from) === DIGIT) return true;
  return ELISIONS.has(wordFrom(text, from).toLowerCase());
}

const ELISIONS = new Set(
  (
    'tis twas twere twill twould em til till cause cos cuz coz bout round n nuff neath gainst twixt tween fraid course ' +
    'ere er im is ello ow ave ad ard ouse ome ead eart oss e ol scuse sup hood burbs copter phone plane bus flu pon ' +
    's t d m re ve ll ndrangheta kay ema specially'
  ).split(' '),
);

function wordFrom(text: string, from: number): string {
  let end = from;
  while (end < from + 12 && isLetter(classAt(text, end))) end++;
  return text.slice(from, end);
}

/** French and Russian write «…», German and Danish »…«; between blanks they are arrows as often as not. */
function guillemet(place: Place, start: number, end: number, glyph: string): Costs {
  const { text } = place;
  const inside = glyph === '«' || glyph === '‹' ? text.charCodeAt(end) : text.charCodeAt(start - 1);
  const opens = glyph === '«' || glyph === '‹';
  if (isNoBreak(inside)) return { open: opens ? 0 : 2, close: opens ? 2 : 0, none: NEVER };
  if (isAlone(place)) return { open: opens ? 0.3 : 1, close: opens ? 1 : 0.3, none: 1 };
  const { open, close } = byNeighbours(place);
  // A paragraph within a quotation begins with a mark that opens it again.
  return { open, close, none: start === 0 ? 1 : NEVER };
}

/** Blanks, or an end of the text, on both sides. */
function isAlone({ text, start, end }: Place): boolean {
  return (start === 0 || isBlank(text.charCodeAt(start - 1))) && (end === text.length || isBlank(text.charCodeAt(end)));
}

function isNoBreak(code: number): boolean {
  return code === 0xa0 || code === 0x202f || code === 0x2009;
}

function leftVote(text: string, start: number): Vote {
  if (start === 0) return 'open';
  const code = text.charCodeAt(start - 1);
  if (isBlank(code)) return 'open';
  const kind = classBefore(text, start);
  if (isLetter(kind) || kind === DIGIT || kind === MARK) return 'close';
  if (OPENERS.includes(text.charAt(start - 1))) return 'open';
  return CLOSERS.includes(text.charAt(start - 1)) ? 'close' : 'nothing';
}

function rightVote(text: string, end: number): Vote {
  if (end >= text.length) return 'close';
  const code = text.charCodeAt(end);
  if (isBlank(code)) return 'close';
  const kind = classAt(text, end);
  if (isLetter(kind) || kind === DIGIT || kind === MARK) return 'open';
  const sign = text.charAt(end);
  // "...and then": the dots belong to what follows.
  if (sign === '.' && text.charAt(end + 1) === '.') return 'nothing';
  if (OPENERS.includes(sign) || STARTERS.includes(sign)) return 'open';
  return CLOSERS.includes(sign) || WIDE_CLOSERS.includes(sign) ? 'close' : 'nothing';
}

const OPENERS = '([{（';
/** A word may begin with them. */
const STARTERS = '$€£¥#@¿¡';
const CLOSERS = '.,;!?)]}%）';
/** No blank follows these, so that on a mark's left they say nothing. A colon does not either: "said:“We". */
const WIDE_CLOSERS = ':。，、！？；：';

function isWordClass(kind: number): boolean {
  return isLetter(kind) || kind === DIGIT || kind === MARK;
}

function isHebrew(code: number): boolean {
  return code >= 0x5d0 && code <= 0x5ea;
}

/**
 * A single mark that can be nothing but an apostrophe: China’s, don't, O'Neill, l’homme, 5'10. Other words with one inside may lack
 * the blank behind a closing mark.
 */
function isInsideWord(text: string, at: number): boolean {
  const sign = text.charAt(at);
  if (sign !== "'" && sign !== '’') return false;
  const behind = classAt(text, at + 1);
  const before = classBefore(text, at);
  if (!isWordClass(before) || !isWordClass(behind)) return false;
  if (before === DIGIT || at < 2 || !isWordClass(classBefore(text, at - 1))) return true;
  let end = at + 1;
  while (end < at + 4 && isWordClass(classAt(text, end))) end++;
  return CONTRACTED.has(text.slice(at + 1, end).toLowerCase());
}

const CONTRACTED = new Set(['s', 't', 'd', 'm', 're', 've', 'll']);

function isSign(text: string, at: number): boolean {
  return at < text.length && SIGNS.includes(text.charAt(at));
}
