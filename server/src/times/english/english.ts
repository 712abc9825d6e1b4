import type { Language } from '../language.ts';
import { HOLIDAYS } from './holidays.ts';
import { PARTS, RULES } from './patterns.ts';
import { CLASSES } from './words.ts';

/** English: what the engine needs to find and read its time expressions. */
export const ENGLISH: Language = {
  id: 'en',
  classes: CLASSES,
  numbers: named(
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
    20,
    'twenty thirty forty fifty sixty seventy eighty ninety',
  ),
  multipliers: { dozen: 12, hundred: 100, thousand: 1000, million: 1_000_000, billion: 1_000_000_000 },
  ordinals: named(
    'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth',
    20,
    'twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth hundredth',
  ),
  ordinalEndings: ['st', 'nd', 'rd', 'th'],
  numberJoints: ['and'],
  halves: ['and a half', '- and - a - half', 'and - a - half', 'and half', '1/2'],
  decadeEndings: ['s', "'s"],
  parts: PARTS,
  rules: RULES,
  // Not “to”, “may” or “by”: “he told people on Sunday to leave”.
  future:
    "be will would shall 'll won't wo plan plans planned planning expected expects expect scheduled due until begins upcoming hopes intends aims slated likely forecast delivery starts meets returns opens arrives resumes expires begin resume meet reopen reopens reconvene reconvenes ends might should".split(
      ' ',
    ),
  futurePairs:
    'is to,are to,was to,were to,as early,as soon,is set,are set,was set,were set,ahead of,takes effect,take effect,takes place,take place'.split(
      ',',
    ),
  past: 'was were had did said told left came went took fell rose began became made met gave got held kept led lost ran saw sold sent spoke spent stood struck thought won wrote shot fought found fled flew grew knew paid drove drew born bought brought built caught chose cost dealt felt hid hung laid lay lent meant rode sank sat shook shut slept stole swore taught threw woke wore last ago since'.split(
    ' ',
  ),
  pastEndings: ['ed'],
  helpers: ['be', 'is', 'are'],
  holidays: HOLIDAYS,
};

function named(units: string, step: number, tens: string): Record<string, number> {
  const all: Record<string, number> = {};
  units.split(' ').forEach((word, i) => {
    all[word] = i;
  });
  tens.split(' ').forEach((word, i) => {
    all[word] = step + i * 10;
  });
  return all;
}
