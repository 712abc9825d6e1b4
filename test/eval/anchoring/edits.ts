/**
 * A text whose characters are known by where they come from: an edit moves, drops or adds characters, and afterwards
 * the identity of the characters says where a passage stands.
 */
export interface Tracked {
  readonly units: string[];
  /** For each unit its offset in the text at the beginning; -1 where an edit put it in. */
  readonly from: number[];
}

export function track(text: string): Tracked {
  return { units: text.split(''), from: Array.from({ length: text.length }, (_, index) => index) };
}

export interface Edited {
  readonly text: string;
  readonly from: readonly number[];
  /** Spans of the first text that an edit replaced by another name. */
  readonly renamed: readonly { readonly start: number; readonly end: number }[];
}

/** Numbers from a seed: the same edits in every run. */
export class Dice {
  private state: number;

  constructor(seed: number) {
    this.state = (seed * 2654435761) >>> 0 || 1;
  }

  next(): number {
    this.state ^= this.state << 13;
    this.state ^= this.state >>> 17;
    this.state ^= this.state << 5;
    return (this.state >>> 0) / 4294967296;
  }

  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  of<T>(list: readonly T[]): T | undefined {
    return list[this.below(list.length)];
  }
}

interface Line {
  readonly start: number;
  readonly end: number;
}

/** Puts so many edits into a text. `others` are sentences of other texts, from which the new ones come. */
export function edit(text: string, dose: number, dice: Dice, others: readonly string[]): Edited {
  const tracked = track(text);
  const renamed: { start: number; end: number }[] = [];
  for (let count = 0; count < dose; count++) {
    const roll = dice.next();
    if (roll < 0.32) typo(tracked, dice);
    else if (roll < 0.6) word(tracked, dice);
    else if (roll < 0.72) noise(tracked, dice);
    else if (roll < 0.78) rename(tracked, dice, renamed);
    else if (roll < 0.84) insertSentence(tracked, dice, dice.of(others) ?? '');
    else if (roll < 0.88) removeSentence(tracked, dice);
    else if (roll < 0.915) moveSentence(tracked, dice);
    else if (roll < 0.92) moveParagraph(tracked, dice);
    else if (roll < 0.95) doubleSentence(tracked, dice);
    else if (roll < 0.98) replaceSentence(tracked, dice, dice.of(others) ?? '');
    else blanks(tracked, dice);
  }
  if (dice.next() < 0.1) renameAll(tracked, dice, renamed);
  if (dice.next() < 0.1) misread(tracked, dice);
  if (dice.next() < 0.2) rewrap(tracked, dice.next() < 0.5 ? 72 : 50 + dice.below(50));
  if (dice.next() < 0.2) straighten(tracked, dice);
  if (dice.next() < 0.2) lineEnds(tracked, dice.next() < 0.8 ? '\r\n' : '\r');
  return { text: tracked.units.join(''), from: tracked.from, renamed };
}

function splice({ units, from }: Tracked, start: number, end: number, inserted: string): void {
  units.splice(start, end - start, ...inserted.split(''));
  from.splice(start, end - start, ...Array.from({ length: inserted.length }, () => -1));
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

function typo(tracked: Tracked, dice: Dice): void {
  const at = dice.below(tracked.units.length);
  const letter = LETTERS[dice.below(26)] ?? 'x';
  const kind = dice.below(4);
  if (kind === 0) splice(tracked, at, at + 1, letter);
  else if (kind === 1) splice(tracked, at, at, letter);
  else if (kind === 2) splice(tracked, at, at + 1, '');
  else if (at + 1 < tracked.units.length) {
    const { units, from } = tracked;
    [units[at], units[at + 1]] = [units[at + 1] ?? '', units[at] ?? ''];
    [from[at], from[at + 1]] = [from[at + 1] ?? -1, from[at] ?? -1];
  }
}

const CONFUSED: readonly (readonly [string, string])[] = [
  ['m', 'rn'],
  ['l', '1'],
  ['e', 'c'],
  ['h', 'li'],
  ['o', '0'],
  ['I', 'l'],
  ['n', 'ri'],
  ['S', '5'],
];

/** What a machine misreads: a few letters close to each other. */
function noise(tracked: Tracked, dice: Dice): void {
  let at = dice.below(tracked.units.length);
  for (let count = 1 + dice.below(4); count > 0; count--) {
    at += 1 + dice.below(6);
    const pair = CONFUSED.find(([from]) => from === tracked.units[at]);
    if (pair) splice(tracked, at, at + 1, pair[1]);
  }
}

/** A stretch that a machine read badly all through: about every fifth letter that it confuses, and some the other way. */
function misread(tracked: Tracked, dice: Dice): void {
  const start = dice.below(tracked.units.length);
  for (let at = Math.min(tracked.units.length, start + 600) - 1; at > start; at--) {
    if (dice.next() > 0.2) continue;
    const pair = CONFUSED.find(([from]) => from === tracked.units[at]);
    if (pair) splice(tracked, at, at + 1, pair[1]);
    else if (tracked.units[at] === 'n' && tracked.units[at - 1] === 'r') splice(tracked, at - 1, at + 1, 'm');
  }
}

function spansOf(tracked: Tracked, pattern: RegExp): Line[] {
  return [...tracked.units.join('').matchAll(pattern)].map((found) => ({
    start: found.index,
    end: found.index + found[0].length,
  }));
}

const NAME = /\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)*/gu;

