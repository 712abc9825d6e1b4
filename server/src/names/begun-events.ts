import { Keywords } from '../text/keywords.ts';
import { type Reading, textAt, wordAt } from '../text/reading.ts';
import { adjoins, goesOn, isCapital, isYear, type Range, wordsOf } from './capitals.ts';
import { NO_OPERATION, NO_STORM, PHRASES, STORMS } from './event-words.ts';

/** An event; `sure` where its words say where it ends, even in a headline. */
export interface BegunEvent extends Range {
  readonly sure: boolean;
}

/** The event that is told by the capitalised word it begins with: "World War II", "Hurricane Katrina", "COP26". */
export function begunEvent(reading: Reading, index: number): BegunEvent | undefined {
  const kind = wordAt(reading, index, KINDS);
  if (kind === 0) return undefined;
  const found = phrase(reading, index) ?? READERS[kind - 1]?.(reading, index);
  if (found === undefined || goesOn(reading, found.last)) return undefined;
  return { ...found, sure: kind !== STORM && kind !== OPERATION };
}

/** Phrases by their first word. */
const BY_FIRST = new Map<string, string[][]>();
for (const written of PHRASES) {
  const words = written.split(' ');
  const first = words[0] as string;
  BY_FIRST.set(first, [...(BY_FIRST.get(first) ?? []), words]);
}

/** What reads the words behind the first one, in the order of the kinds from 1. */
const READERS: readonly ((reading: Reading, index: number) => Range | undefined)[] = [
  worldWar,
  storm,
  operation,
  summit,
  conference,
  championship,
  superBowl,
];
const STORM = 2;
const OPERATION = 3;
/** Only in a phrase. */
const PHRASE = READERS.length + 1;
const FIRST_WORDS = new Map<string, number>([
  ...[...BY_FIRST.keys()].map((word) => [word.toLowerCase(), PHRASE] as const),
  ['world', 1],
  ...STORMS.split(' ').map((word) => [word, STORM] as const),
  ['operation', OPERATION],
  ...['g7', 'g8', 'g20', 'g-7', 'g-8', 'g-20'].map((word) => [word, 4] as const),
  ['cop', 5],
  ...Array.from({ length: 40 }, (_, i) => [`cop${i + 1}`, 5] as const),
  ['euro', 6],
  ['super', 7],
]);
const KINDS = new Keywords(FIRST_WORDS);
/** The words that such an event begins with. */
export const BEGINNINGS: readonly string[] = [...FIRST_WORDS.keys()];

const WARS = 2;
const WAR = new Keywords([
  ['war', 1],
  ['wars', WARS],
]);
const ORDER = wordsOf('first second third');
const COUNTED = wordsOf('i ii iii one two three');
const NO_STORM_WORDS = wordsOf(NO_STORM);
const NO_OPERATION_WORDS = wordsOf(NO_OPERATION);

function phrase(reading: Reading, first: number): Range | undefined {
  for (const words of BY_FIRST.get(textAt(reading, first)) ?? [])
    if (words.every((word, i) => textAt(reading, first + i) === word)) return { first, last: first + words.length - 1 };
  return undefined;
}

/** "World War II", "the First World War", "World Wars I and II". */
function worldWar(reading: Reading, world: number): Range | undefined {
  const war = world + 1;
  const kind = isCapital(reading, war) && adjoins(reading, world) ? wordAt(reading, war, WAR) : 0;
  if (kind === 0) return undefined;
  if (adjoins(reading, war) && wordAt(reading, war + 1, COUNTED) > 0) {
    const both = kind === WARS && textAt(reading, war + 2) === 'and' && wordAt(reading, war + 3, COUNTED) > 0;
    return { first: world, last: both ? war + 3 : war + 1 };
  }
  if (kind === WARS) return { first: world, last: war };
  const ordered = isCapital(reading, world - 1) && wordAt(reading, world - 1, ORDER) > 0 && adjoins(reading, world - 1);
  return ordered ? { first: world - 1, last: war } : undefined;
}

/** "Hurricane Katrina", "Tropical Storm Arlene". */
function storm(reading: Reading, kind: number): Range | undefined {
  const last = kind + 1;
  if (!adjoins(reading, kind) || !isCapital(reading, last) || wordAt(reading, last, NO_STORM_WORDS) > 0)
    return undefined;
  if (textAt(reading, kind) !== 'Storm') return { first: kind, last };
  return textAt(reading, kind - 1) === 'Tropical' && adjoins(reading, kind - 1) ? { first: kind - 1, last } : undefined;
}

/** "Operation Desert Storm". */
function operation(reading: Reading, index: number): Range | undefined {
  if (wordAt(reading, index + 1, NO_OPERATION_WORDS) > 0) return undefined;
  let last = index;
  while (last - index < MOST_WORDS && goesOn(reading, last)) last++;
  return last === index ? undefined : { first: index, last };
}

/** Of the name of an operation. */
const MOST_WORDS = 3;

/** "G20 summit". */
function summit(reading: Reading, index: number): Range | undefined {
  return textAt(reading, index + 1) === 'summit' ? { first: index, last: index + 1 } : undefined;
}

/** "COP26", "COP 26". */
function conference(reading: Reading, index: number): Range | undefined {
  const written = textAt(reading, index);
  if (!written.startsWith('COP')) return undefined;
  if (written.length > 3) return { first: index, last: index };
  const numbered = adjoins(reading, index) && /^\d{1,2}$/.test(textAt(reading, index + 1));
  return numbered ? { first: index, last: index + 1 } : undefined;
}

/** "Euro 2020". */
function championship(reading: Reading, index: number): Range | undefined {
  const dated = textAt(reading, index) === 'Euro' && adjoins(reading, index) && isYear(reading, index + 1);
  return dated ? { first: index, last: index + 1 } : undefined;
}

/** "Super Bowl LIV". */
function superBowl(reading: Reading, index: number): Range | undefined {
  const bowl = index + 1;
  if (textAt(reading, bowl) !== 'Bowl' || !adjoins(reading, index)) return undefined;
  const counted = adjoins(reading, bowl) && /^(?:[IVXL]+|\d{1,2})$/.test(textAt(reading, bowl + 1));
  return { first: index, last: counted ? bowl + 1 : bowl };
}
