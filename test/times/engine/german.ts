import type { Language, Rule } from '../../../server/src/times/language.ts';

/**
 * German, small but real: what shows that the engine is of no language. Nouns have their capital in the text; adjectives
 * and units come in the cases that times stand in.
 */

const UNITS = ['', 'ein', 'zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun'];
const TENS = ['zwanzig', 'dreißig', 'vierzig', 'fünfzig', 'sechzig', 'siebzig', 'achtzig', 'neunzig'];

/** German writes its numbers in one word, the units first: “fünfundzwanzig”. */
function numbers(): Record<string, number> {
  const all: Record<string, number> = {};
  'null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn'
    .split(' ')
    .forEach((word, value) => {
      all[word] = value;
    });
  TENS.forEach((tens, i) => {
    UNITS.forEach((unit, value) => {
      all[unit === '' ? tens : `${unit}und${tens}`] = (i + 2) * 10 + value;
    });
  });
  return { ...all, anderthalb: 1.5, eineinhalb: 1.5, zweieinhalb: 2.5, dreieinhalb: 3.5 };
}

/** “ersten”, “zwanzigste”: ordinals are declined. */
function ordinals(): Record<string, number> {
  const all: Record<string, number> = {};
  'erst zweit dritt viert fünft sechst siebt acht neunt zehnt elft zwölft'.split(' ').forEach((stem, i) => {
    for (const ending of ['te', 'ten', 'ter']) all[stem.endsWith('t') ? `${stem}${ending.slice(1)}` : stem] = i + 1;
  });
  for (const [word, value] of Object.entries(numbers()))
    if (value >= 13 && Number.isInteger(value))
      for (const ending of value < 20 ? ['te', 'ten', 'ter'] : ['ste', 'sten', 'ster']) all[`${word}${ending}`] = value;
  return all;
}

/** All cases of an adjective. */
function declined(...stems: string[]): string {
  return stems.flatMap((stem) => ['e', 'en', 'er', 'es', 'em'].map((ending) => stem + ending)).join(',');
}