export function namesOf(text: string): Line[] {
  return [...text.matchAll(NAME)]
    .map((found) => ({ start: found.index, end: found.index + found[0].length }))
    .filter(({ start, end }) => end - start >= 3 && !COMMON.has(text.slice(start, end)));
}

const COMMON = new Set(
  'The This That These Those And But For His Her She They There Its Our When While After Before Some Many Most Also According However Officials Police'.split(
    ' ',
  ),
);

function word(tracked: Tracked, dice: Dice): void {
  const words = spansOf(tracked, /\p{Ll}+/gu);
  const target = dice.of(words);
  const source = dice.of(words);
  if (!target || !source) return;
  const text = tracked.units.slice(source.start, source.end).join('');
  const kind = dice.below(3);
  if (kind === 0) splice(tracked, target.start, target.end, text);
  else if (kind === 1) splice(tracked, target.start, target.start, `${text} `);
  else splice(tracked, target.start, Math.min(target.end + 1, tracked.units.length), '');
}

function rename(tracked: Tracked, dice: Dice, renamed: { start: number; end: number }[]): void {
  const names = spansOf(tracked, NAME);
  const target = dice.of(names);
  const source = dice.of(names);
  if (!target || !source) return;
  replaceName(tracked, target, tracked.units.slice(source.start, source.end).join(''), renamed);
}

/** One name becomes another wherever it stands. */
function renameAll(tracked: Tracked, dice: Dice, renamed: { start: number; end: number }[]): void {
  const names = spansOf(tracked, NAME);
  const nameOf = ({ start, end }: Line) => tracked.units.slice(start, end).join('');
  const chosen = dice.of(names);
  const source = dice.of(names);
  if (!chosen || !source) return;
  const name = nameOf(source);
  const old = nameOf(chosen);
  for (const target of names.filter((each) => nameOf(each) === old).reverse())
    replaceName(tracked, target, name, renamed);
}

function replaceName(
  tracked: Tracked,
  { start, end }: Line,
  name: string,
  renamed: { start: number; end: number }[],
): void {
  const from = tracked.from.slice(start, end).filter((index) => index >= 0);
  if (from.length > 0) renamed.push({ start: Math.min(...from), end: Math.max(...from) + 1 });
  splice(tracked, start, end, name);
}

