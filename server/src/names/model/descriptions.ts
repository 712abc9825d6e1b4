import { hashOf } from './hash.ts';
import { KINDS, LABELS, labelOf, SINGLE } from './labels.ts';
import { LISTS } from './lexicon.ts';
import { isCapital, PLAIN, SIGN, type Words } from './words.ts';

/**
 * Common nouns tell what the name beside them is: "the recruiting platform Boss Zhipin", "platforms X, Y and Z", "X, the
 * Swedish carmaker". The corpora have too few of them for the model to learn each noun, so their weight is set here: it
 * decides about names that the model knows nothing of, and hardly about those it knows.
 */
const BEFORE = 8;
const BEHIND = 4;
/** Weight for the same name where it stands without a description. */
export const ELSEWHERE = 5;

const TITLES = (1 << LISTS.indexOf('title')) | (1 << LISTS.indexOf('occupation'));
const ORGANIZATION = KINDS.indexOf('organization');

function words(list: string): ReadonlySet<number> {
  return new Set(list.split(' ').map(hashOf));
}

/** Behind these stands the name of an organisation, and hardly ever that of a person, as behind “broadcaster”. */
const HEADS = words(
  'company firm startup start-up platform conglomerate carmaker automaker chipmaker drugmaker plane-maker planemaker steelmaker shipbuilder retailer manufacturer insurer lender airline utility multinational e-tailer telecom telco marketplace subsidiary brokerage consultancy charity nonprofit non-profit think-tank newspaper tabloid broadsheet',
);
/** Behind these stand several, in a row. */
const PLURALS = words(
  'companies firms startups start-ups platforms conglomerates carmakers automakers chipmakers drugmakers retailers manufacturers insurers lenders airlines banks utilities charities newspapers supermarkets',
);
/** A name is described as one of these behind a comma. */
const DESCRIPTIONS = words(
  'company firm startup start-up platform conglomerate carmaker automaker chipmaker drugmaker retailer manufacturer insurer lender airline utility multinational subsidiary brokerage consultancy charity newspaper tabloid bank',
);
const INTRODUCERS = words('called named such as like including');
const ARTICLES = words('the a an');
const JOINTS = words('and or');
/** What "which" says of an organisation and hardly of anything else. */
const OWNS = words('owns operates runs employs manufactures publishes');
const WHICH = hashOf('which');
const OWNER = words('owner operator maker parent provider distributor supplier publisher');
const OF = hashOf('of');

/** Adjectives and the like between an article and the noun. */
const MOST_BETWEEN = 4;
/** Names in a row. */
const MOST_NAMES = 8;

/**
 * Adds to the weights of the labels what the nouns of a sentence say of the names beside them; `base` is the row of its first
 * word.
 *
 * @returns the words of the names that are so described, counted from the first of the sentence.
 */
export function addDescriptions(read: Words, emissions: Float32Array, base: number): ReadonlySet<number> {
  const { count, lower, style, next } = read;
  const described = new Set<number>();
  const favour = (first: number, weight: number, isRow = false) => {
    for (const i of wordsOfName(read, first, isRow)) {
      described.add(i);
      addOrganization(emissions, (base + i) * LABELS, weight);
    }
  };
  for (let i = 0; i < count; i++) {
    const end = next[i] as number;
    if (style[i] === PLAIN) {
      const word = lower[i] as number;
      if (HEADS.has(word)) favour(nameBehind(read, i + 1, end, false), BEFORE);
      else if (PLURALS.has(word)) for (const name of row(read, i + 1, end)) favour(name, BEFORE, true);
      else if (OWNER.has(word) && lower[i + 1] === OF && i + 1 < end)
        favour(nameBehind(read, i + 2, end, false), BEHIND);
    } else if (isCapital(read, i) && read.runNext[i] === i + 1) {
      const first = read.runFirst[i] as number;
      if (isDescribed(read, i + 1, end, first === i && isUnheard(read, i))) favour(first, BEHIND);
    }
  }
  return described;
}

/** Makes the labels of an organisation likelier in a row of weights. */
export function addOrganization(emissions: Float32Array, row: number, weight: number): void {
  for (let part = 1; part <= SINGLE; part++) {
    const at = row + labelOf(ORGANIZATION, part);
    emissions[at] = (emissions[at] as number) + weight;
  }
}

/** The first words of names in a row: "platforms’, X, and Y", "companies such as X, Y and Z". */
function row(read: Words, from: number, end: number): number[] {
  const names: number[] = [];
  let at = nameBehind(read, from, end, true);
  while (at >= 0 && names.length < MOST_NAMES) {
    names.push(at);
    at = nextInRow(read, read.runNext[at] as number, end);
  }
  return names;
}

/** The first word of the name that stands behind signs and words that introduce it; -1 for none. */
function nameBehind(read: Words, from: number, end: number, introduced: boolean): number {
  let at = from;
  for (let steps = 0; at < end && steps < 4; at++, steps++) {
    if (isCapital(read, at)) return at;
    const isSign = read.style[at] === SIGN && (introduced || !isStop(read, at));
    if (!isSign && !INTRODUCERS.has(read.lower[at] as number)) return -1;
  }
  return -1;
}

function nextInRow(read: Words, from: number, end: number): number {
  let joined = false;
  for (let at = from; at < end && at < from + 4; at++) {
    if (isCapital(read, at)) return joined ? at : -1;
    if (JOINTS.has(read.lower[at] as number) || read.sign[at] === COMMA) joined = true;
    else if (read.style[at] !== SIGN || isStop(read, at)) return -1;
  }
  return -1;
}

/**
 * ", the Swedish carmaker", ", which owns", "which owns". Owners and makers are persons as well: so is described only what
 * would be no name of one.
 */
function isDescribed(read: Words, from: number, end: number, isUnheardName: boolean): boolean {
  let at = from;
  if (at < end && read.sign[at] === COMMA) at++;
  if (at + 1 < end && read.lower[at] === WHICH) return OWNS.has(read.lower[at + 1] as number);
  if (at === from || !ARTICLES.has(read.lower[at] as number)) return false;
  for (let between = 0; ++at < end && between < MOST_BETWEEN; between++) {
    if (read.style[at] === SIGN) return false;
    if (DESCRIPTIONS.has(read.lower[at] as number)) return true;
    if (OWNER.has(read.lower[at] as number)) return isUnheardName;
  }
  return false;
}

/** A word on no list of names, and not one that other texts write. */
function isUnheard(read: Words, i: number): boolean {
  return read.stands[i] === 0 && read.entry[i] === 0;
}

/** A comma, a bracket: what follows is another matter. Quotation marks and dashes lead on to the name. */
function isStop(read: Words, at: number): boolean {
  return STOPS.has(read.sign[at] as number);
}

const COMMA = 0x2c;
const STOPS: ReadonlySet<number> = new Set([...',.;:!?()[]/'].map((sign) => sign.charCodeAt(0)));

/** The capitalised words that stand together from `first` on, as far as they are one name, or several joined ones in a row. */
function wordsOfName(read: Words, first: number, isRow: boolean): number[] {
  const words: number[] = [];
  if (first < 0) return words;
  const last = read.runNext[first] as number;
  for (let i = first; i < last; i++) {
    // An office behind a company belongs to its holder.
    if (((read.stands[i] as number) & TITLES) !== 0) break;
    if (isCapital(read, i)) words.push(i);
    // Anywhere but in a row a joint parts two names as often as not.
    else if (!isRow || !JOINTS.has(read.lower[i] as number)) break;
  }
  return words;
}