const CLASSES: Language['classes'] = {
  month: {
    field: 'month',
    words: {
      1: 'Januar,Jänner,Jan .',
      2: 'Februar,Feber,Feb.',
      3: 'März',
      4: 'April',
      5: 'Mai',
      6: 'Juni',
      7: 'Juli',
      8: 'August,Aug.',
      9: 'September,Sept.',
      10: 'Oktober,Okt .',
      11: 'November,Nov.',
      12: 'Dezember,Dez .',
    },
  },
  /** “31. 12. 2021”, with blanks. */
  monthNumber: {
    field: 'month',
    words: Object.fromEntries(
      Array.from({ length: 12 }, (_, i) => [i + 1, `${i + 1} .,${String(i + 1).padStart(2, '0')} .`]),
    ),
  },
  weekday: {
    field: 'weekday',
    words: {
      1: 'Montag',
      2: 'Dienstag',
      3: 'Mittwoch',
      4: 'Donnerstag',
      5: 'Freitag',
      6: 'Samstag,Sonnabend',
      7: 'Sonntag',
    },
  },
  weekdays: {
    field: 'weekday',
    words: {
      1: 'montags',
      2: 'dienstags',
      3: 'mittwochs',
      4: 'donnerstags',
      5: 'freitags',
      6: 'samstags,sonnabends',
      7: 'sonntags',
    },
  },
  season: { field: 'season', words: { SP: 'Frühling,Frühjahr', SU: 'Sommer', FA: 'Herbst', WI: 'Winter' } },
  unit: {
    field: 'unit',
    words: {
      CE: 'Jahrhundert,Jahrhunderte,Jahrhunderten,Jahrhunderts',
      DE: 'Jahrzehnt,Jahrzehnte,Jahrzehnten',
      Y: 'Jahr,Jahre,Jahren,Jahres',
      Q: 'Quartal,Quartale,Quartalen,Quartals',
      M: 'Monat,Monate,Monaten,Monats',
      W: 'Woche,Wochen',
      WE: 'Wochenende,Wochenenden',
      D: 'Tag,Tage,Tagen,Tages',
      TH: 'Stunde,Stunden',
      TM: 'Minute,Minuten',
      TS: 'Sekunde,Sekunden',
    },
  },
  centuryName: { words: { 1: 'Jahrhundert,Jahrhunderts' } },
  rel: {
    field: 'by',
    words: {
      '-1': declined('letzt', 'vergangen', 'vorig'),
      0: declined('dies'),
      1: `${declined('nächst', 'kommend')},nächstem`,
    },
  },
  toReference: {
    field: 'by',
    words: { '-1': declined('vorangegangen', 'vorhergehend'), 1: declined('folgend', 'darauffolgend') },
  },
  dayRef: { field: 'dayBy', words: { '-2': 'vorgestern', '-1': 'gestern', 0: 'heute', 1: 'morgen', 2: 'übermorgen' } },
  partOfDay: {
    field: 'part',
    words: {
      MO: 'Morgen,Vormittag,früh',
      AF: 'Nachmittag,Mittag',
      EV: 'Abend',
      NI: 'Nacht',
    },
  },
  noon: {
    field: 'part',
    words: { '12:00': 'mittags', '24:00': 'Mitternacht', MO: 'morgens', AF: 'nachmittags', EV: 'abends', NI: 'nachts' },
  },
  early: { field: 'mod', words: { START: 'Anfang', MID: 'Mitte', END: 'Ende' } },
  approx: {
    field: 'mod',
    words: {
      APPROX: 'etwa,rund,ungefähr,circa,ca.,gut',
      LESS_THAN: 'fast,knapp,weniger als',
      MORE_THAN: 'mehr als',
      EQUAL_OR_MORE: 'mindestens',
      EQUAL_OR_LESS: 'höchstens,bis zu',
    },
  },
  one: { field: 'count', words: { 1: 'ein,eine,einen,einem,einer,eines' } },
  vague: { field: 'count', words: { X: 'einige,einigen,mehrere,mehreren,viele,vielen,wenige,wenigen' } },
  joint: { words: { 1: 'bis,und,oder,-,–' } },
  every: { field: 'quant', words: { EVERY: 'jeden,jede,jedes,jedem' } },
  adverb: {
    field: 'value',
    words: { P1D: 'täglich', P1W: 'wöchentlich', P1M: 'monatlich', P1Y: 'jährlich', PT1H: 'stündlich' },
  },
  anchor: { field: 'anchor', words: { 1: 'nach', '-1': 'vor' } },
  era: { field: 'era', words: { BC: 'v. Chr .', AD: 'n. Chr .' } },
  present: { field: 'reference', words: { PRESENT_REF: 'jetzt,derzeit,zurzeit' } },
  pastRef: { field: 'reference', words: { PAST_REF: 'kürzlich,neulich,vor kurzem' } },
  futureRef: { field: 'reference', words: { FUTURE_REF: 'bald,demnächst,in Zukunft' } },
  holiday: {
    field: 'holiday',
    words: {
      christmas: 'Weihnachten',
      newYearsEve: 'Silvester',
      easter: 'Ostern',
      easterMonday: 'Ostermontag',
      unity: 'Tag der Deutschen Einheit',
    },
  },
  /** Round brackets group in a pattern, so that real ones come as words. */
  open: { words: { 1: '(' } },
  close: { words: { 1: ')' } },
};

