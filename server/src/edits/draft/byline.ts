import type { Span } from '../../text/span.ts';
import { type InkLine, piece } from './lines.ts';

/** Who wrote the text, and the phrases that stand beside the names: outlets, places, days. */
export interface Byline {
  readonly names: (Span & { readonly text: string }) | undefined;
  readonly rest: readonly (Span & { readonly text: string })[];
}

const BY =
  /^(?:by|words by|text by|story by|written by|reported by|report by|reporting by|analysis by|interview by|von|par|por|بقلم)\s+(?=\S)/iu;
const CJK_BY =
  /^(?:（|\()?(?:本报记者|本報記者|见习记者|记者|記者|文|作者)\s?[/／:：]?\s?(\p{Script=Han}{2,4})(?=$|[\s)）/／|｜])/u;
const LONGEST = 160;

/** A line that begins as a byline does: "By Jane Doe, BBC News", "By JANE DOE and JOHN ROE", "记者 王伟". */
export function readByline(line: InkLine): Byline | undefined {
  const { text } = line;
  if (text.length > LONGEST) return undefined;
  const cjk = CJK_BY.exec(text);
  if (cjk) {
    const from = cjk[0].length - (cjk[1] as string).length;
    return { names: piece(line, from, cjk[0].length), rest: [] };
  }
  const by = BY.exec(text);
  return by === null ? undefined : readNames(line, by[0].length);
}

/** A line of names alone, or of a name with an outlet or a place: "Jane Doe in Beijing", "Jane Doe, BBC News". */
export function readNameLine(line: InkLine): Byline | undefined {
  return line.text.length > LONGEST ? undefined : readNames(line, 0);
}

/** "(Reporting by Jane Doe; editing by John Roe)" */
export function readCredits(line: InkLine): Byline | undefined {
  const match = /^[([]?(?:additional )?(?:reporting|reported|written) by\s+(?=\S)/i.exec(line.text);
  if (match === null || /^[([]?additional/i.test(line.text)) return undefined;
  const end = line.text.search(/[;)\]]|\.$/);
  return readNames(line, match[0].length, end === -1 ? line.text.length : end);
}

function readNames(line: InkLine, from: number, to = line.text.length): Byline | undefined {
  const parts = partsOf(line, from, to);
  const named: (Span & { text: string })[] = [];
  const rest: (Span & { text: string })[] = [];
  for (const part of parts) {
    // A sign parts the names from what follows: behind a phrase that is no name there are no more.
    const name = rest.length === 0 ? nameIn(part.text) : undefined;
    if (name === undefined) rest.push(part);
    else {
      named.push({ text: name, start: part.start, end: part.start + name.length });
      const behind = part.text.slice(name.length).replace(/^\s*(?:in|at|for|of|from|reporting from)\s+/i, '');
      if (behind.trim() !== '') {
        const end = part.end;
        rest.push({ text: behind.trim(), start: end - behind.trimStart().length, end });
      }
    }
  }
  const [first, last] = [named[0], named.at(-1)];
  if (first === undefined || last === undefined) return rest.length === 0 ? undefined : { names: undefined, rest };
  const names = {
    start: first.start,
    end: last.end,
    text: line.text.slice(first.start - line.start, last.end - line.start),
  };
  return { names, rest };
}

/** What commas, dashes, bars and "and" part. */
function partsOf(line: InkLine, from: number, to: number): (Span & { text: string })[] {
  const parts: (Span & { text: string })[] = [];
  let at = from;
  const add = (end: number) => {
    const found = piece(line, at, end);
    if (found.text !== '') parts.push(found);
  };
  for (const { index, 0: sign } of line.text
    .slice(from, to)
    .matchAll(/[,|·•;]|\s(?:and|&|with|und|et|y)\s|\s[-–—/]\s/giu)) {
    add(from + index);
    at = from + index + sign.length;
  }
  add(to);
  return parts;
}

const PARTICLES = new Set(
  'de da del della di du dos das van von der den ten ter la le bin ibn bint al el y zu af av abu ould ap'.split(' '),
);

/** Words with a capital that no name of a person holds. */
const NO_NAMES = new Set(
  (
    'the a an our this that these his her its my your and or in on at of for with from to by as is was are ' +
    'news times post press agency agencies staff editor editors reporter reporters correspondent writer desk team media group service services online ' +
    'contributor contributors bureau chief special exclusive breaking update live opinion analysis world business politics science health sport sports culture ' +
    'home share save print email comment comments subscribe menu search login photo photos image images picture video audio file getty shutterstock alamy ' +
    'university ministry government department council office committee party bank company ltd inc plc corp limited foundation institute trust association ' +
    'street road city county state north south east west new national international global daily weekly sunday monday tuesday wednesday thursday friday saturday ' +
    'january february march april june july august september october november december today yesterday read more next previous related topics tags minister president report'
  ).split(' '),
);

/** The name of a person that a phrase begins with, to its end or to a place: "Jane Doe in Beijing". */
export function nameIn(phrase: string): string | undefined {
  const words = [...phrase.matchAll(/\S+/gu)];
  const taken: string[] = [];
  let end = 0;
  for (const { 0: word, index } of words.slice(0, 12)) {
    if (
      taken.length > 0 &&
      (/^(?:in|at|for|from|reporting|@\S+)$/i.test(word) || word.startsWith('@') || word.startsWith('('))
    )
      break;
    if (!isNamePart(word, taken.length === 0)) return undefined;
    taken.push(word);
    end = index + word.length;
  }
  const capitals = taken.filter((word) => /^\p{Lu}|^\p{Lo}/u.test(word) || /^[ldo]['’]\p{Lu}|^al-\p{Lu}/iu.test(word));
  if (taken.length > 6 || capitals.length < 2 || !capitals.includes(taken.at(-1) as string)) return undefined;
  // "J. K." is none.
  if (taken.every((word) => word.replace(/[^\p{L}]/gu, '').length < 2)) return undefined;
  return phrase.slice(0, end).replace(/[.]$/, (dot) => (/\b(?:Jr|Sr)\.$/.test(phrase.slice(0, end)) ? dot : ''));
}

function isNamePart(word: string, first: boolean): boolean {
  const plain = word.toLowerCase().replace(/[.,]$/, '');
  if (NO_NAMES.has(plain)) return false;
  if (!first && PARTICLES.has(plain)) return true;
  return /^(?:\p{Lu}|[ldo]['’]\p{Lu}|(?:al|el)-\p{L}|\p{Lo})[\p{L}\p{M}'’.-]*$/u.test(word) && word.length <= 30;
}
