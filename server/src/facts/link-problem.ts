import { shorten } from '../text/shorten.ts';

/** What is wrong with a link, and what it should be where that is plain. */
export interface LinkProblem {
  readonly message: string;
  readonly replacement?: string | undefined;
}

/** What cannot be the value of a link; undefined for one that can, and for links that we know nothing of. */
export function linkProblem(name: string, value: string): LinkProblem | undefined {
  const check = CHECKS.get(name.toLowerCase());
  if (check === undefined || value.trim() === '') return undefined;
  // The address of the entry is as good as its number, where it can be followed.
  if (/^http:\/\/[^/\s]/i.test(value)) return insecure(value);
  return /^https:\/\/[^/\s]/i.test(value) ? undefined : check(value.trim());
}

const CHECKS: ReadonlyMap<string, (value: string) => LinkProblem | undefined> = new Map([
  ['wikidata', wikidata],
  ['viaf', (value: string) => digits(value, 'VIAF', '97113511')],
  ['geonames', (value: string) => digits(value, 'GeoNames', '2950159')],
  ['isni', isni],
  ['url', address],
]);

function wikidata(value: string): LinkProblem | undefined {
  if (/^Q[1-9]\d*$/.test(value)) return undefined;
  const digits = /^(?:wd:)?[qQ]?\s*([1-9]\d*)$/.exec(value)?.[1];
  const message = `“${shorten(value, 40)}” is no item of Wikidata: that is the letter Q and a number, such as Q76.`;
  return { message, replacement: digits === undefined ? undefined : `Q${digits}` };
}

function digits(value: string, register: string, example: string): LinkProblem | undefined {
  if (/^[1-9]\d*$/.test(value)) return undefined;
  return { message: `“${shorten(value, 40)}” is no number of ${register}: that has digits only, such as ${example}.` };
}

function isni(value: string): LinkProblem | undefined {
  const plain = value.replace(/[\s-]/g, '').toUpperCase();
  if (!/^\d{15}[\dX]$/.test(plain))
    return {
      message: `“${shorten(value, 40)}” is no ISNI: that has 16 digits, the last of which may be an X, such as 0000 0001 2103 2683.`,
    };
  const check = isniCheck(plain.slice(0, 15));
  if (plain.endsWith(check)) return undefined;
  return {
    message: `The ISNI “${shorten(value, 40)}” has a slip: its last digit checks the others, and would be ${check}. Compare it with where you have it from.`,
  };
}

/** ISO 7064, MOD 11-2. */
function isniCheck(digits: string): string {
  let total = 0;
  for (const digit of digits) total = ((total + Number(digit)) * 2) % 11;
  const check = (12 - total) % 11;
  return check === 10 ? 'X' : String(check);
}

function address(value: string): LinkProblem {
  const bare = /^(?:\/\/)?((?:[\p{L}\p{N}-]+\.)+[\p{L}]{2,24}(?:[/?#]\S*)?)$/iu.exec(value)?.[1];
  return {
    message: `“${shorten(value, 60)}” is no address that can be followed: such a one begins with https://.`,
    replacement: bare === undefined ? undefined : `https://${bare}`,
  };
}

function insecure(value: string): LinkProblem {
  return {
    message: `“${shorten(value, 60)}” cannot be followed: Seedmark opens addresses that begin with https:// only.`,
    replacement: value.replace(/^http:/i, 'https:'),
  };
}
