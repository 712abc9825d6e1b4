/** News-like prose with times of many kinds, of any size, the same in every run; about one time in twelve words. */
export function makeTimesText(characters: number): string {
  const parts: string[] = [];
  let size = 0;
  for (let at = 0; size < characters; at++) {
    const sentence = `${SENTENCES[at % SENTENCES.length]?.replace(/\{(\w+)\}/g, (_, kind: string) => fill(kind, at))}${at % 4 === 3 ? '\n\n' : ' '}`;
    parts.push(sentence);
    size += sentence.length;
  }
  return parts.join('').slice(0, characters);
}

const SENTENCES = [
  'The council said on {day} {month} {year} that the bridge over the Lune would be closed for {count} weeks.',
  'Nobody was hurt, and the inquiry was later taken up by a panel that had met behind closed doors since {weekday}.',
  'Sales in the {ordinal} quarter of {year} fell by {day} per cent, the company reported last {weekday} morning.',
  'It had been built in the {decade}s and was repaired twice, once in {month} {year} and again {count} years later.',
  'The ferry, which leaves every day at {day}:30, was {count} minutes late; passengers may march to the pier next week.',
  'Residents called it a costly delay, and many of them said that they had not been asked before the work began.',
  'A spokeswoman said the talks would go on until {month} {day}, {year}, and perhaps into the summer of the following year.',
  'He was {count} years old when he came to the town in the spring of {year}, two days after the flood.',
  'On {year}-07-{day} the second reading was put off; the court will sit again tomorrow at {count} p.m. or in early {month}.',
  'For the past few months, prices have risen by a half, from {day} to {count} euros a tonne, as critics had warned recently.',
];

function fill(kind: string, at: number): string {
  const from = FILLERS[kind] ?? [];
  return from[(at * 7 + kind.length) % from.length] ?? '';
}

const FILLERS: Readonly<Record<string, readonly string[]>> = {
  day: ['10', '11', '12', '14', '17', '19', '21', '23', '26', '28'],
  month: 'January February March April May June July August September October November December'.split(' '),
  year: ['1914', '1948', '1969', '1987', '1999', '2004', '2011', '2016', '2020', '2021', '2022'],
  weekday: 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' '),
  count: ['two', '3', 'four', 'five', '6', 'eight', 'nine'],
  ordinal: ['first', 'second', 'third', 'fourth'],
  decade: ['1920', '1960', '1970', '1980', '1990'],
};
