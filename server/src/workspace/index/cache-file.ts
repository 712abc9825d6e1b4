import type { CacheFile } from '../../ports.ts';
import { contentHash } from '../../text/content-hash.ts';
import type { Stamp } from './jobs.ts';
import { isRecord, renumber, type SeedRecord } from './record.ts';

/** An index as it is kept between two starts. */
export interface KeptIndex {
  /** Tells what it was read by: another program may find other names. */
  readonly program: string;
  /** Tells the facts and project files that it was read with. */
  readonly knowledge: string;
  readonly strings: string[];
  readonly seeds: readonly KeptSeed[];
}

export interface KeptSeed {
  readonly record: SeedRecord;
  readonly stamp: Stamp | undefined;
}

/**
 * The numbers: head, the lengths of all strings, the lengths of the records, the stamps, the records. The text: program and
 * knowledge, then all strings, one behind the other. The head is format, checksum of the numbers behind it, two of the
 * text, number of strings, of records.
 */
const FORMAT = 2;
const SUM = 1;
const HEAD = 6;
/** A stamp is three numbers of eight bytes. */
const STAMP = 6;

/** @param numberOf the numbers under which `strings` has the texts of the records. */
export function writeIndex(
  { program, knowledge, strings, seeds }: KeptIndex,
  numberOf: (number: number) => number = (number) => number,
): CacheFile {
  const size = seeds.reduce((sum, { record }) => sum + 1 + STAMP + record.length, HEAD + 2 + strings.length);
  const numbers = new Int32Array(size);
  const text = wellFormed(program + knowledge + strings.join(''));
  numbers.set([FORMAT, 0, ...contentHash(text), strings.length, seeds.length, program.length, knowledge.length]);
  let at = HEAD + 2;
  for (const string of strings) numbers[at++] = string.length;
  for (const { record } of seeds) numbers[at++] = record.length;
  const stamps = new Float64Array(3);
  const halves = new Int32Array(stamps.buffer);
  for (const { stamp } of seeds) {
    stamps.set(stamp ?? UNKNOWN);
    numbers.set(halves, at);
    at += STAMP;
  }
  for (const { record } of seeds) {
    numbers.set(renumber(record, numberOf), at);
    at += record.length;
  }
  numbers[SUM] = sumOf(numbers);
  return { text, numbers };
}

/** Why a file is no index as it was written. */
export class DamagedIndex extends Error {}

/** @throws {DamagedIndex} whatever is wrong with it. */
export function readIndex({ text, numbers }: CacheFile): KeptIndex {
  const [format, sum, hash1, hash2, stringCount = -1, seedCount = -1, ...names] = numbers.subarray(0, HEAD + 2);
  if (format !== FORMAT) throw new DamagedIndex('it is of another format');
  if (sum !== sumOf(numbers)) throw new DamagedIndex('its numbers are not those that were written');
  const hash = contentHash(text);
  if (hash1 !== hash[0] || hash2 !== hash[1]) throw new DamagedIndex('its text is not the one that was written');
  let at = HEAD + 2;
  const lengths = numbers.subarray(at, at + stringCount);
  at += stringCount;
  const sizes = numbers.subarray(at, at + seedCount);
  at += seedCount;
  const stamps = new Float64Array(numbers.slice(at, at + seedCount * STAMP).buffer);
  at += seedCount * STAMP;
  const [program, knowledge, ...strings] = cutText(text, [...names, ...lengths]);
  const seeds = Array.from(sizes, (size, i): KeptSeed => {
    const record = numbers.subarray(at, at + size);
    at += size;
    if (!isRecord(record)) throw new DamagedIndex('a record has not the length that it tells');
    const stamp = [stamps[3 * i], stamps[3 * i + 1], stamps[3 * i + 2]] as unknown as Stamp;
    return { record, stamp: Number.isNaN(stamp[0]) ? undefined : stamp };
  });
  if (at !== numbers.length) throw new DamagedIndex('its parts do not fill it');
  return { program: program ?? '', knowledge: knowledge ?? '', strings, seeds };
}

const UNKNOWN: Stamp = [Number.NaN, 0, 0];

function cutText(text: string, lengths: readonly number[]): string[] {
  const strings: string[] = [];
  let at = 0;
  for (const length of lengths) {
    strings.push(text.slice(at, at + length));
    at += length;
  }
  if (at !== text.length) throw new DamagedIndex('its texts have not the lengths that it tells');
  return strings;
}

/** UTF-8, in which the text is kept, has no halves of surrogate pairs. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd');
}

function sumOf(numbers: Int32Array): number {
  let sum = 0x811c9dc5;
  for (let at = SUM + 1; at < numbers.length; at++)
    sum = Math.imul(sum ^ (numbers[at] as number), 0x01000193) ^ (sum >>> 15);
  return sum | 0;
}
