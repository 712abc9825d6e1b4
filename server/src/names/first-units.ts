/**
 * What the first units of names look like, by their first two characters: nearly all units of a text are passed by on
 * these alone, without being read to their end. A set of numbers below {@link SHAPES}.
 *
 * Marks are taken off first (the base letter of a composed one is what its decomposition begins with), so that it does
 * not matter how a letter is composed.
 */
export const SHAPES = 4096 + 128 + 256;

/** By the first character alone: for units whose second one is not ASCII, or is not there. */
const ALONE = 4096;
/** By a first character that is not ASCII, whatever its case. */
const WIDE = ALONE + 128;

/** The number of the unit at `start`; -1 where only a closer look can tell. */
export function shapeAt(text: string, start: number, end: number): number {
  const first = text.charCodeAt(start);
  if (first < 128) {
    if (end - start < 2) return ALONE + first;
    const second = text.charCodeAt(start + 1);
    return second < 128 ? (first << 5) | (second & 31) : ALONE + first;
  }
  const base = baseOf(first);
  if (base < 0) return -1;
  return base < 128 ? ALONE + base : WIDE + (base & 255);
}

/** The numbers of all units that may be taken for the first unit of a name, which has its variants made equal. */
export function shapesOf(unit: string): number[] {
  const shapes = new Set<number>();
  const parted = unit.normalize('NFD');
  const variants = [parted, parted.toUpperCase(), unit, unit.toUpperCase(), ...(unit === 'The' ? ['the'] : [])];
  for (const variant of variants) {
    const [first, second] = [variant.charCodeAt(0), variant.charCodeAt(1)];
    const base = first < 128 ? first : baseOf(first);
    if (base >= 128) shapes.add(WIDE + (base & 255));
    if (base < 0 || base >= 128) continue;
    // Also where the second one is written in a way that is not ASCII.
    shapes.add(ALONE + base);
    if (second < 128) shapes.add((base << 5) | (second & 31));
  }
  return [...shapes];
}

const bases = new Map<number, number>();

/**
 * What a character that is not ASCII begins with when it is taken apart, in lower case where that is not ASCII. -1 for
 * marks, which change their order then, and where half a pair does not tell.
 */
function baseOf(code: number): number {
  let base = bases.get(code);
  if (base === undefined) {
    base = QUOTES.get(code) ?? partedBase(code);
    bases.set(code, base);
  }
  return base;
}

function partedBase(code: number): number {
  // Of all pairs only those of the compatibility ideographs become something else.
  if (code >= 0xd800 && code <= 0xdfff) return code === 0xd87e ? -1 : code;
  const character = String.fromCharCode(code);
  if (/\p{M}/u.test(character)) return -1;
  const base = character.normalize('NFD').charCodeAt(0);
  return base < 128 ? base : String.fromCharCode(base).toLowerCase().normalize('NFD').charCodeAt(0);
}

/** Signs that are equal to plain ones, see `plain` in `units.ts`. */
const QUOTES: ReadonlyMap<number, number> = new Map([
  [0x2018, 0x27],
  [0x2019, 0x27],
  [0x2bc, 0x27],
  [0x201c, 0x22],
  [0x201d, 0x22],
  [0x2010, 0x2d],
  [0x2011, 0x2d],
]);