const RULES: readonly Rule[] = [
  {
    kind: 'instant',
    patterns: `
      [{weekday} [,] [den|dem]] {day} {month} [<year>]
      [{weekday} [,] [den|dem]] {day} {monthNumber} [<year>]
      [{weekday} [,] [den|dem]] {date}`,
  },
  { kind: 'instant', patterns: '<day> [,] [um|gegen] [{approx}] <time>\n[{approx}] <time>' },
  { kind: 'instant', patterns: 'halb {hour}', fields: { minute: -30 } },
  { kind: 'instant', patterns: 'Viertel nach {hour}', fields: { minute: 15 } },
  { kind: 'instant', patterns: '{dayRef} [{partOfDay}]\n{weekday} [{partOfDay}]' },
  { kind: 'instant', patterns: 'in «der Nacht»\nam «{partOfDay}»', fields: { unit: 'D', by: 0, basis: 'reference' } },
  { kind: 'instant', patterns: '{rel} {weekday}\n{rel} {month}\n{rel} {season}' },
  { kind: 'instant', patterns: '[{early}] {month} [<year>]\n{early} <year>' },
  {
    kind: 'instant',
    patterns: '(seit|im Jahr|im Jahre|in|ab|bis|von|vor|nach|Jahr|anno) «<year>»\n{open} «<year>» {close}',
  },
  { kind: 'instant', patterns: '[die|der|den] {decade} Jahre\n[die|der|den] {decade} Jahren' },
  { kind: 'instant', patterns: '[das|des|dem] {ordinal} {centuryName} [{era}]', fields: { century: 0 } },
  { kind: 'instant', patterns: '[der|den|dem] {season} [<year>]' },
  { kind: 'instant', patterns: '{rel} {unit}\n{early} {rel} {unit}' },
  { kind: 'instant', patterns: '(der|die|das|am|im|dem|den) {toReference} {unit}', fields: { basis: 'reference' } },
  { kind: 'instant', patterns: 'vor [{approx}] ({count}|{one}|{vague}) {unit}', fields: { sign: -1 } },
  { kind: 'instant', patterns: 'in [{approx}] ({count}|{one}|{vague}) {unit}', fields: { sign: 1 } },
  {
    kind: 'instant',
    patterns: '({count}|{one}|{vague}) {unit} (später|danach)',
    fields: { sign: 1, basis: 'reference' },
  },
  {
    kind: 'instant',
    patterns: '({count}|{one}|{vague}) {unit} (zuvor|vorher)',
    fields: { sign: -1, basis: 'reference' },
  },
  { kind: 'duration', patterns: '«[{approx}] ({count}|{one}|{vague}) {unit}» {anchor}' },
  { kind: 'duration', patterns: '[{approx}] ({count}|{one}|{vague}) {unit}\n{count} {unit} und {count} {unit}' },
  { kind: 'set', patterns: '{every} ({weekday}|{unit}|{month}|{season}|{partOfDay})\n{weekdays}\n{adverb}' },
  { kind: 'reference', patterns: '{present}\n{pastRef}\n{futureRef}' },
  { kind: 'instant', patterns: '{holiday} [<year>]' },
  {
    kind: 'pair',
    patterns: `
      {day} {joint} {day} {month} [<year>]
      {day} {month} {joint} {day} {month} [<year>]
      {month} {joint} {month} [<year>]
      <year> {joint} <year>`,
  },
];

export const GERMAN: Language = {
  id: 'de',
  classes: CLASSES,
  numbers: numbers(),
  multipliers: { hundert: 100, tausend: 1000, million: 1_000_000, millionen: 1_000_000 },
  ordinals: ordinals(),
  ordinalEndings: ['.'],
  numberJoints: [],
  halves: [],
  decadeEndings: ['er'],
  parts: {
    year: '{year}|{number} {era}',
    day: '{weekday}|{dayRef}|[{weekday} [,] [den|dem]] {day} {month} [<year>]|{date}',
    time: '({clock}|{hour}) Uhr [{noon}]|{hour} Uhr {count}|{noon}',
  },
  rules: RULES,
  future: 'wird werden will wollen soll sollen kommenden nächsten bald'.split(' '),
  past: 'war waren hatte hatten wurde wurden sagte begann teilte seit'.split(' '),
  pastEndings: [],
  holidays: {
    christmas: { month: 12, day: 25 },
    newYearsEve: { month: 12, day: 31 },
    easter: { easter: 0 },
    easterMonday: { easter: 1 },
    unity: { month: 10, day: 3 },
  },
};