function sentencesOf(tracked: Tracked): Line[] {
  return spansOf(tracked, /[^\s][^.!?\n\r]*(?:[.!?](?!\s)[^.!?\n\r]*)*[.!?]*["”]?(?:[ \n\r]|$)/g).filter(
    ({ start, end }) => end - start > 20,
  );
}

function insertSentence(tracked: Tracked, dice: Dice, sentence: string): void {
  const place = dice.of(sentencesOf(tracked));
  if (place) splice(tracked, place.start, place.start, `${sentence} `);
}

function removeSentence(tracked: Tracked, dice: Dice): void {
  const place = dice.of(sentencesOf(tracked));
  if (place) splice(tracked, place.start, place.end, '');
}

function moveSentence(tracked: Tracked, dice: Dice): void {
  const sentences = sentencesOf(tracked);
  const first = dice.below(sentences.length);
  const last = Math.min(sentences.length - 1, first + dice.below(4));
  const start = sentences[first]?.start;
  const end = sentences[last]?.end;
  if (start === undefined || end === undefined) return;
  const units = tracked.units.splice(start, end - start);
  const from = tracked.from.splice(start, end - start);
  const to = dice.of(sentencesOf(tracked))?.start ?? 0;
  tracked.units.splice(to, 0, ...units);
  tracked.from.splice(to, 0, ...from);
}

function moveParagraph(tracked: Tracked, dice: Dice): void {
  const paragraphs = spansOf(tracked, /(?:[^\n]+\n?)+(?:\n+|$)/g);
  const place = dice.of(paragraphs);
  if (!place || paragraphs.length < 3) return;
  const units = tracked.units.splice(place.start, place.end - place.start);
  const from = tracked.from.splice(place.start, place.end - place.start);
  const to = dice.of(spansOf(tracked, /(?:[^\n]+\n?)+(?:\n+|$)/g))?.start ?? 0;
  tracked.units.splice(to, 0, ...units);
  tracked.from.splice(to, 0, ...from);
}

/** A sentence stands a second time: right behind itself, in front of another, or at the end. */
function doubleSentence(tracked: Tracked, dice: Dice): void {
  const sentences = sentencesOf(tracked);
  const place = dice.of(sentences);
  if (!place) return;
  const roll = dice.next();
  const elsewhere = roll < 0.9 ? dice.of(sentences)?.start : tracked.units.length;
  const to = roll < 0.5 ? place.end : (elsewhere ?? place.end);
  splice(tracked, to, to, tracked.units.slice(place.start, place.end).join(''));
}

/** A sentence goes, and its names come up in another one that is new, close by or further on. */
function replaceSentence(tracked: Tracked, dice: Dice, sentence: string): void {
  const place = dice.of(sentencesOf(tracked));
  if (!place) return;
  const old = tracked.units.slice(place.start, place.end).join('');
  const names = namesOf(old).map(({ start, end }) => old.slice(start, end));
  splice(tracked, place.start, place.end, '');
  let used = 0;
  const text = sentence.replace(NAME, (found) => names[used++] ?? found);
  const rest = names.slice(used);
  const full = rest.length > 0 ? `${text} It also concerns ${rest.join(', ')}.` : text;
  const to = dice.next() < 0.5 ? place.start : (dice.of(sentencesOf(tracked))?.start ?? place.start);
  splice(tracked, to, to, `${full} `);
}

function blanks(tracked: Tracked, dice: Dice): void {
  const place = dice.of(spansOf(tracked, / /g));
  if (place) splice(tracked, place.start, place.start, dice.of([' ', '  ', '   ', '\u00a0', '\t']) ?? ' ');
}

/** Lines broken anew: single line ends become blanks, and blanks line ends. */
function rewrap(tracked: Tracked, width: number): void {
  let column = 0;
  for (let at = 0; at < tracked.units.length; at++) {
    const unit = tracked.units[at];
    const isEnd = unit === '\n' && tracked.units[at + 1] !== '\n' && tracked.units[at - 1] !== '\n';
    if (unit === ' ' || isEnd) {
      const breaks = column >= width;
      if (breaks !== isEnd) {
        tracked.units[at] = breaks ? '\n' : ' ';
        tracked.from[at] = -1;
      }
      column = breaks ? 0 : column + 1;
    } else column = unit === '\n' ? 0 : column + 1;
  }
}

function straighten(tracked: Tracked, dice: Dice): void {
  const curly = dice.next() < 0.5;
  let open = true;
  for (let at = 0; at < tracked.units.length; at++) {
    const unit = tracked.units[at] ?? '';
    let to = unit;
    if (curly && unit === '"') {
      to = open ? '“' : '”';
      open = !open;
    } else if (curly && unit === "'") to = '’';
    else if (unit === '“' || unit === '”') to = '"';
    else if (unit === '’') to = "'";
    if (to === unit) continue;
    tracked.units[at] = to;
  }
}

function lineEnds(tracked: Tracked, end: string): void {
  for (let at = tracked.units.length - 1; at >= 0; at--) {
    if (tracked.units[at] !== '\n') continue;
    if (end === '\r') tracked.units[at] = '\r';
    else splice(tracked, at, at, '\r');
  }
}

/** Where a span of the first text stands now: at least half of its characters together; undefined where they do not. */
export function survivorOf(edited: Edited, start: number, end: number): Line | undefined {
  const length = end - start;
  const places: number[] = [];
  for (const [at, from] of edited.from.entries()) if (from >= start && from < end) places.push(at);
  let best: Line | undefined;
  let most = 0;
  let first = 0;
  for (let index = 0; index < places.length; index++) {
    const here = places[index] ?? 0;
    const next = places[index + 1];
    // A gap longer than the passage itself parts what is left of it.
    if (next !== undefined && next - here <= Math.max(8, length / 2)) continue;
    if (index - first + 1 > most) {
      most = index - first + 1;
      best = { start: places[first] ?? 0, end: here + 1 };
    }
    first = index + 1;
  }
  return most * 2 >= length ? best : undefined;
}
